// What a person does on the page, in the page's own words: every journey is written with these.

import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

export const ANSWERS = ["Yes", "Partly", "No", "Don't know", "Not applicable"];

/** Opens a place in the page. Addresses are relative: the page lives at a sub-path. */
export async function open(page, fragment = "/") {
  await page.goto(`./#${fragment}`);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  // Some pages are fetched when they are first needed.
  await expect(page.locator("main h1")).toBeVisible();
}

/** Stores an assessment as this page would, with these answers. */
export async function put(page, { id = "0b6f0f3c-3a52-4a44-9d39-5e0d4c1f5a10", answers = {}, ...more } = {}) {
  const given = Object.fromEntries(Object.entries(answers).map(([one, value]) => [one, { value }]));
  const day = "2026-11-23T09:00:00Z";
  const file = {
    format: "mlops-maturity/assessment", version: 1, model: { id: "mlops", revision: 1 }, id, title: "Payments ML",
    tracks: ["mlops"], scope: "full", created: day, updated: day, target: {}, plan: {}, snapshots: [], ...more, answers: given,
  };
  await page.goto("./model.json");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`mlops-maturity:assessment:${id}`, JSON.stringify(file)]);
  return id;
}

/** How many questions a question set asks, counted from the questionnaire that the page has. */
export async function counted(page, scope = "essentials", tracks = ["mlops"]) {
  const model = await (await page.request.get("./model.json")).json();
  const areas = model.areas.filter((area) => tracks.includes(area.track)).map((area) => area.id);
  return model.capabilities.filter(({ area, weight }) => areas.includes(area) && (scope === "full" || weight !== "supporting")).length;
}

/** Answers by level: the words for each level are dealt out in turn. */
export async function dealt(page, words) {
  const model = await (await page.request.get("./model.json")).json();
  const turn = {};
  return Object.fromEntries(model.capabilities.map(({ id, level }) => {
    turn[level] = (turn[level] ?? -1) + 1;
    return [id, words[level][turn[level] % words[level].length]];
  }));
}

/** What a download holds. */
export async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Begins an assessment and stands on its first area. */
export async function begin(page, { scope = "essentials", tracks = "mlops", title = "" } = {}) {
  await open(page, `/start?scope=${scope}&tracks=${tracks}&title=${encodeURIComponent(title)}`);
  await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/[a-z-]+$/);
  return page.url().match(/#\/a\/([0-9a-f-]{36})/)[1];
}

export function question(page, capability) {
  return page.locator(`[data-capability="${capability}"]`);
}

/** The practices asked about on this page, in order, once the whole document is read: it may still be arriving. */
export async function capabilities(page) {
  await page.waitForFunction(() => document.readyState !== "loading");
  return page.locator("[data-capability]").evaluateAll((all) => all.map((one) => one.dataset.capability));
}

export async function answer(page, capability, words) {
  await question(page, capability).getByRole("radio", { name: words, exact: true }).check();
}

/** Opens what stands behind "Share" or "Export" on the result. */
export async function unfold(page, name) {
  await page.getByRole("button", { name, exact: true }).first().click();
}

/** Opens an assessment's menu on the start page and chooses from it, such as "Rename Payments ML". */
export async function choose(page, what) {
  const entry = page.locator(".entry").filter({ has: page.getByRole("heading", { name: what.slice(what.indexOf(" ") + 1), exact: true }) });
  await entry.locator(".menu > summary").click();
  await entry.getByRole("button", { name: what, exact: true }).click();
}

/** What is chosen on this page, by capability. */
export async function chosen(page) {
  return page.locator("[data-capability] input[type=radio]:checked").evaluateAll((all) =>
    Object.fromEntries(all.map((radio) => [radio.name, radio.value])),
  );
}

/** The ids of the areas, as the navigation lists them. */
export async function areas(page) {
  return page
    .getByRole("navigation", { name: "Areas" })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.hash.split("/").pop()));
}

export async function stored(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      Object.entries(localStorage)
        .filter(([key]) => key.startsWith("mlops-maturity:assessment:"))
        .map(([key, text]) => [key, JSON.parse(text)]),
    ),
  );
}

/** No violation of WCAG 2.2 AA or of axe's best practices. */
export async function expectAccessible(page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // A frame here holds the page itself, as a preview: that is judged on its own, and may be a landmark of its own.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").withTags(tags).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
  expect(told).toEqual([]);
}

export async function expectNoSidewaysScroll(page) {
  const { inner, scroll } = await page.evaluate(() => ({
    inner: document.documentElement.clientWidth,
    scroll: document.documentElement.scrollWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(inner);
}

/** Replaces every text of the page, or of a part of it, as a translation does: in elements of its own, and the text nodes are gone. */
export const translate = (page, part = "body") => page.evaluate((part) => {
  const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement("font");
    font.textContent = `\u00b7${text.data}`;
    text.replaceWith(font);
  }
}, part);
