// Every screen in every state and every way to see it, to be looked at: target/shots/. Nothing is compared; what can be
// measured of it is in looks.spec.mjs. Only some of it: SHOTS=plan,result and MODES=light,print.
//
// 320 px are also what is left of 1280 px at 400 % zoom.

import { test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { begin, dealt, open, put, unfold } from "./steps.mjs";

const FOLDER = fileURLToPath(new URL("../../target/shots", import.meta.url));
const WIDTHS = [320, 768, 1280, 1920];
const MODES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active", colorScheme: "dark" },
  print: { media: "print", colorScheme: "light" },
};

// A team with automated training, a release by hand, two mismatches and things that nobody knows.
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

const EARLIER = [
  { 1: ["no", "partly"], 2: ["no"], 3: ["no"], 4: ["no"] },
  { 1: ["yes"], 2: ["no", "partly"], 3: ["no"], 4: ["no"] },
  { 1: ["yes"], 2: ["yes", "partly"], 3: ["no", "unknown"], 4: ["no"] },
];
const QUARTERS = ["2025-11-03", "2026-02-02", "2026-07-06"];

/** The team with its three quarters before. */
async function withHistory(page) {
  const snapshots = [];
  for (const [at, words] of EARLIER.entries()) {
    snapshots.push({ at: `${QUARTERS[at]}T09:00:00Z`, label: ["baseline", "after Q1", "after Q3"][at], answers: await dealt(page, words) });
  }
  return team(page, { snapshots });
}

const links = (page) => page.getByLabel("Link to this result", { exact: true });

/** A result link of each of several teams or people, and a browser that has nothing of them any more. */
async function made(page, several) {
  const found = [];
  for (const { title, words, scope = "full" } of several) {
    await put(page, { title, scope, answers: await dealt(page, words) });
    await page.goto("about:blank");
    await open(page, "/a/0b6f0f3c-3a52-4a44-9d39-5e0d4c1f5a10/result");
    found.push(await links(page).inputValue());
  }
  await page.goto("./model.json");
  await page.evaluate(() => localStorage.clear());
  return found;
}

/** Four people's answers, put together. */
async function together(page) {
  const people = [FULL, ...EARLIER].map((words) => ({ title: "", words, scope: "essentials" }));
  const all = await made(page, people);
  await open(page, "/together");
  await page.getByLabel(/^Links, or messages with links/).fill(all.map((link, at) => `${["Ana", "Ben", "Cem", "Dee"][at]}\t${link}`).join("\n"));
  await page.getByRole("button", { name: "Add these links" }).click();
}

async function united(page) {
  await together(page);
  await page.getByRole("button", { name: "Combine answers" }).click();
  await page.getByRole("link", { name: "Discuss one by one" }).waitFor();
}

