"""The flags: each rule with posts that raise it and posts that don't."""

import pytest

from mutuals.domain.language import read
from mutuals.domain.model import Flag


@pytest.mark.parametrize(
    "text",
    [
        "@harbour my account was hacked and someone changed my password",
        "@harbour your heater caught fire",
        "@harbour we are stranded at the airport with two kids",
        "@harbour you will hear from my lawyer",
        "@harbour need it today or the trip is off",
    ],
)
def test_money_accounts_safety_law_and_deadlines_are_urgent(text: str):
    assert Flag.URGENT in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour my tea was a little cold",
        "@harbour when do you open today?",
        "@harbour love it",
        "@harbour you charged me twice today",
        "@harbour this is the third time I've asked",
    ],
)
def test_everyday_posts_double_charges_and_asking_again_are_not_urgent(text: str):
    assert Flag.URGENT not in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour order number 88213377 please",
        "@harbour booking ref: AB12CD",
        "@harbour call me on +353 1 555 0134 22",
        "@harbour write to mia.example@example.com",
        "@harbour send it to 12 Garden Street",
        "@harbour meine Bestellung 4455667 fehlt",
    ],
)
def test_numbers_mail_and_addresses_are_private(text: str):
    assert Flag.PRIVATE in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour 3 hours late, flight 448",
        "@harbour paid $1200 in 2019",
        "@harbour see https://example.com/1234567890123",
        "@harbour hi",
    ],
)
def test_prices_years_and_links_are_not_private(text: str):
    assert Flag.PRIVATE not in read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "@harbour I'm switching to Lantern",
        "@harbour cancel my account",
        "@harbour never buying from you again",
    ],
)
def test_who_says_they_leave_may_churn(text: str):
    assert Flag.CHURN in read(text).flags


def test_recommending_us_to_somebody_is_advocacy_and_warning_of_us_is_not():
    assert Flag.ADVOCACY in read("@bob you should try @harbour, great tea").flags
    assert (
        Flag.ADVOCACY not in read("@bob avoid @harbour, terrible and rude, switch to them? never again").flags
    )
