"""The variables by which a service finds X, Slack and Discord on loopback, as the benchmarks with one brand have them."""

from pathlib import Path

from mutuals_sandbox.discord.server import DiscordServer
from mutuals_sandbox.slack.server import SlackServer
from mutuals_sandbox.x.server import XServer

TOKENS = "xoxb-1-{}", "xapp-1-{}", "discord-{}"  # of a benchmark's name, as its servers were made with


def service_variables(
    name: str,
    folder: Path,
    brand_id: str,
    servers: tuple[XServer, SlackServer, DiscordServer],
    channels: tuple[str, str],
    **more: str,
) -> dict[str, str]:
    """The environment of a service whose database lies in `folder`; `channels` are Slack's and Discord's."""
    x, slack, discord = servers
    access, refresh = x.issue_tokens(brand_id)
    bot, app, discord_bot = (one.format(name) for one in TOKENS)
    values = {
        "DATABASE_URL": f"sqlite:///{folder / 'mutuals.db'}",
        "SETTINGS_FILE": "",
        "POLL_SECONDS": "21600",
        "X_API_URL": x.api_url,
        "X_WEB_URL": x.web_url,
        "X_CLIENT_ID": "sandbox-client",
        "X_ACCESS_TOKEN": access,
        "X_REFRESH_TOKEN": refresh,
        "SLACK_API_URL": slack.api_url,
        "SLACK_BOT_TOKEN": bot,
        "SLACK_APP_TOKEN": app,
        "SLACK_CHANNEL": channels[0],
        "DISCORD_API_URL": discord.api_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "DISCORD_BOT_TOKEN": discord_bot,
        "DISCORD_CHANNEL": channels[1],
        **more,
    }
    return {f"MUTUALS_{key}": value for key, value in values.items()}
