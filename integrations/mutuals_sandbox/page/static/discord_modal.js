// Discord's modal, over the Discord pane only.

import { dialog } from "./dialog.js";
import { avatar, h, icon } from "./dom.js";
import { appPicture } from "./pictures.js";
import { emojiText, optionsOf } from "./discord_components.js";
import { markdown } from "./discord_markdown.js";

function textInput(one, id) {
  const short = one.style !== 2;
  const counter = h("span", { class: "d-counter", "aria-hidden": "true" });
  const limit = one.max_length || 4000;
  const node = h(short ? "input" : "textarea", {
    id, class: "d-field", placeholder: one.placeholder, maxlength: limit, rows: short ? null : "5",
    type: short ? "text" : null, autocomplete: "off", "aria-required": one.required === false ? null : "true",
    data: { spot: one.custom_id, custom: one.custom_id }, oninput: () => count(),
  });
  const count = () => { counter.textContent = one.max_length ? String(limit - [...node.value].length) : ""; };
  node.value = one.value || "";
  node.read = () => node.value;
  count();
  return h("div", { class: "d-field-wrap" }, node, counter);
}

function selectInput(one, id, context) {
  const options = optionsOf(one, context);
  if ((one.max_values ?? 1) > 1) return tickInput(one, options, "checkbox");
  const chosen = options.find((option) => option.default);
  const node = h("select", { id, class: "d-field", data: { spot: one.custom_id, custom: one.custom_id } },
    h("option", { value: "", selected: !chosen }, one.placeholder || "Make a selection"),
    options.map((option) => h("option", { value: option.value, selected: option === chosen },
      [emojiText(option.emoji), option.label].filter(Boolean).join(" "))));
  node.read = () => (node.value ? [node.value] : []);
  return node;
}

function tickInput(one, options, type) {
  const node = h("div", { class: "d-ticks", role: type === "radio" ? "radiogroup" : "group", data: { custom: one.custom_id } },
    options.map((option) => h("label", { class: "d-choice" },
      h("input", { type, name: one.custom_id, value: option.value, checked: option.default, data: { spot: `${one.custom_id}/${option.value}` } }),
      h("span", {}, option.label, option.description && h("small", {}, option.description)))));
  const picked = () => [...node.querySelectorAll("input:checked")].map((box) => box.value);
  node.read = () => (type === "radio" ? picked()[0] ?? null : picked());
  return node;
}

function single(one) {
  const box = h("input", { type: "checkbox", checked: one.default, data: { spot: one.custom_id, custom: one.custom_id } });
  box.read = () => box.checked;
  return h("label", { class: "d-choice" }, box, h("span", {}, "Yes"));
}

function field(one, id, context) {
  if (one.type === 4) return textInput(one, id);
  if (one.type === 21) return tickInput(one, one.options || [], "radio");
  if (one.type === 22) return tickInput(one, one.options || [], "checkbox");
  if (one.type === 23) return single(one);
  if (one.type === 3 || (one.type >= 5 && one.type <= 8)) return selectInput(one, id, context);
  return h("p", { class: "d-unknown" }, `[The demo page does not draw fields of type ${one.type}.]`);
}

function labelled(one, place, context) {
  const inner = one.type === 18 ? one.component : one.components?.[0];
  if (one.type === 10) return h("div", { class: "d-text" }, markdown(one.content, context));
  if (!inner) return null;
  const id = `d-field-${place}`;
  const required = inner.required !== false && inner.type !== 23;
  return h("div", { class: "d-label" },
    h("label", { for: id }, one.label || inner.label || "", required && h("span", { class: "d-star", "aria-hidden": "true" }, " *")),
    one.description && h("p", { class: "d-small" }, one.description),
    field(inner, id, context));
}

/** Keeps the modal of one Discord pane in step with the viewer's modal. */
export class DiscordModal {
  constructor(pane, actions) {
    this.actions = actions; // {submit(values), close()}
    this.dialog = dialog(pane, "d-modal");
    this.signature = null;
  }

  show(modal, context) {
    const signature = modal ? JSON.stringify(modal) : null;
    if (signature === this.signature) return;
    this.signature = signature;
    if (!modal) this.dialog.hide();
    else this.draw(modal, context);
  }

  draw(modal, context) {
    const says = h("p", { class: "d-error", role: "alert" });
    const form = h("form", { class: "d-view", novalidate: true, onsubmit: (event) => this.submit(event, says) },
      h("header", { class: "d-modal-top" }, avatar("app", "", appPicture),
        h("h2", { id: "d-modal-title" }, modal.title),
        h("button", { type: "button", class: "icon-button", "aria-label": "Close", onclick: () => this.actions.close() }, icon("close"))),
      h("div", { class: "d-modal-body" },
        h("p", { class: "d-warning" }, "This form will be submitted to Mutuals. Do not share passwords or other sensitive information."),
        (modal.components || []).map((one, place) => labelled(one, place, context)), says),
      h("footer", { class: "d-modal-foot" },
        h("button", { type: "button", class: "d-button d-plain", onclick: () => this.actions.close() }, "Cancel"),
        h("button", { type: "submit", class: "d-button d-primary" }, "Submit")));
    this.dialog.show(form, "d-modal-title", () => this.actions.close());
  }

  async submit(event, says) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = {};
    for (const node of form.querySelectorAll("[data-custom]")) values[node.dataset.custom] = node.read();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    const answer = await this.actions.submit(values);
    button.disabled = false;
    button.removeAttribute("aria-busy");
    says.textContent = answer.error || "";
  }
}
