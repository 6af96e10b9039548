"""The ledger while a team works: decisions stand in it with who took them, and the chats say where it ends."""

import sqlite3

import pytest

from mutuals.cards.markup import Intent
from mutuals.cli.ledger_proof import examine
from mutuals.domain.ledger import INSTALLATION, OF_ACTS, LedgerEntry
from mutuals.domain.model import PeriodicTask
from mutuals.service import brand_admin
from mutuals.service.bootstrap import Installation as Parts
from mutuals.service.bootstrap import Settings
from tests.acceptance.alerts import complaint
from tests.acceptance.house import LATE, House, Open, discord_text, slack_text
from tests.acceptance.pressing import press_on

LOVE = "@kettleco I love my copper kettle, it makes me so happy, thank you"


async def decisions(house: House, chain: str = "") -> list[LedgerEntry]:
    """What was decided, in the brand's chain if no other is named."""
    return [one async for one in house.ctx.store.ledger(chain or house.brand_id) if one.entry not in OF_ACTS]


async def commands(house: House) -> Parts:
    """What the commands of the shell work with."""
    return await Parts.open(Settings.read(), house.clock)


async def ok(house: House) -> bool:
    """Does the ledger verify?"""
    await house.store.anchor.settled()
    return all(one.ok for one in await examine(house.store, None, None))


@pytest.mark.smoke
async def test_stop_and_start_are_entries_with_who_and_why(house: House):
    await house.stop_everything(house.dana, "a wrong text went out")
    await house.stop_everything(house.eva, "once more")
    await house.command(house.eva, "start")

    stopped, started = await decisions(house, INSTALLATION)
    assert (stopped.entry, stopped.actor_name, stopped.outcome) == (
        "stopped",
        "Dana",
        "a wrong text went out",
    )
    assert (stopped.actor_channel, stopped.actor_id) == ("slack", house.dana.id)
    assert (started.entry, started.actor_name) == ("started", "Eva")
    assert await ok(house)


async def test_a_dismissal_is_an_entry_with_its_reason_by_its_menu_and_by_a_verdict(house: House):
    first, second = await complaint(house), await complaint(house, "leo")
    await house.press(house.ana, first, Intent.DISMISS, "not_needed")
    await house.press(house.ben, second, Intent.FEEDBACK, "not_complaint")

    told = [(one.entry, one.actor_name, one.alert_id, one.person_id) for one in await decisions(house)]
    assert told == [
        ("dismissed", "Ana", first.id, first.person_id),
        ("dismissed", "Ben Okafor", second.id, second.person_id),
    ]
    assert all(str(one.outcome).startswith("Dismissed (") for one in await decisions(house))
    assert await ok(house)


async def test_dismissing_a_burst_is_an_entry_for_each_of_its_people(house: House):
    for number, text in enumerate(LATE):
        house.write(f"late{number}", text)
    await house.look()
    bundle = (await house.read(lambda tx: tx.bundles.open(house.clock.at.replace(year=2000))))[0]
    await press_on(house, house.ana, bundle.id, Intent.DISMISS, "not_needed")

    people = [one.person_id for one in await decisions(house)]
    assert len(people) == len(set(people)) == len(bundle.alert_ids)


async def test_another_role_than_before_is_an_entry_when_they_next_act(open_house: Open):
    house = await open_house(SLACK_MEMBERS="@care-team", SLACK_TRAINEES="trainees")
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    await house.press(house.ana, await house.open_alert("mia"), Intent.RELEASE)
    assert await decisions(house) == []

    house.environment(SLACK_MEMBERS="trainees", SLACK_TRAINEES="@care-team")
    await house.restart()
    await house.press(house.ana, await house.open_alert("mia"), Intent.CLAIM)
    await house.press(house.ana, await house.open_alert("mia"), Intent.RELEASE)

    (one,) = await decisions(house)
    assert (one.entry, one.actor_name) == ("role", "Ana")
    assert one.outcome == "Ana acts as trainee, before as member. Slack says who changed it."
    (changed,) = await decisions(house, INSTALLATION)
    assert "MUTUALS_SLACK_MEMBERS: @care-team, now trainees." in str(changed.outcome)


async def test_a_role_that_is_lost_is_seen_at_a_click_that_is_refused(open_house: Open):
    house = await open_house(SLACK_MEMBERS="@care-team", SLACK_VIEWERS=None)
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.CLAIM)
    house.environment(SLACK_MEMBERS="trainees")
    await house.restart()
    await house.press(house.ana, await house.open_alert("mia"), Intent.DISMISS, "not_needed")

    (one,) = await decisions(house)
    assert one.outcome == "Ana acts as viewer, before as member. Slack says who changed it."


async def test_settings_that_change_between_two_starts_are_an_entry_without_any_secret(house: House):
    assert await decisions(house, INSTALLATION) == []  # the first start is what others compare with
    await house.restart()
    assert await decisions(house, INSTALLATION) == []

    house.environment(ALERT_LINE="0.7", X_CLIENT_SECRET="words-that-nobody-may-read")
    await house.restart()
    (one,) = await until_some(house)
    assert (one.entry, one.act, one.actor_channel) == ("setting", "settings", "service")
    assert "MUTUALS_ALERT_LINE: 0.5, now 0.7." in str(one.outcome)
    assert "MUTUALS_X_CLIENT_SECRET: not set, now a secret." in str(one.outcome)
    assert "nobody-may-read" not in str(one)


