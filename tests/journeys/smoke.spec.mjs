import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { answer, capabilities } from "./steps.mjs";

function watched(page) {
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  return faults;
}

test("the release build starts at a sub-path under its own policy without a word in the console", async ({ page }) => {
  const faults = watched(page);
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(faults).toEqual([]);
});

test("the one-file build starts from a disk and takes answers", async ({ page }) => {
  const faults = watched(page);
  await page.goto(`file://${fileURLToPath(new URL("../../dist/mlops-maturity.html", import.meta.url))}`);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await page.getByRole("button", { name: "Start" }).click();
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await expect(page.locator(`[data-capability="${first}"] input:checked`)).toHaveValue("yes");
  expect(faults).toEqual([]);
});
