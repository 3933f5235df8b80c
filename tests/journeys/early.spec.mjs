// What somebody does before the program is here: every file of it is held back by 5 s, and they go on meanwhile.

import { expect, test } from "@playwright/test";
import { answer, capabilities, chosen, counted, expectAccessible, expectNoSidewaysScroll, put, question, stored } from "./steps.mjs";

const HELD = 5_000;
const FIRST = "./#/start?scope=essentials&tracks=mlops";

/** Holds the program back, and its questionnaire, for at least so long; returns what lets them come. */
async function hold(page, least = HELD) {
  const since = Date.now();
  let let_go;
  const held = new Promise((resolve) => { let_go = resolve; });
  await page.route(/\.wasm$|questions\.json$/, async (route) => { await held; await route.continue(); });
  return async () => {
    await page.waitForTimeout(Math.max(0, least - (Date.now() - since)));
    let_go();
    await expect(page.locator("html")).toHaveAttribute("data-started", "");
  };
}

/** Where everything stands that can be read or used. */
const places = (page) =>
  page.locator("main :is(h1, legend, label, summary, button, a, p)").evaluateAll((all) => all.map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [one.tagName, left, top, width, height].map((at) => (typeof at === "number" ? Math.round(at) : at)).join(" ");
  }));

test("the first questions are answered before the program is here, and everything said to them is kept", async ({ page }) => {
  const come = await hold(page);
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first, second, third] = await capabilities(page);
  await answer(page, first, "Partly");
  await answer(page, second, "No");
  await question(page, third).getByLabel(/Mark for later/).check();
  await question(page, second).getByText("Note", { exact: false }).first().click();
  await come();
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no" });
  // What was opened is open.
  const note = question(page, second).getByRole("textbox").first();
  await note.fill("Only on Fridays");
  await expect(page.locator(".place b")).toHaveText(`2 of ${await counted(page)}`);
  await expect.poll(async () => Object.values(await stored(page)).map((one) => one.answers)).toMatchObject([{
    [first]: { value: "partly" },
    [second]: { value: "no", note: "Only on Fridays" },
    [third]: { later: true },
  }]);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no" });
});

for (const width of [320, 1280]) {
  test(`at ${width} px nothing moves when the program takes the first questions over, and whoever answers stays where they are`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const come = await hold(page);
    await page.goto(FIRST, { waitUntil: "commit" });
    const [, second] = await capabilities(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await answer(page, second, "Yes");
    const [before, scrolled] = [await places(page), await page.evaluate(() => scrollY)];
    await come();
    await page.waitForTimeout(500);
    const radio = question(page, second).getByRole("radio", { name: "Yes", exact: true });
    await expect(radio).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    const after = await places(page);
    // What is counted and said is written anew, and may be wider.
    const place = (all) => all.filter((one) => /^(H1|LEGEND|LABEL|SUMMARY)/.test(one));
    expect(place(after)).toEqual(place(before));
    await page.keyboard.press("1");
    await expect(radio).toBeChecked();
  });
}

