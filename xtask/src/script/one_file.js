// The program from elements of the page: whatever the loaders ask for, the bytes stand in the page already.
export function fetch(address) {
  const id = /_(late|people|shared)\.wasm$/.exec(String(address))?.[1] ?? "wasm";
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  return Promise.resolve(new Response(bytes, { headers: { "Content-Type": "application/wasm" } }));
}
