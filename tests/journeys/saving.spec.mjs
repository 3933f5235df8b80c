import { expect, test } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { answer, begin, capabilities, choose, chosen, open, put, question, stored } from "./steps.mjs";

const KEY = "mlops-maturity:assessment:";

test("every answer is stored at once and the page says so", async ({ page }) => {
  const id = await begin(page);
  const [first, second] = await capabilities(page);
  await answer(page, first, "Yes");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  expect((await stored(page))[KEY + id].answers[first].value).toBe("yes");
  await answer(page, second, "Partly");
  expect((await stored(page))[KEY + id].answers[second].value).toBe("partly");
});

test("two tabs that answer in turn lose none of 200 answers and show the newest", async ({ context }) => {
  test.slow();
  const one = await context.newPage();
  const id = await begin(one, { scope: "full", tracks: "mlops,genaiops" });
  const other = await context.newPage();
  await open(other, `/a/${id}/model-creation`);
  await open(one, `/a/${id}/model-creation`);
  const asked = await capabilities(one);
  const words = ["Yes", "Partly", "No", "Don't know"];
  const expected = {};
  for (let turn = 0; turn < 200; turn += 1) {
    const tab = turn % 2 === 0 ? one : other;
    const capability = asked[(turn * 7) % asked.length];
    // Every turn changes something: the answer moves on from whatever was given before.
    const at = expected[capability] === undefined ? turn % 4 : (expected[capability] + 1) % 4;
    await answer(tab, capability, words[at]);
    expected[capability] = at;
  }
  const values = Object.fromEntries(
    Object.entries(expected).map(([capability, at]) => [capability, ["yes", "partly", "no", "unknown"][at]]),
  );
  await expect.poll(() => chosen(one)).toEqual(values);
  await expect.poll(() => chosen(other)).toEqual(values);
  const answers = (await stored(one))[KEY + id].answers;
  expect(Object.fromEntries(Object.entries(answers).map(([name, given]) => [name, given.value]))).toEqual(values);
});

test("what another tab stores for the first time is shown where it was not here", async ({ context }) => {
  const one = await context.newPage();
  const id = await begin(one);
  const other = await context.newPage();
  await other.goto(`./#/a/${id}/people`);
  await expect(other.getByRole("heading", { level: 1, name: "This assessment is not in this browser" })).toBeVisible();
  const [first] = await capabilities(one);
  await answer(one, first, "Yes");
  await expect(other.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  expect((await chosen(other))[first]).toBe("yes");
});

test("every page of an assessment appears once another tab stores the assessment", async ({ context }) => {
  test.slow();
  const one = await context.newPage();
  const id = await begin(one);
  const pages = ["result", "plan", "history", "evidence", "send", "together"];
  const others = [];
  for (const page of pages) {
    const other = await context.newPage();
    await other.goto(`./#/a/${id}/${page}`);
    await expect(other.getByRole("heading", { level: 1, name: "This assessment is not in this browser" })).toBeVisible();
    others.push(other);
  }
  const [first] = await capabilities(one);
  await answer(one, first, "Yes");
  for (const other of others) {
    await expect(other.getByRole("heading", { name: "This assessment is not in this browser" })).toHaveCount(0);
    await expect(other.locator("main h1")).toHaveCount(1);
  }
});

for (const [how, script] of [
  ["whose very look-up throws", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } })],
  ["that is absent", () => Object.defineProperty(window, "localStorage", { value: null })],
  ["that refuses to write", () => { Storage.prototype.setItem = () => { throw new DOMException("denied", "SecurityError"); }; }],
]) {
  test(`with storage ${how} the page works, says so and offers the file`, async ({ page }) => {
    await page.addInitScript(script);
    await begin(page, { title: "Blocked" });
    const [first] = await capabilities(page);
    await answer(page, first, "Yes");
    expect((await chosen(page))[first]).toBe("yes");
    await expect(page.getByText("Not saved in this browser.")).toBeVisible();
    await expect(page.getByText("Saved", { exact: true })).toHaveCount(0);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download file" }).click();
    const file = JSON.parse(await readFile(await (await download).path(), "utf8"));
    expect(file.answers[first].value).toBe("yes");
  });
}

