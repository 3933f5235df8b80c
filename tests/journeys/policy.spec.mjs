import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { begin, dealt, downloaded, open, put, unfold } from "./steps.mjs";

const WORDS = { 1: ["yes"], 2: ["yes", "partly"], 3: ["yes", "no"], 4: ["no", "unknown"] };

/** What the browser says of the page's policy from here on. */
function refusals(page) {
  const told = [];
  page.on("console", (message) => {
    if (/content security policy|trusted|refused to/i.test(message.text())) told.push(message.text());
  });
  page.on("pageerror", (error) => told.push(String(error)));
  return told;
}

test.describe("where no string may become markup", () => {
  let strict;
  test.beforeAll(async () => {
    strict = await serve({
      folder: fileURLToPath(new URL("../../dist", import.meta.url)),
      headers: { "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'" },
    });
  });
  test.afterAll(() => strict.close());
  test.use({ baseURL: undefined });

  test("every picture is drawn, and no page asks for more than the policy gives", async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${strict.address().port}/` });
    const page = await context.newPage();
    const told = refusals(page);
    const id = await put(page, { answers: await dealt(page, WORDS) });
    const drawn = () => page.locator("main svg").evaluateAll((all) =>
      all.filter((one) => one.namespaceURI.endsWith("/svg") && one.querySelector("rect")).length);
    await open(page, `/a/${id}/result`);
    await unfold(page, "Share");
    await page.getByText("Show QR code").click();
    expect(await drawn()).toBeGreaterThanOrEqual(1);
    await open(page, `/a/${id}/plan`);
    await page.getByText("Plan chart").click();
    expect(await drawn()).toBeGreaterThanOrEqual(1);
    for (const place of ["/", "/model", "/embed", `/a/${id}`, "/nowhere"]) await open(page, place);
    expect(told).toEqual([]);
    await context.close();
  });
});

test("a copy for a wiki has the profile as a picture, and the browser refuses nothing of it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await put(page, { answers: await dealt(page, WORDS) });
  await open(page, `/a/${id}/result`);
  const told = refusals(page);
  await unfold(page, "Export");
  await page.getByRole("button", { name: "Copy for a wiki" }).click();
  await expect(page.getByText("Result copied")).toBeVisible();
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("text/html")).text());
  expect(told).toEqual([]);
  expect(html).toMatch(/<img[^>]+src="data:image\/png;base64,[A-Za-z0-9+/=]{2000,}"/);
  expect(html).toContain("background-color:");
});

test("pictures that leave are pictures to any reader, whatever the team is called", async ({ page }) => {
  const title = "Team \uffff <b>\u202ex</b> & co";
  const id = await put(page, { title, answers: await dealt(page, WORDS) });
  await open(page, `/a/${id}/result`);
  await unfold(page, "Export");
  const saved = await downloaded(page, () => page.getByRole("button", { name: "Profile as SVG" }).click());
  // The page itself lets nobody read markup: another one does.
  const reader = await page.context().newPage();
  const seen = await reader.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    const root = read.documentElement;
    return { name: root.localName, text: root.textContent, errors: read.querySelectorAll("parsererror").length,
      links: [...read.querySelectorAll("a")].map((one) => one.getAttribute("href")) };
  }, saved.bytes.toString("utf8"));
  expect(seen).toMatchObject({ name: "svg", errors: 0 });
  expect(seen.text).toContain("& co");
  expect(seen.links[0]).toContain("#/r/");
  const png = await downloaded(page, () => page.getByRole("button", { name: "Profile as PNG" }).click());
  expect(png.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
  expect(width / height).toBeLessThanOrEqual(16 / 9 + 0.01);
});

test("a plan for nobody is refused with a word", async ({ page }) => {
  const id = await begin(page, { title: "Nobody" });
  await page.locator("[data-capability] input[value=no]").first().check();
  await open(page, `/a/${id}/plan`);
  const field = page.getByLabel("People working full time");
  for (const typed of ["0", "-1", "10001", ""]) {
    await field.fill(typed);
    await expect(page.getByText("Enter a whole number from 1 to 10,000. The last valid value is kept.")).toBeVisible();
  }
  await field.fill("1");
  await expect(page.getByText("Enter a whole number")).toBeHidden();
  await expect(page.getByText("with 1 person working full time")).toBeVisible();
});
