"""The Slack app's manifest, made from what the code really uses, and why each permission is asked for."""

import json
from pathlib import Path
from typing import Any

from mutuals_slack.shortcuts import SHORTCUTS

COMMAND = "/mutuals"
BOT_SCOPES = {
    "chat:write": "post alerts, redraw them, answer privately",
    "commands": "the /mutuals command",
    "users:read": "see whether the person who clicked is a full member of the workspace",
    "usergroups:read": "see which user groups the person who clicked is in, where groups stand for roles",
    "channels:read": "find the public channel by its name and see whether the app is in it",
    "groups:read": "the same for a private channel",
    "channels:history": "look in a public channel whether a message arrived, when Slack's answer was lost",
    "groups:history": "the same for a private channel",
}

# Told of these, Mutuals posts at once what waited for a channel; without them it tries again each minute.
CHANNEL_EVENTS = {
    "member_joined_channel": "the app was invited to a channel",
    "channel_unarchive": "a public channel is in use again",
    "group_unarchive": "the same for a private channel",
    "channel_rename": "a public channel has got the name of the settings",
    "group_rename": "the same for a private channel",
}
HOME_OPENED = "app_home_opened"
# Told of these, Mutuals forgets the workspace and its token.
UNINSTALLED = {
    "app_uninstalled": "the app was taken out of a workspace",
    "tokens_revoked": "a workspace has taken its token back",
}
BOT_EVENTS = (
    CHANNEL_EVENTS
    | UNINSTALLED
    | {HOME_OPENED: "somebody looks at the app's Home tab, which is drawn for them then"}
)


def manifest(redirect_url: str | None = None) -> dict[str, Any]:
    """The manifest, version 2, to paste at api.slack.com/apps under "From a manifest"; with a `redirect_url` that of an app
    that several workspaces install, whose tokens rotate."""
    redirects = {"redirect_urls": [redirect_url]} if redirect_url else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "Mutuals",
            "description": "Loyal fans you don't follow back, and posts nobody answered.",
            "background_color": "#2b2d6e",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,  # to tell somebody directly that what they sent has failed later
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Mutuals", "always_online": True},
            "shortcuts": [dict(one) for one in SHORTCUTS],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": "What waits for the team",
                    "usage_hint": (
                        "queue | today | person @name | show @name | note @name … | fans | complaints | stats | status | "
                        "settings | family | help"
                    ),
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {**redirects, "scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(BOT_EVENTS)},
            "interactivity": {"is_enabled": True},
            "org_deploy_enabled": False,
            "socket_mode_enabled": True,
            "token_rotation_enabled": bool(redirects),
        },
    }


def text(redirect_url: str | None = None) -> str:
    """The manifest as the file's text."""
    return json.dumps(manifest(redirect_url), indent=2, ensure_ascii=False) + "\n"


def write(path: Path, redirect_url: str | None = None) -> None:
    """Write the manifest, e.g. to deploy/slack-manifest.json."""
    path.write_text(text(redirect_url), encoding="utf-8")
