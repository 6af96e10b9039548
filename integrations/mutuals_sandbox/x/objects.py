"""Users and posts as X's API writes them: only the fields asked for, connected objects in `includes`."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from mutuals_sandbox.world import EDIT_WINDOW, EDITS_ALLOWED, HANDLE, Post, User, World
from mutuals_sandbox.x import problems
from mutuals_sandbox.x.params import Wanted

Json = dict[str, Any]
_LINK = re.compile(
    r"https?://[^\s<>]+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|shop|example)\b(?:/[^\s<>]*)?", re.I
)
TEXT_SHOWN = 280  # a longer post's text is cut here; all of it stands in note_tweet
AVATAR = "https://pbs.twimg.com/profile_images/{id}/face_normal.png"  # one for each account, as X has it


def stamp(at: datetime) -> str:
    """A time as X writes it: milliseconds and Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class Renderer:
    """Writes objects for one reader (None: app only) with the fields asked for."""

    def __init__(self, world: World, reader_id: str | None, wanted: Wanted) -> None:
        self._world = world
        self._reader = reader_id
        self._wanted = wanted

    # Users

    def user(self, user: User) -> Json:
        """A user: id, name and username, and what user.fields names."""
        makers = USER_MAKERS
        extra = {name: makers[name](self._world, user) for name in self._wanted.user if name in makers}
        if "connection_status" in self._wanted.user and self._reader:
            extra["connection_status"] = connection_status(self._world, self._reader, user.id)
        if "receives_your_dm" in self._wanted.user and self._reader:
            extra["receives_your_dm"] = self._world.follows.has(user.id, self._reader)
        shown = {name: value for name, value in extra.items() if value is not None and value != []}
        return {"id": user.id, "name": user.name, "username": user.handle, **shown}

    # Posts

    def post(self, post: Post) -> Json:
        """A post: id, text and its ids before edits, and what tweet.fields names or expansions need."""
        names = self._wanted.tweet | self._needed_by_expansions()
        extra = {name: POST_MAKERS[name](self._world, post) for name in names if name in POST_MAKERS}
        shown = {name: value for name, value in extra.items() if value is not None and value != []}
        return {
            "id": post.id,
            "text": cut(linked(post.text)),
            "edit_history_tweet_ids": list(post.history),
            **shown,
        }

    def _needed_by_expansions(self) -> set[str]:
        heads = {name.split(".")[0] for name in self._wanted.expansions}
        return {name for name in heads if name in POST_MAKERS}

    def includes(self, posts: Iterable[Post]) -> tuple[list[User], list[Post], list[Json]]:
        """The users and posts that the expansions bring along, and a partial error for each one missing."""
        users: dict[str, User] = {}
        others: dict[str, Post] = {}
        errors: dict[str, Json] = {}
        for post in posts:
            self._expand_users(post, users)
            if not {"referenced_tweets.id", "referenced_tweets.id.author_id"} & self._wanted.expansions:
                continue
            for reference in references(self._world, post) or []:
                found = self._referenced(reference["id"], errors)
                if found:
                    others[found.id] = found
                if found and "referenced_tweets.id.author_id" in self._wanted.expansions:
                    users[found.author_id] = self._world.users[found.author_id]
        return list(users.values()), list(others.values()), list(errors.values())

    def _expand_users(self, post: Post, users: dict[str, User]) -> None:
        ids: list[str] = []
        if "author_id" in self._wanted.expansions:
            ids.append(post.author_id)
        if "in_reply_to_user_id" in self._wanted.expansions and post.in_reply_to_user_id:
            ids.append(post.in_reply_to_user_id)
        if "entities.mentions.username" in self._wanted.expansions:
            ids.extend(post.mention_ids)
        users.update((one, self._world.users[one]) for one in ids if not self._world.users[one].suspended)

    def _referenced(self, post_id: str, errors: dict[str, Json]) -> Post | None:
        post = self._world.find(post_id)
        if post is None or post.deleted:
            errors[post_id] = problems.missing("tweet", "referenced_tweets.id", post_id)
            return None
        if not self._world.visible_to(post.author_id, self._reader):
            errors[post_id] = problems.hidden("tweet", "referenced_tweets.id", post_id)
            return None
        return post


def linked(text: str) -> str:
    """X replaces every link by one of t.co, a bare name such as shop.example, too."""
    return _LINK.sub(lambda found: f"https://t.co/{sha256(found[0].encode()).hexdigest()[:10]}", text)


