import { expect, test } from "@playwright/test";
import { choose, counted, dealt, downloaded, open, put, translate, unfold } from "./steps.mjs";

// A team with automated training and a release by hand, two mismatches, and a few things that nobody knows.
async function team(page, { answers: other = {}, ...more } = {}) {
  const answers = await dealt(page, { 1: ["yes"], 2: ["yes", "yes", "yes", "partly"], 3: ["no", "partly", "unknown"], 4: ["no"] });
  return put(page, { answers: { ...answers, "int-drift-monitor": "yes", "int-alert-action": "no", ...other }, ...more });
}

const inShort = (page) => page.locator(".in-short");
const whatIf = (page) => page.locator(".what-if");
/** The planned levels, by area, as the bars show them. */
const bars = (page) => page.locator(".plan-bars [data-area]").evaluateAll((all) => Object.fromEntries(all.map((one) => {
  const filled = one.querySelectorAll(".pip:not(.is-open)[class*=' l']").length;
  const gained = one.querySelectorAll(".pip.is-gained").length;
  return [one.dataset.area, { low: Number(one.dataset.plannedLow), filled, gained }];
})));
const step = (page, id) => page.locator(`[data-plan-step="${id}"]`);

test("the result says which steps wait for a person, and a step opens to its buttons", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  await expect(page.getByText(/\d+ of 13 stages are not fully automated: /)).toBeVisible();
  await expect(page.locator(".map")).toHaveAttribute("aria-label", /Respond to problems: partly automated/);
  const react = page.getByRole("button", { name: /Respond to problems/ });
  await react.focus();
  await page.keyboard.press("Enter");
  await expect(react).toHaveAttribute("aria-expanded", "true");
  await expect(page.locator(".map .opened:visible").getByText(/done by hand\. Replace with: /).first()).toBeVisible();
});

