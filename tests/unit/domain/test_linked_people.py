"""Which accounts are one person, and the codes that prove it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import linked_people
from mutuals.domain.linked_people import ChatAccount, Links

NOW = datetime(2026, 5, 3, tzinfo=UTC)
ACCOUNTS = [ChatAccount(f"{chat}/{n}", f"{chat}{n}") for chat in ("slack", "discord") for n in range(3)]
pairs = st.lists(st.tuples(st.sampled_from(ACCOUNTS), st.sampled_from(ACCOUNTS), st.booleans()), max_size=12)


@given(pairs)
def test_whatever_is_linked_and_unlinked_nobody_has_two_accounts_in_a_chat_or_is_two_people(steps):
    links = Links({})
    for first, second, ends in steps:
        try:
            links = links.without(first.key) if ends else links.joined(first, second)
        except ValueError:
            continue
    seen = [one.key for of in links.people.values() for one in of]
    assert len(seen) == len(set(seen))
    for known, of in links.people.items():
        assert known in [one.key for one in of]
        assert len({one.chat for one in of}) == len(of) == 2
    assert linked_people.links_of(linked_people.links_doc(links)) == links


def test_a_person_is_known_by_the_account_that_made_the_code():
    links = Links({}).joined(ACCOUNTS[0], ACCOUNTS[3])
    assert links.person(ACCOUNTS[3].key) == links.person(ACCOUNTS[0].key) == ACCOUNTS[0].key
    with pytest.raises(ValueError, match="discord0"):
        links.joined(ACCOUNTS[1], ACCOUNTS[3])


def test_a_code_works_however_it_is_typed_and_not_later_than_ten_minutes():
    assert linked_people.hashed(" abcd-efgh ") == linked_people.hashed("ABCDEFGH")
    made = {"h": ["slack/1", "Ana", (NOW + linked_people.CODE_FOR).isoformat()]}
    assert linked_people.live_codes(made, NOW + timedelta(minutes=9))
    assert not linked_people.live_codes(made, NOW + timedelta(minutes=10))
    assert not linked_people.live_codes(made, NOW - timedelta(minutes=1))  # made by a clock that was ahead
