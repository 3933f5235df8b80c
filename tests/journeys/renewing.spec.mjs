// A result that renews itself: a file of the page's own site, shown as it is now, read-only, in a frame too.

import { expect, test } from "@playwright/test";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { dealt, downloaded, expectAccessible, expectNoSidewaysScroll, open, put, stored, unfold } from "./steps.mjs";

const WORDS = { 1: ["yes"], 2: ["yes", "no"], 3: ["no"], 4: ["no"] };
const NOW = new Date("2026-11-30T12:00:00Z");
const AT = { width: 1280, height: 900 };

/** An assessment file as the page exports it. */
async function file(page, more = {}) {
  await put(page, { title: "Fraud", answers: await dealt(page, WORDS), updated: "2026-11-23T09:00:00Z", business_unit: "Risk", ...more });
  const [one] = Object.values(await stored(page));
  await page.evaluate(() => localStorage.clear());
  return one;
}

/** Puts a file beside the page; `answer` may change between visits. */
async function beside(page, name, answer) {
  const asked = [];
  await page.route((url) => url.pathname.endsWith(`/${name}`), (route) => { asked.push(route.request().url()); return route.fulfill(answer()); });
  return asked;
}

async function arrive(page, address) {
  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-started", "");
}

/** Everything that this browser keeps. */
const kept = (page) => page.evaluate(async () => [Object.entries(localStorage), Object.entries(sessionStorage), (await indexedDB.databases()).map(({ name }) => name)]);

test("a published result is shown as it is now, read-only and with its day, and nothing is stored", async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  const one = await file(page);
  let now = one;
  await beside(page, "teams/fraud.json", () => ({ json: now }));
  await open(page, "/");
  const before = await kept(page);
  await arrive(page, "./?result=teams/fraud.json");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud");
  await expect(page.locator(".as-of")).toHaveText("As of 23 November 2026.");
  await expect(page.locator(".result-head")).toContainText("Business unit: Risk");
  await expect(page.locator('[data-area="people"]')).toHaveAttribute("data-low", /^[0-4]$/);
  await expect(page.getByText("It is read-only, and nothing is saved in this browser.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Questions", exact: true })).toHaveCount(0);
  await expect(page).toHaveTitle(/^Published result/);
  expect(await kept(page)).toEqual(before);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(AT);

  // What leaves the page leads back to the file, not to today's answers.
  await unfold(page, "Export");
  const text = (await downloaded(page, () => page.getByRole("button", { name: "Markdown", exact: true }).click())).bytes.toString();
  expect(text).toContain("?result=teams/fraud.json");
  await page.keyboard.press("Escape");

  // Six months later nobody has changed it; then somebody has.
  await page.clock.setFixedTime(new Date("2027-05-30T12:00:00Z"));
  await page.reload();
  await expect(page.locator(".as-of")).toHaveText("As of 23 November 2026. This result is 6 months old and may no longer be correct.");
  now = { ...one, title: "Fraud and abuse", updated: "2027-05-29T09:00:00Z" };
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud and abuse");
  await expect(page.locator(".as-of")).toHaveText("As of 29 May 2027.");

  // What is saved here stays as it is, also an assessment with the very id of the file.
  await put(page, { id: one.id, title: "Mine", answers: { "cre-exp-tracking": "no" } });
  const mine = await stored(page);
  await arrive(page, "./?result=teams/fraud.json");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud and abuse");
  expect(await stored(page)).toEqual(mine);
  await page.getByRole("link", { name: "MLOps Maturity Assessment" }).first().click();
  await expect(page.getByRole("heading", { name: "Mine" })).toBeVisible();
});

test("a text with a link is a result too", async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await put(page, { id: "fraud", title: "Fraud", answers: await dealt(page, WORDS) });
  await open(page, "/a/fraud/result");
  const link = await page.getByLabel("Link to this result", { exact: true }).inputValue();
  await page.evaluate(() => localStorage.clear());
  await beside(page, "fraud.txt", () => ({ contentType: "text/plain", body: `Fraud team\t${link}\r\n` }));
  await arrive(page, "./?result=fraud.txt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud team");
  await expect(page.locator(".as-of")).toHaveText("As of 30 November 2026.");
});

