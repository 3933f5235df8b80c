import { expect, test } from "@playwright/test";
import jsQR from "jsqr";
import { counted, dealt, expectAccessible, open, put, stored, unfold } from "./steps.mjs";

const HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>\u202e{{constructor}} javascript:alert(1)";

async function team(page, more = {}) {
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "partly"], 3: ["no", "unknown"], 4: ["no"] });
  return put(page, { answers, ...more });
}

const link = (page) => page.getByLabel("Link to this result", { exact: true }).inputValue();
const levels = (page) =>
  page.locator("[data-area]").evaluateAll((all) => all.map(({ dataset: { area, level, low, high } }) => [area, level, low, high]));

test("a link opens the same result in another browser and touches nothing saved there", async ({ page, browser }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const address = await link(page);
  expect(address.length).toBeLessThan(160);
  const before = await levels(page);
  const other = await (await browser.newContext()).newPage();
  const own = await put(other, { answers: { "ppl-model-owner": "yes" }, id: "11111111-2222-4333-8444-555555555555", title: "Mine" });
  const saved = await stored(other);
  await other.goto(address);
  await expect(other.getByText("does not change anything saved in this browser")).toBeVisible();
  expect(await levels(other)).toEqual(before);
  expect(await stored(other)).toEqual(saved);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Shared result");
  await expectAccessible(other);
  // What somebody who was sent a link wants first stands on the first screen.
  for (const name of ["Save a copy", "Print", "Export"]) await expect(other.getByRole("button", { name }).first()).toBeInViewport();
  await expect(other.getByRole("link", { name: "Answer these questions yourself" })).toBeInViewport();
  await expect(other.getByLabel("Name of the copy")).toHaveValue(/^Result, \d+ \w+ \d{4}, level \d/);
  await other.getByRole("button", { name: "Save a copy" }).click();
  await expect(other).toHaveURL(/#\/a\/[0-9a-f-]{36}\/result$/);
  expect(await levels(other)).toEqual(before);
  expect(Object.keys(await stored(other))).toHaveLength(2);
  expect((await stored(other))[`mlops-maturity:assessment:${own}`]).toEqual(saved[`mlops-maturity:assessment:${own}`]);
});

test("title and notes are in the link only when asked for, and it says so", async ({ page }) => {
  const id = await team(page, { title: "Payments ML" });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await expect(page.getByText("your answers and the date, and nothing else")).toBeVisible();
  const bare = await link(page);
  await page.getByLabel("Include the team name").check();
  await expect(page.getByText("your answers, the date and the team name, and nothing else")).toBeVisible();
  const named = await link(page);
  expect(named.length).toBeGreaterThan(bare.length);
  await page.goto("about:blank");
  await page.goto(named);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payments ML");
});

test("hostile titles, notes and evidence in a link run nothing, load nothing and break nothing", async ({ page, baseURL }) => {
  const ran = [];
  page.on("dialog", (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (new URL(request.url()).origin !== new URL(baseURL).origin) ran.push(request.url()); });
  const id = await team(page, { title: HOSTILE.slice(0, 100) });
  await page.evaluate(([key, note]) => {
    const { sealed, checksum, ...file } = JSON.parse(localStorage.getItem(key));
    file.answers["rel-rollback"] = { value: "no", note, evidence: "javascript:alert(1)" };
    file.answers["rel-lineage"] = { value: "no", note: "x", evidence: "https://evil.example/?<script>" };
    localStorage.setItem(key, JSON.stringify(file));
  }, [`mlops-maturity:assessment:${id}`, HOSTILE]);
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await page.getByLabel("Include the team name").check();
  await page.getByLabel("Include notes and evidence links").check();
  const address = await link(page);
  await page.goto("about:blank");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address);
  await expect(page.getByText("You opened this result from a link.")).toBeVisible();
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await expect(page.getByText("<img src=x onerror").first()).toBeVisible();
  expect(await page.locator("a[href^='javascript']").count()).toBe(0);
  expect(await page.locator("main img, main script").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(ran).toEqual([]);
});

for (const [name, change, says] of [
  ["damaged", (text) => text.replace(/.$/, (last) => (last === "A" ? "B" : "A")), /link was changed after it was made/],
  ["cut", (text) => text.slice(0, text.indexOf("#/r/") + 24), /end of the link is missing/],
  ["empty", (text) => text.slice(0, text.indexOf("#/r/") + 4), /link is incomplete: the result is missing/],
  ["of a newer version", (text) => text.replace("#/r/E", "#/r/I"), /newer version of this page/],
  ["an invitation's", (text) => text.replace("#/r/", "#/i/"), /wrong kind of link\. An invitation asks for answers/],
]) {
  test(`a link that is ${name} is refused in words`, async ({ page }) => {
    const id = await team(page);
    await open(page, `/a/${id}/result`);
    const address = await link(page);
    await page.goto("about:blank");
    await page.goto(change(address));
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByText("Your assessments are safe.")).toBeVisible();
  });
}

