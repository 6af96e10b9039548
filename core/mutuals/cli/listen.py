"""`mutuals listen`: what each brand listens for beside its mentions, what that may cost, and what it has found."""

import json
import sys
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from rich.console import Console

from mutuals.alerting import listening_notices
from mutuals.alerting.listening_notices import MONTH
from mutuals.cli.shared import ended, finish, settings
from mutuals.domain import listening
from mutuals.domain.errors import SettingsError
from mutuals.ports.prices import FREE, CostKind
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import Installation, Settings


@dataclass(frozen=True)
class _Report:
    """One brand: its rules, their price, and what each of the last UTC days has found and shown."""

    brand: str
    rules: list[str]
    price_usd: float  # of one post found
    daily_usd: float
    most_usd: float  # in 30 days
    days: dict[str, list[int]]  # the last days, the first and the last of which may not be whole


def command(
    rules: Annotated[
        str, typer.Argument(help="Rules to check and to price before they are set; nothing is stored.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Say what each brand listens for in posts that do not name it, what that may cost, and what it found. Searches nothing."""
    logs.configure("ERROR")
    try:
        tried = listening.parse(rules)
    except ValueError as error:
        raise ended(SettingsError([f"These rules can't be used: {error}."])) from error
    found = finish(_reports(settings(), tried))
    if as_json:
        sys.stdout.write(json.dumps({"brands": [asdict(one) for one in found]}) + "\n")
        return
    out = Console(highlight=False, soft_wrap=True)
    if not found:
        out.print("No brand is watched yet.")
    for report in found:
        _show(out, report)


async def _reports(read: Settings, tried: tuple[listening.ListeningRule, ...]) -> list[_Report]:
    store, found = await Installation.open_store(read), []
    try:
        for brand in await store.brands():
            own, part = read.with_own(brand.settings), integrations.networks().get(brand.network)
            prices = part.prices(own.of(part)) if part else FREE
            policy = own.policy()
            async with store.reading(brand.id) as tx:
                kept = await tx.key_values.get(listening_notices.KEY) or {}
            price = prices.micros(CostKind.SEARCH) / 1_000_000
            daily = policy.listen_daily_dollars
            names = [one.name for one in tried or policy.listen]
            title = f"@{brand.account.handle} on {part.title if part else brand.network}"
            found.append(
                _Report(title, names, price, daily, daily * MONTH if price else 0.0, kept.get("days", {}))
            )
    finally:
        await store.close()
    return found


def _show(out: Console, report: _Report) -> None:
    rules = ", ".join(f"“{one}”" for one in report.rules)
    out.print(f"{report.brand}: {rules or 'listens for nothing but mentions (MUTUALS_LISTEN)'}", markup=False)
    if rules:
        price = round(report.price_usd * 1_000_000)
        out.print(listening_notices.price_line(price, report.daily_usd), markup=False)
    for day, (posts, shown) in sorted(report.days.items()):
        month = posts * report.price_usd * MONTH
        out.print(
            f"{day}: {posts} posts found, {shown} shown; as many each day: ${month:.2f} in {MONTH} days",
            markup=False,
        )