test("what cannot be shown says why in a sentence, what is safe, and lets one try again", async ({ page }) => {
  const one = await file(page);
  const mine = await put(page, { title: "Mine", answers: { "cre-exp-tracking": "no" } });
  const before = await stored(page);
  let answer = { status: 404 };
  await beside(page, "teams/fraud.json", () => answer);
  for (const [name, given, says] of [
    ["missing", { status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }, "It could not be loaded. The file may not exist"],
    ["damaged", { contentType: "application/json", body: JSON.stringify(one).slice(0, -200) }, "or it is damaged at"],
    ["broken inside", { json: { ...one, answers: 3 } }, "The file is damaged."],
    ["newer", { json: { ...one, version: 7 } }, "Made by a newer version of this page (file version 7)."],
    ["of another questionnaire", { json: { ...one, model: { id: "acme", revision: 1 } } }, "It belongs to a different questionnaire."],
    ["empty", { contentType: "application/json", body: "" }, "The file is empty."],
    ["a web page", { contentType: "text/html", body: "<!doctype html><title>Sign in</title><script>document.title = 'run'</script>" }, "answered with a web page instead of a result"],
    ["something else", { json: { name: "package" } }, "neither an assessment nor a questionnaire"],
    ["several links", { body: "#/r/ERYECdYFAACj1oI\n#/r/ERYECdYFAACj1oI" }, "It contains several results."],
    ["a picture", { contentType: "image/png", body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]) }, "The file is not text in UTF-8."],
  ]) {
    answer = given;
    await arrive(page, `./?result=teams/fraud.json#/${name === "missing" ? "" : "result"}`);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 }), name).toHaveText("This result cannot be opened");
    await expect(page.locator("main"), name).toContainText(says);
    await expect(page.locator("main"), name).toContainText("The address of this page asks for the result teams/fraud.json.");
    await expect(page.locator("main"), name).toContainText("Your assessments are safe.");
  }
  await expectAccessible(page);
  answer = { json: one };
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud");
  expect(await stored(page)).toEqual(before);
  expect(Object.keys(before)).toEqual([`mlops-maturity:assessment:${mine}`]);
});

test("nothing is fetched from another site, also where this one leads there", async ({ page }) => {
  const asked = [];
  await page.route((url) => url.host.includes("elsewhere"), (route) => { asked.push(route.request().url()); return route.abort(); });
  for (const address of ["https://elsewhere.example/fraud.json", "//elsewhere.example/fraud.json", "javascript:alert(1)", "data:application/json,{}"]) {
    await arrive(page, `./?result=${encodeURIComponent(address)}`);
    await expect(page.locator("main")).toContainText("It is on another site. This page opens only results from its own site.");
  }
  await arrive(page, "./?result=");
  await expect(page.locator("main")).toContainText("does not name a result");
  await arrive(page, "./#/result");
  await expect(page.locator("main")).toContainText("does not name a result");
  expect(asked).toEqual([]);
});

