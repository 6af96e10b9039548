"""Forms as Slack modals, and the views before and after: pure. Limits: docs.slack.dev/reference/views."""

import json
from dataclasses import dataclass

from mutuals.cards.form_words import form_words
from mutuals.cards.markup import EphemeralReply, Form, Intent, Template
from mutuals_slack.actions import PREFIX
from mutuals_slack.blocks import MAX_LINES, answer
from mutuals_slack.controls import MAX_LABEL, grouped
from mutuals_slack.text import (
    Json,
    TextBudget,
    clean,
    cut,
    length,
    part,
    plain,
    plain_object,
    quote,
    rich_block,
    sections,
    text_element,
    words,
)

CALLBACK = "mutuals:form"
TEXT = f"{PREFIX}text"
TEMPLATE = f"{PREFIX}template"
FILL = f"{PREFIX}fill"  # a button inside a form; a number stands behind it
FIELDS = (TEXT, TEMPLATE, f"{FILL}0", f"{FILL}1", f"{FILL}2")  # they stand in a form only
COUNTER = "mutuals:counter"
MAX_TITLE = 24
MAX_VALUE = 150
MAX_DESCRIPTION = 75  # of an option
MAX_TEXT = 3000  # plain_text_input: initial_value and max_length
MAX_FORM_CHARACTERS = 6_000
WARNED = "Look at this once more. You can change the text, or send it anyway."
UNSURE = (
    "Sending takes longer than usual, and your text is not stored yet. If this window still says so in a minute, "
    "look at the alert: send the text again if it does not say who replied."
)


@dataclass(frozen=True, slots=True)
class Where:
    """What a modal knows of itself: whose form it is, and the message it was opened from.

    `turn` is raised when a template replaces the text: a new block id makes Slack take the new text
    instead of keeping the typed one.
    """

    alert_id: str
    do: Intent
    place: str = ""
    message: str = ""
    turn: int = 0
    passes: str = ""  # of warnings that are shown, see Form.passes

    def packed(self) -> str:
        """For `private_metadata`."""
        return json.dumps([self.alert_id, self.do.value, self.place, self.message, self.turn, self.passes])

    @property
    def text_block(self) -> str:
        """The block id of the text field."""
        return f"mutuals:text:{self.turn}"


def where_of(view: Json) -> Where | None:
    """Read a modal's `private_metadata` back; None when it is not one of ours."""
    try:
        alert_id, do, place, message, turn, *passes = json.loads(view.get("private_metadata") or "")
        return Where(
            str(alert_id), Intent(do), str(place), str(message), int(turn), "".join(map(str, passes))
        )
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def typed(view: Json) -> str | None:
    """What stands in the text field of a view as Slack sends it; None where there is no field."""
    values = part(part(view, "state"), "values")
    for block in values:
        if TEXT in part(values, block):
            return clean(str(part(values[block], TEXT).get("value") or ""))
    return None


def form_view(form: Form, where: Where, used: int) -> Json:
    """The form: the post quoted, notes, templates, the text and how long it is for the network."""
    budget = TextBudget(MAX_FORM_CHARACTERS)
    made: list[Json] = []
    if form.error:
        made += words(f"⚠️ {form.error}")
    if form.warnings:
        made += rich_block(sections([(f"⚠️ {WARNED}",), *form.warnings], budget, MAX_LINES))
    if form.quote is not None:
        link = (form.quote.label, form.quote.url)
        made += rich_block(quote(form.quote.text, form.quote.at, link, budget, 2000))
    made += rich_block(sections(form.notes, budget, MAX_LINES))
    made += _offers(form, where.turn)
    made += [_field(form, where), counter(used, form.limit)]
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain_object(form.title, MAX_TITLE),
        "submit": plain_object("Send anyway" if form.warnings else form_words(form.do).send, MAX_TITLE),
        "close": plain_object("Cancel", MAX_TITLE),
        "notify_on_close": True,
        "private_metadata": where.packed(),
        "blocks": made,
    }


def _field(form: Form, where: Where) -> Json:
    element: Json = {
        "type": "plain_text_input",
        "action_id": TEXT,
        "multiline": True,
        "max_length": MAX_TEXT,
        "focus_on_load": True,
        "dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]},
    }
    text = cut(form.text, MAX_TEXT)
    if text:
        element["initial_value"] = text
    label = form_words(form.do).label
    return {
        "type": "input",
        "block_id": where.text_block,
        "label": plain_object(label, 100),
        "element": element,
        "dispatch_action": True,
    }


def counter(used: int, limit: int) -> Json:
    """How long the text is, in the network's own characters."""
    said = f"{used} of {limit} characters"
    if used > limit:
        said += f": {used - limit} too many"
    return {"type": "context", "block_id": COUNTER, "elements": [plain_object(said, 100)]}


def _offers(form: Form, turn: int) -> list[Json]:
    """The texts to choose from, and the buttons that fill in one; Slack keeps what was chosen in a menu whose id stays
    the same."""
    buttons: list[Json] = [
        {
            "type": "button",
            "action_id": f"{FILL}{at}",
            "text": plain_object(each.label, MAX_LABEL),
            "value": each.value,
        }
        for at, each in enumerate(form.buttons[:3])
        if each.value and length(each.value) <= MAX_VALUE
    ]
    elements = [*_menu(form.templates), *buttons]
    return [{"type": "actions", "block_id": f"{TEMPLATE}:{turn}", "elements": elements}] if elements else []


def _menu(templates: tuple[Template, ...]) -> list[Json]:
    options: dict[str, tuple[str, Json]] = {}
    for each in templates:
        if each.id and length(each.id) <= MAX_VALUE and len(options) < 100:
            options.setdefault(each.id, (each.group, _option(each)))
    if not options:
        return []
    menu: Json = {
        "type": "static_select",
        "action_id": TEMPLATE,
        "placeholder": plain_object("Choose a text", MAX_LABEL),
        **grouped(list(options.values())),
    }
    return [menu]


def _option(each: Template) -> Json:
    made: Json = {"text": plain_object(each.label, MAX_LABEL), "value": each.id}
    shown = cut(" ".join(each.text.split()), MAX_DESCRIPTION)
    return made | ({"description": plain_object(shown, MAX_DESCRIPTION)} if shown else {})


def told_view(title: str, given: EphemeralReply, where: Where | None = None) -> Json:
    """A view that only says something, with the answer's links."""
    return _bare(title, answer(given, where.alert_id if where else None)["blocks"], where)


def sentence(said: EphemeralReply) -> str:
    """An answer's words as one sentence for the top of a form."""
    return " ".join(plain(line) for line in said.lines)


def loading_view() -> Json:
    """What is shown for the moment until the form is there."""
    return _bare("Mutuals", words("One moment…"), None)


def sending_view(where: Where, text: str, *, stored: bool) -> Json:
    """What is shown while the text is on its way; while it is not stored yet, that it may still get lost."""
    said: Json = {
        "type": "rich_text_section",
        "elements": [text_element(form_words(where.do).under_way if stored else UNSURE)],
    }
    parts = [said]
    shown = cut(text, MAX_TEXT)
    if shown:
        parts.append({"type": "rich_text_quote", "elements": [text_element(shown)]})
    return _bare("Sending", rich_block(parts), where)


def _bare(title: str, blocks: list[Json], where: Where | None) -> Json:
    view: Json = {
        "type": "modal",
        "callback_id": "mutuals:told",
        "title": plain_object(title, MAX_TITLE),
        "close": plain_object("Close", MAX_TITLE),
        "blocks": blocks,
    }
    return view | {"private_metadata": where.packed()} if where else view
