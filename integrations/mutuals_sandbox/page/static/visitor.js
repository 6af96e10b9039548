// The box in which a visitor writes to the brand as an invented customer, and what Mutuals makes of it.

import { announce, h, icon } from "./dom.js";
import { send } from "./net.js";

const THINKING_PAUSE = 350; // ms after the last key before the rules are asked
const ASK_AGAIN = 700; // ms between two questions to the server
const GIVE_UP = 30000; // ms after which the service should have read the post
const IDEAS = [
  ["A complaint", "my order is two weeks late and support never answers. I want my money back!"],
  ["A question", "do you ship to Norway, and what does it cost?"],
  ["Praise", "best purchase I made all year, thank you so much!"],
  ["Asks for a follow", "could you follow me so I can send you my order number in a message?"],
];

const CLASSES = {
  complaint: "A complaint", question: "A question", concern: "A concern", praise: "Praise", urgent: "Urgent",
  wants_follow: "Wants a follow", "wants-a-follow": "Wants a follow", spam: "Spam", none: "Nothing to answer",
  other: "Nothing to answer",
};
const READ_AS = {
  "A complaint": "a complaint", "A question": "a question", "A concern": "a concern", Praise: "praise",
  "Wants a follow": "a wish to be followed", "Nothing to answer": "a remark that needs no answer",
};

export class VisitorBox {
  constructor(config) {
    this.config = config;
    this.watching = null;
    this.who = h("select", { id: "post-as", class: "who-select", onchange: () => this.choose() },
      config.people.customers.map((one) => h("option", { value: one.id }, `${one.name} (@${one.handle})${one.note ? `, ${one.note}` : ""}`)),
      h("option", { value: "" }, "Somebody new…"));
    this.newName = h("input", { id: "post-name", class: "box-name", type: "text", maxlength: "50", placeholder: "Their name", "aria-label": "Name of the new customer", autocomplete: "off" });
    this.text = h("textarea", {
      id: "post-text", class: "box-text", rows: "2", maxlength: String(config.limit), placeholder: "Complain, ask, or praise…",
      oninput: () => this.think(),
      onkeydown: (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.post(event); },
    });
    this.error = h("p", { class: "box-error", role: "alert" });
    this.said = h("div", { class: "said", "aria-live": "polite" });
    this.outcome = h("div", { class: "outcome", role: "status" });
    this.node = this.draw();
    this.choose();
  }

  draw() {
    return h("form", { class: "box", "aria-label": "Write a post to the brand", onsubmit: (event) => this.post(event) },
      h("label", { class: "box-title", for: "post-text" }, "Write a post to ", h("strong", {}, `@${this.config.brand.handle}`)),
      h("div", { class: "box-who" }, h("label", { for: "post-as" }, "as"), this.who, this.newName),
      this.text,
      h("div", { class: "box-foot" },
        h("span", { class: "box-ideas" }, IDEAS.map(([label, text], place) => h("button", {
          type: "button", class: "idea", onclick: () => this.take(text, place),
        }, label))),
        h("button", { type: "submit", class: "x-post-button" }, "Post")),
      this.error, this.outcome, this.said);
  }

  /** An idea, by a customer of its own: else all would be one person's, and join one alert. */
  take(text, place) {
    const { customers } = this.config.people;
    this.who.value = customers[place % customers.length].id;
    this.choose();
    this.text.value = text;
    this.text.focus();
    this.think();
  }

  choose() {
    this.newName.hidden = this.who.value !== "";
  }

  think() {
    clearTimeout(this.timer);
    this.error.textContent = "";
    if (!this.config.explains) return;
    this.timer = setTimeout(async () => {
      const text = this.text.value.trim();
      const answer = text ? await send("/explain", { text }) : {};
      if (text === this.text.value.trim()) this.explain(answer.explanation);
    }, THINKING_PAUSE);
  }

  explain(explanation) {
    this.said.replaceChildren(...(explanation ? [drawExplanation(explanation)] : []));
  }

  async post(event) {
    event.preventDefault();
    const answer = await send("/x/post", { author: this.who.value || null, name: this.newName.value, text: this.text.value });
    this.error.textContent = answer.error || "";
    if (answer.error) return;
    clearTimeout(this.timer);
    this.text.value = "";
    this.explain(answer.explanation);
    this.watch(answer);
  }