test.describe("on two origins", () => {
  const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
  let tool, wiki, files, elsewhere;
  let pages = {}, beside = {};
  const at = (server) => `http://127.0.0.1:${server.address().port}`;

  test.beforeAll(async () => {
    tool = await serve({ folder: DIST, path: "/tools/mlops/", headers: { "Access-Control-Allow-Origin": "*" } });
    // The page with files beside it, as a host with sign-in would serve them.
    const listen = (handle) => new Promise((resolve) => { const server = createServer(handle); server.listen(0, "127.0.0.1", () => resolve(server)); });
    files = await listen(async (request, response) => {
      const { pathname } = new URL(request.url, "http://localhost");
      const name = pathname.replace("/tools/mlops/", "");
      if (name in beside) {
        response.writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" }).end(beside[name]);
      } else if (name === "signed-out.json") {
        response.writeHead(302, { Location: `${at(elsewhere)}/sign-in` }).end();
      } else if (name === "moved.json") {
        response.writeHead(302, { Location: "teams/fraud.json" }).end();
      } else {
        const found = await fetch(`${at(tool)}${request.url}`);
        const headers = { "Content-Type": found.headers.get("content-type") ?? "text/plain", "Access-Control-Allow-Origin": "*" };
        response.writeHead(found.status, headers).end(Buffer.from(await found.arrayBuffer()));
      }
    });
    elsewhere = await listen((request, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" }).end(beside["teams/fraud.json"]);
    });
    wiki = await listen((request, response) => {
      const html = pages[new URL(request.url, "http://localhost").pathname.slice(1)];
      response.writeHead(html ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(html ?? "");
    });
  });
  test.afterAll(() => { for (const server of [tool, wiki, files, elsewhere]) server.close(); });

  const page_ = () => `${at(files)}/tools/mlops/`;

  test("the frame of a wiki on another site shows the file, as an element, in a sandbox, and when it changes", async ({ page }) => {
    beside = { "teams/fraud.json": JSON.stringify(await file(page)) };
    pages = {
      "frame.html": `<!doctype html><title>Wiki</title><iframe src="${page_()}?embed=result&amp;result=teams/fraud.json" title="Fraud" width="100%" height="700"></iframe>`,
      "sandbox.html": `<!doctype html><title>Wiki</title><iframe sandbox="allow-scripts" src="${page_()}?embed=result&amp;result=teams/fraud.json" title="Fraud" width="100%" height="700"></iframe>`,
      "element.html": `<!doctype html><title>Wiki</title><script type="module" src="${page_()}embed.js"></script><mlops-maturity result="teams/fraud.json" title="Fraud">The result</mlops-maturity>`,
    };
    for (const name of Object.keys(pages)) {
      await page.goto(`${at(wiki)}/${name}`);
      const frame = page.frameLocator("iframe");
      await expect(frame.getByRole("heading", { level: 1 }), name).toHaveText("Fraud");
      await expect(frame.locator(".as-of"), name).toContainText("As of 23 November 2026.");
      await expect(frame.locator(".header"), name).toBeHidden();
      await expect(frame.getByRole("link", { name: "Open in a new tab" }), name).toHaveAttribute("href", `${page_()}?result=teams/fraud.json`);
    }
    beside = { "teams/fraud.json": beside["teams/fraud.json"].replace('"Fraud"', '"Fraud, renewed"') };
    await page.reload();
    await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("Fraud, renewed");
    beside = { "teams/fraud.json": "" };
    await page.reload();
    await expect(page.frameLocator("iframe").locator("main")).toContainText("The file is empty.");
  });

  test("a redirect within the site is followed, and one to another site is not", async ({ page }) => {
    beside = { "teams/fraud.json": JSON.stringify(await file(page)) };
    await arrive(page, `${page_()}?result=moved.json`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud");
    await arrive(page, `${page_()}?result=signed-out.json`);
    await expect(page.locator("main")).toContainText("The site redirects to another site, so the file was not opened.");
  });

  test("a list of teams names published results, and each row leads to its file", async ({ page }) => {
    const one = await file(page);
    beside = {
      "teams/fraud.json": JSON.stringify(one),
      "teams/search.json": JSON.stringify({ ...one, id: "b", title: "Search", business_unit: "Retail" }),
      "teams.txt": `Fraud team\t?result=teams/fraud.json\n${page_()}?result=teams/search.json\n?result=teams/absent.json\nOther\thttps://elsewhere.example/?result=x.json\n`,
    };
    await arrive(page, `${page_()}?teams=teams.txt#/teams`);
    await expect(page.locator(".bar-title")).toHaveText("2 teams");
    await expect(page.getByText("teams.txt, line 3: It could not be loaded.")).toBeVisible();
    await expect(page.getByText("teams.txt, line 4: It is on another site.")).toBeVisible();
    await page.getByLabel("Business unit", { exact: true }).selectOption("Retail");
    await expect(page.locator(".bar-title")).toHaveText("1 of 2 teams");
    await page.getByRole("button", { name: "Show all teams" }).click();
    await expect(page.getByRole("columnheader", { name: "Business unit" })).toBeVisible();
    await page.getByRole("rowheader").getByRole("link", { name: "Fraud team" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fraud");
    await expect(page).toHaveURL(`${page_()}?result=teams/fraud.json#/result`);
    await page.goBack();
    await expect(page.locator(".bar-title")).toHaveText("2 teams");
    await page.getByRole("grid", { name: "Results by team" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search");
  });
});

test("the page about embedding makes the text for a published result", async ({ page }) => {
  await open(page, "/embed");
  await expect(page.getByLabel("Published result (optional)")).toHaveCount(0);
  await page.getByRole("radio", { name: /^Result/ }).check();
  await page.getByLabel("Published result (optional)").fill("teams/fraud ml.json");
  const address = new URL("./?embed=result&result=teams/fraud%20ml.json", page.url()).href;
  await expect(page.locator("pre").nth(0)).toHaveText(address);
  await expect(page.locator("pre").nth(1)).toContainText("embed=result&amp;result=teams/fraud%20ml.json");
  await expect(page.locator("pre").nth(4)).toContainText('scope="result" result="teams/fraud ml.json"');
  await expect(page.locator("pre").nth(5)).toContainText("?result=teams/fraud%20ml.json)");
  await expectAccessible(page);
});
