"""Adding brands and changing them: what `mutuals brand` does, without a terminal."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from secrets import token_hex
from typing import Any

from pydantic import SecretStr

from mutuals.alerting.restore_guard import LOOKED_AT
from mutuals.domain.errors import MutualsError, NotAuthorized, Refused, SettingsError
from mutuals.domain.ids import brand_id
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.domain.model import Account, AlertKind, Brand, PeriodicTask
from mutuals.ports.integration import NetworkIntegration, NetworkKit
from mutuals.ports.settings import Section, variable
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import OWN_SECRETS, Installation, Settings, known_sections
from mutuals.service.unknown_settings import guess
from mutuals.watcher.recheck import EVERY as RECHECK_EVERY

LIST = "What a brand can have for itself, says: mutuals brand set @HANDLE"
LONGEST = 2000  # characters of what an entry says
SignIn = Callable[[NetworkIntegration, Section, NetworkKit], Awaitable[Account]]


def own_variables() -> dict[str, bool]:
    """The variables that a brand may have for itself; True for those that are secret."""
    return {
        variable(section, name): _is_secret(section.model_fields[name].annotation)
        for section in known_sections()
        for name in section.own_fields()
    }


def _is_secret(annotation: Any) -> bool:
    return annotation is SecretStr or any(map(_is_secret, getattr(annotation, "__args__", ())))


async def add(installation: Installation, network: str, own: Mapping[str, str], sign_in: SignIn) -> Brand:
    """Sign a further brand in and begin to watch it.

    Raises SettingsError for settings that are not usable, and what the sign-in raises: then no token is kept.
    A brand that is known already is signed in anew and keeps its settings, with `own` on top.
    """
    part = integrations.networks().get(network)
    if part is None:
        raise SettingsError(
            [f"There is no network called {network}. Known: {', '.join(integrations.networks())}."]
        )
    settings = _checked(installation, own)
    # The account is known only after the sign-in, so its tokens get a place of their own first.
    slot = token_hex(8)
    limiter = installation.limiter(network, settings)
    try:
        account = await sign_in(part, settings.of(part), installation.network_kit(network, limiter, slot))
    except BaseException:
        with suppress(MutualsError):  # why it failed matters more
            await installation.forget(network, slot)
        raise
    brand = Brand(brand_id(network, account.id), network, account, settings=dict(own), slot=slot)
    known = await installation.store.brand(brand.id)
    said = [f"@{account.handle} was {'added' if known is None else 'signed in anew'}.",
            *_changes({} if known is None else known.settings, own)]  # fmt: skip
    if known is not None:
        brand = replace(known, account=account, slot=slot, settings={**known.settings, **own})
        await _take_over_secrets(installation, known, slot)
    await installation.store.put_brand(brand, _decided(installation, "brand add", said))
    await limiter.bind(brand.id)
    await plan(installation, brand)
    return brand


async def _take_over_secrets(installation: Installation, known: Brand, slot: str) -> None:
    """A brand that is signed in anew keeps its secret settings, too, unless no key opens them any more."""
    with suppress(NotAuthorized):
        kept = await installation.vault(known.network, known.slot).read(OWN_SECRETS)
        if kept:
            await installation.vault(known.network, slot).write(OWN_SECRETS, kept)


async def plan(installation: Installation, brand: Brand) -> None:
    """Have the brand looked at now, and from then on again and again."""
    now = installation.clock.now()
    async with installation.store.transaction(brand.id) as tx:
        await tx.tasks.plan(PeriodicTask.POLL, now)
        await tx.tasks.plan(PeriodicTask.DIGEST, now)
        await tx.tasks.plan(PeriodicTask.RECHECK, now + RECHECK_EVERY)
        await tx.tasks.plan(PeriodicTask.RETENTION, now)


async def find(installation: Installation, handle: str) -> Brand:
    """The brand of this handle or id. Raises Refused when there is none."""
    wanted = handle.removeprefix("@").lower()
    brands = await installation.store.brands()
    found = [one for one in brands if wanted in {one.account.handle.lower(), one.id.lower()}]
    if len(found) > 1:
        titles = integrations.networks()
        each = ", ".join(
            f"{one.id} ({titles[one.network].title if one.network in titles else one.network})"
            for one in found
        )
        raise Refused(f"More than one brand is called @{wanted}: {each}. Name it by its id.")
    if not found:
        known = ", ".join(f"@{one.account.handle}" for one in brands) or "none yet"
        raise Refused(f"Mutuals watches no @{wanted}. Brands: {known}. Add one with: mutuals brand add")
    return found[0]


async def pause(installation: Installation, handle: str, *, paused: bool) -> Brand:
    """Stop reading the network and telling anything new for a brand, or begin again."""
    brand = replace(await find(installation, handle), paused=paused)
    did = "brand pause" if paused else "brand resume"
    said = f"@{brand.account.handle} is {'paused' if paused else 'watched again'}."
    await installation.store.put_brand(brand, _decided(installation, did, [said]))
    if not paused:
        await plan(installation, brand)
    return brand


async def change(installation: Installation, handle: str, own: Mapping[str, str]) -> Brand:
    """Give a brand settings of its own by variable name; an empty value takes one back.

    Raises SettingsError for a name that a brand can't have for itself, a secret, or a value that is not usable.
    """
    brand = await find(installation, handle)
    settings = {name: value for name, value in {**brand.settings, **own}.items() if value}
    _checked(installation, {name: value for name, value in own.items() if value}, settings)
    changed = replace(brand, settings=settings)
    await installation.store.put_brand(
        changed, _decided(installation, "brand set", _changes(brand.settings, own))
    )
    await plan(installation, changed)
    return changed


async def change_secret(installation: Installation, handle: str, name: str, value: str) -> Brand:
    """Give a brand a secret setting of its own, kept encrypted; an empty value takes it back. Raises SettingsError."""
    brand = await find(installation, handle)
    if not own_variables().get(name, False):
        known = [one for one, secret in own_variables().items() if secret]
        raise SettingsError(
            [f"{name} is not a secret that a brand can have for itself.{guess(name, known)} {LIST}"]
        )
    if value:
        installation.settings.with_own({name: value})
    vault = installation.vault(brand.network, brand.slot)
    kept = dict(await vault.read(OWN_SECRETS) or {})
    await vault.write(OWN_SECRETS, {key: one for key, one in {**kept, name: value}.items() if one})
    # A new row is how the running processes notice.
    marks = {**brand.settings, "secrets": token_hex(4)}
    said = f"{name} (a secret) was {'set' if value else 'taken back'}."
    await installation.store.put_brand(
        replace(brand, settings=marks), _decided(installation, "brand set", [said])
    )
    return brand


def _decided(installation: Installation, what: str, said: Iterable[str]) -> Decision:
    return Decision(EntryKind.SETTING, installation.by, what, logs.blank(" ".join(said))[:LONGEST])


def _changes(before: Mapping[str, str], own: Mapping[str, str]) -> list[str]:
    """A sentence for each variable: what it was and what it is now. No secret is among them: those are refused here."""
    return [
        f"{name}: {before.get(name) or 'not set'}, now {value or 'not set'}." for name, value in own.items()
    ]


def _checked(
    installation: Installation, own: Mapping[str, str], all_own: Mapping[str, str] | None = None
) -> Settings:
    """The settings with these on top. Raises SettingsError."""
    known = own_variables()
    mistakes = [_not_of_one_brand(name) for name in own if name not in known]
    mistakes += [
        f"{name} is secret: give it with --secret {name}, so that it is kept encrypted."
        for name in own
        if known.get(name)
    ]
    if mistakes:
        raise SettingsError(mistakes)
    return installation.settings.with_own(all_own if all_own is not None else own)


def _not_of_one_brand(name: str) -> str:
    there = any(name == variable(one, field) for one in known_sections() for field in one.model_fields)
    said = (
        f"{name} can't be set for one brand; all brands share it."
        if there
        else f"There is no setting {name}.{guess(name, own_variables())}"
    )
    return f"{said} {LIST}"


async def listed(installation: Installation) -> list[dict[str, Any]]:
    """Every brand as JSON values: who, paused or not, where it is told, when it was looked at, what waits."""
    known = own_variables()
    return [await _row(installation, one, known.keys()) for one in await installation.store.brands()]


async def _row(installation: Installation, brand: Brand, known: Collection[str]) -> dict[str, Any]:
    async with installation.store.transaction(brand.id) as tx:
        looked, counts = await tx.key_values.get(LOOKED_AT), await tx.counts()
    own = {name: value for name, value in brand.settings.items() if name in known}
    try:
        channels = installation.channels_of(brand)
    except SettingsError:
        channels = {}
    return {
        "id": brand.id,
        "handle": brand.account.handle,
        "name": brand.account.name,
        "paused": brand.paused,
        "places": {
            chat: {str(kind): channel for kind, channel in kinds.items()} for chat, kinds in channels.items()
        },
        "looked_at": looked,
        "waiting": {str(kind): counts[f"open_{kind}"] for kind in AlertKind},
        "settings": own,
    }
