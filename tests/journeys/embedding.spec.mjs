import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { createServer } from "node:http";
import { dealt, put } from "./steps.mjs";

// Two origins for real: the page on one port, the wiki on another.
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
let tool;
let wiki;
let pages = {};

test.beforeAll(async () => {
  tool = await serve({ folder: DIST, path: "/tools/mlops/", headers: { "Access-Control-Allow-Origin": "*" } });
  wiki = createServer((request, response) => {
    const html = pages[new URL(request.url, "http://localhost").pathname.slice(1)];
    response.writeHead(html ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" }).end(html ?? "");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => { wiki.once("listening", resolve); });
});

test.afterAll(() => { tool.close(); wiki.close(); });

const at = (server) => `http://127.0.0.1:${server.address().port}`;
const page_ = () => `${at(tool)}/tools/mlops/`;
const origin = () => at(wiki);

/** A wiki page that keeps every message it gets. */
async function host(page, name, body) {
  pages = { ...pages, [name]: `<!doctype html><meta charset="utf-8"><title>Wiki</title><script>
    window.heard = [];
    addEventListener("message", (event) => heard.push({ origin: event.origin, data: event.data }));
  </script>${body}` };
  await page.goto(`${origin()}/${name}`);
}

const heard = (page, type) => page.evaluate((type) => window.heard.filter(({ data }) => data?.type === type).map(({ data }) => data), type);

async function answerOne(frame) {
  await frame.locator("[data-capability] input[value=yes]").first().check();
}

test("the element takes the height of what it holds, and tells the named page what was answered", async ({ page }) => {
  await host(page, "element.html", `<script type="module" src="${page_()}embed.js"></script>
    <mlops-maturity scope="essentials"><a href="${page_()}">The assessment</a></mlops-maturity>
    <script>window.events = []; for (const name of ["ready", "progress", "result"]) addEventListener("mlops-maturity:" + name, (event) => events.push(event.detail));</script>`);
  const frame = page.frameLocator("mlops-maturity iframe");
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
  await expect(frame.locator(".footer")).toBeHidden();
  await expect(page.getByText("The assessment")).toBeHidden();
  const apart = async () => {
    const inside = await frame.locator("#app").evaluate((app) => app.getBoundingClientRect().height);
    const outside = await page.locator("mlops-maturity iframe").evaluate((one) => one.getBoundingClientRect().height);
    return Math.abs(inside - outside);
  };
  await expect.poll(apart).toBeLessThanOrEqual(2);
  await answerOne(frame);
  await expect.poll(() => page.evaluate(() => events.filter(({ type }) => type === "progress").at(-1)?.answered)).toBe(1);
  await expect.poll(apart).toBeLessThanOrEqual(2);
  const result = await page.evaluate(() => events.filter(({ type }) => type === "result").at(-1));
  // How this wiki embeds the page is nobody else's matter.
  expect(result.link).toMatch(new RegExp(`^${page_()}#/r/`));
  expect(Object.keys(result.levels)).toContain("people");
  expect(result.overall.mlops.low).toBeGreaterThanOrEqual(0);
  // The height settles: no loop between the frame and its host.
  const resizes = async () => (await heard(page, "resize")).length;
  await page.waitForTimeout(400);
  const before = await resizes();
  await page.waitForTimeout(400);
  expect(await resizes()).toBe(before);
});

test("nothing that was answered goes to a page that was not named", async ({ page }) => {
  for (const named of ["", `&origin=${encodeURIComponent("https://elsewhere.example")}`, "&origin=*", `&origin=${encodeURIComponent("javascript:1")}`]) {
    await host(page, "plain.html", `<iframe src="${page_()}?embed=essentials${named}" width="100%" height="700"></iframe>`);
    const frame = page.frameLocator("iframe");
    await answerOne(frame);
    await expect.poll(() => heard(page, "ready")).toHaveLength(1);
    await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage({ source: "mlops-maturity", version: 1, type: "get-result" }, "*"));
    await page.waitForTimeout(300);
    const kinds = await page.evaluate(() => [...new Set(window.heard.map(({ data }) => data?.type))].sort());
    expect(kinds).toEqual(["ready", "resize"]);
    await frame.locator("html").evaluate(() => localStorage.clear());
  }
});

test("the named page may set the theme and ask for the result; every other message is ignored", async ({ page }) => {
  await host(page, "named.html", `<iframe src="${page_()}?embed=essentials&origin=${encodeURIComponent(origin())}" width="100%" height="700"></iframe>`);
  const frame = page.frameLocator("iframe");
  await answerOne(frame);
  await expect.poll(async () => (await heard(page, "result")).length).toBeGreaterThan(0);
  const say = (message) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), message);
  const ours = { source: "mlops-maturity", version: 1 };
  await say({ ...ours, type: "theme", value: "dark" });
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  const before = (await heard(page, "result")).length;
  await say({ ...ours, type: "get-result" });
  await expect.poll(async () => (await heard(page, "result")).length).toBe(before + 1);
  for (const hostile of [null, 1, "theme", [], { ...ours, type: "theme", value: "<script>" }, { ...ours, version: 2, type: "get-result" },
    { source: "x", version: 1, type: "get-result" }, { ...ours, type: "__proto__" }, { ...ours, type: "theme", value: { toString: 1 } },
    { ...ours, type: "get-result", more: "x".repeat(100_000) }]) {
    await say(hostile);
  }
  await page.waitForTimeout(300);
  expect((await heard(page, "result")).length).toBe(before + 1);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
});

