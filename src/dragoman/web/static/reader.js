// What a script adds to the report reader: text and margin light up together, j and k go through the findings, selected words fill the form.
"use strict";

const text = document.querySelector(".text");
const pane = document.querySelector(".found");
const pieces = new Map();
for (const piece of text.querySelectorAll(".ev")) {
  for (const key of piece.dataset.f.split(" ")) {
    if (!pieces.has(key)) pieces.set(key, []);
    pieces.get(key).push(piece);
  }
}
const entry = (key) => document.getElementById(key);
const seen = (node) => node && node.offsetParent !== null || node?.matches(":target");
const keysOf = (piece) => piece.dataset.f.split(" ").filter((key) => seen(entry(key)));

let lit = [];
let held = null;
function light(keys) {
  for (const node of lit) node.classList.remove("on");
  lit = keys.flatMap((key) => [entry(key), ...(pieces.get(key) ?? [])]).filter(Boolean);
  for (const node of lit) node.classList.add("on");
}
const scrolls = () => pane.scrollHeight > pane.clientHeight + 1;
function reveal(key) {
  const found = entry(key);
  if (found && scrolls()) {
    pane.scrollTop += found.getBoundingClientRect().top - pane.getBoundingClientRect().top - 24;
  }
}
function choose(key, {toText = true, toEntry = true} = {}) {
  held = key;
  light([key]);
  if (toEntry) reveal(key);
  const first = pieces.get(key)?.[0];
  if (toText && first) first.scrollIntoView({block: "center"});
}

document.addEventListener("mouseover", (event) => {
  const piece = event.target.closest?.(".ev");
  const found = event.target.closest?.(".finding");
  if (piece) light(keysOf(piece));
  else if (found) light([found.id]);
  else light(held ? [held] : []);
});
document.addEventListener("focusin", (event) => {
  const piece = event.target.closest?.(".ev");
  const found = event.target.closest?.(".finding");
  if (piece?.matches(":focus-visible")) { light(keysOf(piece)); reveal(keysOf(piece)[0]); }
  else if (found) light([found.id]);
});
document.addEventListener("click", (event) => {
  const piece = event.target.closest(".ev");
  if (piece) {
    const keys = keysOf(piece);
    event.preventDefault();
    if (!keys.length) return;
    const to = piece.hash.slice(1);
    const next = keys.includes(held) ? keys[(keys.indexOf(held) + 1) % keys.length] : keys.includes(to) ? to : keys[0];
    if (scrolls()) history.replaceState(null, "", `#${next}`);
    else location.hash = next; // on a narrow page it then stands at the foot of the window
    choose(next, {toText: false});
    return;
  }
  const proof = event.target.closest(".proof a");
  if (proof && !scrolls()) light([proof.closest(".finding").id]);
  else if (proof) {
    event.preventDefault();
    const start = document.getElementById(proof.hash.slice(1));
    choose(proof.closest(".finding").id, {toText: false, toEntry: false});
    start?.scrollIntoView({block: "center"});
    start?.focus({preventScroll: true});
  }
});

const findings = () => [...document.querySelectorAll(".finding")].filter(seen);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j" || event.key === "k") {
    const all = findings();
    const at = all.findIndex((found) => found.id === held);
    const next = all[Math.max(0, Math.min(all.length - 1, at + (event.key === "j" ? 1 : at < 0 ? 0 : -1)))];
    if (next) { choose(next.id); next.focus({preventScroll: true}); }
  }
  if (event.key === "Escape") {
    held = null;
    light([]);
    document.activeElement?.blur();
    getSelection()?.removeAllRanges();
  }
});
for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;

// Offsets are counted in code points of the text: an element outside the basic plane is one of them, and two units of a script's string.
const points = (words) => [...words].length;
function selected() {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const whole = range.toString();
  const words = whole.trim();
  if (!words) return null;
  const start = points(before.toString()) + points(whole.slice(0, whole.indexOf(words)));
  return {start, end: start + points(words), words};
}
const making = document.querySelector(".making");
const picked = document.querySelector(".picked");
if (making && picked) {
  const form = making.querySelector("form");
  const fill = (found) => {
    form.elements.start.value = found ? found.start : "";
    form.elements.end.value = found ? found.end : "";
    if (found) form.elements.words.value = found.words;
  };
  document.addEventListener("selectionchange", () => {
    const found = selected();
    picked.hidden = !found;
    if (found) fill(found);
  });
  form.elements.words.addEventListener("input", () => fill(null));
  picked.querySelector("button").addEventListener("click", () => {
    making.open = true;
    picked.hidden = true;
    making.scrollIntoView({block: "start"});
    form.elements.kind.focus({preventScroll: true});
  });
}

// An address that names words (at=START-END) shows the finding that stands on just these; one that names a finding shows that.
addEventListener("load", () => requestAnimationFrame(() => {
  const shown = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (shown?.classList.contains("finding")) { choose(shown.id); return; }
  const words = shown?.closest(".text *") ?? (location.hash ? null : document.querySelector(".at"));
  words?.scrollIntoView({block: "center"});
  const told = text.dataset.at && document.querySelector(`.proof a[data-words="${text.dataset.at}"]`)?.closest(".finding");
  if (told) choose(told.id, {toText: false});
}));
