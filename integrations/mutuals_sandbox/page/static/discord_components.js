// Discord's message components as DOM nodes, by their type numbers.

import { avatar, h, icon, link, owner } from "./dom.js";
import { markdown, roleOf } from "./discord_markdown.js";

/* The context: {members, roles, channels, me, press(customId, values, control)}. */

const BUTTONS = { 1: "d-primary", 2: "d-secondary", 3: "d-success", 4: "d-danger", 5: "d-secondary" };

export const emojiText = (one) => (one ? (one.id ? `:${one.name}:` : one.name) : "");

/** All components of a message. */
export const components = (list, context) => (list || []).map((one) => draw(one, context));

function draw(one, context) {
  const maker = KINDS[one.type];
  return maker ? maker(one, context) : h("p", { class: "d-unknown" }, `[The demo page does not draw components of type ${one.type}.]`);
}

function button(one, context) {
  const face = [one.emoji && h("span", { class: "d-emoji" }, emojiText(one.emoji)), one.label && h("span", {}, one.label)];
  const className = `d-button ${BUTTONS[one.style] || "d-secondary"}`;
  if (one.style === 5) {
    if (one.disabled) return h("button", { type: "button", class: className, disabled: true }, face, icon("out"));
    return link(one.url, [face, icon("out")], { class: className, data: { spot: one.url } });
  }
  return h("button", {
    type: "button", class: className, disabled: one.disabled, data: { spot: one.custom_id },
    "aria-label": one.label ? null : one.emoji?.name,
    onclick: (event) => context.press(one.custom_id, null, event.currentTarget),
  }, face);
}

/** What an entity select offers, as string options. */
export function optionsOf(one, context) {
  const members = Object.entries(context.members || {}).map(([value, member]) => ({ value, label: member.name }));
  const roleIds = Array.isArray(context.roles) ? context.roles.map((role) => role.id) : Object.keys(context.roles || {});
  const roles = roleIds.map((value) => ({ value, label: `@${roleOf(context, value).name}` }));
  const channels = (context.channels || []).map((channel) => ({ value: channel.id, label: `#${channel.name}` }));
  return { 3: one.options || [], 5: members, 6: roles, 7: [...members, ...roles], 8: channels }[one.type] || [];
}

function select(one, context) {
  const options = optionsOf(one, context);
  const face = one.placeholder || "Make a selection";
  if ((one.max_values ?? 1) > 1) return many(one, options, face, context);
  const chosen = options.find((option) => option.default);
  return h("select", {
    class: "d-select", "aria-label": face, disabled: one.disabled, data: { spot: one.custom_id },
    onchange: (event) => context.press(one.custom_id, [event.currentTarget.value], event.currentTarget),
  }, h("option", { value: "", disabled: true, selected: !chosen }, face),
  options.map((option) => h("option", { value: option.value, selected: option === chosen },
    [emojiText(option.emoji), option.label, option.description && `– ${option.description}`].filter(Boolean).join(" "))));
}

// Several values: ticks and one button, so that nothing is sent before the person is ready.
function many(one, options, face, context) {
  const boxes = h("fieldset", { class: "d-many" }, h("legend", {}, face), options.map((option) =>
    h("label", { class: "d-choice" }, h("input", { type: "checkbox", value: option.value, checked: option.default }), option.label)));
  boxes.append(h("button", {
    type: "button", class: "d-button d-secondary",
    onclick: (event) => context.press(one.custom_id, [...boxes.querySelectorAll("input:checked")].map((box) => box.value), event.currentTarget),
  }, "Choose"));
  return boxes;
}

// No picture is fetched: a tile of initials stands in for it.
function picture(one, className) {
  const says = one.description || one.media?.url?.split("/").pop() || "Picture";
  return h("span", { class: className, role: "img", "aria-label": says }, avatar(owner(one.media?.url || says), "avatar-square"));
}

const colour = (value) => `#${Number(value).toString(16).padStart(6, "0").slice(-6)}`;

function container(one, context) {
  const vars = Number.isInteger(one.accent_color) ? { "--accent": colour(one.accent_color) } : {};
  return h("div", { class: `d-container${one.spoiler ? " d-hidden" : ""}`, vars }, components(one.components, context));
}

const KINDS = {
  1: (one, context) => h("div", { class: "d-row" }, components(one.components, context)),
  2: button,
  3: select, 5: select, 6: select, 7: select, 8: select,
  9: (one, context) => h("div", { class: "d-section" },
    h("div", { class: "d-section-text" }, components(one.components, context)), one.accessory && draw(one.accessory, context)),
  10: (one, context) => h("div", { class: "d-text" }, markdown(one.content, context)),
  11: (one) => picture(one, "d-thumb"),
  12: (one) => h("div", { class: "d-gallery" }, (one.items || []).map((item) => picture(item, "d-picture"))),
  13: (one) => h("p", { class: "d-file" }, (one.file?.url || "file").split("/").pop()),
  14: (one) => h("hr", { class: `d-separator${one.spacing === 2 ? " d-wide" : ""}${one.divider === false ? " d-invisible" : ""}` }),
  17: container,
};

/** An embed of the older kind. */
export function embed(one, context) {
  const vars = Number.isInteger(one.color) ? { "--accent": colour(one.color) } : {};
  return h("div", { class: "d-container d-embed", vars },
    one.author && h("p", { class: "d-small" }, one.author.name),
    one.title && h("h4", {}, one.url ? link(one.url, one.title, { class: "d-link" }) : one.title),
    one.description && h("div", { class: "d-text" }, markdown(one.description, context)),
    one.fields && h("div", { class: "d-fields" }, one.fields.map((field) =>
      h("div", {}, h("strong", {}, field.name), h("div", {}, markdown(field.value, context))))),
    one.footer && h("p", { class: "d-small" }, one.footer.text));
}
