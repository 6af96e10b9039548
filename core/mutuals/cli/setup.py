"""`mutuals setup`: connect a network and chats, on a page or in the terminal."""

from typing import Annotated

import typer

from mutuals.cli.shared import ended, finish, say
from mutuals.cli.shared import settings as read_settings
from mutuals.domain.errors import MutualsError
from mutuals.service import logs
from mutuals.setup.finish import Outcome
from mutuals.setup.run import as_page, draft_of_here, in_terminal

KEPT = "Everything so far is kept. To go on: mutuals setup"


def setup(
    check: Annotated[
        bool, typer.Option("--check", help="Say what is configured; ask nobody, change nothing, and end.")
    ] = False,
    terminal: Annotated[bool, typer.Option("--terminal", help="Ask here instead of on a page.")] = False,
    page: Annotated[
        bool, typer.Option("--page", help="Serve the page even where no browser can be opened.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port of the page; 0 takes a free one.")] = 0,
) -> None:
    """Connect your accounts step by step, with a test alert, on a page on this machine or in the terminal."""
    logs.configure("ERROR")
    if check:
        _check()
        return
    outcome = _in_terminal() if in_terminal(terminal=terminal, page=page) else _on_page(port)
    if outcome is Outcome.RUN:
        _watch()
    elif outcome is Outcome.LATER:
        say.print("Start with: mutuals run", markup=False)
    else:
        say.print(KEPT, markup=False)


def _in_terminal() -> Outcome:
    from mutuals.setup.terminal import TerminalSetup

    try:
        return TerminalSetup(draft_of_here(), say).run()
    except MutualsError as error:
        raise ended(error) from error


def _on_page(port: int) -> Outcome:
    outcome: Outcome = finish(as_page(lambda text: say.print(text, markup=False), typer.launch, port))
    return outcome


def _watch() -> None:
    """What `mutuals run` does, in this very process."""
    from mutuals.service import app

    say.print("Mutuals is watching. Stop it with Ctrl-C; start it again with: mutuals run", markup=False)
    logs.configure()
    finish(app.serve(read_settings()))


def _check() -> None:
    from mutuals.setup.check import offline_check

    try:
        report = finish(offline_check())
    except MutualsError as error:
        raise ended(error) from error
    for line in report.lines:
        say.print(logs.blank(line), markup=False)
    raise typer.Exit(0 if report.fine else 2)