  /** Asks what the service made of the post, and waits for the alert that tells of it. */
  watch({ post, text, handle, explanation }) {
    const watched = { post, text, handle, explained: explanation, made: null, slack: null, discord: null, late: false };
    this.watching = watched;
    this.drawOutcome();
    const ends = Date.now() + GIVE_UP;
    const ask = async () => {
      if (this.watching !== watched) return;
      const { outcome } = await send("/x/outcome", { post });
      if (outcome === null) return; // nobody can tell: the alert itself will
      if (outcome?.seen) Object.assign(watched, { made: outcome });
      else if (Date.now() > ends) watched.late = true;
      if (this.watching !== watched) return;
      if (watched.made || watched.late) {
        // From now on the service tells what it did; what is typed meanwhile keeps its own explanation.
        if (!this.text.value.trim()) this.explain(watched.explained && { ...watched.explained, plan: null });
        this.drawOutcome();
        announce(this.outcome.textContent);
      } else setTimeout(ask, ASK_AGAIN);
    };
    setTimeout(ask, ASK_AGAIN);
  }

  /** Whether a chat message tells of the watched post: it names its id, or quotes it. */
  fits(message) {
    if (!this.watching) return false;
    const json = JSON.stringify(message);
    if (json.includes(this.watching.post)) return true;
    const start = this.watching.text.replace(/^(@\w+\s*)+/, "").slice(0, 40);
    return json.includes(`@${this.watching.handle}`) && start.length > 8 && json.includes(JSON.stringify(start).slice(1, -1));
  }

  /** Notes that the alert stands in a chat; `show` brings it into sight. Answers whether that was news. */
  found(chat, show) {
    if (!this.watching || this.watching[chat]) return false;
    this.watching[chat] = show;
    announce(`Your post became an alert in ${chat === "slack" ? "Slack" : "Discord"}.`);
    this.drawOutcome();
    return true;
  }

  drawOutcome() {
    const { slack, discord, late, made, explained, handle } = this.watching;
    const go = (label, show) => show && h("button", { type: "button", class: "idea", "aria-label": `Show the alert in ${label}`, onclick: show }, label);
    const kind = CLASSES[made?.category || explained?.class];
    const lines = [h("p", {}, `Posted by @${handle}. `, made && kind && h("strong", {}, `Mutuals takes it for ${READ_AS[kind] || kind.toLowerCase()}.`))];
    if (made) lines.push(h("p", {}, made.sentence));
    if (slack || discord) lines.push(h("p", { class: "outcome-yes" }, icon("spark"), "Here it is:"), go("Slack", slack), go("Discord", discord));
    if (late) lines.push(h("p", {}, "Mutuals has not read it yet. It looks at X every few seconds; is the service still running?"));
    if (!made && !late && !slack && !discord) lines.push(h("p", { class: "outcome-wait" }, "Waiting for Mutuals: it looks at X every 3 seconds…"));
    this.outcome.replaceChildren(...lines.filter(Boolean));
  }
}

const percent = (score) => `${Math.round(score * 100)} %`;

function cueText(cue) {
  if (typeof cue === "string") return cue;
  if (Array.isArray(cue)) return cue.join(": ");
  return [cue.cue ?? cue.text ?? cue.name, cue.why ?? cue.meaning].filter(Boolean).join(": ");
}

/** {class, score, cues, why, plan} as a small card; `score` from 0 to 1, half of it is the alert line. */
export function drawExplanation({ class: kind, score, cues, why, plan }) {
  const known = typeof score === "number";
  return h("section", { class: "card", "aria-label": "What the language rules say" },
    h("p", { class: "card-top" }, h("span", { class: "card-label" }, "Mutuals reads"), h("strong", {}, CLASSES[kind] || String(kind ?? "nothing")),
      known && h("span", { class: "card-score" }, percent(score))),
    known && h("div", { class: "bar", role: "img", "aria-label": `Score ${percent(score)}, the alert line is at 50 %` },
      h("span", { class: "bar-fill", vars: { "--score": String(score) } }), h("span", { class: "bar-line" })),
    why && h("p", { class: "card-why" }, String(why)),
    plan && h("p", { class: "card-why" }, plan.sentence),
    cues?.length > 0 && h("ul", { class: "cues", "aria-label": "Because of" }, cues.map((cue) => h("li", {}, cueText(cue)))));
}
