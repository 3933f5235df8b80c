// The program from a host. A host that gives wasm another type is put up with: the bytes are the same.
async function instantiate(source, imports) {
  const response = await source;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const type = response.headers.get("Content-Type") ?? "";
  return type.startsWith("application/wasm")
    ? globalThis.WebAssembly.instantiateStreaming(response, imports)
    : globalThis.WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

export { instantiate as "WebAssembly.instantiateStreaming" };
