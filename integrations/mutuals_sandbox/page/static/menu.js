// A button with a menu, by the keyboard too: arrows, Home, End, Escape.

import { h, link } from "./dom.js";

let open = null;

function close(focusButton) {
  if (!open) return;
  const { button, list } = open;
  open = null;
  button.setAttribute("aria-expanded", "false");
  list.remove();
  if (focusButton && button.isConnected) button.focus();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.list.contains(event.target) && !open.button.contains(event.target)) close(false);
});

function keys(event, list) {
  const items = [...list.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.stopPropagation();
    close(true);
  }
}

function row(entry, button) {
  const inside = [h("span", {}, entry.label), entry.note && h("small", {}, entry.note)];
  const attrs = {
    role: "menuitem", class: "menu-item", tabindex: "-1",
    onclick: () => { close(true); entry.pick(button); },
  };
  return entry.url ? link(entry.url, inside, attrs) : h("button", { type: "button", ...attrs }, inside);
}

/** `entries`: [{label, note, url, pick(control)}]. */
export function menu({ className, label, face, entries, spot }) {
  const button = h("button", {
    type: "button", class: className, "aria-label": label, "aria-haspopup": "menu", "aria-expanded": "false",
    data: { spot },
  }, face);
  const wrap = h("span", { class: "menu-wrap" }, button);
  const show = () => {
    const list = h("div", { class: "menu", role: "menu", "aria-label": label }, entries.map((one) => row(one, button)));
    list.addEventListener("keydown", (event) => keys(event, list));
    list.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !list.contains(event.relatedTarget) && event.relatedTarget !== button) close(false);
    });
    wrap.append(list);
    open = { button, list };
    button.setAttribute("aria-expanded", "true");
    place(list, wrap);
    list.querySelector("[role=menuitem]")?.focus({ preventScroll: true });
    list.scrollIntoView({ block: "nearest" });
  };
  button.addEventListener("click", () => {
    const mine = open && open.button === button;
    close(false);
    if (!mine) show();
  });
  return wrap;
}

// Opens towards the side that has room inside the pane.
function place(list, wrap) {
  const pane = wrap.closest(".pane")?.getBoundingClientRect() || document.body.getBoundingClientRect();
  const at = wrap.getBoundingClientRect();
  if (at.left + list.offsetWidth > pane.right - 8) list.classList.add("menu-left");
  if (at.bottom + list.offsetHeight > pane.bottom - 8) list.classList.add("menu-up");
}
