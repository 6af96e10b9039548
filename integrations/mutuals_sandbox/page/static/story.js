// Pauses the story that goes on by itself, by button and by Alt+P, and says so.

import { announce, h, icon } from "./dom.js";
import { send } from "./net.js";

const PAUSED = "The story is paused: nobody writes by themselves until you go on. Everything else works.";
const GOES_ON = "The story goes on: somebody writes to the brand every few seconds.";

/** The switch of the story. `set({paused})` is called with what the server says. */
export function storySwitch(button) {
  let paused = null;
  const toggle = () => send("/story", { on: !paused, who: "visitor" });
  button.addEventListener("click", toggle);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyP") return;
    event.preventDefault(); // Alt+P writes a letter on some keyboards
    toggle();
  });
  return {
    set(state) {
      if (state.paused === paused) return;
      const news = paused !== null;
      paused = state.paused;
      button.hidden = false;
      button.dataset.paused = String(paused);
      button.title = paused ? PAUSED : "Stop new posts for a while (Alt+P)";
      button.replaceChildren(icon(paused ? "play" : "pause"), ...(paused ? [h("span", { class: "on-wide" }, "Paused: go on"), h("span", { class: "on-phone" }, "Go on")] : ["Pause"]));
      if (news) announce(paused ? PAUSED : GOES_ON);
    },
    /** The tour holds the story while it is open. */
    hold: (on) => send("/story", { on, who: "tour" }),
  };
}
