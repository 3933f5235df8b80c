import { expect, test } from "@playwright/test";
import { dealt, downloaded, expectAccessible, expectNoSidewaysScroll, open, put, stored, unfold } from "./steps.mjs";

const WORDS = [
  { 1: ["no"], 2: ["no"], 3: ["no"], 4: ["no"] },
  { 1: ["yes"], 2: ["no", "partly"], 3: ["no"], 4: ["no"] },
  { 1: ["yes"], 2: ["yes"], 3: ["no", "unknown"], 4: ["no"] },
  { 1: ["yes"], 2: ["yes"], 3: ["yes"], 4: ["no", "yes"] },
];

/** A link for each of a few teams, made by the page itself. */
async function links(page) {
  for (const [at, words] of WORDS.entries()) {
    await put(page, { id: `team-${at}`, title: `Team ${at}`, answers: await dealt(page, words), updated: "2026-04-05T09:00:00Z" });
  }
  const made = [];
  for (const at of WORDS.keys()) {
    await open(page, `/a/team-${at}/result`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Team ${at}`);
    made.push(await page.getByLabel("Link to this result", { exact: true }).inputValue());
  }
  await page.goto("./model.json");
  await page.evaluate(() => localStorage.clear());
  return made;
}

/** Lines of so many teams, in two units and three regions. */
const lines = (made, many) =>
  Array.from({ length: many }, (_, at) =>
    `${["Payments", "Search"][at % 2]} / team ${String(at).padStart(5, "0")} #${["emea", "amer", "apac"][at % 3]}\t${made[at % made.length]}`);

const grid = (page) => page.getByRole("grid", { name: "Results by team" });

async function bring(page, text) {
  await page.getByLabel("Links, one per line").fill(text);
  await page.getByRole("button", { name: "Add these links" }).click();
  await expect(grid(page)).toBeVisible();
}

test("three bad lines of fifty are named, and the rest is there", async ({ page }) => {
  const all = lines(await links(page), 47);
  all.splice(9, 0, "Team of nobody");
  all.splice(20, 0, `Cut off\t${all[0].split("\t")[1].slice(0, -5)}`);
  all.splice(40, 0, "Of an invitation\thttps://wiki.example/#/i/AbC");
  await open(page, "/teams");
  await expectAccessible(page);
  await bring(page, all.join("\n"));
  await expect(page.getByText("47 teams. 3 lines could not be read.")).toBeVisible();
  for (const line of [10, 21, 41]) await expect(page.getByText(`Line ${line}: `)).toBeVisible();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "48");
  await expectAccessible(page);
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
});

test("search, filters, order and groups show what they say", async ({ page }) => {
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 40).join("\n"));
  const shown = page.locator(".bar-title");
  await expect(shown).toHaveText("40 teams");
  await page.getByLabel("Search by name").fill("PAYMENTS emea");
  await expect(shown).toHaveText("7 of 40 teams");
  await page.getByRole("button", { name: "Show all teams" }).click();
  await expect(shown).toHaveText("40 teams");
  await page.getByLabel("Maximum level").selectOption("Level 0");
  await expect(shown).toHaveText("10 of 40 teams");
  await page.getByLabel("Maximum level").selectOption("Any");
  await page.getByRole("button", { name: "Overall", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Overall" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("button", { name: "Overall" })).toBeFocused();
  await expect(grid(page).getByRole("row").nth(1)).toContainText("team 00003");
  await page.getByLabel("Group by").selectOption("Tags in the name (#)");
  await expect(page.getByRole("rowheader", { name: /^amer – 13 teams/ })).toBeVisible();
  await page.getByLabel("Search by name").fill("nobody");
  await expect(page.getByText("No teams match.")).toBeVisible();
});

test("every cell of ten thousand rows is reached by keyboard, a team opens, and back leads to the same row", async ({ page }) => {
  test.slow();
  const made = await links(page);
  await open(page, "/teams");
  await page.locator("input[type=file]").setInputFiles({ name: "teams.txt", mimeType: "text/plain", buffer: Buffer.from(lines(made, 10_000).join("\n")) });
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "10001", { timeout: 60_000 });
  expect(await grid(page).getByRole("row").count()).toBeLessThan(80);
  const active = () => page.evaluate(() => {
    const cell = document.getElementById(document.querySelector("#teams-grid")?.getAttribute("aria-activedescendant"));
    // Its row is drawn before the next frame.
    if (!cell) return null;
    const [row, view] = [cell.parentElement, document.getElementById("teams-rows").getBoundingClientRect()];
    const { top, bottom } = cell.getBoundingClientRect();
    return { row: row.getAttribute("aria-rowindex"), text: cell.textContent, seen: top >= view.top && bottom <= view.bottom };
  });
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  await expect.poll(active).toMatchObject({ row: "10001", seen: true });
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowUp");
  await expect.poll(active).toMatchObject({ row: "9990", seen: true });
  const { text } = await active();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
  await page.getByRole("link", { name: "Back to all teams" }).click();
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "10001");
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(active).toMatchObject({ row: "9991", seen: true });
});

