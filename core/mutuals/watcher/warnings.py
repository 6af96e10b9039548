"""What a look warns the team of beside its alerts: posts that could not be read, and accounts that pretend to be us."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import Flag
from mutuals.ports.network import Timeline
from mutuals.ports.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


async def of_gap(
    ctx: Context, watched: BrandContext, looked_at: datetime, mentions: Timeline, now: datetime
) -> None:
    """More came than the network lets anybody read: who wrote before that is told to nobody, unless a person looks."""
    handle, network = watched.brand.account.handle, watched.network.title
    until = f" and before {_clock(mentions.posts[0].at)}" if mentions.posts else ""
    sentence = (
        f"So many posts have mentioned @{handle} that {network} did not give them all. What was written after "
        f"{_clock(looked_at)}{until} could not be read, and complaints may be among it: search {network} for @{handle} and "
        "look through that time."
    )
    log.warning("look.gap", brand=watched.brand.id, posts=len(mentions.posts))
    # In a storm each look has its gap: said once an hour.
    key = f"gap-{now:%Y%m%dT%H}"
    await incidents.tell_once(ctx, watched, key, "Some posts could not be read", sentence)


async def of_short_look_back(ctx: Context, watched: BrandContext, back_to: datetime, now: datetime) -> None:
    """The network shows some posts late, and so many came that we can't look back for them as far as we want to."""
    handle, network = watched.brand.account.handle, watched.network.title
    sentence = (
        f"{network} shows some posts hours late, and Mutuals looks back for them. So many posts mention @{handle} now that "
        f"{network} lets nobody read further back than {_clock(back_to)}. A complaint that was written before and is shown "
        f"only now is not seen: search {network} for @{handle} once today."
    )
    key = f"short-look-back-{now:%Y%m%d}"
    if await incidents.tell_once(ctx, watched, key, "Some late posts may not be seen", sentence):
        log.warning("look.back_cut_short", brand=watched.brand.id)


async def of_own_gap(ctx: Context, watched: BrandContext, now: datetime) -> None:
    """The brand wrote more than the network lets anybody read: an answer may be among what was not read."""
    handle, network = watched.brand.account.handle, watched.network.title
    sentence = (
        f"@{handle} has written so much that {network} did not give it all. What was answered in older posts may "
        "still wait here: close it with Dismiss."
    )
    key = f"own-gap-{now:%Y%m%dT%H}"
    if await incidents.tell_once(ctx, watched, key, "Some answers could not be read", sentence):
        log.warning("look.own_gap", brand=watched.brand.id)


def _clock(at: datetime) -> str:
    return f"{at:%H:%M} UTC on {at.day} {at:%B}"


async def of_impostors(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, heard: Sequence[ClassifiedPost]
) -> None:
    """Somebody speaks as our support and sends people elsewhere: said once for each such account, never a case."""
    for one in heard:
        if one.reading is None or Flag.IMPOSTOR not in one.reading.flags:
            continue
        sentence = (
            "An account that is not yours writes as if it were your support, and sends people to another account or a "
            f"form: {watched.network.post_url(one.post.id, None)} . Don't answer it. Open the post on "
            f"{watched.network.title}, choose Report, then that it pretends to be you, and warn your customers."
        )
        await incidents.say_once(
            ctx, tx, watched, f"impostor-{one.post.author_id}", "Somebody may pretend to be you", sentence
        )
