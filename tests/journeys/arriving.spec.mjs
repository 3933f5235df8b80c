// What arrives while a person is at something: the later part, a file, a newer page. Nothing of it moves what they do.

import { expect, test } from "@playwright/test";
import { createServer } from "node:http";
import { answer, begin, capabilities, chosen, dealt, open, put, question, stored, unfold } from "./steps.mjs";

/** How long what is fetched later is held back, in milliseconds. */
const HELD = 5_000;
/** What is fetched later, in builds of one piece and of two. */
const LATER = /\/guidance\.json$|_result\.wasm$/;

/** Holds back what is fetched later. Resolves `come()` once it is there and drawn. */
async function hold(page) {
  let let_go;
  const held = new Promise((resolve) => { let_go = resolve; });
  await page.route(LATER, async (route) => { await held; await route.continue(); });
  const since = Date.now();
  return {
    async come() {
      await page.waitForTimeout(Math.max(0, HELD - (Date.now() - since)));
      const here = page.waitForResponse(LATER);
      let_go();
      await here;
      await page.waitForTimeout(500);
    },
  };
}

const stands = (page) => page.evaluate(() => ({ focused: document.activeElement.id || document.activeElement.tagName, y: scrollY }));

test("the later part moves nobody who answers by keyboard", async ({ page }) => {
  const late = await hold(page);
  await begin(page);
  const all = await capabilities(page);
  await question(page, all[0]).getByRole("radio").first().focus();
  for (const key of ["1", "ArrowDown", "2", "ArrowDown", "1", "ArrowDown"]) await page.keyboard.press(key);
  const before = await stands(page);
  expect(before.focused).toBe(`${all[3]}-0`);
  await late.come();
  expect(await stands(page)).toEqual(before);
  await page.keyboard.press("3");
  expect(await chosen(page)).toEqual({ [all[0]]: "yes", [all[1]]: "partly", [all[2]]: "yes", [all[3]]: "no" });
});

test("the later part takes no letter from a note", async ({ page }) => {
  const late = await hold(page);
  await begin(page);
  const [first] = await capabilities(page);
  await question(page, first).getByRole("radio").first().press("n");
  const text = "Ninety-eight letters that somebody types at a hundred milliseconds each, while the rest is fetched";
  await Promise.all([page.keyboard.type(text, { delay: 80 }), late.come()]);
  await expect(question(page, first).locator("textarea")).toHaveValue(text);
  await expect.poll(async () => Object.values(await stored(page))[0]?.answers[first]?.note).toBe(text);
});

test("the later part takes no letter from the fields of the start page, and moves nothing there", async ({ page }) => {
  const late = await hold(page);
  await put(page);
  await open(page, "/");
  const places = () => page.locator("main a, main button, main input, main h2").evaluateAll((all) => all.map((one) => {
    const { left, top } = one.getBoundingClientRect();
    return `${one.tagName} ${Math.round(left)} ${Math.round(top)}`;
  }));
  const field = page.getByLabel("Team name (optional)");
  await field.click();
  const [before, stood] = [await places(), await stands(page)];
  await Promise.all([page.keyboard.type("A team that has a long name", { delay: 250 }), late.come()]);
  await expect(field).toHaveValue("A team that has a long name");
  await expect(field).toBeFocused();
  expect(await stands(page)).toEqual(stood);
  expect(await places()).toEqual(before);
});

test("in a frame the later part leaves the focus in the page around it", async ({ page, baseURL }) => {
  const late = await hold(page);
  const wiki = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(
      `<!doctype html><title>Wiki</title><input id="search"><iframe src="${baseURL}?embed=essentials#/start?scope=essentials" width="100%" height="700"></iframe>`);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => { wiki.once("listening", resolve); });
  await page.goto(`http://127.0.0.1:${wiki.address().port}/`);
  const search = page.locator("#search");
  await search.click();
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
  await expect(search).toBeFocused();
  const before = await page.evaluate(() => scrollY);
  await Promise.all([page.keyboard.type("typed into the wiki", { delay: 300 }), late.come()]);
  await expect(search).toHaveValue("typed into the wiki");
  await expect(search).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  wiki.close();
});

