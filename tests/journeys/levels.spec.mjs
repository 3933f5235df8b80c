// Levels in plain words, the glossary, the worked example, what is assessed and the outcome numbers.

import { expect, test } from "@playwright/test";
import { dealt, downloaded, expectAccessible, expectNoSidewaysScroll, open, put, unfold } from "./steps.mjs";

async function team(page, more = {}) {
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "partly"], 3: ["no"], 4: ["no"] });
  return put(page, { answers, ...more });
}

const texts = async (page) => (await page.request.get("./guidance.json")).json();

test("every cell of the profile opens to its level in plain words, a scene, and when it pays off", async ({ page }) => {
  const id = await team(page);
  const { area_levels: said, levels } = await texts(page);
  await open(page, `/a/${id}/result`);
  const cells = page.locator(".profile .cell");
  await expect(cells).toHaveCount(16);
  for (const [at, area] of [[0, "people"], [6, "model-creation"], [15, "application-integration"]]) {
    const level = (at % 4) + 1;
    const told = said.find((one) => one.area === area && one.level === level);
    await cells.nth(at).click();
    const panel = page.locator(".opened:visible");
    await expect(panel).toContainText(told.text);
    await expect(panel).toContainText(told.scene);
    await expect(panel).toContainText(levels[level].pays_off);
  }
});

test("a term in the help of a question leads to its place in the glossary", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/model-release`);
  const card = page.locator("[data-capability=rel-rollback]");
  await card.locator("summary").first().click();
  await expect(card.getByText("Putting the previous version back into service.")).toBeVisible();
  await card.getByRole("link", { name: "rollback", exact: true }).click();
  await expect(page).toHaveURL(/#\/model\/term-rollback$/);
  await expect(page.locator("#term-rollback")).toBeFocused();
  await expect(page.locator("#term-rollback")).toBeInViewport();
  await expectAccessible(page);
});

test("the worked example opens read-only, both rounds of it", async ({ page }) => {
  await open(page, "/model");
  for (const [round, verdict] of [[1, "Level 1 in every area."], [2, /^Level 1 overall\. Held back by Model creation\. People, Model release and Application integration are at level 2\.$/]]) {
    await open(page, "/model");
    await page.getByRole("link", { name: `Open the result of round ${round}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Returns, a mid-sized online shop" })).toBeVisible();
    await expect(page.locator(".verdict")).toHaveText(verdict);
    await expect(page.getByText("It is read-only")).toBeVisible();
  }
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("assessment")))).toEqual([]);
});

test("outcome numbers are typed once, kept, shown at the head and in an export, and never scored", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const verdict = await page.locator(".verdict").innerText();
  await page.getByRole("button", { name: "Details and delivery metrics" }).click();
  await page.getByLabel("Assessed product").fill("Card fraud scoring, 3 live models");
  // The day of the last change stands in the head: it is today from now on.
  await page.locator(".profile .cell").first().click();
  await page.getByLabel("Lead time to production (days)").fill("21");
  await page.getByLabel("Last model release").fill("2026-11-02");
  await page.getByLabel("Time to restore service (hours)").fill("1");
  // What is typed here redraws nothing else: the cell is still open, the field has the focus.
  await expect(page.getByLabel("Time to restore service (hours)")).toBeFocused();
  await expect(page.locator(".opened:visible")).toHaveCount(1);
  const head = page.locator(".result-head");
  await expect(head).toContainText("Assessed product: Card fraud scoring, 3 live models");
  const numbers = "Lead time 21 days; last model release 2 November 2026; time to restore 1 hour";
  await expect(head).toContainText(numbers);
  await page.reload();
  await expect(head).toContainText(numbers);
  expect(await page.locator(".verdict").innerText()).toBe(verdict);
  await unfold(page, "Export");
  const file = await downloaded(page, () => page.getByRole("button", { name: "Markdown", exact: true }).click());
  expect(file.bytes.toString()).toContain(`**Delivery metrics:** ${numbers}. Reported by the team, not scored.`);
  // Taken out again, nothing of it is left.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Details and delivery metrics" }).click();
  await page.getByLabel("Time to restore service (hours)").fill("");
  await expect(head).not.toContainText("time to restore");
});

test("a number that is none is refused with a sentence, and the wheel changes nothing", async ({ page }) => {
  const id = await team(page, { outcomes: { days_to_live: 21 } });
  await open(page, `/a/${id}/result`);
  await page.getByRole("button", { name: "Details and delivery metrics" }).click();
  const days = page.getByLabel("Lead time to production (days)");
  for (const typed of ["2.5", "-1", "two"]) {
    await days.fill(typed);
    await expect(days).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Enter a whole number from 0 to 268,435,455. The last valid value is kept.")).toBeVisible();
    await expect(page.locator(".result-head")).toContainText("21 days");
  }
  await days.fill("18");
  await expect(page.locator(".result-head")).toContainText("18 days");
  await days.hover();
  await page.mouse.wheel(0, 300);
  await expect(days).toHaveValue("18");
});

test("habits that are in place carry over where both tracks are asked", async ({ page }) => {
  const id = await team(page, { tracks: ["mlops", "genaiops"] });
  await open(page, `/a/${id}/result`);
  await expect(page.getByRole("heading", { name: "What you can reuse for GenAIOps" })).toHaveCount(1);
  await expect(page.getByText(/can be reused for /).first()).toBeVisible();
  await expect(page.getByText("Extend the tools you have").first()).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`nothing of it is wider than ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const outcomes = { days_to_live: 21, last_release: "2026-11-02", hours_to_restore: 6 };
    const id = await team(page, { tracks: ["mlops", "genaiops"], about: "Card fraud scoring, 3 live models", outcomes });
    await open(page, `/a/${id}/result`);
    await page.getByRole("button", { name: "Details and delivery metrics" }).click();
    await expectNoSidewaysScroll(page);
    await open(page, "/model/term-drift");
    await expect(page.locator("#term-drift")).toBeFocused();
    await expectNoSidewaysScroll(page);
  });
}
