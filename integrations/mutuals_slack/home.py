"""The Home tab: published when somebody opens it, and again while it may be open and something has changed.

Slack tells when a tab is opened and never when it is closed, so a tab counts as open for a while.
"""

import asyncio
import contextlib
import hashlib
import json
import time
from collections import OrderedDict
from collections.abc import Iterable

import structlog

from mutuals.cards.markup import Card
from mutuals.domain.errors import MutualsError
from mutuals.ports.interactions import Interactions
from mutuals_slack.actors import ActorResolver
from mutuals_slack.blocks import MAX_LIST_CHARACTERS, blocks
from mutuals_slack.client import Api
from mutuals_slack.text import Json

OPEN_SECONDS = 600.0  # how long a tab is kept up to date after it was opened or used
PAUSE_SECONDS = 3.0  # between two rounds: views.publish allows about 100 calls a minute
LOOK_SECONDS = 30.0  # another process may have changed what stands in a tab
MAX_TABS = 50  # of one process; whoever opened theirs longest ago opens it again
MAX_BLOCKS = 100

log = structlog.get_logger(__name__)


def home_view(cards: Iterable[Card]) -> Json:
    """The view of a tab. Each card is a part of it; no block id stands in it twice."""
    made: list[Json] = []
    for number, card in enumerate(cards):
        drawn = blocks(card, most=MAX_LIST_CHARACTERS)
        for one in drawn:
            if "block_id" in one:
                one["block_id"] = f"{one['block_id']}:{number}"
        made += [*([{"type": "divider"}] if made else []), *drawn]
    return {"type": "home", "blocks": made[:MAX_BLOCKS]}


class HomeTabs:
    """The tabs that may be open, and the task that keeps them up to date."""

    def __init__(self, api: Api, door: ActorResolver, interactions: Interactions) -> None:
        self._api = api
        self._door = door
        self._interactions = interactions
        self._tabs: OrderedDict[str, tuple[float, str]] = OrderedDict()  # user: used when, what was published
        self._changed = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to keep open tabs up to date."""
        self._keeper = asyncio.create_task(self._keep(), name="slack-home")

    async def stop(self) -> None:
        """Leave the tabs as they are."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
            self._keeper = None

    async def opened(self, user: str) -> None:
        """Somebody opened or used their tab: it is published at once."""
        _, published = self._tabs.pop(user, (0.0, ""))
        self._tabs[user] = time.monotonic(), published
        while len(self._tabs) > MAX_TABS:
            self._tabs.popitem(last=False)
        await self._publish(user, always=True)

    def changed(self) -> None:
        """Something that stands in the tabs has changed, perhaps."""
        self._changed.set()

    async def _keep(self) -> None:
        while True:
            with contextlib.suppress(
                TimeoutError
            ):  # not wait_for: before Python 3.12 it may lose a cancellation
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._changed.wait()
            self._changed.clear()
            since = time.monotonic() - OPEN_SECONDS
            for user in [one for one, (used, _) in self._tabs.items() if used > since]:
                try:
                    await self._publish(user)
                except Exception:
                    log.exception("slack.home_not_refreshed")
            await asyncio.sleep(PAUSE_SECONDS)

    async def _publish(self, user: str, *, always: bool = False) -> None:
        """Unless it is what they see already."""
        view = home_view(await self._interactions.home(await self._door.who(user)))
        drawn = hashlib.sha256(json.dumps(view, sort_keys=True).encode()).hexdigest()
        used, before = self._tabs.get(user, (0.0, ""))
        if drawn == before and not always:
            return
        try:
            await self._api.call("views.publish", {"user_id": user, "view": view})
        except MutualsError as error:
            log.warning("slack.home_not_published", user=user, why=str(error))
            return
        if user in self._tabs:
            self._tabs[user] = used, drawn
