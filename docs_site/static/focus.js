// What scrolls sideways can be reached by the keyboard: the theme sees to it once, at the size that the page has when it comes.
(() => {
  const follow = (part) => {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver((changed) => changed.forEach((one) => follow(one.target)));
  window.addEventListener("load", () =>
    document.querySelectorAll(".pst-scrollable-table-container, .highlight pre").forEach((part) => sizes.observe(part)));
})();
