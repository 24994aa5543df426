// What the page adds where scripts run: marks that open on a click, keys, and an address that follows the layers.
// Everything here is reached without it too: by the labels, by Tab, by the form's own button.
import "htmx.org/dist/htmx.esm.min.js";

const find = (selector) => document.querySelector(selector);

document.addEventListener("click", (event) => {
  if (event.target.closest("a, button, input, summary, label")) return;
  if (!getSelection().isCollapsed) return;
  let mark = event.target.closest("mark[data-of]");
  while (mark) {
    const label = find(`a.label[href*="record=${CSS.escape(mark.dataset.of)}"]`);
    if (label && getComputedStyle(label).display !== "none") return label.click();
    mark = mark.parentElement.closest("mark[data-of]");
  }
});

const chosen = () => {
  const key = new URLSearchParams(location.search).get("record");
  for (const mark of document.querySelectorAll("mark.chosen")) mark.classList.remove("chosen");
  if (!key) return;
  const marks = document.querySelectorAll(`mark[data-of="${CSS.escape(key)}"]`);
  for (const mark of marks) mark.classList.add("chosen");
  const box = document.querySelector(`#show-${marks[0]?.classList[0]}`);
  if (box) box.checked = true;
  const first = document.getElementById(key) ?? marks[0];
  const at = first?.getBoundingClientRect();
  if (at && (at.top < 60 || at.bottom > innerHeight * 0.9)) first.scrollIntoView({ block: "center" });
};
document.addEventListener("htmx:after:swap", () => setTimeout(chosen));
document.addEventListener("htmx:after:push:into:history", chosen);

document.addEventListener("change", (event) => {
  if (!event.target.matches(".layers input")) return;
  const on = [...document.querySelectorAll(".layers input:checked")].map((box) => box.value);
  const address = new URL(location);
  address.searchParams.set("marks", on.join(",") || "none");
  history.replaceState(history.state, "", address);
});

// Keys: / search, j and k move, Enter opens, ? lists them; `keys=off` in the address, or the box in the list, ends them.
const store = { off: () => document.documentElement.dataset.keys === "off" };
const rows = () => [...document.querySelectorAll(".rows > li, tbody > tr, .records li")].filter((row) => row.querySelector("a") && row.offsetParent);
const move = (step) => {
  const all = rows();
  if (!all.length) return;
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, now + step))];
  next.querySelector("a").focus();
  next.scrollIntoView({ block: "nearest" });
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || store.off()) return;
  if (event.target.matches("input, select, textarea")) return;
  const does = { "/": () => find("#find")?.focus(), j: () => move(1), k: () => move(-1), "?": () => find("#keys")?.showModal() }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
document.addEventListener("click", (event) => {
  if (event.target.matches("[data-open-keys]")) find("#keys")?.showModal();
  if (event.target.matches("[data-keys-off]")) document.documentElement.dataset.keys = event.target.checked ? "off" : "on";
});
