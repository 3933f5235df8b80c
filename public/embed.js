// The assessment as an element of your page: <mlops-maturity scope="core"></mlops-maturity>
// Attributes: scope (core, full, result), href (a link to a result or invitation), theme (light, dark, auto), title.
// Events: mlops-maturity:ready, mlops-maturity:progress, mlops-maturity:result. Method: getResult().
const SOURCE = "mlops-maturity";
const BASE = new URL("./", import.meta.url);
const MOST = 50_000;

class MlopsMaturity extends HTMLElement {
  static observedAttributes = ["theme"];
  #frame;
  #heard = (event) => this.#hear(event);

  connectedCallback() {
    addEventListener("message", this.#heard);
    if (this.#frame) return;
    const url = new URL(this.getAttribute("href") ?? "", BASE);
    // Only ever a page of the place that this script came from.
    if (url.origin !== BASE.origin) url.href = BASE.href;
    url.searchParams.set("embed", this.getAttribute("scope") ?? "core");
    url.searchParams.set("origin", location.origin);
    const theme = this.getAttribute("theme");
    if (theme === "light" || theme === "dark") url.searchParams.set("theme", theme);
    const frame = document.createElement("iframe");
    frame.src = url.href;
    frame.title = this.getAttribute("title") || "MLOps Maturity Assessment";
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

  #hear({ source, origin, data }) {
    if (source !== this.#frame?.contentWindow || origin !== BASE.origin) return;
    if (data?.source !== SOURCE || data.version !== 1) return;
    if (data.type === "resize" && data.height > 0 && data.height < MOST) this.#frame.style.height = `${data.height}px`;
    if (data.type === "ready") this.shadowRoot.querySelector("slot").hidden = true;
    if (["ready", "progress", "result"].includes(data.type)) {
      this.dispatchEvent(new CustomEvent(`${SOURCE}:${data.type}`, { detail: data, bubbles: true, composed: true }));
    }
  }
}

customElements.get("mlops-maturity") ?? customElements.define("mlops-maturity", MlopsMaturity);