def cut(text: str) -> str:
    """The text as every reader gets it: long posts are cut, the rest is in note_tweet."""
    return text if len(text) <= TEXT_SHOWN else text[: TEXT_SHOWN - 1] + "…"


def connection_status(world: World, reader: str, other: str) -> list[str]:
    """How the signed-in user and another are tied; empty when they are not."""
    ties = {
        "following": world.follows.has(reader, other),
        "followed_by": world.follows.has(other, reader),
        "follow_request_sent": world.requests.has(reader, other),
        "follow_request_received": world.requests.has(other, reader),
        "blocking": world.blocks.has(reader, other),
        "muting": world.mutes.has(reader, other),
    }
    return [name for name, holds in ties.items() if holds]


def references(world: World, post: Post) -> list[Json]:
    """The posts that a post replies to, quotes or reposts."""
    kinds = (("replied_to", post.in_reply_to), ("quoted", post.quote_of), ("retweeted", post.repost_of))
    return [{"type": kind, "id": post_id} for kind, post_id in kinds if post_id]


def _entities(world: World, post: Post) -> Json | None:
    mentions = [
        {"start": match.start(), "end": match.end(), "username": user.handle, "id": user.id}
        for match in HANDLE.finditer(linked(post.text))
        if (user := world.user_by_handle(match.group(1)))
    ]
    return {"mentions": mentions} if mentions else None


def _post_metrics(world: World, post: Post) -> Json:
    later = [other for other in world.posts.values() if not other.deleted]
    return {
        "retweet_count": sum(other.repost_of == post.id for other in later),
        "reply_count": sum(other.in_reply_to == post.id for other in later),
        "like_count": len(world.likes.to(post.id)),
        "quote_count": sum(other.quote_of == post.id for other in later),
        "bookmark_count": 0,
        "impression_count": 0,
    }


def _edit_controls(world: World, post: Post) -> Json:
    first = world.posts[post.history[0]]
    return {
        "edits_remaining": EDITS_ALLOWED + 1 - len(post.history),
        "is_edit_eligible": post.in_reply_to_user_id in (None, post.author_id),
        "editable_until": stamp(first.created_at + EDIT_WINDOW),
    }


def _user_entities(_world: World, user: User) -> Json | None:
    """Where the address in the profile leads; without one there is nothing to tell."""
    if not user.link:
        return None
    shown = user.link.partition("://")[2] or user.link
    one = {"start": 0, "end": 23, "url": linked(user.link), "expanded_url": user.link, "display_url": shown}
    return {"url": {"urls": [one]}}


def user_metrics(world: World, user: User) -> Json:
    """The counts of a profile: what it is said to have, plus what happened here."""
    return {
        "followers_count": user.followers + len(world.follows.to(user.id)),
        "following_count": user.following + len(world.follows.of(user.id)),
        "tweet_count": user.posts + len(world.posts_of(user.id)),
        "listed_count": 0,
        "like_count": 0,
        "media_count": 0,
    }


POST_MAKERS: dict[str, Callable[[World, Post], Any]] = {
    "author_id": lambda _, post: post.author_id,
    "conversation_id": lambda _, post: post.conversation_id,
    "created_at": lambda _, post: stamp(post.created_at),
    "display_text_range": lambda _, post: [post.leading, len(cut(linked(post.text)))],
    "edit_controls": _edit_controls,
    "entities": _entities,
    "in_reply_to_user_id": lambda _, post: post.in_reply_to_user_id,
    "lang": lambda _, post: post.lang,
    "note_tweet": lambda _, post: (
        {"text": linked(post.text)} if len(linked(post.text)) > TEXT_SHOWN else None
    ),
    "possibly_sensitive": lambda _world, _post: False,
    "public_metrics": _post_metrics,
    "referenced_tweets": references,
    "reply_settings": lambda _world, _post: "everyone",
}

USER_MAKERS: dict[str, Callable[[World, User], Any]] = {
    "created_at": lambda _, user: stamp(user.created_at),
    "description": lambda _, user: user.bio,
    "entities": _user_entities,
    "profile_image_url": lambda _world, user: AVATAR.format(id=user.id),
    "protected": lambda _, user: user.protected,
    "public_metrics": user_metrics,
    "url": lambda _world, user: linked(user.link),
    "verified": lambda _, user: user.verified,
    "verified_type": lambda _, user: "blue" if user.verified else "none",
}