async def until_some(house: House) -> list[LedgerEntry]:
    for _ in range(100):
        if found := await decisions(house, INSTALLATION):
            return found
        await house.quiet()
    return []


async def test_what_the_shell_sets_for_a_brand_is_an_entry_with_who_typed_it(house: House):
    parts = await commands(house)
    await brand_admin.change(parts, "kettleco", {"MUTUALS_TIME_ZONE": "Asia/Tokyo"})
    await brand_admin.change(parts, "kettleco", {"MUTUALS_TIME_ZONE": ""})
    await brand_admin.change_secret(
        parts, "kettleco", "MUTUALS_X_CLIENT_SECRET", "words-that-nobody-may-read"
    )
    await brand_admin.pause(parts, "kettleco", paused=True)
    await brand_admin.pause(parts, "kettleco", paused=False)
    await parts.store.close()
    await house.command(house.dana, "reset-line")

    told = await decisions(house)
    assert [one.outcome for one in told] == [
        "MUTUALS_TIME_ZONE: not set, now Asia/Tokyo.",
        "MUTUALS_TIME_ZONE: Asia/Tokyo, now not set.",
        "MUTUALS_X_CLIENT_SECRET (a secret) was set.",
        "@kettleco is paused.",
        "@kettleco is watched again.",
        "The alert line: 0.50, now 0.50. Earlier verdicts do not count any more.",
    ]
    assert {one.actor_channel for one in told[:5]} == {"shell"}
    assert told[0].actor_name == parts.by.name
    assert told[5].actor_name == "Dana"
    assert "nobody-may-read" not in str(told)
    assert await ok(house)


# --- in the chats ------------------------------------------------------------------------------


def digests(house: House) -> list[str]:
    shown = [slack_text(one) for one in house.slack_messages()]
    shown += [discord_text(one) for one in house.discord_messages()]
    return [one for one in shown if "Today in short" in one]


async def next_morning(house: House) -> None:
    await house.do(PeriodicTask.DIGEST)
    await house.later(hours=21.5)
    await house.do(PeriodicTask.DIGEST)


async def test_the_digests_last_small_line_says_where_the_ledger_ends_in_both_chats(house: House):
    await house.do(PeriodicTask.DIGEST)
    await house.reply(house.ana, await complaint(house), "We send a new one today")
    house.write("joy", LOVE)
    await house.look()
    await next_morning(house)

    (chain,) = await examine(house.store, "kettleco", None)
    line = f"Ledger: 2 entries, ends {chain.walk.head[:16]}"
    shown = digests(house)
    assert len(shown) == 2
    assert all(line in one for one in shown)
    context = [block for one in house.slack_messages() for block in one["blocks"] if line in str(block)]
    assert [one["type"] for one in context] == ["context"]
    assert f"-# {line}" in str(house.discord_messages())
    (later,) = await examine(house.store, "kettleco", line)
    assert (later.ok, later.walk.found_at) == (True, 2)


async def test_a_day_with_nothing_else_to_tell_says_nothing_of_the_ledger(house: House):
    await house.do(PeriodicTask.DIGEST)
    alert = await complaint(house)
    await house.press(house.ana, alert, Intent.DISMISS, "not_needed")
    await next_morning(house)

    assert digests(house) == []


def said(house: House, words: str) -> list[int]:
    return [sum(words in one for one in texts) for texts in house.channel_texts().values()]


def block(house: House) -> None:
    """Nothing can be written where the anchor is."""
    (house.folder / "mutuals.db.anchor").mkdir()


def free(house: House) -> None:
    (house.folder / "mutuals.db.anchor").rmdir()


async def test_an_anchor_that_cant_be_written_stops_no_reply_and_is_said_once_and_once_when_mended(
    house: House,
):
    block(house)
    await house.reply(house.ana, await complaint(house), "We send a new one today")
    assert house.said_by_brand() != []
    await house.look()
    await house.look()
    assert said(house, "The ledger's anchor can't be kept") == [1, 1]

    free(house)
    await house.look()
    await house.look()
    assert said(house, "The ledger's anchor is kept again.") == [1, 1]
    assert await ok(house)


async def test_a_ledger_that_was_cut_while_nothing_ran_is_said_at_the_next_start(house: House):
    await house.reply(house.ana, await complaint(house), "We send a new one today")
    await house.stop()
    with sqlite3.connect(house.folder / "mutuals.db") as database:
        database.execute("DROP TRIGGER ledger_no_delete")
        database.execute("DELETE FROM ledger")
    database.close()
    await house.start()
    await house.look()

    assert said(house, "The ledger was changed past Mutuals") == [1, 1]
    assert "mutuals ledger verify" in str(house.channel_texts())
    assert not await ok(house)


async def test_a_decision_is_no_act_under_way(house: House):
    await house.press(house.ana, await complaint(house), Intent.DISMISS, "not_needed")

    (chain,) = await examine(house.store, "kettleco", None)
    assert (chain.walk.entries, chain.walk.under_way) == (1, 0)
