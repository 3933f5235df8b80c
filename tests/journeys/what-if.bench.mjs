// How long a tick of the plan takes until everything that follows from it is drawn, on a slow machine.

import { test } from "@playwright/test";
import { dealt, open, put } from "./steps.mjs";

const SLOWED = 6;
const FRAME_MS = 1000 / 60;

test("what if", async ({ page }) => {
  const answers = await dealt(page, { 1: ["yes", "partly"], 2: ["no", "partly"], 3: ["no", "unknown"], 4: ["no"] });
  const target = Object.fromEntries(["people", "model-creation", "model-release", "application-integration"].map((id) => [id, 4]));
  const id = await put(page, { answers, target });
  await open(page, `/a/${id}/plan`);
  const steps = await page.locator("[data-plan-step]").count();
  for (const rate of [1, SLOWED]) {
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    const times = await page.evaluate(async () => {
      const ticks = [...document.querySelectorAll("[data-plan-step]")];
      const planned = () => document.querySelector(".what-if").textContent;
      const times = [];
      for (let round = 0; round < 60; round += 1) {
        await new Promise(requestAnimationFrame);
        const before = planned();
        const start = performance.now();
        ticks[round % ticks.length].click();
        // Effects run before the next task; the layout is asked for so that it is counted.
        while (planned() === before) await Promise.resolve();
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other);
    });
    const at = (share) => times[Math.floor(share * (times.length - 1))];
    const say = (ms) => `${ms.toFixed(1)} ms (${(ms / FRAME_MS).toFixed(2)} frames)`;
    console.log(`${steps} steps, CPU slowed ${rate}x: median ${say(at(0.5))}, 95 % within ${say(at(0.95))}`);
  }
});
