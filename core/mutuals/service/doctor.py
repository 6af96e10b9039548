"""The doctor: proves what the service needs, in words for people who don't run servers."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from typing import Any

import aiohttp
from rich.console import Console
from yarl import URL

from mutuals.actions.interactions import InteractionService
from mutuals.context import Context
from mutuals.domain.errors import MutualsError, NotAuthorized, SettingsError, TryAgain, at_the_end
from mutuals.domain.model import Brand
from mutuals.ports.chat import Chat
from mutuals.ports.clock_offset import AGREES, ClockOffset, names, off_by
from mutuals.ports.diagnostics import Check
from mutuals.ports.integration import NetworkIntegration
from mutuals.service import integrations
from mutuals.service.bootstrap import Installation, Settings
from mutuals.service.brand_settings import set_in_chat
from mutuals.service.settings import host_and_port
from mutuals.service.settings_check import oddities
from mutuals.service.web import not_ours
from mutuals.storage.schema.revision import HEAD, revision_of
from mutuals.storage.secrets.rotation import standing

HEALTH_SECONDS = 3.0
SETTINGS_STEP = "Correct it, then run the doctor again."
ODD_STEP = "Do this, or take the setting away if it is not meant for Mutuals."
CLOCK_STEP = (
    "Switch time synchronisation on (timedatectl set-ntp true, or the same for the machine that runs the container), then "
    "run the doctor again. Until then alerts come late or early, and Slack's clicks over HTTP may be refused."
)
MOST_BRANDS = 20  # added brands whose sign-in is tried: each costs a look at a profile


async def examine(settings: Settings) -> list[Check]:
    """Look at the database, every network and every chat. Raises SettingsError for unusable settings."""
    before = await revision_of(settings.core.database_url)
    installation = await Installation.open(settings)
    try:
        await installation.store.prove()
        checks = [
            Check(True, "Database", _shape(before)),
            await _secrets(installation),
        ]
        checks += [Check(False, "Settings", one, ODD_STEP) for one in oddities(settings)]
        checks += await _address(settings.core.http_address)
        checks += await _accounts(installation)
        checks += await set_in_chat_checks(installation)
        checks += await _chats(installation)
        checks += _clock(installation.offset)
        return checks
    finally:
        await installation.store.close()


def _shape(before: str | None) -> str:
    """What opening the database has done to it; `before` is the shape that it had."""
    if before in {None, HEAD}:
        return "Opens, and has the present shape."
    return f"Opens. Its shape was older ({before}) and was brought to the present one ({HEAD}) just now."


def unexamined(error: Exception) -> list[Check]:
    """What kept the doctor from looking at anything, as checks."""
    if isinstance(error, SettingsError):
        return [Check(False, "Settings", one, SETTINGS_STEP) for one in error.mistakes]
    if isinstance(error, MutualsError):
        return [Check(False, "Database", at_the_end(error), "Do what the sentence says, then try again.")]
    said = f"Mutuals itself failed ({type(error).__name__}); the details are on standard error."
    return [Check(False, "The doctor", said, "Tell whoever runs Mutuals.")]


async def _address(address: str | None) -> list[Check]:
    """May we listen there? A Mutuals that runs already, and answers as such, is as good."""
    if address is None:
        return []
    title, (host, port) = "HTTP address", host_and_port(address)
    try:
        server = await asyncio.start_server(lambda _reader, writer: writer.close(), host, port)
    except OSError as error:
        if await _answers_as_ours(host, port):
            return [Check(True, title, f"Mutuals listens on {address} already.")]
        return [Check(False, title, not_ours(address, error), "Correct it, then run the doctor again.")]
    server.close()
    await server.wait_closed()
    return [Check(True, title, f"{address} is free for Mutuals to listen on.")]


async def _answers_as_ours(host: str, port: int) -> bool:
    """Does a service of ours tell its health there?"""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared, not listened on
    url = URL.build(scheme="http", host=near, port=port, path="/health")
    with suppress(aiohttp.ClientError, TimeoutError, OSError, ValueError):
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=HEALTH_SECONDS)) as session,
            session.get(url) as answer,
        ):
            said = await answer.json()
            return isinstance(said, dict) and "seconds_since_sweep" in said
    return False


def _clock(offset: ClockOffset) -> list[Check]:
    """Is this machine's clock that of whoever has just answered? Nothing where nobody has."""
    title, found = "Clock", offset.by_peer()
    right = [peer for peer, by in found.items() if abs(by) < AGREES]
    wrong = [peer for peer in found if peer not in right]
    if wrong:
        ahead = min((found[peer] for peer in wrong), key=abs)
        agrees = f" It agrees with {names(right)}." if right else ""
        said = f"This machine's clock is {off_by(ahead)} {names(wrong)}.{agrees}"
        return [Check(False, title, said, CLOCK_STEP)]
    if not right:
        return []
    return [
        Check(True, title, f"This machine's clock agrees with {names(right)} (to {AGREES.seconds} seconds).")
    ]


async def _secrets(installation: Installation) -> Check:
    """How what is stored encrypted is sealed: with the present key, an older one, or one we don't have."""
    title, found = "Secrets at rest", await standing(installation.store, installation.box)
    if found.unopened:
        said = f"No key that is set opens: {', '.join(found.unopened)}."
        return Check(False, title, said, "Set the key it was stored with, or sign in again to replace it.")
    if found.older:
        said = f"{len(found.older)} still sealed with an older key. Seal anew with: mutuals secrets rotate"
        return Check(True, title, said)
    return Check(True, title, f"{found.latest} stored, all sealed with the present key.")


