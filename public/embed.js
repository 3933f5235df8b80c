// The assessment as an element of your page: <mlops-maturity scope="essentials">What to show until it is there</mlops-maturity>
// Attributes: scope (essentials, full, result), result (a file beside the page, such as teams/fraud.json), href (a link to a result or
// invitation), theme (light, dark, auto), title.
// Events: mlops-maturity:ready, mlops-maturity:progress, mlops-maturity:result. Method: getResult(), answered by a result;
// before the person answered in the element or gave a result away, that is { pending: true }.
const SOURCE = "mlops-maturity";
const BASE = new URL("./", import.meta.url);
const MOST = 50_000;

/** A page of the folder that this script came from; its start page for anything else. */
function inside(href) {
  try {
    const url = new URL(href, BASE);
    // No server may read a way out of the folder from it.
    if (url.href.startsWith(BASE.href) && !/%2f|%5c/i.test(url.pathname.slice(BASE.pathname.length))) return url;
  } catch {
    // No address at all.
  }
  return new URL(BASE);
}

class MlopsMaturity extends HTMLElement {
  static observedAttributes = ["theme"];
  #frame;
  #heard = (event) => this.#hear(event);

  connectedCallback() {
    addEventListener("message", this.#heard);
    if (this.#frame) return;
    const url = inside(this.getAttribute("href") ?? "");
    const result = this.getAttribute("result");
    if (result) url.searchParams.set("result", result);
    url.searchParams.set("embed", this.getAttribute("scope") ?? (result ? "result" : "essentials"));
    url.searchParams.set("origin", location.origin);
    const theme = this.getAttribute("theme");
    if (theme === "light" || theme === "dark") url.searchParams.set("theme", theme);
    const frame = document.createElement("iframe");
    frame.src = url.href;
    frame.title = this.getAttribute("title") || this.textContent.trim() || SOURCE;
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    // In the shadow tree and set one by one: neither the page's styles nor its policy reach it.
    Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0", colorScheme: "auto" });
    this.style.setProperty("display", "block", "important");
    this.#frame = frame;
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // What stands inside the element is shown until the frame says that it is there.
    shadow.append(document.createElement("slot"), frame);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#heard);
  }

  attributeChangedCallback(_name, _before, value) {
    this.#say({ type: "theme", value: value === "light" || value === "dark" ? value : "auto" });
  }

  getResult() {
    this.#say({ type: "get-result" });
  }

  #say(message) {
    this.#frame?.contentWindow?.postMessage({ source: SOURCE, version: 1, ...message }, BASE.origin);
  }

  #hear(event) {
    // What a message says is looked at only once it is known where it comes from.
    if (event.origin !== BASE.origin || event.source !== this.#frame?.contentWindow) return;
    const { data } = event;
    if (data?.source !== SOURCE || data.version !== 1) return;
    if (data.type === "resize" && data.height > 0 && data.height < MOST) this.#frame.style.height = `${+data.height}px`;
    if (data.type === "ready") this.shadowRoot.querySelector("slot").hidden = true;
    // Another place begins at its top: bring that into view, if it is not.
    if (data.type === "navigate" && this.getBoundingClientRect().top < 0) this.scrollIntoView();
    if (["ready", "progress", "result"].includes(data.type)) {
      this.dispatchEvent(new CustomEvent(`${SOURCE}:${data.type}`, { detail: data, bubbles: true, composed: true }));
    }
  }
}

customElements.get("mlops-maturity") ?? customElements.define("mlops-maturity", MlopsMaturity);
