"""Gauges that are read from the database when somebody asks; every node shows the same."""

from collections.abc import Iterator
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from mutuals.storage.repositories.operator_stats import Overview
from mutuals.storage.schema.columns import to_micros

_MICROS = 1_000_000


class DatabaseGauges(Collector):
    """Shows the last overview; where the database could not be read, only that."""

    def __init__(self) -> None:
        self.overview: Overview | None = None
        self.at: datetime | None = None
        self.listening: dict[str, bool] = {}  # chat -> does this node hold a connection that brings clicks?
        self.brands_here = 0
        self.daily_dollars = 0.0
        self.clock_ahead: float | None = None  # seconds

    def collect(self) -> Iterator[Metric]:
        """One family for each question; called by the registry."""
        yield _gauge("database_up", "Could the database be read for this answer?", self.overview is not None)
        yield _gauge("brands_here", "Brands that this node works for.", self.brands_here)
        yield _gauge(
            "daily_limit_dollars",
            "The highest limit of a brand's spending a day on this node.",
            self.daily_dollars,
        )
        yield _by(
            "chat_listening", "Does this node hold the chat's connection for clicks?", "chat", self.listening
        )
        if self.clock_ahead is not None:
            about = "How far this machine's clock is ahead of those of the networks and the chats; below zero: behind."
            yield _gauge("clock_ahead_seconds", about, self.clock_ahead)
        if self.overview is not None and self.at is not None:
            yield from _of_database(self.overview, self.at)


def _of_database(seen: Overview, now: datetime) -> Iterator[Metric]:
    yield _by("brands", "Brands in the database.", "state", {"watched": seen.watched, "paused": seen.paused})
    yield _gauge("brands_never_looked", "Brands that were never looked at.", seen.never_looked)
    yield _by(
        "oldest_look_seconds", "Since the last good look at its network, of the worst brand.", "network",
        {network: (now - at).total_seconds() for network, at in seen.oldest_look.items()},
    )  # fmt: skip
    about = "Since the last good look at its network, of the best brand; below zero it was noted by a clock that was ahead."
    ages_of_looks = {network: (now - at).total_seconds() for network, at in seen.newest_look.items()}
    yield _by("newest_look_seconds", about, "network", ages_of_looks)
    counts = {chat: count for chat, (count, _) in seen.waiting.items()}
    ages = {chat: (to_micros(now) - since) / _MICROS for chat, (_, since) in seen.waiting.items()}
    yield _by("deliveries_waiting", "Messages that show less than they should.", "chat", counts)
    yield _by("oldest_delivery_seconds", "How long the oldest of them has waited.", "chat", ages)
    yield _by("alerts_open", "Alerts that are not settled.", "kind", seen.open_alerts)
    yield _by("acts_live", "Acts that are under way, by state.", "state", seen.live_acts)
    spent = {network: micros / _MICROS for network, micros in seen.spent.items()}
    yield _by("spent_dollars_today", "Spending on a network of all brands this UTC day.", "network", spent)
    most = {network: micros / _MICROS for network, micros in seen.spent_most.items()}
    yield _by(
        "spent_most_dollars_today", "Spending on a network of the brand that spent most.", "network", most
    )


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"mutuals_{name}", about, value=float(value))


def _by(
    name: str, about: str, label: str, values: dict[str, int] | dict[str, float] | dict[str, bool]
) -> Metric:
    family = GaugeMetricFamily(f"mutuals_{name}", about, labels=[label])
    for word, value in values.items():
        family.add_metric([word], float(value))
    return family
