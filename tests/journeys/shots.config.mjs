import base from "./playwright.config.mjs";

export default { ...base, testMatch: "shots.mjs", timeout: 180_000, use: { ...base.use, trace: "off" } };
