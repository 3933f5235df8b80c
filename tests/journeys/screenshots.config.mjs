import base from "./playwright.config.mjs";

export default { ...base, testMatch: "screenshots.mjs", workers: 1, use: { ...base.use, trace: "off" } };
