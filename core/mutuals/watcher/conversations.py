"""Posts beside what they reply to, and our own with what they ask for."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from mutuals.context import BrandContext
from mutuals.domain import loyalty, turns
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.language import follow_ups, read
from mutuals.domain.language.terse import Terse, beside, said_tersely
from mutuals.domain.model import CASE_CLASSES, Interaction, Post
from mutuals.ports.unit_of_work import UnitOfWork

_KIND = 0.5  # praise in a post of ours: whoever says "same" under it shares that


async def in_their_talks(
    tx: UnitOfWork, watched: BrandContext, heard: list[ClassifiedPost]
) -> list[ClassifiedPost]:
    """Replies beside what they reply to: who answered another customer has helped only if that one had asked something,
    who speaks to another customer does not speak to us because the network put our handle in front, and a few words
    mean what they mean under what was said before.
    """
    us, speakers = watched.brand.account, {watched.brand.account.id, *watched.family}
    few = {one.post.id: said for one in heard if (said := _said_in_few_words(one))}
    parents = {
        str(one.post.in_reply_to) for one in heard
        if one.reading and one.post.in_reply_to
        and (one.post.in_reply_to_person not in speakers or one.post.id in few)
    }  # fmt: skip
    if not parents:
        return heard
    known = await tx.posts.by_ids(sorted(parents)) | {one.post.id: one.post for one in heard}
    if few:
        troubled = await _troubled(tx, heard, few, speakers)
        heard = [_beside(one, few.get(one.post.id), known, troubled, speakers) for one in heard]
        known |= {one.post.id: one.post for one in heard}
    return [
        replace(
            one,
            post=loyalty.unless_asked(one.post, known.get(str(one.post.in_reply_to))),
            aside=bool(one.reading) and turns.said_aside(one.post, us, watched.family, known),
        )
        for one in heard
    ]  # fmt: skip


def _said_in_few_words(one: ClassifiedPost) -> Terse | None:
    if one.reading is None or one.post.in_reply_to is None or one.reading.category in CASE_CLASSES:
        return None
    return said_tersely(one.post.text, one.post.lang)


async def _troubled(
    tx: UnitOfWork, heard: list[ClassifiedPost], few: Collection[str], speakers: Collection[str]
) -> set[str]:
    """Of the conversations in which somebody said a few words, those that are a case, or become one by this batch."""
    talks = {one.post.conversation_id for one in heard if one.post.id in few}
    cases = await tx.cases.of([], sorted(talks))
    begin = {
        one.post.conversation_id
        for one in heard
        if one.reading and one.reading.category in CASE_CLASSES and one.post.author_id not in speakers
    }
    return {case.conversation_id for case in cases} | begin


def _beside(
    one: ClassifiedPost,
    said: Terse | None,
    known: Mapping[str, Post],
    troubled: Collection[str],
    speakers: Collection[str],
) -> ClassifiedPost:
    """The post with the class that its few words have under the post they answer."""
    post, reading = one.post, one.reading
    if said is None or reading is None:
        return one
    under_ours = post.in_reply_to_person in speakers
    parent = known.get(str(post.in_reply_to))
    trouble = post.conversation_id in troubled
    if parent is not None and not under_ours:
        trouble = (
            parent.category in CASE_CLASSES
        )  # under a kind word in the same conversation they agree with that
    cheerful = parent is not None and read(parent.text, lang=parent.lang).praise >= _KIND
    reading = beside(reading, said, trouble=trouble, ours=under_ours and not cheerful)
    if reading is one.reading:
        return one
    return replace(
        one, reading=reading, post=replace(post, category=reading.category, interaction=Interaction.MENTION)
    )


def ours(post: Post) -> ClassifiedPost:
    """A post of ours, with whether it asks for something."""
    return ClassifiedPost(post, None, says=follow_ups.said_by_us(post.text))
