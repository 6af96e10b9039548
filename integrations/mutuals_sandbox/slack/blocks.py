"""Which blocks Slack takes, on a message, in a modal and on a home tab, and how long each part may be."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from mutuals_sandbox.slack.elements import (
    ELEMENTS,
    IN_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    PICTURE_SOURCE,
    element,
    picture_has_a_source,
)
from mutuals_sandbox.slack.shapes import (
    MAX_ID,
    Check,
    Problems,
    anything,
    boolean,
    both,
    complain,
    items,
    number,
    one_of,
    plain,
    string,
    text,
    thing,
    typed,
)

MESSAGE, MODAL, HOME = "message", "modal", "home"
MAX_BLOCKS = {MESSAGE: 50, MODAL: 100, HOME: 100}
MAX_MESSAGE_CHARACTERS = 13_200  # undocumented: over this a message is refused with msg_blocks_too_long
MAX_MARKDOWN = 12_000  # over all markdown blocks of one message
MAX_VIEW_BYTES = 250_000


def section_has_words(value: Any, pointer: str, problems: Problems) -> None:
    """A section needs text or fields."""
    if isinstance(value, dict) and not value.get("text") and not value.get("fields"):
        complain(problems, "missing required field: text or fields", pointer)


def card_has_something(value: Any, pointer: str, problems: Problems) -> None:
    """A card needs at least one part that shows."""
    if isinstance(value, dict) and not any(value.get(k) for k in ("title", "body", "hero_image", "actions")):
        complain(problems, "a card needs a title, body, hero_image or actions", pointer)


def _block(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return thing(required, {"block_id": string(MAX_ID), **(optional or {})})


PICTURE = element(frozenset({"image"}))
CONTEXT_PART = typed({"image": ELEMENTS["image"], "mrkdwn": text(3000), "plain_text": text(3000)})
CARD = both(
    _block(
        {},
        {
            "title": text(150, "mrkdwn"),
            "subtitle": text(150, "mrkdwn"),
            "body": text(200, "mrkdwn"),
            "icon": PICTURE,
            "hero_image": PICTURE,
            "actions": items(element(frozenset({"button"})), 3),
        },
    ),
    card_has_something,
)
RICH_TEXT = _block({"elements": items(anything, 1000, 0)})
CELL = typed(
    {
        "raw_text": thing({"text": string(20_000, 0)}),
        "raw_number": thing({"value": anything}, {"text": string(200, 0)}),
        "rich_text": RICH_TEXT,
    }
)
BLOCKS: dict[str, Check] = {
    "section": both(
        _block(
            {},
            {
                "text": text(3000),
                "fields": items(text(2000), 10),
                "accessory": element(IN_SECTION),
                "expand": boolean,
            },
        ),
        section_has_words,
    ),
    "header": _block({"text": plain(150)}),
    "divider": _block({}),
    "image": both(
        _block({"alt_text": string(2000)}, {**PICTURE_SOURCE, "title": plain(2000)}), picture_has_a_source
    ),
    "context": _block({"elements": items(CONTEXT_PART, 10)}),
    "actions": _block({"elements": items(element(frozenset(IN_ACTIONS)), 25)}),
    "input": _block(
        {"label": plain(2000), "element": element(frozenset(IN_INPUT))},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": RICH_TEXT,
    "markdown": _block({"text": string(MAX_MARKDOWN)}),
    "video": _block(
        {
            "alt_text": string(2000),
            "title": plain(200),
            "video_url": string(3000),
            "thumbnail_url": string(3000),
        },
        {
            "title_url": string(3000),
            "author_name": string(50),
            "provider_name": string(50),
            "provider_icon_url": string(3000),
            "description": plain(200),
        },
    ),
    "file": _block({"external_id": string(MAX_ID), "source": string(32)}),
    "alert": _block({"text": text(200)}, {"level": one_of("default", "info", "warning", "error", "success")}),
    "card": CARD,
    "carousel": _block({"elements": items(typed({"card": CARD}), 10)}),
    "table": _block({"rows": items(items(CELL, 20), 100)}, {"column_settings": items(anything, 20, 0)}),
    "data_table": _block(
        {"caption": string(2000), "rows": items(items(CELL, 20), 201)},
        {"page_size": number, "row_header_column_index": number},
    ),
    "data_visualization": anything,
    "context_actions": _block(
        {"elements": items(element(frozenset({"feedback_buttons", "icon_button"})), 5)}
    ),
    "task_card": _block(
        {
            "task_id": string(MAX_ID),
            "title": string(2000),
            "status": one_of("pending", "in_progress", "complete", "error"),
        },
        {"details": RICH_TEXT, "output": RICH_TEXT, "sources": items(anything, 100, 0)},
    ),
    "plan": _block({"title": string(2000)}, {"tasks": items(anything, 50)}),
}
IN_CONTAINER = frozenset({"actions", "context", "divider", "file", "header", "image", "input"})
IN_CONTAINER |= {"rich_text", "section", "table", "video"}
BLOCKS["container"] = _block(
    {"child_blocks": items(typed(dict(BLOCKS), IN_CONTAINER), 10)},
    {
        "title": plain(150),
        "rich_text_title": RICH_TEXT,
        "subtitle": text(150),
        "icon": PICTURE,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
        "is_collapsible": boolean,
        "width": one_of("narrow", "standard", "wide", "full"),
    },
)
NOT_IN_VIEWS = {"markdown", "plan", "task_card", "context_actions", "file"}
NOT_IN_MODALS = {"carousel", "container", "table", "data_table", "data_visualization"}
ALLOWED = {
    MESSAGE: frozenset(BLOCKS) - {"alert"},
    MODAL: frozenset(BLOCKS) - NOT_IN_VIEWS - NOT_IN_MODALS,
    HOME: frozenset(BLOCKS) - NOT_IN_VIEWS - {"alert"},
}
VIEW_KEYS: dict[str, Check] = {
    "private_metadata": string(3000, 0),
    "callback_id": string(MAX_ID, 0),
    "external_id": string(MAX_ID, 0),
}
MODAL_KEYS: dict[str, Check] = {
    **VIEW_KEYS,
    "submit": plain(24),
    "close": plain(24),
    "clear_on_close": boolean,
    "notify_on_close": boolean,
    "submit_disabled": boolean,
}


def check_blocks(blocks: Any, surface: str, pointer: str = "/blocks") -> Problems:
    """What is wrong with a list of blocks, as Slack's "[ERROR] ..." lines; empty when nothing is."""
    problems: Problems = []
    least = 0 if surface == MESSAGE else 1
    items(typed(BLOCKS, ALLOWED[surface]), MAX_BLOCKS[surface], least)(blocks, pointer, problems)
    if isinstance(blocks, list):
        _check_unique(blocks, pointer, problems)
    return problems