test("whoever waits for a page gets its heading, and whoever turned to something else keeps it", async ({ page }) => {
  for (const turns of [false, true]) {
    const late = await hold(page);
    const id = await begin(page);
    await answer(page, (await capabilities(page))[0], "Yes");
    await page.evaluate((id) => { location.hash = `#/a/${id}/result`; }, id);
    await expect(page.getByText("Loading")).toBeVisible();
    const other = page.getByRole("link", { name: "How this works" }).first();
    if (turns) await other.focus();
    await late.come();
    await expect(turns ? other : page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.unrouteAll();
    await page.goto("about:blank");
  }
});

const FILE = (title) => ({
  format: "mlops-maturity/assessment", version: 1, model: { id: "mlops", revision: 1 }, id: crypto.randomUUID(), title,
  tracks: ["mlops"], scope: "essentials", created: "2026-11-23T09:00:00Z", updated: "2026-11-23T09:00:00Z", target: {}, plan: {}, snapshots: [], answers: {},
});

/** Drops a file on the page as a person would; resolves to whether the browser would have left the page for it. */
const drop = (page, title) => page.evaluate((text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "a.json", { type: "application/json" }));
  const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
  return document.body.dispatchEvent(event);
}, JSON.stringify(FILE(title)));

test("in a fresh browser one press opens the dialog, and the file is read once what reads it is here", async ({ page }) => {
  const late = await hold(page);
  await open(page, "/");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByLabel("Assessment file").click()]);
  await chooser.setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(FILE("Picked"))) });
  await expect(page.getByText("Loading…")).toBeVisible();
  await late.come();
  await expect(page.getByText('"Picked" is now in your list.')).toBeVisible();
  await expect(page.getByRole("link", { name: "Continue Picked" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByText('"Picked" is now in your list.')).toBeHidden();
});

test("a dropped file is taken on every page, whatever is here by then", async ({ page }) => {
  test.slow();
  const id = await put(page);
  for (const [at, place] of ["/", `/a/${id}/people`, `/a/${id}/result`, `/a/${id}/plan`, "/model", "/embed", "/nowhere"].entries()) {
    let let_go;
    const held = new Promise((resolve) => { let_go = resolve; });
    await page.route(LATER, async (route) => { await held; await route.continue(); });
    await page.goto(`./#${place}`);
    await expect(page.locator("html")).toHaveAttribute("data-started", "");
    expect(await drop(page, `Dropped ${at}`), place).toBe(false);
    let_go();
    await expect(page.getByText(`"Dropped ${at}" is now in your list.`), place).toBeVisible();
    await page.unrouteAll();
    await page.goto("about:blank");
  }
});

