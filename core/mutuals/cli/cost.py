"""`mutuals cost`: what each brand's network has cost this month, what it will, and where it goes. It asks no network."""

import json
import sys
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from mutuals.alerting import costs
from mutuals.alerting.costs import CostReport
from mutuals.cli.shared import finish, settings
from mutuals.ports.prices import FREE
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import Installation, Settings, SystemClock


def command(as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False) -> None:
    """Say what each brand has cost this month and will have cost at its end, where it goes, and what other ways of reading
    would cost. Costs nothing."""
    logs.configure("ERROR")
    found = finish(_reports(settings()))
    if as_json:
        brands = [
            {"brand": name, **asdict(report), "priced_on": str(report.priced_on or "")}
            for name, report in found
        ]
        sys.stdout.write(json.dumps({"brands": brands}) + "\n")
        return
    out = Console(highlight=False, soft_wrap=True)
    if not found:
        out.print("No brand is watched yet, so nothing was spent.")
    for name, report in found:
        _show(out, name, report)


async def _reports(read: Settings) -> list[tuple[str, CostReport]]:
    store, found = await Installation.open_store(read), []
    try:
        for brand in await store.brands():
            own, part = read.with_own(brand.settings), integrations.networks().get(brand.network)
            prices = part.prices(own.of(part)) if part else FREE
            async with store.reading(brand.id) as tx:
                report = await costs.report(tx, prices, own.core.monthly_dollars, SystemClock().now())
            found.append((f"@{brand.account.handle} on {part.title if part else brand.network}", report))
    finally:
        await store.close()
    return found


def _show(out: Console, name: str, report: CostReport) -> None:
    out.print(f"{name}, {report.month} (UTC), by Mutuals' own count", markup=False)
    out.print(costs.sentence(report), markup=False)
    _table(out, "Where it went", report.by)
    _table(out, "30 days of each way of reading, by the last week", report.modes)
    unseen: Any = report.unseen
    if unseen.get("quoted"):
        out.print(
            f"Posts that the chats quote: {unseen['quoted']}. The longest unseen of an open alert was looked at "
            f"{unseen['open_h']} hours ago, of a settled one {unseen['settled_h']} hours ago."
        )
    if report.priced_on:
        out.print(
            f"Prices as read on {report.priced_on}; your developer console shows what is really charged.\n"
        )


def _table(out: Console, title: str, rows: Any) -> None:
    if not rows:
        return
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    table.add_column()
    table.add_column("dollars", justify="right")
    for what, dollars in rows.items():
        table.add_row(what, f"{dollars:.2f}")
    out.print(table)
