// A new round: what has older evidence is asked first, and is confirmed or changed.

import { expect, test } from "@playwright/test";
import { answer, begin, capabilities, expectAccessible, expectNoSidewaysScroll, open, put, question, stored, unfold } from "./steps.mjs";

const DATED = { "rel-rollback": "2025-07-01", "cre-exp-tracking": "2026-03-31" };

/** An assessment with answers, two of them with the date of their evidence. */
async function dated(page) {
  const model = await (await page.request.get("./model.json")).json();
  const id = await put(page, { answers: Object.fromEntries(model.capabilities.filter(({ weight }) => weight === "core").map((one) => [one.id, "yes"])), scope: "essentials" });
  await page.evaluate(([key, dated]) => {
    const file = JSON.parse(localStorage.getItem(key));
    for (const [one, day] of Object.entries(dated)) file.answers[one] = { value: "yes", evidence: "https://wiki.example/x", evidence_date: day };
    localStorage.setItem(key, JSON.stringify(file));
  }, [`mlops-maturity:assessment:${id}`, DATED]);
  return id;
}

test("in a new round older evidence is asked about first, and is confirmed or changed by keyboard", async ({ page }) => {
  const id = await dated(page);
  await open(page, `/a/${id}`);
  await expect(page.getByRole("heading", { name: "Check this evidence first" })).toHaveCount(0);
  await open(page, `/a/${id}/history`);
  await page.getByRole("button", { name: "Start a new round" }).click();
  const list = page.getByRole("region", { name: "Check this evidence first" });
  await expect(list.getByText("2 answers with evidence from before this round, the oldest first.")).toBeVisible();
  await expect(list.getByRole("listitem").nth(0)).toContainText("Evidence dated 1 July 2025");
  await expect(list.getByRole("listitem").nth(1)).toContainText("Evidence dated 31 March 2026");
  await expectAccessible(page);

  // The first way out: yes, still correct.
  await list.getByRole("button").nth(0).press("Enter");
  const oldest = question(page, "rel-rollback");
  await expect(oldest).toHaveAccessibleDescription("Evidence dated 1 July 2025, from before this round. Still correct?");
  await expect(oldest.getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
  const height = async () => (await oldest.boundingBox()).height;
  const before = await height();
  await oldest.getByRole("button", { name: "Keep this answer" }).press("Enter");
  await expect(oldest.getByText("Still correct?")).toHaveCount(0);
  await expect(oldest.getByRole("button", { name: "Keep this answer" })).toBeHidden();
  await expect(oldest.getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
  expect(await height()).toBe(before);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });

  // The next open one is the other with older evidence, wherever it is; its second way out: another answer.
  await page.locator("#next-open").click();
  const other = question(page, "cre-exp-tracking");
  await expect(other.getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
  await page.keyboard.press("3");
  await expect(other.getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await expect(other.getByText("Still correct?")).toHaveCount(0);
  await expect(other.getByText("Evidence dated 31 March 2026", { exact: true }).first()).toBeVisible();
  await expect.poll(async () => {
    const [file] = Object.values(await stored(page));
    return [file.answers["cre-exp-tracking"], file.answers["rel-rollback"]].map(({ value, later, evidence_date }) => [value, later ?? false, evidence_date]);
  }).toEqual([["no", false, "2026-03-31"], ["yes", false, "2025-07-01"]]);
  // The rest of the round goes on as ever.
  await page.locator("#next-open").click();
  await expect(page.getByRole("button", { name: "Keep this answer" }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: "Check this evidence first" })).toHaveCount(0);
});

test("t confirms an answer with older evidence too", async ({ page }) => {
  const id = await dated(page);
  await open(page, `/a/${id}/history`);
  await page.getByRole("button", { name: "Start a new round" }).click();
  await page.getByRole("region", { name: "Check this evidence first" }).getByRole("button").nth(1).click();
  await expect(question(page, "cre-exp-tracking").getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
  await page.keyboard.press("t");
  await expect(question(page, "cre-exp-tracking").getByText("Still correct?")).toHaveCount(0);
});

test("business unit, number of models and evidence date come from their fields, and go into a link only when asked", async ({ page }) => {
  await open(page, "/");
  await page.getByText("More details (optional)").click();
  await page.getByLabel("Business unit", { exact: true }).fill(" Risk & co ");
  await page.getByLabel("Number of models in production").fill("2.5");
  await expect(page.getByText("Enter a whole number from 1 to 1,000.")).toBeVisible();
  await expect(page.getByLabel("Number of models in production")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Number of models in production").fill("12");
  await expect(page.getByText("Enter a whole number")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await question(page, first).locator("summary", { hasText: "Note" }).click();
  await page.getByLabel(/^Date of the evidence/).first().fill("2026-11-20");
  const file = async () => Object.values(await stored(page))[0];
  await expect.poll(async () => (await file()).answers[first].evidence_date).toBe("2026-11-20");
  const { id, business_unit, models } = await file();
  expect([business_unit, models]).toEqual(["Risk & co", 12]);
  await open(page, `/a/${id}/result`);
  await expect(page.getByText("Risk & co").first()).toBeVisible();
  await unfold(page, "Share");
  const contents = page.locator("section.share p").first();
  await expect(contents).toContainText("your answers and the date, and nothing else");
  for (const [box, part] of [["Include the business unit", "the business unit"], ["Include the number of models", "the number of models"], ["Include evidence dates", "the evidence dates"]]) {
    await page.getByLabel(box).check();
    await expect(contents).toContainText(part);
  }
  const link = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  const other = await (await page.context().browser().newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText("Risk & co").first()).toBeVisible();
  await other.getByLabel("Name of the copy").fill("Copy");
  await other.getByRole("button", { name: "Save a copy" }).click();
  await expect.poll(async () => { const [copy] = Object.values(await stored(other)); return copy && [copy.business_unit, copy.models, copy.answers[first].evidence_date]; }).toEqual(["Risk & co", 12, "2026-11-20"]);
  await other.context().close();

  // All of it can be changed on the result; a wrong number changes nothing.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Details and delivery metrics" }).click();
  await page.getByLabel("Number of models in production").fill("0");
  await expect(page.getByText("Enter a whole number from 1 to 1,000. The last valid value is kept.")).toBeVisible();
  expect((await file()).models).toBe(12);
  await page.getByLabel("Number of models in production").fill("");
  await page.getByLabel("Business unit", { exact: true }).fill("Retail");
  await expect.poll(async () => { const { models, business_unit } = await file(); return [models, business_unit]; }).toEqual([undefined, "Retail"]);
});
