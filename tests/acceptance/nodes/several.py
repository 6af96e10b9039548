"""Nodes of the whole service in one process, started and stopped by a test."""

import asyncio

from mutuals.service import app
from mutuals.service.bootstrap import Settings
from tests.acceptance.house import House
from tests.support.waiting import until


class Node:
    """One running service."""

    def __init__(self, service: app.Service) -> None:
        self.service, self._stop = service, asyncio.Event()
        self._running = asyncio.create_task(service.run(self._stop))

    async def up(self) -> "Node":
        """Wait until it looks for work."""
        await until(lambda: self.service.began or self._running.done(), 20)
        return self

    async def stop(self) -> None:
        """End it as SIGTERM does."""
        self._stop.set()
        await self._running

    def holds(self, chat: str) -> bool:
        """Is it connected to this chat?"""
        return chat in self.service.ctx.ready


class Fleet:
    """The three services without one of ours, and as many nodes as a test starts."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.nodes: list[Node] = []

    async def start(self) -> Node:
        """One more node."""
        self.nodes.append(await Node(await app.Service.build(Settings.read(), self.house.clock)).up())
        return self.nodes[-1]
