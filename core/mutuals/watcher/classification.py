"""Reads one post by the line that a brand's feedback has drawn."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from mutuals.alerting import calibration as brand_calibration
from mutuals.context import BrandContext, Context
from mutuals.domain import contact_preferences, language, loyalty, reposts
from mutuals.domain.calibration import NONE, Calibration, judged, with_line
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.language import follow_ups
from mutuals.domain.model import Post
from mutuals.watcher.conversations import ours

Classifier = Callable[[BrandContext, Post], ClassifiedPost]


async def classifier_of(ctx: Context, watched: BrandContext) -> Classifier:
    """Reads by the line that the team's verdicts have drawn, else by the policy's."""
    async with ctx.store.reading(watched.brand.id) as tx:
        calibration = await brand_calibration.known(tx)
    return partial(
        classify, calibration=with_line(watched.policy.alert_line) if calibration == NONE else calibration
    )


def classify(watched: BrandContext, post: Post, calibration: Calibration = NONE) -> ClassifiedPost:
    """Read a post, by the line that the team's verdicts have drawn; our own need no reading."""
    if post.author_id == watched.brand.account.id or post.author_id in watched.family:
        return ours(post)
    post = reposts.known(post)
    us = watched.brand.account
    reading = language.read(
        post.text,
        lang=post.lang,
        replying=post.in_reply_to is not None,
        to_us=post.in_reply_to_person == us.id,
        us=us.handle,
    )
    reading = judged(reading, post.text, calibration)
    preference = contact_preferences.heard_in(post.text, reading)
    reading = contact_preferences.heeded(reading, preference)
    kind = loyalty.interaction_of(post, reading, watched.brand.account.id)
    return ClassifiedPost(
        replace(post, category=reading.category, interaction=kind),
        reading,
        preference,
        follow_ups.said_by_them(post.text, post.lang),
    )