test("a full storage keeps the answers for the visit, says so, and saves again when there is room", async ({ page }) => {
  const id = await begin(page);
  const [first, second] = await capabilities(page);
  await page.evaluate(() => {
    for (let size = 4_000_000; size > 0; size = Math.floor(size / 2)) {
      try { localStorage.setItem(`filler-${size}`, "x".repeat(size)); } catch { /* the next is smaller */ }
    }
    for (let n = 0; ; n += 1) { try { localStorage.setItem(`f${n}`, "xx"); } catch { break; } }
  });
  await answer(page, first, "Yes");
  await expect(page.getByText("The browser's storage for this page is full.")).toBeVisible();
  expect((await chosen(page))[first]).toBe("yes");
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("f")).forEach((key) => localStorage.removeItem(key)));
  await answer(page, second, "No");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const answers = (await stored(page))[KEY + id].answers;
  expect([answers[first].value, answers[second].value]).toEqual(["yes", "no"]);
});

test("what is changed while nothing can be stored stays changed: an answer taken back, one given twice", async ({ page }) => {
  const id = await begin(page);
  const [first, second] = await capabilities(page);
  await answer(page, first, "Yes");
  await answer(page, second, "Yes");
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); }; });
  await question(page, first).getByRole("button", { name: "Clear answer" }).click();
  await answer(page, second, "No");
  await answer(page, second, "Partly");
  await expect(page.getByText("The browser's storage for this page is full.")).toBeVisible();
  expect(await chosen(page)).toEqual({ [second]: "partly" });
  // Another tab stores an answer of its own: both are kept.
  const third = (await capabilities(page))[2];
  await page.evaluate(([key, third]) => {
    delete Storage.prototype.setItem;
    const frame = document.body.appendChild(document.createElement("iframe"));
    const theirs = frame.contentWindow.localStorage;
    const { sealed, checksum, ...file } = JSON.parse(theirs.getItem(key));
    file.answers[third] = { value: "no", at: Date.now(), by: "them" };
    theirs.setItem(key, JSON.stringify(file));
  }, [KEY + id, third]);
  await expect.poll(() => chosen(page)).toMatchObject({ [second]: "partly", [third]: "no" });
});

test("an answer that another tab had not seen yet when it wrote is put back, and theirs stays", async ({ page }) => {
  const id = await begin(page);
  const [first, second, third] = await capabilities(page);
  await answer(page, first, "Yes");
  const stale = await page.evaluate((key) => localStorage.getItem(key), KEY + id);
  await answer(page, first, "No");
  await answer(page, second, "Partly");
  await page.evaluate(([key, stale, third]) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const { sealed, checksum, ...file } = JSON.parse(stale);
    file.answers[third] = { value: "na", at: Date.now(), by: "them" };
    frame.contentWindow.localStorage.setItem(key, JSON.stringify(file));
  }, [KEY + id, stale, third]);
  const all = { [first]: "no", [second]: "partly", [third]: "na" };
  await expect.poll(() => chosen(page)).toEqual(all);
  const answers = (await stored(page))[KEY + id].answers;
  expect(Object.fromEntries(Object.entries(answers).map(([name, given]) => [name, given.value]))).toEqual(all);
});

test("a broken save comes back from its copy with every answer, and the raw text can be downloaded", async ({ page }) => {
  const id = await begin(page, { title: "Half broken" });
  const [first, second] = await capabilities(page);
  await answer(page, first, "Yes");
  await answer(page, second, "No");
  const raw = await page.evaluate(([key, bad]) => {
    const text = localStorage.getItem(key).replace(/"value": *"no"/, bad);
    localStorage.setItem(key, text);
    localStorage.setItem("somebody-elses", "untouched");
    return text;
  }, [KEY + id, '"value": 17']);
  await open(page, "/");
  await page.reload();
  await expect(page.getByText("Part of the saved data was damaged")).toBeVisible();
  await expect(page.getByText('"Half broken" was restored from its backup copy, with 2 answers.')).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download raw text" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toBe(raw);
  await open(page, `/a/${id}/people`);
  expect(await chosen(page)).toEqual({ [first]: "yes", [second]: "no" });
  expect(await page.evaluate(() => localStorage.getItem("somebody-elses"))).toBe("untouched");
});

