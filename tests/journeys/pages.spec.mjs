import { expect, test } from "@playwright/test";
import { answer, areas, begin, capabilities, expectAccessible, expectNoSidewaysScroll, open, put, stored } from "./steps.mjs";

/** An assessment with all sorts of answers, so that every part of every page has something to show. */
async function filled(page, options) {
  const id = await begin(page, { title: "Payments ML", scope: "full", tracks: "mlops,genaiops", ...options });
  const words = ["Yes", "Yes", "Partly", "No", "Don't know"];
  for (const area of await areas(page)) {
    await open(page, `/a/${id}/${area}`);
    for (const [at, capability] of (await capabilities(page)).entries()) {
      if (at % 7 !== 6) await answer(page, capability, words[at % words.length]);
    }
  }
  return id;
}

const PLACES = (id) => [
  "/", ...["people", "model-creation", "result", "plan", "evidence", "history", "send", "together"].map((page) => `/a/${id}/${page}`),
  "/model", "/embed", "/teams", "/compare", "/together", "/result", "/i/", "/r/", "/no-such-page", "/a/absent/result", "/a/absent/history",
];

for (const colorScheme of ["light", "dark"]) {
  test(`every page is accessible in ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const id = await filled(page);
    for (const place of PLACES(id)) {
      await open(page, place);
      await expect(page.locator("h1"), place).toHaveCount(1);
      // What is folded is part of the page too.
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
      await expectAccessible(page);
    }
  });
}

test("no page scrolls sideways at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const id = await filled(page, { scope: "essentials", title: "A-team-with-a-name-that-is-one-very-long-word-without-any-space-in-it" });
  for (const place of PLACES(id)) {
    await open(page, place);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await expectNoSidewaysScroll(page);
  }
});

test("back, forward, reload and deep links lead where they should, with the right title", async ({ page }) => {
  const id = await begin(page, { title: "Wanderer" });
  await expect(page).toHaveTitle(/^People: Wanderer/);
  await page.getByRole("link", { name: /^Next: / }).click();
  await expect(page).toHaveTitle(/^Model creation: Wanderer/);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeFocused();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: "Model creation" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Model creation" })).toBeVisible();
  await open(page, `/a/${id}/result`);
  await expect(page).toHaveTitle(/^Result: Wanderer/);
  await open(page, "/model");
  await expect(page.getByRole("heading", { level: 1, name: "How this works" })).toBeFocused();
});

test("starting leaves no address behind that would start again", async ({ page }) => {
  await open(page, "/");
  await begin(page);
  await answer(page, (await capabilities(page))[0], "Yes");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Your assessments" })).toBeVisible();
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("the start page can be read before any script runs", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: test.info().project.use.baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How mature is your team's MLOps?");
  await expect(page.getByText("Your answers stay in this browser.")).toBeVisible();
  await expect(page.locator("noscript strong")).toHaveText("The assessment needs JavaScript.");
  await expect(page.locator("noscript strong")).toBeVisible();
  await context.close();
});

for (const [what, break_it] of [
  ["WebAssembly is missing", (page) => page.addInitScript(() => { delete window.WebAssembly; })],
  ["the wasm file is gone", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }))],
  ["the script is gone", (page) => page.route("**/*.js", (route) => route.fulfill({ status: 404, body: "" }))],
  ["the wasm file is damaged", (page) => page.route("**/*.wasm", (route) => route.fulfill({ body: "no wasm" }))],
]) {
  test(`when ${what} the page says so and what to do`, async ({ page }) => {
    await break_it(page);
    await page.goto("./");
    await expect(page.getByText("The assessment could not start in this browser.")).toBeVisible();
    await expect(page.getByText("Your saved answers are safe.")).toBeVisible();
  });
}

test("nothing moves while the page loads, answers are given and areas change", async ({ page }) => {
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, "/");
  expect(await page.evaluate(() => window.shift)).toBeLessThanOrEqual(0.01);
  await begin(page);
  for (const capability of await capabilities(page)) {
    // From the script, so that the browser does not excuse what moves as a consequence of input.
    await page.evaluate((id) => document.querySelector(`[data-capability="${id}"] input`).click(), capability);
  }
  expect(await page.evaluate(() => window.shift)).toBeLessThanOrEqual(0.01);
});

test("no request ever leaves for another host", async ({ page, baseURL }) => {
  const others = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:/.test(url.protocol) && url.origin !== new URL(baseURL).origin) others.push(request.url());
  });
  const id = await filled(page, { scope: "essentials" });
  for (const place of PLACES(id)) await open(page, place);
  expect(others).toEqual([]);
});

for (const width of [320, 1280]) {
  test(`at ${width} px nothing moves when the program takes over, and nothing typed until then is lost`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let come;
    const held = new Promise((resolve) => { come = resolve; });
    await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
    await page.goto("./", { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const places = () => page.locator("main *").evaluateAll((all) => all.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [one.tagName, ...[left, top + scrollY, width, height].map(Math.round)].join(" ");
    }));
    const before = await places();
    await page.getByRole("radio", { name: /^Full/ }).check();
    await page.getByLabel("Team name").fill("Early bird");
    come();
    await expect(page.locator("html")).toHaveAttribute("data-started", "");
    expect(await places()).toEqual(before);
    await expect(page.getByRole("radio", { name: /^Full/ })).toBeChecked();
    await expect(page.getByLabel("Team name")).toHaveValue("Early bird");
    await expect(page.getByLabel("Team name")).toBeFocused();
  });
}

test("what is assessed is kept with the assessment", async ({ page }) => {
  await open(page, "/");
  await page.getByLabel(/^Assessed product/).fill("Card fraud, 3 live models");
  await page.keyboard.press("Enter");
  // Nothing is stored before the first answer.
  await page.locator("[data-capability] input[value=yes]").first().check();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  const [file] = Object.values(await stored(page));
  expect(file.about).toBe("Card fraud, 3 live models");
});

test("the day of a change is the person's own on every page", async ({ browser }) => {
  const page = await (await browser.newContext({ timezoneId: "America/New_York" })).newPage();
  // Early in the morning in UTC, the evening before in New York.
  const id = await put(page, { title: "Evening", updated: "2026-11-24T02:00:00Z", answers: { "ppl-model-owner": "yes" },
    snapshots: [{ at: "2026-08-02T03:00:00Z", label: "summer", answers: { "ppl-model-owner": "no" } }] });
  for (const [place, day] of [["/", "23 November 2026"], [`/a/${id}/result`, "23 November 2026"], [`/a/${id}/history`, "1 August 2026"],
    [`/compare/own:${id}:${Date.parse("2026-08-02T03:00:00Z") / 1000}/own:${id}`, "summer, 1 August 2026, compared with Evening, 23 November 2026"]]) {
    await open(page, place);
    await expect(page.locator("main").getByText(day).filter({ visible: true }).first(), place).toBeVisible();
    await expect(page.locator("main").getByText("24 November 2026"), place).toHaveCount(0);
  }
});
