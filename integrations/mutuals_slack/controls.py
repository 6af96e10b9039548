"""Buttons and menus of a message: each carries what it asks for, and takes its room from the message's."""

from collections.abc import Sequence

from mutuals.cards.markup import Button, Card
from mutuals_slack.actions import MENU, PREFIX, Press, pack
from mutuals_slack.text import Json, TextBudget, clean, length, plain_object, usable

MAX_LABEL = 75  # button and option texts
BUTTON = 25  # characters of a button besides its words, its page and its value
MAX_IN_SIGHT = 4
MAX_OVERFLOW = 5  # options of an overflow menu; a longer menu is a static_select
MAX_ENTRIES = 20


def button(each: Button, alert_id: str | None, index: int, budget: TextBudget) -> list[Json]:
    """One button; none when it has neither a page to open nor an alert to act on."""
    url = usable(each.url)
    value = pack(Press(each.do, clean(alert_id), each.value)) if alert_id else None
    label = plain_object(each.label, MAX_LABEL)
    if (url is None and value is None) or not budget.spend(
        len(url or "") + len(value or "") + length(label["text"]) + BUTTON
    ):
        return []
    made: Json = {
        "type": "button",
        "action_id": f"{PREFIX}{each.do.value}:{index}",
        "text": label,
    }
    if value is not None:
        made["value"] = value
    if url is not None:
        made["url"] = url
    return [made | {"style": "primary"} if each.primary else made]


def menu_entries(card: Card, budget: TextBudget) -> dict[str, tuple[str, Json]]:
    """The options of the menu by their value, each with the group that it stands in."""
    made: dict[str, tuple[str, Json]] = {}
    for each in card.menu:
        value = pack(Press(each.do, clean(card.alert_id), each.value)) if card.alert_id else None
        if usable(each.url) or value is None or value in made or len(made) >= MAX_ENTRIES:
            continue
        if budget.spend(MAX_LABEL + len(value) + len(each.group)):
            made[value] = each.group, {"text": plain_object(each.label, MAX_LABEL), "value": value}
    return made


def link_option(each: Button, alert_id: str | None, budget: TextBudget) -> list[Json]:
    value = pack(Press(each.do, clean(alert_id), each.value)) if alert_id else None
    url = usable(each.url)
    if value is None or url is None or not budget.spend(MAX_LABEL + len(value) + len(url)):
        return []
    return [{"text": plain_object(each.label, MAX_LABEL), "value": value, "url": url}]


def menu(entries: list[tuple[str, Json]]) -> Json:
    options = [option for _, option in entries]
    if len(options) <= MAX_OVERFLOW:
        return {"type": "overflow", "action_id": MENU, "options": options}
    made: Json = {"type": "static_select", "action_id": MENU, "placeholder": plain_object("More", MAX_LABEL)}
    return made | grouped(entries)


def grouped(entries: Sequence[tuple[str, Json]]) -> Json:
    """The entries of a menu with the heading of each: in groups where all have one."""
    if not all(group for group, _ in entries):
        return {"options": [option for _, option in entries]}
    return {
        "option_groups": [
            {
                "label": plain_object(group, MAX_LABEL),
                "options": [option for its, option in entries if its == group],
            }
            for group in dict.fromkeys(group for group, _ in entries)
        ]
    }