test("a mismatch names the answers that trigger it and what resolves it", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/result`);
  const stall = page.locator(".stall").filter({ hasText: "Monitoring without action" });
  await stall.locator("summary").click();
  await expect(stall.getByText("Yes \u2013 Does a scheduled drift check")).toBeVisible();
  await expect(stall.getByText("No \u2013 Does every model alert threshold")).toBeVisible();
  // The remedy leads to where the step stands: here under "Start now".
  const remedy = stall.getByRole("button", { name: "Documented alert actions" });
  await remedy.focus();
  await page.keyboard.press("Enter");
  const step = page.locator("#step-int-alert-action");
  await expect(step).toBeFocused();
  await expect(step.getByText("Done when:")).toBeVisible();
  await expect(step.getByText(/^Reason: Resolves "Monitoring without action"/)).toBeVisible();
});

test("every step to start now and to plan for says why it stands there", async ({ page }) => {
  // What is not known is to be found out first; what is known fills the list of what to start.
  const id = await team(page, { answers: { "rel-rollback": "unknown" } });
  await open(page, `/a/${id}/result`);
  await expect(page.locator("[data-list=start-now] > [data-next]")).toHaveCount(3);
  await expect(page.locator("[data-list=find-out] > [data-next=rel-rollback]")).toHaveCount(1);
  await expect(page.locator("[data-list=plan-ahead] > [data-next]")).toHaveCount(1);
  await expect(page.locator("[data-automate-first]")).toHaveCount(1);
  for (const next of await page.locator(".step").all()) {
    await next.locator("summary").click();
    await expect(next.getByText("Reason:")).toBeVisible();
    await expect(next.getByText("Done when:")).toBeVisible();
  }
});

test("a tick changes bars, totals and sentences at once, is kept, and can be taken back", async ({ page }) => {
  const id = await team(page, { target: { people: 3, "model-creation": 3, "model-release": 3, "application-integration": 3 } });
  await open(page, `/a/${id}/plan`);
  await expect(inShort(page)).toHaveText(/^0 of \d+ steps selected$/);
  const before = await bars(page);
  expect(Object.values(before).some(({ gained }) => gained > 0)).toBe(false);
  const ticks = page.locator("[data-plan-step]");
  await page.getByRole("button", { name: "Select all", exact: true }).click();
  await expect(page.getByRole("button", { name: "Select all", exact: true })).toBeFocused();
  await expect(inShort(page)).toHaveText(/^(\d+) of \1 steps selected: .* levels gained$/);
  const all = await bars(page);
  for (const { low, filled } of Object.values(all)) expect(filled).toBe(low);
  expect(Object.values(all).every(({ low }) => low >= 3)).toBe(true);
  expect(Object.values(all).some(({ gained }) => gained > 0)).toBe(true);
  // A single tick taken back is seen in the bars, without a reload and as after one.
  const last = ticks.first();
  await last.focus();
  await page.keyboard.press("Space");
  await expect(last).toBeFocused();
  await expect.poll(() => bars(page)).not.toEqual(all);
  const less = await bars(page);
  await page.reload();
  await expect(whatIf(page)).toBeVisible();
  expect(await bars(page)).toEqual(less);
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(inShort(page)).toHaveText(/^0 of \d+ steps selected$/);
  expect(await bars(page)).toEqual(before);
});

test("what the ticks come to stays in view, at a desk and on a phone", async ({ page }) => {
  const id = await team(page, { target: { people: 3, "model-creation": 3, "model-release": 3, "application-integration": 3 } });
  for (const [width, height] of [[1280, 800], [320, 640]]) {
    await page.setViewportSize({ width, height });
    await open(page, `/a/${id}/plan`);
    const last = page.locator("[data-plan-step]").last();
    await last.scrollIntoViewIfNeeded();
    await last.check();
    await expect(inShort(page)).toHaveText(/^1 of \d+ steps selected: /);
    await expect(inShort(page)).toBeInViewport({ ratio: 1 });
    if (width > 1000) await expect(whatIf(page)).toBeInViewport({ ratio: 1 });
    await last.uncheck();
  }
});

test("texts, rows and pictures hold the ticked steps only, with the same effort", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/plan`);
  const partly = page.locator(".plan-step").filter({ hasText: "halved because it is partly in place" }).first();
  await partly.locator("[data-plan-step]").check();
  const name = await partly.locator("strong").first().innerText();
  const effort = await partly.locator(".effort").innerText();
  await expect(page.locator(".what-if .sum")).toHaveText(`1 step, ${effort}`);
  await page.getByText("Plan chart").click();
  await expect(page.locator(".plan-chart svg")).toHaveAttribute("aria-label", new RegExp(`1 steps? in 1 waves?, ${effort}`));
  await page.getByText("Plan as text").click();
  await expect(page.locator(".plan-proposal h3")).toHaveText(["Not selected", name]);
  await expect(page.locator(".plan-proposal").getByText(`Effort (estimate): ${effort}, halved because it is partly in place`)).toBeVisible();
  await expect(page.locator(".plan-proposal").getByText(new RegExp(`^1 step, ${effort}, .* The targets need \\d+ steps`))).toBeVisible();
  await unfold(page, "Export");
  const csv = (await downloaded(page, () => page.getByRole("button", { name: "CSV for Jira" }).click())).bytes.toString();
  expect(csv.trim().split("\r\n\"").length).toBe(2);
  expect(csv).toContain(name);
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".plan-step:visible")).toHaveCount(1);
});

test("a step whose need is neither there nor ticked is said to rest on it", async ({ page }) => {
  const id = await team(page, { target: { people: 4, "model-creation": 4, "model-release": 4, "application-integration": 4 } });
  await open(page, `/a/${id}/plan`);
  await page.locator(".wave").last().locator("[data-plan-step]").last().check();
  await expect(page.getByText(/^Needed first, but neither in place nor selected: /)).toBeVisible();
});

