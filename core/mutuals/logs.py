"""Structured logs on standard error: JSON lines, or colours on a terminal. Secrets are blanked."""

import logging
import re
import socket
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

_TOKENS = re.compile(
    r"(xox[abprs]-[\w-]{6,}|xapp-[\w-]{6,}|Bearer\s+[\w.~+/=-]{8,}|Bot\s+[\w.-]{20,}"
    r"|[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{20,}|://[^/\s:@]+:[^/\s@]+@)"
)

NODE = socket.gethostname()  # in a container or a pod its own name: of several nodes, which one speaks


def blank(text: str) -> str:
    """A text without anything that looks like a token or a password in a URL."""
    return _TOKENS.sub(lambda found: "://…@" if found[0].startswith("://") else "[secret]", text)


def _blank_all(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = blank(value)
    return event


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
        _blank_all,
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
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _blank_all, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("mutuals").setLevel(level)
    for name in ("mutuals_x", "mutuals_slack", "mutuals_discord", "mutuals_sandbox"):
        logging.getLogger(name).setLevel(level)
