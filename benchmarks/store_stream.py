"""An invented stream of posts to store: a heavy tail of people, conversations, edits, duplicates, our own answers.

What the mix is, in shares of what arrives (`Mix`): one post in ten comes a second time, as pages that overlap
bring it; three in a hundred are edits, with a new id; six in a hundred are the brand's own answers; of the rest,
seven in ten belong to a conversation that others have begun. A tenth of the people write about half of all posts.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from mutuals.context import BrandContext
from mutuals.domain.case_batch import ClassifiedPost
from mutuals.domain.model import Interaction, Post

BRAND = "900"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
_TALK = (
    "the parcel never came and nobody answers at all lovely kettle thanks so much for your help today again "
    "please look at my order it is late my sister has one too and it works well great colour what a morning"
)
# What a post counts as; None: a complaint or a question, which is no act of love.
_ACTS = (None, None, Interaction.MENTION, Interaction.MENTION, Interaction.MENTION, Interaction.REPLY,
         Interaction.REPLY, Interaction.QUOTE, Interaction.REPOST, Interaction.HELPED)  # fmt: skip


@dataclass(frozen=True)
class Mix:
    """Shares of what arrives."""

    again: float = 0.10
    edits: float = 0.03
    ours: float = 0.06
    talk: float = 0.70
    people: int = 50_000  # who may write at all; few of them write often


def stream(count: int, seed: int = 1, mix: Mix | None = None, brand: str = BRAND) -> list[Post]:
    """So many arrivals, in the order of arrival; the interaction is already what the rules would make of it."""
    mix, dice = mix or Mix(), random.Random(seed)
    arrived: list[Post] = []
    talks: list[Post] = []  # posts that others may still answer
    for number in range(count):
        draw = dice.random()
        if arrived and draw < mix.again:
            arrived.append(arrived[-1 - min(len(arrived) - 1, int(dice.expovariate(1 / 200)))])
            continue
        fresh = _fresh(dice, number, mix, talks, brand, ours=draw < mix.again + mix.ours)
        theirs = [one for one in arrived[-300:] if one.author_id != brand] if draw > 1 - mix.edits else []
        if theirs:
            old = dice.choice(theirs)
            fresh = replace(
                old, id=fresh.id, at=fresh.at, text=fresh.text, first_version=old.first_version or old.id
            )
        elif len(talks) < 400:
            talks.append(fresh)
        else:
            talks[dice.randrange(400)] = fresh
        arrived.append(fresh)
    return arrived


def _fresh(
    dice: random.Random, number: int, mix: Mix, talks: Sequence[Post], brand: str, *, ours: bool
) -> Post:
    post_id = str(2_028_000_000_000_000_000 + number * 4_194_304_00 + dice.randrange(1000))
    parent = dice.choice(talks) if talks and (ours or dice.random() < mix.talk) else None
    # By this power, a tenth of the people write 0.1 ** (1 / 3) = 46 % of the posts.
    person = str(7_000_000 + int(mix.people * dice.random() ** 3) * 7919)
    text = "@kettleco " + " ".join(dice.choices(_TALK.split(), k=dice.randint(4, 40)))
    return Post(
        post_id,
        brand if ours else person,
        f"{text[:260]} ☕😀" if dice.random() < 0.25 else text[:280],
        START + timedelta(milliseconds=number * 90),
        conversation_id=parent.conversation_id if parent else post_id,
        in_reply_to=parent.id if parent else None,
        in_reply_to_person=parent.author_id if parent else None,
        mentions=(parent.author_id,) if ours and parent else (brand,),
        lang="en",
        interaction=None if ours else dice.choice(_ACTS),
    )


def pages(posts: Sequence[Post], size: int) -> Iterator[Sequence[Post]]:
    """The stream as looks would take it in, so many posts each."""
    for start in range(0, len(posts), size):
        yield posts[start : start + size]


def free_classifier(_: BrandContext, post: Post) -> ClassifiedPost:
    """A classifier that costs nothing: the language rules are measured elsewhere (`make bench-detect`)."""
    return ClassifiedPost(post, None)
