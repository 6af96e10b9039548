"""How integrations are found: entry points `mutuals.networks` and `mutuals.channels`."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, Protocol, runtime_checkable

from aiohttp import web

from mutuals.model import Account
from mutuals.ports import AlertChannel, Check, Clock, Desk, Memory, Meter, SocialNetwork, Vault
from mutuals.settings import Section


@dataclass(frozen=True, slots=True)
class NetworkKit:
    """What a network integration gets for one brand; the vault is the brand's own."""

    vault: Vault
    meter: Meter
    clock: Clock


@dataclass(frozen=True, slots=True)
class ChannelKit:
    """What a channel integration gets besides the desk."""

    memory: Memory
    clock: Clock


@dataclass(frozen=True, slots=True)
class NetworkIntegration:
    """A social network that Mutuals can watch.

    `missing` names the variables without which it can't start (empty: it can).
    `sign_in` runs the network's consent: it calls the given function with the page to open and
    returns when the brand has signed in and its tokens are in the vault.
    """

    name: str
    settings: type[Section]
    missing: Callable[[Any, bool], list[str]]  # (settings, tokens are in the vault)
    build: Callable[[Any, NetworkKit], SocialNetwork]
    sign_in: Callable[[Any, NetworkKit, Callable[[str], None]], Awaitable[Account]]
    check: Callable[[Any, NetworkKit], Awaitable[Sequence[Check]]]


@dataclass(frozen=True, slots=True)
class ChannelIntegration:
    """A chat that Mutuals can post to. A channel with missing variables is not started."""

    name: str
    settings: type[Section]
    missing: Callable[[Any], list[str]]
    build: Callable[[Any, Desk, ChannelKit], AlertChannel]


@runtime_checkable
class Mountable(Protocol):
    """A channel that also listens on our HTTP address (Slack in HTTP mode)."""

    def mount(self, app: web.Application) -> None:
        """Add routes before the server starts."""
        ...


@runtime_checkable
class Listening(Protocol):
    """A channel that can say whether a click would reach us now."""

    async def listening(self) -> bool:
        """Does this process hold the chat's connection?"""
        ...


def networks() -> dict[str, NetworkIntegration]:
    """All installed network integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.networks")}


def channels() -> dict[str, ChannelIntegration]:
    """All installed channel integrations by name."""
    return {entry.name: entry.load() for entry in entry_points(group="mutuals.channels")}
