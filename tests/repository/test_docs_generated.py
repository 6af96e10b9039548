"""What is generated is current, and what is written by hand agrees with the code."""

import re
import shutil
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from mutuals.docgen import log_events, reference
from mutuals.domain.model import Category
from mutuals.domain.policy import Policy
from mutuals.service.settings import CoreSettings, load
from mutuals_slack.manifest import text as manifest_text
from mutuals_x.prices import PricedItem
from tests.repository.repository import ROOT


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the generated files, to spoil."""
    for name in (reference.ENV_FILE, reference.PAGE):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_settings_page_and_the_example_are_what_the_code_says() -> None:
    assert reference.stale(ROOT) == []


def test_a_changed_default_makes_the_check_fail_and_write_mends_it(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = copy / reference.PAGE
    page.write_text(page.read_text().replace("| `60` |", "| `61` |"))
    monkeypatch.chdir(copy)
    assert reference.main(["check"]) == 1
    assert "docs/settings.md is not what the code says now" in capsys.readouterr().err
    assert reference.main(["write"]) == 0
    assert reference.main(["check"]) == 0
    assert page.read_text() == _read("docs/settings.md")


def test_outside_of_the_repository_it_says_where_to_run_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert reference.main(["write"]) == 2
    assert "In the folder of the repository" in capsys.readouterr().err


def test_every_setting_is_explained_in_a_sentence() -> None:
    mute = [
        one.name for part in reference.sections().values() for one in reference.entries(part) if not one.about
    ]
    assert mute == []


def test_the_example_as_it_is_leaves_every_default_in_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MUTUALS_SETTINGS_FILE", "")
    before = load([CoreSettings, *reference.sections().values()])
    for line in reference.env_text().splitlines():
        if line.startswith("MUTUALS_"):
            name, _, value = line.partition("=")
            monkeypatch.setenv(name, value)
    assert load([CoreSettings, *reference.sections().values()]) == before


def test_the_slack_manifest_is_what_the_code_says() -> None:
    assert _read("deploy/slack-manifest.json") == manifest_text()
    several = manifest_text("https://mutuals.example/slack/oauth_redirect")
    assert _read("deploy/slack-manifest-workspaces.json") == several


def test_every_dependency_is_documented_with_the_version_that_is_pinned() -> None:
    project = tomllib.loads(_read("pyproject.toml"))
    lists = {**project["dependency-groups"]}  # each is pinned in a list of its own
    lists["dev"] = [*project["project"]["dependencies"], *lists["dev"], *_read("requirements-uv.in").split()]
    page = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|", _read("docs/dependencies.md"), flags=re.MULTILINE))
    wanted = {}
    for group, requirements in lists.items():
        pinned = dict(
            re.findall(r"^([\w.-]+)==(\S+)", _read(f"requirements-{group}.lock"), flags=re.MULTILINE)
        )
        for requirement in requirements:
            name = re.match(r"[\w.-]+(\[\w+\])?", requirement)
            assert name is not None
            wanted[name[0]] = pinned[re.sub(r"\[.*", "", name[0]).lower().replace(".", "-")]
    documented = {name: version for name, version in page.items() if name not in {"Package", "---"}}
    assert documented == wanted


def test_the_examples_of_the_costs_are_added_up_right() -> None:
    rows = re.findall(r"^\| (small|medium|large) \|(.+)\|$", _read("docs/costs.md"), flags=re.MULTILINE)
    assert [size for size, _ in rows] == ["small", "medium", "large"]
    listed = PricedItem.CHECKED, PricedItem.PERSON, PricedItem.REPLY, PricedItem.MENTION
    post, person, reply, mention = (item.price(owned=False) for item in listed)
    owned = PricedItem.MENTION.price(owned=True)
    for _, row in rows:
        *counts, month, month_owned = (cell.strip().lstrip("$") for cell in row.split("|"))
        mentions, own, people, again, replies = map(int, counts)
        rest = people * person + again * post + replies * reply
        read = mentions + own
        assert float(month) == pytest.approx(30 * (read * mention + rest) / 1e6)
        assert float(month_owned) == pytest.approx(30 * (read * owned + rest) / 1e6)


def test_the_page_for_marketers_tells_the_clocks_and_thresholds_of_the_policy() -> None:
    page, policy = _read("docs/for-marketers.md"), Policy()
    told = {
        Category.WANTS_FOLLOW: "| Asks to be followed, to send you a message | at once | 15 minutes |",
        Category.COMPLAINT: "| Complaint | at once | 1 hour |",
        Category.QUESTION: "| Question | after half of its time | 2 hours |",
        Category.CONCERN: "| Concern or suggestion | after half of its time | 4 hours |",
    }
    for category, row in told.items():
        assert row in page
        when, due = (cell.strip() for cell in row.split("|")[2:4])
        assert policy.response_times[category].tell_at_half is (when != "at once")
        assert policy.response_times[category].due == _span(due)
    assert policy.urgent_due == timedelta(minutes=30)
    assert (policy.fan_interactions, policy.fan_days) == (5, 3)
    assert "at least 5 times on at least 3 days in 90 days" in page
    assert (policy.fans_per_hour, policy.fans_per_day) == (5, 20)
    assert "5 in an hour and 20 in a day" in page


def _span(words: str) -> timedelta:
    number, unit = words.split()
    return int(number) * (timedelta(minutes=1) if unit.startswith("minute") else timedelta(hours=1))


def test_the_page_of_the_logs_finds_names_levels_and_fields_in_the_code() -> None:
    found = {one.name: one for one in log_events.events(ROOT)}

    assert found["delivery.failed"].level == "warning"
    assert {"chat", "subject", "why"} <= set(found["delivery.failed"].fields)
    assert "{...}.not_reached" in found
    assert "engine.work_broke" in found