/** Forty teams in two units and three regions, two of their lines cut off. */
async function teams(page) {
  const kinds = [FULL, ...EARLIER, { 1: ["yes"], 2: ["yes"], 3: ["yes"], 4: ["yes", "no"] }];
  const all = await made(page, kinds.map((words, at) => ({ title: `${at}`, words })));
  const lines = Array.from({ length: 40 }, (_, at) =>
    `${["Payments", "Search"][at % 2]} / team ${at + 1} #${["emea", "amer", "apac"][at % 3]}\t${all[(at * 7) % all.length].slice(0, at % 19 === 18 ? -4 : undefined)}`);
  await open(page, "/teams");
  await page.getByLabel("Links, one per line").fill(lines.join("\n"));
  await page.getByRole("button", { name: "Add these links" }).click();
  await page.getByRole("grid", { name: "Results by team" }).waitFor();
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
    await page.locator("[data-stage][data-automation=partly]").first().click();
    await page.locator(".cell").nth(1).click();
  },
  "result-tracks": async (page) => open(page, `/a/${await team(page, { tracks: ["mlops", "genaiops"] })}/result`),
  governance: async (page) => {
    await open(page, `/a/${await team(page)}/result`);
    await page.locator(".governance").getByText("Show evidence by framework").click();
    await page.locator("[data-framework]").first().waitFor();
  },
  evidence: async (page) => open(page, `/a/${await half(page)}/evidence`),
  "evidence-proposals": async (page) => {
    const { id, revision, capabilities } = await model(page);
    const ids = capabilities.map((one) => one.id).filter((one) => /registry|vcs|tracking|ci|drift/.test(one));
    const proposals = ids.slice(0, 4).map((capability) =>
      ({ capability, signal: capability, answer: "partly", evidence: [{ folder: 0, name: "MLflow", path: "src/train.py", line: 88 }] }));
    await open(page, `/a/${await half(page)}/evidence`);
    await page.getByLabel("Proposals file").setInputFiles({ name: "proposals.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({
      format: "mlops-maturity/proposals", version: 1, model: { id, revision }, made: "2026-01-12T09:30:00Z",
      folders: [{ name: "shop", address: "https://github.com/acme/shop", commit: "cc7ba018ee04a74efa7d52167af5e2860c267a89" }], proposals,
    })) });
    await page.locator("[data-proposal]").first().waitFor();
  },
  plan: async (page) => open(page, `/a/${await team(page)}/plan`),
  "plan-ticked": (page) => planned(page),
  "plan-tracks": (page) => planned(page, { tracks: ["mlops", "genaiops"] }),
  shared: async (page) => {
    await open(page, `/a/${await team(page)}/result`);
    const address = await page.getByLabel("Link to this result", { exact: true }).inputValue();
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator("main h1").waitFor();
  },
  "result-folds": async (page) => {
    await open(page, `/a/${await team(page)}/result`);
    await unfold(page, "Share");
    await unfold(page, "Export");
  },
  compare: async (page) => {
    await open(page, `/a/${await withHistory(page)}/result`);
    await page.getByRole("link", { name: "Compare", exact: true }).click();
    await page.getByRole("button", { name: /^baseline/ }).click();
    await page.locator(".verdict").waitFor();
  },
  "compare-choose": async (page) => { await withHistory(page); await open(page, "/compare"); },
  history: async (page) => open(page, `/a/${await withHistory(page)}/history`),
  "history-empty": async (page) => open(page, `/a/${await team(page)}/history`),
  "questions-again": async (page) => {
    await open(page, `/a/${await withHistory(page)}/history`);
    await page.getByRole("button", { name: "Start a new round" }).click();
    await page.locator("[data-capability]").first().waitFor();
  },
  gather: (page) => open(page, "/together"),
  "gather-read": together,
  together: united,
  discuss: async (page) => {
    await united(page);
    await page.getByRole("link", { name: "Discuss one by one" }).click();
    await page.getByRole("button", { name: "Show answers" }).click();
  },
  send: async (page) => open(page, `/a/${await team(page)}/send`),
  "teams-empty": (page) => open(page, "/teams"),
  teams,
  missing: (page) => open(page, "/a/nothing-of-that-name/result"),
  unknown: (page) => open(page, "/nowhere"),
  embed: (page) => open(page, "/embed"),
  embedded: (page) => page.goto("./?embed=essentials"),
  model: (page) => open(page, "/model"),
};

const chosen = (name, all) => process.env[name]?.split(",") ?? Object.keys(all);

for (const screen of chosen("SHOTS", SCREENS)) {
  for (const mode of chosen("MODES", MODES)) {
    test(`${screen}, ${mode}`, async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await SCREENS[screen](page);
      await page.emulateMedia({ reducedMotion: "reduce", ...MODES[mode] });
      // The pages as they leave a printer.
      if (mode === "print") return page.pdf({ path: `${FOLDER}/${screen}.pdf`, format: "A4" });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width === 320 ? 640 : 800 });
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: `${FOLDER}/${screen}-${width}-${mode}.png`, fullPage: true });
      }
    });
  }
}
