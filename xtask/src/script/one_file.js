// The program from elements of the page: whatever the loaders ask for, the bytes stand in the page already.
export function fetch(address) {
  const id = /_[a-z-]+(?=\.wasm$)/.exec(String(address))?.[0] ?? "_bg";
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  return Promise.resolve(new Response(bytes, { headers: { "Content-Type": "application/wasm" } }));
}
