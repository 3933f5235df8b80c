// The pictures in docs/screenshots/: start, questions and result, in three widths, light and dark.

import { test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { answer, areas, begin, capabilities, open } from "./steps.mjs";

const FOLDER = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));

// A team with automated training, a hand-made release, and two things nobody knows.
const WORDS = { 1: ["Yes"], 2: ["Yes", "Yes", "Yes", "Partly"], 3: ["No", "Partly", "Don't know"], 4: ["No"] };

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1280]) {
    test(`${width} ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const picture = (name) => page.screenshot({ path: `${FOLDER}/${name}-${width}-${colorScheme}.png` });
      await open(page, "/");
      await picture("start");
      const id = await begin(page, { title: "Payments ML", scope: "full" });
      const model = await page.evaluate(() => fetch("model.json").then((file) => file.json()));
      const level = Object.fromEntries(model.capabilities.map((one) => [one.id, one.level]));
      for (const area of await areas(page)) {
        await open(page, `/a/${id}/${area}`);
        for (const [at, capability] of (await capabilities(page)).entries()) {
          const words = WORDS[level[capability]];
          await answer(page, capability, words[at % words.length]);
        }
      }
      await open(page, `/a/${id}/model-creation`);
      await picture("questions");
      await open(page, `/a/${id}/result`);
      await picture("result");
    });
  }
}
