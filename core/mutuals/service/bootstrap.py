"""What `run`, `doctor`, `connect` and `brand` share: the settings, the store, the secrets, and how parts are built."""

import asyncio
import getpass
import os
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, Self

from mutuals.alerting import incidents
from mutuals.context import Context
from mutuals.domain import leases
from mutuals.domain.errors import SettingsError, TryAgain
from mutuals.domain.ids import network_of
from mutuals.domain.model import MAIN_SLOT, Actor, AlertKind, Brand, Role
from mutuals.ports.chat import Chat
from mutuals.ports.clock import Clock
from mutuals.ports.clock_offset import ClockOffset
from mutuals.ports.integration import ChatKit, NetworkIntegration, NetworkKit
from mutuals.ports.interactions import Interactions
from mutuals.ports.network import Measure
from mutuals.ports.settings import OFF, Section
from mutuals.service import integrations
from mutuals.service.all_settings import Settings, known_sections
from mutuals.service.chat_roles import ChatRoles
from mutuals.service.named_lease import NamedLease
from mutuals.service.settings import secrets_of
from mutuals.storage.database_url import must_exist
from mutuals.storage.key_value_store import StoredKeyValues
from mutuals.storage.secrets.keyring import KeyRing, open_box
from mutuals.storage.secrets.vault import EncryptedSecretVault
from mutuals.storage.spending_limiter import StoredSpendingLimiter
from mutuals.storage.store import SqlStore

# `Settings` and `known_sections` are asked for here, where the installation is.
__all__ = ["OWN_SECRETS", "Installation", "Settings", "SystemClock", "known_sections", "measure", "whoever"]

OWN_SECRETS = "settings"  # in a brand's vault: its own settings that are secret
REMEMBERED = timedelta(minutes=15)  # Slack's signatures hold for five minutes either way
RENEWAL_LOOK = 0.2  # seconds between two looks whether it is free


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Now, in UTC."""
        return datetime.now(UTC)


def whoever() -> Actor:
    """Who types, as the machine knows them."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # in no list of users, as in some containers
        user = str(os.getuid())
    return Actor("shell", f"{user}@{socket.gethostname()}", f"{user} on {socket.gethostname()}", Role.ADMIN)


