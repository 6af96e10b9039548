"""Like and Repost on a network that lets apps do both."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path as File

import pytest

from mutuals.cards.markup import Intent
from mutuals.domain.errors import RefusalReason, Refused, TryAgain
from mutuals.domain.model import ActKind, ActState, Alert, AlertState, Path
from tests.acceptance.alerts import acts
from tests.acceptance.house import PRAISE
from tests.acceptance.memory_house import MemoryHouse
from tests.acceptance.test_late_failures import told_late


@pytest.fixture
async def house(tmp_path: File, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MemoryHouse]:
    made = MemoryHouse(tmp_path, monkeypatch)
    await made.open(BUNDLE_FROM="0")
    yield made
    await made.close()


async def fan(house: MemoryHouse) -> Alert:
    now = house.clock.now()
    for day in range(5, 0, -1):
        house.write_here(
            "savvari", f"@kettleco {PRAISE[day % len(PRAISE)]}", person_id="u-2", at=now - timedelta(days=day)
        )
    await house.look()
    return await house.open_alert("savvari")


@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_like_by_the_api_is_said_and_leaves_the_talk_open(house: MemoryHouse, name: str):
    alert, who = await fan(house), getattr(house, name)

    await house.press(who, alert, Intent.LIKE)

    shown = await house.in_both("savvari", f"Liked by {who.name}")
    assert house.network.liked == {(await acts(house, alert))[0].post_id}
    assert (await house.alert("savvari")).state is AlertState.OPEN
    for one in shown.values():
        assert "Like" not in one.labels
        assert "Thank" in one.labels


@pytest.mark.smoke
@pytest.mark.parametrize("name", ["ana", "ben"])
async def test_a_repost_by_the_api_settles_the_alert_and_counts_as_a_talk(house: MemoryHouse, name: str):
    alert, who = await fan(house), getattr(house, name)

    await house.press(who, alert, Intent.REPOST)
    await house.look()

    await house.in_both("savvari", f"Reposted by {who.name}")
    assert (await house.alert("savvari")).state is AlertState.SETTLED
    [act] = await acts(house, alert)
    assert (act.kind, act.path, act.state) == (ActKind.REPOST, Path.API, ActState.DONE)
    fans = await house.read(lambda tx: tx.fans.by_ids([alert.person_id]))
    assert fans[alert.person_id].two_way == 1


async def test_a_repost_that_the_network_does_not_take_at_once_goes_on_and_stands_there_once(
    house: MemoryHouse,
):
    alert = await fan(house)
    house.network.fail("repost", TryAgain("Blueish is busy.", retry_after=5, ambiguous=True), afterwards=True)

    await house.press(house.ana, alert, Intent.REPOST)
    assert "goes on by itself" in house.told(house.ana)
    await house.later(seconds=10)
    await house.look()

    await house.in_both("savvari", "Reposted by Ana")
    assert len(house.said_here()) == 1


async def test_a_repost_that_is_refused_says_why_and_is_offered_again(house: MemoryHouse):
    alert = await fan(house)
    house.network.fail("repost", Refused("The author has blocked you."))

    await house.press(house.ana, alert, Intent.REPOST)

    assert "The author has blocked you" in house.told(house.ana)
    shown = await house.in_both("savvari", "Not reposted: The author has blocked you")
    assert all("Repost" in one.labels for one in shown.values())


async def test_a_like_that_waited_and_was_refused_then_is_told_in_private(house: MemoryHouse):
    alert = await fan(house)
    house.network.fail("like", TryAgain("Blueish is busy.", retry_after=5))
    house.network.fail("like", Refused("The author has blocked you."))

    await house.press(house.ana, alert, Intent.LIKE)
    await house.later(seconds=10)

    assert any("Not liked" in one for one in told_late(house, house.ana))


@pytest.mark.parametrize(("intent", "kind"), [(Intent.LIKE, ActKind.LIKE), (Intent.REPOST, ActKind.REPOST)])
async def test_where_the_api_closes_for_good_the_page_is_given_and_the_api_asked_no_more(
    house: MemoryHouse, intent: Intent, kind: ActKind
):
    alert = await fan(house)
    house.network.fail(kind.value, Refused("Only people may do this.", because=RefusalReason.PATH_CLOSED))

    await house.press(house.ben, alert, intent)

    assert house.link(house.ben, f"/{kind.value}/")
    [act] = await acts(house, alert)
    assert act.path is Path.LINK
    assert act.state is (ActState.UNVERIFIED if kind is ActKind.LIKE else ActState.WAITING)
    for shown in (await house.in_both("savvari")).values():
        assert f"{kind.value.title()} on Blueish" in shown.labels
