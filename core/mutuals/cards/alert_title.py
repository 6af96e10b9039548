"""The first line of an alert: what it is, who wrote, by when, who has it. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Line, Link, Span, Strong, Timestamp, TimestampStyle
from mutuals.cards.notices import NOT_DONE
from mutuals.cards.phrases import ELLIPSIS, first_words, uncapitalised
from mutuals.domain import cases as case_rules
from mutuals.domain import turns
from mutuals.domain.hand_offs import HandedOff
from mutuals.domain.model import (
    LIVE_ACTS,
    Action,
    ActKind,
    ActState,
    AlertKind,
    AlertState,
    Case,
    CaseState,
    Category,
    Flag,
    Turn,
)
from mutuals.domain.policy import FollowPolicy

NAMES = {
    Category.COMPLAINT: "Complaint",
    Category.QUESTION: "Question",
    Category.CONCERN: "Concern",
    Category.WANTS_FOLLOW: "Asks to be followed",
}
CLOSED = {
    "answered": "answered",
    "solved": "solved",
    "followed": "followed",
    "resolved": "resolved",
    "dismissed": "dismissed",
    "expired": "no answer in time",
    "deleted": "deleted by the author",
    "protected": "account protected now",
    "suspended": "account suspended",
    "gone": "no longer on {network}",
    "own_account": "may be your own account",
}
FANS = {
    FollowPolicy.LOYAL: "Loyal fan",
    FollowPolicy.ENGAGED: "Follower who talks to you",
    FollowPolicy.EVERYONE: "New follower",
    FollowPolicy.TALK: "Loyal fan to talk to",
}
_SOON = timedelta(hours=12)  # in which an hour alone is not taken for that of another day
_WHO = 26  # characters of name and handle that leave room for the rest of the line
_NAME = 20  # characters of a name that is one word
_LINE = 50  # characters, the sign aside, that stand on one line at Discord's 16 px in a column of 440 px
_LONG_HANDLE = 20  # characters with @; X has 16 at most
_LINE_BESIDE = 42  # ... where one thing to press stands beside them, as under what is over
_MOMENTS = {  # characters of a moment at its longest, as the chats write it in English
    TimestampStyle.CLOCK: len("08:42 PM"),
    TimestampStyle.SECONDS: len("08:42:10 PM"),
    TimestampStyle.TIME: len("November 30, 2026 08:42 PM"),
    TimestampStyle.DATE: len("November 30, 2026"),
    TimestampStyle.AGO: len("51 minutes ago"),
}
_REFUSAL_WORDS = 12  # of what the network said
_AFTERWARDS = {  # under an alert that is over
    Turn.ASKED: "their turn: you asked something",
    Turn.THANKED: "they thanked you",
    Turn.DOUBTED: "was this the answer?",
}


def headline(facts: AlertView) -> str:
    """What the alert is, in a few words: its kind, how it ended, or what went wrong with the last attempt."""
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        ended = CLOSED.get(alert.closed_by or "", "closed").format(network=facts.network)
        if any(case.turn is Turn.DOUBTED for case in facts.cases):
            ended = uncapitalised(turns.SAYS[Turn.DOUBTED])
        return f"{_was(facts)}, {ended}"
    return failure(facts) or kind(facts)


def _was(facts: AlertView) -> str:
    """What an alert that is over was about."""
    if facts.alert.kind is not AlertKind.CARE or facts.lead is None:
        return FANS[facts.policy.follow_policy]
    return NAMES.get(facts.lead.category, "Post")


def kind(facts: AlertView) -> str:
    """Complaint, question, fan: the worst of all that waits."""
    if facts.alert.kind is not AlertKind.CARE or facts.lead is None:
        return FANS[facts.policy.follow_policy]
    worst = pressing(facts)[0]
    words = NAMES.get(worst.category, "Waits for an answer")
    if worst.turn is Turn.SOLVED:
        return f"{words}: {uncapitalised(turns.SAYS[worst.turn])}"
    if worst.turn in turns.OURS_AGAIN:
        words = turns.SAYS[worst.turn]
    if Flag.URGENT not in worst.flags:
        return words
    return f"Urgent {uncapitalised(words)}" if words in _NOUNS else f"Urgent: {uncapitalised(words)}"


_NOUNS = frozenset({NAMES[Category.COMPLAINT], NAMES[Category.QUESTION], NAMES[Category.CONCERN]})


def failure(facts: AlertView) -> str:
    """That the last thing somebody tried has come to nothing, and why, in few words; "" where it has not."""
    last = failed_act(facts)
    if last is None:
        return ""
    if last.state is ActState.LAPSED:
        return f"{'Follow' if last.kind is ActKind.FOLLOW else 'Reply'} not seen on {facts.network}"
    why = first_words((last.error or "").partition(". ")[0], _REFUSAL_WORDS).rstrip(".")
    return f"{NOT_DONE[last.kind]}: {why}" if why else NOT_DONE[last.kind]


def failed_act(facts: AlertView) -> Action | None:
    """The last act, if it failed or was not seen in time. Of likes and reposts the line below tells."""
    last = next((one for one in reversed(facts.actions) if not one.kind.is_small), None)
    return last if last is not None and last.state in {ActState.FAILED, ActState.LAPSED} else None


def pressing(facts: AlertView) -> list[Case]:
    """What the alert as a whole stands for, the worst first."""
    return case_rules.pressing(facts.cases)


def who(facts: AlertView) -> str:
    """The person's name and handle, so short that both stand in the first line: of a long name its first words."""
    handle = f"@{facts.handle}" if facts.handle else ""
    if facts.person is None or facts.person.gone:
        return handle or "somebody"
    words = facts.person.account.name.split()
    while len(words) > 1 and len(" ".join(words)) + len(handle) > _WHO:
        words.pop()
    named = " ".join(words)
    named = named if len(named) <= _NAME else f"{named[:_NAME]}{ELLIPSIS}"
    return f"{named} {handle}" if named and named != facts.handle else handle


