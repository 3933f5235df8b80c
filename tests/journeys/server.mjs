// A static host as strict as the strictest we know of: right types, a sub-path, and its own policy on top if asked.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves a folder below a path, with other types by file ending where named. Resolves to the server; `close()` ends it. */
export function serve({ folder, path = "/", port = 0, headers = {}, types = {} }) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === path.replace(/\/$/, "") && path !== "/") {
      response.writeHead(301, { Location: path }).end();
      return;
    }
    const inside = pathname.startsWith(path) ? normalize(decodeURIComponent(pathname.slice(path.length))) : "..";
    const file = join(folder, inside === "." || inside === "" ? "index.html" : inside);
    if (inside.startsWith("..")) {
      response.writeHead(404).end();
      return;
    }
    let found;
    try {
      found = statSync(file);
    } catch {
      // As static hosts do, with their page for addresses that lead nowhere.
      response.writeHead(404, { "Content-Type": TYPES[".html"] });
      createReadStream(join(folder, "404.html")).on("error", () => response.end()).pipe(response);
      return;
    }
    const type = types[extname(file)] ?? TYPES[extname(file)] ?? "application/octet-stream";
    const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && !found.isDirectory();
    const send = (name, more) => {
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store", ...more, ...headers });
      createReadStream(name).pipe(response);
    };
    try {
      if (packed && statSync(`${file}.br`)) {
        send(`${file}.br`, { "Content-Encoding": "br" });
        return;
      }
    } catch {
      // There is no packed twin: the file itself goes out.
    }
    send(file, {});
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

// Run by itself, it serves the release build for the journeys.
if (process.argv[1]?.endsWith("server.mjs")) {
  const [port = "4173"] = process.argv.slice(2);
  await serve({
    folder: new URL("../../dist", import.meta.url).pathname,
    path: "/wiki/tools/mlops/",
    port: Number(port),
    headers: { "X-Content-Type-Options": "nosniff" },
  });
}
