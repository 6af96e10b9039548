"""Any card makes a message that Discord takes, and a phone shows well."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals.cards import saved_reply_list
from mutuals.cards.markup import (
    Button,
    Card,
    EphemeralReply,
    Form,
    Intent,
    Line,
    Link,
    ListItem,
    Profile,
    Quote,
    Strong,
    Template,
    Timestamp,
    TimestampStyle,
    Tone,
)  # fmt: skip
from mutuals.domain.saved_replies import ReplyKind, SavedReply
from mutuals_discord import actions, layout, text
from mutuals_discord.field_modals import FieldsModal
from mutuals_discord.modals import FormModal
from mutuals_sandbox.discord.bodies import check_message
from mutuals_sandbox.discord.modals import check_modal
from tests.support.discord_site import custom_ids, texts, walk
from tests.support.examples import examples

from .samples import ALERT, BUTTONS, MENU, alert_card, notice_card

V2 = 1 << 15

words = st.text(max_size=30) | st.sampled_from(
    ["x" * 5000, "*" * 3000, "\n" * 300, "😀" * 2500, "a\nb" * 900]
)
urls = st.sampled_from(
    ["https://x.com/a", "http://127.0.0.1:1/x", "https://x.com/" + "é" * 700, "", "nope", "https://"]
)
times = st.datetimes(timezones=st.just(UTC), min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1))  # noqa: DTZ001
spans = (
    words
    | st.builds(Timestamp, times, st.sampled_from(TimestampStyle))
    | st.builds(Link, words, urls)
    | st.builds(Strong, words)
)
lines = st.lists(spans, max_size=4).map(tuple)
many_lines = st.lists(lines, max_size=30).map(tuple)
buttons = st.builds(
    Button,
    st.sampled_from(Intent),
    words,
    st.sampled_from(["", "1h", "a:b", "x" * 90]),
    st.booleans(),
    st.none() | urls,
)
many_buttons = st.lists(buttons, max_size=40).map(tuple)
cards = st.builds(
    Card,
    key=words,
    version=st.integers(1, 9),
    tone=st.sampled_from(Tone),
    headline=words,
    summary=words,
    alert_id=st.none() | st.sampled_from([ALERT, "", "a:b/c%", "ä" * 30]),
    who=st.none() | st.builds(Profile, words, words, urls, st.none() | urls),
    why=many_lines,
    quotes=st.lists(st.builds(Quote, words, urls, times), max_size=12).map(tuple),
    facts=st.lists(st.tuples(words, lines), max_size=12).map(tuple),
    body=many_lines,
    sections=st.lists(
        st.builds(ListItem, many_lines, st.sampled_from([ALERT, "", "ä" * 30]), st.lists(buttons, max_size=6).map(tuple)),
        max_size=20,
    ).map(tuple),
    status=many_lines,
    buttons=many_buttons,
    menu=many_buttons,
    ping=st.booleans(),
)  # fmt: skip
forms = st.builds(
    Form,
    alert_id=st.just(ALERT),
    do=st.sampled_from([Intent.REPLY, Intent.ACKNOWLEDGE]),
    title=words,
    quote=st.none() | st.builds(Quote, words, urls, times),
    text=words,
    limit=st.just(280),
    notes=many_lines,
    templates=st.lists(st.builds(Template, words, words, words), max_size=30).map(tuple),
    error=st.none() | words,
    warnings=many_lines,
    passes=st.sampled_from(["", "!abcdef"]),
    buttons=many_buttons,
)


def check(view: layout.View) -> None:
    """Raise unless Discord would take this as a message."""
    components = view.to_components()
    check_message({"components": components, "flags": V2})
    assert len(walk(components)) <= 40
    assert sum(text.units(one["content"]) for one in walk(components) if one["type"] == 10) <= 4000


@settings(max_examples=examples(60), deadline=None)
@given(cards)
async def test_any_card_makes_a_message_that_discord_takes(card: Card):
    check(layout.card_view(card, "<@&123456789012345678>"))


@settings(max_examples=examples(40), deadline=None)
@given(many_lines, st.booleans(), many_buttons, st.none() | cards, st.none() | forms)
async def test_any_answer_makes_a_message_that_discord_takes(
    said: tuple[Line, ...], ok: bool, links: tuple[Button, ...], card: Card | None, form: Form | None
):
    check(layout.answer_view(EphemeralReply(said, ok, links, card, form)))


@settings(max_examples=examples(40), deadline=None)
@given(forms)
async def test_any_form_makes_a_modal_and_a_choice_that_discord_takes(form: Form):
    check(layout.picker_view(form))
    check(layout.read_first_view(form))
    check_modal(FormModal(form, 12).to_dict())


@pytest.mark.parametrize("text", ["😀" * 1000, "{hi} " * 200, "<@&1> @everyone " * 60])
async def test_the_longest_saved_replies_make_a_list_and_a_form_that_discord_takes(text: str):
    longest = SavedReply(
        f"{'f' * 16}",
        "N" * 60,
        "pt",
        text[:1000],
        frozenset(ReplyKind),
        "B" * 80,
        datetime(2026, 3, 1, tzinfo=UTC),
    )
    many = [replace(longest, id=f"{number:016x}") for number in range(100)]
    brand = "x" * 29
    check(layout.answer_view(saved_reply_list.listing(brand, many, 0, "pt", may=True)))
    check_modal(FieldsModal(saved_reply_list.form(brand, longest)).to_dict())
    check_modal(FieldsModal(saved_reply_list.form(brand, None)).to_dict())


SOURCE = "  [View post](https://x.com/jo/status/1) · <t:1793714520:R>"


async def test_an_alert_shows_state_person_reason_quote_due_time_and_what_happened():
    written = texts(layout.card_view(alert_card()).to_components())

    assert written.split("\n") == [
        "### 💬 Complaint, waiting 25 minutes",
        "**[Jo \\*Star\\* Miller](https://x.com/jo_miller)** @jo\\_miller",
        "> My order never came. @\u200beveryone look at https:\u200b//evil.example/now" + SOURCE,
        "Replied **14 times** in 30 days, and you do not follow back",
        "Due: <t:1793714520:R>",
        "Opened <t:1793714520:f>",
        "[All posts of Jo](https://x.com/jo_miller)",
    ]


async def test_every_tone_has_a_sign_of_its_own_before_the_headline():
    heads = {texts(layout.card_view(alert_card(tone=tone)).to_components()).split("\n")[0] for tone in Tone}

    assert len({head.split(" ")[1] for head in heads}) == len(Tone)


async def test_what_can_be_pressed_in_sight_and_in_the_menu():
    parts = walk(layout.card_view(alert_card()).to_components())

    buttons = [(one["label"], one.get("url")) for one in parts if one["type"] == 2]
    assert buttons == [
        ("Reply", None), ("Acknowledge", None), ("Follow", None), ("View on X", "https://x.com/jo/status/1"),
    ]  # fmt: skip
    [menu] = [one for one in parts if one["type"] == 3]
    assert [one["label"] for one in menu["options"]] == [
        one.label for one in MENU if one.do is not Intent.VIEW
    ]
    keys = [actions.decode(one["value"]) for one in menu["options"]]
    assert [(key.do, key.value) for key in keys if key] == [(one.do, one.value) for one in MENU[:-1]]


async def test_buttons_that_do_not_fit_in_sight_go_into_the_menu():
    more = (*BUTTONS, Button(Intent.WHY, "Why?"), Button(Intent.CLAIM, "Claim"))

    [menu] = [
        one
        for one in walk(layout.card_view(alert_card(buttons=more, menu=())).to_components())
        if one["type"] == 3
    ]

    assert [one["label"] for one in menu["options"]] == ["Claim"]


async def test_each_entry_of_a_list_has_buttons_that_act_on_its_own_alert():
    entries = tuple(
        ListItem(
            ((f"@person{number}",),),
            f"brand-{number}-1",
            (Button(Intent.REPLY, "Reply"), Button(Intent.DISMISS, "No", "spam")),
        )
        for number in range(5)
    )
    card = Card("answer", 1, Tone.QUIET, "A list", "A list", sections=entries)
    view = layout.card_view(card)

    check(view)
    written = walk(view.to_components())
    keys = [actions.decode(one["custom_id"]) for one in written if one["type"] == 2]
    assert [key.alert_id for key in keys if key and key.do is Intent.REPLY] == [
        f"brand-{n}-1" for n in range(5)
    ]


async def test_a_settled_alert_has_nothing_to_press():
    parts = walk(layout.card_view(alert_card(buttons=(), menu=(), tone=Tone.DONE)).to_components())

    assert not [one for one in parts if one["type"] in (1, 2, 3)]


async def test_a_card_without_buttons_can_be_told_from_all_others():
    one, other = (
        layout.card_view(notice_card()).to_components(),
        layout.card_view(alert_card()).to_components(),
    )

    assert one[0]["id"] == layout.marker("notice/budget")
    assert other[0]["id"] == layout.marker(f"alert/{ALERT}")
    assert custom_ids(one) == []


async def test_a_link_too_long_for_a_button_is_written_out():
    url = "https://x.com/intent/post?text=" + "%F0%9F%98%80" * 60
    answer = EphemeralReply(
        lines=(("Post it yourself.",),), buttons=(Button(Intent.REPLY, "Open X", url=url),)
    )

    assert f"[Open X]({url})" in texts(layout.answer_view(answer).to_components())