test("a text that is no assessment at all is set aside and harms no other", async ({ page }) => {
  const id = await begin(page, { title: "Sound" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await page.evaluate((key) => localStorage.setItem(`${key}broken`, "{not json"), KEY);
  await open(page, "/");
  await page.reload();
  await expect(page.getByRole("link", { name: "Sound", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Download raw text" })).toBeVisible();
  expect(Object.keys(await stored(page))).toEqual([KEY + id]);
});

test("a file of a newer version is left untouched", async ({ page }) => {
  const newer = JSON.stringify({ format: "mlops-maturity/assessment", version: 99, surprise: true });
  await open(page, "/");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`${KEY}future`, newer]);
  await page.reload();
  await expect(page.getByText("Made by a newer version of this page")).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), `${KEY}future`)).toBe(newer);
});

test("deleting can be undone to the letter", async ({ page }) => {
  const id = await begin(page, { title: "Precious" });
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  const before = await page.evaluate((key) => localStorage.getItem(key), KEY + id);
  await open(page, "/");
  await choose(page, "Delete Precious");
  await expect(page.getByRole("link", { name: "Precious", exact: true })).toHaveCount(0);
  // The focus falls to nothing, neither now nor after it is undone.
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Precious", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY + id)).toBe(before);
});

test("of two deleted assessments both can be restored, the last one first", async ({ page }) => {
  for (const id of ["one", "two", "three"]) await put(page, { id, title: `Team ${id}`, answers: { "ppl-model-owner": "yes" } });
  await open(page, "/");
  await choose(page, "Delete Team one");
  await choose(page, "Delete Team two");
  for (const title of ["Team two", "Team one"]) {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("assessments are listed newest first, renamed and duplicated", async ({ page }) => {
  await begin(page, { title: "Older" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await page.waitForTimeout(1100); // The list is ordered by whole seconds.
  await begin(page, { title: "Newer" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await open(page, "/");
  await expect(page.getByRole("listitem").getByRole("heading", { level: 2 })).toHaveText(["Newer", "Older"]);
  await choose(page, "Rename Older");
  await page.getByLabel("New name").fill("Oldest");
  await page.getByLabel("New name").press("Enter");
  await expect(page.getByRole("link", { name: "Oldest", exact: true })).toBeVisible();
  // With the same name nothing is stored, and the form closes all the same.
  await choose(page, "Rename Oldest");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByLabel("New name")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Oldest", exact: true })).toBeFocused();
  await choose(page, "Duplicate Newer");
  await expect(page.getByRole("link", { name: "Newer (copy)", exact: true })).toBeVisible();
  expect(Object.keys(await stored(page))).toHaveLength(3);
});

test("a file goes out and comes in again the same, and never overwrites unasked", async ({ page }) => {
  const id = await begin(page, { title: "Travels" });
  const [first, second] = await capabilities(page);
  await answer(page, first, "Yes");
  await open(page, "/");
  const download = page.waitForEvent("download");
  await choose(page, "Export Travels");
  const path = await (await download).path();
  const file = await readFile(path, "utf8");

  const give = () => page.getByLabel("Assessment file").setInputFiles({ name: "travels.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await give();
  await expect(page.getByText("is already here, with no differences")).toBeVisible();

  await open(page, `/a/${id}/people`);
  await answer(page, second, "No");
  await open(page, "/");
  const own = (await stored(page))[KEY + id];
  await give();
  await expect(page.getByText("1 answer differs: 0 newer in the file, 1 newer here. What do you want to do?")).toBeVisible();
  expect((await stored(page))[KEY + id]).toEqual(own);
  await page.getByRole("button", { name: "Merge newer answers" }).click();
  await expect(page.getByText("0 newer answers were taken from the file. 1 newer answer in this browser was kept.")).toBeVisible();
  const merged = (await stored(page))[KEY + id].answers;
  expect([merged[first].value, merged[second].value]).toEqual(["yes", "no"]);

  await choose(page, "Delete Travels");
  await give();
  await expect(page.getByText("is now in your list")).toBeVisible();
  expect((await stored(page))[KEY + id].answers[first].value).toBe("yes");
});

test("a file that is not ours is refused in words and changes nothing", async ({ page }) => {
  await begin(page, { title: "Mine" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await open(page, "/");
  const before = await stored(page);
  const texts = ["", "{", "[]", '{"format":"other"}', '{"format":"mlops-maturity/assessment","version":99}', `${"[".repeat(50000)}`];
  for (const text of texts) {
    await page.getByLabel("Assessment file").setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.getByText("This file was not opened.")).toBeVisible();
    await page.getByLabel("Assessment file").setInputFiles([]);
  }
  expect(await stored(page)).toEqual(before);
});

test("an address that starts an assessment stores nothing before the first answer, and a reload finds it", async ({ page }) => {
  for (let turn = 0; turn < 5; turn += 1) await begin(page, { title: `Opened ${turn}` });
  await page.reload();
  const [first] = await capabilities(page);
  expect(await stored(page)).toEqual({});
  await answer(page, first, "Yes");
  expect(Object.values(await stored(page)).map(({ title }) => title)).toEqual(["Opened 4"]);
});

test("what another page clears is stored again, and said", async ({ page }) => {
  const id = await begin(page);
  const [first] = await capabilities(page);
  await answer(page, first, "Yes");
  await page.evaluate(() => {
    document.body.appendChild(document.createElement("iframe")).contentWindow.localStorage.clear();
  });
  await expect(page.getByText("Something outside this page cleared its saved data in this browser.")).toBeVisible();
  expect((await stored(page))[KEY + id].answers[first].value).toBe("yes");
});

test("what the first storage lost comes back from the second, and is said", async ({ page }) => {
  const id = await begin(page, { title: "Survivor" });
  const [first, second] = await capabilities(page);
  await answer(page, first, "Yes");
  await answer(page, second, "No");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  // As after a crash: nothing of it had reached the disk.
  await page.goto("./model.json");
  await page.evaluate(() => localStorage.clear());
  await open(page, "/");
  await expect(page.getByRole("link", { name: "Survivor", exact: true })).toBeVisible();
  await expect(page.getByText("restored from the backup copy")).toBeVisible();
  await page.goto("./model.json");
  await page.evaluate(() => localStorage.clear());
  await open(page, `/a/${id}/people`);
  await expect.poll(() => chosen(page)).toEqual({ [first]: "yes", [second]: "no" });
});

test("continuing and reloading land on the next question without an answer", async ({ page }) => {
  await begin(page, { title: "Paused" });
  const [first, second, third] = await capabilities(page);
  await answer(page, first, "Yes");
  await answer(page, second, "No");
  await page.reload();
  await expect(question(page, third).getByRole("radio").first()).toBeFocused();
  await open(page, "/");
  await page.getByRole("link", { name: "Continue Paused" }).click();
  await expect(question(page, third).getByRole("radio").first()).toBeFocused();
});

test("of 3,000 saved assessments the newest twenty are listed, and more on demand", async ({ page }) => {
  await page.goto("./model.json");
  await page.evaluate((prefix) => {
    for (let at = 0; at < 3000; at += 1) {
      const updated = new Date(1795424400000 + at * 1000).toISOString().replace(".000", "");
      const answers = Object.fromEntries(["ppl-skills", "cre-exp-tracking", "rel-lineage"].map((id) => [id, { value: "partly" }]));
      const file = { format: "mlops-maturity/assessment", version: 1, model: { id: "mlops", revision: 1 }, id: `n${at}`, title: `Team ${at}`,
        tracks: ["mlops"], scope: "essentials", created: updated, updated, answers, target: {}, plan: {}, snapshots: [] };
      localStorage.setItem(`${prefix}n${at}`, JSON.stringify(file));
    }
  }, KEY);
  await page.goto("./#/");
  await expect(page.getByRole("link", { name: "Team 2999", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Show more (2980 not shown)" }).click();
  await expect(page.getByRole("link", { name: "Team 2900", exact: true })).toBeVisible();
});
