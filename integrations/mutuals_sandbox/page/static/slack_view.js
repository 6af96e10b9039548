// Slack's modal: drawn over the Slack pane only, so that the visitor sees the other two change meanwhile.

import { dialog } from "./dialog.js";
import { h, icon } from "./dom.js";
import { blocks } from "./slack_blocks.js";
import { plain } from "./slack_mrkdwn.js";

/** Keeps the modal of one Slack pane in step with the viewer's view. */
export class SlackView {
  constructor(pane, actions) {
    this.actions = actions; // {submit(values), close(), act(element, block, value)}
    this.dialog = dialog(pane, "s-modal");
    this.values = {};
    this.errors = {};
    this.id = null;
  }

  /** Shows a view, or hides the modal when it is null. What was typed stays while the view is the same. */
  show(view, context) {
    if (!view) return this.hide();
    const id = view.id || view.callback_id || "view";
    if (id !== this.id) Object.assign(this, { id, values: {}, signature: null });
    this.errors = view.errors || {};
    this.note = view.notification || null;
    const signature = JSON.stringify([view.blocks, view.title, view.submit, view.close, this.errors, this.note]);
    if (signature === this.signature) return null;
    this.signature = signature;
    this.view = view;
    this.forget();
    this.context = context;
    return this.draw();
  }

  // A view that the app has changed knows only the inputs it has now; Slack sends the values of no other.
  forget() {
    const here = new Set((this.view.blocks || []).map((block) => block.block_id));
    for (const block of Object.keys(this.values)) if (!here.has(block)) delete this.values[block];
  }

  hide() {
    Object.assign(this, { id: null, signature: null, values: {}, errors: {} });
    this.dialog.hide();
  }

  draw() {
    const { view } = this;
    const context = { ...this.context, values: this.values, errors: this.errors, act: this.actions.act };
    const title = plain(view.title?.text || "Mutuals");
    const form = h("form", { class: "s-view", novalidate: true, onsubmit: (event) => this.submit(event) },
      h("header", { class: "s-view-top" },
        h("h2", { id: "s-view-title" }, title),
        h("button", { type: "button", class: "icon-button", "aria-label": "Close", data: { spot: "close" }, onclick: () => this.actions.close() }, icon("close"))),
      h("div", { class: "s-view-body" }, blocks(view.blocks, context)),
      h("footer", { class: "s-view-foot" },
        this.note && h("p", { class: "s-error", role: "alert" }, this.note),
        h("button", { type: "button", class: "s-button", data: { spot: "cancel" }, onclick: () => this.actions.close() }, plain(view.close?.text || "Cancel")),
        view.submit && h("button", { type: "submit", class: "s-button s-primary", data: { spot: "submit" } }, plain(view.submit.text))));
    this.dialog.show(form, "s-view-title", () => this.actions.close());
  }

  async submit(event) {
    event.preventDefault();
    const missing = this.missing();
    if (Object.keys(missing).length) return this.refuse(missing);
    const button = event.currentTarget.querySelector("[type=submit]");
    if (button) Object.assign(button, { disabled: true });
    button?.setAttribute("aria-busy", "true");
    const answer = await this.actions.submit(this.values);
    if (button?.isConnected) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    }
    if (answer.error && this.id && !this.note && !Object.keys(this.errors).length) this.refuse({}, "Something went wrong. Try again.");
    return null;
  }

  // Slack itself refuses an empty input that is not optional.
  missing() {
    const empty = {};
    for (const block of this.view.blocks || []) {
      if (block.type !== "input" || block.optional) continue;
      const kept = Object.values(this.values[block.block_id] || {})[0] || {};
      const filled = kept.value || kept.selected_option || kept.selected_date || kept.selected_time || kept.selected_options?.length;
      if (!filled) empty[block.block_id] = "Please complete this required field.";
    }
    return empty;
  }

  refuse(errors, note = null) {
    this.errors = errors;
    this.note = note;
    this.draw();
    this.dialog.node.querySelector(".s-invalid .s-field")?.focus();
  }
}
