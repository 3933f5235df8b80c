import { expect, test } from "@playwright/test";
import { dealt, downloaded, expectAccessible, expectNoSidewaysScroll, open, put, stored, unfold } from "./steps.mjs";

const BEFORE = { 1: ["yes"], 2: ["yes", "partly"], 3: ["no", "unknown"], 4: ["no"] };
const AFTER = { 1: ["yes"], 2: ["yes"], 3: ["yes", "no"], 4: ["no", "na"] };
const ids = ["11111111-2222-4333-8444-555555555551", "11111111-2222-4333-8444-555555555552"];

/** A team in spring, with a state of the winter, and another team. */
async function two(page) {
  const winter = await dealt(page, BEFORE);
  const spring = await dealt(page, AFTER);
  await put(page, {
    id: ids[0], title: "Payments ML", answers: spring, updated: "2026-04-05T09:00:00Z", outcomes: { days_to_live: 9 },
    snapshots: [{ at: "2026-01-02T09:00:00Z", label: "baseline", answers: winter }],
  });
  await put(page, { id: ids[1], title: "Search ML", answers: winter, updated: "2026-02-03T09:00:00Z", scope: "essentials" });
}

const link = (page) => page.getByLabel("Link to this comparison").inputValue();

test("a team beside its own state of the winter, and the link of both opened elsewhere", async ({ page, browser }) => {
  await two(page);
  await open(page, `/a/${ids[0]}/result`);
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await expect(page.getByText("Selected: Payments ML, 5 April 2026.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "baseline, 2 January 2026" }).click();
  // The older one is the first, whichever was chosen first.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("baseline, 2 January 2026, compared with Payments ML, 5 April 2026");
  await expect(page.locator(".verdict")).toContainText("areas improved");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page.getByText("The first result is the more recent one")).toBeVisible();
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page.getByText("The first result is the more recent one")).toHaveCount(0);
  const saved = await stored(page);
  await unfold(page, "Share");
  await expect(page.getByText("The link contains the answers and the dates of both results, and nothing else.")).toBeVisible();
  const bare = await link(page);
  expect(bare.length).toBeLessThan(300);
  await page.getByLabel("Include both names").check();
  await page.getByLabel("Include delivery metrics").check();
  const told = await link(page);
  expect(await stored(page)).toEqual(saved);

  const other = await (await browser.newContext()).newPage();
  await other.goto(bare);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Result from 2 January 2026, compared with Result from 5 April 2026");
  const verdict = await page.locator(".verdict").textContent();
  await expect(other.locator(".verdict")).toHaveText(verdict);
  await expect(other.getByText("Lead time to production (days)")).toHaveCount(0);
  await other.goto("about:blank");
  await other.goto(told);
  await expect(other.getByRole("heading", { level: 1 })).toContainText("Payments ML");
  await expect(other.getByText("Lead time to production (days)")).toBeVisible();
  expect(await stored(other)).toEqual({});
});

test("what only one of them asked is listed, and said before anything else", async ({ page }) => {
  await two(page);
  await open(page, `/compare/own:${ids[0]}/own:${ids[1]}`);
  await expect(page.getByText("Compared on the essentials:")).toBeVisible();
  await expect(page.getByText("These are listed below but not compared")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Only in the first result", exact: true })).toBeVisible();
  // Of two teams neither is the earlier one.
  await expect(page.getByText("The first result is the more recent one")).toHaveCount(0);
  await page.getByRole("link", { name: "Swap" }).click();
  await expect(page.getByRole("heading", { name: "Only in the second result", exact: true })).toBeVisible();
  await expect(page.getByText("The first result is the more recent one")).toHaveCount(0);
});

test("a pasted link and a file can be compared; what is neither says so", async ({ page }) => {
  await two(page);
  await open(page, `/a/${ids[1]}/result`);
  const shared = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  await open(page, "/compare");
  await page.getByLabel("Link to a result").fill("see https://wiki.example/");
  await page.getByRole("button", { name: "Use this link" }).click();
  await expect(page.getByRole("alert")).toContainText("It contains no link to a result.");
  await page.getByLabel("Link to a result").fill(`Here it is: ${shared}.`);
  await page.getByLabel("Link to a result").press("Enter");
  await expect(page.getByText(/^Selected: Result from /)).toBeVisible();
  const file = Object.values(await stored(page)).find((one) => one.id === ids[0]);
  const give = (buffer) => page.locator("input[type=file]").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(buffer) });
  await give("no assessment");
  await expect(page.getByRole("alert")).toContainText("This assessment file cannot be read");
  await give(JSON.stringify(file));
  await expect(page.locator(".verdict")).toBeVisible();
  // The tab holds the file: loaded anew, the page is the same.
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
});

test("whoever was sent a result compares it with their own", async ({ page }) => {
  await two(page);
  await open(page, `/a/${ids[0]}/result`);
  await page.goto(await page.getByLabel("Link to this result", { exact: true }).inputValue());
  await page.getByRole("link", { name: "Compare this result" }).click();
  await page.getByRole("button", { name: "Search ML" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Search ML, 3 February 2026, compared with");
});

test("a comparison goes along as text and as a picture", async ({ page }) => {
  await two(page);
  await open(page, `/compare/own:${ids[1]}/own:${ids[0]}`);
  await unfold(page, "Export");
  const press = (name) => () => page.getByRole("button", { name, exact: true }).click();
  const text = await downloaded(page, press("Markdown"));
  expect(text.name).toMatch(/^search-ml-3-february-2026-compared-with-payments-ml.*\.md$/);
  expect(text.bytes.toString()).toContain(await page.locator(".verdict").textContent());
  expect((await downloaded(page, press("Chart as SVG"))).bytes.toString()).toContain("Above: Search ML, 3 February 2026.");
  expect((await downloaded(page, press("Chart as PNG"))).bytes.subarray(1, 4).toString()).toBe("PNG");
  expect((await downloaded(page, press("HTML"))).bytes.toString()).toContain("<h1><bdi>Search ML, 3 February 2026, compared with");
});

test("a damaged link says which of the two it is, and the page fits a phone and paper", async ({ page }) => {
  await two(page);
  await open(page, `/compare/own:${ids[0]}/AbCdEf`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("These results cannot be compared");
  await expect(page.getByText("Second result:")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ["/compare", `/compare/own:${ids[1]}/own:${ids[0]}`]) {
    await open(page, place);
    await expectNoSidewaysScroll(page);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".bar")).toBeHidden();
  await expect(page.locator(".is-pair")).toBeVisible();
});
