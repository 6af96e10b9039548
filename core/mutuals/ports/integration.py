"""What a package brings that adds a network or a chat, and what it gets from us."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from aiohttp import web

from mutuals.domain.model import Account, AlertKind, Post, Relationship, Role
from mutuals.ports.chat import Chat
from mutuals.ports.clock import Clock
from mutuals.ports.clock_offset import Heard, unheard
from mutuals.ports.diagnostics import Check
from mutuals.ports.events import EventTaker
from mutuals.ports.interactions import Interactions
from mutuals.ports.key_values import KeyValueStore
from mutuals.ports.network import Measure, SocialNetwork
from mutuals.ports.prices import FREE, PriceList
from mutuals.ports.secrets import SecretVault
from mutuals.ports.settings import Section
from mutuals.ports.setup import SetupGuide
from mutuals.ports.spending import SpendingLimiter

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


@dataclass(frozen=True, slots=True)
class NetworkKit:
    """What a network integration gets for one brand; the vault is the brand's own.

    `lock` keeps processes that renew the same sign-in apart. `vault_only`: tokens in the settings belong to
    another brand. `heard` takes the headers of each answer: clocks are compared by them.
    """

    vault: SecretVault
    meter: SpendingLimiter
    clock: Clock
    lock: Callable[[], AbstractAsyncContextManager[Any]] = nullcontext
    vault_only: bool = False
    heard: Heard = unheard


async def no_channels() -> Sequence[str]:
    """No channels but those of the settings."""
    return ()


async def _unheard(_sentence: str = "") -> None:
    """Nobody is told: for the doctor, and for tests of one chat."""


RoleGrants = Mapping[
    Role, Sequence[str]
]  # role -> the people and groups of a chat that have it, by id or name


@dataclass(frozen=True, slots=True)
class RoleCheck:
    """What a chat says of grants that nobody has set yet: the role that one person would have, and names that it does not
    know."""

    role: Role
    unknown: tuple[str, ...] = ()


@runtime_checkable
class RoleChecker(Protocol):
    """A chat whose roles can be set in it."""

    async def check_roles(self, person_id: str, grants: RoleGrants) -> RoleCheck:
        """What would these mean for this person? Raises our errors when the chat can't tell."""
        ...


async def _as_the_settings_say(_workspace: str) -> RoleGrants | None:
    """Nobody has set roles in the chat."""
    return None


async def _none_closed(_workspace: str, _sentence: str) -> None:
    """Nobody is told, as in `_unheard`."""


async def always_first(_name: str) -> bool:
    """Nothing came before."""
    return True


@dataclass(frozen=True, slots=True)
class ChatKit:
    """What a chat integration gets besides the interactions.

    `channels` tells every channel that a brand is routed to. `first` remembers a name for a quarter of an hour, for all
    processes together, and is False for one that came before: against what is delivered or sent a second time.
    `lost` is called with a sentence for the team when nothing has come from the chat for about a minute, also again and
    again; `back` when it does again. Both say it once in the chats. `heard` takes the headers of each answer: clocks are
    compared by them. `opened` is called when the chat tells of something by which a channel that was closed to us may be
    open again: what waits for it is due then.

    For a chat that serves several workspaces: `vault` keeps their tokens, `engine` is the database with the tables that
    the vendor's library fills (None: there is none, and so only one workspace), `lock` keeps processes apart that renew
    the same token, and `closed` is called with a workspace that takes nothing any more and a sentence for the team.

    `roles` gives who has which role in a workspace ("": the chat has one), also as set in the chat; None: the settings say.
    """

    memory: KeyValueStore
    clock: Clock
    channels: Callable[[], Awaitable[Sequence[str]]] = no_channels
    first: Callable[[str], Awaitable[bool]] = always_first
    lost: Callable[[str], Awaitable[None]] = _unheard
    back: Callable[[], Awaitable[None]] = _unheard
    heard: Heard = unheard
    opened: Callable[[], Awaitable[None]] = _unheard
    vault: SecretVault | None = None
    engine: "AsyncEngine | None" = None
    lock: Callable[[str], AbstractAsyncContextManager[Any]] = lambda _name: nullcontext()
    closed: Callable[[str, str], Awaitable[None]] = _none_closed
    roles: Callable[[str], Awaitable[RoleGrants | None]] = _as_the_settings_say


@runtime_checkable
class Mountable(Protocol):
    """What also listens on our HTTP address: a chat (Slack in HTTP mode), or the ear of a network."""

    def mount(self, app: web.Application) -> None:
        """Add routes before the server starts."""
        ...


class NetworkCheck(Protocol):
    """The doctor's look at one brand's account; with `sign_in_only` it costs one look at a profile."""

    def __call__(
        self, settings: Any, kit: NetworkKit, *, sign_in_only: bool = False
    ) -> Awaitable[Sequence[Check]]: ...


@dataclass(frozen=True, slots=True)
class SettingsConcerns:
    """What does not fit together in settings that are usable one by one: `mistakes` stop the start, `notices` do not."""

    mistakes: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def no_doubts(_settings: Any, _listens: bool) -> SettingsConcerns:
    """Every combination of these settings makes sense."""
    return SettingsConcerns()


