// What can be measured of how the pages look: what stands on the first screen, how long a page is, and whether its charts
// can be read in every mode.

import { expect, test } from "@playwright/test";
import { begin, dealt, open, put } from "./steps.mjs";

// A team with automated training, a release by hand, two mismatches and things that nobody knows. What comes first is known to
// be missing: the list of what to start now is as long as it gets.
async function team(page, more = {}) {
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "yes", "yes", "partly"], 3: ["no", "partly", "unknown"], 4: ["no"] });
  return put(page, { answers: { ...answers, "int-drift-monitor": "yes", "int-alert-action": "no", "rel-rollback": "no" }, target: { people: 3 }, ...more });
}

const bottom = (locator) => locator.evaluate((one) => Math.round(one.getBoundingClientRect().bottom));

test("the first screen of a result is the answer", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await expect(page.locator("[data-list=start-now] > [data-next]")).toHaveCount(3);
  await expect(page.locator("[data-list=plan-ahead] > [data-next]")).toHaveCount(1);
  for (const selector of [".verdict", ".profile", "[data-automate-first]", "[data-list=start-now]", "[data-list=plan-ahead]"]) {
    expect(await bottom(page.locator(selector)), selector).toBeLessThanOrEqual(800);
  }
  for (const act of [page.getByRole("link", { name: "Plan", exact: true }), page.getByRole("button", { name: "Share", exact: true })]) {
    await expect(act).toBeInViewport({ ratio: 1 });
  }
});

for (const [width, most] of [[1280, 3070], [320, 8537]]) {
  test(`at ${width} px the result is at most half as long as it was`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const id = await team(page);
    await open(page, `/a/${id}/result`);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most);
  });
}

test("the bar stays in view and leads to every part", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  for (const [name, heading] of [["Areas", "Results by area"], ["Manual work", "What is still manual"], ["Next steps", "Next steps"], ["Profile", /^Level/]]) {
    await page.getByRole("navigation", { name: "On this page" }).getByRole("button", { name }).click();
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeFocused();
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeInViewport();
    await expect(page.getByRole("link", { name: "Plan", exact: true })).toBeInViewport();
  }
});

test("a cell opens to its answers and a tile to its buttons, in place", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const cell = page.getByRole("button", { name: /^Model creation, level 2/ });
  await cell.click();
  await expect(cell).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".opened:visible .asked").getByText(/version control/)).toBeVisible();
  const tile = page.locator("[data-stage][data-automation=partly]").first();
  await tile.click();
  await expect(page.locator(".map .opened:visible").getByText(/done by hand\. Replace with: /).first()).toBeVisible();
  await tile.click();
  await expect(page.locator(".map .opened:visible")).toHaveCount(0);
});

/** The texts whose contrast with what they stand on is too low: with their class, text and ratio. */
const unreadable = (page) => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  /** What lies behind an element: colours that are seen through stand on those behind them. */
  const ground = (one) => {
    if (!one) return rgba("Canvas");
    const [r, g, b, a] = rgba(getComputedStyle(one).backgroundColor);
    if (a === 255) return [r, g, b];
    const behind = ground(one.parentElement);
    return [r, g, b].map((part, at) => (part * a + behind[at] * (255 - a)) / 255);
  };
  const found = [];
  for (const one of document.querySelectorAll("body *:not(svg *, :disabled)")) {
    const text = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).map((node) => node.data).join("");
    if (!text || !one.checkVisibility({ visibilityProperty: true }) || one.closest(".sr-only, .skip")) continue;
    const [ink, paper] = [luminance(rgba(getComputedStyle(one).color)), luminance(ground(one))];
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < 4.5) found.push(`${one.className} "${text}" ${ratio.toFixed(2)}`);
  }
  return found;
});

for (const [mode, media] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["print", { media: "print", colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["forced colours in the dark", { forcedColors: "active", colorScheme: "dark" }],
]) {
  test(`every text can be read in ${mode}`, async ({ page }) => {
    const id = await team(page);
    for (const place of [`a/${id}/result`, `a/${id}/plan`, "", `a/${id}/model-release`, `a/${id}/history`, `compare/own:${id}/own:${id}`, "teams", "embed"]) {
      await open(page, `/${place}`);
      await page.evaluate(() => document.querySelectorAll("[data-plan-step]").forEach((one) => one.click()));
      await page.emulateMedia(media);
      await page.evaluate(() => document.querySelectorAll(".cell, .tile").forEach((one) => one.click()));
      expect(await unreadable(page), place).toEqual([]);
    }
  });
}

test("the states of the map differ by shape as well as by shade", async ({ page }) => {
  const { capabilities } = await (await page.request.get("./model.json")).json();
  const ofStage = (stage, word) => capabilities.filter(({ manual }) => manual?.stage === stage).map(({ id }) => [id, word]);
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "yes", "yes", "partly"], 3: ["no", "partly", "unknown"], 4: ["no"] });
  const id = await put(page, { answers: { ...answers, ...Object.fromEntries([...ofStage("compare", "yes"), ...ofStage("deploy", "no")]) } });
  await open(page, `/a/${id}/result`);
  const shapes = await page.locator(".tile").evaluateAll((tiles) => Object.fromEntries(tiles.map((tile) => {
    const { borderStyle, borderWidth } = getComputedStyle(tile);
    const mark = getComputedStyle(tile.querySelector(".mark"));
    return [tile.dataset.automation, [borderStyle, borderWidth, mark.borderStyle, mark.backgroundImage, mark.backgroundColor].join(" ")];
  })));
  expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
  expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(3);
});

for (const width of [390, 800, 1280, 1920]) {
  test(`question, answers, lines and the way on end at one edge at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await begin(page, { scope: "full" });
    await page.locator("[data-capability]").first().getByRole("radio").first().check();
    const edges = await page.locator(".answers, .either, .question, .is-end").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
    expect(edges.length).toBeGreaterThan(10);
    expect([...new Set(edges)]).toHaveLength(1);
  });
}

test("at 1280 px the table of many teams shows all its columns", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await put(page, { answers: await dealt(page, { 1: ["yes"], 2: ["yes"], 3: ["no"], 4: ["no"] }), business_unit: "Retail" });
  await open(page, "/teams");
  await page.getByRole("button", { name: "Add assessments from this browser" }).click();
  const rows = page.locator(".teams-rows");
  await expect(rows.getByRole("columnheader")).toHaveCount(11);
  expect(await rows.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  const cut = await rows.getByRole("columnheader").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});
