"""The network against the sandbox's X: the story of a mention, a reply, a follow, with everything going wrong once."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from mutuals.domain.errors import NotAuthorized, Paused, RefusalReason, Refused, TryAgain
from mutuals.domain.model import ActKind, Path
from mutuals.testing.precheck import freely
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.x.tokens import ALL_SCOPES
from tests.support.x_environment import XEnvironment

NOTHING: frozenset[ActKind] = frozenset()


async def test_a_mention_is_read_replied_to_and_found_again(environment: XEnvironment) -> None:
    network = environment.network()
    environment.world.post(environment.ana.id, "where is my hat @tarnhats?")
    (post,) = (await network.mentions(None)).posts

    assert network.path(ActKind.REPLY, post, NOTHING) is Path.API
    before = environment.clock.now()
    reply_id = await network.reply(post, "On its way!", freely)

    assert environment.world.posts[reply_id].in_reply_to == post.id
    assert [one.id for one in (await network.find_replies(before)).posts] == [reply_id]


async def test_only_what_is_new_is_read_and_the_books_agree_with_x(environment: XEnvironment) -> None:
    network = environment.network()
    for number in range(130):
        environment.clock.move(1)
        environment.world.post(environment.ana.id, f"hello {number} @tarnhats")
    first = await network.mentions(None, since=environment.clock.now() - timedelta(days=1))
    environment.world.post(environment.ben.id, "me too @tarnhats")
    second = await network.mentions(first.cursor)

    assert [post.text for post in first.posts][::129] == ["hello 0 @tarnhats", "hello 129 @tarnhats"]
    assert [post.author_id for post in second.posts] == [environment.ben.id]
    assert (await network.mentions(second.cursor)).posts == ()
    await network.people([environment.ana.id, environment.ben.id])
    assert environment.limiter.total / 1e6 == pytest.approx(environment.server.meter.total)


async def test_an_edit_keeps_the_first_version_and_a_long_post_its_end(environment: XEnvironment) -> None:
    network = environment.network()
    original = environment.world.post(environment.ana.id, "@tarnhats helo")
    environment.world.post(environment.ben.id, "@tarnhats " + "long " * 100 + "end")
    environment.clock.move(60)
    environment.world.edit(original.id, "@tarnhats hello")

    posts = {post.author_id: post for post in (await network.mentions(None)).posts}

    assert posts[environment.ana.id].first_version == original.id
    assert posts[environment.ben.id].text.endswith("end")


async def test_a_reply_whose_answer_was_lost_is_found_instead_of_repeated(environment: XEnvironment) -> None:
    network = environment.network()
    environment.world.post(environment.ana.id, "hello @tarnhats")
    (post,) = (await network.mentions(None)).posts
    environment.faults.plan(FaultKind.LOST_REPLY, "POST /2/tweets")
    before = environment.clock.now()

    with pytest.raises(TryAgain) as caught:
        await network.reply(post, "Hello Ana", freely)

    assert caught.value.ambiguous
    assert (await network.find_replies(before)).posts
    assert len(environment.world.posts_of(environment.brand.id)) == 1


async def test_the_self_serve_rules_become_our_refusals(environment: XEnvironment) -> None:
    network = environment.network(ALL_SCOPES)
    environment.world.post(environment.ana.id, "hello @tarnhats")
    (post,) = (await network.mentions(None)).posts

    with pytest.raises(Refused) as follow:
        await network.follow(environment.ana.id, freely)
    await network.reply(post, "Hi", freely)
    with pytest.raises(Refused) as again:
        await network.reply(post, "Hi", freely)
    environment.world.delete(post.id)
    with pytest.raises(Refused) as gone:
        await network.reply(post, "Hi Ana", freely)

    assert follow.value.because is RefusalReason.PATH_CLOSED
    assert follow.value.manual_url == network.follow_url(environment.ana.id)
    assert again.value.because is RefusalReason.DUPLICATE
    assert gone.value.because is RefusalReason.GONE


async def test_a_post_not_addressed_to_the_brand_is_refused_for_what_it_is(environment: XEnvironment) -> None:
    network = environment.network()
    environment.world.post(environment.ana.id, "hello @tarnhats")
    (post,) = (await network.mentions(None)).posts
    other = environment.world.post(environment.ben.id, "I like hats")

    from dataclasses import replace

    with pytest.raises(Refused) as caught:
        await network.reply(replace(post, id=other.id), "So do we", freely)

    assert caught.value.because is RefusalReason.NOT_ADDRESSED


@pytest.mark.parametrize("scopes", [ALL_SCOPES, None])
async def test_follow_works_on_an_enterprise_plan_with_the_right_to(
    environment: XEnvironment, scopes: tuple[str, ...] | None
) -> None:
    environment.server.set_tier("enterprise")
    network = environment.network(scopes)

    if scopes is None:
        with pytest.raises(Refused):
            await network.follow(environment.ana.id, freely)
    else:
        await network.follow(environment.ana.id, freely)
        await network.follow(environment.ana.id, freely)

    assert (await network.people([environment.ana.id]))[environment.ana.id].relationship.we_follow is (
        scopes is not None
    )


async def test_deleted_protected_and_suspended_are_noticed(environment: XEnvironment) -> None:
    network = environment.network()
    posts = [
        environment.world.post(who.id, f"hi {n} @tarnhats")
        for n, who in enumerate((environment.ana, environment.ana, environment.ben))
    ]
    cara = environment.world.add_user("cara", "Cara")
    posts.append(environment.world.post(cara.id, "hi @tarnhats"))
    environment.world.delete(posts[0].id)
    environment.world.protect(environment.ben.id)
    environment.world.suspend(cara.id)

    seen = await network.check_posts([post.id for post in posts])
    people = await network.people([environment.ana.id, environment.ben.id, cara.id, "123456"])

    assert [seen[post.id] for post in posts] == ["deleted", None, "protected", "protected"]
    assert [person.gone for person in people.values()] == [None, "protected", "suspended", "deleted"]


async def test_tokens_live_on_past_two_hours_and_a_restart(environment: XEnvironment) -> None:
    access, refresh = environment.server.issue_tokens(environment.brand.id)
    tokens: dict[str, Any] = {"access_token": SecretStr(access), "refresh_token": SecretStr(refresh)}
    for _ in range(3):
        network = environment.network(**tokens)
        await network.mentions(None)
        environment.clock.move(7300)
        await network.mentions(None)
        environment.clock.move(7300)


async def test_a_revoked_sign_in_is_said(environment: XEnvironment) -> None:
    network = environment.network()
    await network.me()
    for token in list(environment.server._tokens._access):
        environment.server.revoke(token)

    with pytest.raises(NotAuthorized):
        await network.mentions(None)


async def test_credit_and_cap_pause_and_come_back(environment: XEnvironment) -> None:
    network = environment.network()
    await network.me()
    environment.server.set_credit(0.0)
    with pytest.raises(Paused):
        await network.people([environment.ana.id])
    environment.server.set_credit(None)
    environment.server.set_usage_capped(True)
    with pytest.raises(Paused):
        await network.mentions(None)
    environment.server.set_usage_capped(False)

    assert (await network.mentions(None)).posts == ()


@pytest.mark.parametrize("kind", [FaultKind.RATE_LIMITED, FaultKind.ERROR_BEFORE, FaultKind.ERROR_AFTER])
async def test_a_passing_fault_passes(environment: XEnvironment, kind: FaultKind) -> None:
    network = environment.network()
    environment.world.post(environment.ana.id, "hello @tarnhats")
    environment.faults.plan(kind, "mentions", seconds=30)

    with pytest.raises(TryAgain) as caught:
        await network.mentions(None)
    environment.clock.move(caught.value.retry_after + 1)

    assert len((await network.mentions(None)).posts) == 1