test("what chats add to a link does not break it", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const address = await link(page);
  for (const tail of [".", ")", "%20", ">,"]) {
    await page.goto("about:blank");
    await page.goto(address + tail);
    await expect(page.getByText("You opened this result from a link.")).toBeVisible();
  }
});

test("an invitation starts the same questions with no answers", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await team(page, { title: "Payments ML", tracks: ["mlops", "genaiops"] });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await page.getByRole("button", { name: "Copy invitation" }).click();
  await expect(page.getByText("It contains the question set, the date and a random invitation number, but no answers")).toBeVisible();
  const unnamed = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByLabel("Include the team name").check();
  await page.getByRole("button", { name: "Copy invitation" }).click();
  await expect(page.getByText("It contains the question set, the date, the team name and a random invitation number")).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(unnamed);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are invited to answer");
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are invited to answer for Payments ML");
  await expect(page.getByText(`${await counted(page, "full", ["mlops", "genaiops"])} questions`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start assessment" }).click();
  await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/people$/);
  expect(page.url()).not.toContain(id);
  // What is answered to it says so, and can be told not to.
  const own = page.url().match(/[0-9a-f-]{36}/)[0];
  await page.locator("[data-capability] input[value=yes]").first().check();
  await page.evaluate((hash) => { location.hash = hash; }, `#/a/${own}/result`);
  await unfold(page, "Share");
  await expect(page.getByText("the invitation number, and nothing else")).toBeVisible();
  await page.getByLabel("Your role (optional)").fill("data science");
  const answer = await link(page);
  await page.getByLabel("Include the invitation number").uncheck();
  await expect(page.getByText(/^The link contains .*your role, and nothing else/)).toBeVisible();
  await expect(page.getByText(/^The link contains .*the invitation number/)).toHaveCount(0);
  await page.goto("about:blank");
  await page.goto(answer);
  await expect(page.getByText("Answered by data science.")).toBeVisible();
});

test("a copy for the wiki has tables with their own presentation, text beside it, and the link back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await unfold(page, "Export");
  await page.getByRole("button", { name: "Copy for a wiki" }).click();
  await expect(page.getByText("Paste it into your wiki page")).toBeVisible();
  const { html, plain } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (type) => (await item.getType(type)).text();
    return { html: await text("text/html"), plain: await text("text/plain") };
  });
  expect(html).toContain('border="1"');
  expect(html).toContain("background-color:");
  expect(html).toContain("#/r/");
  expect(plain).toMatch(/^# Payments ML/);
  expect(plain).toContain("#/r/");
});

test("where the clipboard is refused the link is selected instead", async ({ page }) => {
  const id = await team(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
    document.execCommand = () => false;
  });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The link is selected")).toBeVisible();
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value?.slice(selectionStart, selectionEnd);
  });
  expect(selected).toContain("#/r/");
});

/** What a phone's camera reads of a code, by the squares that are drawn of it. */
function scanned(size, path) {
  const scale = 3;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+),(\d+)h1v1h-1z/g)) {
    for (let at = 0; at < scale * scale; at += 1) {
      const place = (y * scale + Math.floor(at / scale)) * side + x * scale + (at % scale);
      pixels.fill(0, place * 4, place * 4 + 3);
    }
  }
  return jsQR(pixels, side, side)?.data;
}

test("a phone reads the very link from its QR code", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await page.getByText("Show QR code").click();
  const code = page.getByRole("img", { name: "QR code of the link to this result" });
  await expect(code).toBeVisible();
  const link = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  const [size, path] = await code.evaluate((svg) => [svg.viewBox.baseVal.width, svg.querySelector(".qr-ink").getAttribute("d")]);
  expect(link).toContain("#/r/");
  expect(scanned(size, path)).toBe(link);
});

test("where nothing can be saved the link still holds everything", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  await open(page, "/start?scope=essentials");
  await page.locator("[data-capability] input[value=yes]").first().check();
  const id = page.url().match(/#\/a\/([0-9a-f-]{36})/)[1];
  await page.evaluate((hash) => { location.hash = hash; }, `#/a/${id}/result`);
  await expect(page.getByText("Not saved in this browser.")).toBeVisible();
  expect(await link(page)).toContain("#/r/");
});
