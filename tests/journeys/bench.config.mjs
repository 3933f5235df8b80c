import base from "./playwright.config.mjs";

export default { ...base, testMatch: "*.bench.mjs", workers: 1, use: { ...base.use, trace: "off" } };
