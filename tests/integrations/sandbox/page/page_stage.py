"""A whole sandbox with a page on it, and a small team app made of the real slack-bolt and discord.py.

The app is no part of Mutuals: it posts alerts of the shape Mutuals posts, so that the page can be tried alone.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import yarl
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from mutuals_sandbox.discord import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.page import Cast, Customer, Hint, PageServer, Viewer
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack import SlackServer
from mutuals_sandbox.world import User, World
from mutuals_sandbox.x import XServer
from tests.integrations.sandbox.page import page_alerts as alerts
from tests.support.present import present
from tests.support.waiting import until

BOT, APP, SECRET = "xoxb-1-sandbox", "xapp-1-sandbox", "shh"
WORDS = {"late": "complaint", "broken": "complaint", "?": "question"}


def explain(text: str) -> dict[str, Any]:
    """A toy in the place of the language rules."""
    cues = [cue for cue in WORDS if cue in text.lower()]
    if not cues:
        return {"class": "none", "score": 0.1, "cues": []}
    return {"class": WORDS[cues[0]], "score": 0.9, "cues": [f"says “{cue}”" for cue in cues]}


class Stage:
    """Everything that is running. `await start()`, then `page.url` is the page."""

    def __init__(self) -> None:
        self.world = World(lambda: datetime.now(UTC))
        self.told = alerts.Pressed()
        self.x = XServer(self.world, faults=Faults(), recorder=Recorder())
        self.slack = SlackServer(
            bot_token=BOT, app_token=APP, signing_secret=SECRET, faults=Faults(), recorder=Recorder(),
            per_channel_per_second=0,
        )  # fmt: skip
        self.discord = DiscordServer(bot_token="bot-token", faults=Faults(), recorder=Recorder())

    async def start(self) -> None:
        await asyncio.gather(self.x.start(), self.slack.start(), self.discord.start())
        self.brand = self._furnish_x()
        self._furnish_chats()
        self.page = PageServer(
            x=self.x, slack=self.slack, discord=self.discord, world=self.world, brand=self.brand,
            people=self.people, explain=explain, extra=lambda: {"X API cost": "$0.12", "Open": "2"},
        )  # fmt: skip
        await self.page.start()
        await self._connect()

    async def stop(self) -> None:
        await self.page.stop()
        await self.bot.close()
        await self.handler.close_async()
        await asyncio.gather(self.x.stop(), self.slack.stop(), self.discord.stop())

    def _furnish_x(self) -> User:
        brand = self.world.add_user("fernweh_bikes", "Fernweh Bikes", followers=8200)
        self.world.brand_id, self.world.team_ids = brand.id, [brand.id]
        now = datetime.now(UTC)
        people = [
            ("mila_rides", "Mila Novak"),
            ("joao_on_tour", "João Pires"),
            ("kit_s", "Kit Sørensen"),
            ("amara_o", "Amara Okafor"),
        ]
        self.customers = [self.world.add_user(handle, name) for handle, name in people]
        mila, joao, kit, amara = self.customers
        for fan in (mila, amara):
            self.world.follow(fan.id, brand.id)
        self.world.follow(brand.id, amara.id)
        said = self.world.post(
            joao.id,
            "@fernweh_bikes my frame is two weeks late and nobody answers the phone",
            at=now - timedelta(minutes=42),
        )
        self.world.post(
            kit.id,
            "@fernweh_bikes do the winter tyres fit the Comet from 2024?",
            at=now - timedelta(minutes=31),
        )
        self.world.post(
            mila.id,
            "Fourth weekend in a row on my @fernweh_bikes Comet 🚲 this thing just glides #gravel",
            at=now - timedelta(minutes=18),
        )
        thanked = self.world.post(
            amara.id, "@fernweh_bikes thank you for the quick repair!", at=now - timedelta(minutes=9)
        )
        self.world.post(
            brand.id, "Happy to hear it, ride safe!", in_reply_to=thanked.id, at=now - timedelta(minutes=7)
        )
        self.said = said
        return brand

    def _furnish_chats(self) -> None:
        self.ana, self.ben = (
            self.slack.add_user(name, real_name=real)
            for name, real in (("ana", "Ana Lindqvist"), ("ben", "Ben Adeyemi"))
        )
        guest = self.slack.add_user("gil", real_name="Gil Guest", guest=True)
        self.slack.space.team_name = "Fernweh Bikes"
        self.care, self.fans = self.slack.add_channel("customer-care"), self.slack.add_channel("fans")
        role = self.discord.add_role("Social team")
        self.d_ana = self.discord.add_member("ana", role_ids=[role])
        self.d_ben = self.discord.add_member("ben")
        self.d_care, self.d_fans = self.discord.add_channel("customer-care"), self.discord.add_channel("fans")
        self.role = role
        self.people = Cast(
            slack=[Viewer(self.ana, "Ana", "manager"), Viewer(self.ben, "Ben", "newcomer"), Viewer(guest, "Gil", "guest")],
            discord=[Viewer(self.d_ana, "Ana", "manager"), Viewer(self.d_ben, "Ben", "no role")],
            customers=[Customer(one.id, one.name, one.handle) for one in self.customers],
            slack_commands=[Hint("/mutuals", "queue", "what waits for an answer"), Hint("/mutuals", "help", "all commands")],
        )  # fmt: skip

    async def _connect(self) -> None:
        client = AsyncWebClient(BOT, base_url=self.slack.api_url)
        app = AsyncApp(client=client, signing_secret=SECRET)
        alerts.listen_slack(app, self.told)
        self.handler = AsyncSocketModeHandler(app, APP)
        await self.handler.connect_async()
        self.client = client
        discord.http.Route.BASE = self.discord.api_url
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.discord.gateway_url)
        self.bot = alerts.Bot(self.told)
        self.running = asyncio.create_task(self.bot.start("bot-token"))
        await until(lambda: self.slack.connections and self.bot.is_ready())

    def _discord_channel(self, channel_id: str) -> discord.TextChannel:
        channel = self.bot.get_channel(int(channel_id))
        assert isinstance(channel, discord.TextChannel)
        return channel

    async def tell(
        self, post_id: str | None = None, text: str | None = None, person: str = "João Pires"
    ) -> None:
        """Post a complaint's alert into both chats."""
        post = present(self.world.find(post_id)) if post_id else self.said
        facts = alerts.Facts(
            person=person, handle=self.world.users[post.author_id].handle, text=text or post.text, post_id=post.id,
            web=self.x.web_url, at=int(post.created_at.timestamp()),
        )  # fmt: skip
        await self.client.chat_postMessage(
            channel=self.care,
            text=f"A complaint by {person}",
            blocks=alerts.complaint_blocks(facts),
            unfurl_links=False,
        )
        await self._discord_channel(self.d_care).send(
            view=alerts.complaint_view(facts), allowed_mentions=discord.AllowedMentions.none()
        )

    async def tell_fan(self) -> None:
        """Post a fan's alert into both chats."""
        facts = alerts.Facts(
            "Mila Novak",
            "mila_rides",
            "Fourth weekend in a row on my Comet, this thing just glides",
            "1",
            self.x.web_url,
            int(time.time()) - 1100,
        )
        await self.client.chat_postMessage(
            channel=self.fans, text="A loyal fan", blocks=alerts.fan_blocks(facts), unfurl_links=False
        )
        await self._discord_channel(self.d_fans).send(view=alerts.fan_view(facts))
