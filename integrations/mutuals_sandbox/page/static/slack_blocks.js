// Block Kit JSON as DOM nodes: the blocks of messages and views, and their interactive elements.

import { avatar, h, icon, link, owner } from "./dom.js";
import { menu } from "./menu.js";
import { richText } from "./slack_rich.js";
import { mrkdwn, plain, textObject } from "./slack_mrkdwn.js";
import { input } from "./slack_inputs.js";

/*
 * The context: {users, channels, me, act(element, block, value, control), confirm(object), values, errors}.
 * `act` sends a click; `values` and `errors` exist in views only.
 */

/** All blocks of a message or view. */
export const blocks = (list, context) => (list || []).map((block) => draw(block, context));

/** Attachments, the older kind: a bar in their colour beside blocks or text. */
export const attachments = (list, context) => (list || []).map((one) =>
  h("div", { class: "s-attachment", vars: /^[0-9a-f]{6}$/i.test((one.color || "").replace("#", "")) ? { "--bar": `#${one.color.replace("#", "")}` } : {} },
    one.blocks?.length ? blocks(one.blocks, context) : mrkdwn(one.text || one.fallback, context)));

function draw(block, context) {
  const maker = BLOCKS[block.type];
  if (!maker) return h("p", { class: "s-unknown" }, `[The demo page does not draw “${block.type}” blocks.]`);
  const node = maker(block, context);
  node.classList.add("s-block", `s-${block.type}`);
  return node;
}

function section(block, context) {
  const body = h("div", { class: "s-section-text" }, textObject(block.text, context));
  if (block.fields) {
    body.append(h("div", { class: "s-fields" }, block.fields.map((one) => h("div", {}, textObject(one, context)))));
  }
  return h("div", {}, body, block.accessory && element(block.accessory, block, context));
}

function contextBlock(block, context) {
  return h("div", {}, (block.elements || []).map((one) =>
    one.type === "image" ? picture(one, "s-context-image") : h("span", { class: "s-context-text" }, textObject(one, context)),
  ));
}

// No picture is fetched from elsewhere: initials of its description stand in for it.
const picture = (image, className) =>
  h("span", { class: className, role: "img", "aria-label": image.alt_text || "Picture" },
    avatar(owner(image.image_url || image.alt_text), "avatar-square"));

function inputBlock(block, context) {
  const error = context.errors && context.errors[block.block_id];
  const id = `s-input-${block.block_id}`;
  return h("div", { class: error ? "s-invalid" : "" },
    h("label", { for: id, class: "s-label" }, textObject(block.label, context),
      block.optional && h("span", { class: "s-optional" }, " (optional)")),
    input(block.element, block, context, id),
    error && h("p", { class: "s-error", id: `${id}-error`, role: "alert" }, String(error)),
    block.hint && h("p", { class: "s-hint" }, textObject(block.hint, context)),
  );
}

const BLOCKS = {
  section,
  context: contextBlock,
  input: inputBlock,
  header: (block) => h("h3", {}, plain(block.text && block.text.text)),
  divider: () => h("hr"),
  image: (block) => h("figure", {}, picture(block, "s-image"), h("figcaption", {}, block.alt_text || "")),
  actions: (block, context) => h("div", {}, (block.elements || []).map((one) => element(one, block, context))),
  rich_text: (block, context) => richText(block, context),
  markdown: (block, context) => h("div", {}, mrkdwn(block.text, { ...context, verbatim: true })),
  alert: (block, context) =>
    h("div", { role: "note", data: { level: block.level || "default" } }, textObject(block.text, context)),
};

function element(one, block, context) {
  if (one.type === "image") return picture(one, "s-thumb");
  if (one.type === "button") return button(one, block, context);
  if (one.type === "overflow") return overflow(one, block, context);
  return input(one, block, context, `s-${block.block_id || ""}-${one.action_id}`);
}

function button(one, block, context) {
  const className = `s-button${one.style ? ` s-${one.style}` : ""}`;
  const label = plain(one.text && one.text.text);
  const spot = `${block.block_id || ""}/${one.action_id}`;
  const press = async (event) => {
    const control = event.currentTarget;
    if (one.confirm && !(await context.confirm(one.confirm))) return;
    context.act(one, block, one.value ?? null, control);
  };
  const aria = one.accessibility_label ? { "aria-label": one.accessibility_label } : {};
  if (one.url) {
    // Slack opens the address and also tells the app that the button was pressed.
    return link(one.url, [label, icon("out")], { class: className, data: { spot }, onclick: press, ...aria });
  }
  return h("button", { type: "button", class: className, data: { spot }, onclick: press, ...aria }, label);
}

function overflow(one, block, context) {
  const entries = (one.options || []).map((option) => ({
    label: plain(option.text && option.text.text),
    note: option.description ? plain(option.description.text) : "",
    url: option.url,
    pick: async (control) => {
      if (one.confirm && !(await context.confirm(one.confirm))) return;
      context.act(one, block, option.value, control);
    },
  }));
  return menu({
    className: "s-button s-overflow",
    label: "More actions",
    face: icon("more"),
    entries,
    spot: `${block.block_id || ""}/${one.action_id}`,
  });
}
