"""The policy as settings."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from mutuals.domain.errors import SettingsError
from mutuals.domain.hand_offs import HandOffPolicy
from mutuals.domain.model import Category
from mutuals.domain.policy import FollowPolicy, Policy
from mutuals.service.policy_settings import PolicySettings
from mutuals.service.policy_values import policy_from
from mutuals.service.public_holidays import holidays_of
from mutuals.service.settings import load


@pytest.fixture(autouse=True)
def _no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")


def policy(monkeypatch: pytest.MonkeyPatch, **values: str) -> Policy:
    """The policy of these variables."""
    for name, value in values.items():
        monkeypatch.setenv(f"MUTUALS_{name}", value)
    return policy_from(PolicySettings(), today=date(2026, 11, 23))


def test_with_nothing_set_the_policy_is_the_shipped_one(monkeypatch):
    assert policy(monkeypatch) == Policy()


def test_times_and_when_to_tell_are_set_for_each_class(monkeypatch):
    found = policy(monkeypatch, COMPLAINT_DUE_MINUTES="20", COMPLAINT_TELL="half", QUESTION_TELL="digest",
                   CONCERN_TELL="arrival")  # fmt: skip
    complaint, question = found.response_times[Category.COMPLAINT], found.response_times[Category.QUESTION]
    assert (complaint.due, complaint.tell_at_half) == (timedelta(minutes=20), True)
    assert (question.in_digest, question.tell_at_half) == (True, False)
    assert not found.response_times[Category.CONCERN].tell_at_half


def test_hours_a_zone_and_holidays_make_the_calendar(monkeypatch):
    found = policy(monkeypatch, HOURS="mon-fri 09:00-18:00, sat 10:00-14:00", TIME_ZONE="Europe/Berlin",
                   HOLIDAYS="de-by")  # fmt: skip
    assert found.hours is not None
    assert (found.hours.week[5], found.hours.zone) == (((600, 840),), "Europe/Berlin")
    assert {
        date(2026, 12, 25),
        date(2027, 1, 6),
    } <= found.hours.holidays  # Epiphany: in Bavaria, not in Berlin
    assert date(2027, 1, 6) not in holidays_of("DE-BE", [2027])


def test_holidays_without_hours_close_whole_days(monkeypatch):
    found = policy(monkeypatch, HOLIDAYS="US-CA")
    assert found.hours is not None
    assert not found.hours.always
    assert date(2026, 7, 4) in found.hours.holidays


def test_handles_are_read_as_people_write_them(monkeypatch):
    found = policy(monkeypatch, FAMILY="@AcmeHelp, acme_de ,", NEVER_FOLLOW='{"@RivalCo": " a competitor "}')
    assert found.family == {"acmehelp", "acme_de"}
    assert found.never_follow == {"rivalco": "a competitor"}


def test_a_follow_policy_and_limits_are_taken(monkeypatch):
    found = policy(monkeypatch, FOLLOW_POLICY="talk", FANS_PER_DAY="3", OUTER_LIMIT_HOURS="48", ALERT_LINE="0.6",
                   SIGNATURE="false")  # fmt: skip
    assert (found.follow_policy, found.fans_per_day, found.signature) == (FollowPolicy.TALK, 3, False)
    assert (found.outer_limit, found.alert_line) == (timedelta(days=2), 0.6)


def test_the_same_names_work_in_the_file(monkeypatch, tmp_path):
    file = tmp_path / "mutuals.toml"
    file.write_text('MUTUALS_FAMILY = ["acmehelp"]\n[MUTUALS_NEVER_FOLLOW]\nrivalco = "a competitor"\n')
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", str(file))
    found = policy(monkeypatch)
    assert (found.family, found.never_follow) == (frozenset({"acmehelp"}), {"rivalco": "a competitor"})


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("TIME_ZONE", "Berlin", "no time zone"),
        ("HOURS", "weekdays 9-17", "is no day"),
        ("HOURS", "mon-fri 18:00-09:00", "ends before it begins"),
        ("HOURS", ",", "somebody must be there"),
        ("HOLIDAYS", "Atlantis", "no country"),
        ("HOLIDAYS", "US-ZZ", "no country or part"),
        ("NEVER_FOLLOW", "rivalco", "write it as"),
        ("NEVER_FOLLOW", '["rivalco"]', "write it as"),
        ("FAMILY", '["acme', "write it as"),
        ("FOLLOW_POLICY", "all", "write loyal, engaged"),
        ("QUIET_HOURS", "at night", "write it as 22:00-07:00"),
        ("QUIET_HOURS", "07:00-07:00", "ends when it begins"),
        ("ROUTES", "complaint -> #care", "names no chat"),
        ("ROTA", "mon-fri 09:00-17:00", "needs a name and hours"),
        ("ROTA", "Ana slack:U0123ABCD mon-fri 17:00-09:00", "ends before it begins"),
        ("HANDOFF_MAIL", "service", "write one address"),
        ("HANDOFF_MAIL", "a@b.example, c@d.example", "write one address"),
        ("HANDOFF_WEBHOOK", "http://desk.example.com/x", "write it like https://"),
        ("HANDOFF_LINK", "desk.example.com", "write it like https://"),
        ("HANDOFF_LINE", "We have it.", "write {case}"),
        ("COMPLAINT_TELL", "never", "write arrival, half or digest"),
        ("COMPLAINT_DUE_MINUTES", "0", "write a whole number from 1 to 10080"),
    ],
)
def test_a_mistake_is_named_with_its_variable_and_what_to_write(monkeypatch, name, value, says):
    monkeypatch.setenv(f"MUTUALS_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load([PolicySettings])
    assert len(caught.value.mistakes) == 1
    assert f"MUTUALS_{name}" in caught.value.mistakes[0]
    assert says in caught.value.mistakes[0]


FIXED = {
    "warn_share",
    "same_case_within",
    "weights",
    "decay_per_day",
    "relation_fresh",
}  # docs/policy.md says why
FOUND_OUT = {"known_as", "own_ids"}


def test_whatever_the_page_does_not_call_fixed_can_be_set(monkeypatch):
    changed = policy(
        monkeypatch, COMPLAINT_DUE_MINUTES="20", URGENT_DUE_MINUTES="10", OUR_TURN_DUE_MINUTES="30",
        PROMISE_HOURS="2", GIVE_UP_DAYS="3",
        TIME_ZONE="Europe/Berlin", HOURS="mon-fri 09:00-18:00", OUTER_LIMIT_HOURS="12", FOLLOW_POLICY="talk",
        FAN_INTERACTIONS="7", FAN_DAYS="4", FAN_WINDOW_DAYS="60", FAN_LAST_WITHIN_DAYS="20", FAN_COOL_DOWN_DAYS="10",
        FAN_FOLLOW_UP_DAYS="5", PRAISE_HOURS="48",
        ENGAGED_INTERACTIONS="3", FANS_PER_HOUR="1", FANS_PER_DAY="2", CLAIM_MINUTES="30",
        LINK_WAIT_MINUTES="60", REPLY_DELAY_SECONDS="0", APPROVAL="yes", REPLY_LIMIT_PUBLIC="3", SIGNATURE="no", HIDE_SLURS="no",
        SLUR_WORDS="acmehole", FAMILY="acme_de",
        NEVER_FOLLOW='{"rivalco": "a competitor"}', ALERT_LINE="0.6", OUTAGE_MINUTES="9", ASLEEP_DAYS="5", BUNDLE_FROM="0",
        DIGEST_AT="10:00", QUIET_HOURS="22:00-07:00", ROUTES="fan -> slack:#fans",
        FAN_PLAYBOOK="Thank them by name.", HANDLING_MINUTES="6",
        LISTEN="kettles: acme kettle", LISTEN_DAILY_DOLLARS="3", RIVALS="RivalCo",
        ROTA="Ana slack:U0123ABCD mon-fri 09:00-17:00",
        HANDOFF_MAIL="s@kettle.example", HANDOFF_WEBHOOK="https://d.example/x", HANDOFF_LINK="https://d.example/{case}",
        ROTATION="yes", SECOND_PERSON="urgent", HANDOFF_HOURS="8", HANDOFF_WORDS="yes", HANDOFF_LINE="Yours is {case}.",
    )  # fmt: skip
    same = {
        field.name
        for field in fields(Policy)
        if getattr(changed, field.name) == getattr(Policy(), field.name)
    }

    assert same == FIXED | FOUND_OUT
    assert {getattr(changed.hand_off, one.name) == one.default for one in fields(HandOffPolicy)} == {False}
    assert (changed.claim_for, changed.fan_window) == (timedelta(minutes=30), timedelta(days=60))


def test_a_playbook_that_is_too_long_is_told_how_long_it_may_be(monkeypatch):
    monkeypatch.setenv("MUTUALS_FAN_PLAYBOOK", "a" * 501)
    with pytest.raises(SettingsError, match="write at most 500 characters"):
        load([PolicySettings])


def test_rules_of_listening_and_rivals_are_read_and_refused_with_what_to_write(monkeypatch):
    found = policy(
        monkeypatch, LISTEN="kettles: acme kettle, -insurance; cup: #acmecup", RIVALS="RivalCo, Steam Co"
    )
    assert [one.name for one in found.listen] == ["kettles", "cup"]
    assert found.rivals == ("RivalCo", "Steam Co")

    monkeypatch.setenv("MUTUALS_LISTEN", "acme kettle")
    with pytest.raises(SettingsError, match="has no name; write it as kettles: acme kettle"):
        load([PolicySettings])
