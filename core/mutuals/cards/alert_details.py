"""All that is known about an alert, for whoever asks why: reasons, moments, words, history. Told in private. Pure."""

from collections.abc import Sequence

from mutuals.cards import alert_why, contact_preferences, current_reasons
from mutuals.cards.alert_status import log_line
from mutuals.cards.alert_title import pressing
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Button, Card, Line, Profile, Quote, Strong, Timestamp, Tone
from mutuals.cards.phrases import ELLIPSIS, duration
from mutuals.domain import sla
from mutuals.domain.ids import alert_subject
from mutuals.domain.model import AlertState, Case, CaseState, Turn
from mutuals.domain.person_notes import PersonNote

QUOTES = 4  # newest first; with the history, what a private message has room for
NOTES, NOTE = 3, 250  # the newest, and characters of each; all of them stand on the card of the person
HISTORY = 8  # lines, the newest last
NOT_USED = "Not used: how many followers they have, or anything they wrote elsewhere."


def card(facts: AlertView, notes: Sequence[PersonNote] = (), judged: Sequence[Button] = ()) -> Card:
    """The whole reasoning as one private message, with the team's newest `notes` about the person; `judged` says whether
    it was right."""
    return Card(
        key=alert_subject(facts.alert.id),
        version=facts.alert.version,
        tone=Tone.QUIET,
        headline="Why this alert",
        summary="Why this alert",
        who=_profile(facts),
        why=(*_reasons(facts), (NOT_USED,)),
        quotes=quotes(facts),
        facts=_moments(facts),
        body=(*_noted(notes), *_history(facts)),
        alert_id=facts.alert.id,
        buttons=tuple(judged),
    )


def _profile(facts: AlertView) -> Profile | None:
    """The person, unless nothing about them may be shown any more."""
    if facts.person is None or facts.person.gone:
        return None
    account = facts.person.account
    return Profile(account.name, account.handle, facts.links.profile(account.handle), account.avatar_url)


def _reasons(facts: AlertView) -> tuple[Line, ...]:
    lines: list[Line] = []
    for case in facts.cases:
        lines += [(sentence,) for sentence in current_reasons.of_case(facts, case)]
        lines += _echoes(case)
    lines += [(sentence,) for sentence in current_reasons.of_fan(facts)]
    lines += contact_preferences.lines(facts)
    lines.append(alert_why.person(facts))
    lines += contact_preferences.before_following(facts)
    return tuple(line for line in dict.fromkeys(lines) if line)


def _echoes(case: Case) -> list[Line]:
    count = len(case.echoes)
    posts = "post" if count == 1 else "posts"
    return [(f"Heard by others: {count} {posts} repost, quote or answer it.",)] if count else []


def quotes(facts: AlertView) -> tuple[Quote, ...]:
    """Their newest posts, whole."""
    ids = dict.fromkeys((*(one for case in facts.cases for one in case.post_ids), *facts.alert.evidence))
    posts = [facts.posts[one] for one in ids if one in facts.posts]
    shown = sorted((post for post in posts if not post.gone and post.text), key=lambda post: post.at)
    return tuple(Quote(post.text, facts.post_url(post), post.at) for post in shown[::-1][:QUOTES])


def _moments(facts: AlertView) -> tuple[tuple[str, Line], ...]:
    lead = facts.lead
    if lead is None:
        return ()
    rows: list[tuple[str, Line]] = [("First unanswered post", (Timestamp(lead.opened_at),))]
    if lead.state is CaseState.ACKNOWLEDGED and lead.promised_at:
        rows.append(("Answer promised by", (Timestamp(lead.promised_at),)))
    elif any(one.turn not in {Turn.SOLVED, Turn.UNADDRESSED} for one in pressing(facts)):
        rows.append(("Answer due", (Timestamp(min(one.due_at for one in pressing(facts))),)))
    open_time = sla.waited(lead, facts.now, facts.policy)
    if open_time is not None and facts.alert.state is not AlertState.SETTLED:
        by_clock = duration(facts.now - lead.opened_at)
        rows.append(("Waited", (f"{duration(open_time)} of your opening hours, {by_clock} by the clock",)))
    return tuple(rows)


def _noted(notes: Sequence[PersonNote]) -> tuple[Line, ...]:
    if not notes:
        return ()
    lines = [(_cut(one.text), " (", Strong(one.by), ", ", Timestamp(one.at), ")") for one in notes[:NOTES]]
    return ((Strong("Notes of your team"),), *lines)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= NOTE else f"{words[: NOTE - 1]}{ELLIPSIS}"


def _history(facts: AlertView) -> tuple[Line, ...]:
    log = facts.alert.log[-HISTORY:]
    return ((Strong("What happened"),), *(log_line(line) for line in log)) if log else ()
