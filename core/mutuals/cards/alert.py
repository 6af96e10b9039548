"""From the facts of an alert to its card: short, in the reader's order. Pure."""

from collections.abc import Sequence

from mutuals.cards import alert_title, alert_why
from mutuals.cards.alert_status import status_lines
from mutuals.cards.alert_title import pressing, who
from mutuals.cards.alert_view import AlertView
from mutuals.cards.buttons import in_menu, in_sight
from mutuals.cards.markup import Card, Line, Quote, Stage, Timestamp, Tone
from mutuals.cards.phrases import count_words, first_words, without_names_in_front
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import ActState, AlertKind, AlertState, CaseState, Flag, Post, Turn

WORDS = 45  # above the buttons of an open alert: what a phone shows without scrolling
_QUOTED = 8  # words of a post at least, however much else there is to say
_WISHED = 16  # words of a post before which the reasons give way
_SECOND = 8  # words of an older post that are worth a line of their own
_SOURCE = 7  # words behind a quote: its link and its age
_MOMENT = 3  # words of a point in time
_QUOTES = 2
ANSWERED = frozenset({"answered", "solved", "followed", "resolved"})  # how an alert ends well


def card(facts: AlertView) -> Card:
    """The alert as one message, in whatever state it is: over, it is two lines and a menu."""
    alert = facts.alert
    headline = alert_title.headline(facts)
    title, status = alert_title.title(facts, one_line=True), status_lines(facts)
    over = alert.state is AlertState.SETTLED
    person = () if over else alert_why.person(facts)
    said = count_words(headline) + sum(map(_words, (title, person, *status)))
    theirs = _SOURCE + min(_WISHED, sum(count_words(post.text) for post in _posts(facts)[:1]))
    why = () if over else alert_why.why(facts, WORDS - said - theirs)
    quotes = () if over else _quotes(facts, WORDS - said - sum(map(_words, why)))
    return Card(
        key=alert_subject(alert.id),
        version=alert.version,
        tone=tone(facts),
        headline=headline,
        title=title,
        about=who(facts),
        summary=_summary(facts, headline, status),
        alert_id=alert.id,
        quotes=quotes,
        why=why,
        body=(person,) if person else (),
        status=status,
        buttons=in_sight(facts),
        menu=in_menu(facts),
        stage=stage(facts),
        over=over,
    )


def moved(facts: AlertView) -> Card:
    """What stays in the fans' channel when a fan's alert has become a complaint told elsewhere."""
    name = who(facts)
    return Card(
        key=alert_subject(facts.alert.id),
        version=facts.alert.version,
        tone=Tone.QUIET,
        stage=Stage.CLOSED,
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
        stage=Stage.CLOSED,
        headline="Now told with others",
        summary="This alert is now told in one message with others on the same theme.",
        body=(
            ("Several people write about the same thing, so this alert is now in one message with theirs.",),
        ),
    )


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


def stage(facts: AlertView) -> Stage:
    """The state in one word; what is late is late whoever has it."""
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        return Stage.ANSWERED if alert.closed_by in ANSWERED else Stage.CLOSED
    cases = pressing(facts) if alert.kind is AlertKind.CARE and facts.lead is not None else []
    if any(one.state is CaseState.OPEN and facts.now >= one.due_at for one in cases):
        return Stage.OVERDUE
    return Stage.CLAIMED if alert.claimed_by else Stage.OPEN


def _summary(facts: AlertView, headline: str, status: Sequence[Line]) -> str:
    """For a notification and for a screen reader: what, who, their words; under an alert that is over, how it ended."""
    if facts.alert.state is AlertState.SETTLED:
        said = " ".join(map(_plain, status))
    else:
        said = next((without_names_in_front(post.text) for post in _posts(facts)), "")
    return f"{headline}: {who(facts)}. {said}".strip()[:900]


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


def _words(line: Line) -> int:
    return sum(_MOMENT if isinstance(span, Timestamp) else count_words(span if isinstance(span, str) else span.text)
               for span in line)  # fmt: skip


def _posts(facts: AlertView) -> Sequence[Post]:
    """What they wrote, the newest first; of several cases, what is worst first."""
    ids: tuple[str, ...] = facts.alert.evidence
    if facts.lead:
        worst = pressing(facts)[0]
        ids = worst.post_ids if worst.id == facts.lead.id else (*facts.lead.post_ids, *worst.post_ids[-1:])
    posts = [facts.posts[one] for one in ids if one in facts.posts]
    return [post for post in reversed(posts) if not post.gone and post.text]


def _quotes(facts: AlertView, room: int) -> tuple[Quote, ...]:
    """Their words, as many as there is room for; the rest stands behind the link, and behind "Why"."""
    quotes: list[Quote] = []
    for post in _posts(facts)[:_QUOTES]:
        room -= _SOURCE
        if quotes and room < _SECOND:
            break
        words = first_words(without_names_in_front(post.text), room if quotes else max(room, _QUOTED))
        room -= count_words(words)
        quotes.append(Quote(words, facts.post_url(post), post.at, f"View on {facts.network}"))
    return tuple(quotes)
