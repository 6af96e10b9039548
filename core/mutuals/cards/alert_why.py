"""Why an alert is shown, in one line, and who the person is to the brand, in another. Pure."""

from mutuals.cards import contact_preferences, current_reasons
from mutuals.cards.alert_title import pressing
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Line, Timestamp, TimestampStyle
from mutuals.cards.phrases import capitalised, count_words, counted, times, uncapitalised
from mutuals.domain import loyalty, reasons, sla, turns
from mutuals.domain.model import Category, Turn

WORDS = 9  # of the line that says why; the rest stands behind "Why"
FEWEST = 4  # where their own words need the room


def why(facts: AlertView, room: int = WORDS) -> tuple[Line, ...]:
    """One line of about `room` words: what counts most; how they want to be treated stands below it, since it forbids
    what is offered."""
    lines: list[Line] = [(said,) for said in _not_to_us(facts)]
    if facts.lead is None and (waits := _praise_waits(facts)):
        lines.append(waits)
    elif said := _reason(facts, max(FEWEST, min(room, WORDS))):
        lines.append((said,))
    lines += contact_preferences.lines(facts)
    if contact_preferences.asked(facts):
        lines += contact_preferences.why_not_followed(facts)
    return tuple(lines)


def _not_to_us(facts: AlertView) -> list[str]:
    """Whoever did not speak to us is answered differently, if at all."""
    if facts.lead is None or facts.lead.turn is not Turn.UNADDRESSED:
        return []
    return [one for one in facts.lead.why if one.startswith(turns.SAYS[Turn.UNADDRESSED])]


def _reason(facts: AlertView, room: int) -> str:
    if facts.lead is None:
        return next(iter(_fan(facts)), "")
    if facts.lead.turn is Turn.SOLVED:
        return f"{turns.SAYS[Turn.SOLVED]}: close it by Dismiss, or answer."
    worst = pressing(facts)[0]
    told = _not_to_us(facts)
    found = sorted((one for one in current_reasons.of_case(facts, worst) if one not in told), key=_order)
    parts = [part for one in found if (part := _in_short(one, room))]
    others = sum(1 for one in facts.cases if one.id != worst.id and one.state in turns.WAITING)
    if others:
        parts.insert(0, "1 more post waits" if others == 1 else f"{others} more posts wait")
    if not parts:
        return ""
    kept = [parts[0]]
    for part in parts[1:]:
        if count_words("; ".join([*kept, part])) <= room:
            kept.append(part)
    return f"{capitalised('; '.join(map(uncapitalised, kept)))}."


def _order(sentence: str) -> tuple[int, bool]:
    """What is at stake first, then what makes it due sooner, then what it was read from."""
    return reasons.weight(sentence), not sla.is_ground(sentence)


def _in_short(sentence: str, room: int) -> str:
    """A reason in few words; of the cues as many as there is room for, the strongest first, one at least."""
    if not reasons.names_class(sentence):
        return sla.in_short(reasons.besides_class(sentence))
    kept, *cues = reasons.besides_class(sentence).split(", ")
    for cue in cues:
        if count_words(f"{kept}, {cue}") <= room:
            kept = f"{kept}, {cue}"
    return kept


def _praise_waits(facts: AlertView) -> Line:
    """What a fan wrote and had no answer to, once it has waited longer than praise should; nothing before."""
    talk = facts.talk
    if talk is None or not talk.waiting or facts.now - talk.waiting[0].at < facts.policy.praise_due:
        return ()
    oldest = Timestamp(talk.waiting[0].at, TimestampStyle.AGO)
    posts = counted(len(talk.waiting), "post")
    if talk.answers or facts.two_way:
        return (f"{posts} since your last answer, the oldest ", oldest, ".")
    return (f"{posts} in {facts.policy.fan_window.days} days, 0 answers, the oldest ", oldest, ".")


def _fan(facts: AlertView) -> list[str]:
    """How often they spoke to the brand: the first reason, without what the line of the person says."""
    found = current_reasons.of_fan(facts)
    return [f"Spoke{one.removeprefix(loyalty.FOLLOWS)}" if one.startswith(loyalty.FOLLOWS) else one
            for one in found]  # fmt: skip


def person(facts: AlertView) -> Line:
    """Who they are to the brand as of now: follows, how much they wrote, whether anybody answered. Never how famous."""
    if facts.person is None:
        return ("Not looked up yet, so whether they follow you is not known.",)
    if facts.person.gone:
        return ()
    bond, care = facts.person.relationship, facts.lead is not None
    found = ["follows you" if bond.follows_us else "does not follow you"]
    if care and facts.alert.is_fan:
        found.insert(0, "loyal fan")
    if bond.we_follow:
        found.append("followed by you")
    elif bond.requested:
        found.append("you asked to follow them")
    elif bond.follows_us and not care:
        found.append("not followed back")
    if care and facts.wrote:
        found.append(f"{counted(facts.wrote, 'post')} in {facts.policy.fan_window.days} days")
    if contact_preferences.asked(facts) and not (
        care and pressing(facts)[0].category is Category.WANTS_FOLLOW
    ):
        found.append("asked to be followed")
    if facts.two_way:
        found.append(f"answered {times(facts.two_way)}")
    elif facts.two_way is not None and (care or not _praise_waits(facts)):  # which says it, too
        found.append("never answered")
    return (f"{capitalised(', '.join(found))}.",)
