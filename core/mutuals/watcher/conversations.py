"""Posts beside what they reply to, and our own with what they ask for."""

from dataclasses import replace

from mutuals.context import BrandContext
from mutuals.domain import loyalty, turns
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.language import follow_ups
from mutuals.domain.model import Post
from mutuals.ports.unit_of_work import UnitOfWork


async def in_their_talks(
    tx: UnitOfWork, watched: BrandContext, heard: list[ClassifiedPost]
) -> list[ClassifiedPost]:
    """Replies beside what they reply to: who answered another customer has helped only if that one had asked something,
    and who speaks to another customer does not speak to us because the network put our handle in front.
    """
    ours = {watched.brand.account.id, *watched.family}
    parents = {
        str(one.post.in_reply_to) for one in heard
        if one.reading and one.post.in_reply_to and one.post.in_reply_to_person not in ours
    }  # fmt: skip
    if not parents:
        return heard
    known = await tx.posts.by_ids(sorted(parents)) | {one.post.id: one.post for one in heard}
    us = watched.brand.account
    return [
        replace(
            one,
            post=loyalty.unless_asked(one.post, known.get(str(one.post.in_reply_to))),
            aside=bool(one.reading) and turns.said_aside(one.post, us, watched.family, known),
        )
        for one in heard
    ]  # fmt: skip


def ours(post: Post) -> ClassifiedPost:
    """A post of ours, with whether it asks for something."""
    return ClassifiedPost(post, None, says=follow_ups.said_by_us(post.text))
