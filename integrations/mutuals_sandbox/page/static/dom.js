// Builds the page from text nodes and elements only. No string is ever parsed as HTML.

import { face } from "./pictures.js";

const SVG = "http://www.w3.org/2000/svg";

// Own drawings on a 24 x 24 grid, stroked.
const ICONS = {
  reply: "M20 4H4v12h5v4l6-4h5z",
  follow: "M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 20c0-4 3-6 7-6s7 2 7 6M19 8v6M16 11h6",
  check: "M5 13l4 4L19 7",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-8-6 16-3-7z",
  hash: "M9 4L7 20M17 4l-2 16M4 9h16M3 15h16",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.5 1.5M17.500 17.500L19 19M19 5l-1.500 1.500M6.500 17.500L5 19",
  moon: "M20 14A8 8 0 1 1 10 4a6 6 0 0 0 10 10z",
  repost: "M4 9l4-4 4 4M8 5v10a2 2 0 0 0 2 2h3M20 15l-4 4-4-4M16 19V9a2 2 0 0 0-2-2h-3",
  out: "M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6",
  pause: "M8 5v14M16 5v14",
  play: "M7 4l13 8-13 8z",
  map: "M9 4L3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14",
  spark: "M12 3l2 6 6 2-6 2-2 6-2-6-6-2 6-2z",
};

const set = (node, name, value) => {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "vars") for (const [key, one] of Object.entries(value)) node.style.setProperty(key, one);
  else if (name === "value") node.value = value;
  else if (name === "checked" || name === "selected") node[name] = Boolean(value);
  else if (name === "href" || name === "src") node.setAttribute(name, safeUrl(value) || "#");
  else node.setAttribute(name, value === true ? "" : String(value));
};

/** An element: attributes, `on…` listeners, `data`, CSS custom properties in `vars`; strings become text nodes. */
export function h(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs || {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  path.setAttribute("d", ICONS[name] || "");
  svg.append(path);
  return svg;
}

/** The address if it is plain http(s), else null: javascript:, data: and the like never become links. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url, location.origin);
    return ["http:", "https:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link that opens in a new tab; plain text when its address is not http(s). */
export function link(url, label, attrs = {}) {
  const href = safeUrl(url);
  if (!href) return h("span", {}, label);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer", ...attrs }, label);
}

/** Whose a picture is, from its address: the id that stands in it, so that one person looks the same everywhere. */
export const owner = (address) => /\d{6,}/.exec(String(address))?.[0] || address;

/** The picture of a person, of the brand, or of the app; words beside it say whose it is. */
export function avatar(id, className = "", draw = face) {
  return h("span", { class: `avatar ${className}`, "aria-hidden": "true" }, draw(id));
}

/** Keeps `parent`'s children in step with `items`; what did not change keeps its element, its focus, its menus. */
export function reconcile(parent, items, keyOf, build, onChange = () => {}) {
  const had = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const focus = focusKey(parent);
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const signature = JSON.stringify(item);
    const old = had.get(key);
    had.delete(key);
    let node = old;
    if (!old || old.signature !== signature) {
      node = build(item);
      node.dataset.key = key;
      node.signature = signature;
      if (place === old && old) place = old.nextElementSibling;
      if (old) old.replaceWith(node);
      onChange(node, item, Boolean(old));
    } else if (place === old) {
      place = old.nextElementSibling;
      continue;
    }
    if (node.nextElementSibling !== place || node.parentNode !== parent) parent.insertBefore(node, place);
  }
  for (const gone of had.values()) gone.remove();
  restoreFocus(parent, focus);
}

function focusKey(parent) {
  const active = document.activeElement;
  if (!active || active === parent || !parent.contains(active)) return null;
  const row = [...parent.children].find((child) => child.contains(active));
  return { row: row && row.dataset.key, spot: active.dataset.spot };
}

function restoreFocus(parent, focus) {
  if (!focus || parent.contains(document.activeElement)) return;
  const row = [...parent.children].find((child) => child.dataset.key === focus.row);
  if (!row) return;
  const spot = [...row.querySelectorAll("[data-spot]")].find((one) => one.dataset.spot === focus.spot);
  row.tabIndex = -1;
  (spot || row).focus({ preventScroll: true });
}

/** Says something to people who use a screen reader. */
export function announce(text) {
  const place = document.getElementById("announce");
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 60);
}