test("the keys that answer and lead on do so before the program is here", async ({ page }) => {
  const come = await hold(page);
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first, second, third] = await capabilities(page);
  await question(page, first).getByRole("radio").first().focus();
  for (const key of ["2", "ArrowDown", "3", "ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
  await expect(question(page, third).getByRole("radio").first()).toBeFocused();
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no" });
  await come();
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no" });
  await expect(question(page, third).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("1");
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no", [third]: "yes" });
});

test("Start pressed before the program is here leads to the first questions at once", async ({ page }) => {
  const come = await hold(page);
  await page.goto("./", { waitUntil: "commit" });
  await page.getByRole("link", { name: "Start assessment", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeFocused();
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await page.getByRole("button", { name: "Next unanswered" }).click();
  await come();
  expect(await chosen(page)).toEqual({ [first]: "yes" });
  // What was pressed is pressed: the next question has the focus.
  const [, second] = await capabilities(page);
  await expect(question(page, second).getByRole("radio").first()).toBeFocused();
});

test("what is chosen and typed on the start page before the program is here is what begins", async ({ page }) => {
  const come = await hold(page);
  await page.goto("./", { waitUntil: "commit" });
  await page.getByRole("radio", { name: /^Full/ }).check();
  await page.getByRole("checkbox", { name: /GenAIOps/ }).check();
  await page.getByLabel("Team name (optional)").fill("Early birds");
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  await expect(page).toHaveURL(/mlops\/$/);
  await come();
  await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/people$/);
  await expect(page.getByText("Early birds").first()).toBeVisible();
  const { capabilities: all } = await (await page.request.get("./model.json")).json();
  await expect(page.locator(".place b")).toHaveText(`0 of ${all.length}`);
});

test("a field of the start page keeps its letters and its cursor when the program comes", async ({ page }) => {
  const come = await hold(page);
  await page.goto("./", { waitUntil: "commit" });
  const field = page.getByLabel("Team name (optional)");
  await field.pressSequentially("Payments");
  await field.press("Home");
  await come();
  await page.keyboard.type("The ");
  await expect(field).toHaveValue("The Payments");
  await expect(page.getByRole("link", { name: "Start assessment", exact: true })).toHaveAttribute("href", /title=The%20Payments|title=The\+Payments/);
});

test("what is chosen, typed, opened, focused and scrolled stays when the program draws the page, whatever an extension did", async ({ page }) => {
  const come = await hold(page, 500);
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first, second, third] = await capabilities(page);
  await answer(page, first, "Partly");
  await question(page, third).getByText("What counts", { exact: false }).first().click();
  await answer(page, second, "No");
  // An extension takes away what is beside the questions, and a translation replaces every text.
  await page.evaluate(() => {
    document.querySelector(".aside").remove();
    for (const legend of document.querySelectorAll("legend")) {
      const font = document.createElement("font");
      font.textContent = `\u00b7${legend.textContent}`;
      legend.replaceChildren(font);
    }
  });
  const scrolled = await page.evaluate(() => scrollY);
  await come();
  expect(await chosen(page)).toEqual({ [first]: "partly", [second]: "no" });
  await expect(question(page, second).getByRole("radio", { name: "No", exact: true })).toBeFocused();
  await expect(question(page, third).locator("details").first()).toHaveAttribute("open", "");
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(page.locator(".place b")).toHaveText(`2 of ${await counted(page)}`);
});

test("live text follows on a page that is being translated", async ({ page }) => {
  await page.goto(FIRST);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  const [first] = await capabilities(page);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const font = document.createElement("font");
      font.textContent = `\u00b7${text.data}`;
      text.replaceWith(font);
    }
  });
  // The label is translated too.
  await answer(page, first, "\u00b7Yes");
  await expect(page.locator(".place b")).toHaveText(`1 of ${await counted(page)}`);
});

test("a page whose elements an extension removed leads on", async ({ page }) => {
  await page.goto(FIRST);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await page.evaluate(() => document.querySelector(".bar").remove());
  await page.evaluate(() => { location.hash = "#/model"; });
  await expect(page.getByRole("heading", { level: 1, name: /How this works/ })).toBeVisible();
});

