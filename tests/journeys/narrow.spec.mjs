// 320 px: nothing is wider than the page, and what is seen first is read first.

import { expect, test } from "@playwright/test";
import { begin, dealt, open, put } from "./steps.mjs";

test.use({ viewport: { width: 320, height: 640 } });

/** Words as some languages have them, and as some people call things. */
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft_v2_final";
const OWN = {
  format: "mlops-maturity/model", version: 1, id: "long", revision: 3, title: `Model ${LONG}`, language: "de", support: 0.5,
  source: { title: LONG, address: `https://acme.example/${LONG}`, licence: "internal", note: LONG },
  levels: [0, 1, 2, 3, 4].map((number) => ({ number, name: `Stufe ${number} ${LONG}`, summary: LONG })),
  lenses: [{ id: "people", title: LONG }],
  tracks: [{ id: "acme", title: LONG }],
  areas: [{ id: "ground", track: "acme", title: LONG, why: LONG }, { id: "second", track: "acme", title: `Zwei ${LONG}`, why: LONG }],
  stages: [{ id: "ship", title: LONG }],
  capabilities: [["one", 1, "ground"], ["two", 2, "ground"], ["three", 1, "second"], ["four", 4, "second"]].map(([id, level, area], key) => ({
    key, id, area, level, lens: "people", weight: "core", title: LONG, question: `${LONG} ${LONG}? `.repeat(8), help: LONG, evidence: [LONG],
    examples: [LONG], needs: [], basis: LONG, manual: { stage: "ship", task: LONG },
    next: { action: LONG, deliverable: LONG, done_when: LONG, effort: [1, 2] },
  })),
  patterns: [], crosswalk: [],
};

/** What is in view beyond the right edge, and in no box that scrolls by itself. */
const outside = (page) => page.locator("body *").evaluateAll((all) => all.filter((one) => {
  if (!one.checkVisibility() || one.closest(".sr-only, .skip")) return false;
  for (let around = one.parentElement; around && around !== document.body; around = around.parentElement) {
    if (getComputedStyle(around).overflowX !== "visible") return false;
  }
  const { left, right, width } = one.getBoundingClientRect();
  return width > 0 && (right > innerWidth + 1 || left < -1);
}).map((one) => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().right)}: ${one.textContent.slice(0, 40)}`));

async function fits(page, place) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  expect(await outside(page), place).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
  expect(scrollWidth, place).toBeLessThanOrEqual(clientWidth);
}

test("a questionnaire of long words and long questions fits", async ({ page }) => {
  await page.route("**/models/own.json", (route) => route.fulfill({ json: OWN }));
  await page.goto(`./?model=models/own.json#/start?scope=full&title=${encodeURIComponent(LONG)}`);
  await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/ground$/);
  const id = page.url().match(/#\/a\/([0-9a-f-]{36})/)[1];
  await page.locator("[data-capability] input[value=partly]").first().check();
  await fits(page, "questions");
  for (const place of ["/", `/a/${id}/second`, `/a/${id}/result`, `/a/${id}/plan`, "/model", "/embed"]) {
    await page.evaluate((place) => { location.hash = `#${place}`; }, place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForTimeout(200);
    await fits(page, place);
  }
});

test("an assessment with a name of one long word fits wherever it is named", async ({ page }) => {
  const id = await put(page, { title: LONG, answers: await dealt(page, { 1: ["yes"], 2: ["yes", "partly"], 3: ["no"], 4: ["unknown"] }) });
  for (const place of ["/", `/a/${id}/people`, `/a/${id}/result`, `/a/${id}/plan`]) {
    await open(page, place);
    await fits(page, place);
  }
  await page.goto("about:blank");
  await open(page, "/");
  await page.locator(".menu > summary").first().click();
  await page.getByRole("button", { name: /^Delete / }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await outside(page)).toEqual([]);
});

test("what is reached by Tab is reached from top to bottom, and from left to right", async ({ page }) => {
  const id = await begin(page, { title: "Order" });
  await page.locator("[data-capability] input[value=yes]").first().check();
  for (const place of ["/", `/a/${id}/people`, `/a/${id}/result`, `/a/${id}/plan`]) {
    await open(page, place);
    await page.evaluate(() => document.querySelectorAll("details:not(.menu)").forEach((one) => { one.open = true; }));
    await page.evaluate(() => scrollTo(0, 0));
    const jumps = await page.locator(":is(header, main, footer) :is(a[href], button, input, textarea, select, summary, h1, h2, h3, p)").evaluateAll((all) => {
      const seen = all.filter((one) => one.checkVisibility() && !one.closest("[popover], .sr-only, .menu > div, .bar") && one.getBoundingClientRect().height > 1);
      return seen.slice(1).flatMap((one, at) => {
        const [now, before] = [one.getBoundingClientRect(), seen[at].getBoundingClientRect()];
        // What is inside of the one before, or beside it, is no jump.
        const isBelow = now.bottom > before.top + 1;
        return isBelow || seen[at].contains(one) ? [] : [`${seen[at].textContent.slice(0, 30)} -> ${one.textContent.slice(0, 30)}`];
      });
    });
    expect(jumps, place).toEqual([]);
  }
});
