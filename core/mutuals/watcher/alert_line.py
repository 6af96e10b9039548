"""Tells the team that the alert line has moved by its verdicts, and what that would have changed."""

from datetime import timedelta

from mutuals.alerting import calibration as brand_calibration
from mutuals.alerting import incidents
from mutuals.context import BrandContext, Context
from mutuals.domain.calibration import Calibration, LineEffect, effect, with_line
from mutuals.ports.unit_of_work import UnitOfWork
from mutuals.watcher.classification import classify

LOOK_BACK, POSTS = timedelta(days=30), 500  # of what both lines are compared on: a tenth of a second


async def announce(ctx: Context, tx: UnitOfWork, watched: BrandContext) -> bool:
    """Say once where the line stands when it has moved or was put back; gives whether there is something to deliver."""
    moved = await brand_calibration.untold(tx, watched.policy.alert_line)
    if moved is None:
        return False
    before, now = moved
    known = with_line(before)
    after = await brand_calibration.known(tx)
    changed = await _effect(ctx, tx, watched, known, after if after.line == now else with_line(now))
    said = brand_calibration.effect_sentence(changed)
    await brand_calibration.told(tx, now, said)
    sentence = (
        f"A post is told as a complaint from a score of {brand_calibration.shown(now)} on; it was "
        f"{brand_calibration.shown(before)}. {said + ' ' if said else ''}Your verdicts move this line. "
        "An admin puts it back with /mutuals reset-line"
    )
    key = f"line-{ctx.clock.now():%Y%m%dT%H%M%S}"
    return await incidents.say_once(ctx, tx, watched, key, "The alert line has moved", sentence, good=True)


async def _effect(
    ctx: Context, tx: UnitOfWork, watched: BrandContext, before: Calibration, after: Calibration
) -> LineEffect:
    heard = [
        (one.reading, post.text)
        for post in await tx.posts.since(ctx.clock.now() - LOOK_BACK, POSTS)
        if not post.gone and post.reposts is None and (one := classify(watched, post)).reading is not None
    ]
    return effect([(reading, text) for reading, text in heard if reading], before, after)
