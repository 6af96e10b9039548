"""What a test can do with the chat in memory, beside what every chat promises."""

import pytest

from mutuals.cards.markup import Button, EphemeralReply, Form, Intent, ListItem
from mutuals.domain.errors import RefusalReason, Refused, TryAgain
from mutuals.domain.model import Actor, Role
from mutuals.ports.integration import ChatKit
from mutuals.testing.chat import MemoryChat
from mutuals.testing.clock import FixedClock
from mutuals.testing.interactions import RecordingInteractions
from mutuals.testing.key_values import MemoryKeyValueStore
from mutuals.testing.messages import MemoryMessage
from tests.support.cards import ALERT, alert_card, reply_form

TEMPLATE = "Sorry, Ana! We look into it."


@pytest.fixture
def interactions() -> RecordingInteractions:
    return RecordingInteractions(reply_form)


@pytest.fixture
async def chat(interactions: RecordingInteractions) -> MemoryChat:
    made = MemoryChat(FixedClock(), interactions)
    await made.start()
    return made


@pytest.fixture
def ana(chat: MemoryChat) -> Actor:
    return chat.add_person("Ana", Role.MEMBER)


@pytest.fixture
async def alert(chat: MemoryChat) -> MemoryMessage:
    await chat.post("care", alert_card())
    [message] = chat.messages()
    return message


async def test_a_press_brings_the_person_with_their_role_and_the_value_of_a_menu_entry(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    await chat.press(ana, alert, Intent.SNOOZE, "1w")

    [click] = interactions.clicks
    assert (click.alert_id, click.do, click.value, click.actor) == (ALERT, Intent.SNOOZE, "1w", ana)


async def test_what_nobody_sees_nobody_can_press(chat: MemoryChat, ana: Actor, alert: MemoryMessage):
    with pytest.raises(LookupError, match="no button wake"):
        await chat.press(ana, alert, Intent.WAKE)
    await chat.edit(alert.ref, alert_card(version=2, buttons=(), menu=()))
    with pytest.raises(LookupError):
        await chat.press(ana, alert, Intent.REPLY)


async def test_a_button_of_an_entry_of_a_private_list_acts_on_that_entry(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor
):
    claim = (Button(Intent.CLAIM, "Claim"),)
    listed = tuple(ListItem(((f"Number {one}",),), f"b/p/{one}", claim) for one in (1, 2))
    interactions.answer_with("command", EphemeralReply(card=alert_card(alert_id=None, sections=listed)))
    await chat.command(ana, "queue", "2")
    [shown] = chat.private(ana)
    await chat.press(ana, shown, Intent.CLAIM, alert_id="b/p/2")

    assert "Number 1" in shown.text
    assert interactions.words == ["2"]
    assert [one.alert_id for one in interactions.clicks] == ["b/p/2"]


async def test_an_answer_with_a_link_to_the_network_is_private_and_shows_it(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    link = Button(Intent.FOLLOW, "Open X to follow", url="https://x.example/follow?user_id=2")
    interactions.answer_with("press", EphemeralReply((("Press Follow there.",),), buttons=(link,)))
    await chat.press(ana, alert, Intent.FOLLOW)
    [told] = chat.private(ana)

    assert told.text == "Press Follow there.\n[Open X to follow]"
    assert told.links == (link,)
    assert chat.private(chat.add_person("Ben")) == []


async def test_a_form_takes_a_template_keeps_what_is_typed_and_counts_it(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    await chat.press(ana, alert, Intent.REPLY)
    picked = await chat.pick(ana, "sorry")
    counted = await chat.type(ana, "Hello")
    open_form = chat.form(ana)

    assert isinstance(picked, Form)
    assert picked.text == TEMPLATE
    assert counted == (5, 280)
    assert open_form is not None
    assert open_form.text == "Hello"
    assert interactions.drafts == {(ALERT, ana.key): "Hello"}


async def test_a_closed_form_is_told_and_is_open_no_longer(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    await chat.press(ana, alert, Intent.REPLY)
    await chat.close_form(ana)

    assert [one.do for one in interactions.closings] == [Intent.REPLY]
    assert chat.form(ana) is None
    with pytest.raises(LookupError, match="No form is open in front of Ana"):
        await chat.submit(ana, "Hello")


async def test_the_form_that_an_answer_offers_is_open_after_it(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    again = Form(ALERT, Intent.REPLY, "Reply", None, "Hello", 280, error="A duplicate.")
    interactions.answer_with("submit", EphemeralReply((("A duplicate.",),), ok=False, form=again))
    await chat.press(ana, alert, Intent.REPLY)
    await chat.submit(ana, "Hello")

    assert chat.form(ana) == again
    assert "A duplicate." in chat.private(ana)[-1].text


async def test_a_text_that_was_not_kept_stays_in_the_form(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    interactions.answer_with("submit", EphemeralReply((("No database.",),), ok=False, unkept="Hello"))
    await chat.press(ana, alert, Intent.REPLY)
    await chat.submit(ana, "Hello")
    open_form = chat.form(ana)

    assert open_form is not None
    assert open_form.text == "Hello"


async def test_a_form_that_is_taken_too_late_is_not_sent(
    chat: MemoryChat, interactions: RecordingInteractions, ana: Actor, alert: MemoryMessage
):
    chat.too_late = True
    await chat.press(ana, alert, Intent.REPLY)
    answer = await chat.submit(ana, "Hello")

    assert not answer.ok
    assert interactions.sent == []


async def test_while_nobody_listens_a_press_reaches_nobody(
    chat: MemoryChat, ana: Actor, alert: MemoryMessage
):
    await chat.stop()

    assert not await chat.listening()
    with pytest.raises(RuntimeError, match="Nobody listens"):
        await chat.press(ana, alert, Intent.CLAIM)


async def test_an_outage_lasts_until_it_is_over(chat: MemoryChat):
    chat.down = True
    for _ in range(3):
        with pytest.raises(TryAgain, match="Memory chat is down"):
            await chat.post("care", alert_card())
    chat.down = False

    await chat.post("care", alert_card())


async def test_a_failure_is_laid_out_for_a_method_that_there_is(chat: MemoryChat):
    with pytest.raises(AttributeError):
        chat.fail("psot", TryAgain("No."))


async def test_a_channel_that_opens_again_is_told(chat: MemoryChat, interactions: RecordingInteractions):
    told = []

    async def opened() -> None:
        told.append("opened")

    chat.connect(interactions, ChatKit(MemoryKeyValueStore(), FixedClock(), opened=opened))
    chat.remove_channel("care")
    await chat.add_channel("care")
    await chat.post("care", alert_card())

    assert told == ["opened"]


async def test_whoever_is_not_there_can_be_told_nothing(chat: MemoryChat):
    with pytest.raises(Refused) as refused:
        await chat.tell("nobody", "care", alert_card())

    assert refused.value.because is RefusalReason.PERSON
