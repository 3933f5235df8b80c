// The browser is killed, as by the system when memory is short: what the page said was saved is there afterwards.

import { chromium, expect, test } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, begin, capabilities, chosen, open } from "./steps.mjs";

const KILLS = 20;
const WORDS = ["Yes", "Partly", "No", "Don't know"];
const VALUES = ["yes", "partly", "no", "unknown"];

test.describe.configure({ mode: "serial" });

/** A browser of its own process, with a profile that outlives it. */
async function launch(profile, { executablePath, args }) {
  const process = spawn(
    executablePath,
    [...args, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-first-run", "about:blank"],
    { stdio: "ignore", detached: true },
  );
  const ended = new Promise((resolve) => process.once("exit", resolve));
  const file = join(profile, "DevToolsActivePort");
  let port;
  await expect.poll(async () => (port = (await readFile(file, "utf8").catch(() => "")).split("\n")[0]), { timeout: 20_000 }).not.toBe("");
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return {
    context: browser.contexts()[0],
    // The whole group at once, with no time to write anything.
    async kill() {
      globalThis.process.kill(-process.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => {});
      await rm(file, { force: true });
    },
  };
}

test(`of what was said to be saved nothing is lost when the browser is killed ${KILLS} times`, async ({ baseURL }, info) => {
  test.setTimeout(20 * 60_000);
  const { executablePath, args } = info.project.use.launchOptions;
  const profile = await mkdtemp(join(tmpdir(), "killed-"));
  let id;
  let area;
  const given = {};
  let [said, lost] = [0, []];
  try {
    for (let turn = 0; turn <= KILLS; turn += 1) {
      const browser = await launch(profile, { executablePath, args });
      const page = await browser.context.newPage();
      // Pages of a browser of its own know no base address.
      const goto = page.goto.bind(page);
      page.goto = (address, options) => goto(new URL(address, baseURL).href, options);
      if (id === undefined) {
        id = await begin(page, { scope: "full", tracks: "mlops,genaiops", title: "Killed" });
        area = page.url().split("/").pop();
      } else {
        await open(page, `/a/${id}/${area}`);
        await expect(page.locator("[data-capability]").first()).toBeVisible();
        // What comes back from the second storage is here a moment after the page.
        await expect.poll(() => chosen(page)).toMatchObject(given).catch(() => {});
        const there = await chosen(page);
        lost = lost.concat(Object.entries(given).filter(([name, value]) => there[name] !== value).map((one) => [turn, ...one]));
        Object.assign(given, there);
      }
      if (turn < KILLS) {
        const asked = await capabilities(page);
        const answers = 1 + (turn % 4);
        for (let at = 0; at < answers; at += 1) {
          const name = asked[(turn * 5 + at) % asked.length];
          // Never the answer that is there: that would not be saved again.
          const word = (VALUES.indexOf(given[name]) + 1 + (turn % 3)) % 4;
          await answer(page, name, WORDS[word]);
          await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
          given[name] = VALUES[word];
          said += 1;
        }
        // At once, or some seconds later.
        await page.waitForTimeout([0, 5, 40, 300, 1_500, 4_000, 6_500][turn % 7]);
      }
      await browser.kill();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  info.annotations.push({ type: "kills", description: `${KILLS} kills, ${said} answers said to be saved, ${lost.length} lost` });
  expect(lost).toEqual([]);
});
