// The Slack pane.

import { Composer, busy, channelList, identity, emptyNote, stickToEnd, notice } from "./chat.js";
import { ask } from "./dialog.js";
import { avatar, h, icon, reconcile } from "./dom.js";
import { appPicture } from "./pictures.js";
import { send } from "./net.js";
import { attachments, blocks } from "./slack_blocks.js";
import { mrkdwn, plain, textObject } from "./slack_mrkdwn.js";
import { SlackView } from "./slack_view.js";
import { clock, liveTime, stamp } from "./time.js";

const at = (ts) => new Date(Number(ts) * 1000);
const wordCount = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

const HOME = "home"; // the app's Home tab, beside the channels
const FIND = "mutuals_find"; // the app's shortcuts, by the ids in its manifest
const REPLY = "mutuals_reply";

export class SlackPane {
  /** `onNew(message, channel, element, redrawn)` is called for each message that appears or changes. */
  constructor(root, { people, me, commands, onMe, onNew }) {
    Object.assign(this, { root, me, commands, onNew, unread: new Set(), seen: new Set(), current: null, first: true });
    this.name = h("h2", { class: "pane-title" }, "Slack");
    this.site = h("span", { class: "workspace", "aria-hidden": "true" }, "S");
    this.nav = h("nav", { class: "channels", "aria-label": "Slack channels" });
    this.title = h("div", { class: "channel-title" });
    this.list = h("div", { class: "messages", role: "log", "aria-live": "off", "aria-label": "Slack messages", tabindex: "0" });
    this.toEnd = stickToEnd(this.list);
    this.notice = notice();
    this.empty = emptyNote();
    this.composer = new Composer({
      id: "slack-composer", placeholder: "Type / for the commands",
      hints: () => this.commands.map((one) => ({ text: `${one.command} ${one.text}`.trim(), about: one.about })),
      onCommand: (text) => this.slash(text),
      onOther: (text) => this.current !== HOME && this.call("say", { channel: this.current, text }),
    });
    root.append(
      h("header", { class: "pane-top" }, this.site, this.name, identity(people, me, onMe, "slack-who")),
      h("div", { class: "pane-body" }, this.nav,
        h("div", { class: "conversation" }, this.title, this.empty.node, this.list, this.notice.node, this.composer.node)));
    this.view = new SlackView(root, {
      submit: (values) => this.call("submit", { values: flat(values) }),
      close: () => this.call("close", {}),
      act: (one, block, value, control, enter = false) => busy(control, () => this.call("view-action", {
        action_id: one.action_id, block_id: block.block_id, value, enter,
      })),
    });
  }

  async call(path, body) {
    const answer = await send(`/slack/${path}`, { user: this.me, ...body });
    if (answer.error && path !== "submit") this.notice.say(sentence(answer.error));
    return answer;
  }

  context(channel, message) {
    const { users, channels } = this.snapshot;
    return {
      users: users || {}, channels, me: this.me,
      confirm: (object) => ask(this.root, "s-modal s-ask", {
        title: plain(object.title?.text), text: textObject(object.text, this.context()), yes: plain(object.confirm?.text || "Yes"),
        no: plain(object.deny?.text || "Cancel"), danger: object.style === "danger",
      }),
      act: (one, block, value, control) => busy(control, () => this.call("press", {
        channel, ts: message.ts, action_id: one.action_id, block_id: block.block_id ?? null, selected_value: value,
      })),
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
    const known = this.current === HOME || snapshot.channels.some((one) => one.id === this.current);
    this.current = known ? this.current : snapshot.channels[0]?.id;
    const team = typeof snapshot.team === "string" ? snapshot.team : snapshot.team?.name || "Slack";
    this.name.replaceChildren("Slack", h("span", { class: "pane-site" }, `workspace of ${team}`));
    this.noteNew();
    this.draw();
    this.view.show(snapshot.view, this.context());
    this.first = false;
  }

  noteNew() {
    for (const channel of this.snapshot.channels) {
      for (const message of channel.messages) {
        const key = `${channel.id}/${message.ts}`;
        if (!this.seen.has(key) && !this.first && channel.id !== this.current) this.unread.add(channel.id);
        this.seen.add(key);
      }
    }
  }

  draw() {
    const channel = this.snapshot.channels.find((one) => one.id === this.current);
    this.nav.replaceChildren(
      ...channelList(this.snapshot.channels, this.current, this.unread, (id) => this.go(id)),
      ...channelList([{ id: HOME, name: "Mutuals: Home" }], this.current, this.unread, (id) => this.go(id)),
      h("button", { type: "button", class: "channel", data: { spot: "find" }, onclick: () => this.call("shortcut", { callback_id: FIND }) },
        icon("hash"), h("span", {}, "Find a person")));
    if (this.current === HOME) this.drawHome();
    if (!channel) return;
    this.title.replaceChildren(icon("hash"), h("span", {}, channel.name));
    this.empty.fits(channel.messages.length);
    reconcile(
      this.list, channel.messages.map((one) => ({ ...one, channel: channel.id })), (one) => one.ts,
      (one) => this.message(one, channel), (node, one, redrawn) => this.appeared(node, one, channel, redrawn));
  }

  drawHome() {
    this.empty.fits(1);
    const home = this.snapshot.home;
    const context = { ...this.context(), act: (one, block, value, control) => busy(control, () => this.call("view-action", {
      action_id: one.action_id, block_id: block.block_id, value,
    })) };
    this.title.replaceChildren(icon("hash"), h("span", {}, "Mutuals: Home"));
    reconcile(this.list, home ? [home] : [], () => HOME,
      (one) => h("article", { class: "s-message s-home" }, h("div", { class: "s-body s-content" }, blocks(one.blocks, context))));
  }

  appeared(node, message, channel, redrawn) {
    if (!this.first && !this.switching) {
      node.classList.add(redrawn ? "redrawn" : "fresh");
    }
    this.onNew(message, channel, node, redrawn || this.first || this.switching);
  }

  go(id) {
    this.current = id;
    if (id === HOME) this.call("home", {});
    this.unread.delete(id);
    this.switching = true;
    this.list.replaceChildren();
    this.draw();
    this.toEnd(id !== HOME);
    this.switching = false;
  }

  /** Shows the message for which `fits` is true: its channel, its place. Answers its element or null. */
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
    return [...this.list.children].find((one) => one.dataset.key === message.ts) || null;
  }

