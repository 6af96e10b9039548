"""The items of a list, each with its buttons; what has no room is not shown by half."""

from collections.abc import Sequence

from mutuals.cards.markup import ListEnd, ListItem, no_room_for, runs
from mutuals_slack.controls import MAX_IN_SIGHT, button
from mutuals_slack.text import Json, TextBudget, rich_block, sections, words

ENTRY = 300  # characters that a button of an entry takes at most
END = 420  # characters of what stands below a list
MAX_LISTED = 42  # blocks of the entries of a list, of the 50 that a message takes


def listed(entries: Sequence[ListItem], budget: TextBudget) -> list[Json]:
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
        pressed = button(each, entry.alert_id, 100 + 10 * number + index, room)
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
    goes_on = button(end.button, end.list_id, 100 + 10 * number + 9, budget) if end.button else []
    block_id = f"mutuals:end:{number}"
    return [*made, *([{"type": "actions", "block_id": block_id, "elements": goes_on}] if goes_on else [])]
