"""X's Activity API and webhooks: who may tell us what. Calls of the app carry its bearer token, private events are
subscribed to with the brand's own sign-in (docs.x.com x-api/activity, 2026-08; that the list refuses a user's token was
seen live by others)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import structlog

from mutuals.domain.errors import MutualsError, Refused
from mutuals_x import parse
from mutuals_x.api_response import ApiResponse
from mutuals_x.client import XClient
from mutuals_x.errors import said

SUBSCRIPTIONS, WEBHOOKS = "/2/activity/subscriptions", "/2/webhooks"
MOST_PAGES = 20  # of 100 subscriptions; an app has 1,500 at most
REPLAYED_MINUTES = "%Y%m%d%H%M"
DUPLICATE = ("duplicate", "already exist")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Subscription:
    """One kind of event of one account, as X lists it."""

    id: str
    event_type: str
    account_id: str
    webhook_id: str | None


class ActivityApi:
    """Calls about subscriptions and webhooks. Raises as every call to X does."""

    def __init__(self, client: XClient, bearer: str) -> None:
        self._client, self._bearer = client, bearer

    async def subscriptions(self) -> list[Subscription]:
        """All of this app."""
        found, page = list[Subscription](), None
        for _ in range(MOST_PAGES):
            asked = {"max_results": "100", **({"pagination_token": page} if page else {})}
            body = (await self._as_app("GET", SUBSCRIPTIONS, params=asked)).body or {}
            found += [one for value in parse.items(body.get("data")) if (one := _subscription(value))]
            page = parse.mapping(body.get("meta")).get("next_token")
            if not isinstance(page, str) or not page:
                break
        return found

    async def subscribe(self, account_id: str, event_type: str, webhook_id: str | None) -> None:
        """As the brand that is signed in. One that is there already is as good."""
        body: dict[str, Any] = {"event_type": event_type, "filter": {"user_id": account_id}, "tag": "mutuals"}
        if webhook_id is not None:
            body["webhook_id"] = webhook_id
        answer = await self._client.request(
            "activity/subscriptions", "POST", SUBSCRIPTIONS, json=body, allowed=(409, 400)
        )
        if not answer.fine and not _is_there(answer):
            raise Refused(f"X does not tell this app of {event_type} (HTTP {answer.status}).")
        log.info("x.subscribed", event_type=event_type, account=account_id)

    async def redirect(self, subscription: Subscription, webhook_id: str) -> None:
        """Let a subscription's events come to another webhook."""
        route = f"{SUBSCRIPTIONS}/{subscription.id}"
        await self._as_app("PUT", route, json={"webhook_id": webhook_id, "tag": "mutuals"})

    async def unsubscribe(self, subscription: Subscription) -> None:
        """Let no more of these events come."""
        await self._as_app("DELETE", f"{SUBSCRIPTIONS}/{subscription.id}")

    async def webhooks(self) -> Sequence[tuple[str, str, bool]]:
        """(id, address, whether X delivers there) of each webhook of this app."""
        body = (await self._as_app("GET", WEBHOOKS)).body or {}
        return [
            (webhook_id, str(one.get("url", "")), one.get("valid") is not False)
            for one in parse.items(body.get("data"))
            if (webhook_id := parse.identifier(one.get("id")))
        ]

    async def register_webhook(self, url: str) -> str:
        """Name our address; X asks there at once whether we are we. Gives its id."""
        body = (await self._as_app("POST", WEBHOOKS, json={"url": url})).body or {}
        webhook_id = parse.identifier(parse.mapping(body.get("data")).get("id"))
        if webhook_id is None:
            raise Refused("X did not say under which id it has registered the webhook.")
        return webhook_id

    async def check_webhook(self, webhook_id: str) -> bool:
        """Let X ask again whether we are we; without that it stops delivering. Gives whether it delivers now."""
        body = (await self._as_app("PUT", f"{WEBHOOKS}/{webhook_id}")).body or {}
        return parse.mapping(body.get("data")).get("valid") is not False

    async def replay(self, webhook_id: str, since: datetime, until: datetime) -> bool:
        """Ask for what was or should have been delivered in this time, 24 hours ago at most; False where the plan does
        not include it."""
        begins, ends = (one.astimezone(UTC).strftime(REPLAYED_MINUTES) for one in (since, until))
        body = {"webhook_id": webhook_id, "from_date": begins, "to_date": ends}
        try:
            await self._as_app("POST", f"{WEBHOOKS}/replay", json=body)
        except MutualsError as error:
            log.info("x.replay_refused", why=str(error))
            return False
        return True

    async def _as_app(
        self, method: str, route: str, *, params: Mapping[str, str] | None = None, json: Any = None
    ) -> ApiResponse:
        endpoint = route.removeprefix("/2/").rpartition("/")[0] or route.removeprefix("/2/")
        return await self._client.request(
            f"app {method} {endpoint}", method, route, params=params, json=json, token=self._bearer
        )


def _subscription(value: Mapping[str, Any]) -> Subscription | None:
    subscription_id = parse.identifier(parse.pick(value, "subscription_id", "id"))
    account = parse.identifier(parse.mapping(value.get("filter")).get("user_id"))
    event_type = value.get("event_type")
    if subscription_id is None or account is None or not isinstance(event_type, str):
        return None
    return Subscription(subscription_id, event_type, account, parse.identifier(value.get("webhook_id")))


def _is_there(answer: ApiResponse) -> bool:
    return answer.status == 409 or any(one in said(answer) for one in DUPLICATE)