test("a plan reaches its targets when every step is ticked", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/plan`);
  for (const area of ["People", "Model creation", "Model release", "Application integration"]) {
    await page.getByLabel(area, { exact: true }).selectOption("Level 4");
  }
  await expect(page.getByRole("status").filter({ hasText: "to level 4" })).toContainText("person-days");
  await page.getByRole("button", { name: "Select all", exact: true }).click();
  await expect(whatIf(page).getByText("All 13 stages are automated")).toBeVisible();
  await expect(whatIf(page).getByText(/^Resolved: "Monitoring without action", "/)).toBeVisible();
  expect(Object.values(await bars(page)).map(({ low }) => low)).toEqual([4, 4, 4, 4]);
  await page.reload();
  await expect(page.getByLabel("People", { exact: true })).toHaveValue("4");
});

test("a step that is ticked beyond the targets can still be seen and unticked", async ({ page }) => {
  const id = await team(page, { plan: { "int-alert-action": { chosen: true, owner: "Ana" } } });
  await open(page, `/a/${id}/plan`);
  await expect(page.getByRole("heading", { name: /^Beyond the targets/ })).toBeVisible();
  await expect(step(page, "int-alert-action")).toBeChecked();
  await step(page, "int-alert-action").uncheck();
  await expect(inShort(page)).toHaveText(/^0 of \d+ steps selected$/);
});

test("owner and date are kept with the step", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/plan`);
  const card = page.locator(".plan-step").first();
  await card.locator("summary").click();
  await card.getByLabel("Owner").fill("Ana <script>");
  await card.getByLabel("Due").fill("2027-02-01");
  await expect(card.getByText("Ana <script>, due 1 February 2027")).toBeVisible();
  await page.reload();
  await card.locator("summary").click();
  await expect(card.getByLabel("Owner")).toHaveValue("Ana <script>");
  await expect(card.getByLabel("Due")).toHaveValue("2027-02-01");
});

test("more people make it shorter, are kept, and nonsense changes nothing and is said", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/plan`);
  const says = page.getByRole("status").filter({ hasText: "person-days" });
  const people = page.getByLabel("People working full time");
  await people.fill("1");
  await expect(says).toContainText("with 1 person");
  await people.fill("0");
  await expect(says).toContainText("with 1 person");
  await expect(page.getByText("Enter a whole number from 1 to 10,000.")).toBeVisible();
  await people.fill("6");
  await expect(says).toContainText("with 6 people");
  await expect(page.getByText("Enter a whole number from 1 to 10,000.")).toBeHidden();
  await page.reload();
  await expect(people).toHaveValue("6");
  await expect(says).toContainText("with 6 people");
});

test("result and plan go out as files", async ({ page }) => {
  const id = await team(page, { title: "Payments \u0026 ML" });
  await open(page, `/a/${id}/result`);
  const press = (name) => () => page.getByRole("button", { name, exact: true }).click();
  await unfold(page, "Export");
  const markdown = await downloaded(page, press("Markdown"));
  expect(markdown.name).toBe("payments-ml.result.md");
  expect(markdown.bytes.toString()).toContain("## MLOps");
  expect((await downloaded(page, press("HTML"))).bytes.toString()).toContain("default-src 'none'");
  const svg = (await downloaded(page, press("Manual work as SVG"))).bytes.toString();
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]*13 stages/);
  const badge = (await downloaded(page, press("Badge as SVG"))).bytes.toString();
  expect(badge).toMatch(/aria-label="MLOps: level 1/);
  expect(badge).toMatch(/<a href="[^"]*#\/r\//);
  for (const name of ["Profile as PNG", "Manual work as PNG"]) {
    const png = await downloaded(page, press(name));
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.readUInt32BE(16)).toBe(1600);
  }
  await open(page, `/a/${id}/plan`);
  const steps = await page.locator("[data-plan-step]").count();
  expect(steps).toBeGreaterThan(1);
  await unfold(page, "Export");
  expect((await downloaded(page, press("Markdown"))).bytes.toString()).toContain("## Success criteria");
  expect((await downloaded(page, press("Plan as SVG"))).bytes.toString()).toContain("Wave 1");
  for (const [name, first] of [["CSV for Jira", "Summary"], ["CSV for GitHub", "title"], ["CSV for GitLab", "title"], ["CSV for Azure Boards", "Work Item Type"]]) {
    const csv = (await downloaded(page, press(name))).bytes.toString();
    expect(csv.startsWith(`"${first}",`)).toBe(true);
    expect(csv.trim().split("\r\n\"").length).toBe(steps + 1);
  }
});

for (const format of ["A4", "Letter"]) {
  test(`the result prints on two to four pages of ${format}`, async ({ page }) => {
    const id = await team(page);
    await open(page, `/a/${id}/result`);
    const pdf = await page.pdf({ format, printBackground: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pages).toBeLessThanOrEqual(4);
  });
}

test("when the later part cannot be fetched the page says so, and trying again works", async ({ page }) => {
  const id = await team(page);
  await page.route("**/*_result.wasm", (route) => route.abort());
  await page.goto(`./#/a/${id}/result`);
  await expect(page.getByRole("heading", { name: "This page could not be loaded" })).toBeVisible();
  await page.unroute("**/*_result.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Payments ML" })).toBeFocused();
});

