"""Answers to the slash commands: lists and the state of affairs. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.cards.alert_title import short
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Card, EphemeralReply, Line, Link, Strong, Timestamp, TimestampStyle, Tone
from mutuals.domain.model import AlertState

_HELP: tuple[Line, ...] = (
    (
        Strong("queue"),
        ": everything that waits for somebody, the most pressing first; queue 2 shows the next ten",
    ),
    (Strong("fans"), ": loyal fans who are not followed back"),
    (Strong("complaints"), ": complaints and questions without an answer"),
    (Strong("status"), ": what is watched, when it was last looked at, and what it costs"),
    (Strong("family"), ": your own accounts, and those that may be; family yes @name, or no, says which are"),
    (Strong("reset-line"), ": puts the alert line back to where it was before your team's verdicts moved it"),
    (
        Strong("stop"),
        ": stops everything that goes out to {networks}, at once and for all brands; write why behind it",
    ),
    (Strong("start"), ": lets it go out again"),
    (Strong("help"), ": this list"),
    ("Under each alert: Reply answers in public, Acknowledge sends a short holding reply, Follow follows.",),
    ("Not a complaint, Not for us and More like this, in the menu, tell Mutuals how well it judges.",),
    ("Nothing is ever sent or followed without your click.",),
    (
        "Viewers read. Trainees also claim, snooze and write drafts. Members also send, follow, dismiss and judge.",
    ),
    ("Admins also stop, start and reset-line.",),
)
COMMANDS = ("queue", "fans", "complaints", "status", "family", "reset-line", "stop", "start", "help")
_TOLD = "Every alert channel is told."


PAGE = 10
_TITLES = {
    "queue": "What waits for somebody",
    "fans": "Loyal fans, not followed back",
    "complaints": "Waiting for an answer",
}


@dataclass(frozen=True, slots=True)
class Page:
    """Some alerts of a list, and what is true of the whole list."""

    rows: Sequence[AlertView]
    start: int  # how many stand before them
    total: int
    asleep: int  # snoozed
    claimed: int
    untold: int  # cases that wait and have no alert yet
    troubles: Sequence[str]
    theirs: int = 0  # cases in which it is the person's turn


def listing(name: str, page: Page) -> EphemeralReply:
    """A list of alerts, ten at most, with how many more there are and how to see them."""
    lines: list[Line] = [_row(facts) for facts in page.rows]
    lines = [*lines, *_more(name, page)] if lines else [(_nothing(page),)]
    if page.untold:
        lines.append((_untold(page.untold),))
    if page.theirs:
        whom = "1 person" if page.theirs == 1 else f"{page.theirs} people"
        lines.append(
            (f"You have asked {whom} something: it is their turn, and their answer brings them back here.",)
        )
    lines += [(f"Trouble: {one}",) for one in page.troubles]
    return EphemeralReply(card=_card(_TITLES[name], tuple(lines)))


def _nothing(page: Page) -> str:
    """All clear only where it is so."""
    if page.troubles:
        return "Nothing waits among what Mutuals has read, but it may not see everything now."
    return "No alert waits." if page.untold else "Nothing waits. Well done."


def _more(name: str, page: Page) -> list[Line]:
    end = page.start + len(page.rows)
    lines: list[Line] = []
    if page.total > end:
        lines.append((f"And {page.total - end} more. The next ones: /mutuals {name} {end // PAGE + 1}",))
    if page.start or page.total > end:
        lines.append((f"These are {page.start + 1} to {end} of {page.total}.",))
    if page.asleep == page.total:
        lines.append(("All of them are snoozed: nothing else waits now.",))
    elif page.asleep and page.total > len(page.rows):
        lines.append((f"{page.asleep} of the {page.total} {'is' if page.asleep == 1 else 'are'} snoozed.",))
    return lines


def _untold(count: int) -> str:
    if count == 1:
        return (
            "1 more post waits below the line or for its moment; it is told in time or in the daily digest."
        )
    return f"{count} more posts wait below the line or for their moment; they are told in time or in the daily digest."


def stopped(networks: str) -> str:
    """To the admin who stopped all acts; `networks` says where nothing goes out to ("X and Bluesky")."""
    return (
        f"Stopped. Nothing goes out to {networks} until an admin types /mutuals start, and what was under way is held. "
        "Every alert channel is told now."
    )


def started(held: Sequence[str]) -> str:
    """To the admin who let acts go out again; `held` names who had pressed for each act that goes on now."""
    if not held:
        return f"Acts go out again. Nothing was held. {_TOLD}"
    whose = [f"{name} ({count})" if count > 1 else name for name, count in sorted(Counter(held).items())]
    acts = "1 act that was held goes" if len(held) == 1 else f"{len(held)} acts that were held go"
    return f"Acts go out again. {acts} on now, begun by {', '.join(whose)}. {_TOLD}"


def help_answer(networks: str) -> EphemeralReply:
    """What the commands and the buttons do; `networks` says where acts go out to ("X and Bluesky")."""
    lines = tuple(
        tuple(span.format(networks=networks) if isinstance(span, str) else span for span in line)
        for line in _HELP
    )
    return EphemeralReply(card=_card("What Mutuals can do", lines))


def status(
    brand: str,
    network: str,
    looked_at: datetime | None,
    counts: Mapping[str, int],
    spent_micros: int,
    limit_dollars: float,
    troubles: Sequence[str],
    learned: str | None = None,
) -> EphemeralReply:
    """How things stand; `network` is the title of the brand's, `spent_micros` is today's spending (UTC) in millionths of a
    dollar, `learned` tells how the team's verdicts have moved the alert line."""
    look: Line = (
        (f"Last look at {network}: ", Timestamp(looked_at, TimestampStyle.AGO))
        if looked_at
        else (f"Not looked at {network} yet.",)
    )
    waiting = (
        f"Waiting for somebody: {counts.get('open_care', 0)} to answer, {counts.get('open_fan', 0)} fans."
    )
    lines: list[Line] = [
        ("Watching ", Strong(f"@{brand}"), "."),
        look,
        (waiting,),
        (f"{network} has cost ${spent_micros / 1e6:.2f} today; the limit is ${limit_dollars:.2f} a day.",),
    ]
    lines += [(learned,)] if learned else []
    lines += [(f"Trouble: {one}",) for one in troubles] or [("No trouble known.",)]
    return EphemeralReply(card=_card("How things stand", tuple(lines)))


