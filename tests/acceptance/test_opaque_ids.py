"""A network whose ids hold any character, and any number of them: every button works in both chats, and those of
messages that were posted before a restart work on after it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mutuals.alerting import digest
from mutuals.cards.markup import Intent
from mutuals.domain.errors import TryAgain
from mutuals.domain.ids import sample_id
from mutuals.domain.model import Alert, AlertState, PeriodicTask
from tests.acceptance.house import COMPLAINT, LATE, PRAISE, WANTS_FOLLOW, Member
from tests.acceptance.memory_house import MemoryHouse
from tests.acceptance.pressing import press_on

PEOPLE = {
    "plc": "did:plc:aaaabbbbccccddddeeeeffff", "web": "did:web:ex-ample.com", "slash": "109284/1", "dash": "u-2",
    "dot": "bundle.5", "host": "name@server.example", "letters": "größe-名前", "long": "x" * 200,
}  # fmt: skip
WORSE = "@kettleco somebody hacked my account and I was charged twice, unacceptable"


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[MemoryHouse]:
    made = MemoryHouse(tmp_path, monkeypatch)
    await made.open(BUNDLE_FROM="0")
    yield made
    await made.close()


async def all_write(house: MemoryHouse, text: str) -> None:
    """Everybody writes the same, both chats show it, and the service is started anew."""
    for handle, person_id in PEOPLE.items():
        house.write_here(handle, text, person_id=person_id)
    await house.look()
    await house.restart()


async def newest(house: MemoryHouse, handle: str) -> Alert:
    alert = await house.alert(handle)
    assert alert.person_id == PEOPLE[handle]
    return alert


async def ask_why(house: MemoryHouse, who: Member, alert: Alert) -> None:
    if who.chat == "slack" and house.form(who):
        await house.slack.close_view(who.id)
    before = house.told(who).count("Why this alert")
    await house.press(who, alert, Intent.WHY)
    assert house.told(who).count("Why this alert") == before + 1


async def test_every_button_of_a_message_posted_before_a_restart_works_in_both_chats(house: MemoryHouse):
    await all_write(house, COMPLAINT)
    for number, handle in enumerate(PEOPLE):
        first, second = (house.ana, house.ben) if number % 2 else (house.ben, house.ana)
        alert = await newest(house, handle)

        await house.press(first, alert, Intent.CLAIM)
        assert (await newest(house, handle)).claimed_by == first.name
        await house.press(second, alert, Intent.RELEASE)
        assert (await newest(house, handle)).claimed_by is None
        await house.press(first, alert, Intent.SNOOZE, "1h")
        assert (await newest(house, handle)).state is AlertState.SNOOZED
        await house.press(second, alert, Intent.WAKE)
        assert (await newest(house, handle)).state is AlertState.OPEN
        await house.press(first, alert, Intent.PREFER, "talk")
        await house.in_both(handle, "want not to be followed")
        await ask_why(house, first, alert)
        await ask_why(house, second, alert)
        await house.press(first, alert, Intent.DISMISS, "not_needed")
        assert (await newest(house, handle)).closed_by == "dismissed"
        await house.press(house.ben, alert, Intent.FEEDBACK, "not_complaint")  # in Slack it stands behind Why

    case_ids = [one.case_ids[0] for one in await house.alerts()]
    kept = await house.read(lambda tx: tx.feedback.on(case_ids))
    assert len(kept) == len(PEOPLE)


async def test_a_holding_reply_and_then_the_answer_go_to_the_right_post(house: MemoryHouse):
    await all_write(house, COMPLAINT)
    for number, handle in enumerate(PEOPLE):
        who = house.ana if number % 2 else house.ben
        await house.open_form(who, await newest(house, handle), Intent.ACKNOWLEDGE)
        await house.send(who, f"We look into it, {handle}.")
    await house.restart()
    for number, handle in enumerate(PEOPLE):
        who = house.ben if number % 2 else house.ana
        await house.reply(who, await newest(house, handle), f"A new kettle is on its way, {handle}.")

    assert len(house.said_here()) == 2 * len(PEOPLE)
    for post in house.network.posts.values():
        if post.in_reply_to is not None:
            handle = post.text.rstrip(".").rpartition(" ")[2]
            assert post.in_reply_to_person == PEOPLE[handle]
    for handle in PEOPLE:
        assert (await newest(house, handle)).closed_by == "answered"


async def test_whoever_is_followed_is_the_one_of_the_alert(house: MemoryHouse):
    await all_write(house, WANTS_FOLLOW)
    for number, (handle, person_id) in enumerate(PEOPLE.items()):
        await house.press(house.ana if number % 2 else house.ben, await newest(house, handle), Intent.FOLLOW)

        followed = [one for one, bond in house.network.relationships.items() if bond.we_follow]
        assert followed == list(PEOPLE.values())[: number + 1]
        assert followed[-1] == person_id


async def test_worse_news_and_a_call_for_help_stand_under_the_right_alert(house: MemoryHouse):
    await all_write(house, COMPLAINT)
    for handle in PEOPLE:
        house.write_here(handle, WORSE)
    await house.look()
    await house.restart()
    await house.later(hours=9)

    for handle in PEOPLE:
        for chat, message in (await house.in_both(handle, "hacked my account")).items():
            assert sum(f"@{handle} still waits for an answer" in one for one in message.replies) == 1, chat
            assert sum("hacked my account" in one for one in message.replies) == 1, (chat, message.replies)
    for handle in PEOPLE:
        await house.press(house.ana, await newest(house, handle), Intent.DISMISS, "not_needed")
        for chat, message in (await house.in_both(handle)).items():
            assert not any("still waits for an answer" in one for one in message.replies), chat


@pytest.mark.smoke
async def test_the_buttons_of_a_burst_work_after_a_restart(house: MemoryHouse):
    await house.stop()
    house.environment(BUNDLE_FROM="4")
    await house.start()
    for (handle, person_id), text in zip(PEOPLE.items(), LATE, strict=False):
        house.write_here(handle, text, person_id=person_id)
    await house.look()
    [bundle] = {one.bundle_id for one in await house.alerts()}
    assert bundle is not None
    await house.restart()

    for who in (house.ana, house.ben):
        await press_on(house, who, bundle, Intent.CLAIM)
        await press_on(house, who, bundle, Intent.RELEASE)
        await press_on(house, who, bundle, Intent.MEMBERS, "0")
        assert "@plc" in house.told(who)
    await press_on(house, house.ben, bundle, Intent.SNOOZE, "1h")
    await press_on(house, house.ana, bundle, Intent.WAKE)
    await press_on(house, house.ben, bundle, Intent.DISMISS, "spam")

    assert {one.closed_by for one in await house.alerts()} == {"dismissed"}


async def test_feedback_on_a_post_that_the_digest_offers_is_kept_for_that_post(house: MemoryHouse):
    await house.do(PeriodicTask.DIGEST)
    for handle, person_id in PEOPLE.items():
        for day in range(3):
            house.write_here(handle, f"@kettleco {PRAISE[day]}", person_id=person_id)
    await house.look()
    await house.later(hours=21.5)
    await house.do(PeriodicTask.DIGEST)
    offered = (await house.read(lambda tx: tx.key_values.get(digest.KEY)))["offered"]
    await house.restart()

    for who, post_id in zip((house.ana, house.ben), offered, strict=False):
        await press_on(house, who, sample_id(house.brand_id, post_id), Intent.FEEDBACK, "not_complaint")

    kept = await house.read(lambda tx: tx.feedback.on(offered))
    assert {one.post_id for one in kept} == set(offered[:2])
    assert len(offered) >= 2


async def test_what_a_failing_network_did_not_show_is_told_at_the_next_look(house: MemoryHouse):
    house.write_here("plc", COMPLAINT, person_id=PEOPLE["plc"])
    house.network.fail("mentions", TryAgain("Blueish is not there."))
    await house.look()
    assert await house.alerts() == []
    await house.look()

    await house.in_both("plc", "my kettle arrived broken")
