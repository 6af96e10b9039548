"""Recordings of X: whole answers, single posts, and the archive an owner can ask for; each post read by `parse`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from mutuals.domain.model import Post, Relationship
from mutuals.ports.integration import Recorded, Unreadable
from mutuals_x import parse
from mutuals_x.parse import Json

OWNER = "0"  # an archive holds nobody's posts but its owner's, and does not say whose they are


def recorded(value: Json) -> Recorded | None:
    """The posts and people of one object; None when it has no shape of X's. Raises Unreadable."""
    for archived in (value.get("tweet"), value.get("post")):
        if isinstance(archived, dict):
            found = _read([_as_answered(archived)], {})
            return replace(found, own=True)
    for name, tie in (
        ("follower", Relationship(follows_us=True)),
        ("following", Relationship(we_follow=True)),
    ):
        listed = value.get(name)
        if isinstance(listed, dict) and (who := parse.identifier(listed.get("accountId"))):
            return Recorded(ties={who: tie}, own=True)
    if "data" in value:
        data = value["data"]
        return _read(data if isinstance(data, list) else [data], parse.mapping(value.get("includes")))
    if "created_at" in value or "author_id" in value:
        return _read([value], {})
    nothing_found = ("meta" in value or "errors" in value) and "id" not in value
    return Recorded() if nothing_found else None


def _read(data: Iterable[Any], includes: Json) -> Recorded:
    users = list(parse.items(includes.get("users")))
    handles, posts = dict[str, str](), list[tuple[Post, Json]]()
    for one in data:
        if not isinstance(one, dict):
            raise Unreadable("`data` holds something that is not a post")
        author = parse.mapping(one.get("author"))  # some tools put the author into the post
        whole = {**one, "author_id": author["id"]} if author.get("id") else one
        post = parse.post(whole, includes)
        if post is None:
            raise Unreadable(_wrong(whole))
        handles |= parse.named(one)
        posts.append((replace(post, mentions=(*post.mentions, *_only_handles(one))), one))
        users += [author] if author else []
    handles |= {who: handle for user in users for who, handle in _handle(user)}
    return Recorded(tuple(posts), handles, _ties(users))


def _wrong(value: Json) -> str:
    """Why `parse.post` could make nothing of it."""
    for name in ("id", "author_id"):
        if parse.identifier(value.get(name)) is None:
            return f"it has no `{name}`" if value.get(name) in (None, "") else f"`{name}` is not an id of X"
    if not isinstance(value.get("text"), str):
        return "it has no `text`"
    if value.get("created_at") is None:
        return "it has no `created_at`"
    return "`created_at` is not a time like 2026-01-31T09:30:00Z"


def _mentioned(value: Json) -> list[Json]:
    note = parse.mapping(parse.pick(value, "note_tweet", "note_post"))
    entities = [parse.mapping(source.get("entities")) for source in (value, note)]
    return [one for each in entities for one in parse.items(each.get("mentions"))]


def _only_handles(value: Json) -> tuple[str, ...]:
    """Handles, in lower case, of mentions whose id was not recorded."""
    told = (one.get("username") for one in _mentioned(value) if not one.get("id"))
    return tuple(dict.fromkeys(one.lower() for one in told if isinstance(one, str) and one))


def _handle(value: Json) -> list[tuple[str, str]]:
    who, handle = parse.identifier(value.get("id")), value.get("username")
    known = who is not None and isinstance(handle, str) and parse.HANDLE.fullmatch(handle)
    return [(str(who), str(handle))] if known else []


def _ties(users: Iterable[Json]) -> dict[str, Relationship]:
    """How people stand to the account that recorded, where that was asked for."""
    asked = (one for one in users if isinstance(one.get("connection_status"), list))
    return {who: parse.ties(one) for one in asked if (who := parse.identifier(one.get("id")))}


def _as_answered(value: Json) -> Json:
    """A post of an archive, which has the names of X's first API, as today's API would give it."""
    entities = parse.mapping(value.get("entities"))
    refs = {"replied_to": "in_reply_to_status_id_str", "quoted": "quoted_status_id_str"}
    mentions = parse.items(entities.get("user_mentions"))
    return {
        "id": value.get("id_str") or value.get("id"),
        "author_id": OWNER,
        "text": value.get("full_text") or value.get("text"),
        "created_at": _iso(value.get("created_at")),
        "in_reply_to_user_id": value.get("in_reply_to_user_id_str"),
        "referenced_tweets": [{"type": kind, "id": value[name]} for kind, name in refs.items() if value.get(name)],
        "lang": value.get("lang"),
        "possibly_sensitive": value.get("possibly_sensitive"),
        "display_text_range": [_number(one) for one in value.get("display_text_range") or ()],
        "entities": {
            "urls": [*parse.items(entities.get("urls")), *parse.items(entities.get("media"))],
            "mentions": [{"id": one.get("id_str"), "username": one.get("screen_name")} for one in mentions],
        },
    }  # fmt: skip


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def _iso(value: Any) -> Any:
    try:
        return datetime.strptime(str(value), "%a %b %d %H:%M:%S %z %Y").isoformat()
    except ValueError:
        return value
