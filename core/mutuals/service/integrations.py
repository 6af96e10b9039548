"""How integrations are found: entry points `mutuals.networks` and `mutuals.chats`."""

from functools import cache
from importlib.metadata import entry_points

from mutuals.ports.integration import ChatIntegration, NetworkIntegration


@cache
def networks() -> dict[str, NetworkIntegration]:
    """All installed network integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.networks")}


def titles(joined_by: str) -> str:
    """What people call the installed networks, in one phrase: "X", or "X and Bluesky"."""
    return f" {joined_by} ".join(part.title for part in networks().values())


def connect_commands() -> str:
    """What connects the brand of the settings: a command for each installed network."""
    return " or ".join(f"mutuals connect {name}" for name in networks())


@cache
def chats() -> dict[str, ChatIntegration]:
    """All installed chat integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.chats")}
