"""Routing: the first rule that fits decides, and what no rule names goes where it always went."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutuals.domain import routing
from mutuals.domain.model import AlertKind, Category
from mutuals.domain.routing import CLASSES, RoutedAlert, RoutingRule

USUAL = {"slack": "#care", "discord": "#care"}
ALERT = RoutedAlert(AlertKind.CARE, Category.COMPLAINT, language="de", network="x", brand=frozenset({"acme"}))
ALERTS = st.builds(
    RoutedAlert,
    st.sampled_from(AlertKind),
    st.none() | st.sampled_from(list(CLASSES.values())),
    st.booleans(),
    st.sampled_from(["", "de", "en"]),
    st.just("x"),
    st.just(frozenset({"acme"})),
)
CHANNELS = st.dictionaries(
    st.sampled_from(["slack", "discord", "huddle"]), st.sampled_from(["#a", "#b", "off"]), min_size=1
)
RULES = st.builds(
    RoutingRule,
    CHANNELS,
    st.frozensets(st.sampled_from(AlertKind), max_size=1),
    st.frozensets(st.sampled_from(list(CLASSES.values())), max_size=2),
    st.booleans(),
    st.frozensets(st.sampled_from(["de", "en"]), max_size=1),
)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("", "#care"),
        ("complaint -> slack:#complaints", "#complaints"),
        ("question -> slack:#questions; complaint -> slack:#complaints; any -> slack:#rest", "#complaints"),
        ("complaint urgent -> slack:#urgent", "#care"),
        ("lang:de -> slack:#DE", "#de"),
        ("lang:en lang:de -> slack:#languages", "#languages"),
        ("network:bluesky -> slack:#sky", "#care"),
        ("brand:@acme → slack:C0123ABCD", "C0123ABCD"),
        ("fan -> slack:#fans", "#care"),
        ("* -> discord:#all", "#care"),
    ],
)
def test_a_german_complaint_to_acme_goes_where_the_rules_say(text: str, channel: str):
    found = routing.channels(routing.parse(text), ALERT, USUAL)

    assert found["slack"] == channel


def test_off_tells_it_nowhere_in_that_chat():
    assert routing.channels(routing.parse("complaint -> slack:off"), ALERT, USUAL) == {"discord": "#care"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("complaint", "names no channel"),
        ("complaint ->", "names no channel"),
        ("complaint -> #care", "names no chat"),
        ("anger -> slack:#care", "nothing that a rule can look at"),
        ("any -> slack:#a\n" * 51, "50 are the most"),
    ],
)
def test_a_rule_that_can_not_be_read_is_quoted_with_what_is_missing(text: str, says: str):
    with pytest.raises(ValueError, match=says):
        routing.parse(text)


@given(st.lists(RULES, max_size=6), ALERTS)
def test_the_first_rule_that_fits_decides_alone(rules: list[RoutingRule], alert: RoutedAlert):
    found = routing.channels(rules, alert, USUAL)
    first = next((one for one in rules if one.fits(alert)), None)

    assert set(found) <= set(USUAL)
    assert "off" not in found.values()
    for chat in USUAL:
        wanted = first.channels.get(chat, USUAL[chat]) if first else USUAL[chat]
        assert found.get(chat, "off") == wanted


@given(st.lists(RULES, max_size=6), ALERTS)
def test_what_comes_behind_a_rule_for_everything_changes_nothing(
    rules: list[RoutingRule], alert: RoutedAlert
):
    everything = RoutingRule({"slack": "#all"})

    assert routing.channels([everything, *rules], alert, USUAL) == routing.channels(
        [everything], alert, USUAL
    )


@given(RULES, ALERTS)
def test_whatever_is_told_is_told_too_when_it_is_urgent_besides(rule: RoutingRule, alert: RoutedAlert):
    assert not rule.fits(alert) or rule.fits(replace(alert, urgent=True))
