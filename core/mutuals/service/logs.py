"""Structured logs on standard error: JSON lines, or colours on a terminal. Secrets are blanked."""

import logging
import re
import socket
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, TextIO

import structlog

from mutuals.ports.redaction import SHORTEST, spellings

_TOKENS = re.compile(
    r"(xox[abprs]-[\w-]{6,}|xapp-[\w-]{6,}|Bearer\s+[\w.~+/=-]{8,}|Basic\s+[\w+/=-]{8,}|Bot\s+[\w.-]{20,}"
    r"|[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{20,}|://(?!USER:PASSWORD@)[^/\s:@]+:[^/\s@]+@"  # not our own example
    # addresses that need no other key: Discord's for an interaction, Slack's response_url
    r"|(?<=/interactions/)\d+/[\w-]{20,}|(?<=/webhooks/)\d+/[\w-]{20,}|aW50ZXJhY3Rpb24[\w-]{20,}"
    r"|(?<=/actions/)T\w+/\w+/\w+|(?<=/commands/)T\w+/\w+/\w+)"
)
_known: dict[str, None] = {}  # every spelling of what `hide` was told, in order
_MOST = 4000  # spellings; the oldest go first
_KNOWN: list[re.Pattern[str]] = []


def hide(*secrets: str) -> None:
    """Whatever these are, they never stand in a log line or an error from now on, in no usual spelling."""
    spelled = dict.fromkeys(one for secret in secrets if len(secret) >= SHORTEST for one in spellings(secret))
    if spelled.keys() <= _known.keys():
        return  # asked again with every brand that is loaded: to make the pattern anew costs most
    _known.update(spelled)
    while len(_known) > _MOST:
        del _known[next(iter(_known))]
    longest_first = sorted(_known, key=len, reverse=True)
    _KNOWN[:] = [re.compile("|".join(map(re.escape, longest_first)))] if longest_first else []


NODE = socket.gethostname()  # in a container or a pod its own name: of several nodes, which one speaks


def blank(text: str) -> str:
    """A text without known secrets, and without anything that looks like a token or a password in a URL."""
    for known in _KNOWN:
        text = known.sub("[secret]", text)
    return _TOKENS.sub(lambda found: "://…@" if found[0].startswith("://") else "[secret]", text)


def crash(error: BaseException) -> None:
    """Show an error that nobody foresaw, with its traceback, secrets blanked."""
    sys.stderr.write(blank("".join(traceback.format_exception(error))))


class _Handler(logging.StreamHandler[TextIO]):
    """Standard error. A line that can't be written is given up: Python would show it raw, with its arguments."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's name
        """Say only where the line came from."""
        with suppress(OSError, ValueError):
            sys.stderr.write(
                f"A line of the log could not be written ({record.name}, line {record.lineno}).\n"
            )


class _Blanking(structlog.stdlib.ProcessorFormatter):
    """The last step before a line is written, so that nothing gets past it: nested values and tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line, blanked."""
        return blank(super().format(record))


def _with_node(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    event.setdefault("node", NODE)
    return event


def configure(level: str = "INFO") -> None:
    """Send our logs and the libraries' through one formatter. `level` as in the standard library."""
    on_screen = sys.stderr.isatty()
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        *(() if on_screen else (_with_node,)),
    ]
    renderer: Any = (
        structlog.dev.ConsoleRenderer()
        if on_screen
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
    )
    handler = _Handler(sys.stderr)
    handler.setFormatter(
        _Blanking(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("mutuals").setLevel(level)
    for name in ("mutuals_x", "mutuals_slack", "mutuals_discord", "mutuals_sandbox"):
        logging.getLogger(name).setLevel(level)
