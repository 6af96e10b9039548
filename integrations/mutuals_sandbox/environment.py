"""The environment: X, Slack and Discord running on loopback, with the people who work there."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from mutuals_sandbox.discord.permissions import MANAGE_GUILD
from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.scenario.history import write_history
from mutuals_sandbox.scenario.people import BRAND, Cast
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.world import World
from mutuals_sandbox.x.server import XServer

# What the app's manifest subscribes to; Slack tells an app of nothing else.
SLACK_EVENTS = (
    "app_home_opened", "app_uninstalled", "channel_rename", "channel_unarchive", "group_rename", "group_unarchive",
    "member_joined_channel", "tokens_revoked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Staff:
    """The brand's team: the same people in both chats, by their ids there."""

    ana_slack: str
    ben_slack: str
    guest_slack: str
    ana_discord: str
    ben_discord: str
    outsider_discord: str


@dataclass(slots=True)
class Environment:
    """Everything that the service will find outside of itself."""

    world: World
    cast: Cast
    x: XServer
    slack: SlackServer
    discord: DiscordServer
    staff: Staff
    slack_channel: str
    discord_channel: str
    tokens: dict[str, str]

    @classmethod
    async def start(cls, *, record: Path | None = None, seed: int = 2011, limits_scale: float = 20.0) -> Self:
        """Tell the history and start the three servers on free ports. `record` keeps every body sent to them."""
        recorder = Recorder(record)
        world = World(lambda: datetime.now(UTC))
        cast = write_history(world, datetime.now(UTC), seed)
        tokens = _tokens()
        x = XServer(world, faults=Faults(), recorder=recorder, limits_scale=limits_scale)
        slack = SlackServer(
            bot_token=tokens["MUTUALS_SLACK_BOT_TOKEN"],
            app_token=tokens["MUTUALS_SLACK_APP_TOKEN"],
            signing_secret=secrets.token_hex(16),
            faults=Faults(),
            recorder=recorder,
        )
        slack.subscribed = set(SLACK_EVENTS)
        discord = DiscordServer(
            bot_token=tokens["MUTUALS_DISCORD_BOT_TOKEN"], faults=Faults(), recorder=recorder, name=BRAND[1]
        )
        slack_channel, discord_channel = slack.add_channel("care"), discord.add_channel("care")
        slack.space.team_name = BRAND[1]
        staff = _staff(slack, discord)
        for server in (x, slack, discord):
            await server.start()
        tokens["MUTUALS_X_ACCESS_TOKEN"], tokens["MUTUALS_X_REFRESH_TOKEN"] = x.issue_tokens(cast.brand)
        return cls(world, cast, x, slack, discord, staff, slack_channel, discord_channel, tokens)

    def service_variables(self, folder: Path, *, poll_seconds: float = 3.0) -> dict[str, str]:
        """The variables that point the real service at this environment; its database lies in `folder`."""
        return {
            **self.tokens,
            "MUTUALS_DATABASE_URL": f"sqlite:///{folder / 'mutuals.db'}",
            "MUTUALS_SETTINGS_FILE": "",
            "MUTUALS_POLL_SECONDS": str(poll_seconds),
            "MUTUALS_X_API_URL": self.x.api_url,
            "MUTUALS_X_WEB_URL": self.x.web_url,
            "MUTUALS_X_CLIENT_ID": "sandbox-client",
            "MUTUALS_X_OWNED_APP": "true",
            "MUTUALS_SLACK_API_URL": self.slack.api_url,
            "MUTUALS_SLACK_CHANNEL": self.slack_channel,
            "MUTUALS_DISCORD_API_URL": self.discord.api_url,
            "MUTUALS_DISCORD_GATEWAY_URL": self.discord.gateway_url,
            "MUTUALS_DISCORD_CHANNEL": self.discord_channel,
            "MUTUALS_DISCORD_ROLE": "Care team",
        }

    async def stop(self) -> None:
        """Close the three servers."""
        for server in (self.slack, self.discord, self.x):
            await server.stop()


def _tokens() -> dict[str, str]:
    """Made up for this run, shaped like the real ones."""
    return {
        "MUTUALS_SLACK_BOT_TOKEN": f"xoxb-{secrets.token_hex(12)}",
        "MUTUALS_SLACK_APP_TOKEN": f"xapp-1-{secrets.token_hex(12)}",
        "MUTUALS_DISCORD_BOT_TOKEN": f"{secrets.token_urlsafe(18)}.{secrets.token_urlsafe(4)[:6]}.{secrets.token_urlsafe(28)}",
    }


def _staff(slack: SlackServer, discord: DiscordServer) -> Staff:
    care, runs = discord.add_role("Care team"), discord.add_role("Owners", MANAGE_GUILD)
    return Staff(
        ana_slack=slack.add_user("Ana", real_name="Ana Lindqvist", admin=True),
        ben_slack=slack.add_user("Ben", real_name="Ben Okafor"),
        guest_slack=slack.add_user("Gil", real_name="Gil (guest)", guest=True),
        ana_discord=discord.add_member("Ana Lindqvist", role_ids=[care, runs]),
        ben_discord=discord.add_member("Ben Okafor", role_ids=[care]),
        outsider_discord=discord.add_member("Olli (no role)"),
    )
