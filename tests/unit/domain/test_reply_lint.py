"""What is looked at twice before a reply goes out: found by form, with few false alarms."""

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.cards import reply_warnings
from mutuals.domain.model import Action, ActKind, Actor, ActState
from mutuals.domain.model import Path as ActPath
from mutuals.domain.reply_lint import (
    CODE,
    MOST,
    Finding,
    LintRule,
    Surroundings,
    codes_in,
    codes_of,
    findings,
    got_it,
    links_in,
    passed,
    text_code,
)
from tests.support.values import BRAND, START

DATA = Path(os.environ.get("MUTUALS_DATA", "no-data")) / "threads-ibm2020.jsonl"
COMPLAINED = Surroundings(
    to_complaint=True, others={"rivalco": "a competitor"}, own_sites=frozenset({"brightmug.example"})
)
# Answers as brands write them, of many trades; none gives anybody a reason to look twice.
ORDINARY = """
Hi Mia, so sorry about this! I'm looking into it now and will come back to you today. ^Ana
We can offer you a full refund or a new one, whichever you prefer.
Could you send us your order number in a direct message, please? We'll take it from there.
Thanks for the heads up, Tom. The fix is on its way and should reach you by Friday.
The blue one is back in stock from 3 May, and it ships within 2 days.
Sorry, we don't deliver on Sundays. Monday between 8:00 and 12:00 would work for us.
I hear you. I've passed it to the team and will tell you what comes of it.
Your password is safe: nothing was changed. You can set a new one in the app at any time.
It should say "Ready" after about 30 seconds. If it doesn't, hold the button for 10 seconds.
No worries at all, glad that it works again!
Flight 1234 is delayed by 45 minutes, and your connection has been told about it.
Version 12.4.1 fixes this. Please update, then start the app again.
That's 25 % less sugar than before, which is why it tastes different.
Hola Mia, siento lo que ha pasado. Te escribo hoy mismo con lo que sepa.
Bonjour Léa, merci de nous l'avoir signalé. Je vous réécris dès que j'en sais plus.
Hallo Jonas, das hätte nicht passieren dürfen. Schickst du uns die Einzelheiten in einer Nachricht?
Olá Rui, agradeço por avisar. Já passei para as pessoas certas.
Please call our free hotline 0800 123 4567, we are there from 8 to 20.
We're at the office today, so write to help@brightmug.example whenever you like.
See https://help.brightmug.example/returns for how to send it back.
""".strip().splitlines()


def rules(text: str, around: Surroundings = COMPLAINED) -> set[LintRule]:
    return {one.rule for one in findings(text, around)}


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_answer_raises_no_warning(text: str):
    assert rules(text) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Use this key: sk-live-4f9a8b7c6d5e4f3a2b1c", LintRule.SECRET),
        ("The token is xoxb-123456789012-abcdefABCDEF", LintRule.SECRET),
        ("Log in with password: hunter2!", LintRule.SECRET),
        ("Das Passwort ist Sommer2026", LintRule.SECRET),
        ("la contraseña es Abc123", LintRule.SECRET),
        ("deadbeefcafe0123456789abcdef0123456789ab", LintRule.SECRET),
        ("You paid with 4111 1111 1111 1111, right?", LintRule.CARD),
        ("Card 5500-0000-0000-0004 was charged.", LintRule.CARD),
        ("We'll ring you on +49 170 1234567.", LintRule.CONTACT),
        ("I have mia.quist@mail.example on file.", LintRule.CONTACT),
        ("It goes to 12 Baker Street then.", LintRule.CONTACT),
        ("Wir liefern an die Lindenstraße 12.", LintRule.CONTACT),
        ("Your order 88213377 left today.", LintRule.ORDER_NUMBER),
        ("Sorry! Booking QX7B2L is confirmed.", LintRule.ORDER_NUMBER),
        ("That's a question for @RivalCo, not for us.", LintRule.OTHER_BRAND),
        ("Sorry! Use code SORRY20 for 20% off.", LintRule.PROMOTION),
        ("Sorry about that. Check out our new collection!", LintRule.PROMOTION),
        ("Lo siento. ¡Descubre nuestra oferta especial!", LintRule.PROMOTION),
        ("Désolé ! Profitez de notre offre spéciale.", LintRule.PROMOTION),
        ("Sorry! Jetzt bestellen und sparen.", LintRule.PROMOTION),
        ("Desculpe! Cupom de desconto para você.", LintRule.PROMOTION),
        ("See bit.ly/abc", LintRule.LINK),
        ("See www.elsewhere.example", LintRule.LINK),
        ("See https://elsewhere.example/a?b=c", LintRule.LINK),
        ("See elsewhere.com", LintRule.LINK),
    ],
)
def test_what_is_worth_a_second_look_is_found(text: str, rule: LintRule):
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "Use code SORRY20 for 20% off.",
        "Check out our new collection!",
    ],
)
def test_what_sells_is_no_matter_where_nobody_complains(text: str):
    assert LintRule.PROMOTION not in rules(text, Surroundings())


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",  # the last figure does not prove the others
        "0000 0000 0000 0000",
        "https://web.archive.org/web/20191213044137/page",
        "2026-11-30 14:02:33 123456",
    ],
)
def test_a_long_number_alone_is_no_card(text: str):
    assert LintRule.CARD not in rules(text)


