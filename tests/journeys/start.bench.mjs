// How soon the first question can be answered on a slow phone, beside an empty page and beside the same questions in SurveyJS.
// One run, in turns, so that whatever else the machine does falls on all of them; what counts are the ratios. Nothing is
// judged but that each page really works. ROUNDS says how often.

import { expect, test } from "@playwright/test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { serve } from "./server.mjs";
import { ANSWERS } from "./steps.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const SLOWED = 4;
/** What Chromium's own tools call slow 4G, in ms and bytes a second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
/** A task is felt from here on; work after the first question, such as drawing the rest, counts for as long as it goes on. */
const FELT_MS = 50;
const QUIET_MS = 2_000;

const PACKAGES = new URL("../node_modules/", import.meta.url).pathname;
const DIST = new URL("../../dist/", import.meta.url).pathname;
const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

const PAGES = {
  "empty page": { at: "empty/index.html", ready: "h1" },
  "this page, start": { at: "page/", ready: "html[data-started]" },
  "this page, questions": { at: "page/#/start?scope=essentials&tracks=mlops", ready: "[data-capability] input[type=radio]", questions: "[data-capability]" },
  SurveyJS: { at: "surveyjs/index.html", ready: "#survey input[type=radio]", questions: ".sd-question" },
};

/** The questions that the page asks at `at` above, as SurveyJS takes them: one page an area, as here. */
function asSurvey({ title, areas, capabilities }) {
  const question = ({ id, question, help }) => ({
    type: "radiogroup", name: id, title: question, description: help, choices: ANSWERS.map((text, value) => ({ value, text })),
  });
  const asked = (area) => capabilities.filter((one) => one.core && one.area === area.id);
  const pages = areas.filter(({ track }) => track === "mlops").map((area) => ({ title: area.title, description: area.why, elements: asked(area).map(question) }));
  return { title, pages: pages.filter(({ elements }) => elements.length > 0) };
}

/** Lays the pages to be compared beside each other. */
function laid() {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(text));
  };
  put("empty/index.html", `${HEAD}<title>Empty</title></head><body><h1>Nothing</h1></body></html>`);
  // As its documentation has it, and made as quick as that allows: the smaller style sheet, all of it asked for at once.
  const files = ["survey-core/survey-core.fontless.min.css", "survey-core/survey.core.min.js", "survey-js-ui/survey-js-ui.min.js"];
  const [style, ...scripts] = files.map((file) => {
    put(`surveyjs/${basename(file)}`, readFileSync(join(PACKAGES, file)));
    return basename(file);
  });
  put("surveyjs/survey.json", JSON.stringify(asSurvey(JSON.parse(readFileSync(join(DIST, "model.json"))))));
  put("surveyjs/begin.js", 'fetch("survey.json").then((found) => found.json()).then((json) => new Survey.Model(json).render(document.getElementById("survey")));');
  put("surveyjs/index.html", `${HEAD}<title>SurveyJS</title>
    <link rel="preload" href="survey.json" as="fetch" crossorigin><link rel="stylesheet" href="${style}">
    ${[...scripts, "begin.js"].map((script) => `<script defer src="${script}"></script>`).join("")}</head><body><div id="survey"></div></body></html>`);
  return folder;
}

/** Runs in the page before all else: notes when what is waited for is on the screen, and every long task. */
function watch(ready) {
  const seen = (window.seen = { ready: null, tasks: [] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    seen.last = performance.now();
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    // The frame that shows it is painted before the next task.
    if (document.querySelector(ready)?.getClientRects().length) setTimeout(() => (seen.ready = seen.last = performance.now()));
    else requestAnimationFrame(look);
  };
  look();
}

/** One visit by somebody who never came before. */
async function visit(browser, address, { ready, questions }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", SLOW_4G);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.addInitScript(watch, ready);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction((quiet) => seen.ready && performance.now() - seen.last > quiet, QUIET_MS, { polling: 250 });
  const found = await page.evaluate(() => ({ ...seen, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime }));
  let asked = 0;
  if (questions) {
    const first = page.locator(ready).first();
    await first.check({ force: true });
    await expect(first).toBeChecked();
    asked = await page.locator(questions).count();
  }
  await context.close();
  const blocking = found.tasks.reduce((sum, ms) => sum + Math.max(0, ms - FELT_MS), 0);
  return { paint: found.paint, ready: found.ready, blocking, longest: Math.max(0, ...found.tasks), bytes, asked };
}

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

test("from a cold start to the first question", async ({ browser }) => {
  test.setTimeout((ROUNDS + 1) * 180_000);
  const folder = laid();
  const server = await serve({ folder, path: "/wiki/tools/" });
  const page = await serve({ folder: DIST, path: "/wiki/tools/page/" });
  const address = ({ at }) => `http://127.0.0.1:${(at.startsWith("page/") ? page : server).address().port}/wiki/tools/${at}`;
  const names = Object.keys(PAGES);
  const visits = Object.fromEntries(names.map((name) => [name, []]));
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      for (let turn = 0; turn < names.length; turn += 1) {
        const name = names[(turn + Math.max(0, round)) % names.length];
        const one = await visit(browser, address(PAGES[name]), PAGES[name]);
        // The first time around warms the machine up.
        if (round >= 0) visits[name].push(one);
      }
    }
  } finally {
    server.close();
    page.close();
    rmSync(folder, { recursive: true });
  }
  const of = (name, what) => median(visits[name].map((one) => one[what]));
  const asked = ["this page, questions", "SurveyJS"].map((name) => of(name, "asked"));
  expect(asked[0], "both show the same questions of the first area").toBe(asked[1]);

  const ms = (value) => `${value.toFixed(0)} ms`.padStart(10);
  console.log(`\nMedians of ${ROUNDS} rounds in turns, CPU slowed ${SLOWED}x, slow 4G; ${asked[0]} questions on the first screen`);
  console.log(`${"".padEnd(24)}${["first paint", "ready", "blocking", "longest", "fetched"].map((head) => head.padStart(12)).join("")}`);
  for (const name of names) {
    const cells = ["paint", "ready", "blocking", "longest"].map((what) => ms(of(name, what)).padStart(12));
    console.log(`${name.padEnd(24)}${cells.join("")}${`${(of(name, "bytes") / 1000).toFixed(1)} kB`.padStart(12)}`);
  }
  const each = (name, what, beside) => visits[name].map((one, round) => one[what] / visits[beside][round][what]);
  const ratio = (name, what, beside) => {
    const all = each(name, what, beside);
    return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
  };
  const rows = [
    ["first paint, beside the empty page", ratio("this page, start", "paint", "empty page"), "1.50"],
    ["ready, beside SurveyJS", ratio("this page, questions", "ready", "SurveyJS"), "0.45"],
    ["blocking, start", ms(of("this page, start", "blocking")).trim(), "50 ms"],
    ["blocking, questions", ms(of("this page, questions", "blocking")).trim(), "50 ms"],
  ];
  console.log(`\n${"".padEnd(40)}${"measured (least to most)".padEnd(28)}aim, at most`);
  for (const [what, measured, aim] of rows) console.log(`${what.padEnd(40)}${measured.padEnd(28)}${aim}`);
});
