"""Feedback: what the team said of our classification of a post."""

from typing import Any

from mutuals.domain.feedback import Feedback
from mutuals.ports.store import Store
from tests.support.values import BRAND, HOUR, START


def feedback(post_id: str, hours: int = 0, **changes: Any) -> Feedback:
    usual: dict[str, Any] = {"actor_key": "slack/U1", "actor_name": "Ana", "value": "not_us"}
    usual |= {"category": "complaint", "score": 0.7, "at": START + hours * HOUR}
    return Feedback(BRAND, post_id, **(usual | changes))


async def test_a_persons_later_word_on_a_post_replaces_the_earlier_and_not_another_persons(
    store: Store,
) -> None:
    later, another = feedback("1", 2, value="complaint"), feedback("1", 1, actor_key="slack/U2")
    async with store.transaction(BRAND) as tx:
        for said in (feedback("1"), another, feedback("2", 3), later):
            await tx.feedback.put(said)

        assert await tx.feedback.on(["1", "9"]) == [another, later]
        assert await tx.feedback.on([]) == []


async def test_the_newest_words_come_oldest_first(store: Store) -> None:
    said = [feedback(str(number), number) for number in range(4)]
    async with store.transaction(BRAND) as tx:
        for one in (said[2], said[0], said[3], said[1]):
            await tx.feedback.put(one)

        assert await tx.feedback.newest() == said
        assert await tx.feedback.newest(limit=2) == said[2:]
        assert await tx.feedback.newest(since=START + HOUR) == said[2:]
        assert await tx.feedback.newest(since=START, limit=1) == said[3:]
        assert (await tx.feedback.count(), await tx.feedback.count(START)) == (4, 3)


async def test_a_word_that_is_taken_back_is_gone_and_another_persons_stays(store: Store) -> None:
    mine, another, other_post = feedback("1"), feedback("1", 1, actor_key="slack/U2"), feedback("2", 2)
    async with store.transaction(BRAND) as tx:
        for said in (mine, another, other_post):
            await tx.feedback.put(said)

        await tx.feedback.take_back("1", "slack/U1")
        await tx.feedback.take_back("9", "slack/U1")

        assert await tx.feedback.newest() == [another, other_post]
