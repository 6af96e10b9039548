// The Discord pane.

import { Composer, busy, channelList, identity, emptyNote, stickToEnd, notice } from "./chat.js";
import { components, embed } from "./discord_components.js";
import { markdown, roleOf } from "./discord_markdown.js";
import { DiscordModal } from "./discord_modal.js";
import { avatar, h, icon, reconcile } from "./dom.js";
import { appPicture } from "./pictures.js";
import { send } from "./net.js";
import { liveTime, stamp } from "./time.js";

const EPHEMERAL = 1 << 6;
const NUMBER_KINDS = { 4: Number, 10: Number, 5: (text) => text === "true" || text === "yes" };

/** Every command and subcommand as one typed line. */
export function commandLines(commands) {
  return (commands || []).filter((one) => (one.type ?? 1) === 1).flatMap((command) => {
    const subs = (command.options || []).filter((option) => option.type === 1);
    if (!subs.length) return [{ text: `/${command.name}`, about: command.description }];
    return subs.map((sub) => ({ text: `/${command.name} ${sub.name}`, about: sub.description }));
  });
}

/** "/name sub key:value other words" -> {name, subcommand, options}; words without a key fill options in order. */
export function parseCommand(text, commands) {
  const [name, ...rest] = text.slice(1).split(/\s+/).filter(Boolean);
  const command = (commands || []).find((one) => one.name === name);
  const sub = (command?.options || []).find((option) => option.type === 1 && option.name === rest[0]);
  const known = ((sub || command)?.options || []).filter((option) => option.type > 2);
  const options = {};
  for (const word of sub ? rest.slice(1) : rest) {
    const [, key, value] = /^(?:(\w[\w-]*):)?(.*)$/.exec(word);
    const option = known.find((one) => one.name === key) || known.find((one) => !(one.name in options));
    const raw = option && option.name !== key && key ? word : value;
    if (option) options[option.name] = NUMBER_KINDS[option.type] ? NUMBER_KINDS[option.type](raw) : raw;
  }
  return { name, subcommand: sub ? sub.name : null, options };
}

export class DiscordPane {
  constructor(root, { people, me, onMe, onNew }) {
    Object.assign(this, { root, me, onNew, unread: new Set(), seen: new Set(), current: null, first: true });
    this.name = h("h2", { class: "pane-title" }, "Discord");
    this.site = h("span", { class: "workspace", "aria-hidden": "true" }, "D");
    this.nav = h("nav", { class: "channels", "aria-label": "Discord channels" });
    this.title = h("div", { class: "channel-title" });
    this.list = h("div", { class: "messages", role: "log", "aria-live": "off", "aria-label": "Discord messages", tabindex: "0" });
    this.toEnd = stickToEnd(this.list);
    this.notice = notice();
    this.empty = emptyNote();
    this.composer = new Composer({
      id: "discord-composer", placeholder: "Type / for the commands",
      hints: () => commandLines(this.snapshot?.commands),
      onCommand: (text) => this.slash(text),
      onOther: (text) => this.call("say", { channel: this.current, text }),
    });
    root.append(
      h("header", { class: "pane-top" }, this.site, this.name, identity(people, me, onMe, "discord-who")),
      h("div", { class: "pane-body" }, this.nav,
        h("div", { class: "conversation" }, this.title, this.empty.node, this.list, this.notice.node, this.composer.node)));
    this.modal = new DiscordModal(root, {
      submit: (values) => this.call("submit", { values }, true),
      close: () => this.call("close", {}),
    });
  }

  async call(path, body, quiet = false) {
    const answer = await send(`/discord/${path}`, { user: this.me, ...body });
    if (answer.error && !quiet) this.notice.say(answer.error);
    return answer;
  }

  context(message) {
    const { members, roles, channels } = this.snapshot;
    return {
      members: members || {}, roles: roles || {}, channels, me: this.me,
      press: (customId, values, control) => busy(control, () => this.call("press", { message: message.id, custom_id: customId, values })),
    };
  }

  /** The visitor is somebody else from now on: everything is drawn anew with the next snapshot. */
  become(id) {
    this.me = id;
    this.first = true;
    this.unread.clear();
    this.list.replaceChildren();
    this.toEnd();
  }

