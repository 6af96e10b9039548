// What both chat panes share: who you are, the channels, the scrolling list, the composer, the notice.

import { h, icon } from "./dom.js";

/** A labelled selector of who the visitor is in this chat. */
export function identity(people, chosen, onChoose, id) {
  const select = h("select", { id, class: "who-select", onchange: (event) => onChoose(event.currentTarget.value) },
    people.map((one) => h("option", { value: one.id, selected: one.id === chosen }, one.note ? `${one.name}, ${one.note}` : one.name)));
  return h("div", { class: "who" }, h("label", { for: id }, "You are"), select);
}

/** The list of channels; `unread` is a set of ids. */
export function channelList(channels, current, unread, onChoose) {
  return channels.map((one) => h("button", {
    type: "button", class: `channel${one.id === current ? " channel-on" : ""}${unread.has(one.id) ? " channel-unread" : ""}`,
    "aria-current": one.id === current ? "true" : null, data: { spot: one.id },
    onclick: () => onChoose(one.id),
  }, icon("hash"), h("span", {}, one.name), unread.has(one.id) && h("span", { class: "channel-dot" }, h("span", { class: "visually-hidden" }, "new messages"))));
}

const NEAR = 80; // px from the end that still count as reading the newest message

/** Keeps a list at its end while the reader is there, whatever its size becomes (a tab shown, a pane resized). */
export function stickToEnd(list) {
  let atEnd = true;
  const down = () => { if (atEnd) list.scrollTop = list.scrollHeight; };
  list.addEventListener("scroll", () => {
    if (list.clientHeight) atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  });
  new ResizeObserver(down).observe(list);
  new MutationObserver(down).observe(list, { childList: true, subtree: true });
  return (end = true) => { atEnd = end; down(); };
}

/** Words of the page itself, not of the chat: what the visitor waits for while a channel is still empty. */
export function emptyNote() {
  const node = h("p", { class: "page-note" }, "Mutuals is reading the brand’s last weeks on X. Its first alerts come here within seconds.");
  return { node, fits(messages) { node.hidden = messages > 0; } };
}

/** A sentence at the foot of a chat: what went wrong, for a few seconds. */
export function notice() {
  const node = h("p", { class: "notice", role: "alert", hidden: true });
  let timer = null;
  return {
    node,
    say(text) {
      clearTimeout(timer);
      node.textContent = text;
      node.hidden = !text;
      timer = setTimeout(() => { node.hidden = true; }, 9000);
    },
  };
}

/** Marks a control as working while `work` runs, so that nobody presses twice. */
export async function busy(control, work) {
  control?.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    control?.removeAttribute("aria-busy");
  }
}

/** The message box; while a slash command is typed, the commands that fit are offered. */
export class Composer {
  constructor({ id, placeholder, hints, onCommand, onOther }) {
    this.hints = hints; // () => [{text, about}]
    this.onCommand = onCommand;
    this.onOther = onOther;
    this.at = -1;
    this.list = h("div", { class: "suggest", role: "listbox", id: `${id}-list`, "aria-label": "Commands", hidden: true });
    this.input = h("input", {
      id, class: "composer-input", type: "text", placeholder, "aria-label": placeholder, autocomplete: "off", role: "combobox",
      "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list", maxlength: "300", spellcheck: "false",
      oninput: () => this.suggest(), onkeydown: (event) => this.key(event), onfocus: () => this.suggest(), onblur: () => setTimeout(() => this.hide(), 150),
    });
    this.slashButton = h("button", { type: "button", class: "icon-button composer-slash", "aria-label": "Show the slash commands", onclick: () => { this.input.value ||= "/"; this.input.focus(); this.suggest(); } }, "/");
    this.node = h("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.list, this.slashButton, this.input,
      h("button", { type: "submit", class: "icon-button composer-send", "aria-label": "Send" }, icon("send")));
  }

  suggest() {
    const typed = this.input.value.trimStart().toLowerCase();
    const fits = typed.startsWith("/") ? this.hints().filter((one) => one.text.toLowerCase().startsWith(typed)) : [];
    this.at = -1;
    this.list.replaceChildren(...fits.map((one, place) => h("div", {
      class: "suggest-row", role: "option", id: `${this.list.id}-${place}`, "aria-selected": "false",
      onpointerdown: (event) => { event.preventDefault(); this.take(one.text); },
    }, h("strong", {}, one.text), h("span", {}, one.about))));
    this.open(fits.length > 0 && !(fits.length === 1 && fits[0].text.toLowerCase() === typed));
  }

  open(on) {
    this.list.hidden = !on;
    this.input.setAttribute("aria-expanded", String(on));
    if (!on) this.input.removeAttribute("aria-activedescendant");
  }

  hide() { this.open(false); }

  take(text) {
    this.input.value = text;
    this.input.focus();
    this.hide();
  }

  move(step) {
    const rows = [...this.list.children];
    this.at = (this.at + step + rows.length) % rows.length;
    rows.forEach((row, place) => row.setAttribute("aria-selected", String(place === this.at)));
    this.input.setAttribute("aria-activedescendant", rows[this.at].id);
    rows[this.at].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (this.list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : this.at < 0 ? 0 : -1);
    } else if (event.key === "Tab" || (event.key === "Enter" && this.at >= 0)) {
      const row = this.list.children[Math.max(this.at, 0)];
      event.preventDefault();
      this.take(row.querySelector("strong").textContent);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.hide();
    }
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    this.hide();
    this.input.value = "";
    await busy(this.node, () => (text.startsWith("/") ? this.onCommand(text) : this.onOther(text)));
  }
}
