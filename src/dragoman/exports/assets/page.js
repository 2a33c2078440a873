"use strict";
// Hover and click on evidence show its findings in a card; everything else on the page works without this.
(() => {
  const card = document.getElementById("card");
  const pieces = new Map();
  for (const piece of document.querySelectorAll(".ev")) {
    for (const key of piece.dataset.f.split(" ")) {
      if (!pieces.has(key)) pieces.set(key, []);
      pieces.get(key).push(piece);
    }
  }
  let pinned = null;
  let lit = [];
  let returning = false;

  const light = (keys) => {
    for (const node of lit) node.classList.remove("on");
    lit = keys.flatMap((key) => [document.getElementById(key), ...(pieces.get(key) || [])]).filter(Boolean);
    for (const node of lit) node.classList.add("on");
  };
  const shown = (key) => {
    const box = document.getElementById("show-" + key.split("-")[1]);
    return !box || box.checked;
  };
  const keysOf = (piece) => piece.dataset.f.split(" ").filter(shown);

  const fill = (keys) => {
    card.replaceChildren();
    if (pinned) {
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      close.addEventListener("click", () => release(true));
      card.append(close);
    }
    for (const key of keys) {
      const entry = document.getElementById(key);
      if (!entry) continue;
      const copy = entry.cloneNode(true);
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      copy.classList.remove("on");
      const section = entry.closest(".kind");
      const box = document.createElement("div");
      box.className = section.className.replace("kind", "").trim();
      const name = document.createElement("div");
      name.className = "kindname";
      name.textContent = section.querySelector("h2").firstChild.textContent.trim();
      const held = document.createElement("div");
      held.className = copy.className;
      held.append(name, ...copy.childNodes);
      box.append(held);
      card.append(box);
    }
  };
  const place = (piece, event) => {
    const lines = [...piece.getClientRects()];
    const at = lines.find((r) => event && event.clientY >= r.top - 4 && event.clientY <= r.bottom + 4) || lines[0];
    card.hidden = false;
    const left = Math.min(event && event.clientX ? event.clientX : at.left, innerWidth - card.offsetWidth - 16);
    const below = at.bottom + 8;
    card.style.left = Math.max(16, left) + "px";
    card.style.top = (below + card.offsetHeight < innerHeight ? below : Math.max(8, at.top - card.offsetHeight - 8)) + "px";
  };
  const show = (piece, event) => {
    const keys = keysOf(piece);
    light(keys);
    if (!keys.length) { card.hidden = true; return; }
    fill(keys);
    place(piece, event);
  };
  const release = (back) => {
    const was = pinned;
    pinned = null;
    card.hidden = true;
    light([]);
    if (back && was) {
      returning = true;
      was.focus({ preventScroll: true });
      returning = false;
    }
  };
  const reveal = (key) => {
    const entry = document.getElementById(key);
    const pane = entry && entry.closest(".found");
    if (pane && pane.scrollHeight > pane.clientHeight + 1) {
      pane.scrollTop += entry.getBoundingClientRect().top - pane.getBoundingClientRect().top - 24;
    }
  };

  document.addEventListener("mouseover", (event) => {
    const piece = event.target.closest(".ev");
    if (pinned) return;
    if (piece) show(piece, event);
    else if (!event.target.closest(".card")) {
      const entry = event.target.closest(".finding");
      card.hidden = true;
      light(entry && entry.id ? [entry.id] : []);
    }
  });
  document.addEventListener("focusin", (event) => {
    const piece = event.target.closest(".ev");
    if (piece && !pinned && !returning && piece.matches(":focus-visible")) show(piece, null);
  });
  document.addEventListener("click", (event) => {
    const piece = event.target.closest(".ev");
    if (piece) {
      event.preventDefault();
      pinned = piece;
      show(piece, event.detail ? event : null);
      reveal(keysOf(piece)[0]);
      return;
    }
    const proof = event.target.closest(".proof a");
    if (proof) {
      pinned = null;
      card.hidden = true;
      const start = document.getElementById(proof.hash.slice(1));
      if (start) {
        event.preventDefault();
        start.scrollIntoView({ block: "center" });
        start.focus({ preventScroll: true });
        const entry = proof.closest(".finding");
        light(entry.id ? [entry.id] : []);
      }
      return;
    }
    if (pinned && !event.target.closest(".card")) release(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release(true);
  });
})();
