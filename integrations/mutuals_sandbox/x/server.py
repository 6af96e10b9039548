"""The sandbox's X on loopback: the API v2, its sign-in and its web pages on one port."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, cast

from aiohttp import web
from aiohttp.typedefs import Middleware

from mutuals_sandbox.dates import dated
from mutuals_sandbox.faults import Fault, Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.world import World
from mutuals_sandbox.x import problems, reads, timelines, writes
from mutuals_sandbox.x.activity import Activity
from mutuals_sandbox.x.activity_wire import ActivityWire
from mutuals_sandbox.x.limits import Limits
from mutuals_sandbox.x.meter import PriceMeter
from mutuals_sandbox.x.oauth import OAuth
from mutuals_sandbox.x.pages import Pages
from mutuals_sandbox.x.small_pages import SmallPages
from mutuals_sandbox.x.state import Endpoint, State, Tier, serve
from mutuals_sandbox.x.tokens import DEFAULT_SCOPES, Tokens

LARGEST_BODY = 256 * 1024  # bytes
READ_POSTS = ("tweet.read", "users.read")
READ_TIES = ("follows.read", "tweet.read", "users.read")
WRITE_TIES = ("follows.write", "tweet.read", "users.read")
WRITE_POSTS = ("tweet.read", "tweet.write", "users.read")

ENDPOINTS = (
    Endpoint("GET", "users/me", "users/me", READ_POSTS, reads.me, app_only=False),
    Endpoint("GET", "users/by/username/{username}", "users/by/username/:username", READ_POSTS, reads.user_by_username),
    Endpoint("GET", "users/by", "users/by", READ_POSTS, reads.users_by_usernames),
    Endpoint("GET", "users", "users", READ_POSTS, reads.users_by_ids),
    Endpoint("GET", "users/{id}/mentions", "users/:id/mentions", READ_POSTS, timelines.mentions, reads_posts=True),
    Endpoint("GET", "users/{id}/tweets", "users/:id/tweets", READ_POSTS, timelines.user_posts, reads_posts=True),
    Endpoint("GET", "users/{id}/followers", "users/:id/followers", READ_TIES, timelines.followers),
    Endpoint("GET", "users/{id}/following", "users/:id/following", READ_TIES, timelines.following),
    Endpoint("POST", "users/{id}/following", "POST users/:id/following", WRITE_TIES, writes.follow, app_only=False),
    Endpoint(
        "DELETE", "users/{id}/following/{target}", "DELETE users/:id/following", WRITE_TIES, writes.unfollow,
        app_only=False,
    ),
    Endpoint("GET", "users/{id}", "users/:id", READ_POSTS, reads.user_by_id),
    Endpoint("GET", "tweets/search/recent", "tweets/search/recent", READ_POSTS, timelines.search, reads_posts=True),
    Endpoint("GET", "tweets", "tweets", READ_POSTS, reads.posts_by_ids, reads_posts=True),
    Endpoint("POST", "tweets", "POST tweets", WRITE_POSTS, writes.create, app_only=False),
    Endpoint("GET", "tweets/{id}", "tweets/:id", READ_POSTS, reads.post_by_id, reads_posts=True),
    Endpoint("DELETE", "tweets/{id}", "DELETE tweets/:id", WRITE_POSTS, writes.delete, app_only=False),
)  # fmt: skip


class XServer:
    """The service. `limits_scale` multiplies the rate limits, `token_seconds` is an access token's life."""

    def __init__(
        self,
        world: World,
        *,
        client_id: str = "sandbox-client",
        client_secret: str | None = None,
        tier: Tier = "self-serve",
        faults: Faults,
        recorder: Recorder,
        owned: bool = True,
        limits_scale: float = 1.0,
        token_seconds: int = 7200,
        consumer_secret: str = "sandbox-consumer-secret",  # noqa: S107  # nothing here is secret
    ) -> None:
        """A public OAuth client without `client_secret`, a confidential one with it."""
        self.date_ahead = timedelta(0)  # of its clock to this machine's, as `Date` tells
        self._clock = world.clock
        self._faults = faults
        self._recorder = recorder
        self.meter = PriceMeter(world.clock)
        self._tokens = Tokens(world.clock, token_seconds)
        limits = Limits(world.clock, limits_scale)
        self._state = State(world, self._tokens, limits, self.meter, client_id, client_secret, tier, owned)
        self.events = ActivityWire(self._state, consumer_secret)
        self._runner: web.AppRunner | None = None
        self._origin = ""

    # For tests and the demo

    @property
    def api_url(self) -> str:
        """Where api.x.com would be."""
        return self._origin

    @property
    def web_url(self) -> str:
        """Where x.com would be."""
        return self._origin

    @property
    def activity(self) -> Activity:
        """Who is told of what, and what goes wrong on the way."""
        return self.events.activity

    def issue_tokens(self, user_id: str, scopes: tuple[str, ...] = DEFAULT_SCOPES) -> tuple[str, str]:
        """An access and a refresh token for a user, as if they had signed in ("" without offline.access)."""
        access, refresh = self._tokens.issue(user_id, scopes)
        return access, refresh or ""

    def issue_app_token(self) -> str:
        """An app-only bearer token."""
        return self._tokens.issue(None, ())[0]

    def revoke(self, token: str) -> None:
        """The person withdraws the app's access: the token and its partner are dead."""
        grant = self._tokens.grant(token)
        self._tokens.withdraw(token)
        if grant is not None and grant.user_id is not None:
            self.activity.revoked(grant.user_id)

    def set_tier(self, tier: Tier) -> None:
        """Move the app to another tier of access."""
        self._state.tier = tier

    def set_credit(self, dollars: float | None) -> None:
        """Prepaid dollars from now on; None: no end."""
        self._state.spend_up_to = None if dollars is None else self.meter.total + dollars

    def set_lag(self, lag: timedelta) -> None:
        """Let new posts be missing from the lists of posts and mentions for so long."""
        self._state.lag = lag

    def set_usage_capped(self, capped: bool) -> None:
        """Use up (or restore) the month's reads."""
        self._state.usage_capped = capped

    # Serving

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self._origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening; the world stays."""
        await self.events.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _app(self) -> web.Application:
        strike = cast("Middleware", self._faults.middleware(self._refuse_rate, self._refuse_error))
        app = web.Application(middlewares=[self._record, strike], client_max_size=LARGEST_BODY)
        dated(app, lambda: self.date_ahead)
        app.add_routes(OAuth(self._state).routes())
        app.router.add_get("/2/activity/stream", self.events.stream)
        for endpoint in (*ENDPOINTS, *self.events.endpoints()):
            app.router.add_route(endpoint.method, f"/2/{endpoint.path}", serve(self._state, endpoint))
        app.router.add_route("*", "/2/{tail:.*}", _nothing)
        app.add_routes(SmallPages(self._state.world).routes())
        app.add_routes(Pages(self._state.world).routes())
        return app

    @web.middleware
    async def _record(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Keep every body that was sent to the API; what visitors press on the pages is not the service's."""
        if request.can_read_body and request.path.startswith("/2/"):
            self._recorder.write("x", request.method, request.path, await _body(request))
        return await handler(request)

    def _refuse_rate(self, fault: Fault) -> web.Response:
        reset = int(self._clock().timestamp() + fault.seconds)
        headers = {
            "x-rate-limit-limit": "300",
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": str(reset),
        }
        return problems.rate_limited().response(headers)

    def _refuse_error(self, fault: Fault) -> web.Response:
        title = (
            "Service Unavailable"
            if fault.status == web.HTTPServiceUnavailable.status_code
            else "Internal Error"
        )
        return problems.plain(fault.status, title).response()


async def _nothing(request: web.Request) -> web.Response:
    """An unknown endpoint: 404 with an empty body, as seen live (xdevplatform/docs issue 395)."""
    return web.Response(status=404)


async def _body(request: web.Request) -> Any:
    """The body as JSON or as the fields of a form; None for anything else."""
    if request.content_type == "application/json":
        try:
            return json.loads(await request.text())
        except (json.JSONDecodeError, UnicodeDecodeError):
            return None
    if request.content_type == "application/x-www-form-urlencoded":
        return {name: str(value) for name, value in (await request.post()).items()}
    return None
