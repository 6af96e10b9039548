"""The dashboard, the alert rules and the page about them speak of metrics that are really there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client import Metric

from mutuals.context import Context
from mutuals.metrics.instruments import Meters
from mutuals.storage.store import SqlStore
from mutuals.testing.clock import FixedClock
from tests.support.databases import fresh_store

ROOT = Path(__file__).parents[2]
DASHBOARD = ROOT / "deploy/grafana/mutuals.json"
RULES = ROOT / "deploy/prometheus/alerts.yaml"
# Shown only when a look has succeeded, or somebody has answered.
ONCE_THERE = {"mutuals_oldest_look_seconds", "mutuals_newest_look_seconds", "mutuals_clock_ahead_seconds"}


@pytest.fixture
async def families(tmp_path: Path) -> dict[str, Metric]:
    """What a service exposes, by the names under which Prometheus keeps it."""
    clock = FixedClock()
    async with fresh_store(tmp_path, clock) as store:
        meters = Meters(clock)
        await meters.page(_context(store, clock), store)
        found: dict[str, Metric] = {}
        for family in meters._registry.collect():
            for end in {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"]}.get(
                family.type, [""]
            ):
                found[family.name + end] = family
        return found


def _context(store: SqlStore, clock: FixedClock) -> Context:
    async def nobody(_key: str) -> None: ...

    return Context(store=store, clock=clock, submit=nobody)


def queries() -> Iterator[tuple[str, str]]:
    """Every query of the dashboard and of the rules, with where it stands."""
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel.get("targets", ()):
            yield panel["title"], target["expr"]
    yield from re.findall(r"- alert: (\w+)\n +expr: (.+)", RULES.read_text())


async def test_every_metric_of_the_dashboard_and_the_rules_exists(families: dict[str, Metric]):
    missing = {
        f"{where}: {name}"
        for where, query in queries()
        for name in re.findall(r"\b(?:mutuals|process)_\w+", query)
        if name not in families.keys() | ONCE_THERE
    }

    assert len(list(queries())) > 30
    assert missing == set()


def test_every_label_that_a_query_names_is_one_of_its_metric():
    labels = _labels()
    for where, query in queries():
        named = set(re.findall(r"(\w+)=", query))
        for group in re.findall(r"by \(([^)]*)\)", query):
            named |= {one.strip() for one in group.split(",")}
        of_metrics = {one for name in re.findall(r"mutuals_\w+", query) for one in labels.get(name, set())}
        assert named <= of_metrics | {"le", "instance"}, where


def _labels() -> dict[str, set[str]]:
    page = (ROOT / "docs/deploy.md").read_text()
    rows = re.findall(r"^\| `(mutuals_\w+)` \| ([^|]*)\|", page, re.MULTILINE)
    found = {name: set(re.findall(r"`(\w+)`", cell)) for name, cell in rows}
    return found | {
        f"{name}{end}": labels for name, labels in found.items() for end in ("_bucket", "_sum", "_count")
    }


async def test_the_page_names_every_metric_and_its_labels(families: dict[str, Metric]):
    meters = Meters(FixedClock())
    counted = {
        one._name + ("_total" if one._type == "counter" else ""): set(one._labelnames)
        for one in vars(meters._series).values()
    }
    ours = {name.removesuffix("_bucket") for name in families
            if name.startswith("mutuals_") and not name.endswith(("_sum", "_count"))}  # fmt: skip

    told = {
        name: labels for name, labels in _labels().items() if not name.endswith(("_bucket", "_sum", "_count"))
    }
    assert ours | ONCE_THERE == set(told)
    assert {name: told[name] for name in counted} == counted


def test_no_label_can_grow_with_brands_people_or_posts():
    meters = Meters(FixedClock())
    allowed = {"service", "call", "outcome", "chat", "do", "kind", "reason", "post", "path"}

    assert {label for one in vars(meters._series).values() for label in one._labelnames} <= allowed


def test_the_dashboard_can_be_imported_anywhere():
    board = json.loads(DASHBOARD.read_text())
    ids = [panel["id"] for panel in board["panels"]]

    assert len(ids) == len(set(ids))
    assert [one["name"] for one in board["templating"]["list"]] == ["datasource"]
    used = {panel["datasource"]["uid"] for panel in board["panels"] if "datasource" in panel}
    assert used == {"${datasource}"}
    assert board.get("id") is None
