"""A card as a Slack message: pure, in sight on a phone, never over Slack's limits whatever it holds.

Limits: docs.slack.dev/reference/block-kit; `msg_blocks_too_long` comes near 13,200 characters over all
blocks (bolt-js #2509), so a message keeps below 8,000.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mutuals.cards.markup import (
    Button,
    Card,
    EphemeralReply,
    Intent,
    Line,
    ListEnd,
    ListItem,
    Profile,
    Strong,
    no_room_for,
    runs,
)
from mutuals_slack.actions import MENU, PREFIX, Press, pack
from mutuals_slack.text import (
    Json,
    TextBudget,
    clean,
    cut,
    escape,
    length,
    plain,
    plain_object,
    quote,
    rich,
    rich_block,
    sections,
    text_element,
    usable,
)

MAX_CHARACTERS = 7_800
MAX_LABEL = 75  # button and option texts
BUTTON = 25  # characters of a button besides its words, its page and its value
MAX_IN_SIGHT = 4
MAX_OVERFLOW = 5  # options of an overflow menu; a longer menu is a static_select
MAX_ENTRIES = 20
MAX_LINES = 40
MAX_LIST_CHARACTERS = 11_000  # of a private list: ten entries at their longest
ENTRY = 300  # characters that a button of an entry takes at most
END = 420  # characters of what stands below a list
MAX_LISTED = 42  # blocks of the entries of a list, of the 50 that a message takes
EVENT = "mutuals_card"  # metadata.event_type of every message that shows a card


def message(card: Card, mention: str | None = None) -> Json:
    """The `text`, `blocks` and `metadata` of a card; `mention` is who is called when the card pings and
    names nobody."""
    whom = card.calls or ((mention,) if mention else ())
    called = " ".join(map(mentioned, whom)) if card.ping else ""
    summary = escape(card.summary or card.headline) or "Mutuals"
    return {
        "text": f"{called} {summary}".strip(),
        "blocks": blocks(card, called),
        "metadata": {
            "event_type": EVENT,
            "event_payload": {"key": clean(card.key)[:500], "version": card.version},
        },
    }


def mentioned(mention: str) -> str:
    """Slack's markup that calls a member (U..., W...), a user group (S...) or `here`."""
    if mention == "here":
        return "<!here>"
    return f"<!subteam^{mention}>" if mention.startswith("S") else f"<@{mention}>"


def blocks(card: Card, called: str = "", most: int = MAX_CHARACTERS) -> list[Json]:
    """All blocks of a card, in at most so many characters.

    Room is given to the headline, the controls and the state first, to lists last.
    """
    budget = TextBudget(most)
    if card.over and not called:
        return _over(card, budget)
    head = _title(card, budget) if card.title else []
    made = [] if card.title else [header(card)]
    budget.spend(sum(length(one["text"]["text"]) for one in made))
    controls = _controls(card, budget)
    if called:
        made.append({"type": "section", "text": {"type": "mrkdwn", "text": called, "verbatim": True}})
    made += _who(card.who, budget)
    status = sections(card.status, budget, MAX_LINES)
    why = sections(card.why, budget, MAX_LINES)
    quotes = _quotes(card, budget)
    facts = _facts(card.facts, budget)
    body = sections(card.body, budget, MAX_LINES)
    below = [*why, *facts, *body, *([] if card.sections else status)]
    made += rich_block([*head, *quotes, *below])
    if card.sections:
        made += [*_listed(card.sections, budget), *rich_block(status)]
    small = budget.take(card.small, 150)
    last = [{"type": "context", "elements": [plain_object(small, 150)]}] if small else []
    return [*made, *controls, *last]


def _over(card: Card, budget: TextBudget) -> list[Json]:
    """What nothing waits in: its headline with the menu beside it, and how it ended."""
    card = _undo_in_menu(card)
    words = f"{_headline(card)}{plain(card.title)}"
    head: Json = {"type": "section", "text": plain_object(budget.take(words, 300), 300)}
    controls = _controls(card, budget)
    elements = controls[0]["elements"] if controls else []
    if elements and elements[-1]["type"] in ("overflow", "static_select"):
        head = head | {"block_id": controls[0]["block_id"], "accessory": elements[-1]}
        controls = [controls[0] | {"elements": elements[:-1], "block_id": f"{controls[0]['block_id']}:more"}]
        controls = controls if elements[:-1] else []
    said = sections([*card.body, *card.status], budget, MAX_LINES)
    return [head, *rich_block(said), *controls]