@pytest.mark.parametrize(
    "text", ["We ship at the end.The next one is yours", "e.g. a v1.2.3 or 3.5mm", "mia@shop.com"]
)
def test_not_every_dot_makes_a_link(text: str):
    assert links_in(text) == []


def test_secrets_and_cards_are_shown_masked():
    shown = [one.shown for one in findings("password: hunter2! 4111 1111 1111 1111", COMPLAINED)]

    assert shown == ["hu…", "…1111"]


def test_a_third_public_turn_and_a_form_letter_are_counted():
    found = findings("Hello", Surroundings(turns=2, turns_allowed=2, got_it=3))

    assert found == (Finding(LintRule.SAME_TEXT, count=3), Finding(LintRule.PUBLIC_TURNS, count=2))
    assert findings("Hello", Surroundings(turns=1, got_it=1)) == ()


def test_the_same_words_count_once_for_each_other_person_within_a_day():
    sent = Action("1", BRAND, "a", ActKind.REPLY, ActPath.API, ActState.DONE, Actor("slack", "U", "Ana"), "p1", "1", None,
                  "Hello there", START)  # fmt: skip
    acts = [
        sent,
        replace(sent, id="2", person_id="p2", text="@bo hello there"),
        replace(sent, id="3", person_id="p2"),
        replace(sent, id="4", person_id="me"),
        replace(sent, id="5", person_id="p5", state=ActState.FAILED),
        replace(sent, id="6", person_id="p6", created_at=START - timedelta(days=2)),
        replace(sent, id="7", person_id="p7", text="Hello Tom"),
    ]

    assert got_it(acts, "Hello there", "me", START) == 2


def test_what_was_seen_is_passed_and_what_is_new_is_not():
    first = findings("See bit.ly/abc", COMPLAINED)
    more = findings("See bit.ly/abc or @rivalco", COMPLAINED)
    codes = codes_in(codes_of(first))

    assert passed(first, codes)
    assert passed((), codes)
    assert not passed(more, codes)
    assert not passed(first, codes_in(""))
    assert len(codes_of(more)) == 2 * CODE


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_and_said(text: str):
    around = Surroundings(True, 5, 2, {"rivalco": "a competitor"}, frozenset(), 4)
    found = findings(text, around)

    assert 2 <= len(found) <= MOST
    assert passed(found, codes_in(codes_of(found)))
    assert len(text_code(text)) == CODE
    for (said,) in reply_warnings.lines(found, "X", around.others, 10_000):
        assert isinstance(said, str)
        assert said.endswith(".")


@pytest.mark.skipif(not DATA.exists(), reason="the recorded threads are not on this machine")
def test_recorded_answers_of_brands_raise_almost_no_warnings_but_for_their_links(
    capsys: pytest.CaptureFixture[str],
):
    rows = map(json.loads, DATA.read_text(encoding="utf-8").splitlines())
    answers = [row["text"] for row in rows if row["is_brand"]]
    hundred = answers[:: len(answers) // 100][:100]
    warned = [text for text in hundred if rules(text) - {LintRule.LINK}]
    every = [text for text in answers if rules(text) - {LintRule.LINK}]
    with capsys.disabled():
        print(
            f"\n{len(warned)} of {len(hundred)} answers are warned about, {len(every)} of all {len(answers)}."
        )

    assert len(warned) <= 2
    assert len(every) <= len(answers) / 100
