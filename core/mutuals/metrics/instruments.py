"""Meters of one process, put in front of its parts by the composition root."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import Any, cast

import structlog
from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.exposition import generate_latest

from mutuals.cards.markup import EphemeralReply
from mutuals.context import Context
from mutuals.domain.errors import (
    AlreadyHandled,
    MutualsError,
    NotAuthorized,
    Paused,
    Refused,
    TryAgain,
)
from mutuals.metrics.database_gauges import DatabaseGauges
from mutuals.metrics.disabled import NoMetrics
from mutuals.metrics.proxy import InstrumentedProxy, outcome_of
from mutuals.metrics.series import Series
from mutuals.metrics.transaction_counters import CountedStore
from mutuals.ports.chat import Chat
from mutuals.ports.clock import Clock
from mutuals.ports.integration import ConnectionStatus
from mutuals.ports.interactions import Click, Interactions
from mutuals.ports.jobs import Handler
from mutuals.ports.network import SocialNetwork
from mutuals.ports.store import Store
from mutuals.storage.spending_limiter import utc_day
from mutuals.storage.store import SqlStore

log = structlog.get_logger(__name__)

NETWORK = (
    "me",
    "mentions",
    "own_posts",
    "people",
    "accounts",
    "check_posts",
    "reply",
    "find_replies",
    "follow",
)
CHANNEL = ("start", "post", "edit", "find")
INTERACTIONS = ("press", "open_form", "submit", "open_fields", "submit_fields", "command")
OUTCOMES: Mapping[type[BaseException], str] = {
    TryAgain: "try_again",
    Paused: "paused",
    NotAuthorized: "not_authorized",
    Refused: "refused",
    AlreadyHandled: "already_handled",
    MutualsError: "failed",
    asyncio.CancelledError: "cancelled",
}
FRESH = timedelta(seconds=10)  # several who ask within this time cost the database one reading
PATIENCE = 5.0  # seconds for the database; Prometheus waits 10


class Meters(NoMetrics):
    """Counts into a registry of its own, so that two services in one process do not mix."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._registry = CollectorRegistry()
        for standard in (ProcessCollector, PlatformCollector, GCCollector):
            standard(registry=self._registry)
        self._series = Series(self._registry)
        self._state = DatabaseGauges()
        self._registry.register(self._state)
        self._chats: dict[str, Chat] = {}
        self._reading = asyncio.Lock()

    def store(self, store: Store) -> Store:
        """See NoMetrics.store."""
        return cast("Store", CountedStore(store, self._series, self._clock))

    def network(self, network: SocialNetwork) -> SocialNetwork:
        """See NoMetrics.network."""
        return cast("SocialNetwork", InstrumentedProxy(network, NETWORK, partial(self._called, network.name)))

    def chats(self, chats: Mapping[str, Chat]) -> Mapping[str, Chat]:
        """See NoMetrics.channels."""
        self._chats = dict(chats)
        return {
            name: cast("Chat", InstrumentedProxy(one, CHANNEL, partial(self._called, name)))
            for name, one in chats.items()
        }

    def interactions(self, interactions: Interactions) -> Interactions:
        """See NoMetrics.interactions."""
        return cast("Interactions", InstrumentedProxy(interactions, INTERACTIONS, self._clicked))

    def work(self, prefix: str, work: Handler) -> Handler:
        """See NoMetrics.work."""
        running = self._series.running.labels(prefix)

        async def counted(key: str) -> None:
            start, error = perf_counter(), None
            running.inc()
            try:
                await work(key)
            except BaseException as raised:
                error = raised
                raise
            finally:
                running.dec()
                self._series.jobs.labels(prefix, outcome_of(error, OUTCOMES)).inc()
                self._series.job_seconds.labels(prefix).observe(perf_counter() - start)

        return counted

    def _called(
        self, service: str, call: str, _args: Any, seconds: float, _given: Any, error: BaseException | None
    ) -> None:
        self._series.calls.labels(service, call, outcome_of(error, OUTCOMES)).inc()
        self._series.call_seconds.labels(service, call).observe(seconds)
        if isinstance(error, TryAgain):
            self._series.backoff.labels(service).inc(error.retry_after)
            if error.too_fast:
                self._series.limited.labels(service).inc()

    def _clicked(
        self, call: str, args: tuple[Any, ...], seconds: float, given: Any, error: BaseException | None
    ) -> None:
        first = args[0]
        # What somebody types after /mutuals is free text, so it is no label.
        actor, do = (first.actor, first.do) if isinstance(first, Click) else (first, call)
        outcome = outcome_of(error, OUTCOMES)
        if isinstance(given, EphemeralReply) and not given.ok:
            outcome = "refused"
        self._series.clicks.labels(actor.chat, do, outcome).inc()
        self._series.click_seconds.labels(actor.chat, do).observe(seconds)

    async def page(self, ctx: Context, store: SqlStore) -> bytes:
        """See NoMetrics.page."""
        state = self._state
        loaded = ctx.brands.loaded()
        ahead = ctx.clock_ahead()
        state.clock_ahead = None if ahead is None else ahead.total_seconds()
        state.brands_here = len(loaded)
        state.daily_dollars = max((one.daily_dollars for one in loaded), default=0.0)
        for name, chat in self._chats.items():
            # A chat that can't say whether it hears clicks is believed to when it is connected.
            state.listening[name] = (
                await chat.listening() if isinstance(chat, ConnectionStatus) else name in ctx.ready
            )
        async with self._reading:
            now = self._clock.now()
            if state.overview is None or state.at is None or now - state.at >= FRESH:
                try:
                    async with asyncio.timeout(PATIENCE):
                        state.overview, state.at = await store.overview(utc_day(now)), now
                except (MutualsError, TimeoutError) as error:
                    state.overview = None
                    log.warning("metrics.database_not_read", why=str(error) or "no answer in time")
        return generate_latest(self._registry)
