// Keys of the review. Each presses a button that stands on the page; what is sent comes back as the page, whose middle is put in place.
"use strict";

const FORWARD = {j: 1, k: -1};
const cards = () => [...document.querySelectorAll("[data-card]")];
const current = () => document.activeElement?.closest("[data-card]") ?? null;

function focus(index) {
  const all = cards();
  const card = all[Math.max(0, Math.min(index, all.length - 1))];
  if (card) { card.focus({preventScroll: true}); card.scrollIntoView({block: "nearest"}); }
}

async function send(form) {
  const at = Math.max(0, cards().indexOf(current()));
  const answer = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form))});
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.getElementById("main");
  if (!answer.ok || !main) { form.submit(); return; }
  document.getElementById("main").replaceWith(document.adoptNode(main));
  history.replaceState(null, "", answer.url);
  ready();
  focus(at);
}

function press(key) {
  const place = key === "u" ? document : current();
  if (!place) { focus(0); return cards().length > 0; } // nothing is decided of an item that nobody has gone to
  const found = place.querySelector(`[data-key="${key}"]`);
  if (!found) return false;
  if (found.tagName === "DETAILS") {
    found.open = !found.open;
    if (found.open) found.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  } else send(found);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inside = event.target.closest("input, textarea, select");
  if (inside) {
    if (event.key === "Escape") { const card = current(); card?.querySelector("details[open]")?.removeAttribute("open"); card?.focus(); }
    return;
  }
  if (event.key in FORWARD) { focus(current() ? cards().indexOf(current()) + FORWARD[event.key] : 0); event.preventDefault(); return; }
  if (event.key === "o") { (current() ?? cards()[0])?.querySelector("blockquote footer a")?.click(); return; }
  if ("aresnu".includes(event.key) && event.key.length === 1 && press(event.key)) event.preventDefault();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.closest("[data-card], .said")) return;
  event.preventDefault();
  send(form);
});

function ready() {
  for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;
}
ready();
