"""What every chat promises, by `mutuals.ports.chat.Chat`: each test runs on each implementation."""

from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mutuals.cards.markup import Card, EphemeralReply, Intent, Tone
from mutuals.domain.errors import NotAuthorized, RefusalReason, Refused, TryAgain
from mutuals.domain.model import MessageRef, Role
from tests.contracts.chats import ChatWorld, open_chat
from tests.support.cards import ALERT, NASTY, alert_card
from tests.support.waiting import until

ALL = ("memory", "slack", "discord", "example")
KEY = f"alert/{ALERT}"
HOUR = timedelta(hours=1)


@pytest.fixture(params=ALL)
async def world(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[ChatWorld]:
    """Each chat in turn, started. On a loopback, Discord's servers come right after the sign-in."""
    monkeypatch.setattr("mutuals_discord.listeners.GUILD_STREAM_SECONDS", 0.05)
    async with open_chat(request.param, tmp_path) as opened:
        yield opened


def just_now() -> datetime:
    return datetime.now(UTC) - timedelta(seconds=5)


def notice(**changes: object) -> Card:
    """A card without buttons."""
    values: dict[str, object] = {"key": "notice/1", "version": 1, "tone": Tone.QUIET, "headline": "Heads up"}
    return Card(**({"summary": "Heads up"} | values | changes))  # type: ignore[arg-type]


async def refused(asked: Awaitable[object]) -> RefusalReason:
    """Why the chat refuses this."""
    with pytest.raises(Refused) as caught:
        await asked
    return caught.value.because


# --- posting and redrawing -------------------------------------------------------------------


async def test_a_post_gives_the_reference_of_the_message_that_people_see(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())

    assert ref == MessageRef(world.chat.name, world.channel, world.ids()[0])
    assert "Complaint from Ana" in world.sees(world.ben)
    assert "My parcel never came" in world.sees(world.ben)


async def test_the_page_of_a_message_names_its_channel_and_itself_where_the_chat_has_pages(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    page = world.chat.message_url(ref)

    assert page is None or (page.startswith("https://") and ref.channel in page)
    assert page is None or page.endswith(ref.id.replace(".", ""))


@pytest.mark.parametrize("world", ["memory", "discord"], indirect=True)
async def test_a_chat_with_means_of_its_own_never_shows_a_card_twice(world: ChatWorld):
    first = await world.chat.post(world.channel, alert_card())
    second = await world.chat.post(world.channel, alert_card())
    await world.chat.post(world.channel, notice())

    assert first == second
    assert len(world.ids()) == 2


async def test_a_card_that_is_posted_anew_is_a_message_of_its_own_and_the_one_that_is_found(
    world: ChatWorld,
):
    first = await world.chat.post(world.channel, alert_card())
    second = await world.chat.post(world.channel, alert_card(anew=True))

    assert world.ids() == [first.id, second.id]
    assert await world.chat.find(world.channel, KEY, just_now()) == second


async def test_an_edit_redraws_the_message_in_place(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.chat.edit(ref, alert_card(version=2, tone=Tone.DONE, headline="Answered by Bo", buttons=()))

    assert world.ids() == [ref.id]
    assert "✅ Answered by Bo" in world.sees(world.ben)
    assert "Complaint from Ana" not in world.sees(world.ben)


async def test_an_edited_message_is_found_by_its_key_as_before(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.chat.edit(ref, alert_card(version=2, headline="Answered by Bo"))

    assert await world.chat.find(world.channel, KEY, just_now()) == ref


async def test_an_answer_stands_under_the_message_that_it_answers(world: ChatWorld):
    alert = await world.chat.post(world.channel, alert_card())
    answer = await world.chat.post(
        world.channel, notice(key="escalation/1/1", headline="Overdue"), reply_to=alert
    )

    assert answer != alert
    assert world.thread_of(answer) == alert.id
    assert "Overdue" in world.sees(world.ben)


async def test_a_history_stands_in_the_thread_of_its_alert_is_found_there_and_is_redrawn_there(
    world: ChatWorld,
):
    alert = await world.chat.post(world.channel, alert_card())
    key = "history/x900-7-1"
    drawn = notice(key=key, headline="History", in_thread=True)
    assert await world.chat.find(world.channel, key, just_now(), reply_to=alert) is None

    told = await world.chat.post(world.channel, drawn, reply_to=alert)

    assert world.thread_of(told) == alert.id
    assert not world.rang(told)
    assert await world.chat.find(world.channel, key, just_now(), reply_to=alert) == told
    await world.chat.edit(told, notice(key=key, version=2, headline="History, longer", in_thread=True))
    assert await world.chat.find(world.channel, key, just_now(), reply_to=alert) == told


async def test_a_channel_is_known_by_its_id_and_as_the_settings_name_it(world: ChatWorld):
    for named in (world.configured, world.channel):
        assert await world.chat.same_channel(named, world.channel)
        assert not await world.chat.same_channel(named, world.elsewhere)


# --- finding -------------------------------------------------------------------------------------


async def test_a_message_is_found_by_its_key_and_by_no_other(world: ChatWorld):
    alert = await world.chat.post(world.channel, alert_card())
    other = await world.chat.post(world.channel, notice())

    assert await world.chat.find(world.channel, KEY, just_now()) == alert
    assert await world.chat.find(world.channel, "notice/1", just_now()) == other
    assert await world.chat.find(world.channel, "notice/2", just_now()) is None


async def test_nothing_is_found_from_before_the_time_that_is_asked_for(world: ChatWorld):
    await world.chat.post(world.channel, alert_card())

    assert await world.chat.find(world.channel, KEY, datetime.now(UTC) + HOUR) is None


async def test_nothing_is_found_in_another_channel(world: ChatWorld):
    await world.chat.post(world.channel, alert_card())

    assert await world.chat.find(world.elsewhere, KEY, just_now()) is None


async def test_an_answer_in_a_thread_is_found(world: ChatWorld):
    alert = await world.chat.post(world.channel, alert_card())
    answer = await world.chat.post(world.channel, notice(key="escalation/1/1"), reply_to=alert)

    assert await world.chat.find(world.channel, "escalation/1/1", just_now(), reply_to=alert) == answer
    assert await world.chat.find(world.channel, "escalation/1/2", just_now(), reply_to=alert) is None


async def test_where_the_answer_was_lost_the_message_is_found_and_nobody_posts_it_twice(world: ChatWorld):
    world.lose_answer()
    with pytest.raises(TryAgain) as caught:
        await world.chat.post(world.channel, alert_card())
    found = await world.chat.find(world.channel, KEY, just_now())

    assert caught.value.ambiguous
    assert found == MessageRef(world.chat.name, world.channel, world.ids()[0])
    assert len(world.ids()) == 1


async def test_what_never_arrived_is_not_found_and_can_be_posted_again(world: ChatWorld):
    world.lose_post()
    with pytest.raises(TryAgain) as caught:
        await world.chat.post(world.channel, alert_card())
    found = await world.chat.find(world.channel, KEY, just_now())
    ref = await world.chat.post(world.channel, alert_card())

    assert caught.value.ambiguous
    assert found is None
    assert world.ids() == [ref.id]


# --- what goes wrong -----------------------------------------------------------------------------


async def test_a_channel_that_has_vanished_is_refused_as_a_place(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    world.close_channel()

    assert await refused(world.chat.post(world.channel, notice())) is RefusalReason.CHANNEL
    assert await refused(world.chat.edit(ref, alert_card(version=2))) is RefusalReason.CHANNEL
    assert await refused(world.chat.find(world.channel, KEY, just_now())) is RefusalReason.CHANNEL


async def test_redrawing_a_message_that_somebody_deleted_is_refused_as_gone(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    world.delete(ref)

    assert await refused(world.chat.edit(ref, alert_card(version=2))) is RefusalReason.GONE
    assert await world.chat.find(world.channel, KEY, just_now()) is None


async def test_a_revoked_token_is_not_authorized_and_stops_a_start(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.revoke()

    with pytest.raises(NotAuthorized):
        await world.chat.edit(ref, alert_card(version=2))
    with pytest.raises(NotAuthorized):
        await world.chat.post(world.channel, notice())
    another = world.another()
    with pytest.raises(NotAuthorized):
        await another.start()
    await another.stop()


async def test_a_limit_says_how_long_to_wait_and_that_nothing_was_posted(world: ChatWorld):
    world.limit(45)
    with pytest.raises(TryAgain) as caught:
        await world.chat.post(world.channel, alert_card())

    assert caught.value.retry_after == pytest.approx(45, abs=1)
    assert not caught.value.ambiguous
    assert world.ids() == []


async def taken_by_the_doctor(world: ChatWorld) -> bool:
    """Does the doctor find nothing wrong with the token?"""
    try:
        checks = await world.chat.check()
    except NotAuthorized:  # the doctor shows that as it shows a check
        return False
    tokens = [one for one in checks if "token" in one.title.casefold()]
    return bool(tokens) and all(one.ok for one in tokens)


async def test_the_doctor_finds_nothing_wrong_with_the_token_until_it_is_revoked(world: ChatWorld):
    before = await taken_by_the_doctor(world)
    await world.revoke()

    assert before
    assert not await taken_by_the_doctor(world)


# --- who is called, and who reads ----------------------------------------------------------------


async def test_strangers_words_call_nobody(world: ChatWorld):
    nasty = f"{NASTY} @everyone <@{world.ana}> <@&{world.ana}>"
    ref = await world.chat.post(world.channel, alert_card(headline=nasty, summary=nasty, status=((nasty,),)))
    before = world.rang(ref)
    await world.chat.edit(ref, alert_card(version=2, headline=nasty, summary=nasty, body=((nasty,),)))

    assert (before, world.rang(ref)) == (False, False)
    assert "everyone" in world.sees(world.ben)


async def test_only_a_card_that_asks_for_it_calls_whom_the_settings_name(world: ChatWorld):
    calm = await world.chat.post(world.channel, alert_card())
    loud = await world.chat.post(world.channel, notice(key="escalation/1/1", ping=True), reply_to=calm)

    assert (world.rang(calm), world.rang(loud)) == (False, True)


async def test_what_one_person_is_told_keeps_their_own_text_from_everybody_else(world: ChatWorld):
    alert = await world.chat.post(world.channel, alert_card())
    told = notice(key="told/1", headline="Your reply did not go", alert_id=ALERT, body=(("My own words",),))
    await world.chat.tell(world.ana, world.channel, told, reply_to=alert)

    assert "Your reply did not go" in world.sees(world.ana)
    assert "My own words" not in world.sees(world.ben)


async def test_whoever_has_just_pressed_is_told_in_private(world: ChatWorld):
    alert = await world.chat.post(world.channel, alert_card())
    await world.press(alert, Intent.FOLLOW, ALERT)
    await until(lambda: world.interactions.clicks)
    told = notice(key="told/1", headline="Your reply did not go", alert_id=ALERT, body=(("My own words",),))
    await world.chat.tell(world.ana, world.channel, told, reply_to=alert)

    assert "My own words" in world.sees(world.ana)
    assert "Your reply did not go" not in world.sees(world.ben)


# --- what people do ------------------------------------------------------------------------------


async def test_a_press_reaches_the_interactions_with_the_alert_the_button_and_the_person(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.press(ref, Intent.FOLLOW, ALERT)
    [click] = await until(lambda: world.interactions.clicks)

    assert (click.alert_id, click.do, click.value) == (ALERT, Intent.FOLLOW, "")
    assert (click.actor.chat, click.actor.id) == (world.chat.name, world.ana)
    assert click.actor.name.casefold() == "ana"
    assert click.actor.role is Role.MEMBER


async def test_the_pressed_message_can_be_redrawn_by_the_answer_to_the_press(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.press(ref, Intent.FOLLOW, ALERT)
    [call] = await until(lambda: [one for one in world.interactions.calls if one.method == "press"])
    if call.clicked is None:
        assert world.chat.name == "huddle", "it leaves the redraw to edits, as a chat may"
        return

    assert call.clicked.id == ref.id
    assert await call.clicked.redraw(alert_card(headline="Followed by Ana"))
    assert "Followed by Ana" in world.sees(world.ben)
    assert world.ids() == [ref.id]


async def test_the_answer_to_a_press_is_private(world: ChatWorld):
    world.interactions.answer_with("press", EphemeralReply((("Bo was first",),), ok=False))
    ref = await world.chat.post(world.channel, alert_card())
    await world.press(ref, Intent.FOLLOW, ALERT)

    await until(lambda: "Bo was first" in world.sees(world.ana))
    assert "Bo was first" not in world.sees(world.ben)


async def test_a_form_is_opened_filled_in_and_sent(world: ChatWorld):
    world.interactions.drafts[ALERT, f"{world.chat.name}/{world.ana}"] = "Dear Mia"
    world.interactions.answer_with("submit", EphemeralReply((("It is on its way",),)))
    ref = await world.chat.post(world.channel, alert_card())
    await world.press(ref, Intent.REPLY, ALERT)
    shown = await until(world.form)
    await world.fill_in("Dear Mia, a new one is on its way.")
    await until(lambda: "It is on its way" in world.sees(world.ana))

    assert "Dear Mia" in shown
    [(click, text)] = world.interactions.sent
    assert (click.alert_id, click.do, click.actor.id) == (ALERT, Intent.REPLY, world.ana)
    assert text == "Dear Mia, a new one is on its way."
    assert "It is on its way" not in world.sees(world.ben)


async def test_where_there_is_no_form_the_reason_is_said(world: ChatWorld):
    world.interactions.answer_with("open_form", EphemeralReply((("Bo answered a moment ago",),), ok=False))
    ref = await world.chat.post(world.channel, alert_card())
    await world.press(ref, Intent.REPLY, ALERT)

    await until(lambda: "Bo answered a moment ago" in world.sees(world.ana))
    assert world.form() == ""
    assert "Bo answered a moment ago" not in world.sees(world.ben)


async def test_a_command_reaches_the_interactions_with_its_words_and_its_channel(world: ChatWorld):
    await world.command("stop", "a wrong text")
    [call] = await until(lambda: world.interactions.calls)
    await until(lambda: "This is stop" in world.sees(world.ana))

    assert (call.method, call.name, call.text, call.channel) == (
        "command",
        "stop",
        "a wrong text",
        world.channel,
    )
    assert call.actor is not None
    assert (call.actor.key, call.actor.role) == (f"{world.chat.name}/{world.ana}", Role.MEMBER)
    assert "This is stop" not in world.sees(world.ben)


async def test_a_chat_that_was_stopped_can_be_started_again_and_hears_clicks(world: ChatWorld):
    ref = await world.chat.post(world.channel, alert_card())
    await world.chat.stop()
    await world.chat.start()
    await world.press(ref, Intent.FOLLOW, ALERT)

    await until(lambda: world.interactions.clicks)
