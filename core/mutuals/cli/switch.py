"""`mutuals stop` and `mutuals start`: the kill switch for whoever runs Mutuals, of all brands in all workspaces."""

from typing import Annotated

import typer

from mutuals.alerting import kill_switch
from mutuals.cards import kill_switch as words
from mutuals.cli.shared import finish, say, settings
from mutuals.context import Context
from mutuals.domain.kill_switch import LONGEST_WHY
from mutuals.service import logs
from mutuals.service.bootstrap import Installation
from mutuals.storage.database_url import must_exist


def stop(
    why: Annotated[list[str] | None, typer.Argument(help="Why, for the team.", show_default=False)] = None,
) -> None:
    """Stop everything that goes out, for every brand; alerts still come. The chats say so at their next look."""
    logs.configure("ERROR")
    say.print(finish(_switch(" ".join(why or ())[:LONGEST_WHY])), markup=False)


def start() -> None:
    """Let acts go out again after a stop."""
    logs.configure("ERROR")
    say.print(finish(_switch(None)), markup=False)


async def _switch(why: str | None) -> str:
    """`why` stops, None starts. Gives the sentence to print."""
    read = settings()
    must_exist(read.core.database_url)
    installation = await Installation.open(read)

    async def nobody(_key: str) -> None:
        """A service that runs finds what is due by itself."""

    ctx = Context(store=installation.store, clock=installation.clock, submit=nobody)
    try:
        if why is not None:
            standing = await kill_switch.stop(ctx, installation.by, why)
            return (
                words.already(standing)
                if standing
                else "Stopped: nothing goes out for any brand. Undo it with: mutuals start"
            )
        held = await kill_switch.start(ctx, installation.by)
        return (
            "Nothing was stopped."
            if held is None
            else f"Acts go out again. Held meanwhile and sent now: {len(held)}."
        )
    finally:
        await installation.store.close()
