import { expect, test } from "@playwright/test";
import { answer, begin, capabilities, counted, dealt, expectAccessible, expectNoSidewaysScroll, open, put, question, stored, unfold } from "./steps.mjs";

const TEAM = "0b6f0f3c-3a52-4a44-9d39-5e0d4c1f5a10";

async function go(page, fragment) {
  await page.evaluate((hash) => { location.hash = hash; }, `#${fragment}`);
}

/** Somebody opens an invitation, answers in a browser of their own, and sends the link back. */
async function sendsBack(browser, invitation, answers, { name = "", role = "" } = {}) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(invitation);
  await expect(page.getByText("Send it to the person who invited you")).toBeVisible();
  await page.getByRole("link", { name: "Start assessment" }).click();
  await expect(page.locator("[data-capability]").first()).toBeVisible();
  for (const [capability, words] of Object.entries(answers)) await answer(page, capability, words);
  const id = page.url().match(/[0-9a-f-]{36}/)[0];
  await go(page, `/a/${id}/application-integration`);
  await page.getByRole("link", { name: "Send your result" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Send your result");
  if (name) await page.getByLabel("Your name (optional)").fill(name);
  if (role) await page.getByLabel("Your role (optional)").fill(role);
  const link = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  const mail = await page.getByRole("link", { name: "Send by email" }).evaluate((one) => one.href);
  expect(decodeURIComponent(mail)).toContain(link);
  return { page, link };
}

async function invitation(page, context) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await put(page, { scope: "essentials", answers: {} });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  await page.getByRole("button", { name: "Copy invitation" }).click();
  await expect(page.getByText("It contains the question set")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("three respondents come to a consensus that remembers them", async ({ page, context, browser }) => {
  test.setTimeout(120_000);
  const invited = await invitation(page, context);
  const [one, two] = ["ppl-model-owner", "ppl-ds-de-pairing"];
  const ana = await sendsBack(browser, invited, { [one]: "Yes", [two]: "Yes" }, { name: "Ana", role: "data science" });
  await expectAccessible(ana.page);
  const ops = await sendsBack(browser, invited, { [one]: "No", [two]: "Yes" }, { role: "operations" });
  const ben = await sendsBack(browser, invited, { [one]: "Yes", [two]: "Yes" }, { name: "Ben" });

  await go(page, "/together");
  await page.getByLabel(/^Links, or messages with links/).fill(`Ana: ${ana.link}.\n<${ops.link}>\n\nand Ben ${ben.link} and ${ben.link}, http://x/#/r/AAAA`);
  await page.getByRole("button", { name: "Add these links" }).click();
  await expect(page.getByText("3 people found. 1 duplicate counted once.")).toBeVisible();
  await expect(page.getByText("3 people answered your invitation for Payments ML.")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Line 4:" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Assessment name", { exact: true }).fill("Payments, together");
  await page.getByRole("button", { name: "Combine answers" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payments, together");
  await expect(page.getByText("3 people: 1 data science, 1 operations and 1 without a role")).toBeVisible();
  await expect(page.getByText("Discuss this one first")).toBeVisible();
  const first = page.locator(`[data-talk="${one}"]`);
  await expect(first).toContainText("Ana: Yes");
  await expect(first).toContainText("Ben: Yes");
  await expect(first).toContainText("operations: No (1 person)");
  await expect(page.locator(`[data-agreement="${two}"]`)).toContainText("3 yes");
  await expectAccessible(page);

  // By keys alone: nothing is shown before it is asked for, then it is settled with a note.
  await page.getByRole("link", { name: "Discuss one by one" }).press("Enter");
  await expect(page.getByText("Difference 1 of 1,")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page.getByText("3 of 3 people answered.")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByText("Combined: Yes.")).toBeHidden();
  // A key that is held acts once.
  await page.keyboard.down("s");
  await page.keyboard.down("s");
  await page.keyboard.up("s");
  await expect(page.getByText("Combined: Yes. Spread: 0.94 among 3 answers.")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByText("Agreed: Partly.")).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.type("Two of 3 models have one");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/^Agreed by all 1 of \d+,/)).toBeVisible();
  await expect(page.getByText("Combined: Yes.")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Difference 1 of 1,")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("s");
  await expect(page.getByLabel("Reason, in one sentence")).toHaveValue("Two of 3 models have one");
  await page.keyboard.press("Escape");
  await expect(page.getByText("All differences are resolved.")).toBeVisible();

  // Whoever comes later changes nothing of it; a reload neither.
  const cem = await sendsBack(browser, invited, { [one]: "No", [two]: "No" });
  await page.getByText("Add more people").click();
  await page.getByLabel(/^Links, or messages with links/).fill(cem.link);
  await page.getByRole("button", { name: "Add these links" }).click();
  await expect(page.getByText("1 person was added. Agreed answers are kept.")).toBeVisible();
  await expect(page.getByText(/^4 people: /)).toBeVisible();
  await page.reload();
  await expect(page.locator(`[data-agreement="${one}"]`)).toContainText("Agreed: Partly.");
  const id = page.url().match(/[0-9a-f-]{36}/)[0];
  const saved = (await stored(page))[`mlops-maturity:assessment:${id}`];
  expect(saved.sources.map(({ from = "" }) => from)).toEqual(["", "Ana, data science", "Ben", "operations"]);
  expect(saved.answers[one]).toMatchObject({ value: "partly", note: "Two of 3 models have one", settled: true });
  expect(saved.answers[two].value).toBe("yes");
  await open(page, `/a/${id}/result`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Payments, together");
  await page.getByRole("link", { name: "Combined answers", exact: true }).click();
  await expect(page.getByText(/^4 people[:.]/)).toBeVisible();

  // Names are printed only where they were asked for.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "People" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("Include names, where given").check();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await go(page, "/together");
  await expect(page.getByRole("region", { name: "Combined answers in this browser" })).toContainText("4 people");
});

test("an invitation is made, found and answered again where it was begun", async ({ page, browser }) => {
  await put(page, { scope: "essentials", answers: {} });
  await open(page, "/together");
  const invite = page.getByRole("region", { name: "Invite people" });
  await expect(invite.getByLabel("Assessment", { exact: true })).toContainText("Payments ML");
  await invite.getByLabel("Include the team name").check();
  const link = await invite.getByLabel("Invitation link").inputValue();
  await expectAccessible(page);

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("You are invited to answer for Payments ML");
  await guest.getByRole("link", { name: "Start assessment" }).click();
  const [first] = await capabilities(guest);
  await answer(guest, first, "Yes");
  // In flight mode the answers can still be sent.
  await expect.poll(() => guest.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => /groups/.test(name)))).toBe(true);
  await guest.context().setOffline(true);
  await go(guest, `/a/${guest.url().match(/[0-9a-f-]{36}/)[0]}/send`);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Send your result");
  await guest.context().setOffline(false);
  await guest.goto("about:blank");
  await guest.goto(link);
  await guest.getByRole("link", { name: /^Continue, 1 of \d+$/ }).click();
  await expect(guest.locator(`[data-capability="${first}"] input[value=yes]`)).toBeChecked();
  await open(guest, "/");
  await expect(guest.locator(".entry")).toHaveCount(1);
});

test("copies of what several people sent have names that tell them apart", async ({ page, context, browser }) => {
  const invited = await invitation(page, context);
  const links = [];
  for (const who of [{ name: "Ana" }, { role: "operations" }, {}]) links.push((await sendsBack(browser, invited, { "ppl-model-owner": "Yes" }, who)).link);
  for (const link of links) {
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByRole("button", { name: "Save a copy" }).click();
    await expect(page).toHaveURL(/#\/a\/[0-9a-f-]{36}\/result$/);
    // Somebody else answered the invitation.
    await expect(page.getByText("These answers are for the person who invited you.")).toHaveCount(0);
  }
  const titles = Object.values(await stored(page)).map(({ title }) => title).filter((title) => title !== "Payments ML");
  expect(titles.map((title) => title.replace(/, \d.*/, "")).sort()).toEqual(["Result", "Result from Ana", "Result from operations"]);
});

test("what is open to discussion is the same number on every page, and each of it can be discussed", async ({ page }) => {
  test.slow();
  const made = [];
  for (const words of [{ 1: ["yes"], 2: ["unknown", "no"], 3: ["no"], 4: ["no"] }, { 1: ["no"], 2: ["unknown", "no"], 3: ["no"], 4: ["yes", "unknown"] }, { 1: ["yes"], 2: ["unknown", "yes"], 3: ["no"], 4: ["unknown"] }]) {
    await put(page, { title: "", scope: "essentials", answers: await dealt(page, words) });
    await page.goto("about:blank");
    await open(page, "/a/0b6f0f3c-3a52-4a44-9d39-5e0d4c1f5a10/result");
    made.push(await page.getByLabel("Link to this result", { exact: true }).inputValue());
  }
  await page.goto("./model.json");
  await page.evaluate(() => localStorage.clear());
  await open(page, "/together");
  await page.getByLabel(/^Links, or messages with links/).fill(made.map((link, at) => `${["Ana", "Ben", "Cem"][at]}\t${link}`).join("\n"));
  await page.getByRole("button", { name: "Add these links" }).click();
  await page.getByRole("button", { name: "Combine answers" }).click();
  const says = page.getByText(/^0 of \d+ differences resolved\.$/);
  await expect(says).toBeVisible();
  const open_ = Number((await says.textContent()).match(/of (\d+)/)[1]);
  expect(open_).toBeGreaterThan(5);
  await page.getByRole("link", { name: "Discuss one by one" }).click();
  await expect(page.getByText(`Difference 1 of ${open_},`)).toBeVisible();
  await open(page, "/together");
  await expect(page.getByText(`3 people, ${open_} differences open`)).toBeVisible();
  await page.locator(".people-list a").first().click();
  await page.getByRole("link", { name: "Back to result" }).first().click();
  await expect(page.getByText(`${open_} differences open.`)).toBeVisible();
});

test("until an answer of a new round is confirmed, the result keeps the day of its answers and says so", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-12-01T12:00:00Z"));
  const id = await begin(page, { title: "Payments ML" });
  const all = await capabilities(page);
  for (const one of all) await answer(page, one, "Yes");
  await page.clock.setFixedTime(new Date("2027-06-02T12:00:00Z"));
  await go(page, `/a/${id}/history`);
  await page.getByRole("button", { name: "Start a new round" }).click();
  await expect(page.getByText("answered in this round,")).toBeVisible();
  await go(page, `/a/${id}/result`);
  const basis = page.getByText(/^Essentials, \d+ of \d+ answered/);
  await expect(basis).toContainText(`${all.length} not confirmed in this round`);
  await expect(basis).toContainText("1 December 2026");
  await go(page, `/a/${id}/people`);
  await question(page, all[0]).getByRole("button", { name: "Keep this answer" }).click();
  await go(page, `/a/${id}/result`);
  await expect(basis).toContainText(`${all.length - 1} not confirmed in this round`);
  await expect(basis).toContainText("2 June 2027");
});

test("from a baseline through a second round to a trend", async ({ page }) => {
  const id = await begin(page, { title: "Payments ML" });
  const all = await capabilities(page);
  for (const one of all) await answer(page, one, "No");
  await go(page, `/a/${id}/history`);
  await expect(page.getByText("There are no snapshots yet.")).toBeVisible();
  await page.getByLabel("Snapshot name, such as Baseline").fill("baseline");
  await page.getByRole("button", { name: "Start a new round" }).click();

  // Every answer is there, and none of them counts as answered before it is confirmed.
  await expect(page.getByText(`0 of ${await counted(page)} answered in this round,`)).toBeVisible();
  await expect(question(page, all[0]).getByRole("radio", { name: "No", exact: true })).toBeChecked();
  await expect(question(page, all[0]).getByRole("button", { name: "Keep this answer" })).toBeVisible();
  await question(page, all[0]).getByRole("radio", { name: "No", exact: true }).focus();
  const height = async () => (await question(page, all[0]).boundingBox()).height;
  const before = await height();
  await page.keyboard.press("t");
  await expect(page.getByText(`1 of ${await counted(page)} answered`, { exact: false }).first()).toBeVisible();
  await expect(question(page, all[0]).getByRole("button", { name: "Keep this answer" })).toBeHidden();
  expect(await height()).toBe(before);
  await page.getByRole("button", { name: "All still correct" }).click();
  await expect(page.getByText(`${all.length - 1} answers confirmed.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(question(page, all[1]).getByRole("button", { name: "Keep this answer" })).toBeVisible();
  for (const one of all) await answer(page, one, "Yes");
  await expectAccessible(page);
  await go(page, `/a/${id}/result`);
  await expect(page.getByText("not confirmed yet")).toHaveCount(0);
  await page.getByRole("link", { name: "History" }).click();

  await expect(page.getByText(/^Levels have gone up in People since "baseline"/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^People\. baseline: level 0; Now: level \d\.$/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Model release\. baseline: not known; Now: not known\.$/ })).toBeVisible();
  await page.getByText("Show as a table").click();
  await expect(page.getByRole("row", { name: /^1\. baseline/ })).toContainText("not known");
  await expectAccessible(page);

  // A name can be changed, and what was deleted comes back.
  await page.getByRole("button", { name: "Rename baseline" }).click();
  await page.getByLabel("New name").fill("at the start");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("1. at the start", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Delete at the start" }).click();
  await expect(page.getByText("There are no snapshots yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(/^Levels have gone up in People since "at the start"/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^Levels have gone up in People since "at the start"/)).toBeVisible();
});

test("links and files of earlier results become states, each at its own day", async ({ page }) => {
  const id = await put(page, { scope: "essentials", answers: { "ppl-model-owner": "no" } });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Share");
  const link = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  const file = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), `mlops-maturity:assessment:${id}`));
  delete file.sealed;
  delete file.checksum;
  Object.assign(file, { id: "another", title: "Last year", updated: "2025-03-04T09:00:00Z", created: "2025-03-04T09:00:00Z" });
  await go(page, `/a/${id}/history`);
  await page.getByLabel(/^Links, or messages with links/).fill(link);
  await page.getByRole("button", { name: "Add these links" }).click();
  await expect(page.getByText("1 snapshot imported.")).toBeVisible();
  await page.getByLabel(/^Link lists or assessment files/).setInputFiles([
    { name: "old.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) },
    { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no link") },
  ]);
  await expect(page.getByText("1. Last year", { exact: true })).toBeVisible();
  await expect(page.getByText(`4 March 2025, 1 of ${await counted(page)} answered`)).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "notes.txt: It contains no link to a result." })).toBeVisible();
});

test("a hundred states are kept, and the next is refused in words", async ({ page }) => {
  const at = (day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().replace(".000", "");
  const snapshots = Array.from({ length: 100 }, (_, day) => ({ at: at(day), label: `day ${day}`, answers: { "ppl-model-owner": "no" } }));
  const id = await put(page, { scope: "essentials", answers: { "ppl-model-owner": "yes" }, snapshots });
  await open(page, `/a/${id}/history`);
  await page.getByRole("button", { name: "Save a snapshot" }).click();
  await expect(page.getByText("an assessment can have up to 100")).toBeVisible();
  await page.getByRole("button", { name: "Start a new round" }).click();
  await expect(page.getByText("an assessment can have up to 100")).toBeVisible();
  await expect(page).toHaveURL(/history$/);
});

for (const width of [320, 1280]) {
  test(`nothing of it is wider than a window of ${width} pixels`, async ({ page, context, browser }) => {
    await page.setViewportSize({ width, height: 640 });
    const invited = await invitation(page, context);
    const long = { name: "Ana-with-a-name-that-goes-on-without-a-single-blank-for-a-while", role: "data-science-and-operations-and-more" };
    const links = [];
    for (const [words, who] of [["Yes", long], ["No", {}]]) links.push((await sendsBack(browser, invited, { "ppl-model-owner": words }, who)).link);
    await go(page, "/together");
    await page.getByLabel(/^Links, or messages with links/).fill(links.join("\n"));
    await page.getByRole("button", { name: "Add these links" }).click();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Combine answers" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^2 people, \d+ \w+ \d{4}$/);
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Discuss one by one" }).click();
    await page.getByRole("button", { name: "Show answers" }).click();
    await expectNoSidewaysScroll(page);
    const snapshots = [{ at: "2026-01-01T09:00:00Z", label: "a-label-that-goes-on-without-a-single-blank-for-quite-a-while", answers: { "ppl-model-owner": "no" } }];
    await put(page, { id: TEAM, scope: "essentials", answers: { "ppl-model-owner": "yes" }, snapshots });
    await open(page, `/a/${TEAM}/history`);
    await expect(page.getByRole("heading", { name: "Snapshots", exact: true })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
}
