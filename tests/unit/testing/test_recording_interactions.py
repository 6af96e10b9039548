"""The interaction handler that records: what was called, in order, and what a test has laid out for an answer."""

import pytest

from mutuals.cards.markup import EphemeralReply, Form, Intent
from mutuals.domain.model import Actor, Role
from mutuals.ports.interactions import Click
from mutuals.testing.interactions import RecordingInteractions, plain_form
from tests.support.cards import reply_form

ANA = Actor("chat", "ana", "Ana", Role.MEMBER)
CLAIM, FOLLOW, REPLY = (Click("b/p/1", do, ANA) for do in (Intent.CLAIM, Intent.FOLLOW, Intent.REPLY))
FIRST, SECOND = EphemeralReply((("First",),)), EphemeralReply((("Second",),))


@pytest.fixture
def interactions() -> RecordingInteractions:
    return RecordingInteractions()


async def test_every_call_is_kept_in_order(interactions: RecordingInteractions):
    await interactions.press(CLAIM)
    await interactions.open_form(REPLY)
    await interactions.keep_draft(REPLY, "Hel")
    await interactions.submit(REPLY, "Hello")
    await interactions.close_form(REPLY)
    await interactions.command(ANA, "queue", "2", "care")

    assert [one.method for one in interactions.calls] == [
        "press", "open_form", "keep_draft", "submit", "close_form", "command"
    ]  # fmt: skip
    assert (interactions.clicks, interactions.forms) == ([CLAIM], [(REPLY, None)])
    assert (interactions.sent, interactions.closings) == ([(REPLY, "Hello")], [REPLY])
    assert (interactions.commands, interactions.words) == ([(ANA, "queue")], ["2"])
    assert interactions.calls[-1].channel == "care"


async def test_without_more_a_press_is_answered_by_nothing_and_a_form_comes_with_the_draft(
    interactions: RecordingInteractions,
):
    await interactions.keep_draft(REPLY, "Hel")

    assert await interactions.press(CLAIM) is None
    assert await interactions.open_form(REPLY) == plain_form(REPLY, "Hel")
    assert (await interactions.submit(REPLY, "Hello")).ok
    assert interactions.measure("b/p/1", "Hello") == (5, 280)


async def test_answers_come_in_order_and_the_last_one_stays(interactions: RecordingInteractions):
    interactions.answer_with("press", FIRST, SECOND)

    assert [await interactions.press(CLAIM) for _ in range(3)] == [FIRST, SECOND, SECOND]


async def test_an_answer_for_one_button_is_for_no_other(interactions: RecordingInteractions):
    interactions.answer_with("press", FIRST, do=Intent.CLAIM)

    assert await interactions.press(CLAIM) == FIRST
    assert await interactions.press(FOLLOW) is None


async def test_a_bug_that_is_laid_out_is_raised_and_the_call_is_kept(interactions: RecordingInteractions):
    interactions.answer_with("submit", RuntimeError("a bug"))
    with pytest.raises(RuntimeError, match="a bug"):
        await interactions.submit(REPLY, "Hello")

    assert interactions.sent == [(REPLY, "Hello")]


def test_what_answers_nothing_can_be_given_no_answer(interactions: RecordingInteractions):
    with pytest.raises(ValueError, match="measure is none of"):
        interactions.answer_with("measure", FIRST)


async def test_a_form_that_the_chat_took_too_late_is_not_sent(interactions: RecordingInteractions):
    async def too_late() -> bool:
        return False

    answer = await interactions.submit(REPLY, "Hello", too_late)

    assert not answer.ok
    assert interactions.sent == []
    assert [one.text for one in interactions.calls] == ["Hello"]


async def test_a_picked_template_is_filled_in() -> None:
    form = await RecordingInteractions(reply_form).open_form(REPLY, "sorry")

    assert isinstance(form, Form)
    assert form.text == "Sorry, Ana! We look into it."
