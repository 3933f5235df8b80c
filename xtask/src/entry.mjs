// The page's only script: starts the program, and fetches its later part when it is first asked for.
import start from "./GLUE";

let tell;
const started = new Promise((resolve) => { tell = resolve; });
let later;

export default async function (options) {
  const shared = await start(options);
  tell(shared);
  return shared;
}

async function bytes() {
  // In the one-file build both parts stand in the page.
  const inline = document.getElementById("later");
  if (inline) return Uint8Array.from(atob(inline.textContent), (letter) => letter.charCodeAt(0));
  const answer = await fetch(new URL("LATER", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.arrayBuffer();
}

async function fetchLater() {
  const [shared, program] = await Promise.all([started, bytes()]);
  // What both parts share goes by its name, and functions by their place in the table of functions.
  const table = Object.values(shared).find((one) => one instanceof WebAssembly.Table && typeof one.get(1) === "function");
  const found = (_, name) => shared[name] ?? table.get(Number(name));
  await WebAssembly.instantiate(program, { m: new Proxy({}, { get: found }) });
}

// A failure is not for ever: whoever asks again tries again.
globalThis.mlopsLater = () => (later ??= fetchLater().catch((error) => { later = undefined; throw error; }));
