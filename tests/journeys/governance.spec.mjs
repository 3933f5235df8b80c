import { expect, test } from "@playwright/test";
import { dealt, downloaded, expectAccessible, expectNoSidewaysScroll, open, put } from "./steps.mjs";

async function team(page) {
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "partly"], 3: ["no"], 4: ["no"] });
  return put(page, { answers: { ...answers, "int-prediction-log": "na", "rel-quality-gate": "yes" } });
}

const section = (page) => page.locator(".governance");
const frameworks = (page) => section(page).locator("[data-framework]");
const show = (page) => section(page).getByText("Show evidence by framework").click();

test("the frameworks are fetched when they are opened, with their disclaimers and what is not asked", async ({ page }) => {
  let fetched = 0;
  await page.route("**/governance.json", (route) => { fetched += 1; return route.continue(); });
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await expect(section(page).getByRole("heading", { name: "Evidence for AI governance" })).toBeVisible();
  expect(fetched).toBe(0);
  await show(page);
  await expect(frameworks(page)).toHaveCount(6);
  expect(fetched).toBe(1);
  await expect(section(page).getByText("It does not show that a law, a standard or a supervisor's expectation is met.")).toBeVisible();
  const act = frameworks(page).and(page.locator("[data-framework=eu-ai-act]"));
  await act.locator("summary").click();
  await expect(act.getByRole("heading", { name: "Art. 19", exact: true })).toBeVisible();
  await expect(act.getByText("Not applicable (not evidence)").first()).toBeVisible();
  await expect(act.getByText("Not asked here:").first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test("the table leaves the page as CSV and Markdown, and says in every row what it is", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await show(page);
  const csv = await downloaded(page, () => section(page).getByRole("button", { name: "Table as CSV" }).click());
  expect(csv.name).toBe("payments-ml.governance.csv");
  const rows = csv.bytes.toString().trim().split("\r\n");
  expect(rows[0]).toContain('"Framework","Reference"');
  expect(rows.slice(1).every((row) => row.includes("not an assessment of conformity"))).toBe(true);
  const markdown = await downloaded(page, () => section(page).getByRole("button", { name: "Table as Markdown" }).click());
  expect(markdown.bytes.toString()).toContain("## EU AI Act");
});

test("where the frameworks do not arrive the result says so, and a second press fetches them", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await page.route("**/governance.json", (route) => route.fulfill({ status: 503, body: "" }));
  await show(page);
  await expect(section(page).getByText("The frameworks did not load")).toBeVisible();
  await page.unroute("**/governance.json");
  await section(page).getByRole("button", { name: "Try again" }).click();
  await expect(frameworks(page)).toHaveCount(6);
});

test("the cheapest lift leads to its plan with one press", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const lift = page.locator(".answer-first > p").filter({ hasText: /person-days: level \d in every area\./ });
  const [, steps] = (await lift.textContent()).match(/^(\d+) steps?/);
  await lift.getByRole("button", { name: /^Plan for level / }).click();
  await expect(page).toHaveURL(/\/plan$/);
  await expect(page.locator("[data-plan-step]")).toHaveCount(Number(steps));
});
