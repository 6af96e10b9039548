"""What `/mutuals show @name` answers: the person's alert as it is now, or that there is none and who was last. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mutuals.cards import alert as alert_card
from mutuals.cards.alert_title import CLOSED
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import LISTED
from mutuals.cards.markup import Button, EphemeralReply, Intent, Line, Strong, Timestamp
from mutuals.cards.phrases import uncapitalised
from mutuals.domain.model import Alert, AlertState

HOW = "Write whose alert it is, for example: /mutuals show @name"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody whom Mutuals knows, and the last alert about them, which is over."""

    handle: str
    last: Alert | None
    network: str


def shown(facts: AlertView, url: str | None) -> EphemeralReply:
    """The whole alert for whoever asked, with its buttons; `url` opens its own message in their chat."""
    card = alert_card.card(facts)
    told = tuple(
        replace(one, value=LISTED) if one.do is Intent.CLAIM else one for one in card.buttons
    )  # this copy is not drawn anew
    where = "Open leads to its message." if url else "It has no message here now."
    again = " If that was deleted, it is posted again." if facts.alert.state is AlertState.OPEN else ""
    lines: list[Line] = [(f"Only you see this copy. {where}{again}",)]
    opens = (Button(Intent.VIEW, "Open", url=url),) if url else ()
    return EphemeralReply(tuple(lines), buttons=opens, card=replace(card, buttons=told))


def none_waits(name: str, people: Sequence[KnownPerson], near: str | None = None) -> EphemeralReply:
    """Nothing waits from anybody of this name: who dealt with them last, or whom else somebody may have meant."""
    lines: list[Line] = [_last(one) for one in people]
    if not people:
        lines = [(f"Mutuals knows nobody called @{name}, so there is no alert about them.",)]
    if near:
        lines.append(("Did you mean ", Strong(f"/mutuals show @{near}"), "?"))
    return EphemeralReply(tuple(lines), ok=bool(people))


def _last(known: KnownPerson) -> Line:
    if known.last is None:
        return (f"No alert about @{known.handle} waits, and none has been told before.",)
    last = known.last
    ended = CLOSED.get(last.closed_by or "", "closed").format(network=known.network)
    line = next((one for one in reversed(last.log) if one.by), None)
    when: Line = (", ", Timestamp(last.closed_at)) if last.closed_at else ()
    who: Line = (
        (" Last of the team: ", Strong(line.by or ""), f" ({uncapitalised(line.text)}).") if line else ()
    )
    return (f"No alert about @{known.handle} waits. The last one is over: {ended}", *when, ".", *who)