test("reading can be stopped, and then nothing of it was taken", async ({ page }) => {
  test.slow();
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 3).join("\n"));
  await page.getByText("Add or remove results").click();
  await page.locator("input[type=file]").setInputFiles({ name: "many.txt", mimeType: "text/plain", buffer: Buffer.from(lines(made, 60_000).join("\n")) });
  await expect(page.getByRole("progressbar", { name: "Reading many.txt…" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped. No results were added.")).toBeVisible();
  await expect(page.locator(".bar-title")).toHaveText("3 teams");
});

test("a text without a result leaves the page where results are added, with the reason", async ({ page }) => {
  await open(page, "/teams");
  for (const text of ["", "   \n", "Payments\nSearch\n"]) {
    await page.locator("input[type=file]").setInputFiles({ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(page.getByText("No result was found.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Add results" })).toBeVisible();
    await expect(page.getByText("empty.txt", { exact: false }).first()).toBeVisible();
    await expect(page.getByText("The results are saved in this browser")).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole("heading", { name: "Add results" })).toBeVisible();
    await expect(page.getByText("The results are saved in this browser")).toHaveCount(0);
  }
});

test("removing all teams while others are read drops those too", async ({ page }) => {
  test.slow();
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 3).join("\n"));
  await page.getByText("Add or remove results").click();
  await page.locator("input[type=file]").setInputFiles({ name: "many.txt", mimeType: "text/plain", buffer: Buffer.from(lines(made, 20_000).join("\n")) });
  await expect(page.getByRole("progressbar", { name: "Reading many.txt…" })).toBeVisible();
  await page.getByRole("button", { name: "Remove all teams" }).click();
  await expect(page.getByText("All teams were removed")).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.waitForTimeout(2_000);
  await expect(grid(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Add results" })).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
});

test("a head sorts the other way when it is pressed again, also where the order stays the same", async ({ page }) => {
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 1).join("\n"));
  const head = grid(page).getByRole("columnheader").filter({ has: page.getByRole("button", { name: "Overall" }) });
  for (const order of ["descending", "ascending", "descending"]) {
    await head.getByRole("button").click();
    await expect(head).toHaveAttribute("aria-sort", order);
    await expect(head.getByRole("button")).toBeFocused();
  }
});

test("on the line of a group the active cell is one that exists", async ({ page }) => {
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 6).join("\n"));
  await page.getByLabel("Group by").selectOption({ index: 1 });
  await grid(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const active = () => page.evaluate(() => document.getElementById(document.getElementById("teams-grid").getAttribute("aria-activedescendant"))?.tagName);
  await expect.poll(active).toMatch(/^T[HD]$/);
  for (let line = 0; line < 4; line += 1) {
    await page.keyboard.press("ArrowDown");
    await expect.poll(active).toMatch(/^T[HD]$/);
  }
});

