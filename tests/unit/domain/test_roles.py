"""Each role may do what the one before it may, and more; and a refusal says what is what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import roles
from mutuals.domain.model import Role
from mutuals.domain.roles import Right

TEAM = [one for one in Role if one is not Role.HELPER]


@given(st.sampled_from(TEAM), st.sampled_from(TEAM), st.sampled_from(list(Right)))
def test_who_rises_loses_nothing(lower: Role, higher: Role, right: Right):
    lower, higher = sorted((lower, higher))

    assert not roles.may(lower, right) or roles.may(higher, right)


def test_each_role_adds_something_to_the_one_before():
    may = [{right for right in Right if roles.may(role, right)} for role in TEAM]

    assert may[0] == set()
    assert may[-1] == set(Right)
    assert all(fewer < more for fewer, more in pairwise(may))


def test_a_helper_looks_and_suggests_and_does_nothing_else():
    assert {right for right in Right if roles.may(Role.HELPER, right)} == {Right.LOOK, Right.SUGGEST}
    assert not roles.may(Role.VIEWER, Right.SUGGEST)


@given(st.lists(st.sampled_from(list(Role))))
def test_of_several_roles_the_highest_counts_and_of_none_nobody(held: list[Role]):
    assert roles.highest(held) == max([*held, Role.NOBODY])


def test_a_refusal_says_who_one_is_what_one_may_and_whom_to_ask():
    said = roles.refusal(Role.VIEWER, Right.SEND, "follow people")

    assert said == (
        "Your role here is viewer, so you can't follow people. A viewer may read alerts, reasons and lists. "
        "Ask a member to do it, or an admin for another role."
    )


@pytest.mark.parametrize(
    ("given", "names"),
    [
        (None, ()),
        (" , ,", ()),
        ("@care, S0123ABC ,care,U1", ("care", "S0123ABC", "U1")),
        ("Care team, Mods", ("Care team", "Mods")),
    ],
)
def test_names_in_a_setting_are_separated_by_commas(given: str | None, names: tuple[str, ...]):
    assert roles.listed(given) == names
