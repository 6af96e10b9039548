"""Finds which brands' networks tell by themselves what happens, and keeps one line open for those that share one.

With many processes each line is in one of them: it holds a lease, and another takes over when that ends."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

import structlog

from mutuals.context import BrandContext, Context
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Brand
from mutuals.service.event_line import EventLine
from mutuals.service.named_lease import NamedLease
from mutuals.watcher import event_coverage
from mutuals.watcher.events import EventInbox

LOOK_SECONDS = 5.0  # between two looks which brands there are

log = structlog.get_logger(__name__)


class EventSupervisor:
    """Of one process."""

    def __init__(
        self,
        ctx: Context,
        inbox: Callable[[str], EventInbox],
        lease: Callable[[str], NamedLease | None],
        pushes: Callable[[Brand], bool],
    ) -> None:
        """`inbox` gives the one of a network, `lease` the one of a name; None: this process is alone. `pushes`: may this
        brand's network tell by itself, by its settings? Asked before a brand is loaded for it."""
        self._ctx, self._inbox, self._lease, self._pushes = ctx, inbox, lease, pushes
        self._lines: dict[str, asyncio.Task[None]] = {}
        self._brands: dict[str, list[str]] = {}  # app -> ids of the brands
        self.leases: dict[str, NamedLease] = {}  # of the lines, where there may be other processes

    async def keep(self) -> None:
        """Until it is cancelled: then the lines are closed, and their leases given back."""
        try:
            while True:
                try:
                    await self._look()
                except MutualsError as error:
                    log.info("events.brands_not_read", why=str(error))
                except Exception:
                    log.exception("events.look_broke")
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            for task in self._lines.values():
                task.cancel()
            await asyncio.gather(*self._lines.values(), return_exceptions=True)

    async def _look(self) -> None:
        found: defaultdict[str, list[str]] = defaultdict(list)
        networks = dict[str, str]()
        for brand in await self._ctx.store.brands():
            if brand.paused or not self._pushes(brand):
                continue
            watched = await self._ctx.brands.find(brand.id)
            stream = watched.network.events() if watched is not None else None
            if stream is not None and stream.app:
                found[stream.app].append(brand.id)
                networks[stream.app] = brand.network
        before = {one for brands in self._brands.values() for one in brands}
        self._brands = dict(found)
        for brand_id in before - {one for brands in found.values() for one in brands}:
            await self._forget(brand_id)
        for app in self._lines.keys() - found.keys():
            self._lines.pop(app).cancel()
        for app in found.keys() - self._lines.keys():
            line = EventLine(self._ctx, app, partial(self._brands_of, app), self._inbox(networks[app]))
            self._lines[app] = asyncio.ensure_future(self._hold(app, line))

    async def _forget(self, brand_id: str) -> None:
        """A brand that is paused, or not pushed any more: what nobody takes need not be told, and paid for."""
        watched = await self._ctx.brands.find(brand_id)
        stream = watched.network.events() if watched is not None else None
        if watched is None or stream is None:
            return
        await stream.unsubscribe()
        async with self._ctx.store.transaction(brand_id) as tx:
            await event_coverage.subscribed(tx, None)
        log.info("events.unsubscribed", brand=brand_id)

    async def _brands_of(self, app: str) -> Sequence[BrandContext]:
        found = [await self._ctx.brands.find(one) for one in self._brands.get(app, [])]
        return [one for one in found if one is not None and not one.brand.paused]

    async def _hold(self, app: str, line: EventLine) -> None:
        lease = self._lease(f"events/{app}")
        if lease is None:
            await line.run()
            return
        self.leases[app] = lease
        try:
            while True:
                await lease.wait()
                log.info("events.lease_acquired", app=app)
                running = asyncio.ensure_future(line.run())
                try:
                    await lease.hold()
                finally:
                    running.cancel()
                    await asyncio.gather(running, return_exceptions=True)
                log.warning("events.lease_lost", app=app)
        finally:
            await lease.release()