test("an address that waits for the program shows its frame and what is coming at once", async ({ page }) => {
  const come = await hold(page, 500);
  await page.goto("./#/teams", { waitUntil: "commit" });
  await expect(page.locator("#app .header")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Loading\u2026");
  await come();
  await expect(page.getByRole("main").getByText("Loading\u2026")).toHaveCount(0);
});

test("on arrival 1 answers the question that is marked, and a key that is held answers no other one", async ({ page }) => {
  await page.goto(FIRST);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  const [first] = await capabilities(page);
  await page.locator(".auto-advance input").check();
  await page.locator("h1").focus();
  await page.keyboard.down("1");
  for (let repeat = 0; repeat < 10; repeat += 1) await page.keyboard.down("1");
  await page.keyboard.up("1");
  expect(await chosen(page)).toEqual({ [first]: "yes" });
});

for (const to of [FIRST.slice(2), "#/"]) {
  test(`whoever goes to ${to} while the program takes over the first questions arrives, and everything answers`, async ({ page }) => {
    const come = await hold(page, 500);
    await page.goto(FIRST, { waitUntil: "commit" });
    await page.evaluate((there) => {
      document.documentElement.addEventListener("program-mounting", () => { location.hash = there; });
    }, to);
    await come();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(to === "#/" ? "How mature is your team's MLOps?" : "People");
    await page.getByRole("radio").nth(1).check();
    if (to === "#/") await expect(page.getByRole("link", { name: "Start assessment", exact: true })).toHaveAttribute("href", /scope=full/);
    else await expect(page.locator(".place b")).toHaveText(`1 of ${await counted(page)}`);
  });
}

test("where the questionnaire is newer than the document, its questions are asked and not the document's", async ({ page }) => {
  const asked = "Who answers for a model today?";
  await page.route(/questions\.json$/, async (route) => {
    const found = await route.fetch();
    const text = await found.text();
    const [first] = JSON.parse(text).capabilities;
    await route.fulfill({ response: found, body: text.replace(JSON.stringify(first.question), JSON.stringify(asked)) });
  });
  await page.goto(FIRST);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  const [first] = await capabilities(page);
  await expect(question(page, first).locator("legend")).toHaveText(asked);
  await answer(page, first, "Partly");
  await expect(page.locator(".place b")).toHaveText(`1 of ${await counted(page)}`);
});

test("a word that an input method is in the middle of is not broken off when the program comes", async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => { arrive = resolve; });
  await page.route(/\.wasm$|questions\.json$/, async (route) => { await arrived; await route.continue(); });
  await page.goto("./", { waitUntil: "commit" });
  const field = page.getByRole("textbox").first();
  await field.focus();
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await page.evaluate(() => {
    window.ended = 0;
    document.addEventListener("compositionend", () => { window.ended += 1; });
  });
  arrive();
  await page.waitForTimeout(1_500);
  await client.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  expect(await page.evaluate(() => window.ended)).toBe(0);
  await client.send("Input.insertText", { text: "日本" });
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
  await expect(field).toHaveValue("日本");
  await expect(field).toBeFocused();
  await expect(page.getByRole("link", { name: "Start assessment", exact: true })).toHaveAttribute("href", /title=%E6%97%A5%E6%9C%AC/);
});

test("nobody leaves with answers that nothing has kept yet without being asked", async ({ page }) => {
  await hold(page);
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first] = await capabilities(page);
  await question(page, first).getByRole("radio").first().click();
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  expect(await chosen(page)).toEqual({ [first]: "yes" });
});

test("where storage is blocked, what was said before the program came is there, and the page says that nothing is kept", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
  });
  const come = await hold(page);
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first] = await capabilities(page);
  await answer(page, first, "No");
  await come();
  expect(await chosen(page)).toEqual({ [first]: "no" });
  await expect(page.getByRole("alert").filter({ hasText: "Nothing is kept" }).or(page.getByText("Not saved").first()).first()).toBeVisible();
});

test("the questions do not stand there where other ones are asked, or a saved assessment", async ({ page }) => {
  const id = await put(page);
  await page.goto("about:blank");
  const come = await hold(page);
  for (const place of ["#/start?scope=full&tracks=mlops", `#/a/${id}/people`, "?embed=essentials#/start?scope=essentials&tracks=mlops", "?model=own.json#/start?scope=essentials&tracks=mlops"]) {
    await page.goto(`./${place}`, { waitUntil: "commit" });
    await page.waitForFunction(() => document.readyState !== "loading");
    await expect(page.locator("[data-capability]"), place).toHaveCount(0);
    await page.goto("about:blank");
  }
  // Somebody with work here begins another one.
  await page.goto(FIRST, { waitUntil: "commit" });
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await come();
  expect(await chosen(page)).toEqual({ [first]: "yes" });
  expect(Object.keys(await stored(page))).toHaveLength(2);
});
