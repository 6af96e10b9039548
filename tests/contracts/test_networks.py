"""What every network promises, by `mutuals.ports.network.SocialNetwork`: each test runs on each implementation."""

from collections.abc import AsyncIterator
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest

from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import ActKind, Path
from mutuals.testing.precheck import freely
from tests.contracts.networks import NetworkWorld, open_network
from tests.contracts.networks.world import HOUR, halted

FOLLOWS = ("memory", "x")  # networks on which accounts follow each other
NOTHING: frozenset[ActKind] = frozenset()


@pytest.fixture(params=("memory", "x", "example"))
async def world(request: pytest.FixtureRequest) -> AsyncIterator[NetworkWorld]:
    """Each network in turn, signed in."""
    async with open_network(request.param) as opened:
        yield opened


# --- reading -------------------------------------------------------------------------------------


async def test_the_brand_is_who_is_signed_in(world: NetworkWorld):
    account = await world.network.me()

    assert (account.id, account.handle) == (world.brand.id, world.brand.handle)


async def test_a_mention_is_given_with_its_author_its_words_its_time_and_its_conversation(
    world: NetworkWorld,
):
    before = world.now().replace(microsecond=0)
    post = await world.mentioned()

    assert post.author_id == world.mia.id
    assert post.text.endswith("my kettle arrived broken")
    assert before <= post.at <= world.now()
    assert post.conversation_id == post.id
    assert post.in_reply_to is None
    assert world.brand.id in post.mentions


async def test_an_answer_says_what_it_answers_and_stands_in_that_conversation(world: NetworkWorld):
    first = world.mention("my kettle arrived broken")
    await world.wait()
    second = world.write(world.bo, f"@{world.brand.handle} mine, too", answers=first)

    found = {one.id: one for one in (await world.network.mentions(None, since=world.now() - HOUR)).posts}
    assert (found[second].in_reply_to, found[second].in_reply_to_person) == (first, world.mia.id)
    assert found[second].conversation_id == found[first].conversation_id


async def test_what_does_not_mention_the_brand_is_not_given(world: NetworkWorld):
    world.write(world.bo, "I like kettles")
    mention = world.mention("my kettle arrived broken")

    found = await world.network.mentions(None, since=world.now() - HOUR)
    assert [one.id for one in found.posts] == [mention]


async def test_after_a_cursor_nothing_is_given_twice_and_nothing_is_lost(world: NetworkWorld):
    written, given = [], []
    cursor = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    for burst in (1, 0, 7, 130, 0, 2):
        for number in range(burst):
            await world.wait()
            written.append(world.mention(f"hello {burst}/{number}"))
        found = await world.network.mentions(cursor)
        given += [one.id for one in found.posts]
        cursor = found.cursor

    assert given == written  # oldest first


async def test_a_cursor_that_was_not_kept_gives_the_same_again(world: NetworkWorld):
    start = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    mention = world.mention("my kettle arrived broken")

    for _ in range(2):
        assert [one.id for one in (await world.network.mentions(start)).posts] == [mention]


async def test_another_process_loses_nothing_when_it_goes_on_from_the_cursor(world: NetworkWorld):
    world.mention("the first one")
    cursor = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    second, third = world.mention("the second one"), world.mention("the third one")

    found = await world.another().mentions(cursor)  # X looks back a little, so the first one may come again
    assert [one.id for one in found.posts][-2:] == [second, third]


async def test_the_first_look_goes_back_no_further_than_it_is_asked_to(world: NetworkWorld):
    world.mention("long ago", at=world.now() - 3 * HOUR)
    lately = world.mention("lately", at=world.now() - HOUR)

    found = await world.network.mentions(None, since=world.now() - 2 * HOUR)
    assert [one.id for one in found.posts] == [lately]


