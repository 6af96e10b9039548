"""How integrations are found: entry points `mutuals.networks` and `mutuals.channels`."""

from functools import cache
from importlib.metadata import entry_points

from mutuals.ports.integration import ChatIntegration, NetworkIntegration


@cache
def networks() -> dict[str, NetworkIntegration]:
    """All installed network integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.networks")}


@cache
def channels() -> dict[str, ChatIntegration]:
    """All installed channel integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.channels")}