def check_view(view: Any) -> Problems:
    """What is wrong with a modal or home view."""
    if not isinstance(view, dict):
        return ["[ERROR] must be an object [json-pointer:/view]"]
    problems: Problems = []
    kind = view.get("type")
    if kind not in (MODAL, HOME):
        complain(problems, "must be a valid enum value (modal, home)", "/view/type")
        return problems
    required = {"blocks": anything, "title": plain(24)} if kind == MODAL else {"blocks": anything}
    thing(required, MODAL_KEYS if kind == MODAL else VIEW_KEYS)(view, "/view", problems)
    blocks = view.get("blocks") or []
    problems += check_blocks(blocks, kind, "/view/blocks")
    inputs = isinstance(blocks, list) and any(
        isinstance(b, dict) and b.get("type") == "input" for b in blocks
    )
    if kind == MODAL and inputs and not view.get("submit"):
        complain(problems, "missing required field: submit (the view has inputs)", "/view")
    return problems


def characters(blocks: list[dict[str, Any]]) -> int:
    """How many characters of text all the blocks hold."""
    return sum(len(part["text"]) for part in walk(blocks) if isinstance(part.get("text"), str))


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside, the outermost first."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, list):
        for part in value:
            yield from walk(part)


def _check_unique(blocks: list[Any], pointer: str, problems: Problems) -> None:
    """block_ids over all blocks, and action_ids within one block, must not repeat."""
    ids = Counter(str(b["block_id"]) for b in blocks if isinstance(b, dict) and b.get("block_id"))
    for block_id, times in ids.items():
        if times > 1:
            complain(problems, f"block_id {block_id} already exists", pointer)
    for index, block in enumerate(blocks):
        actions = Counter(str(p["action_id"]) for p in walk(block) if p.get("action_id"))
        for action_id, times in actions.items():
            if times > 1:
                complain(problems, f"action_id {action_id} already exists", f"{pointer}/{index}")
    markdown = [b for b in blocks if isinstance(b, dict) and b.get("type") == "markdown"]
    if sum(len(str(b.get("text", ""))) for b in markdown) > MAX_MARKDOWN:
        complain(problems, f"markdown blocks hold more than {MAX_MARKDOWN} characters in all", pointer)
