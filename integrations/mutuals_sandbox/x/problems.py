"""Refusals in the words of X: problem details (RFC 7807) as api.x.com sends them."""

from collections.abc import Iterable
from typing import Any

from aiohttp import web

PROBLEMS = "https://api.twitter.com/2/problems/"

# Seen live by others and collected in our facts on X; the last one is the wording since July 2026.
NOT_SUMMONED = "You can only reply to or quote posts where you are mentioned or are the author."
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
REPLY_TO_DELETED = "You attempted to reply to a Tweet that is deleted or not visible to you."
TOO_LONG = (
    "Your Tweet text is too long. For more information on how Twitter determines text length see "
    "https://github.com/twitter/twitter-text."
)


class Problem(Exception):
    """A request that X refuses: an HTTP status and the body that says why."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(str(body.get("detail", body)))
        self.status = status
        self.body = body

    def response(self, headers: dict[str, str] | None = None) -> web.Response:
        """The refusal as an answer; X labels it application/problem+json in some places and JSON in most."""
        return web.json_response(self.body, status=self.status, headers=headers)


def plain(status: int, title: str, detail: str | None = None) -> Problem:
    """A problem without a type of its own."""
    body = {"title": title, "type": "about:blank", "status": status, "detail": detail or title}
    return Problem(status, body)


def unauthorized() -> Problem:
    """The token is missing, unknown, revoked or expired."""
    return plain(401, "Unauthorized")


def forbidden(detail: str = "Forbidden") -> Problem:
    """A permanent no: by scope or by the content."""
    return plain(403, "Forbidden", detail)


def invalid(errors: Iterable[dict[str, Any]]) -> Problem:
    """Bad parameters, each with its message."""
    return Problem(
        400,
        {
            "errors": list(errors),
            "title": "Invalid Request",
            "detail": "One or more parameters to your request was invalid.",
            "type": PROBLEMS + "invalid-request",
        },
    )


def bad_parameter(name: str, value: str, message: str) -> Problem:
    """One bad parameter."""
    return invalid([{"parameters": {name: [value]}, "message": message}])


def not_enrolled(client_id: str) -> Problem:
    """An endpoint outside the app's tier. That for follow is undocumented; this is X's usual one."""
    return Problem(
        403,
        {
            "client_id": client_id,
            "detail": "Your client app is not enrolled for this endpoint. Following, likes and quote-posts "
            "via the API require Enterprise access.",
            "registration_url": "https://docs.x.com/x-api/getting-started/pricing",
            "title": "Client Forbidden",
            "required_enrollment": "Enterprise",
            "reason": "client-not-enrolled",
            "type": PROBLEMS + "client-forbidden",
            "status": 403,
        },
    )


def user_context_only() -> Problem:
    """An app-only token where a user must have signed in."""
    return Problem(
        403,
        {
            "title": "Unsupported Authentication",
            "detail": "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  "
            "Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
            "type": PROBLEMS + "unsupported-authentication",
            "status": 403,
        },
    )


def rate_limited() -> Problem:
    """The requests of this quarter of an hour are used up."""
    return Problem(
        429,
        {
            "title": "Too Many Requests",
            "detail": "Too Many Requests",
            "type": PROBLEMS + "rate-limit-exceeded",
            "status": 429,
        },
    )


def usage_capped(account_id: str) -> Problem:
    """The month's reads are used up; the rate headers still look healthy."""
    return Problem(
        429,
        {
            "account_id": account_id,
            "product_name": "pay-per-use",
            "title": "UsageCapExceeded",
            "period": "Monthly",
            "scope": "Product",
            "detail": "Usage cap exceeded: Monthly product cap",
            "type": PROBLEMS + "usage-capped",
        },
    )


def credits_depleted(account_id: str) -> Problem:
    """The prepaid credit is used up."""
    return Problem(
        402,
        {
            "account_id": account_id,
            "title": "CreditsDepleted",
            "detail": f"Your enrolled account [{account_id}] does not have any credits "
            "to fulfill this request.",
            "type": PROBLEMS + "credits",
        },
    )


def missing(kind: str, parameter: str, value: str) -> dict[str, Any]:
    """A partial error: the thing does not exist (any more)."""
    detail = f"Could not find {kind} with {parameter}: [{value}]."
    return _partial(kind, parameter, value, "Not Found Error", detail, "resource-not-found")


def hidden(kind: str, parameter: str, value: str) -> dict[str, Any]:
    """A partial error: the thing exists, this reader may not see it (protected or suspended)."""
    detail = f"Sorry, you are not authorized to see the {kind} with {parameter}: [{value}]."
    return _partial(kind, parameter, value, "Authorization Error", detail, "not-authorized-for-resource")


def _partial(kind: str, parameter: str, value: str, title: str, detail: str, slug: str) -> dict[str, Any]:
    return {
        "value": value,
        "detail": detail,
        "title": title,
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": value,
        "type": PROBLEMS + slug,
    }
