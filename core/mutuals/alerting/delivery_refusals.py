"""What a chat refuses for good is said in the channels: a log line alone would lose an alert."""

from mutuals.alerting import incidents
from mutuals.cards.markup import Card
from mutuals.context import BrandContext, Context
from mutuals.domain.errors import Refused
from mutuals.domain.ids import SubjectKind, parse_subject
from mutuals.domain.model import Delivery

OWN = (
    SubjectKind.NOTICE,
    SubjectKind.PRIVATE,
)  # about Mutuals itself, or for one person: what is said of them would be refused, too
LASTS = "If this happens again, tell whoever runs Mutuals: the log says what was refused."


async def in_every_form(
    ctx: Context, watched: BrandContext, row: Delivery, card: Card, error: Refused
) -> None:
    """A message was refused as it is and in each plainer form: said once for each message."""
    if parse_subject(row.subject).kind in OWN:
        return
    name = row.chat.capitalize()
    if parse_subject(row.subject).kind == SubjectKind.HISTORY:  # the same for every alert of the channel
        kind = f"history-{row.chat}-{row.channel}"
        await incidents.tell_once(ctx, watched, kind, f"{name} shows no history of alerts", str(error))
        return
    shown = "What stands there is out of date." if row.ref else "It is not shown there."
    sentence = f"{_about(card)}: {error} {shown} Type /mutuals queue to see what waits. {LASTS}"
    await incidents.tell_once(
        ctx, watched, f"refused-{row.chat}-{row.channel}-{row.subject}", f"{name} refused an alert", sentence
    )


async def out_of_date(ctx: Context, watched: BrandContext, row: Delivery, card: Card, error: Refused) -> None:
    """An older message can't be changed any more, though what it shows is over: said once a day for each channel."""
    day = f"{ctx.clock.now():%Y-%m-%d}"
    sentence = (
        f"{error} {_about(card)} stands now at: {card.headline}. Older messages there may show buttons for what is "
        "over; who presses one is told so."
    )
    await incidents.tell_once(
        ctx, watched, f"fixed-{row.chat}-{row.channel}-{day}", "An older message is out of date", sentence
    )


def _about(card: Card) -> str:
    return f"The alert about {card.about}" if card.about else f"The message “{card.headline}”"
