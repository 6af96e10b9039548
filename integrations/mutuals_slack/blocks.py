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
    Line,
    Profile,
    Strong,
)
from mutuals.domain.ids import out_of_workspace
from mutuals_slack.controls import MAX_IN_SIGHT, MAX_OVERFLOW, button, link_option, menu, menu_entries
from mutuals_slack.entries import listed
from mutuals_slack.text import (
    Json,
    TextBudget,
    clean,
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
    words,
)

MAX_CHARACTERS = 7_800
MAX_LINES = 40
MAX_LIST_CHARACTERS = 11_000  # of a private list: ten entries at their longest
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
    _, mention = out_of_workspace(mention)
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
        made += [*listed(card.sections, budget), *rich_block(status)]
    small = budget.take(card.small, 150)
    last = [{"type": "context", "elements": [plain_object(small, 150)]}] if small else []
    return [*made, *controls, *last]


def _over(card: Card, budget: TextBudget) -> list[Json]:
    """What nothing waits in: its headline, how it ended, and one thing to press beside them."""
    card = _one_to_press(card)
    words = f"{_headline(card)}{plain(card.title)}"
    head: Json = {"type": "section", "text": plain_object(budget.take(words, 300), 300)}
    controls = _controls(card, budget)
    elements = controls[0]["elements"] if controls else []
    if elements and (len(elements) == 1 or elements[-1]["type"] in ("overflow", "static_select")):
        head = head | {"block_id": controls[0]["block_id"], "accessory": elements[-1]}
        controls = [controls[0] | {"elements": elements[:-1], "block_id": f"{controls[0]['block_id']}:more"}]
        controls = controls if elements[:-1] else []
    said = sections([*card.body, *card.status], budget, MAX_LINES)
    return [head, *rich_block(said), *controls]


def _one_to_press(card: Card) -> Card:
    """The menu has the one place beside the words: a button that may wait becomes its first entry, since a row of its own
    would make the message half as high again. A menu that would be a wide select leaves out what stands behind Why, too."""
    if not card.menu:
        return card
    first = card.buttons if len(card.buttons) == 1 and card.buttons[0].may_wait else ()
    menu = (*first, *card.menu)
    menu = menu if len(menu) <= MAX_OVERFLOW else tuple(one for one in menu if not one.spare)
    return replace(card, buttons=card.buttons[len(first) :], menu=menu)


def _title(card: Card, budget: TextBudget) -> list[Json]:
    """What it is, whom it is about and by when, on one line; the headline stands out."""
    return sections([(Strong(_headline(card)), *card.title)], budget, 1)


def _headline(card: Card) -> str:
    """The headline, which says the state in words, after the sign of its tone."""
    return f"{card.sign}{clean(card.headline).strip() or 'Mutuals'}"


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
        elements += button(each, card.alert_id, index, budget)
    entries = menu_entries(card, budget)
    links = [each for each in card.menu if usable(each.url)]
    if len(entries) + len(links) <= MAX_OVERFLOW:
        for option in [option for each in links for option in link_option(each, card.alert_id, budget)]:
            entries[option["value"]] = "", option
        links = []
    if entries:
        elements.append(menu(list(entries.values())))
    for index, each in enumerate(links[:3]):
        elements += button(each, card.alert_id, MAX_IN_SIGHT + index, budget)
    # Slack's client keeps what was picked in a menu as long as the block's id is the same (bolt-js #2766).
    block_id = f"mutuals:actions:{card.version}"
    return [{"type": "actions", "block_id": block_id, "elements": elements}] if elements else []


def answer(given: EphemeralReply, alert_id: str | None = None) -> Json:
    """A private answer: `text` and `blocks`. Its links only open pages; other buttons act on `alert_id`."""
    budget = TextBudget(MAX_CHARACTERS)
    buttons: list[Json] = []
    for index, each in enumerate(_with_edit_again(given)):
        subject = None if each.url else given.form.alert_id if given.form else alert_id
        buttons += button(each, subject, 20 + index, budget)
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
