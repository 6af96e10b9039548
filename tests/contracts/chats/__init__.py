"""Each chat with the world behind it: what people see there, what they do, and what goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.contracts.chats.discord import Discord
from tests.contracts.chats.example import Example
from tests.contracts.chats.memory import Memory
from tests.contracts.chats.slack import Slack
from tests.contracts.chats.world import ChatWorld
from tests.support.discord_site import open_site
from tests.support.example_services import ExampleServices
from tests.support.slack_team import open_team


@asynccontextmanager
async def open_chat(name: str, folder: Path) -> AsyncIterator[ChatWorld]:
    """A chat of this name, started; it and the world behind it end with the test."""
    if name == "memory":
        memory = Memory()
        await memory.chat.start()
        yield memory
        await memory.chat.stop()
    elif name == "slack":
        async with open_team() as team:
            yield Slack(team, await team.start(mention=team.ana))
    elif name == "discord":
        async with open_site(folder) as site:
            chat = site.chat(mention=site.ana)
            await chat.start()
            yield Discord(site, chat)
            await chat.stop()
    else:
        services = ExampleServices()
        runner = await services.start()
        example = Example(services)
        await example.chat.start()
        yield example
        await example.chat.stop()
        await runner.cleanup()
