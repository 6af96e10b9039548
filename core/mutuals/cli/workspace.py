"""`mutuals workspace`: the workspaces of a chat that have installed the app."""

import json
import sys
from dataclasses import dataclass
from typing import Annotated

import typer

from mutuals.alerting.kill_switch import OF_ALL
from mutuals.cli.shared import finish, say, settings
from mutuals.context import Context
from mutuals.domain.errors import Refused, SettingsError
from mutuals.domain.ledger import Decision, EntryKind
from mutuals.ports.integration import ChatWorkspaces, ConnectedWorkspace
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import Installation
from mutuals.storage.database_url import must_exist

app = typer.Typer(help="The workspaces of a chat that have installed the app.", no_args_is_help=True)
JSON = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@dataclass(frozen=True, slots=True)
class _Listed:
    chat: str
    workspace: ConnectedWorkspace
    brands: list[str]  # handles of those that are told there


@app.command("list")
def list_workspaces(as_json: JSON = False) -> None:
    """Every workspace, since when, and which brands are told there."""
    logs.configure("ERROR")
    found = finish(_list())
    if as_json:
        sys.stdout.write(logs.blank(json.dumps({"workspaces": [_plain(one) for one in found]})) + "\n")
        return
    if not found:
        say.print(
            "No workspace has installed the app yet. Where that is done says: mutuals doctor", markup=False
        )
    for one in found:
        sys.stdout.write(logs.blank(_line(one)) + "\n")


@app.command()
def remove(
    workspace: Annotated[str, typer.Argument(help="The workspace's id, e.g. T0123ABCD.", show_default=False)],
) -> None:
    """Take the app out of a workspace, and forget its token. Alerts for it wait until it is installed there again."""
    logs.configure("ERROR")
    gone = finish(_remove(workspace.strip()))
    say.print(
        f"{gone.name} ({gone.id}) is not connected any more, and its token is forgotten. Alerts of brands that are told "
        "there wait.",
        markup=False,
    )


async def _opened() -> tuple[Installation, dict[str, ChatWorkspaces]]:
    """What has workspaces by these settings. Raises SettingsError where nothing has."""
    read = settings()
    must_exist(read.core.database_url)
    installation = await Installation.open(read)

    async def nobody(_key: str) -> None:
        """A command starts no work."""

    ctx = Context(store=installation.store, clock=installation.clock, submit=nobody)
    found = {
        name: one
        for name, part in integrations.chats().items()
        if (one := part.workspaces(read.of(part), installation.chat_kit(name, ctx))) is not None
    }
    if not found:
        await installation.store.close()
        raise SettingsError(
            [
                "Several workspaces are not turned on: by these settings each chat has one. docs/slack-workspaces.md says how."
            ]
        )
    return installation, found


async def _list() -> list[_Listed]:
    installation, chats = await _opened()
    try:
        brands = [
            (one.account.handle, installation.workspaces_of(one)) for one in await installation.store.brands()
        ]
        return [
            _Listed(chat, each, [handle for handle, told in brands if told.get(chat) == each.id])
            for chat, known in chats.items()
            for each in await known.listed()
        ]
    finally:
        await installation.store.close()


async def _remove(workspace: str) -> ConnectedWorkspace:
    installation, chats = await _opened()
    try:
        for known in chats.values():
            if (gone := await known.remove(workspace)) is not None:
                said = f"The workspace {gone.name} ({gone.id}) was taken out."
                async with installation.store.transaction(OF_ALL) as tx:
                    await tx.ledger.record(
                        Decision(EntryKind.SETTING, installation.by, "workspace remove", said)
                    )
                return gone
        raise Refused(
            f"No workspace {workspace} has installed the app. Which ones have says: mutuals workspace list"
        )
    finally:
        await installation.store.close()


def _plain(one: _Listed) -> dict[str, object]:
    space = one.workspace
    ends = space.expires_at.isoformat() if space.expires_at else None
    return {"chat": one.chat, "id": space.id, "name": space.name, "installed_by": space.by,
            "installed_at": space.at.isoformat(), "token_until": ends, "scopes": list(space.scopes),
            "brands": one.brands}  # fmt: skip


def _line(one: _Listed) -> str:
    space = one.workspace
    told = ", ".join(f"@{handle}" for handle in one.brands) or "no brand is told there"
    return f"{space.id}  {space.name}  {one.chat}, since {space.at:%Y-%m-%d}, installed by {space.by}: {told}"
