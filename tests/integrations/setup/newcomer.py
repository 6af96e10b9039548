"""Somebody who sets Mutuals up: the sandbox's services before anything is connected, and the page, without a browser."""

import os
import re
import secrets
import tomllib
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from mutuals.setup.draft import Draft
from mutuals.setup.page import SetupPage
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.environment import Environment
from mutuals_sandbox.slack.server import SlackServer

ALERT = re.compile(r'<div class="bad" role="alert".*?</div>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
GONE = "http://127.0.0.1:9"  # where nothing listens: port 9, discard


def words(html: str) -> str:
    """What a page says, without its tags."""
    return " ".join(unescape(TAG.sub(" ", html)).split())


@dataclass(frozen=True)
class Page:
    """A page as it came."""

    status: int
    path: str  # behind the key
    html: str

    @property
    def says(self) -> str:
        """All of it."""
        return words(self.html[self.html.index("<main") :] if "<main" in self.html else self.html)

    @property
    def mistakes(self) -> str:
        """What did not work, "" when nothing."""
        found = ALERT.search(self.html)
        return words(found[0]) if found else ""


@dataclass
class Newcomer:
    """`environment` holds the services; `page` is what they look at."""

    environment: Environment
    folder: Path
    page: SetupPage = field(init=False)
    session: aiohttp.ClientSession = field(init=False)

    @classmethod
    def variables(cls, environment: Environment, folder: Path) -> dict[str, str]:
        """What points setup at the sandbox; no token is among it."""
        whole = environment.service_variables(folder)
        kept = {
            name: value
            for name, value in whole.items()
            if name.endswith(("_API_URL", "_WEB_URL", "_GATEWAY_URL"))
        }
        return {
            **kept,
            "MUTUALS_DATABASE_URL": whole["MUTUALS_DATABASE_URL"],
            "MUTUALS_SETTINGS_FILE": str(folder / "mutuals.toml"),
            "MUTUALS_X_CALLBACK": "http://127.0.0.1:0/callback",
        }

    @property
    def slack(self) -> SlackServer:
        return self.environment.slack

    @property
    def discord(self) -> DiscordServer:
        return self.environment.discord

    def token(self, name: str) -> str:
        """A token that a console has shown, e.g. of SLACK_BOT_TOKEN."""
        return self.environment.tokens[f"MUTUALS_{name}"]

    @property
    def settings(self) -> dict[str, Any]:
        """What stands in the file."""
        return tomllib.loads((self.folder / "mutuals.toml").read_text(encoding="utf-8"))

    async def start(self) -> None:
        """Open setup, for the first time or again."""
        self.page = SetupPage(Draft())
        await self.page.server.start()
        self.session = aiohttp.ClientSession()

    async def leave(self) -> None:
        """Close the page and stop setup."""
        await self.session.close()
        await self.page.close()

    async def open(self, path: str = "") -> Page:
        """Look at a page."""
        async with self.session.get(self.page.server.url + path) as response:
            return Page(response.status, self._path(response), await response.text())

    async def send(self, path: str, **fields: str) -> Page:
        """Send the form of a page, and follow where it leads."""
        data = aiohttp.FormData()
        for name, value in fields.items():
            for one in value.split("|") if name == "part" else [value]:
                data.add_field(name, one)
        data = data if fields else aiohttp.FormData({"nothing": ""})
        async with self.session.post(self.page.server.url + path, data=data) as response:
            return Page(response.status, self._path(response), await response.text())

    async def choose(self, *parts: str) -> Page:
        """The first page."""
        return await self.send("start", part="|".join(parts))

    async def discord_token(self) -> Page:
        """The bot's token, as the portal shows it."""
        return await self.send("step/discord/token", bot_token=self.token("DISCORD_BOT_TOKEN"))

    async def slack_tokens(self) -> Page:
        """Both tokens of Slack."""
        await self.send("step/slack/app", bot_token=self.token("SLACK_BOT_TOKEN"))
        return await self.send("step/slack/clicks", app_token=self.token("SLACK_APP_TOKEN"))

    def _path(self, response: aiohttp.ClientResponse) -> str:
        return urlsplit(str(response.url)).path.removeprefix(f"/{self.page.server.key}/")


def lookalike(token: str) -> str:
    """A token of the same shape that nobody has given out."""
    return "".join(
        secrets.choice("abcdef0123456789") if one.isalnum() and at > 8 else one
        for at, one in enumerate(token)
    )


def without_ours() -> list[str]:
    """The variables of ours that the machine has, to be taken away."""
    return [
        name
        for name in os.environ
        if name.startswith("MUTUALS_") and not name.startswith(("MUTUALS_TEST", "MUTUALS_REQ"))
    ]
