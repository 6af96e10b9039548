// The sandbox's own X pages in a small window over the page, so that the visitor stays here.

import { h, icon } from "./dom.js";

/** Opens links to `origin` in a window over the page; Ctrl, Shift or the middle button still give a new tab. */
export function watchLinks(origin) {
  const frame = h("iframe", { class: "overlay-frame", title: "X, a page of the sandbox" });
  const out = h("a", { class: "overlay-out", target: "_blank", rel: "noopener noreferrer" }, "Open in a new tab");
  const path = h("span", { class: "overlay-path" });
  const box = h("dialog", { class: "overlay", "aria-label": "X, a page of the sandbox" },
    h("header", { class: "overlay-top" }, icon("lock"), h("span", { class: "overlay-host" }, "x.com (sandbox)"), path, out,
      h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => box.close() }, icon("close"))),
    frame);
  document.body.append(box);
  box.addEventListener("close", () => { frame.src = "about:blank"; });
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });

  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest("a[target=_blank]") : null;
    if (!anchor || box.contains(anchor) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const url = new URL(anchor.href);
    if (url.origin !== origin) return;
    event.preventDefault();
    frame.src = url.href;
    out.href = url.href;
    path.textContent = url.pathname + url.search;
    box.showModal();
  });
}
