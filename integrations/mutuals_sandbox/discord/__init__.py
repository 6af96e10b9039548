"""Discord on loopback: REST API v10, gateway, and the people who use it."""

from .people import Answer
from .server import DiscordServer

__all__ = ["Answer", "DiscordServer"]