/** Stores an answered assessment where the tool lies, as an earlier visit would have. */
async function putBefore(page) {
  await page.goto(`${page_()}model.json`);
  const words = { 1: ["yes"], 2: ["yes", "no"], 3: ["no"], 4: ["unknown"] };
  // Addresses in the steps are relative to where the page is.
  const model = await (await page.request.get(`${page_()}model.json`)).json();
  const answers = await dealt({ request: { get: async () => ({ json: async () => model }) } }, words);
  return put({ goto: async () => {}, evaluate: (...all) => page.evaluate(...all) }, { answers });
}

const asking = { source: "mlops-maturity", version: 1, type: "get-result" };
const ask = (page) => page.evaluate((message) => document.querySelector("iframe").contentWindow.postMessage(message, "*"), asking);

test("what was stored before the visit is told to nobody until the person gives it away", async ({ page }) => {
  const id = await putBefore(page);
  const named = `origin=${encodeURIComponent(origin())}`;
  await host(page, "before.html", `<iframe src="${page_()}?embed=essentials&${named}#/a/${id}/result" width="100%" height="900"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1, name: "Payments ML" })).toBeVisible();
  await ask(page);
  await expect.poll(() => heard(page, "result")).toEqual([{ source: "mlops-maturity", version: 1, type: "result", pending: true }]);
  // Looking around gives nothing away either.
  await frame.getByRole("link", { name: "Questions", exact: true }).click();
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
  await page.evaluate(() => history.back());
  await expect(frame.getByRole("heading", { level: 1, name: "Payments ML" })).toBeVisible();
  await ask(page);
  await expect.poll(async () => (await heard(page, "result")).length).toBe(2);
  expect(await heard(page, "progress")).toEqual([]);
  const send = frame.getByRole("button", { name: `Send this result to ${origin()}` });
  await send.click();
  await expect.poll(async () => (await heard(page, "result")).at(-1).link).toMatch(/#\/r\//);
  await expect(frame.getByText(`${origin()} will also receive`)).toBeVisible();
  await expect(send).toBeHidden();
});

test("one answer in the frame tells the named page, and only of what was answered", async ({ page }) => {
  const id = await putBefore(page);
  const named = `origin=${encodeURIComponent(origin())}`;
  await host(page, "answered.html", `<iframe src="${page_()}?embed=essentials&${named}#/a/${id}/people" width="100%" height="900"></iframe>`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
  expect(await heard(page, "progress")).toEqual([]);
  await frame.locator("[data-capability] input[value=no]").first().check();
  await expect.poll(async () => (await heard(page, "progress")).at(-1)?.answered).toBeGreaterThan(10);
});

test("the button that gives a result away cannot be pressed before a person had the time to see it", async ({ page }) => {
  const id = await putBefore(page);
  const named = `origin=${encodeURIComponent(origin())}`;
  await host(page, "hidden.html", `<div style="height: 3000px"></div>
    <iframe src="${page_()}?embed=essentials&${named}#/a/${id}/result" width="100%" height="900"></iframe><div style="height: 900px"></div>`);
  const frame = page.frameLocator("iframe");
  const send = frame.locator("#send-result");
  // Drawn long since, and never in view: it cannot be pressed.
  await expect(send).toBeAttached();
  await page.waitForTimeout(1200);
  await expect(send).toBeDisabled();
  const shown = await page.evaluate(() => { scrollTo(0, 3000); return Date.now(); });
  const pressable = await frame.locator("html").evaluate(async () => {
    const button = document.getElementById("send-result");
    while (button.disabled) await new Promise((resolve) => { setTimeout(resolve, 5); });
    return Date.now();
  });
  expect(pressable - shown).toBeGreaterThanOrEqual(500);
  // Out of view, and in view again: the time begins anew.
  await page.evaluate(() => { scrollTo(0, 0); });
  await expect(send).toBeDisabled();
});

test("another place of the element begins with its top in view", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await host(page, "long.html", `<div style="height: 400px">Above</div><script type="module" src="${page_()}embed.js"></script>
    <mlops-maturity scope="essentials"></mlops-maturity><div style="height: 2000px">Below</div>`);
  const frame = page.frameLocator("mlops-maturity iframe");
  await page.locator("mlops-maturity").evaluate((one) => one.scrollIntoView());
  await expect(frame.locator("[data-capability]").first()).toBeVisible();
  const top = () => page.locator("mlops-maturity").evaluate((one) => Math.round(one.getBoundingClientRect().top));
  // Answers bring nothing into view.
  const before = await top();
  await frame.locator("[data-capability] input[value=yes]").first().check();
  expect(await top()).toBe(before);
  await frame.getByRole("link", { name: /^Next: / }).scrollIntoViewIfNeeded();
  expect(await top()).toBeLessThan(0);
  await frame.getByRole("link", { name: /^Next: / }).click();
  await expect.poll(top).toBe(0);
});

test("the element leads into its own folder, whatever its address says", async ({ page }) => {
  const outside = ["https://evil.example/", "//evil.example/", "/", "../", "..%2f..%2f", "%2e%2e/x", "javascript:alert(1)", "http://[", "data:text/html,x", "\\\\evil.example"];
  await host(page, "href.html", `<script type="module" src="${page_()}embed.js"></script>
    ${outside.map((href) => `<mlops-maturity href="${href}"></mlops-maturity>`).join("")}<mlops-maturity href="#/model"></mlops-maturity>`);
  const frames = page.locator("mlops-maturity iframe");
  await expect(frames).toHaveCount(outside.length + 1);
  const sources = await frames.evaluateAll((all) => all.map((one) => one.src));
  for (const source of sources.slice(0, -1)) expect(source).toBe(`${page_()}?embed=essentials&origin=${encodeURIComponent(origin())}`);
  expect(sources.at(-1)).toContain("#/model");
});

test("the element looks at what a message says only once it knows where it comes from", async ({ page }) => {
  await host(page, "foreign.html", `<script type="module" src="${page_()}embed.js"></script><mlops-maturity></mlops-maturity>`);
  await expect(page.frameLocator("mlops-maturity iframe").getByRole("heading", { level: 1 })).toBeVisible();
  const looked = await page.evaluate(() => {
    let looked = 0;
    const element = document.querySelector("mlops-maturity");
    const source = element.shadowRoot.querySelector("iframe").contentWindow;
    for (const [origin, from] of [["https://evil.example", source], [location.origin, source], [new URL(element.shadowRoot.querySelector("iframe").src).origin, window]]) {
      const event = new MessageEvent("message", { origin, source: from, data: {} });
      Object.defineProperty(event, "data", { get() { looked += 1; return { source: "mlops-maturity", version: 1, type: "resize", height: 5 }; } });
      dispatchEvent(event);
    }
    // Other listeners of the page look too: only the element's are counted.
    return looked - 3;
  });
  expect(looked).toBe(0);
});

test("in a sandbox without storage it works for the visit, says so, and offers the link", async ({ page }) => {
  await host(page, "sandbox.html", `<iframe sandbox="allow-scripts" src="${page_()}?embed=essentials" width="100%" height="900"></iframe>`);
  const frame = page.frameLocator("iframe");
  await answerOne(frame);
  await expect(frame.getByText("Not saved in this browser.")).toBeVisible();
  // Its own tab gets the answers in the address, and may save them there.
  const own = await frame.getByRole("link", { name: "Open in its own tab" }).getAttribute("href");
  expect(own).toMatch(/\/tools\/mlops\/#\/r\//);
  const tab = await page.context().newPage();
  await tab.goto(own);
  await tab.getByRole("button", { name: "Save a copy" }).click();
  await expect(tab).toHaveURL(/#\/a\/[0-9a-f-]{36}\/result$/);
  await frame.getByRole("link", { name: "Result", exact: true }).click();
  await expect(frame.locator("#share-link")).toHaveValue(/#\/r\//);
});

test("two elements on a page with hostile styles live side by side", async ({ page }) => {
  await host(page, "hostile.html", `<style>* { all: unset !important; } iframe { display: none !important; height: 3px !important; } mlops-maturity { display: none !important; color: red; }</style>
    <script type="module" src="${page_()}embed.js"></script><mlops-maturity scope="essentials"></mlops-maturity><mlops-maturity scope="full" theme="dark"></mlops-maturity>`);
  await expect(page.locator("mlops-maturity iframe")).toHaveCount(2);
  for (const at of [0, 1]) {
    const frame = page.locator("mlops-maturity iframe").nth(at).contentFrame();
    await page.locator("mlops-maturity").nth(at).scrollIntoViewIfNeeded();
    await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await expect(page.locator("mlops-maturity iframe").nth(1).contentFrame().locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the address works without its trailing slash", async ({ page }) => {
  await page.goto(`${at(tool)}/tools/mlops?embed=essentials`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the embed page makes a snippet for each kind of wiki and says what this place allows", async ({ page }) => {
  await page.goto(page_());
  await page.getByRole("link", { name: "Embed in your wiki" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Embed in your wiki" })).toBeVisible();
  expect(await page.locator("pre").count()).toBeGreaterThanOrEqual(4);
  await expect(page.getByRole("region", { name: /^MkDocs/ }).getByText(`<iframe src="${page_()}?embed=essentials"`)).toBeVisible();
  await expect(page.getByText("answers are saved in this browser.")).toBeVisible();
  await host(page, "check.html", `<iframe sandbox="allow-scripts" src="${page_()}?embed=essentials#/embed" width="100%" height="900"></iframe>`);
  await expect(page.frameLocator("iframe").getByText("blocked. Answers are lost when you close the page")).toBeVisible();
  await expect(page.frameLocator("iframe").getByText("No preview here")).toBeVisible();
});

test("scope, theme, title and height go into the snippets and the preview at once", async ({ page }) => {
  await page.goto(`${page_()}#/embed`);
  const preview = page.locator(".preview iframe");
  await expect(preview.contentFrame().locator("[data-capability]").first()).toBeVisible();
  await page.getByRole("radio", { name: /^Full/ }).check();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByLabel("Frame name").fill('How "mature" is <us>?');
  await page.getByLabel("Height in pixels").fill("820");
  const html = await page.getByLabel("Text for MkDocs and others that take HTML", { exact: true }).textContent();
  expect(html).toContain(`src="${page_()}?embed=full&amp;theme=dark"`);
  expect(html).toContain('title="How &quot;mature&quot; is &lt;us&gt;?"');
  expect(html).toContain('height="820"');
  await expect(page.getByLabel("Text for Your own web page", { exact: true })).toContainText('scope="full" theme="dark"');
  await expect(preview).toHaveAttribute("title", 'How "mature" is <us>?');
  await expect(preview).toHaveAttribute("height", "820");
  await expect(preview.contentFrame().locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByLabel("Include GenAIOps questions").check();
  const jsx = await page.getByLabel("Text for Docusaurus and others that take MDX", { exact: true }).textContent();
  expect(jsx).toContain(`src={"${page_()}?embed=full&tracks=mlops,genaiops&theme=dark"}`);
  expect(jsx).toContain('title={"How \\"mature\\" is <us>?"} width="100%" height={820} style={{ border: 0 }}');
  await expect(page.getByLabel("Text for Backstage TechDocs", { exact: true })).toContainText(`allowedIframeHosts:\n      - ${new URL(page_()).host}`);
  // What cannot be a height changes nothing.
  await page.getByLabel("Height in pixels").fill("7");
  await expect(preview).toHaveAttribute("height", "820");
});

test("a frame begins with the first question, and shows those who come back their work", async ({ page }) => {
  await page.goto(`${page_()}?embed=essentials`);
  await expect(page.locator("[data-capability]").first()).toBeVisible();
  await expect(page).toHaveURL(/#\/a\//);
  await page.goto("about:blank");
  await page.goto(`${page_()}?embed=full`);
  await page.locator("[data-capability] input[value=yes]").first().check();
  await page.goto("about:blank");
  await page.goto(`${page_()}?embed=essentials`);
  await expect(page.getByRole("heading", { level: 1, name: "Your assessments" })).toBeVisible();
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("the profile alone is low, says the level, and leads to the whole result", async ({ page }) => {
  await page.goto(`${page_()}?embed=essentials&tracks=mlops,genaiops`);
  await expect(page.locator("[data-capability]").first()).toBeVisible();
  await page.locator("[data-capability] input[value=yes]").first().check();
  await page.goto("about:blank");
  await page.setViewportSize({ width: 700, height: 320 });
  await page.goto(`${page_()}?embed=profile`);
  await expect(page.locator(".profile").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Open the whole result" })).toHaveAttribute("href", /^http.*\/#\/a\/.*\/result$/);
});

test("a link whose hash was escaped leads to its page", async ({ page }) => {
  for (const escaped of ["%23/model", "%23%2Fmodel", "index.html%23/model"]) {
    await page.goto(`${page_()}${escaped}`);
    await expect(page).toHaveURL(/\/(index\.html)?#\/model$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto(`${page_()}nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
});