async def test_after_a_cursor_nothing_new_is_too_old_to_be_given(world: NetworkWorld):
    world.mention("the first one")
    cursor = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    early = world.mention("early")
    await world.wait()
    late = world.mention("late")
    await world.wait()

    found = await world.network.mentions(cursor, since=world.now())
    assert [one.id for one in found.posts] == [early, late]


async def test_what_is_shown_late_is_given_when_it_is_awaited(world: NetworkWorld):
    world.mention("on time")
    cursor = (await world.network.mentions(None, since=world.now() - 2 * HOUR)).cursor
    hidden = world.mention("late", at=world.now() - HOUR)

    found = await world.network.mentions(cursor, since=world.now() - 2 * HOUR)
    assert hidden in [one.id for one in found.posts]


async def test_what_the_brand_writes_by_any_client_is_among_its_own_posts_once(world: NetworkWorld):
    mention = world.mention("my kettle arrived broken")
    first = world.write(world.brand, "A new kettle is out.")
    found = await world.network.own_posts(None, since=world.now() - HOUR)
    await world.wait()
    second = world.write(world.brand, "So sorry!", answers=mention)
    later = await world.network.own_posts(found.cursor)

    assert [one.id for one in found.posts] == [first]
    assert [(one.id, one.in_reply_to) for one in later.posts] == [(second, mention)]
    assert (await world.network.own_posts(later.cursor)).posts == ()


async def test_posts_that_can_be_seen_are_told_from_those_that_are_deleted(world: NetworkWorld):
    there, deleted = world.mention("still there"), world.mention("soon gone")
    world.delete(deleted)

    assert await world.network.check_posts([there, deleted]) == {there: None, deleted: "deleted"}


async def test_people_are_looked_up_by_id_and_whoever_is_not_there_is_gone(world: NetworkWorld):
    missing = "123456"
    found = await world.network.people([world.mia.id, missing])

    account = found[world.mia.id].account
    assert (account.id, account.handle) == (world.mia.id, world.mia.handle)
    assert {one: person.gone for one, person in found.items()} == {world.mia.id: None, missing: "deleted"}


@pytest.mark.parametrize("world", FOLLOWS, indirect=True)
async def test_a_person_comes_with_how_they_stand_to_the_brand(world: NetworkWorld):
    found = await world.network.people([world.mia.id, world.bo.id])

    assert [found[one.id].relationship.follows_us for one in (world.mia, world.bo)] == [True, False]
    assert not found[world.mia.id].relationship.we_follow


async def test_accounts_are_found_by_handle_in_small_letters(world: NetworkWorld):
    found = await world.network.accounts([world.mia.handle, "nobody_here"])

    assert {handle: account.id for handle, account in found.items()} == {
        world.mia.handle.casefold(): world.mia.id
    }


# --- acting --------------------------------------------------------------------------------------


async def test_a_reply_stands_under_its_post_and_its_id_is_given(world: NetworkWorld):
    post = await world.mentioned()
    await world.wait()
    reply_id = await world.network.reply(post, "A new one is on its way.", freely)

    assert world.said() == [(post.id, "A new one is on its way.")]
    found = await world.network.find_replies(world.now() - HOUR)
    assert [(one.id, one.in_reply_to) for one in found.posts] == [(reply_id, post.id)]


async def test_among_the_replies_is_nothing_from_before_and_nothing_that_answers_nobody(world: NetworkWorld):
    post = await world.mentioned()
    await world.network.reply(post, "An early reply.", freely)
    await world.wait()
    middle = world.now()
    await world.wait()
    world.write(world.brand, "A new kettle is out.")
    reply_id = await world.network.reply(post, "A late reply.", freely)

    assert [one.id for one in (await world.network.find_replies(middle)).posts] == [reply_id]


async def test_a_reply_whose_answer_was_lost_is_found_instead_of_being_repeated(world: NetworkWorld):
    post = await world.mentioned()
    await world.wait()
    before = world.now()
    world.lose_reply()
    with pytest.raises(TryAgain) as caught:
        await world.network.reply(post, "A new one is on its way.", freely)

    assert caught.value.ambiguous
    assert [one.in_reply_to for one in (await world.network.find_replies(before)).posts] == [post.id]
    assert len(world.said()) == 1


