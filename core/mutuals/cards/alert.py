"""From the facts of an alert to its card. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mutuals.cards import contact_preferences, current_reasons
from mutuals.cards.alert_status import status_lines
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import in_menu, in_sight
from mutuals.cards.markup import Card, Line, Profile, Quote, Timestamp, TimestampStyle, Tone
from mutuals.cards.notices import NOT_DONE
from mutuals.domain import cases as case_rules
from mutuals.domain import sla, turns
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import (
    LIVE_ACTS,
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
    "answered": "Answered",
    "solved": "Solved, they say",
    "followed": "Followed",
    "dismissed": "Dismissed",
    "expired": "No answer in time",
    "deleted": "Deleted by the author",
    "protected": "The account is protected now",
    "suspended": "The account is suspended",
    "gone": "No longer on {network}",
    "own_account": "May be your own account",
}
FANS = {
    FollowPolicy.LOYAL: "Loyal fan, not followed back",
    FollowPolicy.ENGAGED: "Follows you, not followed back",
    FollowPolicy.EVERYONE: "Follows you, not followed back",
    FollowPolicy.TALK: "Loyal fan to talk to",
}
EVIDENCE_SHOWN = 3  # posts quoted under a fan alert; a phone shows no more without scrolling


def card(facts: AlertView) -> Card:
    """The alert as one message, in whatever state it is."""
    alert = facts.alert
    headline = _headline(facts)
    return Card(
        key=alert_subject(alert.id),
        version=alert.version,
        tone=tone(facts),
        headline=headline,
        summary=_summary(facts, headline),
        alert_id=alert.id,
        who=who(facts),
        why=_why(facts),
        quotes=_quotes(facts),
        facts=_moments(facts),
        status=status_lines(facts),
        buttons=in_sight(facts),
        menu=in_menu(facts),
    )


def moved(facts: AlertView) -> Card:
    """What stays in the fans' channel when a fan's alert has become a complaint told elsewhere."""
    name = _name(facts)
    return Card(
        key=alert_subject(facts.alert.id),
        version=facts.alert.version,
        tone=Tone.QUIET,
        headline="Moved to the complaints channel",
        summary=f"The alert about {name} has moved to the complaints channel.",
        alert_id=facts.alert.id,
        body=(("This person now waits for an answer, so the alert has moved to the complaints channel.",),),
    )


def folded(facts: AlertView) -> Card:
    """What stays of a message of its own when a bundle has taken its alert over."""
    return Card(
        key=alert_subject(facts.alert.id),
        version=facts.alert.version,
        tone=Tone.QUIET,
        headline="Now told with others",
        summary="This alert is now told in one message with others on the same theme.",
        body=(
            ("Several people write about the same thing, so this alert is now in one message with theirs.",),
        ),
    )


def _name(facts: AlertView) -> str:
    if facts.person is None:
        return "somebody"
    return f"@{facts.person.account.handle}"


def tone(facts: AlertView) -> Tone:
    """The state at a glance."""
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        return Tone.DONE if alert.closed_by in {"answered", "followed"} else Tone.QUIET
    if alert.state is AlertState.SNOOZED or any(one.state is ActState.WAITING for one in facts.actions):
        return Tone.WAITING
    if alert.kind is AlertKind.FAN:
        return Tone.FAN
    cases = pressing(facts)
    late = any(one.state is CaseState.OPEN and facts.now >= one.due_at for one in cases)
    urgent = any(Flag.URGENT in one.flags for one in cases)
    if all(one.turn is Turn.SOLVED for one in cases):
        return Tone.QUIET
    return Tone.URGENT if late or urgent else Tone.CARE


def _headline(facts: AlertView) -> str:
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        if any(case.turn is Turn.DOUBTED for case in facts.cases):
            return turns.SAYS[Turn.DOUBTED]
        return CLOSED.get(alert.closed_by or "", "Closed").format(network=facts.network)
    words = FANS[facts.policy.follow_policy]
    if alert.kind is AlertKind.CARE and facts.lead is not None:
        words = _case_words(pressing(facts), facts.now)
    if alert.state is AlertState.SNOOZED:
        return f"{words}, asleep"
    if any(act.state in LIVE_ACTS for act in facts.actions):
        return f"{words}, in hand"
    return f"{words}, {_failed(facts)}" if _failed(facts) else words


def _failed(facts: AlertView) -> str:
    """That the last thing somebody tried has come to nothing, in two words."""
    last = facts.actions[-1] if facts.actions else None
    if last is None or last.state not in {ActState.FAILED, ActState.LAPSED}:
        return ""
    if last.state is ActState.LAPSED:
        return f"{'follow' if last.kind is ActKind.FOLLOW else 'reply'} not seen on {facts.network}"
    done = NOT_DONE[last.kind]
    return f"{done[0].lower()}{done[1:]}"


def pressing(facts: AlertView) -> list[Case]:
    """What the alert as a whole stands for, the worst first."""
    return case_rules.pressing(facts.cases)


def _case_words(cases: Sequence[Case], now: datetime) -> str:
    """The worst of all that waits, and the earliest of all that is due."""
    worst = cases[0]
    words = NAMES.get(worst.category, "Waits for an answer")
    if worst.turn is Turn.SOLVED:
        return f"{words}: {turns.SAYS[worst.turn][0].lower()}{turns.SAYS[worst.turn][1:]}"
    if worst.turn in turns.OURS_AGAIN:
        words = turns.SAYS[worst.turn]
    if Flag.URGENT in worst.flags:
        words = f"Urgent {words[0].lower()}{words[1:]}"
    if worst.state is CaseState.ACKNOWLEDGED:
        return f"{words}, acknowledged"
    if any(now >= one.due_at for one in cases):
        return f"{words}, overdue"
    return f"{words}, due soon" if any(one.warned for one in cases) else words


def _summary(facts: AlertView, headline: str) -> str:
    said = next((quote.text for quote in _quotes(facts)), "")
    said = f" They wrote: {said}" if said else ""
    why = " ".join(span for line in _why(facts)[:1] for span in line if isinstance(span, str))
    status = " ".join(_plain(line) for line in status_lines(facts)[-1:])
    return f"{headline}: {_name(facts)}. {why}{said} {status}".strip()[:900]


def _plain(line: Line) -> str:
    parts = []
    for span in line:
        if isinstance(span, str):
            parts.append(span)
        elif isinstance(span, Timestamp):
            parts.append(span.at.strftime("%H:%M UTC"))
        else:
            parts.append(span.text)
    return "".join(parts)


def who(facts: AlertView) -> Profile | None:
    """The person, unless nothing about them may be shown any more."""
    if facts.person is None or facts.person.gone:
        return None
    account = facts.person.account
    return Profile(account.name, account.handle, facts.links.profile(account.handle), account.avatar_url)


def _why(facts: AlertView) -> tuple[Line, ...]:
    alert = facts.alert
    lines: list[Line] = []
    if facts.lead is not None:
        if facts.lead.turn is Turn.SOLVED:
            lines.append(
                (f"{turns.SAYS[Turn.SOLVED]}: close it by Dismiss, or answer. Nobody is called for it.",)
            )
        lines += [(sentence,) for sentence in current_reasons.of_case(facts, facts.lead)]
        lines += _echoes(facts.lead)
    if alert.is_fan or facts.lead is None:
        lines += [(sentence,) for sentence in current_reasons.of_fan(facts)]
    more = sum(1 for one in facts.cases[1:] if one.state in {CaseState.OPEN, CaseState.ACKNOWLEDGED})
    if more:
        lines.append(
            (f"{more} more {'post waits' if more == 1 else 'threads wait'} for an answer from you.",)
        )
    lines += contact_preferences.lines(facts)
    if facts.person is None:
        lines.append(("Their profile could not be looked up yet, so whether they follow you is not known.",))
    return tuple(lines)


def _echoes(lead: Case) -> list[Line]:
    count = len(lead.echoes)
    posts = "post" if count == 1 else "posts"
    return [(f"Heard by others: {count} {posts} repost, quote or answer it.",)] if count else []


def _quotes(facts: AlertView) -> tuple[Quote, ...]:
    ids = facts.alert.evidence[-EVIDENCE_SHOWN:]
    if facts.lead:
        worst = pressing(facts)[0]
        ids = (*(worst.post_ids[-1:] if worst.id != facts.lead.id else ()), *facts.lead.post_ids[-2:])
    posts = [facts.posts[one] for one in ids if one in facts.posts]
    return tuple(
        Quote(post.text, facts.post_url(post), post.at) for post in posts if not post.gone and post.text
    )


def _moments(facts: AlertView) -> tuple[tuple[str, Line], ...]:
    lead = facts.lead
    rows: list[tuple[str, Line]] = []
    if lead is not None and facts.alert.state is not AlertState.SETTLED:
        rows.append(("Posted", (Timestamp(lead.opened_at, TimestampStyle.AGO),)))
        if lead.state is CaseState.ACKNOWLEDGED and lead.promised_at:
            rows.append(("Answer promised by", (Timestamp(lead.promised_at),)))
        elif any(one.turn is not Turn.SOLVED for one in pressing(facts)):
            due_at = min(one.due_at for one in pressing(facts))
            rows.append(("Answer due", (Timestamp(due_at, TimestampStyle.AGO),)))
        open_time = sla.waited(lead, facts.now, facts.policy)
        if open_time is not None:
            by_clock = duration(facts.now - lead.opened_at)
            waited = f"{duration(open_time)} of your opening hours, {by_clock} by the clock, as of "
            rows.append(("Waited", (waited, Timestamp(facts.now))))
    if facts.person is not None and not facts.person.gone:
        rows.append(("Between you", (_bond(facts),)))
    return tuple(rows)


def duration(span: timedelta) -> str:
    """A span in words: 40 min, 2 h 5 min, 3 d 4 h."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    return (f"{hours} h {rest} min" if rest else f"{hours} h") if hours else f"{rest} min"


def _bond(facts: AlertView) -> str:
    assert facts.person is not None
    bond = facts.person.relationship
    theirs = "follows you" if bond.follows_us else "does not follow you"
    ours = "you follow them" if bond.we_follow else "you do not follow them"
    return f"{theirs}, {ours}"


def short(case: Case) -> str:
    """A case in two words, for lists."""
    words = NAMES.get(case.category, "Waits")
    return words if case.turn is None else f"{words} ({turns.SAYS[case.turn].lower()})"
