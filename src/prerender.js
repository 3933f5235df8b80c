// The prerendered page: until the program runs, a person can use the start page and the first questions, and every other address
// shows the heading of the page that is loading. Then the program draws the page again, and this script repeats what the person
// chose, typed, opened, focused and pressed before.
{
  const page = document.documentElement, app = document.getElementById("app"), main = app.querySelector("main");
  const query = new URLSearchParams(location.search);
  const startPage = [...main.childNodes], firstHref = document.getElementById("begin-start").getAttribute("href");
  const template = (id) => document.getElementById(id).content.cloneNode(true);
  const isStored = (look) => { try { return look(); } catch { return false; } };
  const isReturning = () =>
    isStored(() => Object.keys(localStorage).some((key) => key.startsWith("mlops-maturity:assessment:")));
  const hasOwnModel = () => query.has("model") || isStored(() => sessionStorage.getItem("mlops-maturity:model"));

  // The first frame draws what is read first, the next frame the rest, so that neither takes long. A tab in the background
  // draws no frames.
  const showAll = () => { delete page.dataset.first; };
  requestAnimationFrame(() => setTimeout(showAll));
  setTimeout(showAll, 500);

  // The page that the program will draw, by its name in the template "places".
  const placeOf = (hash, places) => {
    const [, first = "", , last] = hash.split("?")[0].split("/");
    if (!first && query.has("result")) return "result";
    if (!first && query.has("embed")) return ["result", "profile"].includes(query.get("embed")) ? "a/result" : "start";
    return places.includes(`${first}/${last}`) ? `${first}/${last}` : first;
  };
  const loading = (hash) => {
    const content = template("places"), headings = [...content.querySelectorAll("h1")];
    const place = placeOf(hash, headings.map((one) => one.dataset.place));
    const heading = headings.find((one) => one.dataset.place === place);
    for (const other of headings) if (other !== heading) other.remove();
    const parts = `${heading?.dataset.parts ?? ""} ${query.has("embed") ? "result" : ""}`.split(" ");
    // The parts of the program for this page are loaded in parallel with the program.
    for (const link of document.querySelectorAll("link[data-parts]")) {
      if (link.dataset.parts.split(" ").some((part) => parts.includes(part))) link.rel = "preload";
    }
    return content;
  };

  let isDone = false, isLive = false, focused = null, pressed = null;
  const changes = new Map();
  const follow = (event) => {
    if (isDone) return;
    const isStart = location.hash.length <= 2 && !query.has("embed") && !query.has("result") && !hasOwnModel() && !isReturning();
    const isFirst = location.hash === firstHref && !query.has("embed") && !hasOwnModel();
    isLive = isStart || isFirst;
    if (isFirst) main.replaceChildren(template("first"));
    else if (!isStart) main.replaceChildren(loading(location.hash));
    else if (event) main.replaceChildren(...startPage);
    delete page.dataset.elsewhere;
    if (event) app.querySelector("h1")?.focus();
  };
  follow();
  addEventListener("hashchange", follow);

  // Finds a control again by its id or name, whatever an extension or a translation changed around it.
  const selectorOf = (control) => {
    if (control.id) return `#${CSS.escape(control.id)}`;
    if (control.name) return `[name="${CSS.escape(control.name)}"][value="${CSS.escape(control.value)}"]`;
    return control.localName === "h1" ? "h1" : null;
  };
  const note = (control) => {
    const selector = selectorOf(control);
    if (!isLive || !selector) return;
    const { type, checked, value } = control;
    if (type === "radio") checked && changes.set(control.name, { selector, checked });
    else if (type === "checkbox") changes.set(selector, { selector, checked });
    else if (control.localName === "details") changes.set(selector, { selector, open: control.open });
    else if (type !== "file") changes.set(selector, { selector, value });
  };
  app.addEventListener("input", ({ target }) => note(target));
  app.addEventListener("toggle", ({ target }) => { if (target.localName === "details") note(target); }, true);
  app.addEventListener("compositionstart", () => { page.dataset.composing = ""; });
  app.addEventListener("compositionend", () => { delete page.dataset.composing; });

  const isUsed = () => [...changes.values()].some((change) => change.open === undefined);
  app.addEventListener("click", (event) => {
    const control = event.target.closest("main :is(a, button):not([popovertarget])");
    // The essentials begin here; all other links need the program.
    if (isDone || !isLive || !control?.id || (control.closest(".begin") && !isUsed())) return;
    event.preventDefault();
    pressed = selectorOf(control);
    page.dataset.waiting = "";
  });

  // The keys that answer questions and move between them, as in the program.
  addEventListener("keydown", (event) => {
    if (isDone || event.ctrlKey || event.metaKey || event.altKey) return;
    const questions = [...app.querySelectorAll(".question")], at = questions.indexOf(event.target.closest?.(".question"));
    if (at < 0 && !event.target.matches?.("body, h1")) return;
    const radios = (question) => question?.querySelectorAll("[type=radio]") ?? [];
    const chosen = (question) => question?.querySelector("[type=radio]:checked");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], beside = questions[at + step];
    const question = questions[at] ?? questions.find((one) => !chosen(one));
    const radio = step ? chosen(beside) ?? radios(beside)[0] : radios(question)[event.key - 1];
    if (!radio && !(step && at >= 0)) return;
    event.preventDefault();
    if (!step && event.repeat) return;
    radio?.focus();
    if (!step) {
      radio.checked = true;
      note(radio);
    }
  });
  addEventListener("beforeunload", (event) => { if (!isDone && isUsed()) event.preventDefault(); });

  page.addEventListener("program-mounting", () => {
    // Changes from before this script listened show as differences from the document.
    for (const control of app.querySelectorAll("main :is(input, textarea)")) {
      const isTyped = control.type !== "radio" && control.type !== "checkbox" && control.value !== control.defaultValue;
      if (control.checked !== control.defaultChecked || isTyped) note(control);
    }
    const control = document.activeElement;
    const { selectionStart, selectionEnd, selectionDirection } = control;
    if (app.contains(control)) {
      focused = { selector: selectorOf(control), selectionStart, selectionEnd, selectionDirection };
    }
    focused = { ...focused, x: scrollX, y: scrollY };
    isDone = true;
  });
  page.addEventListener("program-mounted", () => {
    const tell = (control, name) => control.dispatchEvent(new Event(name, { bubbles: true }));
    for (const { selector, checked, value, open } of changes.values()) {
      const control = app.querySelector(selector);
      if (!control) continue;
      if (checked !== undefined && control.checked !== checked) {
        control.checked = checked;
        tell(control, "change");
      }
      if (value !== undefined && control.value !== value) {
        control.value = value;
        tell(control, "input");
      }
      if (open !== undefined) control.open = open;
    }
    const control = focused.selector && app.querySelector(focused.selector);
    control?.focus({ preventScroll: true });
    if (control && focused.selectionStart != null) {
      const { value } = control;
      const select = () => {
        if (control.value !== value) return;
        control.setSelectionRange(focused.selectionStart, focused.selectionEnd, focused.selectionDirection);
      };
      select();
      // The first effects of the program write the value again, which moves the cursor to the end.
      setTimeout(select);
    }
    if (isLive) scrollTo({ left: focused.x, top: focused.y, behavior: "instant" });
    delete page.dataset.waiting;
    // The link has the chosen options only after the program has handled the choice.
    if (pressed) setTimeout(() => app.querySelector(pressed)?.click());
  });
}
