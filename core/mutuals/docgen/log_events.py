"""Reads from the code which events the logs hold: name, level and fields, for docs/logs.md."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = Path("docs/logs.md")
LEVELS = {"debug", "info", "warning", "error", "exception"}
SOURCES = ("core/mutuals", "integrations")
LEFT_OUT = "mutuals_sandbox"  # the demo's own world


@dataclass(frozen=True, slots=True, order=True)
class LogEvent:
    """One event; `{...}` in its name stands for what is filled in, e.g. a chat."""

    name: str
    level: str
    fields: tuple[str, ...]


def events(root: Path) -> list[LogEvent]:
    """Every event of the sources under `root`, by name; one name with several sets of fields is one event."""
    found: dict[tuple[str, str], set[str]] = {}
    for folder in SOURCES:
        for file in sorted((root / folder).rglob("*.py")):
            if LEFT_OUT not in file.parts:
                for name, level, fields in _of(ast.parse(file.read_text(encoding="utf-8"))):
                    found.setdefault((name, level), set()).update(fields)
    return sorted(LogEvent(name, level, tuple(sorted(fields))) for (name, level), fields in found.items())


def _of(tree: ast.AST) -> Iterator[tuple[str, str, list[str]]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.func, ast.Attribute):
            continue
        by = node.func.value
        if isinstance(by, ast.Name) and by.id == "log" and node.func.attr in LEVELS:
            level = {"exception": "error"}.get(node.func.attr, node.func.attr)
            yield _name(node.args[0]), level, [one.arg for one in node.keywords if one.arg]


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{...}" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "{...}"


def table(root: Path) -> str:
    """The table of all events."""
    rows = ["| Event | Level | Fields |", "|---|---|---|"]
    rows += [
        f"| `{one.name}` | {one.level} | {', '.join(f'`{field}`' for field in one.fields)} |"
        for one in events(root)
    ]
    return "\n".join(rows)