def title(facts: AlertView, *, linked: bool = True, one_line: bool = False) -> Line:
    """What stands behind the headline on the same line: who, by when, who has it; each behind a dot. `linked`: the name
    leads to their profile. `one_line`: names so short that all of it stands on one line, where that helps."""
    known = facts.person is not None and facts.person.gone is None
    behind = [*_when(facts), *_holder(facts)]
    named = _who_in_line(facts, behind) if one_line else who(facts)
    person: Span = named
    if known and facts.handle and linked:
        person = Link(named, facts.links.profile(facts.handle))
    parts = [(person,), *behind]
    return tuple(span for part in parts for span in (" · ", *part))


def _who_in_line(facts: AlertView, behind: Sequence[Line]) -> str:
    """Name and handle; the handle alone where the name would push the end of the line onto a second one. A handle that
    is itself too long (a fediverse address) gives way to the name; where nothing helps, both stay."""
    both = who(facts)
    handle = f"@{facts.handle}" if facts.handle else both
    room = _LINE_BESIDE if facts.alert.state is AlertState.SETTLED else _LINE
    room -= len(headline(facts)) + len(" · ") + sum(map(_length, behind))
    name = both.removesuffix(handle).strip() if len(handle) > _LONG_HANDLE else ""
    shorter = (handle, name)
    return next((one for one in (both, *shorter) if one and len(one) <= room), both)


def _length(part: Line) -> int:
    """Characters of a part of the line, with the dot before it."""
    return len(" · ") + sum(
        _MOMENTS[span.style]
        if isinstance(span, Timestamp)
        else len(span if isinstance(span, str) else span.text)
        for span in part
    )


def _moment(at: datetime, now: datetime) -> Timestamp:
    """As short as it can be understood: the hour alone of what comes soon, how long ago of what is past."""
    if at <= now:
        return Timestamp(at, TimestampStyle.AGO)
    return Timestamp(at, TimestampStyle.CLOCK if at - now < _SOON else TimestampStyle.TIME)


def _when(facts: AlertView) -> list[Line]:
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        turn = facts.cases[0].turn if facts.cases else None
        return [(_AFTERWARDS[turn],)] if turn in _AFTERWARDS else []
    if alert.state is AlertState.SNOOZED and alert.snoozed_until:
        return [("snoozed until ", _moment(alert.snoozed_until, facts.now))]
    if alert.handed_off is not None:
        return [_handed_off(facts, alert.handed_off)]
    if alert.kind is not AlertKind.CARE or facts.lead is None:
        return []
    return [_due(facts, pressing(facts))]


def _handed_off(facts: AlertView, one: HandedOff) -> Line:
    """Who deals with it, under which number, and by when it should be resolved."""
    late = facts.now >= one.due_at
    return (
        f"handed off to {one.to}, {one.number}, {'overdue, ' if late else 'due '}",
        _moment(one.due_at, facts.now),
    )


def _due(facts: AlertView, cases: Sequence[Case]) -> Line:
    """The earliest of all that is due."""
    if all(one.turn in {Turn.SOLVED, Turn.UNADDRESSED} for one in cases):
        return ("nothing is due",)
    if cases[0].state is CaseState.ACKNOWLEDGED and cases[0].promised_at:
        late = facts.now >= cases[0].promised_at
        words = "acknowledged, promised " if late else "acknowledged, answer promised by "
        return (words, _moment(cases[0].promised_at, facts.now))
    due_at = min(one.due_at for one in cases)
    if any(facts.now >= one.due_at for one in cases):
        return ("overdue, ", _moment(due_at, facts.now))
    return ("due soon, " if any(one.warned for one in cases) else "due ", _moment(due_at, facts.now))


def _holder(facts: AlertView) -> list[Line]:
    """Who has it; nobody has what is over."""
    alert = facts.alert
    acting = {act.actor.name for act in facts.actions if act.state in LIVE_ACTS}  # that is said below
    if alert.state is AlertState.SETTLED or not alert.claimed_by or alert.claimed_by in acting:
        return []
    return [(Strong(alert.claimed_by), " has it")]


def short(case: Case) -> str:
    """A case in two words, for lists."""
    words = NAMES.get(case.category, "Waits")
    return words if case.turn is None else f"{words} ({uncapitalised(turns.SAYS[case.turn])})"