test("of many files one sentence says how many were added, and the list can be closed without scrolling", async ({ page }) => {
  await open(page, "/");
  const files = Array.from({ length: 60 }, (_, at) => ({ name: `${at}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(FILE(`Team ${at}`))) }));
  const refused = Array.from({ length: 30 }, (_, at) => ({ name: `refused-${at}.json`, mimeType: "application/json", buffer: Buffer.from("[") }));
  await page.getByLabel("Assessment file").setInputFiles([...files, ...refused]);
  const list = page.getByRole("region", { name: "Opened files" });
  await expect(list.getByText("60 assessments are now in your list.")).toBeVisible();
  await expect(list.getByText("This file was not opened.")).toHaveCount(30);
  await expect(list.getByRole("button", { name: "Close" })).toBeInViewport({ ratio: 1 });
  await list.getByRole("button", { name: "Close" }).click();
  await expect(list).toBeHidden();
});

test("a file that is dropped before the program is here is kept for it", async ({ page }) => {
  let let_go;
  const held = new Promise((resolve) => { let_go = resolve; });
  await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await drop(page, "Early")).toBe(false);
  let_go();
  await expect(page.getByText('"Early" is now in your list.')).toBeVisible();
});

test("under a newer page the old one says what it is, keeps every answer, and a reload leads on", async ({ page }) => {
  await page.route(LATER, (route) => route.fulfill({ status: 404, body: "gone" }));
  // What lies there now names another program.
  await page.route(/\/\?[0-9a-f-]{36}$/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Newer</title>" }));
  const id = await begin(page, { title: "Open for days" });
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await page.getByText("Saved (no backup)", { exact: true }).or(page.getByText("Saved", { exact: true })).first().waitFor();
  await page.evaluate((id) => { location.hash = `#/a/${id}/result`; }, id);
  await expect(page.getByRole("heading", { level: 1, name: "A newer version is available" })).toBeVisible();
  await expect(page.getByText("Your answers stay in this browser")).toBeVisible();
  await expect(page.getByText("network")).toHaveCount(0);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Open for days" })).toBeVisible();
  expect(Object.values(await stored(page))[0].answers[first].value).toBe("yes");
});

test("without a network the page says that, and trying again works", async ({ page }) => {
  const id = await begin(page, { title: "Underground" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await page.goto("about:blank");
  await page.route(LATER, (route) => route.abort());
  await page.route(/\/\?[0-9a-f-]{36}$/, (route) => route.abort());
  await page.goto(`./#/a/${id}/result`);
  await expect(page.getByRole("heading", { level: 1, name: "This page could not be loaded" })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Underground" })).toBeVisible();
});

test("questions that arrive late are asked, and the word that nothing started goes", async ({ page }) => {
  // Its patience of 15 s, in 300 ms.
  await page.addInitScript(() => {
    const patient = setTimeout;
    window.setTimeout = (call, time, ...more) => patient(call, time === 15_000 ? 300 : time, ...more);
  });
  let let_go;
  const held = new Promise((resolve) => { let_go = resolve; });
  await page.route("**/questions.json", async (route) => { await held; await route.continue(); });
  await page.goto("./", { waitUntil: "commit" });
  const notice = page.getByText("The assessment could not start in this browser.");
  await expect(notice).toBeVisible();
  let_go();
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await expect(notice).toBeHidden();
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  await expect(page.locator("[data-capability]").first()).toBeVisible();
});

test("without its style sheet the page shows no failure that did not happen", async ({ page }) => {
  await page.route("**/*.css", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("could not start in this browser")).toBeHidden();
  await expect(page.getByText("Something went wrong on this page")).toBeHidden();
});

test("when the part for several people cannot be fetched the page says so, and trying again leads there", async ({ page }) => {
  await page.route("**/*_groups.wasm", (route) => route.abort());
  await page.goto("./#/teams");
  await expect(page.getByRole("heading", { level: 1, name: "This page could not be loaded" })).toBeVisible();
  await page.unroute("**/*_groups.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Many teams" })).toBeFocused();
});

test("a page whose part takes its time gets the focus for its heading when it is there", async ({ page }) => {
  await page.route("**/*_groups.wasm", async (route) => { await page.waitForTimeout(HELD); await route.continue(); });
  await open(page, "/model");
  await page.evaluate(() => { location.hash = "#/compare"; });
  await expect(page.getByText("Loading\u2026")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Compare two results" })).toBeFocused({ timeout: 2 * HELD });
});

test("a result is read without what one goes on to from it; the page says what is missing, and trying again brings it", async ({ page }) => {
  await page.route("**/*_groups.wasm", (route) => route.abort());
  const id = await put(page, { answers: await dealt(page, { 1: ["yes"], 2: ["yes", "no"], 3: ["no"], 4: ["no"] }) });
  await open(page, `/a/${id}/result`);
  await expect(page.getByRole("heading", { level: 1, name: "Payments ML" })).toBeVisible();
  await unfold(page, "Share");
  await expect(page.getByLabel("Link to this result", { exact: true })).toHaveValue(/#\/r\//);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "This page could not be loaded" })).toBeFocused();
  await expect(page.getByText("Part of the page did not load")).toBeVisible();
  await page.unroute("**/*_groups.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Payments ML/ })).toBeFocused();
  await page.goBack();
  await unfold(page, "Share");
  await expect(page.getByLabel("Link to this result", { exact: true })).toHaveValue(/#\/r\//);
});

test("what one goes on to from the questions comes by itself, moves nothing and takes no focus", async ({ page }) => {
  const id = await put(page, { answers: await dealt(page, { 1: ["yes"], 2: ["yes", "no"], 3: ["no"], 4: ["no"] }) });
  const late = await hold(page);
  await open(page, `/a/${id}/people`);
  const summary = page.locator("main summary").first();
  await summary.focus();
  const places = () => page.locator("main :is(h1, h2, h3, summary, button)").evaluateAll((all) =>
    all.filter((one) => !one.closest("[popover]")).map((one) => `${one.tagName} ${Math.round(one.getBoundingClientRect().top)}`));
  const before = await places();
  await late.come();
  expect(await places()).toEqual(before);
  await expect(summary).toBeFocused();
});
