"""A page's server: loopback, a free port, a new key for each run."""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from mutuals.pages.guards import BODY_LIMIT, guard, quiet

OURS = Path(__file__).parent
STOP_SECONDS = 1.0


class Templates:
    """Jinja templates with everything escaped: ours, and those of the page that uses them."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([folder, OURS / "templates"]),
            autoescape=select_autoescape(default=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, name: str, **values: Any) -> str:
        """The page as HTML."""
        return self._environment.get_template(name).render(**values)

    def names(self) -> list[str]:
        """Every template, for whoever wants to see that none is missing."""
        return self._environment.list_templates()


class PageServer:
    """Serves routes below a key that only this run's address has. `open_paths` need no key."""

    def __init__(self, routes: Iterable[web.RouteDef], open_routes: Iterable[web.RouteDef] = ()) -> None:
        """Paths of `routes` begin with a slash and go on behind the key."""
        self.key = secrets.token_urlsafe(24)
        free = list(open_routes)
        self._app = web.Application(
            middlewares=[guard(self.key, frozenset(one.path for one in free))], client_max_size=BODY_LIMIT
        )
        for one in routes:
            self._app.router.add_route(one.method, f"/{self.key}{one.path}", one.handler)
        self._app.add_routes(free)
        self._app.router.add_static(f"/{self.key}/static/", OURS / "static")
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def origin(self) -> str:
        """Where it listens, without the key."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        """The address to open."""
        return f"{self.origin}/{self.key}/"

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; 0 takes a free port. Raises OSError when the port is taken."""
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=STOP_SECONDS, logger=quiet)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Listen no more."""
        if self._runner is not None:
            await self._runner.cleanup()


def html(text: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """A page as an answer."""
    return web.Response(text=text, content_type="text/html", status=status, headers=headers)
