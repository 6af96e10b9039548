// Slack's input elements, and the values a person gave them, in the shape of a view's state.

import { h } from "./dom.js";
import { plain } from "./slack_mrkdwn.js";

const TYPING_PAUSE = 250; // ms: Slack gathers keystrokes before it tells the app

const optionText = (option) => plain(option.text && option.text.text);
const PEOPLE = { users_select: "users", multi_users_select: "users", conversations_select: "channels", channels_select: "channels" };

// Menus of people and channels, as options.
const entities = (one, context) => (PEOPLE[one.type] === "users"
  ? Object.entries(context.users || {}).map(([value, user]) => ({ value, text: { text: user.real_name || user.name } }))
  : (context.channels || []).map((channel) => ({ value: channel.id, text: { text: `#${channel.name}` } })));
const withOptions = (one, context) => (PEOPLE[one.type] ? { ...one, options: entities(one, context), initial_option: { value: one.initial_user || one.initial_conversation || one.initial_channel } } : one);

const allOptions = (one) => one.options || (one.option_groups || []).flatMap((group) => group.options || []);
const initialValues = (one) =>
  (one.initial_options || (one.initial_option ? [one.initial_option] : [])).map((option) => option.value);

/** An input element. In a view its value is kept in `context.values` under block and action. */
export function input(one, block, context, id) {
  const kept = context.values?.[block.block_id]?.[one.action_id];
  const keep = (value) => {
    if (context.values) (context.values[block.block_id] ||= {})[one.action_id] = { type: one.type, ...value };
  };
  const tell = (value, enter) => {
    if (block.type !== "input" || block.dispatch_action) context.act(one, block, value, null, enter);
  };
  const maker = MAKERS[one.type];
  if (!maker) return h("p", { class: "s-unknown" }, `[The demo page does not draw “${one.type}” elements.]`);
  return maker({ one: withOptions(one, context), block, kept, keep, tell, id, spot: `${block.block_id || ""}/${one.action_id}`, errors: context.errors });
}

function typed({ one, block, kept, keep, tell, id, spot, errors }, kind) {
  const value = kept ? kept.value ?? "" : one.initial_value ?? "";
  keep({ value: value || null });
  let timer = null;
  const eager = (one.dispatch_action_config?.trigger_actions_on || []).includes("on_character_entered");
  const node = h(one.multiline ? "textarea" : "input", {
    id, class: "s-field", placeholder: one.placeholder ? plain(one.placeholder.text) : null, data: one.focus_on_load ? { spot, first: "" } : { spot },
    type: one.multiline ? null : kind, maxlength: one.max_length, minlength: one.min_length, rows: one.multiline ? "4" : null,
    "aria-describedby": errors?.[block.block_id] ? `${id}-error` : null, autocomplete: "off",
    "aria-required": block.optional ? null : "true", step: one.is_decimal_allowed ? "any" : null,
    oninput: () => {
      keep({ value: node.value || null });
      if (!eager) return;
      clearTimeout(timer);
      timer = setTimeout(() => tell(node.value), TYPING_PAUSE);
    },
    onkeydown: (event) => {
      if (event.key !== "Enter" || one.multiline || eager) return;
      event.preventDefault();
      tell(node.value, true);
    },
  });
  node.value = value;
  return node;
}

function select({ one, kept, keep, tell, id, spot }) {
  const options = allOptions(one);
  const chosen = kept ? kept.selected_option?.value : initialValues(one)[0];
  const byValue = (value) => options.find((option) => option.value === value) || null;
  keep({ selected_option: byValue(chosen) });
  const face = one.placeholder ? plain(one.placeholder.text) : "Choose an option";
  const row = (option) => h("option", { value: option.value, selected: option.value === chosen }, optionText(option));
  const groups = one.option_groups
    ? one.option_groups.map((group) => h("optgroup", { label: plain(group.label?.text) }, (group.options || []).map(row)))
    : options.map(row);
  return h("select", {
    id, class: "s-field s-select", data: { spot }, "aria-label": id.startsWith("s-input-") ? null : face,
    onchange: (event) => {
      keep({ selected_option: byValue(event.currentTarget.value) });
      tell(event.currentTarget.value);
    },
  }, h("option", { value: "", disabled: true, selected: !byValue(chosen) }, face), groups);
}

function choices({ one, kept, keep, tell, id, spot }, many) {
  const options = allOptions(one);
  const had = kept ? (many ? (kept.selected_options || []).map((o) => o.value) : [kept.selected_option?.value]) : initialValues(one);
  const store = (values) => {
    const picked = options.filter((option) => values.includes(option.value));
    keep(many ? { selected_options: picked } : { selected_option: picked[0] || null });
  };
  store(had);
  const group = h("div", { class: "s-choices", id, role: many ? "group" : "radiogroup" });
  group.append(...options.map((option, place) => h("label", { class: "s-choice" },
    h("input", {
      type: many ? "checkbox" : "radio", name: id, value: option.value, checked: had.includes(option.value),
      data: { spot: `${spot}/${place}` },
      onchange: () => {
        store([...group.querySelectorAll("input:checked")].map((box) => box.value));
        tell(many ? [...group.querySelectorAll("input:checked")].map((box) => box.value) : option.value);
      },
    }),
    h("span", {}, optionText(option), option.description && h("small", {}, plain(option.description.text))))));
  return group;
}

function moment({ one, kept, keep, tell, id, spot }, kind, key) {
  const value = kept ? kept[key] : one[`initial_${kind}`] ?? null;
  keep({ [key]: value });
  return h("input", {
    id, type: kind, class: "s-field", value: value || "", data: { spot },
    onchange: (event) => {
      keep({ [key]: event.currentTarget.value || null });
      tell(event.currentTarget.value);
    },
  });
}

const MAKERS = {
  plain_text_input: (all) => typed(all, "text"),
  url_text_input: (all) => typed(all, "url"),
  email_text_input: (all) => typed(all, "email"),
  number_input: (all) => typed(all, "number"),
  static_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  multi_static_select: (all) => choices(all, true),
  checkboxes: (all) => choices(all, true),
  radio_buttons: (all) => choices(all, false),
  datepicker: (all) => moment(all, "date", "selected_date"),
  timepicker: (all) => moment(all, "time", "selected_time"),
};
