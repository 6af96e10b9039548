"""Answers to the slash commands that tell or change the state of affairs. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from mutuals.cards.markup import (
    Button,
    Card,
    EphemeralReply,
    Intent,
    Line,
    ListItem,
    Strong,
    Timestamp,
    TimestampStyle,
    Tone,
)
from mutuals.domain.ids import EVERYTHING

_TOLD = "Every alert channel is told."


def ask_to_stop(networks: str, why: str) -> EphemeralReply:
    """The question before everything is stopped; `why` is what every channel will be told."""
    lines: list[Line] = [
        (
            f"Nothing goes out to {networks} any more then, for all brands, until an admin types /mutuals start.",
        ),
        (
            f"Every alert channel is told{', with your reason:' if why else '. Type why behind it: /mutuals stop …'}",
        ),
    ]
    lines += [(f"“{why}”",)] if why else []
    button = Button(Intent.STOP, "Stop everything now", primary=True)
    card = answer_card("Stop everything?", tuple(lines), alert_id=EVERYTHING, buttons=(button,))
    return EphemeralReply(card=card)


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


def status(
    brand: str,
    network: str,
    looked_at: datetime | None,
    counts: Mapping[str, int],
    spent_micros: int,
    limit_dollars: float,
    troubles: Sequence[str],
    learned: str | None = None,
    month: str | None = None,
) -> EphemeralReply:
    """How things stand; `month` tells what the month costs;
    `network` is the title of the brand's, `spent_micros` is today's spending (UTC) in millionths of a
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
    lines += [(month,)] if month else []
    lines += [(learned,)] if learned else []
    lines += [(f"Trouble: {one}",) for one in troubles] or [("No trouble known.",)]
    return EphemeralReply(card=answer_card("How things stand", tuple(lines)))


def line_reset(before: float | None, line: float) -> EphemeralReply:
    """That the alert line is back at the one of the settings; `before` is None when it had not moved."""
    stays = f"The alert line has not moved from {line:.2f}."
    went = stays if before is None else f"The alert line is back from {before:.2f} to {line:.2f}."
    return EphemeralReply(card=answer_card("The alert line", ((went,), ("Verdicts count anew from now.",))))


def answer_card(
    title: str,
    body: tuple[Line, ...] = (),
    *,
    summary: str = "",
    sections: tuple[ListItem, ...] = (),
    status: tuple[Line, ...] = (),
    alert_id: str | None = None,
    buttons: tuple[Button, ...] = (),
) -> Card:
    """The card of a private answer: it stands in no channel, so that nothing is known again by its key."""
    return Card(
        key="answer",
        private=True,
        version=1,
        tone=Tone.QUIET,
        headline=title,
        summary=summary or title,
        alert_id=alert_id,
        body=body,
        sections=sections,
        status=status,
        buttons=buttons,
    )
