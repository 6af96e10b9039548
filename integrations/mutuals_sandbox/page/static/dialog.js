// A dialog over one pane: the rest of that pane rests meanwhile, focus goes in and comes back, Escape closes.

import { h } from "./dom.js";

export function dialog(pane, className) {
  const node = h("div", { class: `dialog ${className}`, role: "dialog", "aria-modal": "true", tabindex: "-1", hidden: true });
  const shade = h("div", { class: "shade", hidden: true }, node);
  let before = null;
  let onClose = () => {};
  pane.append(shade);
  shade.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  });
  shade.addEventListener("pointerdown", (event) => { if (event.target === shade) onClose(); });

  const rest = (on) => {
    for (const one of pane.children) if (one !== shade) one.inert = on;
  };

  const spotOf = () => {
    const active = node.contains(document.activeElement) ? document.activeElement : null;
    if (!active) return null;
    if (active === node) return {}; // nothing was chosen yet: the first field that comes gets the focus
    const text = typeof active.selectionStart === "number" && active.type !== "number";
    return { spot: active.dataset.spot, from: text ? active.selectionStart : null, to: text ? active.selectionEnd : null };
  };

  const refocus = (spot) => {
    const again = spot?.spot && [...node.querySelectorAll("[data-spot]")].find((one) => one.dataset.spot === spot.spot);
    // Never a button by itself: the next key of somebody who begins to type would press it.
    const first = node.querySelector("[data-first]") || node.querySelector("textarea, input, select") || node;
    (again || first)?.focus({ preventScroll: true });
    if (again && spot.from !== null && again.setSelectionRange) again.setSelectionRange(spot.from, spot.to);
  };

  return {
    node,
    /** Shows `content`; when it is already open, focus and caret stay where they were. */
    show(content, titleId, close) {
      const opening = shade.hidden;
      const spot = spotOf();
      if (opening) before = document.activeElement;
      const scroll = node.querySelector(".s-view-body, .d-modal-body")?.scrollTop || 0;
      onClose = close;
      node.replaceChildren(content);
      node.setAttribute("aria-labelledby", titleId);
      shade.hidden = node.hidden = false;
      rest(true);
      const body = node.querySelector(".s-view-body, .d-modal-body");
      if (body && !opening) body.scrollTop = scroll;
      // A modal that opens for a person in another pane must not steal the caret from where they type.
      if (spot || (opening && (pane.contains(before) || before === document.body))) refocus(spot);
    },
    hide() {
      if (shade.hidden) return;
      const inside = shade.contains(document.activeElement) || document.activeElement === document.body;
      shade.hidden = node.hidden = true;
      node.replaceChildren();
      rest(false);
      if (inside && before?.isConnected) before.focus({ preventScroll: true });
    },
  };
}

/** Asks yes or no inside a pane; answers a promise of true or false. */
export function ask(pane, className, { title, text, yes, no, danger }) {
  return new Promise((resolve) => {
    const box = dialog(pane, className);
    const end = (answer) => { box.hide(); box.node.parentNode.remove(); resolve(answer); };
    box.show(h("form", { class: "ask", onsubmit: (event) => { event.preventDefault(); end(true); } },
      h("h2", { id: "ask-title" }, title), h("div", { class: "ask-text" }, text),
      h("div", { class: "ask-foot" },
        h("button", { type: "button", class: "s-button", onclick: () => end(false) }, no),
        h("button", { type: "submit", data: { first: "" }, class: `s-button ${danger ? "s-danger-fill" : "s-primary"}` }, yes))),
    "ask-title", () => end(false));
  });
}
