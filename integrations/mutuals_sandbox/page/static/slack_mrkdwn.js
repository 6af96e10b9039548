// Slack's mrkdwn as DOM nodes. Control sequences are read from the raw text; entities are decoded in leaves only.

import { h, link } from "./dom.js";
import { emoji } from "./emoji.js";
import { liveTime, mrkdwnDate } from "./time.js";

const decode = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

const INLINE = new RegExp(
  [
    "(?<code>`[^`\\n]+`)",
    "(?<angle><[^<>\\n]+>)",
    "(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])",
    "(?<![\\w_])_(?<italic>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\w_])",
    "(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<url>https?:\\/\\/[^\\s<>|]+[^\\s<>|.,;:!?)\\]'\"])",
  ].join("|"),
);

/** Emoji names of a plain_text object, replaced. */
export const plain = (text) => String(text ?? "").replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name) || whole);

function mention(name, context) {
  return h("span", { class: `s-mention${name === context.me ? " s-me" : ""}` }, context.label);
}

function angle(inner, context) {
  const [target, ...rest] = inner.split("|");
  const label = rest.length ? decode(rest.join("|")) : null;
  const user = context.users[target.slice(1)];
  if (target.startsWith("@")) {
    return mention(target.slice(1), { ...context, label: `@${user ? user.real_name || user.name : label || target.slice(1)}` });
  }
  if (target.startsWith("#")) {
    const channel = context.channels.find((one) => one.id === target.slice(1));
    return mention(target, { label: `#${channel ? channel.name : label || target.slice(1)}` });
  }
  if (target.startsWith("!date^")) return dateNode(target, label);
  if (target.startsWith("!subteam^")) return mention(target, { label: label || "@team" });
  if (target.startsWith("!")) return mention(target, { label: label || `@${target.slice(1)}` });
  return link(decode(target), label || decode(target).replace(/^mailto:/, ""), { class: "s-link" });
}

function dateNode(target, fallback) {
  const [, seconds, pattern, url] = target.split("^");
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode(fallback || "");
  const node = liveTime(date, (at) => mrkdwnDate(at, decode(pattern || "{date} {time}"), fallback));
  return url ? link(url, node, { class: "s-link" }) : node;
}

function inline(text, context) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const match = INLINE.exec(rest);
    if (!match) break;
    nodes.push(decode(rest.slice(0, match.index)), piece(match, context));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, decode(rest)];
}

function piece(match, context) {
  const { code, angle: inner, bold, italic, strike, emoji: name, url } = match.groups;
  if (code) return h("code", {}, decode(code.slice(1, -1)));
  if (inner) return angle(inner.slice(1, -1), context);
  if (bold) return h("strong", {}, inline(bold, context));
  if (italic) return h("em", {}, inline(italic, context));
  if (strike) return h("s", {}, inline(strike, context));
  if (name) return emoji(name) || match[0];
  return context.verbatim ? decode(url) : link(decode(url), decode(url), { class: "s-link" });
}

const QUOTE = /^(?:&gt;|>) ?/;

function paragraphs(text, context) {
  const nodes = [];
  for (const line of text.split("\n")) {
    const quoted = QUOTE.test(line);
    const body = inline(quoted ? line.replace(QUOTE, "") : line, context);
    const last = nodes.at(-1);
    if (last && (last.tagName === "BLOCKQUOTE") === quoted) last.append(h("br"), ...body);
    else nodes.push(h(quoted ? "blockquote" : "p", {}, body));
  }
  return nodes;
}

/** mrkdwn to nodes. `context`: users by id, channels, me, verbatim. */
export function mrkdwn(text, context) {
  const parts = String(text ?? "").split("```");
  return parts.flatMap((part, place) => {
    if (place % 2) return h("pre", {}, decode(part.replace(/^\n|\n$/g, "")));
    const trimmed = part.replace(place ? /^\n/ : /^$/, "").replace(place < parts.length - 1 ? /\n$/ : /$^/, "");
    return trimmed ? paragraphs(trimmed, context) : [];
  });
}

/** A text object (plain_text or mrkdwn) to nodes. */
export function textObject(object, context) {
  if (!object) return [];
  if (object.type === "mrkdwn") return mrkdwn(object.text, { ...context, verbatim: object.verbatim });
  return [object.emoji === false ? String(object.text ?? "") : plain(object.text)];
}
