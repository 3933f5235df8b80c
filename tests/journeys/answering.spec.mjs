import { expect, test } from "@playwright/test";
import { answer, areas, begin, capabilities, chosen, counted, dealt, open, put, question, stored } from "./steps.mjs";

for (const [scope, tracks] of [
  ["essentials", "mlops"],
  ["full", "mlops,genaiops"],
]) {
  test(`a ${scope} assessment with ${tracks} is answered by keyboard alone`, async ({ page }) => {
    test.slow();
    await open(page);
    // The choices are reached by Tab and made by the keyboard, as is the start itself.
    await page.getByRole("radio", { name: /^Essentials/ }).focus();
    if (scope === "full") {
      await page.keyboard.press("ArrowDown");
    }
    if (tracks.includes("genaiops")) {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
    }
    await page.getByLabel("Team name").focus();
    await page.keyboard.type("Keyboard team");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

    let answered = 0;
    for (;;) {
      const asked = await capabilities(page);
      for (const capability of asked) {
        await page.keyboard.press("ArrowDown");
        const digit = (answered % 5) + 1;
        await page.keyboard.press(String(digit));
        await expect(question(page, capability).getByRole("radio").nth(digit - 1)).toBeChecked();
        answered += 1;
      }
      const onward = page.locator(".actions.is-end").getByRole("link", { name: /^(Next: |View result)/ });
      const isLast = (await onward.textContent()) === "View result";
      await onward.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      if (isLast) break;
      await expect(page.locator(`[data-capability="${asked[0]}"]`)).toHaveCount(0);
    }
    expect(answered).toBe(await counted(page, scope, tracks.split(",")));
    await expect(page).toHaveURL(/\/result$/);
    await expect(page.locator("[data-area]")).toHaveCount(tracks.includes("genaiops") ? 8 : 4);
    // Every fourth answer is "don't know", so nothing may claim to be settled that is not.
    await expect(page.getByRole("heading", { name: "Keyboard team" })).toBeVisible();
  });
}

test("nothing is preselected and each answer is one native radio of five", async ({ page }) => {
  await begin(page);
  expect(await chosen(page)).toEqual({});
  const first = page.getByRole("group").filter({ has: page.getByRole("radio") }).first();
  await expect(first.getByRole("radio")).toHaveCount(5);
  for (const name of ["Yes", "Partly", "No", "Don't know", "Not applicable"]) {
    await expect(first.getByRole("radio", { name, exact: true })).toHaveCount(1);
  }
});

test("a question is a group named by its question", async ({ page }) => {
  await begin(page);
  const fieldset = page.locator("[data-capability]").first();
  const legend = await fieldset.locator("legend").textContent();
  await expect(page.getByRole("group", { name: legend, exact: true })).toHaveAttribute("data-capability", /./);
});

test("a reload in the middle of each area loses nothing", async ({ page }) => {
  const id = await begin(page, { scope: "full" });
  for (const area of await areas(page)) {
    await open(page, `/a/${id}/${area}`);
    const asked = await capabilities(page);
    const half = asked.slice(0, Math.ceil(asked.length / 2));
    const given = {};
    for (const [at, capability] of half.entries()) {
      const words = ["Yes", "Partly", "No", "Don't know", "Not applicable"][at % 5];
      await answer(page, capability, words);
      given[capability] = ["yes", "partly", "no", "unknown", "na"][at % 5];
    }
    await page.reload();
    await expect(page.locator("[data-capability]").first()).toBeVisible();
    expect(await chosen(page)).toEqual(given);
  }
});

test("note and evidence are kept with the answer and shown with the result", async ({ page }) => {
  const id = await begin(page);
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await question(page, first).getByRole("radio", { name: "Yes", exact: true }).press("n");
  await expect(page.getByLabel(/^Note:/).first()).toBeFocused();
  await page.keyboard.type("Tracker since May, 12 runs");
  await page.getByLabel(/^Evidence link/).first().fill("https://wiki.example/runs");
  await page.reload();
  await expect(page.getByLabel(/^Note:/).first()).toHaveValue("Tracker since May, 12 runs");
  await open(page, `/a/${id}/result`);
  await page.getByRole("button", { name: /^People, level 1/ }).click();
  await expect(page.getByText("Tracker since May, 12 runs")).toBeVisible();
  await expect(page.getByRole("link", { name: "https://wiki.example/runs" })).toHaveAttribute("rel", /noopener/);
});

test("digits typed into a note are text and answer nothing", async ({ page }) => {
  await begin(page);
  const [first] = await capabilities(page);
  await question(page, first).locator("summary", { hasText: "Note" }).click();
  await page.getByLabel(/^Note:/).first().fill("");
  await page.getByLabel(/^Note:/).first().pressSequentially("12345 n ?");
  expect(await chosen(page)).toEqual({});
});

