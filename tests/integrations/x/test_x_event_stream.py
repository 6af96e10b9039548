"""X's stream of events through the real client: what it tells, what it subscribes to, and each way in which it fails."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from mutuals.domain.errors import MutualsError, NotAuthorized, Paused, Refused, TryAgain
from mutuals.ports.events import (
    EventStream,
    FollowChanged,
    Heartbeat,
    NetworkEvent,
    PostDeleted,
    PostWritten,
    SignInRevoked,
    StreamItem,
    StreamOpened,
)
from mutuals_sandbox.faults import FaultKind
from mutuals_x import event_stream
from tests.support.present import present
from tests.support.waiting import until
from tests.support.x_environment import XEnvironment, close_environment, open_environment

STREAM = "GET /2/activity/stream"


@pytest.fixture
async def world(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[XEnvironment]:
    """X with a sign of life twenty times a second, of which six may be missing."""
    monkeypatch.setattr(event_stream, "SILENT_AFTER", timedelta(seconds=0.4))
    environment = await open_environment()
    environment.server.activity.keep_alive = 0.05
    yield environment
    await close_environment(environment)


def streamed(world: XEnvironment, **changes: Any) -> EventStream:
    """A brand's stream, with the app's own token."""
    bearer = SecretStr(world.server.issue_app_token())
    stream = world.network(**{"push": "stream", "bearer_token": bearer, **changes}).events()
    return present(stream)


class Listener:
    """Reads a stream in the background."""

    def __init__(self, stream: EventStream, since: Any = None) -> None:
        self.items: list[StreamItem] = []
        self.error: MutualsError | None = None
        self._task = asyncio.ensure_future(self._read(stream, since))

    async def _read(self, stream: EventStream, since: Any) -> None:
        try:
            async for item in stream.open(since):
                self.items.append(item)
        except MutualsError as error:
            self.error = error

    @property
    def events(self) -> Sequence[NetworkEvent]:
        return [one for one in self.items if isinstance(one, NetworkEvent)]

    async def opened(self) -> "Listener":
        await until(lambda: self.items or self.error, 5)
        return self

    async def failed(self) -> MutualsError:
        return await until(lambda: self.error, 5)

    async def stop(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


async def listening(world: XEnvironment, **changes: Any) -> Listener:
    stream = streamed(world, **changes)
    await stream.subscribe()
    return await Listener(stream).opened()


# --- what is told ----------------------------------------------------------------------------------


async def test_each_kind_of_post_about_the_brand_is_told_with_whom_it_is_about(world: XEnvironment):
    heard = await listening(world, push_reposts=True)
    ours = world.world.post(world.brand.id, "A new hat is out.")
    mention = world.world.post(world.ana.id, "@tarnhats my hat arrived torn & wet")
    reply = world.world.post(world.ben.id, "when?", in_reply_to=ours.id)
    quote = world.world.post(world.ben.id, "look at that", quote_of=ours.id)
    repost = world.world.post(world.ana.id, "", repost_of=ours.id)
    await until(lambda: len(heard.events) >= 5)
    await heard.stop()

    posts = {one.body.post.id: one.body.post for one in heard.events if isinstance(one.body, PostWritten)}
    assert set(posts) == {ours.id, mention.id, reply.id, quote.id, repost.id}
    assert posts[mention.id].text == "@tarnhats my hat arrived torn & wet"
    assert posts[mention.id].mentions == (world.brand.id,)
    assert (posts[reply.id].in_reply_to, posts[reply.id].in_reply_to_person) == (ours.id, world.brand.id)
    assert (posts[quote.id].quotes, posts[quote.id].quotes_person) == (ours.id, world.brand.id)
    assert posts[repost.id].reposts == ours.id
    assert {one.account_id for one in heard.events} == {world.brand.id}
    assert len({one.name for one in heard.events}) == len(heard.events)


async def test_a_deletion_a_follow_both_ways_and_a_revoked_access_are_told(world: XEnvironment):
    heard = await listening(world, push_follows=True)
    ours = world.world.post(world.brand.id, "A new hat is out.")
    world.world.delete(ours.id)
    world.world.follow(world.ana.id, world.brand.id)
    world.world.unfollow(world.ana.id, world.brand.id)
    world.world.follow(world.brand.id, world.ben.id)
    world.server.activity.revoked(world.brand.id)
    await until(lambda: any(isinstance(one.body, SignInRevoked) for one in heard.events))
    await heard.stop()

    bodies = [one.body for one in heard.events if not isinstance(one.body, PostWritten)]
    follows = [one for one in bodies if isinstance(one, FollowChanged)]
    assert bodies[0] == PostDeleted(ours.id)
    assert [(one.source_id, one.target_id, one.follows) for one in follows] == [
        (world.ana.id, world.brand.id, True),
        (world.ana.id, world.brand.id, False),
        (world.brand.id, world.ben.id, True),
    ]
    assert [present(one.other).handle for one in follows] == ["ana_p", "ana_p", "ben"]


async def test_follows_and_reposts_cost_nothing_unless_they_are_asked_for(world: XEnvironment):
    stream = streamed(world)
    await stream.subscribe()

    kinds = {one.event_type for one in world.server.activity.subscriptions.values()}
    assert kinds == {
        "post.mention.create", "post.reply.create", "post.quote.create", "post.create", "post.delete", "oauth.revoke"
    }  # fmt: skip


async def test_subscribing_again_makes_nothing_twice_and_unsubscribing_leaves_nothing(world: XEnvironment):
    stream = streamed(world)
    await stream.subscribe()
    first = set(world.server.activity.subscriptions)
    await streamed(world).subscribe()
    again = set(world.server.activity.subscriptions)
    await stream.unsubscribe()

    assert again == first
    assert world.server.activity.subscriptions == {}


async def test_each_post_is_counted_once_however_many_events_tell_of_it(world: XEnvironment):
    stream = streamed(world)
    await stream.subscribe()
    heard = await Listener(stream).opened()
    ours = world.world.post(world.brand.id, "A new hat is out.")
    world.world.post(world.ana.id, "@tarnhats torn", in_reply_to=ours.id)  # a mention and a reply
    await until(lambda: len(heard.events) == 3)
    await stream.received(heard.events)
    await stream.received(heard.events)
    await heard.stop()

    counted = [(title, units) for title, units, _ in world.limiter.bought if "events" in title]
    assert counted == [("events of posts", 2)]


# --- the line --------------------------------------------------------------------------------------


async def test_signs_of_life_are_told_and_silence_ends_the_line(world: XEnvironment):
    heard = await listening(world)
    await until(lambda: sum(isinstance(one, Heartbeat) for one in heard.items) >= 3)
    world.server.activity.faults.silent = True

    assert isinstance(await heard.failed(), TryAgain)


async def test_half_a_line_is_no_event_and_ends_the_line(world: XEnvironment):
    heard = await listening(world)
    world.server.activity.faults.half_lines = 1
    world.world.post(world.ana.id, "@tarnhats torn")

    assert isinstance(await heard.failed(), TryAgain)
    assert heard.events == []


async def test_a_line_that_can_not_be_read_ends_the_line_so_that_nothing_is_missed(world: XEnvironment):
    heard = await listening(world)
    for stream in world.server.activity.streams:
        stream.say(b"<html>\r\n")

    assert isinstance(await heard.failed(), TryAgain)


async def test_x_says_why_it_ends_a_stream(world: XEnvironment):
    heard = await listening(world)
    world.server.activity.disconnect("operational-disconnect")

    assert isinstance(await heard.failed(), TryAgain)


async def test_used_up_reads_told_on_the_open_line_pause_the_brand(world: XEnvironment):
    heard = await listening(world)
    for stream in world.server.activity.streams:
        stream.say(
            b'{"title": "UsageCapExceeded", "type": "https://api.twitter.com/2/problems/usage-capped"}\r\n'
        )

    assert isinstance(await heard.failed(), Paused)


async def test_what_happened_meanwhile_is_told_again_and_that_is_said(world: XEnvironment):
    stream = streamed(world)
    await stream.subscribe()
    since = world.clock.now()
    world.clock.move(60)
    missed = world.world.post(world.ana.id, "@tarnhats torn")
    heard = await Listener(stream, since).opened()
    await until(lambda: heard.events)
    await heard.stop()

    assert heard.items[0] == StreamOpened(complete=True)
    assert [one.body.post.id for one in heard.events if isinstance(one.body, PostWritten)] == [missed.id]


@pytest.mark.parametrize("minutes", [None, 6, 600])
async def test_a_gap_that_x_does_not_tell_again_is_left_to_polling(world: XEnvironment, minutes: int | None):
    stream = streamed(world)
    await stream.subscribe()
    since = world.clock.now() - timedelta(minutes=minutes) if minutes else None
    heard = await Listener(stream, since).opened()
    await heard.stop()

    assert heard.items[0] == StreamOpened(complete=False)


async def test_a_plan_without_backfill_is_asked_for_it_once(world: XEnvironment):
    stream = streamed(world)
    await stream.subscribe()
    world.server.activity.faults.refuse_backfill = True
    error = await Listener(stream, world.clock.now()).failed()
    heard = await Listener(stream, world.clock.now()).opened()
    await heard.stop()

    assert isinstance(error, TryAgain)
    assert error.retry_after == 0
    assert heard.items[0] == StreamOpened(complete=False)


async def test_events_of_two_brands_come_on_one_line(world: XEnvironment):
    bearer = SecretStr(world.server.issue_app_token())
    stream = streamed(world, bearer_token=bearer)

    assert stream.app == streamed(world, bearer_token=bearer).app
    assert stream.app != streamed(world).app
    assert bearer.get_secret_value() not in stream.app


# --- refusals --------------------------------------------------------------------------------------


async def test_too_fast_is_waited_for(world: XEnvironment):
    world.faults.plan(FaultKind.RATE_LIMITED, STREAM, seconds=90)
    error = await Listener(streamed(world)).failed()

    assert isinstance(error, TryAgain)
    assert error.retry_after >= 90


@pytest.mark.parametrize("kind", [FaultKind.PAGE, FaultKind.ERROR_BEFORE])
async def test_a_page_for_people_and_a_fault_are_tried_again(world: XEnvironment, kind: FaultKind):
    world.faults.plan(kind, STREAM)
    world.server.activity.keep_alive = 0.05

    assert isinstance(await Listener(streamed(world)).failed(), TryAgain)


async def test_no_credit_and_a_used_up_cap_pause_the_brand(world: XEnvironment):
    world.server.set_usage_capped(True)
    capped = await Listener(streamed(world)).failed()
    world.server.set_usage_capped(False)
    world.server.set_credit(0)
    poor = await Listener(streamed(world)).failed()

    assert isinstance(capped, Paused)
    assert isinstance(poor, Paused)


async def test_a_bearer_token_that_x_does_not_know_is_named(world: XEnvironment):
    stream = streamed(world, bearer_token=SecretStr("no-such-token-at-all"))
    with pytest.raises(NotAuthorized, match="MUTUALS_X_BEARER_TOKEN"):
        await stream.subscribe()

    assert "MUTUALS_X_BEARER_TOKEN" in str(await Listener(stream).failed())


async def test_a_brand_token_in_the_place_of_the_apps_is_refused(world: XEnvironment):
    access, _ = world.server.issue_tokens(world.brand.id)
    stream = streamed(world, bearer_token=SecretStr(access))

    with pytest.raises(Refused):
        await stream.subscribe()


async def test_when_no_more_may_be_spent_nothing_is_subscribed_to(world: XEnvironment):
    world.limiter.limit = 0
    with pytest.raises(Paused):
        await streamed(world).subscribe()

    assert world.server.activity.subscriptions == {}
