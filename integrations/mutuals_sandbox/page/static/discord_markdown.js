// Discord's markdown as DOM nodes: text nodes only, whatever strangers write.

import { h, link } from "./dom.js";
import { discordDate, liveTime } from "./time.js";

const INLINE = new RegExp(
  [
    "\\\\(?<escaped>[^A-Za-z0-9\\s])",
    "(?<ticks>`{1,2})(?<code>[^`\\n]+)\\k<ticks>",
    "<t:(?<stamp>-?\\d{1,13})(?::(?<style>[tTdDfFsSR]))?>",
    "<@!?(?<user>\\d+)>",
    "<@&(?<role>\\d+)>",
    "<#(?<channel>\\d+)>",
    "<\\/(?<command>[^:>]+):\\d+>",
    "<a?:(?<emoji>\\w+):\\d+>",
    "\\[(?<label>(?:[^\\[\\]\\\\]|\\\\.)+)\\]\\(<?(?<target>https?:\\/\\/[^\\s<>()]+)>?(?: \"[^\"]*\")?\\)",
    "<(?<quiet>https?:\\/\\/[^\\s<>]+)>",
    "(?<url>https?:\\/\\/[^\\s<>]+[^\\s<>.,;:!?)\\]'\"*_~|])",
    "\\*\\*\\*(?<both>[^\\s*](?:[\\s\\S]*?[^\\s\\\\])?)\\*\\*\\*",
    "\\*\\*(?<bold>[\\s\\S]*?[^\\\\])\\*\\*(?!\\*)",
    "__(?<under>[\\s\\S]*?[^\\\\])__(?!_)",
    "\\*(?<star>[^\\s*](?:[^*]*?[^\\s\\\\*])?)\\*(?!\\*)",
    "(?<!\\w)_(?<italic>[^_]*?[^\\\\_])_(?!\\w)",
    "~~(?<strike>[\\s\\S]*?[^\\\\])~~",
    "\\|\\|(?<spoiler>[\\s\\S]*?[^\\\\])\\|\\|",
  ].join("|"),
);

const chip = (text, own = false) => h("span", { class: `d-mention${own ? " d-me" : ""}` }, text);

function mentioned(groups, context) {
  const { user, role, channel, command } = groups;
  if (user) return chip(`@${context.members[user]?.name || "unknown-user"}`, user === context.me);
  if (role) return chip(`@${roleOf(context, role)?.name || "unknown-role"}`);
  if (channel) return chip(`#${context.channels.find((one) => one.id === channel)?.name || "unknown"}`);
  return chip(`/${command}`);
}

/** Roles come as an object by id or as a list. */
export const roleOf = (context, id) =>
  Array.isArray(context.roles) ? context.roles.find((one) => one.id === id) : (context.roles || {})[id];

function styled(groups, context) {
  const inside = (text) => inline(text, context);
  if (groups.both) return h("strong", {}, h("em", {}, inside(groups.both)));
  if (groups.bold) return h("strong", {}, inside(groups.bold));
  if (groups.under) return h("u", {}, inside(groups.under));
  if (groups.star || groups.italic) return h("em", {}, inside(groups.star || groups.italic));
  if (groups.strike) return h("s", {}, inside(groups.strike));
  const hidden = h("button", {
    type: "button", class: "d-spoiler", "aria-label": "Spoiler, press to show",
    onclick: () => { hidden.classList.add("d-shown"); hidden.removeAttribute("aria-label"); },
  }, inside(groups.spoiler));
  return hidden;
}

function piece(match, context) {
  const { escaped, code, stamp, style, emoji, label, target, quiet, url } = match.groups;
  if (escaped) return escaped;
  if (code) return h("code", {}, code);
  if (stamp) return h("span", { class: "d-time" }, liveTime(new Date(Number(stamp) * 1000), (at) => discordDate(at, style)));
  if (emoji) return `:${emoji}:`;
  if (label) return link(target, inline(label, { ...context, nested: true }), { class: "d-link" });
  if (quiet || url) return context.nested ? quiet || url : link(quiet || url, quiet || url, { class: "d-link" });
  const { user, role, channel, command } = match.groups;
  return user || role || channel || command ? mentioned(match.groups, context) : styled(match.groups, context);
}

function inline(text, context) {
  const nodes = [];
  let rest = text;
  while (rest) {
    const match = INLINE.exec(rest);
    if (!match) break;
    nodes.push(rest.slice(0, match.index), piece(match, context));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, rest];
}

const LINES = [
  [/^(#{1,3}) +(.+)$/, (found, context) => h("h3", { class: `d-h${found[1].length}` }, inline(found[2], context))],
  [/^-# +(.+)$/, (found, context) => h("p", { class: "d-small" }, inline(found[1], context))],
  [/^> ?(.*)$/, (found, context) => h("blockquote", {}, inline(found[1], context))],
  [/^ *[-*] +(.+)$/, (found, context) => h("ul", {}, h("li", {}, inline(found[1], context)))],
  [/^ *\d+\. +(.+)$/, (found, context) => h("ol", {}, h("li", {}, inline(found[1], context)))],
];

function lineNode(line, context) {
  for (const [pattern, make] of LINES) {
    const found = pattern.exec(line);
    if (found) return make(found, context);
  }
  return h("p", {}, inline(line, context));
}

const JOINED = { BLOCKQUOTE: true, UL: false, OL: false };

// Neighbouring quote lines are one quote, neighbouring items one list, neighbouring lines one paragraph.
function join(nodes) {
  const out = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const same = last && last.tagName === node.tagName && last.className === node.className;
    if (same && (node.tagName in JOINED || (node.tagName === "P" && !node.className))) {
      if (JOINED[node.tagName] ?? node.tagName === "P") last.append(h("br"));
      last.append(...node.childNodes);
    } else out.push(node);
  }
  return out;
}

/** Markdown to nodes. `context`: members by id, roles, channels, me. */
export function markdown(text, context) {
  const parts = String(text ?? "").split(/```(?:\w+\n)?/);
  return parts.flatMap((part, place) => {
    if (place % 2) return h("pre", {}, h("code", {}, part.replace(/\n$/, "")));
    const [before, after] = part.split(/^>>> /m, 2);
    const lines = before.split("\n").filter((line, at, all) => line || (at > 0 && at < all.length - 1));
    const nodes = join(lines.map((line) => lineNode(line, context)));
    return after === undefined ? nodes : [...nodes, h("blockquote", {}, markdown(after, context))];
  });
}
