"""Reads and checks the parameters of a request, refusing what X refuses, with X's kind of message."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from multidict import MultiMapping

from mutuals_sandbox.x.problems import Problem, bad_parameter, invalid

TWEET_FIELDS = frozenset({
    "article", "attachments", "author_id", "card_uri", "community_id", "context_annotations",
    "conversation_id", "created_at", "display_text_range", "edit_controls", "edit_history_tweet_ids",
    "entities", "geo", "id", "in_reply_to_user_id", "lang", "media_metadata", "non_public_metrics",
    "note_tweet", "organic_metrics", "possibly_sensitive", "promoted_metrics", "public_metrics",
    "referenced_tweets", "reply_settings", "scopes", "source", "text", "withheld",
})  # fmt: skip
USER_FIELDS = frozenset({
    "affiliation", "connection_status", "created_at", "description", "entities", "id",
    "is_identity_verified", "location", "most_recent_tweet_id", "name", "parody", "pinned_tweet_id",
    "profile_banner_url", "profile_image_url", "protected", "public_metrics", "receives_your_dm",
    "subscription", "subscription_type", "url", "username", "verified", "verified_followers_count",
    "verified_type", "withheld",
})  # fmt: skip
TWEET_EXPANSIONS = frozenset({
    "article.cover_media", "article.media_entities", "attachments.media_keys", "attachments.poll_ids",
    "author_id", "edit_history_tweet_ids", "entities.mentions.username", "geo.place_id",
    "in_reply_to_user_id", "entities.note.mentions.username", "referenced_tweets.id",
    "referenced_tweets.id.author_id",
})  # fmt: skip
USER_EXPANSIONS = frozenset({"affiliation.user_id", "most_recent_tweet_id", "pinned_tweet_id"})
OTHER_FIELDS = frozenset({"media.fields", "poll.fields", "place.fields"})
OBJECT_PARAMETERS = frozenset({"tweet.fields", "user.fields", "expansions"}) | OTHER_FIELDS


@dataclass(frozen=True)
class Wanted:
    """Which fields and which connected objects the caller asked for."""

    tweet: frozenset[str]
    user: frozenset[str]
    expansions: frozenset[str]


def check_names(query: MultiMapping[str], allowed: frozenset[str]) -> None:
    """Refuse parameters that the endpoint does not have."""
    names = sorted(allowed)
    errors = [
        {
            "parameters": {name: [query[name]]},
            "message": f"The query parameter [{name}] is not one of [{','.join(names)}]",
        }
        for name in query
        if name not in allowed
    ]
    if errors:
        raise invalid(errors)


def listed(query: MultiMapping[str], name: str, allowed: frozenset[str]) -> frozenset[str]:
    """A comma-separated parameter, each value out of a known set."""
    values = [value for value in query.get(name, "").split(",") if value]
    for value in values:
        if value not in allowed:
            known = ",".join(sorted(allowed))
            raise bad_parameter(
                name, value, f"The `{name}` query parameter value [{value}] is not one of [{known}]"
            )
    return frozenset(values)


def wanted(query: MultiMapping[str], expansions: frozenset[str]) -> Wanted:
    """The fields and expansions asked for; `expansions` are those the endpoint offers."""
    return Wanted(
        tweet=listed(query, "tweet.fields", TWEET_FIELDS),
        user=listed(query, "user.fields", USER_FIELDS),
        expansions=listed(query, "expansions", expansions),
    )


def many(query: MultiMapping[str], name: str, pattern: str, most: int = 100) -> list[str]:
    """A required list of ids or handles, at most a hundred (X's bound for look-ups)."""
    raw = query.get(name, "")
    values = [value for value in raw.split(",") if value]
    if not values:
        raise bad_parameter(name, raw, f"The `{name}` query parameter can not be empty")
    if len(values) > most:
        raise bad_parameter(
            name, raw, f"size must be less than or equal to {most}: `{name}` has {len(values)}"
        )
    for value in values:
        matched(name, value, pattern)
    return list(dict.fromkeys(values))


def matched(name: str, value: str, pattern: str) -> str:
    """A value of a known shape."""
    if not re.fullmatch(pattern, value):
        raise bad_parameter(
            name, value, f"The `{name}` query parameter value [{value}] does not match ^{pattern}$"
        )
    return value


def snowflake(query: MultiMapping[str], name: str) -> int | None:
    """An optional post id."""
    return int(matched(name, query[name], "[0-9]{1,19}")) if name in query else None


def number(query: MultiMapping[str], name: str, default: int, least: int, most: int) -> int:
    """A number within X's bounds of the endpoint."""
    raw = query.get(name, str(default))
    if not raw.isascii() or not raw.isdigit() or not least <= int(raw) <= most:
        raise bad_parameter(
            name, raw, f"The `{name}` query parameter value [{raw}] is not between {least} and {most}"
        )
    return int(raw)


def moment(query: MultiMapping[str], name: str) -> datetime | None:
    """An optional time; X takes RFC 3339 with seconds and Z only."""
    raw = query.get(name)
    if raw is None:
        return None
    try:
        matched(name, raw, r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
        return datetime.fromisoformat(raw.removesuffix("Z").split(".")[0]).replace(tzinfo=UTC)
    except (ValueError, Problem):
        message = f"Invalid '{name}':'{raw}'. '{name}' must be a valid RFC 3339 date-time"
        raise bad_parameter(name, raw, message) from None


def page_token(position: str) -> str:
    """An opaque token for the page that starts after `position`."""
    return base64.b32encode(f"p:{position}".encode()).decode().rstrip("=").lower()


def page_position(query: MultiMapping[str], *names: str) -> str | None:
    """What `page_token` was made of, or None for the first page."""
    for name in names:
        token = query.get(name)
        if token is None:
            continue
        try:
            raw = base64.b32decode(token.upper() + "=" * (-len(token) % 8)).decode()
        except (binascii.Error, UnicodeDecodeError):
            raw = ""
        if not re.fullmatch(r"p:\d+", raw):
            raise bad_parameter(name, token, f"The `{name}` query parameter value [{token}] is invalid")
        return raw.removeprefix("p:")
    return None
