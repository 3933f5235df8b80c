import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { answer, capabilities, dealt, open, put, stored } from "./steps.mjs";

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
  await expect(page.getByRole("link", { name: "Start assessment", exact: true })).toBeVisible();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-inline");
  expect(faults).toEqual([]);
});

for (const type of ["application/wasm; charset=utf-8", "application/octet-stream", "text/plain"]) {
  test(`a host that serves the program as ${type} runs the page`, async ({ browser }) => {
    const folder = fileURLToPath(new URL("../../dist", import.meta.url));
    const host = await serve({ folder, types: { ".wasm": type } });
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${host.address().port}/` });
    const id = await put(page, { answers: await dealt(page, { 1: ["yes"], 2: ["no"], 3: ["no"], 4: ["no"] }) });
    await open(page, `/a/${id}/result`);
    await expect(page.locator("[data-area='people']")).toHaveAttribute("data-level", "1");
    await page.close();
    host.close();
  });
}

test("nothing that can be pressed or chosen on any page puts a word into the console", async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => { window.print = () => {}; });
  // For model.json, which is no page and from where the answers are put, the browser itself asks for one.
  await page.route(/\/\/[^/]+\/favicon\.ico$/, (route) => route.fulfill({ status: 204 }));
  const faults = watched(page);
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "partly"], 3: ["no", "unknown"], 4: ["no"] });
  const id = await put(page, { answers, tracks: ["mlops", "genaiops"], target: { people: 3 } });
  await open(page, `/a/${id}/result`);
  const shared = new URL(await page.getByLabel("Link to this result", { exact: true }).inputValue()).hash.slice(1);
  const places = [`/a/${id}/model-creation`, `/a/${id}/result`, `/a/${id}/plan`, "/embed", "/model", shared, "/no-such-page", "/"];
  for (const place of places) {
    // From nothing each time: the last places delete and copy.
    await page.goto("about:blank");
    await put(page, { answers, tracks: ["mlops", "genaiops"], target: { people: 3 } });
    await open(page, place);
    const pressed = await page.evaluate(async (place) => {
      const all = document.querySelectorAll("main :is(button, summary, option, input[type=radio], input[type=checkbox])");
      let pressed = 0;
      for (const one of all) {
        // What leads elsewhere or opens a window of the system ends the round.
        if (!one.isConnected || one.disabled || /Choose a file|Save a copy/.test(one.textContent)) continue;
        one.click();
        pressed += 1;
        await new Promise(requestAnimationFrame);
        if (place !== location.hash.slice(1) && place !== "/") break;
      }
      return pressed;
    }, place);
    if (place !== "/no-such-page") expect(pressed, place).toBeGreaterThan(0);
    await page.waitForTimeout(200);
    expect(faults, place).toEqual([]);
  }
});

test("events that password managers send in place of key presses do nothing and break nothing", async ({ page }) => {
  const id = await put(page, { answers: {} });
  // From here on: for the file that is open now, a browser looks for an icon, once.
  await open(page, "/");
  const faults = watched(page);
  for (const place of ["/", `/a/${id}/people`, `/a/${id}/result`, `/a/${id}/plan`, `/a/${id}/history`, "/teams", "/compare"]) {
    await open(page, place);
    await page.evaluate(() => {
      document.querySelectorAll("summary").forEach((one) => { one.parentElement.open = true; });
      for (const one of document.querySelectorAll("input, textarea, select, h1")) {
        for (const type of ["keydown", "keyup", "keypress"]) one.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      }
    });
  }
  expect(faults).toEqual([]);
  expect(Object.values(await stored(page))[0].answers).toEqual({});
});

test("the one-file build answers a full assessment from a disk, with result, plan and link", async ({ page }) => {
  test.slow();
  const faults = watched(page);
  await page.goto(`file://${fileURLToPath(new URL("../../dist/mlops-maturity.html", import.meta.url))}`);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await page.getByRole("radio", { name: /^Full/ }).check();
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  for (;;) {
    for (const capability of await capabilities(page)) await answer(page, capability, "Yes");
    const next = page.locator(".actions.is-end").getByRole("link", { name: /^(Next: |View result)/ });
    const isLast = (await next.innerText()) === "View result";
    const before = page.url();
    await next.click();
    if (isLast) break;
    await expect(page).not.toHaveURL(before);
    await expect(page.locator("main h1")).toBeFocused();
  }
  await expect(page.getByText("Level 4 in every area")).toBeVisible();
  await expect(page.locator("[data-area='people']")).toHaveAttribute("data-level", "4");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  // A link to a file opens nowhere else and tells the person's folders: none is offered until there is a copy for others.
  const link = page.getByLabel("Link to this result", { exact: true });
  await expect(link).toHaveValue("");
  await expect(page.getByText("This page is a file on your computer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Download file" }).first()).toBeVisible();
  expect(await page.locator("main").innerText()).not.toContain("file:");
  await page.getByLabel("Web address of this page").fill("https://wiki.example/mlops/#/model");
  await expect(link).toHaveValue(/^https:\/\/wiki\.example\/mlops\/#\/r\//);
  expect(faults).toEqual([]);
});
