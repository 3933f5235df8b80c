// Every screen in every state and every way to see it, to be looked at: target/shots/. Nothing is compared; what can be
// measured of it is in looks.spec.mjs. Only some of it: SHOTS=plan,result and MODES=light,print.
//
// 320 px are also what is left of 1280 px at 400 % zoom.

import { test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { begin, dealt, open, put } from "./steps.mjs";

const FOLDER = fileURLToPath(new URL("../../target/shots", import.meta.url));
const WIDTHS = [320, 768, 1280, 1920];
/** What fits beside the margins of A4, at 96 px an inch. */
const PAPER = 688;
const MODES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active", colorScheme: "dark" },
  print: { media: "print", colorScheme: "light" },
};

// A team with automated training, a release by hand, two stalls and things that nobody knows.
const FULL = { 1: ["yes"], 2: ["yes", "yes", "yes", "partly"], 3: ["no", "partly", "unknown"], 4: ["no"] };

async function team(page, more = {}) {
  const answers = await dealt(page, FULL);
  return put(page, { answers: { ...answers, "int-drift-monitor": "yes", "int-alert-action": "no" }, target: { people: 3 }, ...more });
}

async function half(page) {
  const answers = await dealt(page, FULL);
  return put(page, { answers: Object.fromEntries(Object.entries(answers).filter((_, at) => at % 2 === 0)), title: "" });
}

const model = async (page) => (await page.request.get("./model.json")).json();

/** The assessment with every step of people ticked, and two others. */
async function planned(page, more = {}) {
  const target = Object.fromEntries((await model(page)).areas.filter(({ track }) => track === "mlops").map(({ id }) => [id, 3]));
  const id = await team(page, { target, people: 3, ...more });
  await open(page, `/a/${id}/plan`);
  for (const step of await page.locator(".plan-step", { hasText: ", people" }).all()) await step.locator("[data-plan-step]").check();
  for (const at of [5, -1]) await page.locator("[data-plan-step]").nth(at).check();
  return id;
}

const SCREENS = {
  start: (page) => open(page, "/"),
  "start-returning": async (page) => { await team(page); await open(page, "/"); },
  "questions-fresh": (page) => begin(page, { scope: "full" }),
  "questions-half": async (page) => open(page, `/a/${await half(page)}/model-creation`),
  "result-empty": async (page) => open(page, `/a/${await put(page)}/result`),
  "result-half": async (page) => open(page, `/a/${await half(page)}/result`),
  result: async (page) => open(page, `/a/${await team(page)}/result`),
  "result-open": async (page) => {
    await open(page, `/a/${await team(page)}/result`);
    await page.locator(".tile[data-automation=waits]").first().click();
    await page.locator(".cell").nth(1).click();
  },
  "result-tracks": async (page) => open(page, `/a/${await team(page, { tracks: ["mlops", "genaiops"] })}/result`),
  plan: async (page) => open(page, `/a/${await team(page)}/plan`),
  "plan-ticked": (page) => planned(page),
  "plan-tracks": (page) => planned(page, { tracks: ["mlops", "genaiops"] }),
  shared: async (page) => {
    await open(page, `/a/${await team(page)}/result`);
    const address = await page.getByLabel("Link to this result", { exact: true }).inputValue();
    await page.goto("about:blank");
    await page.goto(address);
  },
  embed: (page) => open(page, "/embed"),
  embedded: (page) => page.goto("./?embed=core"),
  model: (page) => open(page, "/model"),
};

const chosen = (name, all) => process.env[name]?.split(",") ?? Object.keys(all);

for (const screen of chosen("SHOTS", SCREENS)) {
  for (const mode of chosen("MODES", MODES)) {
    test(`${screen}, ${mode}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await SCREENS[screen](page);
      await page.emulateMedia({ reducedMotion: "reduce", ...MODES[mode] });
      for (const width of mode === "print" ? [PAPER] : WIDTHS) {
        await page.setViewportSize({ width, height: width === 320 ? 640 : 800 });
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: `${FOLDER}/${screen}-${width}-${mode}.png`, fullPage: true });
      }
    });
  }
}
