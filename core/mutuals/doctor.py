"""The doctor: proves what the service needs, in words for people who don't run servers."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console

from mutuals import integrations
from mutuals.act.desk import MainDesk
from mutuals.context import Context
from mutuals.errors import MutualsError
from mutuals.house import House, Settings
from mutuals.ports import AlertChannel, Check
from mutuals.store.rotate import standing


async def examine(settings: Settings) -> list[Check]:
    """Look at the database, every network and every chat. Raises SettingsError for unusable settings."""
    house = await House.open(settings)
    try:
        checks = [Check(True, "Database", "Opens, and has the present shape."), await _secrets(house)]
        for name, part in integrations.networks().items():
            checks += await _network(house, name, part)
        checks += await _chats(house)
        return checks
    finally:
        await house.store.close()


async def _secrets(house: House) -> Check:
    """How what is stored encrypted is sealed: with the present key, an older one, or one we don't have."""
    title, found = "Secrets at rest", await standing(house.store, house.box)
    if found.unopened:
        said = f"No key that is set opens: {', '.join(found.unopened)}."
        return Check(False, title, said, "Set the key it was stored with, or sign in again to replace it.")
    if found.older:
        said = f"{len(found.older)} still sealed with an older key. Seal anew with: mutuals secrets rotate"
        return Check(True, title, said)
    return Check(True, title, f"{found.latest} stored, all sealed with the present key.")


async def _network(house: House, name: str, part: integrations.NetworkIntegration) -> list[Check]:
    section = house.section(part)
    missing = part.missing(section, await house.signed_in(name))
    if missing:
        step = f"Run: mutuals connect {name}. It needs {', '.join(missing)}."
        return [Check(False, f"{name.upper()} account", "Nobody has signed in.", step)]
    try:
        return list(await part.check(section, house.network_kit(name, house.purse())))
    except MutualsError as error:
        return [Check(False, f"{name.upper()} account", str(error), f"Sign in again: mutuals connect {name}")]


async def _chats(house: House) -> list[Check]:
    async def nobody(_key: str) -> None:
        """The doctor starts no work."""

    desk = MainDesk(Context(store=house.store, clock=house.clock, submit=nobody))
    ready = await house.channels(desk)
    checks: list[Check] = []
    for name, part in integrations.channels().items():
        if name in ready:
            checks += await _chat(name, ready[name])
        else:
            lacks = ", ".join(part.missing(house.section(part)))
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


async def _chat(name: str, channel: AlertChannel) -> list[Check]:
    try:
        return list(await channel.check())
    except MutualsError as error:
        return [
            Check(
                False,
                name.capitalize(),
                str(error),
                "Correct the settings of this chat and run the doctor again.",
            )
        ]


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