class Unreadable(ValueError):
    """A value of a recording that is no post; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one JSON value of a recording holds, in the network's own shape: read as the network's own reader reads it.

    `posts` come each with the object that it was read from; a reply whose conversation is not told has its own id there.
    `handles` (as written) and `ties` are by person id, as far as they are told. `own`: it is from the archive of the
    account's owner, which does not say who that is, and the posts' author means nothing.
    """

    posts: tuple[tuple[Post, Mapping[str, Any]], ...] = ()
    handles: Mapping[str, str] = field(default_factory=dict)
    ties: Mapping[str, Relationship] = field(default_factory=dict)
    own: bool = False


def free_of_charge(_settings: Any) -> PriceList:
    """A network that charges nothing."""
    return FREE


def unknown_shape(_value: Mapping[str, Any]) -> Recorded | None:
    """A network whose recordings nobody reads yet."""
    return None


@dataclass(frozen=True, slots=True)
class NetworkIntegration:
    """A social network that Mutuals can watch.

    `title` is what people call it ("X"), `name` what ids and commands call it ("x").
    `to_do` says what must be done before it can start ("": nothing). `measure` counts a text as the
    network does. `sign_in` runs the network's consent: it calls the given function with the page to open and
    returns when the brand has signed in and its tokens are in the vault. `adopt` takes tokens that somebody
    got elsewhere: `access_token`, `refresh_token`. `listener` is what the network calls with its events, if the settings
    turn that on: it hands them over, and stores nothing itself.
    `recorded` reads one object of a recording; None: it has not the shape of this network. It raises Unreadable.
    `records_as` names that shape for people ("X's API v2"; "": nobody reads its recordings). `setup` gives its steps of
    `mutuals setup`; without it, setup does not offer the network. `sign_out` takes a brand's sign-in back at the network
    (False: there was none); without it, that is done by hand. `pushes`: do the settings let the network tell by itself
    (`SocialNetwork.events`)? Asked for brands that are not loaded.
    """

    name: str
    title: str
    settings: type[Section]
    to_do: Callable[[Any, bool], str]  # (settings, tokens are in the vault)
    measure: Callable[[str], Measure]
    build: Callable[[Any, NetworkKit], SocialNetwork]
    sign_in: Callable[[Any, NetworkKit, Callable[[str], None]], Awaitable[Account]]
    adopt: Callable[[Any, NetworkKit, Mapping[str, str]], Awaitable[Account]]
    check: NetworkCheck
    listener: Callable[[Any, Clock, EventTaker], Mountable | None] = lambda settings, clock, take: None
    doubts: Callable[[Any, bool], SettingsConcerns] = (
        no_doubts  # (settings, something listens on MUTUALS_HTTP_ADDRESS)
    )
    recorded: Callable[[Mapping[str, Any]], Recorded | None] = unknown_shape
    records_as: str = ""
    setup: Callable[[], SetupGuide] | None = None
    sign_out: Callable[[Any, NetworkKit], Awaitable[bool]] | None = None
    pushes: Callable[[Any], bool] = lambda settings: False
    prices: Callable[[Any], PriceList] = free_of_charge  # what the network charges under these settings


@dataclass(frozen=True, slots=True)
class ConnectedWorkspace:
    """A workspace of a chat that has taken the app in: its id there, its name, who did so (an id) and when."""

    id: str
    name: str
    by: str
    at: datetime
    scopes: tuple[str, ...] = ()
    expires_at: datetime | None = None  # of its token, which is renewed before; None: it does not expire


class ChatWorkspaces(Protocol):
    """The workspaces of a chat, for whoever runs Mutuals."""

    async def listed(self) -> Sequence[ConnectedWorkspace]:
        """Every one, by its id. Raises TryAgain when the database does not answer."""
        ...

    async def remove(self, workspace: str) -> ConnectedWorkspace | None:
        """Forget one with its token, and take the app out of it as far as the chat lets us; None: there is no such one."""
        ...


@dataclass(frozen=True, slots=True)
class ChatIntegration:
    """A chat that Mutuals can post to. One with missing variables is not started.

    `channel` is what the settings name for a kind of alert ("": none). `connections` is how many
    processes may be connected at once. `mention` is whom the settings name for calls for help ("": nobody).
    `setup` gives its steps of `mutuals setup`; without it, setup does not offer the chat.
    A chat that serves several workspaces says by `workspace` in which one the settings tell ("": the only one, or the
    one of the token in the settings), and lists them by `workspaces` (None: these settings serve one only).
    `grants` is whom the settings give each role.
    """

    name: str
    settings: type[Section]
    missing: Callable[[Any], list[str]]
    channel: Callable[[Any, AlertKind], str]
    connections: int
    build: Callable[[Any, Interactions, ChatKit], Chat]
    doubts: Callable[[Any, bool], SettingsConcerns] = (
        no_doubts  # (settings, something listens on MUTUALS_HTTP_ADDRESS)
    )
    mention: Callable[[Any], str] = lambda settings: ""
    setup: Callable[[], SetupGuide] | None = None
    workspace: Callable[[Any], str] = lambda settings: ""
    workspaces: Callable[[Any, ChatKit], ChatWorkspaces | None] = lambda settings, kit: None
    grants: Callable[[Any], RoleGrants] = lambda settings: {}


@runtime_checkable
class ConnectionStatus(Protocol):
    """A chat that can say whether a click would reach us now."""

    async def listening(self) -> bool:
        """Does this process hold the chat's connection?"""
        ...