def _undo_in_menu(card: Card) -> Card:
    """What nothing waits in has its menu alone, with Undo as the first entry: a row of its own would make it half as
    high again."""
    back = tuple(one for one in card.buttons if one.do is Intent.UNDO)
    if not (back and card.menu):
        return card
    first = tuple(replace(one, group="For five minutes") for one in back)
    rest = tuple(one for one in card.buttons if one not in back)
    return replace(card, buttons=rest, menu=(*first, *card.menu))


def _title(card: Card, budget: TextBudget) -> list[Json]:
    """What it is, whom it is about and by when, on one line; the headline stands out."""
    return sections([(Strong(_headline(card)), *card.title)], budget, 1)


def _headline(card: Card) -> str:
    """The headline, which says the state in words, after the sign of its tone."""
    return f"{card.tone.sign} {clean(card.headline).strip() or 'Mutuals'}"


def _listed(entries: Sequence[ListItem], budget: TextBudget) -> list[Json]:
    """A list whose entries have buttons of their own, each whole or left out; below it how it goes on behind them."""
    made: list[Json] = []
    left_out = number = 0
    grouped = runs(entries)
    ends = sum(run[0].end is not None for run in grouped)
    held = TextBudget(min(budget.left, ends * END))
    budget.left -= held.left
    room = MAX_LISTED - 2 * ends
    for index, run in enumerate(grouped):
        # Each of several lists has its share, so that none takes all the room.
        lists = len(grouped) - index if run[0].end is not None else 1
        share, least = TextBudget(budget.left // lists), room - room // lists
        budget.left -= share.left
        shown: ListItem | None = None
        for entry in run:
            number += 1
            drawn = _entry(entry, number, share)
            if not drawn or room - len(drawn) < least:
                left_out += bool(entry.name) and (shown is None or entry.end is None)
                if entry.end is not None:
                    break
                continue
            made, shown, room = [*made, *drawn], entry, room - len(drawn)
        budget.left += share.left
        made += _end(shown.end, number, held) if shown is not None and shown.end is not None else []
    budget.left += held.left
    return [*made, *(words(no_room_for(left_out)) if left_out else [])]


def _entry(entry: ListItem, number: int, budget: TextBudget) -> list[Json]:
    """An entry with all its buttons; nothing where there is no room for all of it."""
    room = TextBudget(budget.left)
    buttons: list[Json] = []
    for index, each in enumerate(entry.buttons[:MAX_IN_SIGHT]):
        pressed = _button(each, entry.alert_id, 100 + 10 * number + index, room)
        if not pressed and room.left < ENTRY:
            return []
        buttons += pressed
    made = rich_block(sections(entry.lines, room, 5))
    if room.left < 1 or (entry.buttons and not buttons):
        return []
    budget.left = room.left
    block_id = f"mutuals:entry:{number}"
    return [*made, *([{"type": "actions", "block_id": block_id, "elements": buttons}] if buttons else [])]


def _end(end: ListEnd, number: int, budget: TextBudget) -> list[Json]:
    """How far a list is shown, and the button for what is behind it."""
    made = rich_block(sections([end.words], budget, 1, 100)) if end.words else []
    goes_on = _button(end.button, end.list_id, 100 + 10 * number + 9, budget) if end.button else []
    block_id = f"mutuals:end:{number}"
    return [*made, *([{"type": "actions", "block_id": block_id, "elements": goes_on}] if goes_on else [])]


def header(card: Card) -> Json:
    """The headline as a block of its own."""
    return {"type": "header", "text": plain_object(_headline(card), 150)}


def _who(who: Profile | None, budget: TextBudget) -> list[Json]:
    if who is None:
        return []
    name, handle = budget.take(who.name, 80), budget.take(who.handle, 40)
    words = " ".join(part for part in (name, f"@{handle}" if handle else "") if part)
    elements: list[Json] = [plain_object(words, 140)]
    picture, url = usable(who.avatar_url), usable(who.url)
    if picture is not None and budget.spend(len(picture) + length(name) + 11):
        elements.insert(
            0, {"type": "image", "image_url": picture, "alt_text": f"Picture of {name or 'them'}"}
        )
    if url is not None and budget.spend(len(url) + 15):
        safe = url.replace("&", "&amp;")
        elements.append({"type": "mrkdwn", "text": f"<{safe}|View profile>", "verbatim": True})
    return [{"type": "context", "elements": elements}]


def _quotes(card: Card, budget: TextBudget) -> list[Json]:
    made: list[Json] = []
    for each in card.quotes[:5]:
        made += quote(each.text, each.at, (each.label, each.url), budget)
    if len(card.quotes) > 5:
        more = budget.take(f"… and {len(card.quotes) - 5} more", 40)
        made += [{"type": "rich_text_section", "elements": [text_element(more)]}] if more else []
    return made


def _facts(facts: Sequence[tuple[str, Line]], budget: TextBudget) -> list[Json]:
    """Label and value, side by side in one paragraph: two short lines on a phone instead of ten."""
    elements: list[Json] = []
    for label, value in facts[:12]:
        name = budget.take(label, 60)
        shown = rich(value, budget, 200)
        if not name or not shown:
            continue
        if elements:
            elements.append(text_element("  ·  "))
        elements += [text_element(f"{name}: ", bold=True), *shown]
    return [{"type": "rich_text_section", "elements": elements}] if elements else []


def _controls(card: Card, budget: TextBudget) -> list[Json]:
    """The actions block: the buttons in sight, the menu, then the menu's links where a menu takes none."""
    elements: list[Json] = []
    for index, each in enumerate(card.buttons[:MAX_IN_SIGHT]):
        elements += _button(each, card.alert_id, index, budget)
    entries = _entries(card, budget)
    links = [each for each in card.menu if usable(each.url)]
    if len(entries) + len(links) <= MAX_OVERFLOW:
        for option in [option for each in links for option in _link_option(each, card.alert_id, budget)]:
            entries[option["value"]] = "", option
        links = []
    if entries:
        elements.append(_menu(list(entries.values())))
    for index, each in enumerate(links[:3]):
        elements += _button(each, card.alert_id, MAX_IN_SIGHT + index, budget)
    # Slack's client keeps what was picked in a menu as long as the block's id is the same (bolt-js #2766).
    block_id = f"mutuals:actions:{card.version}"
    return [{"type": "actions", "block_id": block_id, "elements": elements}] if elements else []


def _button(each: Button, alert_id: str | None, index: int, budget: TextBudget) -> list[Json]:
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


def _entries(card: Card, budget: TextBudget) -> dict[str, tuple[str, Json]]:
    """The options of the menu by their value, each with the group that it stands in."""
    made: dict[str, tuple[str, Json]] = {}
    for each in card.menu:
        value = pack(Press(each.do, clean(card.alert_id), each.value)) if card.alert_id else None
        if usable(each.url) or value is None or value in made or len(made) >= MAX_ENTRIES:
            continue
        if budget.spend(MAX_LABEL + len(value) + len(each.group)):
            made[value] = each.group, {"text": plain_object(each.label, MAX_LABEL), "value": value}
    return made


def _link_option(each: Button, alert_id: str | None, budget: TextBudget) -> list[Json]:
    value = pack(Press(each.do, clean(alert_id), each.value)) if alert_id else None
    url = usable(each.url)
    if value is None or url is None or not budget.spend(MAX_LABEL + len(value) + len(url)):
        return []
    return [{"text": plain_object(each.label, MAX_LABEL), "value": value, "url": url}]


def _menu(entries: list[tuple[str, Json]]) -> Json:
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


def answer(given: EphemeralReply, alert_id: str | None = None) -> Json:
    """A private answer: `text` and `blocks`. Its links only open pages; other buttons act on `alert_id`."""
    budget = TextBudget(MAX_CHARACTERS)
    buttons: list[Json] = []
    for index, each in enumerate(_with_edit_again(given)):
        subject = None if each.url else given.form.alert_id if given.form else alert_id
        buttons += _button(each, subject, 20 + index, budget)
    made = rich_block(sections(given.told(), budget, MAX_LINES))
    if buttons:
        made.append({"type": "actions", "block_id": "mutuals:answer", "elements": buttons[:10]})
    if given.card is not None:
        made += blocks(given.card, most=MAX_LIST_CHARACTERS)
    return {"text": spoken_answer(given), "blocks": made or words("Done.")}


def _with_edit_again(given: EphemeralReply) -> Iterable[Button]:
    if given.form is None:
        return given.buttons
    return (*given.buttons, Button(given.form.do, "Edit again", primary=True))


def spoken_answer(given: EphemeralReply) -> str:
    """An answer as words alone, for notifications and screen readers."""
    said = " ".join(plain(line) for line in given.told())
    if given.card is not None:
        said = f"{said} {given.card.summary}"
    return escape(said) or "Done."


def words(sentence: str) -> list[Json]:
    """A sentence as the only block."""
    element = text_element(cut(sentence, 2900) or "–")
    return rich_block([{"type": "rich_text_section", "elements": [element]}])
