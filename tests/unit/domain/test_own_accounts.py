"""Which accounts may be the brand's own, by their names and by the address in their profiles."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals.domain.account_words import COMPANY, FILLERS, NOT_THEM, PLACES, SUPPORT
from mutuals.domain.model import Account
from mutuals.domain.own_accounts import Likeness, likenesses
from tests.support.examples import examples

BRAND = Account("1", "brambleco", "Bramble Co", link="https://www.bramble.example/shop")
SHORT = Account("1", "OA", "OA")


def look(
    handle: str, name: str = "Kim", brand: Account = BRAND, link: str | None = None
) -> tuple[Likeness, ...]:
    return likenesses(Account("2", handle, name, link=link), brand)


@pytest.mark.parametrize(
    "handle",
    ["bramblehelp", "BrambleSupport", "bramble_care", "AskBramble", "brambleco_service", "TheRealBrambleHelp24", "help_bramble",
     "BrambleTeam", "official_bramble", "brambleHilfe", "bramble_ayuda", "BrambleUKHelp", "bramble_refund_support",
     "bramblecustomercare", "brambleklantenservice", "help.bramble.com", "bramblehelp.bsky.social",
     "bramblehelp@social.example"],
)  # fmt: skip
def test_the_brands_name_with_a_word_for_support_may_be_its_own(handle: str):
    assert look(handle) == (Likeness.SUPPORT,)


@pytest.mark.parametrize(
    "handle",
    ["bramble_uk", "BrambleDE", "bramblede", "brambleco_us", "UKBramble", "BrambleGermany", "bramble_south_africa",
     "bramble_uk_24", "get_bramble_fr", "BrambleDeutschland", "BrambleNews_IN", "indiabramble"],
)  # fmt: skip
def test_the_brands_name_with_a_country_may_be_its_own(handle: str):
    assert look(handle) == (Likeness.PLACE,)


@pytest.mark.parametrize(
    ("name", "likeness"),
    [
        ("Bramble Support", Likeness.SUPPORT),
        ("Support | Bramble", Likeness.SUPPORT),
        ("Bramble Refund Help", Likeness.SUPPORT),
        ("𝐁𝐫𝐚𝐦𝐛𝐥𝐞 𝐂𝐚𝐫𝐞", Likeness.SUPPORT),
        ("Brámble Aide", Likeness.SUPPORT),
        ("Bramble Co | New Zealand", Likeness.PLACE),
        ("Bramble India 🇮🇳", Likeness.PLACE),
    ],
)
def test_a_display_name_counts_as_much_as_a_handle(name: str, likeness: Likeness):
    assert look("ana77", name) == (likeness,)


@pytest.mark.parametrize(
    ("handle", "name"),
    [
        ("savvari", "Savvari"),
        ("bramblefan", "Kim"),
        ("bramble_uk_fans", "Kim"),
        ("BrambleHelpUnofficial", "Kim"),
        ("ilovebramble", "Kim"),
        ("brambleisland", "Kim"),
        ("bramblebabe", "Kim"),
        ("bramble24", "Kim"),
        ("grbramble", "Kim"),
        ("bramblenews", "Kim"),
        ("bramble", "Kim"),
        ("thebramblepatch", "Kim"),
        ("helpful_kim", "Help me"),
        ("kim_uk", "Kim UK"),
        ("ana77", "Bramble"),
        ("ana77", "I support Bramble"),
        ("ana77", "Help, I sat in a bramble"),
        ("ana77", "Bramble jam every day in Germany"),
        ("ana77", "ex Bramble Support"),
        ("ana77", ""),
        ("ana77", "💜"),
    ],
)
def test_people_who_are_called_otherwise_are_nobodys_account(handle: str, name: str):
    assert look(handle, name) == ()


@pytest.mark.parametrize(
    ("handle", "found"),
    [
        ("oa_uk", True),
        ("OAHelp", True),
        ("oasupport", True),
        ("oagermany", True),
        ("oais", False),
        ("oade", False),
        ("soak", False),
    ],
)
def test_a_name_of_two_letters_must_stand_apart_or_beside_a_long_word(handle: str, found: bool):
    assert bool(look(handle, brand=SHORT)) is found


@pytest.mark.parametrize("handle", ["bramble", "BrambleFR", "bramble_help"])
def test_the_account_of_one_country_has_its_head_office_and_sisters(handle: str):
    assert look(handle, brand=Account("1", "BrambleUK", "Bramble UK"))


@pytest.mark.parametrize("watched", ["AskBramble", "bramble_help", "TeamBramble", "BrambleCares"])
def test_the_support_account_of_a_brand_knows_its_head_office_and_sisters(watched: str):
    brand = Account("1", watched, "We answer from 9 to 5")

    assert look("bramble", brand=brand) == (Likeness.PLACE,)
    assert look("BrambleUK", brand=brand) == (Likeness.PLACE,)
    assert look("bramblefan", brand=brand) == ()


def test_the_handle_of_a_brand_that_is_called_otherwise_counts_as_well_as_its_name():
    brand = Account("1", "eatwell", "Green Spoon")

    assert look("eatwell_help", brand=brand)
    assert look("GreenSpoonUK", brand=brand)


def test_a_slogan_behind_the_brands_name_is_no_part_of_it():
    assert look("bramblecare", brand=Account("1", "bbl_shop", "Bramble – jam & more"))


def test_the_brand_itself_is_not_asked_about():
    assert likenesses(Account("1", "bramble_uk", "Bramble UK", link=BRAND.link), BRAND) == ()


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("https://bramble.example", True),
        ("http://help.bramble.example/contact?x=1", True),
        ("bramble.example/jobs", True),
        ("https://bramble.example.evil.test", False),
        ("https://notbramble.example", False),
        ("https://linktr.ee/bramble", False),
        (None, False),
        ("", False),
    ],
)
def test_a_profile_that_leads_to_the_brands_site_may_be_its_own(link: str | None, found: bool):
    assert look("ana77", link=link) == ((Likeness.SITE,) if found else ())


def test_a_page_on_a_host_that_many_share_makes_nobody_the_brands_own():
    shared = Account("1", "brambleco", "Bramble Co", link="https://linktr.ee/bramble")

    assert look("ana77", brand=shared, link="https://linktr.ee/ana") == ()


def test_all_that_speaks_for_it_is_told_the_plainest_first():
    assert look("bramble_help", "Bramble UK", link="bramble.example") == (
        Likeness.SUPPORT, Likeness.PLACE, Likeness.SITE,
    )  # fmt: skip


@pytest.mark.parametrize("joint", ["", "_"])
@pytest.mark.parametrize("first", [False, True])
def test_every_word_is_found_before_and_behind_the_name_together_and_apart(joint: str, first: bool):
    for word in sorted(SUPPORT | PLACES):
        handle = joint.join((word, "bramble") if first else ("bramble", word))
        # A code that touches the name from before may be any word's beginning.
        means_nothing = first and not joint and word in PLACES and len(word) <= 3

        assert bool(look(handle)) is bool(look(handle.upper())) is not means_nothing, handle


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60) | st.none(), st.text(max_size=60))
def test_no_name_and_no_address_whatever_raises(handle: str, name: str, link: str | None, brand: str):
    assert isinstance(look(handle, name, Account("1", brand, brand, link=link), link), tuple)


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12))
def test_a_name_without_the_brands_is_never_like_it(name: str):
    if "bramble" not in name:
        assert look(name, name) == ()


def test_no_word_says_two_things():
    assert not NOT_THEM & (SUPPORT | PLACES | COMPANY | FILLERS)
    assert not SUPPORT & (PLACES | COMPANY | FILLERS)
    assert not FILLERS & (PLACES | COMPANY)