test("everything up to the result works without the later part", async ({ page }) => {
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.route("**/*_result.wasm", (route) => route.abort());
  await open(page, "/");
  await page.getByLabel("Team name (optional)").fill("Alone");
  await page.getByRole("link", { name: "Start assessment", exact: true }).click();
  for (;;) {
    await expect(page.locator("[data-capability]").first()).toBeVisible();
    await page.locator("details").evaluateAll((all) => all.forEach((one) => { one.open = true; }));
    for (const one of await page.locator("[data-capability]").all()) await one.getByRole("radio", { name: "Partly" }).check();
    await page.locator("textarea").first().fill("a note");
    const next = page.getByRole("link", { name: /^Next: / });
    if ((await next.count()) === 0) break;
    const heading = page.getByRole("heading", { level: 1 });
    const before = await heading.textContent();
    await next.click();
    await expect(heading).not.toHaveText(before);
  }
  await expect(page.getByText(`All ${await counted(page)} questions answered`)).toBeVisible();
  await page.reload();
  await expect(page.locator("input:checked").first()).toBeVisible();
  // What counts as evidence waits for that part, and says so.
  const more = page.locator("[data-capability]").first().locator("details").first();
  await more.locator("summary").click();
  await expect(more.getByText("Part of the page did not load")).toBeVisible();
  // What else can be done with the assessment does not.
  await page.getByRole("link", { name: "MLOps Maturity Assessment" }).click();
  await page.locator(".menu > summary").click();
  await expect(page.getByRole("button", { name: "Duplicate Alone" })).toBeVisible();
  await page.locator(".menu > summary").click();
  await choose(page, "Duplicate Alone");
  await choose(page, "Rename Alone");
  await page.getByLabel("New name").fill("Renamed");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Renamed" })).toBeVisible();
  await choose(page, "Delete Renamed");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Renamed" })).toBeVisible();
  // Once the part can be fetched, trying again brings what waited for it.
  await page.getByRole("link", { name: "Review Renamed", exact: true }).click();
  await more.locator("summary").click();
  await expect(more.getByText("Part of the page did not load")).toBeVisible();
  await page.unroute("**/*_result.wasm");
  await more.getByRole("button", { name: "Try again" }).click();
  await expect(more.getByText("Evidence", { exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test("the start page fetches nothing that it does not need", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await open(page, "/");
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((url) => url.endsWith("_result.wasm"))).toEqual([]);
});

test("a translated plan still follows what is selected", async ({ page }) => {
  const id = await team(page);
  await open(page, `/a/${id}/plan`);
  await translate(page);
  const before = await bars(page);
  await page.locator("[data-plan-step]").first().check();
  await expect(inShort(page)).toHaveText(/^1 of \d+ steps selected: /);
  await expect(page.locator(".what-if .sum")).toHaveText(/^1 step, /);
  await translate(page);
  await page.locator("[data-plan-step]").first().uncheck();
  await expect(inShort(page)).toHaveText(/^0 of \d+ steps selected$/);
  expect(await bars(page)).toEqual(before);
});