test("teams stay in this browser until they are forgotten", async ({ page }) => {
  const made = await links(page);
  await open(page, "/teams");
  await bring(page, lines(made, 5).join("\n"));
  await expect(page.getByText("The results are saved in this browser")).toBeVisible();
  await page.reload();
  await expect(page.locator(".bar-title")).toHaveText("5 teams");
  await page.getByText("Add or remove results").click();
  await bring(page, `${lines(made, 6)[5]}\n${lines(made, 1)[0]}`);
  await expect(page.locator(".bar-title")).toHaveText("6 teams");
  await expect(page.getByText("1 duplicate counted once")).toBeVisible();
  await page.getByRole("button", { name: "Remove all teams" }).click();
  await expect(page.getByText("All teams were removed")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".bar-title")).toHaveText("6 teams");
  await expect(page.getByText("The results are saved in this browser")).toBeVisible();
  await page.reload();
  await expect(page.locator(".bar-title")).toHaveText("6 teams");
  await page.getByText("Add or remove results").click();
  await page.getByRole("button", { name: "Remove all teams" }).click();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Add results" })).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
});

test("a file beside the page is named by its address, and one elsewhere is not fetched", async ({ page }) => {
  const made = await links(page);
  await page.route((url) => url.pathname.endsWith("/teams.txt") && !url.host.includes("example"), (route) => route.fulfill({ contentType: "text/plain", body: lines(made, 4).join("\n") }));
  await page.goto("./?teams=teams.txt#/teams");
  await expect(page.locator(".bar-title")).toHaveText("4 teams");
  let asked = false;
  await page.route("https://elsewhere.example/**", (route) => { asked = true; return route.abort(); });
  await page.goto("./?teams=https://elsewhere.example/teams.txt#/teams");
  await expect(page.getByText("names a file on another site")).toBeVisible();
  expect(asked).toBe(false);
  await page.goto("./?teams=absent.txt#/teams");
  await expect(page.getByText("There is no such file next to this page: absent.txt")).toBeVisible();
});

test("what is saved here and assessment files are teams too, and rows go along in their order", async ({ page }) => {
  const answers = await dealt(page, WORDS[2]);
  await put(page, { answers, title: "=Payments", business_unit: "Retail" });
  const [file] = Object.values(await stored(page));
  await open(page, "/teams");
  await page.getByRole("button", { name: "Add assessments from this browser" }).click();
  await expect(grid(page)).toContainText("=Payments");
  await page.getByText("Add or remove results").click();
  await page.locator("input[type=file]").setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...file, title: "Another" }, null, 2)) });
  await expect(page.locator(".bar-title")).toHaveText("2 teams");
  await unfold(page, "Export");
  const press = (name) => () => page.getByRole("button", { name, exact: true }).click();
  const csv = (await downloaded(page, press("CSV"))).bytes.toString().trim().split("\r\n");
  expect(csv[0]).toContain('"title","business_unit","group","date","scope","overall_low","overall_high","people_low"');
  expect(csv.slice(1).map((row) => row.split(",").slice(0, 2))).toEqual([['"\'=Payments"', '"Retail"'], ['"Another"', '"Retail"']]);
  const json = (await downloaded(page, press("JSON Lines"))).bytes.toString().trim().split("\n").map(JSON.parse);
  expect(json.map((team) => [team.title, team.overall_low, team.scope])).toEqual([["=Payments", 2, "full"], ["Another", 2, "full"]]);
  expect((await downloaded(page, press("Heat map as SVG"))).bytes.toString()).toContain("Another</text>");
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".filters")).toBeHidden();
  await expect(grid(page)).toBeVisible();
});

test("a list with other line ends, a name in braces and an empty file are read or told", async ({ page }) => {
  const made = lines(await links(page), 3);
  await open(page, "/teams");
  await page.locator("input[type=file]").setInputFiles([
    { name: "old.txt", mimeType: "text/plain", buffer: Buffer.from(`{A} ${made.join("\r")}\r`) },
    { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
  ]);
  await expect(page.getByText("3 teams. 1 line could not be read.")).toBeVisible();
  await expect(page.getByText("empty.txt: It is empty.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
