// An organisation's own questionnaire: beside the page, or opened in a tab. And never a result by the wrong one.

import { expect, test } from "@playwright/test";
import { answer, begin, capabilities, expectAccessible, open, put, question, unfold } from "./steps.mjs";

/** A small questionnaire that borrows an id from the built-in one, as a derived one would. */
const OWN = {
  format: "mlops-maturity/model", version: 1, id: "acme", revision: 3, title: "Acme readiness", language: "en", support: 0.5,
  source: { title: "Acme handbook", address: "https://acme.example/handbook", licence: "internal" },
  levels: [0, 1, 2, 3, 4].map((number) => ({ number, name: `Step ${number}`, summary: `Acme step ${number}.` })),
  lenses: [{ id: "people", title: "People" }],
  tracks: [{ id: "acme", title: "Acme" }],
  areas: [{ id: "ground", track: "acme", title: "Ground", why: "Everything stands on it." }],
  stages: [{ id: "ship", title: "Ship it" }],
  capabilities: [["rel-cicd-release", 1], ["acme-two", 2]].map(([id, level], key) => ({
    key, id, area: "ground", level, lens: "people", weight: "core", question: `Is ${id} there?`, help: "Look.", evidence: ["A look"],
    examples: [], needs: [], basis: "Acme", manual: { stage: "ship", task: "Shipping by hand" },
    next: { action: "Do it.", deliverable: "It", done_when: "It is done.", effort: [1, 2] },
  })),
  patterns: [], crosswalk: [],
};

async function beside(page, model = OWN) {
  await page.route("**/models/own.json", (route) => route.fulfill({ json: model }));
}

async function started(page, address) {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
}

test("the page asks a questionnaire that lies beside it, and hands it on in every link", async ({ page }) => {
  await beside(page);
  await started(page, "./?model=models/own.json");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Acme readiness");
  await expect(page.locator("main")).not.toContainText("Microsoft");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  expect(await capabilities(page)).toEqual(["rel-cicd-release", "acme-two"]);
  await answer(page, "rel-cicd-release", "Yes");
  await page.goto(page.url().replace(/\/ground$/, "/result"));
  await expect(page.locator('[data-area="ground"]')).toHaveAttribute("data-low", "1");
  await expect(page.locator("main")).not.toContainText("Microsoft");
  await unfold(page, "Share");
  const link = await page.getByRole("textbox", { name: "Link to this result" }).inputValue();
  expect(new URL(link).search).toBe("?model=models/own.json");
  const other = await page.context().browser().newContext();
  const theirs = await other.newPage();
  await beside(theirs);
  await started(theirs, link);
  await expect(theirs.locator('[data-area="ground"]')).toHaveAttribute("data-low", "1");
  await other.close();
  await page.goto(page.url().replace(/#.*/, "#/embed"));
  await expect(page.locator("pre").nth(0)).toContainText("?model=models%2Fown.json&embed=essentials");
  await expect(page.locator("pre").nth(4)).toContainText('scope="essentials" href="?model=models%2Fown.json"');
});

test("what answers another questionnaire is kept, said so, and never scored", async ({ page }) => {
  const id = await put(page, { title: "Theirs", model: { id: "acme", revision: 3 }, answers: { "rel-cicd-release": "yes" } });
  await open(page, "/");
  await page.reload();
  const kept = page.getByRole("region", { name: "Saved but not shown" });
  await expect(kept).toContainText('This assessment belongs to a different questionnaire, "acme"');
  await expect(page.getByRole("heading", { name: "Your assessments" })).toHaveCount(0);
  for (const place of ["", "/people", "/result", "/plan"]) {
    await open(page, `/a/${id}${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Theirs");
    await expect(page.locator("main")).toContainText('This assessment belongs to a different questionnaire, "acme"');
    await expect(page.locator("[data-area]")).toHaveCount(0);
  }
  await beside(page);
  await started(page, `./?model=models/own.json#/a/${id}/result`);
  await expect(page.locator('[data-area="ground"]')).toHaveAttribute("data-low", "1");
});

test("of an own questionnaire all faults are told at once, each with its place", async ({ page }) => {
  const model = structuredClone(OWN);
  model.capabilities[0].level = 9;
  model.capabilities[1].needs = ["nobody"];
  model.areas[0].why = " ";
  await beside(page, model);
  await started(page, "./?model=models/own.json");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This questionnaire cannot be opened");
  for (const place of ["$.capabilities[0].level", "$.capabilities[1].needs[0]", "$.areas[0].why"]) {
    await expect(page.locator("main")).toContainText(place);
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the built-in questionnaire" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How mature is your team's MLOps?");
});

for (const [what, name, says] of [
  ["that is not there", "models/none.json", "could not be loaded"],
  ["of another site", "https://evil.example/own.json", "is on another site"],
  ["of another site, by its host alone", "//evil.example/own.json", "is on another site"],
  ["of no site at all", "data:application/json,{}", "is on another site"],
  ["that is no questionnaire", "favicon.svg", "expected JSON"],
]) {
  test(`a questionnaire ${what} is refused in words, and no other asked in its place`, async ({ page }) => {
    await started(page, "./");
    const elsewhere = [];
    const here = new URL(page.url()).origin;
    page.on("request", (request) => { if (new URL(request.url()).origin !== here) elsewhere.push(request.url()); });
    await started(page, `./?model=${encodeURIComponent(name)}`);
    await expect(page.locator("main")).toContainText(says);
    await expect(page.getByRole("link", { name: "Start assessment", exact: true })).toHaveCount(0);
    expect(elsewhere).toEqual([]);
  });
}

test("a questionnaire dropped on the page is asked in this tab until one goes back", async ({ page }) => {
  const id = await begin(page, { title: "Built-in" });
  await answer(page, (await capabilities(page))[0], "Yes");
  await open(page, "/");
  await expect(page.getByRole("heading", { name: "Open a file" })).toBeVisible();
  const drop = (files) => page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
  }, files);
  await drop([["broken.json", JSON.stringify({ ...OWN, support: 7 })], ["own.json", JSON.stringify(OWN)]]);
  await expect(page.getByText("$.support: expected a share above 0, to 1")).toBeVisible();
  await expect(page.getByText('"Acme readiness", revision 3, is a questionnaire with 2 questions.')).toBeVisible();
  await page.getByRole("button", { name: "Use this questionnaire" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Acme readiness");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Acme readiness");
  await expect(page.getByText('This assessment belongs to a different questionnaire, "mlops"')).toBeVisible();
  await expectAccessible(page);
  const second = await page.context().newPage();
  await open(second, `/a/${id}/people`);
  await expect(question(second, (await capabilities(second))[0])).toBeVisible();
  await page.getByRole("button", { name: "Back to the built-in questionnaire" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your assessments");
  await expect(page.getByRole("link", { name: "Continue Built-in" })).toBeVisible();
});
