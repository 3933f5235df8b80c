// How long the page takes for many teams, from the file to what is drawn of it, and how smoothly its rows scroll.
//
// The links come from `mlops-maturity generate`; MLOPS_MATURITY names that program where it is not to be built here.

import { test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloaded, open, unfold } from "./steps.mjs";

const SIZES = [100, 1_000, 10_000, 100_000];
const SLOWED = 4;
const LONGEST_FRAME_MS = 50;

/** A file with the links of so many made-up teams. */
function generated(many) {
  const built = process.env.MLOPS_MATURITY;
  const [program, before] = built
    ? [built, []]
    : ["cargo", ["run", "--quiet", "--profile", "native", "--package", "mlops-maturity-cli", "--"]];
  const file = join(mkdtempSync(join(tmpdir(), "teams-")), "teams.txt");
  writeFileSync(file, execFileSync(program, [...before, "generate", String(many)], { maxBuffer: 1 << 28 }));
  return file;
}

/** Brings a file; resolves to the milliseconds until its teams are drawn, with everything counted that the page says of them. */
async function brought(page, file, many) {
  const drawn = page.evaluate((rows) => new Promise((resolve) => {
    let start;
    document.addEventListener("change", () => { start = performance.now(); }, { capture: true, once: true });
    const look = () => {
      const grid = document.getElementById("teams-grid");
      if (grid?.getAttribute("aria-rowcount") === rows && document.querySelector(".in-common")) {
        document.body.getBoundingClientRect();
        resolve(performance.now() - start);
      } else requestAnimationFrame(look);
    };
    look();
  }), String(many + 1));
  await page.locator("input[type=file]").setInputFiles(file);
  return drawn;
}

async function megabytes(page) {
  const client = await page.context().newCDPSession(page);
  const { usedSize, backingStorageSize = 0 } = await client.send("Runtime.getHeapUsage");
  return (usedSize + backingStorageSize) / 1e6;
}

test("read, score and count", async ({ browser }) => {
  test.setTimeout(600_000);
  let before;
  for (const many of SIZES) {
    const page = await (await browser.newContext()).newPage();
    await open(page, "/teams");
    const ms = await brought(page, generated(many), many);
    const growth = before ? `, ${(ms / before).toFixed(1)} times the one before` : "";
    console.log(`${many} teams: ${ms.toFixed(0)} ms (${(ms / many).toFixed(3)} a team${growth}), ${(await megabytes(page)).toFixed(0)} MB`);
    before = ms;
    if (many === 10_000) console.log(await besideJavaScript(page, ms));
    await page.context().close();
  }
});

/** The same teams as rows, read and counted by plain JavaScript: what the page has to be measured by. */
async function besideJavaScript(page, ms) {
  await unfold(page, "Export");
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "CSV", exact: true }).click());
  const took = await page.evaluate((text) => {
    const start = performance.now();
    const rows = text.trimEnd().split("\r\n").map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell.replaceAll('""', '"')));
    const [head, ...teams] = rows;
    const counts = head.map(() => [0, 0, 0, 0, 0]);
    for (const team of teams) team.forEach((cell, at) => { if (head[at].endsWith("_low") && cell) counts[at][Number(cell)] += 1; });
    return { ms: performance.now() - start, counts };
  }, bytes.toString());
  return `the same rows as CSV in plain JavaScript, read and counted: ${took.ms.toFixed(0)} ms; links take ${(ms / took.ms).toFixed(1)} times that`;
}

test("scroll ten thousand rows", async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, "/teams");
  await brought(page, generated(10_000), 10_000);
  const client = await page.context().newCDPSession(page);
  await page.waitForTimeout(500);
  for (const rate of [1, SLOWED]) {
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    for (const [how, step] of [["slowly", 60], ["quickly", 900], ["by leaps", 37_000]]) {
      const frames = await page.evaluate(async (step) => {
        const rows = document.getElementById("teams-rows");
        rows.scrollTop = 0;
        const frame = () => new Promise(requestAnimationFrame);
        for (let at = 0; at < 10; at += 1) await frame();
        const frames = [];
        let last = await frame();
        for (let at = 1; at <= 120; at += 1) {
          rows.scrollTop = (at * step) % (rows.scrollHeight - rows.clientHeight);
          const now = await frame();
          frames.push(now - last);
          last = now;
        }
        return frames.sort((one, other) => one - other);
      }, step);
      const longest = frames.at(-1);
      const at = (share) => frames[Math.floor(share * (frames.length - 1))].toFixed(1);
      const word = Math.round(longest) > LONGEST_FRAME_MS ? "  TOO LONG" : "";
      console.log(`CPU slowed ${rate}x, ${how}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${longest.toFixed(1)} ms${word}`);
    }
  }
});