async def test_a_reply_that_came_too_fast_was_not_posted_and_says_how_long_to_wait(world: NetworkWorld):
    post = await world.mentioned()
    world.refuse_reply(45)
    with pytest.raises(TryAgain) as caught:
        await world.network.reply(post, "A new one is on its way.", freely)

    assert caught.value.retry_after == pytest.approx(45, abs=2)
    assert not caught.value.ambiguous
    assert world.said() == []


async def test_a_reply_to_a_deleted_post_is_refused_as_gone(world: NetworkWorld):
    post = await world.mentioned()
    world.delete(post.id)
    with pytest.raises(Refused) as caught:
        await world.network.reply(post, "A new one is on its way.", freely)

    assert caught.value.because is RefusalReason.GONE
    assert world.said() == []


async def test_a_precheck_that_says_no_keeps_the_reply_back(world: NetworkWorld):
    post = await world.mentioned()
    with pytest.raises(Refused, match="Everything is stopped"):
        await world.network.reply(post, "A new one is on its way.", halted)

    assert world.said() == []


@pytest.mark.parametrize("world", FOLLOWS, indirect=True)
async def test_following_somebody_twice_is_harmless(world: NetworkWorld):
    assert world.network.path(ActKind.FOLLOW, None, NOTHING) is Path.API
    for _ in range(2):
        await world.network.follow(world.bo.id, freely)

    assert (await world.network.people([world.bo.id]))[world.bo.id].relationship.we_follow


@pytest.mark.parametrize("world", FOLLOWS, indirect=True)
async def test_a_precheck_that_says_no_keeps_a_follow_back(world: NetworkWorld):
    with pytest.raises(Refused, match="Everything is stopped"):
        await world.network.follow(world.bo.id, halted)

    assert not (await world.network.people([world.bo.id]))[world.bo.id].relationship.we_follow


@pytest.mark.parametrize("world", ["example"], indirect=True)
async def test_where_nobody_can_follow_the_path_says_so_before_anybody_tries(world: NetworkWorld):
    assert world.network.path(ActKind.FOLLOW, None, NOTHING) is Path.HAND
    with pytest.raises(Refused) as caught:
        await world.network.follow(world.bo.id, freely)

    assert caught.value.because is RefusalReason.PATH_CLOSED


SMALL = (ActKind.LIKE, ActKind.REPOST)


@pytest.mark.parametrize(
    ("world", "path"),
    [("memory", Path.API), ("x", Path.LINK), ("example", Path.HAND)],
    indirect=["world"],
)
async def test_the_path_says_how_a_post_is_liked_or_reposted(world: NetworkWorld, path: Path):
    await world.network.me()
    post = await world.mentioned()

    assert [world.network.path(kind, post, NOTHING) for kind in SMALL] == [path, path]
    for kind in SMALL:
        assert world.network.path(kind, post, frozenset({kind})) is not Path.API


@pytest.mark.parametrize("world", ["x", "example"], indirect=True)
async def test_where_only_people_like_and_repost_an_attempt_is_refused_for_good(world: NetworkWorld):
    post = await world.mentioned()
    for act in (world.network.like, world.network.repost):
        with pytest.raises(Refused) as caught:
            await act(post, freely)

        assert caught.value.because is RefusalReason.PATH_CLOSED
    assert world.said() == []


@pytest.mark.parametrize("world", ["memory"], indirect=True)
async def test_a_repost_is_among_the_brands_own_posts_and_stands_there_once(world: NetworkWorld):
    post = await world.mentioned()
    await world.network.like(post, freely)
    for _ in range(2):
        repost = await world.network.repost(post, freely)

    own = (await world.network.own_posts(None, since=world.now() - HOUR)).posts
    assert [(one.id, one.reposts) for one in own] == [(repost, post.id)]


