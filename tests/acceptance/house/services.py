"""X, Slack and Discord on loopback with their people, a movable clock, and the settings that point at them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mutuals.testing.clock import FixedClock
from mutuals_sandbox.discord import limits
from mutuals_sandbox.discord.permissions import MANAGE_GUILD
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer
from mutuals_slack.manifest import BOT_EVENTS

START = datetime.fromisoformat("2026-11-23T12:00:00+00:00")  # a Monday noon
NEVER = 21600  # seconds: the service looks by itself only once, at its start
BOT, APP = "xoxb-1111-house", "xapp-1-house"
DISCORD_TOKEN = "discord-house-token"


@dataclass(frozen=True)
class Member:
    """Somebody of the team in one of the chats."""

    chat: str
    id: str
    name: str


class Services:
    """Three services with their people. Time stands still."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._patch = tmp_path, monkeypatch
        self.database = tmp_path / "mutuals.db"
        self.address = ""  # of the service's own web server, where a test gives it one
        self.access = self.refresh = ""  # the tokens of the brand at X, once somebody has signed in
        self.clock = FixedClock(START)
        self.skew = timedelta(0)
        self.world = World(lambda: self.clock.now() + self.skew)
        self.brand = self.world.add_user(
            "kettleco", "Kettle Co", created_at=START - timedelta(days=900), link="https://www.kettle.example"
        )
        self.staff = self.world.add_user("ana_private", "Ana at home")
        self.world.brand_id, self.world.team_ids = self.brand.id, [self.brand.id, self.staff.id]
        self.x_faults, self.slack_faults, self.discord_faults = Faults(), Faults(), Faults()
        seconds = lambda: self.world.clock().timestamp()  # noqa: E731
        recorder = Recorder()
        self.x = XServer(self.world, faults=self.x_faults, recorder=recorder, limits_scale=50.0)
        self.slack = SlackServer(
            bot_token=BOT, app_token=APP, signing_secret="house", faults=self.slack_faults,
            recorder=recorder, per_channel_per_second=0, clock=seconds,
        )  # fmt: skip
        self.slack.subscribed = set(BOT_EVENTS)
        self.discord = DiscordServer(
            bot_token=DISCORD_TOKEN, faults=self.discord_faults, recorder=recorder, clock=seconds
        )
        self.slack_care, self.discord_care = self.slack.add_channel("care"), self.discord.add_channel("care")
        role = self.discord.add_role("Care team")
        self.ana = Member("slack", self.slack.add_user("Ana", real_name="Ana Lindqvist"), "Ana")
        self.ben = Member("discord", self.discord.add_member("Ben Okafor", role_ids=[role]), "Ben Okafor")
        self.cleo = Member("slack", self.slack.add_user("Cleo", real_name="Cleo Brandt"), "Cleo")
        self.guest = Member("slack", self.slack.add_user("gil", guest=True), "Gil")
        self.outsider = Member("discord", self.discord.add_member("Olli"), "Olli")
        self._add_roles()
        for route in limits.BUCKETS:  # Discord's waiting times are real seconds, and are tested elsewhere
            monkeypatch.setitem(limits.BUCKETS, route, (500, 1.0))
        # On a loopback nothing is on its way for long.
        monkeypatch.setattr("mutuals_discord.listeners.GUILD_STREAM_SECONDS", 0.05)
        monkeypatch.setattr("mutuals_slack.forms.SETTLE_SECONDS", 0.05)
        monkeypatch.setattr("mutuals_slack.forms.COUNT_SECONDS", 0.05)

    def _add_roles(self) -> None:
        """People who run the two chats, trainees, and the groups and roles that settings may name."""
        manages, learns = self.discord.add_role("Owners", MANAGE_GUILD), self.discord.add_role("Trainees")
        self.dana = Member("slack", self.slack.add_user("Dana", admin=True), "Dana")
        self.eva = Member("discord", self.discord.add_member("Eva", role_ids=[manages]), "Eva")
        self.tia = Member("slack", self.slack.add_user("Tia"), "Tia")
        self.tom = Member("discord", self.discord.add_member("Tom", role_ids=[learns]), "Tom")
        self.vic = Member("slack", self.slack.add_user("Vic"), "Vic")
        self.slack.add_usergroup("care-team", [self.ana.id, self.cleo.id])
        self.trainees = self.slack.add_usergroup("trainees", [self.tia.id])

    def environment(self, **changes: str | None) -> None:
        """Point the service at these three services."""
        values: dict[str, str | None] = {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SETTINGS_FILE": "",
            "POLL_SECONDS": str(NEVER),
            "DAILY_DOLLARS": "100",
            "RECHECK_PERCENT": "1000",
            "REPLY_DELAY_SECONDS": "0",
            "X_API_URL": self.x.api_url,
            "X_WEB_URL": self.x.web_url,
            "X_CLIENT_ID": "sandbox-client",
            "X_ACCESS_TOKEN": self.access,
            "X_REFRESH_TOKEN": self.refresh,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_BOT_TOKEN": BOT,
            "SLACK_APP_TOKEN": APP,
            "SLACK_CHANNEL": self.slack_care,
            "SLACK_MENTION": self.ana.id,
            "DISCORD_API_URL": self.discord.api_url,
            "DISCORD_GATEWAY_URL": self.discord.gateway_url,
            "DISCORD_BOT_TOKEN": DISCORD_TOKEN,
            "DISCORD_CHANNEL": self.discord_care,
            "DISCORD_ROLE": "Care team",
            "DISCORD_MENTION": self.ben.id,
        }
        for name, value in (values | changes).items():
            if value is None:
                self._patch.delenv(f"MUTUALS_{name}", raising=False)
            else:
                self._patch.setenv(f"MUTUALS_{name}", value)

    def services_ahead(self, **span: float) -> None:
        """From now on the clock of X, Slack and Discord is so far ahead of ours."""
        self.skew = timedelta(**span)
        for server in (self.x, self.slack, self.discord):
            server.date_ahead = self.skew

    @property
    def brand_id(self) -> str:
        return f"x{self.brand.id}"
