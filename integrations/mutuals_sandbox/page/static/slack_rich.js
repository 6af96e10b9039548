// Slack's rich_text block as DOM nodes.

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { liveTime, slackDate } from "./time.js";

const MARKS = { bold: "strong", italic: "em", strike: "s", code: "code" };

function leaf(part, context) {
  const user = context.users[part.user_id];
  const place = (context.channels || []).find((one) => one.id === part.channel_id);
  const makers = {
    text: () => String(part.text ?? ""),
    link: () => link(part.url, part.text || part.url, { class: "s-link" }),
    emoji: () => emoji(part.name) || `:${part.name}:`,
    user: () => h("span", { class: "s-mention" }, `@${user ? user.real_name || user.name : part.user_id}`),
    channel: () => h("span", { class: "s-mention" }, `#${place?.name || part.channel_id}`),
    usergroup: () => h("span", { class: "s-mention" }, "@team"),
    broadcast: () => h("span", { class: "s-mention" }, `@${part.range}`),
    date: () => liveTime(new Date(part.timestamp * 1000), (at) => slackDate(at, part.format || "{date} {time}")),
  };
  let node = (makers[part.type] || (() => ""))();
  for (const [mark, on] of Object.entries(part.style || {})) {
    if (on && MARKS[mark]) node = h(MARKS[mark], {}, node);
  }
  return node;
}

function part(one, context) {
  const inside = () => (one.elements || []).map((each) => leaf(each, context));
  if (one.type === "rich_text_quote") return h("blockquote", {}, inside());
  if (one.type === "rich_text_preformatted") return h("pre", {}, inside());
  if (one.type === "rich_text_list") {
    const items = (one.elements || []).map((each) => h("li", {}, part(each, context)));
    return h(one.style === "ordered" ? "ol" : "ul", {}, items);
  }
  return h("p", {}, inside());
}

export const richText = (block, context) => h("div", {}, (block.elements || []).map((one) => part(one, context)));
