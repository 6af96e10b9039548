"""What every network that tells by itself promises, by `mutuals.ports.events.EventStream`: each test runs on each of them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from datetime import datetime

import pytest

from mutuals.domain.errors import TryAgain
from mutuals.ports.events import EventStream, NetworkEvent, PostDeleted, PostWritten, StreamItem, StreamOpened
from tests.contracts.networks import open_network
from tests.contracts.networks.memory import Memory
from tests.contracts.networks.world import HOUR
from tests.contracts.networks.x import X

PATIENCE = 5.0  # seconds

World = Memory | X


@pytest.fixture(params=("memory", "x"))
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """Each network in turn, signed in, and telling by itself."""
    async with open_network(request.param) as opened:
        assert isinstance(opened, Memory | X)
        yield opened


async def subscribed(world: World) -> EventStream:
    stream = world.stream()
    await stream.subscribe()
    return stream


class Line:
    """A stream that is read in the background."""

    def __init__(self, stream: EventStream, since: datetime | None = None) -> None:
        self._queue: asyncio.Queue[StreamItem | Exception] = asyncio.Queue()
        self._task = asyncio.ensure_future(self._read(stream, since))

    async def _read(self, stream: EventStream, since: datetime | None) -> None:
        try:
            async with aclosing(stream.open(since)) as line:  # type: ignore[type-var]  # generators, both of them
                async for item in line:
                    await self._queue.put(item)
        except TryAgain as error:
            await self._queue.put(error)

    async def next(self) -> StreamItem | Exception:
        async with asyncio.timeout(PATIENCE):
            return await self._queue.get()

    async def events(self, count: int) -> Sequence[NetworkEvent]:
        found: list[NetworkEvent] = []
        while len(found) < count:
            item = await self.next()
            if isinstance(item, Exception):
                raise item
            found += [item] if isinstance(item, NetworkEvent) else []
        return found

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


async def test_the_line_says_first_that_it_is_open(world: World):
    line = Line(await subscribed(world))
    first = await line.next()
    await line.close()

    assert first == StreamOpened(complete=False)


async def test_a_mention_is_told_as_a_poll_would_give_it(world: World):
    line = Line(await subscribed(world))
    await line.next()
    post = await world.mentioned()
    (event,) = await line.events(1)
    await line.close()

    assert event.account_id == world.brand.id
    assert isinstance(event.body, PostWritten)
    told = event.body.post
    assert (told.id, told.author_id, told.text, told.at, told.conversation_id) == (
        post.id, post.author_id, post.text, post.at, post.conversation_id
    )  # fmt: skip
    assert world.brand.id in told.mentions


async def test_an_answer_to_the_brand_and_what_the_brand_itself_writes_are_told_in_their_order(world: World):
    line = Line(await subscribed(world))
    await line.next()
    ours = world.write(world.brand, "A new kettle is out.")
    await world.wait()
    answer = world.write(world.bo, "I want it", answers=ours)
    events = await line.events(2)
    await line.close()

    posts = [one.body.post for one in events if isinstance(one.body, PostWritten)]
    assert [one.id for one in posts] == [ours, answer]
    assert (posts[1].in_reply_to, posts[1].in_reply_to_person) == (ours, world.brand.id)


async def test_what_is_not_about_the_brand_is_not_told(world: World):
    line = Line(await subscribed(world))
    await line.next()
    world.write(world.bo, "I like kettles")
    mention = world.mention("my kettle arrived broken")
    (event,) = await line.events(1)
    await line.close()

    assert isinstance(event.body, PostWritten)
    assert event.body.post.id == mention


async def test_a_deleted_post_of_the_brand_is_told(world: World):
    line = Line(await subscribed(world))
    await line.next()
    ours = world.write(world.brand, "A new kettle is out.")
    world.delete(ours)
    events = await line.events(2)
    await line.close()

    assert events[1].body == PostDeleted(ours)


async def test_nothing_is_told_to_whom_is_not_subscribed_any_more(world: World):
    stream = await subscribed(world)
    line = Line(stream)
    await line.next()
    await stream.unsubscribe()
    world.mention("before")
    await stream.subscribe()
    after = world.mention("after")
    (event,) = await line.events(1)
    await line.close()

    assert isinstance(event.body, PostWritten)
    assert event.body.post.id == after


async def test_a_line_that_is_cut_ends_with_a_reason_to_try_again(world: World):
    line = Line(await subscribed(world))
    await line.next()
    world.cut_line()

    while not isinstance(item := await line.next(), Exception):
        pass
    await line.close()
    assert isinstance(item, TryAgain)


async def test_a_cursor_leaves_out_what_was_told_and_keeps_what_was_not(world: World):
    stream = await subscribed(world)
    start = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    before = world.mention("before the line")
    await world.wait()
    opened = world.now()
    await world.wait()
    told = world.mention("told by an event")
    await world.wait()
    cut = world.now()
    await world.wait()
    after = world.mention("after the cut")

    async def read(cursor: str | None) -> list[str]:
        return [one.id for one in (await world.network.mentions(cursor)).posts]

    closing = stream.cursor_between(start, after=None, before=opened)
    beyond = stream.cursor_between(start, after=None, before=None, told=told)
    since = stream.cursor_between(start, after=cut, before=None)
    assert stream.cursor_between(start, after=None, before=None) == start
    assert before in await read(closing)
    assert await read(closing) != await read(start)
    assert told not in await read(closing)
    assert [one for one in await read(beyond) if one in (before, told, after)] == [after]
    assert [one for one in await read(since) if one in (before, told, after)] == [after]


async def test_a_reading_up_to_the_opening_goes_on_behind_it(world: World):
    stream = await subscribed(world)
    start = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    opened = world.now()
    await world.wait()
    later = world.mention("after the opening")

    found = await world.network.mentions(stream.cursor_between(start, after=None, before=opened))
    assert later not in [one.id for one in found.posts]
    assert later in [one.id for one in (await world.network.mentions(found.cursor)).posts]
