// Evidence from code: a folder is picked, listed, read and searched in the browser, and a person decides on each proposal.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { downloaded, expectAccessible, expectNoSidewaysScroll, open, put, question, stored, unfold } from "./steps.mjs";

const TRACKING = "cre-exp-tracking";
const TRAIN = "import mlflow\nfrom sklearn.linear_model import Ridge\n\nmodel.fit(x, y)\nmlflow.log_metric(\"rmse\", 1)\n";
const FILES = { "src/train.py": TRAIN, "README.md": "# Shop\n", "node_modules/a/train.py": TRAIN, "huge.py": "x".repeat(300_000) };

/** Without the directory picker the page has a field for folders, which a test can fill. */
const withoutPicker = (page) => page.addInitScript(() => { delete globalThis.showDirectoryPicker; delete Window.prototype.showDirectoryPicker; });

function tree(info, files = FILES, name = "shop") {
  const root = info.outputPath(name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function list(page, id, root) {
  await open(page, `/a/${id}/evidence`);
  await page.getByLabel("Folder with your code").setInputFiles(root);
  await expect(page.getByRole("button", { name: "Read these files" })).toBeVisible();
}

async function scan(page, id, root) {
  await list(page, id, root);
  await page.getByRole("button", { name: "Read these files" }).click();
  await expect(page.getByRole("heading", { name: "Proposals" })).toBeVisible();
}

const proposal = (page, capability = TRACKING) => page.locator(`[data-proposal="${capability}"]`);
const responses = async (page) => Object.values(await stored(page))[0].answers;

test("a folder is listed before it is read, and nothing counts until it is used", async ({ page }, info) => {
  await withoutPicker(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const id = await put(page, { answers: {} });
  await open(page, `/a/${id}/model-creation`);
  expect(asked.filter((one) => one.includes("signals.json"))).toEqual([]);
  await page.getByRole("link", { name: "Look for evidence in your code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look for evidence in your code");
  await expectAccessible(page);
  await page.getByLabel("Folder with your code").setInputFiles(tree(info));
  const listed = page.locator(".scan");
  await expect(listed).toContainText("3 files listed. 2 files will be read (0.1 MB). Left out: 1 large file and 1 folder of dependencies");
  await page.getByText("Folders left out").click();
  await expect(listed).toContainText("node_modules");
  await expect(proposal(page)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Read these files" }).click();
  await expect(proposal(page)).toContainText("MLflow records runs: src/train.py, line 5");
  await expect(page.getByText("1 proposal", { exact: true })).toBeVisible();
  expect(await responses(page)).toEqual({});
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test("a proposal above its question is used, undone, kept over a reload and exported", async ({ page }, info) => {
  await withoutPicker(page);
  const id = await put(page, { answers: {} });
  await scan(page, id, tree(info));
  await open(page, `/a/${id}/model-creation`);
  const inQuestion = question(page, TRACKING).locator("[data-proposal]");
  await expect(inQuestion).toContainText("Proposed: Partly");
  await inQuestion.getByRole("button", { name: "Use this answer" }).click();
  await expect(question(page, TRACKING).getByRole("radio", { name: "Partly" })).toBeChecked();
  await inQuestion.getByRole("button", { name: "Undo" }).click();
  await expect(question(page, TRACKING).getByRole("radio", { checked: true })).toHaveCount(0);
  await inQuestion.getByRole("button", { name: "Use this answer" }).click();
  await page.reload();
  await expect(question(page, TRACKING).getByRole("radio", { name: "Partly" })).toBeChecked();
  const used = { value: "partly", from: "repository", evidence: "MLflow records runs: src/train.py, line 5" };
  expect((await responses(page))[TRACKING]).toMatchObject(used);
  await open(page, "/");
  await page.locator(".menu > summary").click();
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: "Export Payments ML" }).click());
  expect(JSON.parse(bytes.toString()).answers[TRACKING]).toMatchObject(used);
  expect(bytes.toString()).not.toContain("model.fit");
});

test("undoing a used proposal on another page gives the earlier answer back", async ({ page }, info) => {
  await withoutPicker(page);
  const id = await put(page, { answers: { [TRACKING]: "no" } });
  await scan(page, id, tree(info));
  await proposal(page).getByRole("button", { name: "Use this answer" }).click();
  await page.goto(`./#/a/${id}/model-creation`);
  const asked = question(page, TRACKING);
  await expect(asked.getByRole("radio", { name: "Partly" })).toBeChecked();
  await asked.locator("[data-proposal]").getByRole("button", { name: "Undo" }).click();
  await expect(asked.getByRole("radio", { name: "No", exact: true })).toBeChecked();
});

test("a share link has places only where notes are asked for", async ({ page }, info) => {
  await withoutPicker(page);
  const id = await put(page, { answers: {} });
  await scan(page, id, tree(info));
  await proposal(page).getByRole("button", { name: "Use this answer" }).click();
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  const field = page.getByLabel("Link to this result", { exact: true });
  const bare = await field.inputValue();
  await expect(page.getByText("your answers and the date, and nothing else")).toBeVisible();
  await page.getByLabel("Include notes and evidence links").check();
  expect((await field.inputValue()).length).toBeGreaterThan(bare.length);
});

test("proposals are gone through by key, and an ignored one stays ignored", async ({ page }, info) => {
  await withoutPicker(page);
  const id = await put(page, { answers: { [TRACKING]: "no" } });
  await scan(page, id, tree(info));
  await expect(page.getByText("0 proposals, 1 conflict", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Review one by one" }).press("Enter");
  await expect(proposal(page)).toBeFocused();
  await page.keyboard.press("i");
  await expect(proposal(page)).toContainText("Ignored");
  await page.keyboard.press("i");
  await expect(proposal(page)).toContainText("but your code shows this:");
  await page.keyboard.press("i");
  await page.reload();
  await page.getByText("Ignored proposals").click();
  await expect(proposal(page)).toContainText("Ignored");
  expect(Object.values(await stored(page))[0].ignored).toMatchObject([{ signal: TRACKING, folder: "shop" }]);
  expect((await responses(page))[TRACKING].value).toBe("no");
});

test("a scan can be cancelled, and a fact that nothing shows can be stated", async ({ page }, info) => {
  await withoutPicker(page);
  const id = await put(page, { answers: {} });
  const root = tree(info, { "track.py": "import mlflow\nmlflow.log_metric(1)\n" }, "jobs");
  await list(page, id, root);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alert")).toContainText("The scan was stopped. No answer was changed.");
  await page.getByLabel("Folder with your code").setInputFiles(root);
  await page.getByRole("button", { name: "Read these files" }).click();
  await expect(page.getByText("nothing is proposed")).toBeVisible();
  await page.getByLabel("Training code").check();
  await expect(proposal(page)).toContainText("track.py, line 2");
});

test("a folder with markup in its paths runs nothing, in a folder of 3,000 files too", async ({ page }, info) => {
  test.slow();
  await withoutPicker(page);
  const ran = [];
  page.on("dialog", (dialog) => { ran.push(dialog.message()); dialog.dismiss(); });
  const files = { "src/<img src=x onerror=alert(1)>.py": TRAIN };
  for (let at = 0; at < 3_000; at += 1) files[`pkg${at % 50}/m${at}.py`] = "value = 1\n".repeat(at % 500);
  const id = await put(page, { answers: {} });
  const root = tree(info, files, "large");
  await open(page, `/a/${id}/evidence`);
  await page.getByLabel("Folder with your code").setInputFiles(root);
  await page.getByRole("button", { name: "Read these files" }).click({ timeout: 30_000 });
  await expect(proposal(page)).toContainText("<img src=x onerror=alert(1)>.py, line 5", { timeout: 60_000 });
  expect(await page.locator("main img").count()).toBe(0);
  expect(ran).toEqual([]);
});

test("a folder from the directory picker is walked without the folders that nobody wants", async ({ page }) => {
  const id = await put(page, { answers: {} });
  await open(page, `/a/${id}/evidence`);
  await page.evaluate(async ([train]) => {
    const root = await navigator.storage.getDirectory();
    const write = async (folder, name) => {
      const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await file.write(train);
      await file.close();
    };
    const shop = await root.getDirectoryHandle("shop", { create: true });
    await write(await shop.getDirectoryHandle("src", { create: true }), "train.py");
    await write(await shop.getDirectoryHandle("node_modules", { create: true }), "train.py");
    globalThis.showDirectoryPicker = async () => shop;
  }, [TRAIN]);
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await expect(page.locator(".scan")).toContainText("1 file listed. 1 file will be read (0.1 MB). Left out: 1 folder of dependencies");
  await page.getByRole("button", { name: "Read these files" }).click();
  await expect(proposal(page)).toContainText("src/train.py, line 5");
});

const FILE = {
  format: "mlops-maturity/proposals", version: 1, model: { id: "mlops", revision: 1 }, made: "2026-01-12T09:30:00Z",
  folders: [{ name: "shop", address: "https://github.com/acme/shop", commit: "cc7ba018ee04a74efa7d52167af5e2860c267a89" }],
  proposals: [{ capability: TRACKING, signal: TRACKING, answer: "partly", evidence: [{ folder: 0, name: "MLflow", path: "src/train.py", line: 88 }] }],
};
const asFile = (text) => ({ name: "proposals.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("a proposals file is opened, and a bad one is refused with a sentence", async ({ page }) => {
  const id = await put(page, { answers: {} });
  await open(page, `/a/${id}/evidence`);
  const field = page.getByLabel("Proposals file");
  for (const [text, says] of [
    ["{", "The file is not valid JSON."],
    [JSON.stringify({ a: 1 }), "The file is not a proposals file."],
    [JSON.stringify({ ...FILE, version: 9 }), "The file has version 9, which is newer than this page."],
    [JSON.stringify({ ...FILE, model: { id: "acme", revision: 1 } }), "The file is for another questionnaire, \"acme\"."],
  ]) {
    await field.setInputFiles(asFile(text));
    await expect(page.getByRole("alert")).toContainText(says);
    await expect(page.getByRole("alert")).toContainText("Your answers are safe.");
  }
  await field.setInputFiles(asFile(JSON.stringify({ ...FILE, proposals: [...FILE.proposals, { capability: "nobody" }] })));
  await expect(page.getByRole("alert")).toContainText("Parts of the file were left out:");
  // Another scanner says nothing of what it read: nothing is made up.
  await expect(page.getByText("The proposals do not list the files that were read.")).toBeVisible();
  await expect(page.getByText("nothing is proposed")).toHaveCount(0);
  await expect(proposal(page).getByRole("link", { name: "src/train.py, line 88" })).toHaveAttribute("href", /acme\/shop\/blob\/cc7b.*#L88$/);
  await page.getByRole("button", { name: "Remove all proposals" }).click();
  await expect(proposal(page)).toHaveCount(0);
});

test("a proposals file that is opened on the start page says where it belongs", async ({ page }) => {
  await open(page, "/");
  await page.getByLabel("Assessment file").setInputFiles(asFile(JSON.stringify(FILE)));
  await expect(page.getByText("This is a proposals file. Open an assessment")).toBeVisible();
});

test("from the start page the scan comes before the first question", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Look for evidence in your code" }).click();
  await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/evidence$/);
  await page.getByRole("link", { name: "Back to questions" }).click();
  await expect(page.locator("[data-capability]").first()).toBeVisible();
});
