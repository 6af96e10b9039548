"""`mutuals roles`: who has which role in the chats, as set there; and the way back where no admin is left."""

import sys
from collections.abc import Awaitable, Callable
from typing import Annotated

import typer

from mutuals.cli.shared import finish, say, settings
from mutuals.service import integrations, logs
from mutuals.service.bootstrap import Installation
from mutuals.storage.database_url import must_exist

app = typer.Typer(help="Who has which role in the chats, as set there.", no_args_is_help=True)
WORKSPACE = Annotated[str, typer.Option(help="Of a chat with several workspaces: its id.")]


@app.command("list")
def list_roles() -> None:
    """Every role that was set in a chat, by whom and when; what is not listed is as the settings say."""
    logs.configure("ERROR")
    lines = finish(_with(_lines))
    sys.stdout.write("".join(f"{logs.blank(line)}\n" for line in lines))
    if not lines:
        say.print("No role was set in a chat.", markup=False)


@app.command()
def reset(
    chat: Annotated[str, typer.Argument(help="slack or discord", show_default=False)],
    workspace: WORKSPACE = "",
) -> None:
    """Put all roles of a chat back to the settings, e.g. when no admin is left."""
    logs.configure("ERROR")
    if chat not in integrations.chats():
        raise typer.BadParameter(f"There is no chat called {chat}. Known: {', '.join(integrations.chats())}.")
    gone = finish(_with(lambda installation: installation.roles.reset(chat, workspace, installation.by)))
    said = (
        "Roles are as the settings say again, within seconds."
        if gone
        else "No role was set there; nothing was changed."
    )
    say.print(said, markup=False)


async def _lines(installation: Installation) -> list[str]:
    return [
        f"{chat}{'/' if workspace else ''}{workspace} {field}: {value} (set by {by} on {at:%Y-%m-%d})"
        for chat, workspace, field, value, by, at in await installation.roles.listed()
    ]


async def _with(work: Callable[[Installation], Awaitable[object]]) -> object:
    read = settings()
    must_exist(read.core.database_url)
    installation = await Installation.open(read)
    try:
        return await work(installation)
    finally:
        await installation.store.close()
