// Serves a folder on loopback while a program runs that needs addresses: node serve.mjs FOLDER BASE_PATH COMMAND [ARGUMENT ...]
// "{urls}" among the arguments becomes the address of every HTML page.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { spawn } from "node:child_process";
import { extname, join } from "node:path";

const [folder, base, command, ...rest] = process.argv.slice(2);
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };

const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(base.length);
  const file = path === "" || path.endsWith("/") ? path + "index.html" : path;
  try {
    const bytes = await readFile(join(folder, file));
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});

server.listen(0, "localhost", async () => {
  const site = `http://localhost:${server.address().port}${base}`;
  const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
  const urls = pages.map((name) => site + name.replace(/(^|\/)index\.html$/, "$1"));
  console.log(`${urls.length} pages`);
  const child = spawn(command, rest.flatMap((argument) => (argument === "{urls}" ? urls : [argument])), { stdio: "inherit" });
  child.on("exit", (code) => {
    server.close();
    server.closeAllConnections();
    process.exitCode = urls.length > 0 ? (code ?? 1) : 1;
  });
});