async def _accounts(installation: Installation) -> list[Check]:
    """The settings' brand, and the sign-in of each brand that was added; either may be alone."""
    others, checks = await installation.others(), list[Check]()
    missing = list[tuple[NetworkIntegration, str]]()
    for name, part in integrations.networks().items():
        to_do = part.to_do(installation.section(part), await installation.signed_in(name))
        if to_do:
            missing.append((part, to_do))
        else:
            checks += await _main(installation, name, part)
    works = bool(checks)  # somebody may watch one network and have another one installed
    for part, to_do in [] if others else missing:
        checks.append(Check(works, f"{part.title} account", f"{part.title} is not connected.", to_do))
    for brand in others[:MOST_BRANDS]:
        checks += await _added(installation, brand)
    if len(others) > MOST_BRANDS:
        said = (
            f"{len(others)} brands were added, and the first {MOST_BRANDS} were tried. When each of them was looked at "
            "last says: mutuals brand list"
        )
        checks.append(Check(True, "The other brands", said))
    return checks


async def set_in_chat_checks(installation: Installation) -> list[Check]:
    """What was set in the chats, which wins over the file, with the way back."""
    checks = []
    for brand in (await installation.store.brands())[:MOST_BRANDS]:
        who = brand.account.handle
        for name, value, by, at in set_in_chat(brand):
            said = (
                f"@{who}: {name}={value} was set in a chat by {by} on {at:%Y-%m-%d} and wins over the file."
            )
            checks.append(Check(True, "Set in chat", f"{said} Put it back: mutuals brand set @{who} {name}="))
    for chat, workspace, field, value, by, at in await installation.roles.listed():
        where = f"{chat.capitalize()}{' ' if workspace else ''}{workspace}"
        said = (
            f"{where}: {field} are {value}, set in a chat by {by} on {at:%Y-%m-%d}, which wins over the file."
        )
        checks.append(Check(True, "Set in chat", f"{said} Put all back: mutuals roles reset {chat}"))
    return checks


async def _main(installation: Installation, name: str, part: NetworkIntegration) -> list[Check]:
    try:
        return list(
            await part.check(
                installation.section(part), installation.network_kit(name, installation.limiter(name))
            )
        )
    except MutualsError as error:
        return [Check(False, f"{part.title} account", at_the_end(error), _step(error, f"connect {name}"))]


async def _added(installation: Installation, brand: Brand) -> list[Check]:
    """The sign-in of an added brand; each check is called after it."""
    part, who = integrations.networks()[brand.network], f"@{brand.account.handle}"
    try:
        settings = await installation.of_brand(brand)
        kit = installation.network_kit(
            brand.network, installation.limiter(brand.network, settings, brand.id), brand.slot
        )
        found = await part.check(settings.of(part), kit, sign_in_only=True)
    except MutualsError as error:
        return [Check(False, who, at_the_end(error), _step(error, "brand add"))]
    return [replace(one, title=f"{who}: {one.title}") for one in found]


def _step(error: MutualsError, command: str) -> str:
    if isinstance(error, NotAuthorized):
        return f"Sign in again: mutuals {command}"
    if isinstance(error, TryAgain):
        return "Wait a few minutes, then run the doctor again."
    return "Do what the sentence says, then run the doctor again."


async def _chats(installation: Installation) -> list[Check]:
    async def nobody(_key: str) -> None:
        """The doctor starts no work."""

    ctx = Context(store=installation.store, clock=installation.clock, submit=nobody)
    ready = await installation.chats(InteractionService(ctx), ctx)
    if halves := installation.without_channel(ready):
        raise SettingsError(halves)
    checks: list[Check] = []
    for name, part in integrations.chats().items():
        if name in ready:
            checks += await _chat(name, ready[name])
        else:
            lacks = ", ".join(part.missing(installation.section(part)))
            checks.append(
                Check(bool(ready), f"{name.capitalize()}", f"Not set up; not started. Needs {lacks}.")
            )
    if not ready:
        checks.append(
            Check(
                False, "Chats", "No chat is set up, so nobody would see an alert.", "Set up Slack or Discord."
            )
        )
    return checks


async def _chat(name: str, chat: Chat) -> list[Check]:
    try:
        return list(await chat.check())
    except TryAgain as error:
        return [Check(False, name.capitalize(), error.once, "Wait a few minutes, then run the doctor again.")]
    except MutualsError as error:
        step = "Correct the settings of this chat and run the doctor again."
        return [Check(False, name.capitalize(), str(error), step)]


def plain(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """The checks as JSON."""
    return [asdict(one) for one in checks]


def show(checks: Sequence[Check], console: Console) -> None:
    """Print one line each, and what to do under those that failed."""
    for one in checks:
        mark = "[green]ok[/green]  " if one.ok else "[red]no[/red]  "
        console.print(mark, end="")
        console.print(f"{one.title}: {one.said}", markup=False)
        if not one.ok and one.next_step:
            console.print(f"      -> {one.next_step}", markup=False)
    failed = sum(not one.ok for one in checks)
    last = "Everything works." if not failed else f"{failed} of {len(checks)} need your attention."
    console.print(f"\n{last}", markup=False)
