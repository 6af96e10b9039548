"""The demo as a visitor starts it, with one alert of each kind for each chat prepared and no story beside them."""

import asyncio
import threading
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from mutuals.cards.alert_title import FANS, NAMES
from mutuals.domain.model import Category
from mutuals.domain.policy import FollowPolicy, Policy
from mutuals_sandbox.demo import SEED
from mutuals_sandbox.demo_page import page_of
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.post_outcome import PostOutcomes
from mutuals_sandbox.scenario.storyteller import Storyteller
from mutuals_sandbox.service_process import ServiceProcess

CHATS = ("slack", "discord")
FAN = FANS[FollowPolicy.LOYAL]
# Every kind of alert that is told by itself, by the words it begins with.
KINDS = [FAN] + [name for category, name in NAMES.items() if not Policy().response_times[category].in_digest]
COMPLAINT = NAMES[Category.COMPLAINT]
SHARE = (
    0.7  # of the time that an answer may take, since a post was written: told by then, and not yet overdue
)
# What somebody wrote, for each kind and chat an alert of its own; all about different things, so that none join.
WRITTEN: dict[str, dict[Category, str]] = {
    "slack": {
        Category.COMPLAINT: "@puddlewick the left cuff of my Heron jacket came apart after a week. Really disappointed",
        Category.QUESTION: "@puddlewick does the Otter coat have a pocket inside for a phone?",
        Category.CONCERN: "@puddlewick I wish the hood of the Mudlark smock was bigger",
        Category.WANTS_FOLLOW: "@puddlewick can you follow me back so I can DM you my new address?",
    },
    "discord": {
        Category.COMPLAINT: "@puddlewick my Tern cape smells of glue and gave me a headache. I want my money back",
        Category.QUESTION: "@puddlewick how do I get candle wax off a Wren poncho?",
        Category.CONCERN: "@puddlewick you should offer a children's size, the old ones are missed",
        Category.WANTS_FOLLOW: "@puddlewick please follow back, I need to DM you about a gift card",
    },
}
Result = TypeVar("Result")


class DemoWorld:
    """The demo in a thread of its own, with the service as the process that it is. `alerts[chat][kind]`: a post's id."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.folder = folder
        self.posts: dict[str, dict[str, str]] = {chat: {} for chat in CHATS}
        self.run(self._start())

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do something over there and wait for its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    async def _start(self) -> None:
        self.environment = await Environment.start(seed=SEED)
        self._write()
        variables = self.environment.service_variables(self.folder, poll_seconds=1.0)
        self.service = ServiceProcess(variables, self.folder / "service.log")
        world, cast = self.environment.world, self.environment.cast
        self.story = Storyteller(world, cast, SEED, every_seconds=3600.0)
        self.outcomes = PostOutcomes(variables["MUTUALS_DATABASE_URL"], Policy())
        self.page = page_of(self.environment, self.story, self.outcomes)
        await self.page.start(0)
        await self.service.start()

    def _write(self) -> None:
        """Somebody of their own for each alert; they follow the brand, so that following back is offered."""
        world, cast = self.environment.world, self.environment.cast
        people = iter(cast.casual[20:])
        for chat, texts in WRITTEN.items():
            for category, text in texts.items():
                person = next(people)
                world.follow(person, cast.brand)
                at = datetime.now(UTC) - Policy().response_times[category].due * SHARE
                self.posts[chat][NAMES[category]] = world.post(person, text, at=at).id

    def seen(self, chat: str) -> dict[str, Any]:
        """What Ana sees in a chat."""
        staff = self.environment.staff

        async def look() -> dict[str, Any]:
            if chat == "slack":
                return self.environment.slack.snapshot(staff.ana_slack)
            return self.environment.discord.snapshot(staff.ana_discord)

        return self.run(look())

    async def _stop(self) -> None:
        await self.page.stop()
        await self.outcomes.close()
        await self.service.kill()
        await self.environment.stop()

    def close(self) -> None:
        """End everything."""
        self.run(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)
        self.loop.close()
