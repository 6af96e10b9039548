// A guided tour of six steps beside the page: it can be skipped and taken again, works by keyboard, and stays where it is
// when somebody presses something beside it.

import { h, icon } from "./dom.js";

const GAP = 14; // px between what is shown and the words about it
const ROUND = 6; // px of the frame around it
const FOLLOW = 250; // ms: messages come and go, so the frame looks for its place again

const visible = (node) => node?.isConnected && node.checkVisibility() && node.getBoundingClientRect().height > 0;
const first = (css) => [...document.querySelectorAll(css)].find(visible) || null;
const pane = (name) => document.getElementById(`pane-${name}`);
// The first alert that still waits, or its pane while there is none.
const message = (name) => first(`.pane-${name} .messages [data-key]:has(.s-primary, .d-primary)`) || pane(name);

export class Tour {
  /** `steps`: [{pane, title, text, target()}]; `showTab(pane)` brings a pane into sight; `onOpen(boolean)`. */
  constructor(steps, { showTab, onOpen }) {
    Object.assign(this, { steps, showTab, onOpen, at: null });
    this.title = h("h2", { id: "tour-title", tabindex: "-1" });
    this.text = h("p", { id: "tour-text" });
    this.count = h("p", { class: "tour-count" });
    this.back = h("button", { type: "button", class: "tour-button", onclick: () => this.go(this.at - 1) }, "Back");
    this.next = h("button", { type: "button", class: "tour-button tour-next", onclick: () => this.go(this.at + 1) });
    this.card = h("div", {
      class: "tour-card", role: "dialog", "aria-labelledby": "tour-title", "aria-describedby": "tour-text", hidden: true,
      onkeydown: (event) => this.key(event),
    },
    h("div", { class: "tour-top" }, this.count,
      h("button", { type: "button", class: "icon-button", "aria-label": "End the tour", onclick: () => this.end() }, icon("close"))),
    this.title, this.text,
    h("div", { class: "tour-foot" },
      h("button", { type: "button", class: "tour-skip", onclick: () => this.end() }, "Skip the tour"), this.back, this.next));
    this.frame = h("div", { class: "tour-frame", "aria-hidden": "true", hidden: true });
    document.body.append(this.frame, this.card);
    addEventListener("resize", () => this.place());
    document.addEventListener("scroll", () => this.place(), { capture: true, passive: true });
  }

  /** Begins at the first step; `from` gets the focus back at the end. */
  start(from = null) {
    this.from = from;
    const opening = this.at === null;
    this.go(0);
    if (opening) this.onOpen(true);
    this.timer ||= setInterval(() => this.place(), FOLLOW);
  }

  go(at) {
    if (at >= this.steps.length) {
      this.end();
      return;
    }
    this.at = Math.max(at, 0);
    const step = this.steps[this.at];
    if (step.pane) this.showTab(step.pane);
    this.count.textContent = `Step ${this.at + 1} of ${this.steps.length}`;
    this.title.textContent = step.title;
    this.text.textContent = step.text;
    this.back.hidden = this.at === 0;
    this.next.textContent = this.at === this.steps.length - 1 ? "Done" : "Next";
    this.card.hidden = false;
    step.target()?.scrollIntoView({ block: "nearest" });
    this.place();
    this.title.focus({ preventScroll: true });
  }

  end() {
    if (this.at === null) return;
    const inside = this.card.contains(document.activeElement) || document.activeElement === document.body;
    this.at = null;
    clearInterval(this.timer);
    this.timer = null;
    this.card.hidden = this.frame.hidden = true;
    localStorage.setItem("tour", "seen");
    if (inside) this.from?.focus({ preventScroll: true });
    this.onOpen(false);
  }

  key(event) {
    if (event.key === "Escape") this.end();
    else if (event.key === "ArrowRight" && this.at < this.steps.length - 1) this.go(this.at + 1);
    else if (event.key === "ArrowLeft") this.go(this.at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // The frame around what is spoken of, and the card at the side of it that has room.
  place() {
    if (this.at === null) return;
    const target = this.steps[this.at].target();
    this.frame.hidden = !target;
    const spot = target ? target.getBoundingClientRect() : new DOMRect(0, 0, innerWidth, 0);
    const place = { left: Math.max(spot.left - ROUND, 2), top: Math.max(spot.top - ROUND, 2) };
    const size = { width: Math.min(spot.right + ROUND, innerWidth - 2) - place.left, height: Math.min(spot.bottom + ROUND, innerHeight - 2) - place.top };
    for (const [key, value] of Object.entries({ ...place, ...size })) this.frame.style[key] = `${value}px`;
    const { left, top } = this.beside(spot);
    this.card.style.left = `${left}px`;
    this.card.style.top = `${top}px`;
  }

  beside(spot) {
    const { offsetWidth: width, offsetHeight: height } = this.card;
    const within = (value, most) => Math.max(10, Math.min(value, most - 10));
    const left = within(spot.left, innerWidth - width);
    const top = within(spot.top, innerHeight - height);
    if (spot.right + GAP + width < innerWidth) return { left: spot.right + GAP, top };
    if (spot.left - GAP - width > 0) return { left: spot.left - GAP - width, top };
    if (spot.bottom + GAP + height < innerHeight) return { left, top: spot.bottom + GAP };
    if (spot.top - GAP - height > 0) return { left, top: spot.top - GAP - height };
    return { left, top: within(innerHeight, innerHeight - height) };
  }
}

/** The six steps, in the words of whoever never heard of Mutuals. */
export const steps = ({ name, handle }) => [
  {
    title: "One team, three windows",
    text: `You look over the shoulder of ${name}, an invented maker of rain jackets. X shows what people write to @${handle}; `
      + "Slack and Discord are where its team works, and where Mutuals speaks up. The story waits until you end this tour.",
    target: () => document.getElementById("top"),
  },
  {
    pane: "x", title: "People write on X",
    text: "Mutuals reads every post to the brand. Most need nobody. It looks for complaints, for questions and for fans, and "
      + "stays silent about the rest.",
    target: () => pane("x"),
  },
  {
    pane: "slack", title: "This is an alert",
    text: "The first line says what it is, who wrote and by when an answer is due; 🚨 stands before what is urgent or overdue. Below stand "
      + "their words and why your team is told.",
    target: () => message("slack"),
  },
  {
    pane: "slack", title: "One press does it",
    text: "Press Reply: a form opens with the post above it. What you send appears on X as the brand, once, and the alert says who did it. "
      + "Nothing is ever sent without a person’s press. Try it now, the tour stays here.",
    target: () => message("slack").querySelector(".s-actions") || message("slack"),
  },
  {
    pane: "discord", title: "Slack and Discord stay in step",
    text: "The same alert stands in both. Whoever acts first has done it for all: the other chat shows it a moment later, so nobody "
      + "answers twice. Most teams use only one of the two.",
    target: () => message("discord"),
  },
  {
    pane: "x", title: "Now write a post yourself",
    text: "Choose A complaint, A question or Praise and press Post. You read at once what Mutuals made of it and why. "
      + "A complaint becomes an alert within seconds.",
    target: () => first(".pane-x .box"),
  },
];