  message(message, channel) {
    const context = this.context(channel.id, message);
    if (message.deleted) return h("article", { class: "s-message s-context" }, icon("bin"), "This message was deleted.");
    const body = message.blocks?.length ? blocks(message.blocks, context) : mrkdwn(message.text, context);
    const replies = message.replies || [];
    return h("article", { class: `s-message${message.ephemeral ? " s-ephemeral" : ""}` },
      this.face(message),
      h("div", { class: "s-body" },
        message.ephemeral && h("p", { class: "s-private" }, icon("eye"), "Only visible to you"),
        this.head(message, channel),
        this.broadcast(message, channel),
        h("div", { class: "s-content" }, body, attachments(message.attachments, context)),
        message.warning && h("p", { class: "s-error", role: "alert" }, sentence(message.warning)),
        message.ephemeral && h("button", { type: "button", class: "s-dismiss", onclick: () => this.call("dismiss", { channel: channel.id, ts: message.ts }) }, "Dismiss"),
        replies.length > 0 && h("section", { class: "s-thread", "aria-label": wordCount(replies.length, "reply").replace("replys", "replies") },
          h("p", { class: "s-thread-top" }, wordCount(replies.length, "reply").replace("replys", "replies")),
          replies.map((reply) => this.message({ ...reply, replies: [] }, channel)))));
  }

  // A reply that is shown in the channel, too, says to which thread it belongs.
  broadcast(message, channel) {
    if (!message.thread_ts || message.thread_ts === message.ts || !channel.messages.some((one) => one.ts === message.ts)) return null;
    const root = channel.messages.find((one) => one.ts === message.thread_ts);
    return h("p", { class: "s-broadcast" }, "replied to a thread: ", plain(root?.text || "").slice(0, 60), root && root.text.length > 60 && "…");
  }

  author(message) {
    const user = this.snapshot.users?.[message.user];
    const name = message.username || user?.real_name || user?.name || (typeof message.bot === "string" ? message.bot : "Mutuals");
    return { name, app: Boolean(message.bot) };
  }

  face(message) {
    const { name, app } = this.author(message);
    return app ? avatar("app", "avatar-square", appPicture) : avatar(message.user || name, "avatar-square");
  }

  head(message, channel) {
    const { name, app } = this.author(message);
    return h("p", { class: "s-head" }, h("strong", {}, name), app && h("span", { class: "s-app" }, "APP"),
      liveTime(at(message.ts), (date) => (Date.now() - date < 86400000 ? clock(date) : stamp(date)), "s-when"),
      message.edited && h("span", { class: "s-edited" }, "(edited)"),
      !message.ephemeral && h("button", {
        type: "button", class: "s-shortcut", title: "Reply as brand", "aria-label": "Reply as brand", data: { spot: `shortcut-${message.ts}` },
        onclick: () => this.call("message-shortcut", { channel: channel.id, ts: message.ts, callback_id: REPLY }),
      }, "⋮"));
  }

  async slash(text) {
    if (this.current === HOME) this.go(this.snapshot.channels[0]?.id);
    const [command, ...rest] = text.split(/\s+/);
    return this.call("slash", { channel: this.current, command, text: rest.join(" ") });
  }
}

const plainValue = (kept) => (kept.selected_options
  ? kept.selected_options.map((one) => one.value)
  : kept.selected_option?.value ?? kept.selected_date ?? kept.selected_time ?? kept.value ?? null);

const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** A view's state, {block: {action: {value | selected_option | …}}}, with each value as the person gave it. */
const flat = (state) => mapValues(state, (actions) => mapValues(actions, plainValue));

const CODES = {
  not_connected: "Mutuals is not connected to Slack at this moment. Try again in a few seconds.",
  operation_timeout: "Mutuals did not answer in time. Try again.",
};

/** Slack shows sentences, not codes. */
const sentence = (error) => CODES[error] || (/^[a-z_]+$/.test(error) ? `Slack could not do this (${error.replaceAll("_", " ")}). Try again.` : error);
