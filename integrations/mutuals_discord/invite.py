"""The link with which an administrator lets the bot into their server."""

import base64
import binascii

import discord

# Exactly what posting, redrawing, quoting a message in a reply, looking after a lost answer, and the history of an alert
# in a thread under it need.
PERMISSIONS = discord.Permissions(
    view_channel=True, send_messages=True, embed_links=True, read_message_history=True,
    create_public_threads=True, send_messages_in_threads=True,
)  # fmt: skip
SCOPES = ("bot", "applications.commands")


def invite_url(application_id: int) -> str:
    """The invite link of the application with the permissions and scopes that Mutuals needs, and no others."""
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)


def application_id(token: str) -> int | None:
    """The application's id, which is the first part of a bot token; None when the token has another shape."""
    first = token.strip().split(".")[0]
    try:
        return int(base64.b64decode(first + "=" * (-len(first) % 4), validate=True))
    except (ValueError, binascii.Error):
        return None
