// How long the page takes to list and read a folder of code, and the longest task that blocks it meanwhile.

import { test } from "@playwright/test";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, put } from "./steps.mjs";

const SIZES = [500, 5_000, 50_000];
const TRAIN = "import mlflow\nfrom sklearn.linear_model import Ridge\n\nmodel.fit(x, y)\nmlflow.log_metric(\"rmse\", 1)\n";

/** A folder of so many Python files of up to 5 kB, in 50 packages. */
function folder(many) {
  const root = mkdtempSync(join(tmpdir(), "scan-"));
  for (let at = 0; at < many; at += 1) {
    mkdirSync(join(root, `pkg${at % 50}`), { recursive: true });
    writeFileSync(join(root, `pkg${at % 50}`, `m${at}.py`), at ? "value = 1\n".repeat(at % 500) : TRAIN);
  }
  return root;
}

test("list and read a folder", async ({ browser }) => {
  test.setTimeout(600_000);
  let before;
  for (const many of SIZES) {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(() => { delete globalThis.showDirectoryPicker; delete Window.prototype.showDirectoryPicker; });
    const id = await put(page, { answers: {} });
    await open(page, `/a/${id}/evidence`);
    // From the event on: what the browser does before it to hand the files over is not the page's, and is one task with it.
    await page.evaluate(() => document.addEventListener("change", () => {
      globalThis.start = performance.now();
      globalThis.longest = 0;
      new PerformanceObserver((seen) => { for (const { startTime, duration } of seen.getEntries()) if (startTime >= start) longest = Math.max(longest, duration); }).observe({ type: "longtask" });
    }, { capture: true, once: true }));
    await page.getByLabel("Folder with your code").setInputFiles(folder(many));
    await page.getByRole("button", { name: "Read these files" }).click({ timeout: 120_000 });
    await page.locator("[data-proposal]").first().waitFor({ timeout: 300_000 });
    const [ms, longest] = await page.evaluate(() => [performance.now() - start, longest]);
    const growth = before ? `, ${(ms / before).toFixed(1)} times the one before` : "";
    console.log(`${many} files: ${ms.toFixed(0)} ms (${(ms / many).toFixed(2)} a file${growth}), longest task ${longest.toFixed(0)} ms`);
    before = ms;
    await page.context().close();
  }
});
