// Loads the program from a host. Browsers compile a stream only if its type is exactly `application/wasm`, without any
// parameter; from every other answer the bytes are taken, which are the same.
async function instantiate(source, imports) {
  const response = await source;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const type = response.headers.get("Content-Type") ?? "";
  return type.trim().toLowerCase() === "application/wasm"
    ? globalThis.WebAssembly.instantiateStreaming(response, imports)
    : globalThis.WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

export { instantiate as "WebAssembly.instantiateStreaming" };