@pytest.mark.parametrize("world", ["memory"], indirect=True)
async def test_a_precheck_that_says_no_keeps_a_like_and_a_repost_back(world: NetworkWorld):
    post = await world.mentioned()
    for act in (world.network.like, world.network.repost):
        with pytest.raises(Refused, match="Everything is stopped"):
            await act(post, halted)

    assert world.said() == []


# --- what goes wrong -----------------------------------------------------------------------------


async def test_a_limit_of_reading_says_how_long_to_wait_and_loses_nothing(world: NetworkWorld):
    cursor = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    mention = world.mention("my kettle arrived broken")
    world.limit(8)
    with pytest.raises(TryAgain) as caught:
        await world.network.mentions(cursor)
    await world.wait()

    assert caught.value.retry_after == pytest.approx(8, abs=2)
    assert [one.id for one in (await world.network.mentions(cursor)).posts] == [mention]


async def test_a_reading_whose_answer_was_lost_is_tried_again_and_loses_nothing(world: NetworkWorld):
    cursor = (await world.network.mentions(None, since=world.now() - HOUR)).cursor
    await world.wait()
    mention = world.mention("my kettle arrived broken")
    world.break_once()
    with pytest.raises(TryAgain):
        await world.network.mentions(cursor)

    assert [one.id for one in (await world.network.mentions(cursor)).posts] == [mention]


async def test_a_revoked_token_is_not_authorized(world: NetworkWorld):
    post = await world.mentioned()
    world.revoke()

    with pytest.raises(NotAuthorized):
        await world.network.mentions(None, since=world.now() - HOUR)
    with pytest.raises(NotAuthorized):
        await world.network.reply(post, "A new one is on its way.", freely)


# --- pure ----------------------------------------------------------------------------------------


async def test_a_reply_goes_by_the_api_until_that_was_refused_for_good(world: NetworkWorld):
    await world.network.me()
    post = await world.mentioned()

    assert world.network.path(ActKind.REPLY, post, NOTHING) is Path.API
    assert world.network.path(ActKind.REPLY, post, frozenset({ActKind.REPLY})) is not Path.API


async def test_what_a_person_does_on_the_networks_page_costs_nothing(world: NetworkWorld):
    for kind in ActKind:
        by_api = world.network.price(kind, Path.API).micros
        assert by_api is None or by_api >= 0
        for path in (Path.LINK, Path.HAND):
            assert world.network.price(kind, path).micros == 0


async def test_a_text_fits_up_to_the_limit_and_an_empty_one_does_not(world: NetworkWorld):
    limit = world.network.measure("").limit
    longest = world.network.measure("a" * limit)

    assert (longest.used, longest.limit, longest.fits) == (limit, limit, True)
    assert not world.network.measure("a" * (limit + 1)).fits
    assert not any(world.network.measure(empty).fits for empty in ("", " \n "))


async def test_every_page_has_an_address_of_its_own_and_the_one_for_replies_holds_the_text(
    world: NetworkWorld,
):
    network, text = world.network, "50 % off & sorry?"
    post = await world.mentioned()
    other = replace(post, id=world.mention("another one"))
    pages = [
        page
        for one in (post, other)
        for page in (network.post_url(one.id, world.mia.handle), network.reply_url(one.id, text))
    ]
    by_hand = [
        page for one in (post, other) for page in (network.like_url(one.id), network.repost_url(one.id))
    ]
    for one in (world.mia, world.bo):
        pages += [network.profile_url(one.handle), network.follow_url(one.id)]

    assert len(set(pages)) == len(pages) == 8
    assert all(urlsplit(page).scheme in {"http", "https"} and " " not in page for page in (*pages, *by_hand))
    assert {urlsplit(page).netloc for page in by_hand} == {urlsplit(page).netloc for page in pages}
    assert text in dict(parse_qsl(urlsplit(network.reply_url(post.id, text)).query)).values()
