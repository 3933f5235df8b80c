// Text that changes after a translation replaced every text node.

import { expect, test } from "@playwright/test";
import { dealt, open, put, translate } from "./steps.mjs";

const every = (page, word) => dealt(page, { 1: [word], 2: [word], 3: [word], 4: [word] });

test("on a translated history, a snapshot changes the trend", async ({ page }) => {
  const [winter, spring] = [await every(page, "no"), await every(page, "yes")];
  const snapshots = ["2026-01-02", "2026-04-05"].map((day) => ({ at: `${day}T09:00:00Z`, label: day, answers: winter }));
  const id = await put(page, { answers: spring, updated: "2026-07-06T09:00:00Z", snapshots });
  await open(page, `/a/${id}/history`);
  const charts = page.locator(".trend h3");
  const titles = await charts.allTextContents();
  const lead = await page.locator("h2 + .lead").textContent();
  await translate(page);
  await page.getByRole("button", { name: "Delete" }).last().click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(charts).toHaveText(titles);
  await expect(page.locator("h2 + .lead")).toHaveText(lead);
});