@dataclass(slots=True)
class Installation:
    """Settings, store and secrets, and what is built from them. `node` names this process among others."""

    settings: Settings
    store: SqlStore
    box: KeyRing
    clock: Clock
    node: str = field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}")
    by: Actor = field(default_factory=whoever)  # who works in it: decisions of commands are theirs
    offset: ClockOffset = field(init=False)
    roles: ChatRoles = field(init=False)
    _locks: dict[str, asyncio.Lock] = field(default_factory=dict)
    _usable: dict[tuple[tuple[str, str], ...], Settings | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.offset = ClockOffset(SystemClock().now)
        self.roles = ChatRoles(self.settings, self.store)

    @classmethod
    async def open(cls, settings: Settings, clock: Clock | None = None) -> Self:
        """Open the store and the key. Raises SettingsError, TryAgain or MutualsError."""
        clock = clock or SystemClock()
        store = await cls._store(settings, clock)
        return cls(settings, store, open_box(settings.core.secret_key, settings.core.database_url), clock)

    @staticmethod
    async def open_store(settings: Settings) -> SqlStore:
        """The store alone, of a database that is there. Raises as `open` does, and MutualsError when there is none."""
        must_exist(settings.core.database_url)
        return await Installation._store(settings, SystemClock())

    @staticmethod
    async def _store(settings: Settings, clock: Clock) -> SqlStore:
        core = settings.core
        return await SqlStore.open(core.database_url, clock=clock, anchor=core.ledger_anchor_file)

    @property
    def many(self) -> bool:
        """May there be other processes like this one?"""
        return self.settings.core.engine != "inprocess"

    def vault(self, network: str, slot: str = MAIN_SLOT) -> EncryptedSecretVault:
        """The secrets of one brand."""
        return EncryptedSecretVault(self.store, self.box, scope=_scope(network, slot))

    async def forget(self, network: str, slot: str) -> None:
        """Forget the secrets of a brand that was not added in the end."""
        await self.store.forget_secrets(_scope(network, slot))

    def limiter(
        self, network: str, settings: Settings | None = None, brand_id: str | None = None
    ) -> StoredSpendingLimiter:
        """A new spending limiter with the daily limit, for a brand of the network of this name."""
        core = (settings or self.settings).core
        dollars, month = core.daily_dollars, int(core.monthly_dollars * 1_000_000)
        part = integrations.networks().get(network)
        title, micros = part.title if part else network, int(dollars * 1_000_000)
        return StoredSpendingLimiter(
            self.store, self.clock, network=title, limit_micros=micros, brand_id=brand_id, month_micros=month
        )

    def network_kit(self, network: str, limiter: StoredSpendingLimiter, slot: str = MAIN_SLOT) -> NetworkKit:
        """What a network integration gets for one brand."""
        return NetworkKit(
            vault=self.vault(network, slot),
            meter=limiter,
            clock=self.clock,
            lock=self._apart(f"renew/{network}/{slot}"),
            vault_only=slot != MAIN_SLOT,
            heard=self.offset.of(network),
        )

    def _apart(self, name: str) -> Callable[[], AbstractAsyncContextManager[Any]]:
        """One at a time: a sign-in may be in the hands of two networks for a while, here or at another process."""
        if self.many:
            return partial(self._alone, name)
        lock = self._locks.setdefault(name, asyncio.Lock())
        return lambda: lock

    @asynccontextmanager
    async def _alone(self, name: str) -> AsyncIterator[None]:
        """Wait until no other process is inside; one that died inside keeps others out for a minute."""
        holder = f"{self.node}-{secrets.token_hex(4)}"
        lease = NamedLease(self.store, self.clock, name, holder, term=leases.SIGN_IN)
        loop = asyncio.get_running_loop()
        give_up = loop.time() + 2 * leases.SIGN_IN.length.total_seconds()
        while not await lease.acquire():
            if loop.time() > give_up:
                raise TryAgain("Another process is busy with this sign-in. Mutuals tries again.")
            await asyncio.sleep(RENEWAL_LOOK)
        try:
            yield
        finally:
            await lease.release()

    def section(self, part: Any) -> Section:
        """The installation's settings of one integration."""
        return self.settings.of(part)

    async def of_brand(self, brand: Brand) -> Settings:
        """The settings with the brand's own on top. Raises SettingsError."""
        secret = await self.vault(brand.network, brand.slot).read(OWN_SECRETS) or {}
        try:
            return self.settings.with_own({**brand.settings, **secret})
        except SettingsError as error:
            raise SettingsError([_of(brand, one) for one in error.mistakes]) from error

    def _own(self, brand: Brand) -> Settings | None:
        """The settings of a brand, secrets aside; None while its own are not usable. Asked for every brand at a command,
        so it is kept."""
        key = tuple(sorted(brand.settings.items()))
        if key not in self._usable:
            try:
                self._usable[key] = self.settings.with_own(brand.settings)
            except SettingsError:
                self._usable[key] = None
        return self._usable[key]

    def pushes(self, brand: Brand) -> bool:
        """May this brand's network tell by itself what happens, by the settings that are no secrets of its own?"""
        own, part = self._own(brand), integrations.networks().get(brand.network)
        return own is not None and part is not None and part.pushes(own.of(part))

    def channels_of(self, brand: Brand) -> Mapping[str, Mapping[AlertKind, str]]:
        """Where a brand is told; nowhere while its own settings are not usable."""
        own = self._own(brand)
        return own.channels() if own else {}

    def workspaces_of(self, brand: Brand) -> Mapping[str, str]:
        """In which workspace of each chat a brand is told, of the chats that have several."""
        own = self._own(brand)
        return own.workspaces() if own else {}

    def every_channel(self, brand: Brand, chat: str) -> list[str]:
        """Where a brand may be told in a chat: the channels of its kinds, and those of its rules."""
        own = self._own(brand)
        rules = own.routes() if own else ()
        routed = [rule.channels[chat] for rule in rules if rule.channels.get(chat, OFF) != OFF]
        return list(dict.fromkeys([*self.channels_of(brand).get(chat, {}).values(), *routed]))

    async def signed_in(self, name: str) -> bool:
        """Are the tokens of the settings' brand in the vault?"""
        return await self.store.get(f"signed_in/{name}") is not None

    async def others(self) -> list[Brand]:
        """The brands that were added to the one of the settings."""
        return [one for one in await self.store.brands() if one.slot != MAIN_SLOT]

    async def chats(self, interactions: Interactions, ctx: Context) -> dict[str, Chat]:
        """Every chat whose settings are complete, for the installation or for one of its brands."""
        waiting, found = dict(integrations.chats()), {}
        others = [one for one in await self.others() if one.settings]
        for brand in (None, *others):
            if not waiting:
                break
            try:
                settings = self.settings if brand is None else await self.of_brand(brand)
            except SettingsError:
                continue  # the others are watched all the same; what is wrong is said when this one is looked for
            for name in [one for one, part in waiting.items() if not part.missing(settings.of(part))]:
                part = waiting.pop(name)
                found[name] = part.build(self.section(part), interactions, self.chat_kit(name, ctx))
        return found

    def chat_kit(self, name: str, ctx: Context) -> ChatKit:
        """What a chat integration gets."""
        return ChatKit(
            memory=StoredKeyValues(self.store, name),
            clock=self.clock,
            channels=partial(self._routes, name),
            first=partial(self.first, name),
            lost=partial(incidents.line_lost, ctx, name),
            back=partial(incidents.line_back, ctx, name),
            heard=self.offset.of(name),
            opened=partial(incidents.may_be_open, ctx, name),
            vault=EncryptedSecretVault(self.store, self.box, scope=f"chat/{name}/"),
            engine=self.store.engine,
            lock=lambda what: self._apart(f"renew/chat/{name}/{what}")(),
            closed=partial(incidents.workspace_closed, ctx, name),
            roles=partial(self.roles.grants, name),
        )

    async def first(self, owner: str, name: str) -> bool:
        """Remember that this came; False when it came before, here or at another process."""
        return await self.store.remember(f"{owner}/{name}", until=self.clock.now() + REMEMBERED)

    async def _routes(self, chat: str) -> Sequence[str]:
        """Every channel of a chat that a brand has for itself, or to which a rule leads."""
        own = [self.every_channel(one, chat) for one in await self.store.brands()]
        return list(dict.fromkeys(channel for one in own for channel in one))

    async def networks(self) -> list[NetworkIntegration]:
        """Every network that the settings connect a brand on: one brand each, and none hides another. Raises
        SettingsError naming what is missing when there is none.
        """
        ready, mistakes = [], []
        for name, part in integrations.networks().items():
            to_do = part.to_do(self.section(part), await self.signed_in(name))
            if to_do:
                mistakes.append(f"{part.title} is not connected. {to_do}")
            else:
                ready.append(part)
        if not ready:
            raise SettingsError(mistakes)
        return ready

    def without_channel(self, chats: Collection[str]) -> list[str]:
        """One sentence for each chat that has a token and lacks the rest, also in every brand's own settings."""
        return [
            f"{name.capitalize()} is set up by half: set {', '.join(part.missing(self.section(part)))}, or take its "
            "other settings away."
            for name, part in integrations.chats().items()
            if name not in chats and any(secrets_of([self.section(part)]))
        ]

    def no_chat(self) -> SettingsError:
        """The sentence when no chat can start: what each of them lacks."""
        lines = [
            f"{name.capitalize()} is not set up: set {', '.join(part.missing(self.section(part)))}."
            for name, part in integrations.chats().items()
        ]
        return SettingsError(
            ["No chat is set up, so nobody would see an alert. Set up at least one:", *lines]
        )


def _of(brand: Brand, mistake: str) -> str:
    handle = brand.account.handle
    return f"The brand @{handle}: {mistake} Mend it: mutuals brand set @{handle} NAME=VALUE (NAME= takes it back)."


def _scope(network: str, slot: str) -> str:
    return f"{network}/{slot}"


def measure(brand_id: str, text: str) -> Measure:
    """Count a text as the brand's network does; a brand's id begins with its network's name."""
    parts = integrations.networks()
    name = network_of(brand_id) if network_of(brand_id) in parts else next(iter(parts))
    return parts[name].measure(text)