test("arrows at the first and the last question change no answer", async ({ page }) => {
  await begin(page);
  const asked = await capabilities(page);
  await question(page, asked[0]).getByRole("radio").nth(1).check();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await question(page, asked.at(-1)).getByRole("radio").nth(2).check();
  await page.keyboard.press("ArrowDown");
  expect(await chosen(page)).toEqual({ [asked[0]]: "partly", [asked.at(-1)]: "no" });
});

test("an answer can be cleared again", async ({ page }) => {
  await begin(page);
  const [first] = await capabilities(page);
  await answer(page, first, "No");
  await question(page, first).getByRole("button", { name: "Clear answer" }).click();
  expect(await chosen(page)).toEqual({});
  // The button goes with the answer, and the focus stays in the question.
  await expect(question(page, first).getByRole("radio").first()).toBeFocused();
  await page.reload();
  await expect(page.locator("[data-capability]").first()).toBeVisible();
  expect(await chosen(page)).toEqual({});
});

test("scope and tracks change at any time and no answer is lost", async ({ page }) => {
  await begin(page, { scope: "full" });
  const asked = await capabilities(page);
  for (const capability of asked) await answer(page, capability, "Yes");
  await page.getByText("Change the question set").click();
  await page.getByRole("radio", { name: /^Essentials/ }).check();
  await expect.poll(async () => (await capabilities(page)).length).toBeLessThan(asked.length);
  await page.getByRole("checkbox", { name: /GenAIOps/ }).check();
  await expect.poll(async () => (await areas(page)).length).toBe(8);
  await page.getByRole("radio", { name: /^Full/ }).check();
  await expect.poll(async () => Object.keys(await chosen(page)).length).toBe(asked.length);
});

test("next open goes to the first open question, also in another area", async ({ page }) => {
  await begin(page);
  const people = await capabilities(page);
  for (const capability of people) await answer(page, capability, "Yes");
  await page.getByRole("button", { name: "Next unanswered" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Model creation" })).toBeVisible();
  const [next] = await capabilities(page);
  await expect(question(page, next).getByRole("radio").first()).toBeFocused();
});

test("the progress counts answers, by area and as a whole, with the minutes left", async ({ page }) => {
  await begin(page);
  await expect(page.getByText(`0 of ${await counted(page)} answered, about 12 minutes left`)).toBeVisible();
  const [first] = await capabilities(page);
  await answer(page, first, "Don't know");
  await expect(page.getByText(`1 of ${await counted(page)} answered, `)).toBeVisible();
  // Said once, with whether it is kept.
  await expect(page.getByRole("status").filter({ hasText: "answered" })).toHaveText(`1 of ${await counted(page)} answered. Saved.`);
  const saved = Object.values(await stored(page))[0];
  expect(saved.answers[first].value).toBe("unknown");
});

test("a level follows the answers at once", async ({ page }) => {
  const id = await begin(page);
  for (const area of await areas(page)) {
    await open(page, `/a/${id}/${area}`);
    for (const capability of await capabilities(page)) await answer(page, capability, "Yes");
  }
  await open(page, `/a/${id}/result`);
  for (const area of ["people", "model-creation", "model-release", "application-integration"]) {
    const shown = page.locator(`[data-area="${area}"]`);
    await expect(shown).toHaveAttribute("data-level", "4");
    await expect(shown).toHaveAttribute("data-low", "4");
    await expect(shown).toHaveAttribute("data-high", "4");
  }
  await expect(page.getByText("Level 4 in every area")).toBeVisible();
});

/** Where everything beside the words that change stands. */
const places = (page) =>
  page.locator("main *:not(.aside *, .place *, .saving, .saving *, [role=status] *)").evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [one.className, ...[left, top + scrollY, width, height].map((length) => Math.round(length))].join(" ");
    }));

for (const width of [320, 768, 1280]) {
  test(`at ${width} px no answer moves anything, nor does taking it back`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await begin(page);
    const before = await places(page);
    const press = (selector) => page.locator("[data-capability]").nth(1).locator(selector).evaluate((one) => one.click());
    for (const word of ["yes", "partly", "no", "unknown", "na"]) {
      await press(`[value=${word}]`);
      await expect(page.locator("[data-capability]").nth(1).locator(".partly")).toBeVisible({ visible: word === "partly" });
      expect(await places(page)).toEqual(before);
    }
    await press(".clear");
    expect(await chosen(page)).toEqual({});
    expect(await places(page)).toEqual(before);
  });
}