def line_reset(before: float | None, line: float) -> EphemeralReply:
    """That the alert line is back at the one of the settings; `before` is None when it had not moved."""
    stays = f"The alert line has not moved from {line:.2f}."
    went = stays if before is None else f"The alert line is back from {before:.2f} to {line:.2f}."
    return EphemeralReply(card=_card("The alert line", ((went,), ("Verdicts count anew from now.",))))


def _card(title: str, body: tuple[Line, ...]) -> Card:
    return Card(key="answer", version=1, tone=Tone.QUIET, headline=title, summary=title, body=body)


def _row(facts: AlertView) -> Line:
    name = f"@{facts.handle}" if facts.handle else "somebody"
    post = facts.target()
    link: tuple[Link | str, ...] = (
        (" ", Link(f"View on {facts.network}", facts.post_url(post))) if post else ()
    )
    held = f" ({facts.alert.claimed_by} has it)" if facts.alert.claimed_by else ""
    asleep = " (snoozed)" if facts.alert.state is AlertState.SNOOZED else ""
    if facts.lead is None:
        return ("Loyal fan: ", Strong(name), held, asleep, *link)
    return (
        f"{short(facts.lead)}: ",
        Strong(name),
        ", due ",
        Timestamp(facts.lead.due_at, TimestampStyle.AGO),
        held,
        asleep,
        *link,
    )
