"""The whole service on an invented network and a database of its own, in the real chats: for the test alert.

`python -m mutuals.setup.practice_service CHAT,… PAGE [CHAT,…]`: the chats, the page behind each link, and the chats that
are greeted first. It writes one JSON object a line on standard output and ends when its standard input does.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from mutuals.cards.markup import Card
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import MessageRef
from mutuals.ports.chat import Chat
from mutuals.ports.integration import ChatIntegration, ChatKit
from mutuals.ports.interactions import Interactions
from mutuals.ports.settings import Section
from mutuals.service import app, integrations, logs
from mutuals.service.all_settings import Settings
from mutuals.service.bootstrap import SystemClock
from mutuals.service.policy_settings import PolicySettings
from mutuals.service.settings import CoreSettings
from mutuals.setup import messages
from mutuals.setup.draft import Draft
from mutuals.setup.practice_network import PracticeNetwork
from mutuals.testing import network as memory_network

POLL_SECONDS = 1.0
LONGEST = 30.0  # seconds in which a chat must be connected, the greeting and the alert there
Tell = Callable[..., None]


def tell(**event: str) -> None:
    """One event for whoever started us."""
    sys.stdout.write(logs.blank(json.dumps(event)) + "\n")
    sys.stdout.flush()


class PracticeChat:
    """A chat that greets before its first alert, tells of what it shows, and at the end takes the buttons away."""

    def __init__(self, chat: Chat, *, greets: bool) -> None:
        self._chat = chat
        self._greets = greets
        self._shown: dict[str, MessageRef] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._chat, name)

    async def start(self) -> None:
        """Connect; what goes wrong is told, and tried again by the service."""
        try:
            await self._chat.start()
        except MutualsError as error:
            tell(chat=self._chat.name, failed=str(error))
            raise
        tell(chat=self._chat.name, state="connected")

    async def post(self, channel: str, card: Card, *, reply_to: MessageRef | None = None) -> MessageRef:
        """Post it, after the greeting."""
        try:
            if self._greets:
                await self._chat.post(channel, messages.greeting())
                self._greets = False
                tell(chat=self._chat.name, state="greeted")
            ref = await self._chat.post(channel, card, reply_to=reply_to)
        except MutualsError as error:
            tell(chat=self._chat.name, failed=str(error))
            raise
        if card.alert_id is not None:
            self._shown[card.key] = ref
            tell(chat=self._chat.name, state="posted")
        return ref

    async def edit(self, ref: MessageRef, card: Card) -> None:
        """Redraw it."""
        await self._chat.edit(ref, card)

    async def stop(self) -> None:
        """Say in the place of each alert that the test is over, then let go."""
        for key, ref in self._shown.items():
            try:
                await self._chat.edit(ref, messages.test_over(key))
            except MutualsError:
                continue  # the message says that it is a test, with its buttons or without
        self._shown.clear()
        await self._chat.stop()


class PracticeInteractions:
    """Tells of each press, and hands it on."""

    def __init__(self, interactions: Interactions, chat: str) -> None:
        self._interactions = interactions
        self._chat = chat

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._interactions, name)
        if name in {"press", "open_form", "submit"}:
            return partial(self._noted, found)
        return found

    async def _noted(self, work: Callable[..., Any], *given: Any, **named: Any) -> Any:
        tell(chat=self._chat, state="pressed")
        return await work(*given, **named)


def practised(part: ChatIntegration, *, wanted: bool, greets: bool) -> ChatIntegration:
    """The chat as this service starts it, or not."""
    if not wanted:
        return replace(part, missing=lambda _settings: ["nothing: it is not tested"], doubts=part.doubts)

    def build(settings: Any, interactions: Interactions, kit: ChatKit) -> Chat:
        heard = PracticeInteractions(interactions, part.name)
        made: Any = PracticeChat(part.build(settings, heard, kit), greets=greets)
        return made  # type: ignore[no-any-return]

    return replace(part, build=build)


def practice_settings(real: Settings, folder: Path, chats: Sequence[str]) -> Settings:
    """The real tokens and channels, and nothing else of the installation: its own database, no brand's policy."""
    core = real.core.model_copy(
        update={
            "database_url": f"sqlite:///{folder / 'practice.db'}",
            "ledger_anchor_file": None,
            "engine": "inprocess",
            "secret_key": None,
            "poll_seconds": POLL_SECONDS,
            "http_address": None,
        }
    )
    everything: list[type[Section]] = [*real.sections, memory_network.MemorySettings]
    sections: dict[Any, Any] = {section: section.model_construct() for section in everything}
    sections |= {CoreSettings: core, PolicySettings: PolicySettings.model_construct()}
    for name in chats:
        part = integrations.chats()[name]
        sections[part.settings] = real.of(part)
    return Settings(core, sections)


async def run(chats: Sequence[str], page: str, greeted: Sequence[str]) -> None:
    """Until standard input ends."""
    real = Draft().settings()
    for name, part in list(integrations.chats().items()):
        integrations.chats()[name] = practised(part, wanted=name in chats, greets=name in greeted)
    for name, network_part in list(integrations.networks().items()):
        integrations.networks()[name] = replace(network_part, to_do=lambda *_given: "It is not tested.")
    network = PracticeNetwork(SystemClock(), page)
    integrations.networks()[network.name] = memory_network.integration(network)
    network.complain()
    with tempfile.TemporaryDirectory(prefix="mutuals-test-") as folder:
        settings = practice_settings(real, Path(folder), chats)
        service = await app.Service.build(settings)
        stop = asyncio.Event()
        until = asyncio.create_task(_until_input_ends(stop))
        try:
            await service.run(stop)
        finally:
            until.cancel()


async def _until_input_ends(stop: asyncio.Event) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    stop.set()


def main() -> None:
    """The entry point of the process."""
    logs.configure("ERROR")
    chats, page, greeted = sys.argv[1].split(","), sys.argv[2], [one for one in sys.argv[3].split(",") if one]
    try:
        asyncio.run(run(chats, page, greeted))
    except MutualsError as error:
        tell(failed=str(error))


if __name__ == "__main__":
    main()
