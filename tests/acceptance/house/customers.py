"""What happens on X, and what Mutuals remembers of it."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import aiohttp

from mutuals.domain.model import Alert, AlertState, Case, Delivery
from mutuals_sandbox.world import Post, User
from tests.acceptance.house.running import Running
from tests.acceptance.house.services import START
from tests.acceptance.house.texts import PRAISE


class Customers(Running):
    """The running service, what people do on X, and what is stored about it."""

    # --- X -------------------------------------------------------------------------------

    def person(self, handle: str, **fields: Any) -> User:
        """An account, made at the first mention; older than the spam gate asks for."""
        found = self.world.user_by_handle(handle)
        made: dict[str, Any] = {"created_at": START - timedelta(days=400), "name": handle.title(), **fields}
        return found or self.world.add_user(handle, made.pop("name"), **made)

    def write(self, handle: str, text: str, **options: Any) -> Post:
        """Somebody writes a post, now or `at`."""
        return self.world.post(self.person(handle).id, text, **options)

    def make_loyal(self, handle: str, *, days: int = 5, follows: bool = True, **fields: Any) -> User:
        """Somebody who follows the brand and has spoken to it once a day."""
        who = self.person(handle, **fields)
        if follows:
            self.world.follow(who.id, self.brand.id)
        now = self.clock.now()
        for day in range(days, 0, -1):
            self.write(handle, f"@kettleco {PRAISE[day % len(PRAISE)]}", at=now - timedelta(days=day))
        return who

    def answer(self, post: Post, text: str, **options: Any) -> Post:
        """The brand answers from a phone."""
        return self.world.post(self.brand.id, text, in_reply_to=post.id, **options)

    def said_by_brand(self) -> list[str]:
        """Everything the brand has written, newest first."""
        return [post.text for post in self.world.posts_of(self.brand.id)]

    async def on_x(self, url: str, *, as_user: User | None = None, **fields: str) -> int:
        """Open one of X's own pages and press its button, signed in as the brand or somebody else."""
        account = (as_user or self.brand).id
        async with aiohttp.ClientSession() as browser:
            async with browser.get(url) as page:
                assert page.status == 200
            query = dict(yarl_query(url))
            data = {**query, **fields, "as": account}
            async with browser.post(url.split("?")[0], data=data) as done:
                return done.status

    # --- what is remembered --------------------------------------------------------------

    async def alert(self, handle: str) -> Alert:
        """The person's newest alert, which must be there."""
        found = await self.find_alert(handle)
        assert found is not None, f"no alert about @{handle}"
        return found

    async def find_alert(self, handle: str) -> Alert | None:
        """The person's newest alert; None where there is none."""
        person = self.world.user_by_handle(handle)
        found = [one for one in await self.alerts() if person and one.person_id == person.id]
        return max(found, key=lambda one: one.episode, default=None)

    async def alerts(self) -> list[Alert]:
        """Every alert."""
        return list(await self.read(lambda tx: tx.alerts.newest(limit=500)))

    async def open_alert(self, handle: str) -> Alert:
        """The person's alert, which must be open."""
        found = await self.alert(handle)
        assert found.state is AlertState.OPEN, found.state
        return found

    async def case(self, post: Post) -> Case:
        """The case that a post opened."""
        return (await self.read(lambda tx: tx.cases.by_ids([post.id])))[post.id]

    async def deliveries(self, subject: str) -> list[Delivery]:
        return list(await self.read(lambda tx: tx.deliveries.of(subject)))


def yarl_query(url: str) -> list[tuple[str, str]]:
    """The query of an address, decoded."""
    return parse_qsl(urlsplit(url).query)
