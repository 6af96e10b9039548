"""Every command, option and setting that a page names exists, as somebody would type it."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer

from mutuals.cards import command_help
from mutuals.cli import main
from mutuals.docgen import reference
from mutuals.ports.settings import FILE_VARIABLE
from mutuals.service.all_settings import known_sections
from tests.repository.repository import ROOT, pages, texts

# What is told of the past names what was; the decisions say what was thought of.
HISTORY = {"CHANGELOG.md"}
PAGES = {
    page: text for page, text in pages().items() if page.name not in HISTORY and "decisions" not in page.parts
}
CODE = re.compile(r"^ *```\w*\n(.*?)^ *```|(?<!`)`([^`\n]+(?:\n[^`\n]+)?)`(?!`)", re.DOTALL | re.MULTILINE)
SHELL = re.compile(r"(?<![\w/.@=:-])(?:[\w./]*/bin/)?mutuals (?P<rest>(?:--)?[a-z][\w.-]*[^|;&#\n)`]*)")
IN_CHAT = re.compile(r"(?<![\w.:])/mutuals ([a-z][a-z-]*)")
VARIABLE = re.compile(r"\bMUTUALS_[A-Z0-9_]*[A-Z0-9_*]")
# Where the word before `mutuals` takes it for a name: a user, an image, a release, a service, a folder.
NAMES_IT = re.compile(
    r"(?:--uid|--user|useradd.*|-U|-d|-n|-t|-T|--install|exec|systemctl \w+|usermod.*|OWNER|TO|CREATE \w+|import|"
    r"pip install|clone.*|from|DATABASE|USER)\s$"
)


def commands(text: str) -> Iterator[str]:
    """What follows `mutuals` wherever a page shows it as code."""
    for block, span in CODE.findall(text):
        for line in (block or span.replace("\n", " ")).splitlines():
            for match in SHELL.finditer(line):
                if not NAMES_IT.search(line[: match.start()]):
                    yield match["rest"].strip()


@cache
def command_line() -> Any:
    """The whole command line, with the commands of the integrations."""
    group: Any = typer.main.get_command(main.app)
    app = typer.Typer()
    entries = [*entry_points(group="mutuals.commands")]
    for entry in entries:
        app.command(entry.name)(entry.load())
    app.command("unused")(lambda: None)  # with one command alone typer makes no group
    more: Any = typer.main.get_command(app)
    return {**group.commands, **{entry.name: more.commands[entry.name] for entry in entries}}, options_of(
        group
    )


def options_of(command: Any) -> set[str]:
    return {"--help"} | {name for one in command.params for name in (*one.opts, *one.secondary_opts)}


def mistake(typed: str) -> str | None:
    """What is wrong with a command; None: it could be typed."""
    known, options = command_line()
    words = typed.split()
    if not words[0].startswith("-"):
        command = known.get(words[0])
        if command is None:
            return f"there is no command {words[0]}"
        words = words[1:]
        if hasattr(command, "commands") and words and not words[0].startswith(("-", ".")):
            command = command.commands.get(words[0])
            if command is None:
                return f"no subcommand {words[0]}"
        options = options_of(command)
    wrong = [
        one
        for one in words
        if re.match(r"--[a-z]", one) and one.partition("=")[0].rstrip(".,:") not in options
    ]
    return f"there is no option {wrong[0]}" if wrong else None


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_says_to_type_can_be_typed(page: Path):
    assert [(typed, wrong) for typed in commands(PAGES[page]) if (wrong := mistake(typed))] == []


def test_the_commands_of_the_pages_are_found():
    found = {typed for text in PAGES.values() for typed in commands(text)}

    assert len(found) > 50
    assert {"doctor", "db upgrade", "run", "connect x"} <= found
    known, _ = command_line()
    assert {one.split()[0] for one in found} >= set(known)  # each command is told of somewhere


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("doctor --json", None),
        ("brand set @shop MUTUALS_POLL_SECONDS=30", None),
        ("demo --headless --seconds 60", None),
        ("--version", None),
        ("docter", "there is no command docter"),
        ("db upgrad", "no subcommand upgrad"),
        ("doctor --jsno", "there is no option --jsno"),
        ("--versoin", "there is no option --versoin"),
    ],
)
def test_a_slip_in_a_command_is_found(typed: str, wrong: str | None):
    assert mistake(typed) == wrong


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_in_the_chats_that_a_page_names_exist(page: Path):
    named = {one for block, span in CODE.findall(PAGES[page]) for one in IN_CHAT.findall(block or span)}

    assert named - set(command_help.COMMANDS) - {"help"} == set()


@cache
def settings() -> set[str]:
    """Every variable that something reads: of the settings, or of the tests, benchmarks and the like, as their code says."""
    parts = {*known_sections(), *reference.sections().values()}
    known = {entry.name for part in parts for entry in reference.entries(part)} | {FILE_VARIABLE}
    code = [
        text
        for file, text in texts().items()
        if file.suffix in {".py", ".yaml", ""} and file.name != Path(__file__).name
    ]
    return known | {
        one for text in code for one in re.findall(r"""["' ${](MUTUALS_[A-Z0-9_]*[A-Z0-9])\b""", text)
    }


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_setting_that_a_page_names_exists(page: Path):
    unknown = set()
    for name in VARIABLE.findall(PAGES[page]):
        whole = name.rstrip("*")
        if not (
            any(one.startswith(whole) for one in settings()) if whole.endswith("_") else whole in settings()
        ):
            unknown.add(name)

    assert unknown == set()
