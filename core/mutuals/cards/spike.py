"""Far more than usual is said to the brand: one message, kept as things stand, and a second one if it doubles. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mutuals.cards.markup import Card, Line, Link, Strong, Timestamp, TimestampStyle, Tone
from mutuals.domain.hour_counts import HourCount
from mutuals.domain.spikes import SpikeKind, Usual

HOURS = 5  # rows of the table
HEADLINES = {
    SpikeKind.COMPLAINTS: "Far more complaints than usual",
    SpikeKind.PRAISE: "Far more praise than usual",
    SpikeKind.POSTS: "Far more posts than usual",
}
_TO_DO = {
    SpikeKind.COMPLAINTS: "Say in a post of your own what happened and when it will be mended. Then answer those who wait: "
    "/mutuals queue",
    SpikeKind.PRAISE: "Say thanks while it is read: /mutuals today has those whose praise nobody has answered.",
    SpikeKind.POSTS: "Look at what they talk about before you answer: /mutuals queue has those who wait.",
}


@dataclass(frozen=True, slots=True)
class SpikeView:
    """One episode as it stands. `hours` are the last ones of it, oldest first, each with what is usual then; `lately` is
    what the shares are about. `post_url` is the post that most of them answer, and `about_it` how many do."""

    subject: str
    handle: str
    kind: SpikeKind
    began: datetime
    ended: datetime | None
    peak: int
    hours: Sequence[tuple[datetime, int, float]]
    lately: HourCount
    usual: Usual
    total: int
    post_url: str | None = None
    about_it: int = 0


def card(view: SpikeView, version: int) -> Card:
    """The message of an episode."""
    headline = HEADLINES[view.kind] if view.ended is None else "Calm again"
    told = view.hours[-1][1] if view.hours else 0
    if view.ended is not None:
        span = (Timestamp(view.began), " to ", Timestamp(view.ended))
        most = f", at most {view.peak} in an hour; {_number(view.usual.posts)} is usual."
        body: tuple[Line, ...] = ((f"{view.total} posts to @{view.handle} from ", *span, most),)
        tone = Tone.QUIET
    else:
        body = (*_table(view), *_shares(view), *_one_post(view), (_TO_DO[view.kind],))
        tone = Tone.FAN if view.kind is SpikeKind.PRAISE else Tone.URGENT
    summary = f"{headline}: @{view.handle}, {_posts(told)} in this hour, {_number(view.usual.posts)} usual."
    return Card(
        key=view.subject,
        version=version,
        tone=tone,
        headline=headline,
        about=f"@{view.handle}",
        summary=headline if view.ended else summary,
        body=body,
    )


def doubled(view: SpikeView) -> Card:
    """The message that calls somebody: it goes on growing."""
    now = view.hours[-1][1] if view.hours else 0
    text = f"It goes on growing: {_posts(now)} to @{view.handle} in this hour, {_number(view.usual.posts)} usual."
    return Card(
        key=view.subject,
        version=1,
        tone=Tone.URGENT,
        headline=f"{HEADLINES[view.kind]}, and twice as many now",
        summary=text,
        body=((text,), *_shares(view), *_one_post(view), (_TO_DO[view.kind],)),
        ping=view.kind is not SpikeKind.PRAISE,
    )


def _table(view: SpikeView) -> tuple[Line, ...]:
    return tuple(
        (Timestamp(hour, TimestampStyle.CLOCK), ": ", Strong(_posts(count)), f", usually {_number(normal)}")
        for hour, count, normal in view.hours[-HOURS:]
    )


def _shares(view: SpikeView) -> tuple[Line, ...]:
    recent, normal = view.lately, view.usual
    parts = [
        f"{part} {word} ({_percent(part / recent.posts)}, usually {_percent(share)})"
        for part, word, share in (
            (recent.complaints, "complain", normal.complaints),
            (recent.praise, "praise", normal.praise),
        )
        if recent.posts and part
    ]
    return ((f"Of {_posts(recent.posts)} in three hours {' and '.join(parts)}.",),) if parts else ()


def _one_post(view: SpikeView) -> tuple[Line, ...]:
    if view.post_url is None:
        return ()
    return ((f"{view.about_it} of them are about one post: ", Link("open it", view.post_url), "."),)


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count} posts"


def _number(usual: float) -> str:
    return "less than one" if usual < 0.5 else f"{usual:.0f}"


def _percent(share: float) -> str:
    return f"{share:.0%}"