  update(snapshot) {
    if (snapshot.me !== this.me) return; // late, still for the person before
    this.snapshot = snapshot;
    this.current = snapshot.channels.some((one) => one.id === this.current) ? this.current : snapshot.channels[0]?.id;
    const guild = typeof snapshot.guild === "string" ? snapshot.guild : snapshot.guild?.name || "Discord";
    this.name.replaceChildren("Discord", h("span", { class: "pane-site" }, `server of ${guild}`));
    this.noteNew();
    this.draw();
    this.modal.show(snapshot.modal, this.context({}));
    this.first = false;
  }

  noteNew() {
    for (const channel of this.snapshot.channels) {
      for (const message of channel.messages) {
        if (!this.seen.has(message.id) && !this.first && channel.id !== this.current) this.unread.add(channel.id);
        this.seen.add(message.id);
      }
    }
  }

  draw() {
    const channel = this.snapshot.channels.find((one) => one.id === this.current);
    this.nav.replaceChildren(...channelList(this.snapshot.channels, this.current, this.unread, (id) => this.go(id)));
    if (!channel) return;
    this.title.replaceChildren(icon("hash"), h("span", {}, channel.name));
    this.empty.fits(channel.messages.length);
    reconcile(
      this.list, channel.messages, (one) => one.id,
      (one) => this.message(one, channel), (node, one, redrawn) => this.appeared(node, one, channel, redrawn));
  }

  appeared(node, message, channel, redrawn) {
    if (!this.first && !this.switching) node.classList.add(redrawn ? "redrawn" : "fresh");
    this.onNew(message, channel, node, redrawn || this.first || this.switching);
  }

  go(id) {
    this.current = id;
    this.unread.delete(id);
    this.switching = true;
    this.list.replaceChildren();
    this.draw();
    this.toEnd();
    this.switching = false;
  }

  find(fits) {
    for (const channel of this.snapshot?.channels || []) {
      const message = channel.messages.find((one) => !one.ephemeral && fits(one));
      if (message) return { channel, message };
    }
    return null;
  }

  reveal({ channel, message }) {
    if (channel.id !== this.current) this.go(channel.id);
    this.toEnd(false);
    return [...this.list.children].find((one) => one.dataset.key === message.id) || null;
  }

  message(message, channel) {
    const context = this.context(message);
    const hidden = message.ephemeral || (message.flags & EPHEMERAL) !== 0;
    const name = message.author?.global_name || message.author?.username || "Mutuals";
    const edited = message.edited_timestamp && h("span", { class: "d-edited" }, "(edited)");
    return h("article", { class: `d-message${hidden ? " d-ephemeral" : ""}${this.pings(message) ? " d-pinged" : ""}` },
      this.answered(message, channel),
      message.author?.bot ? avatar("app", "", appPicture) : avatar(message.author?.id || name),
      h("div", { class: "d-body" },
        h("p", { class: "d-head" }, h("strong", {}, name), message.author?.bot && h("span", { class: "d-app" }, "APP"),
          liveTime(new Date(message.timestamp), stamp, "d-when"), edited),
        message.deferred ? h("p", { class: "d-thinking" }, `${name} is thinking…`) : this.content(message, context),
        hidden && h("p", { class: "d-private" }, icon("eye"), "Only you can see this. ",
          h("button", { type: "button", class: "d-dismiss", onclick: () => this.call("dismiss", { message: message.id }) }, "Dismiss message"))));
  }

  content(message, context) {
    return h("div", { class: "d-content" },
      message.content && h("div", { class: "d-text" }, markdown(message.content, context)),
      (message.embeds || []).map((one) => embed(one, context)), components(message.components, context));
  }

  // A message that mentions the viewer, or a role of theirs, is marked at its side.
  pings(message) {
    const mine = this.snapshot.members?.[this.me]?.roles || [];
    const roles = (message.mention_roles || []).some((id) => mine.includes(id) || mine.includes(roleOf(this.snapshot, id)?.name));
    return roles || (message.mentions || []).some((one) => one.id === this.me);
  }

  answered(message, channel) {
    const id = message.message_reference?.message_id;
    if (!id) return null;
    const target = message.referenced_message || channel.messages.find((one) => one.id === id);
    const name = target?.author?.username || "Mutuals";
    return h("p", { class: "d-answered" }, icon("reply"), `answering ${target ? `${name}’s message` : "a message that is gone"}`);
  }

  async slash(text) {
    return this.call("slash", { channel: this.current, ...parseCommand(text, this.snapshot?.commands) });
  }
}