test("a phone shows the first question with its answers on the first screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await begin(page, { scope: "full", tracks: "mlops,genaiops" });
  const bottom = await page.locator(".answers").first().evaluate((one) => one.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(560);
  // The areas are one tap away, and the way on is in the same line.
  await expect(page.getByRole("navigation", { name: "Areas" })).toBeHidden();
  await page.getByRole("button", { name: /^0 of \d+/ }).click();
  await expect(page.getByRole("navigation", { name: "Areas" }).getByRole("link")).toHaveCount(8);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Next unanswered" })).toBeInViewport();
});

test("a full assessment on a phone takes a tap a question and one more", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 360, height: 700 });
  await begin(page, { scope: "full", tracks: "mlops,genaiops" });
  let taps = 0;
  const tap = async (what) => { await what.click(); taps += 1; };
  await tap(page.getByText("Go to next question automatically"));
  const total = Number((await page.locator(".place b").textContent()).split(" of ")[1]);
  await tap(page.locator("[data-capability] input[value=yes]").first());
  while (taps <= total) {
    await expect.poll(() => page.evaluate(() => document.activeElement.closest("[data-capability]:not(:has(.answer :checked))") !== null)).toBe(true);
    const question = page.locator("[data-capability]:focus-within");
    await expect(question.locator(".answers")).toBeInViewport({ ratio: 1 });
    await tap(question.locator("input[value=partly]"));
  }
  expect(taps).toBe(total + 1);
  await expect(page.locator(".place b")).toHaveText(`${total} of ${total}`);
});

test("what is marked to come back to is listed at the end, skipped by the way on, and kept", async ({ page }) => {
  await begin(page);
  const [first, second] = await capabilities(page);
  await question(page, first).getByText("Mark for later").click();
  await page.getByRole("button", { name: "Next unanswered" }).click();
  await expect(question(page, second).getByRole("radio").first()).toBeFocused();
  await page.reload();
  const listed = page.getByRole("region", { name: "Marked for later" });
  await listed.getByRole("button").click();
  await expect(question(page, first).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("2");
  await expect(listed).toHaveCount(0);
});

test("Esc leaves a note for its question", async ({ page }) => {
  await begin(page);
  const [first] = await capabilities(page);
  await answer(page, first, "No");
  await question(page, first).getByRole("radio", { name: "No", exact: true }).press("n");
  await page.keyboard.type("said");
  await page.keyboard.press("Escape");
  await expect(question(page, first).getByRole("radio", { name: "No", exact: true })).toBeFocused();
});

test("the primary button leads to the last open question wherever it is, and then to the result", async ({ page }) => {
  const answers = await dealt(page, { 1: ["yes"], 2: ["no"], 3: ["no"], 4: ["no"] });
  const model = await (await page.request.get("./model.json")).json();
  const left = model.capabilities.find(({ area, weight }) => area === "people" && weight !== "supporting").id;
  delete answers[left];
  const id = await put(page, { scope: "essentials", answers });
  await open(page, `/a/${id}/model-release`);
  const end = page.locator(".actions.is-end");
  await expect(end.getByRole("link", { name: /^Next: / })).not.toHaveClass(/is-primary/);
  await end.getByRole("button", { name: "Next unanswered" }).click();
  await expect(question(page, left).getByRole("radio").first()).toBeFocused();
  await answer(page, left, "Yes");
  await expect(end.getByRole("button", { name: "Next unanswered" })).toHaveCount(0);
  await expect(end.getByRole("link", { name: "View result" })).toHaveClass(/is-primary/);
});

test("a double press answers one question where the page goes on by itself", async ({ page }) => {
  await begin(page);
  const [first] = await capabilities(page);
  await page.getByText("Go to next question automatically").click();
  await question(page, first).getByRole("radio", { name: "No", exact: true }).dblclick();
  await page.waitForTimeout(300);
  expect(await chosen(page)).toEqual({ [first]: "no" });
});

test("an answer in an opened cell leads to its question", async ({ page }) => {
  const id = await begin(page);
  const asked = await capabilities(page);
  await answer(page, asked[1], "Yes");
  await open(page, `/a/${id}/result`);
  await page.getByRole("button", { name: /^People, level 1/ }).click();
  await page.getByRole("link", { name: /^Go to this question/ }).first().click();
  await expect(page).toHaveURL(/\/people$/);
  await expect(page.locator("[data-capability]:focus-within")).toHaveCount(1);
});

test("on a phone the bar is at the bottom, with the count, the save status and the way on, and answers are readable", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await begin(page);
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  const bar = page.locator(".bar");
  await expect(bar).toContainText("Saved");
  const { y, height } = await bar.boundingBox();
  expect(Math.round(y + height)).toBe(640);
  const size = await question(page, first).locator(".answer").first().evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  expect(size).toBeGreaterThanOrEqual(16);
});
