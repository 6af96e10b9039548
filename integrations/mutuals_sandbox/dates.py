"""The `Date` of every answer, for a service whose clock is not that of this machine."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from aiohttp import web


def dated(app: web.Application, ahead: Callable[[], timedelta]) -> None:
    """Let an application tell in each answer a time that is so much ahead of this machine's."""

    async def prepare(_request: web.Request, response: web.StreamResponse) -> None:
        if by := ahead():
            response.headers["Date"] = format_datetime(datetime.now(UTC) + by, usegmt=True)

    app.on_response_prepare.append(prepare)
