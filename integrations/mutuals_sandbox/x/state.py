"""What the API's endpoints share: who calls, what they may, and what it costs."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal

from aiohttp import web

from mutuals_sandbox.world import Post, World
from mutuals_sandbox.x import problems
from mutuals_sandbox.x.limits import Limits
from mutuals_sandbox.x.meter import PriceMeter
from mutuals_sandbox.x.tokens import Tokens

Tier = Literal["self-serve", "enterprise"]
Answer = dict[str, Any]


@dataclass
class State:
    """One app on one X: its tier, its credit, its tokens."""

    world: World
    tokens: Tokens
    limits: Limits
    meter: PriceMeter
    client_id: str
    client_secret: str | None
    tier: Tier
    owned: bool  # the brand's account owns the developer app: owned reads are cheaper
    usage_capped: bool = False
    spend_up_to: float | None = None  # dollars on the meter; None: no end of credit
    lag: timedelta = timedelta()  # how long a new post is missing from the lists

    def listed(self, posts: list[Post]) -> list[Post]:
        """Those that X's index knows by now."""
        known = self.world.clock() - self.lag
        return [one for one in posts if one.created_at <= known] if self.lag else posts

    def admit_payment(self, reads_posts: bool) -> None:
        """Refuse a request that could not be paid for."""
        account = self.world.brand_id or "1"
        if self.spend_up_to is not None and self.meter.total >= self.spend_up_to:
            raise problems.credits_depleted(account)
        if self.usage_capped and reads_posts:
            raise problems.usage_capped(account)


@dataclass
class Call:
    """One admitted request. `reader_id` is the user who signed in, None for the app alone."""

    request: web.Request
    reader_id: str | None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def user_id(self) -> str:
        """The signed-in user, where the endpoint admits nobody else."""
        assert self.reader_id is not None
        return self.reader_id


EndpointHandler = Callable[[State, Call], Awaitable[Answer]]


@dataclass(frozen=True)
class Endpoint:
    """One line of X's API reference. `limit` is the name in the table of rate limits."""

    method: str
    path: str
    limit: str
    scopes: tuple[str, ...]
    handler: EndpointHandler
    app_only: bool = True  # an app-only bearer token is admitted
    reads_posts: bool = False


def admit(state: State, endpoint: Endpoint, request: web.Request) -> Call:
    """Check the token and its scopes. Raises Problem 401 or 403."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    grant = state.tokens.grant(token.strip()) if scheme.lower() == "bearer" else None
    if grant is None:
        raise problems.unauthorized()
    if grant.user_id is None and not endpoint.app_only:
        raise problems.user_context_only()
    if grant.user_id is not None and not set(endpoint.scopes) <= set(grant.scopes):
        raise problems.forbidden()
    if grant.user_id is not None and state.world.users[grant.user_id].suspended:
        raise problems.forbidden("Your account is suspended and is not permitted to access this feature.")
    return Call(request, grant.user_id)


def serve(state: State, endpoint: Endpoint) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """An aiohttp handler for an endpoint: admit, count, let it work, word the refusal."""

    async def handle(request: web.Request) -> web.StreamResponse:
        headers: dict[str, str] = {}
        try:
            call = admit(state, endpoint, request)
            allowance = state.limits.count(endpoint.limit, call.reader_id)
            headers = allowance.headers()
            if allowance.exceeded:
                raise problems.rate_limited()
            state.admit_payment(endpoint.reads_posts)
            body = await endpoint.handler(state, call)
        except problems.Problem as problem:
            return problem.response(headers)
        return web.json_response(body, status=call.status, headers=headers | call.headers)

    return handle
