"""A visitor writes on the sandbox's X as an invented customer."""

import re
from typing import Any

from mutuals_sandbox.world import HANDLE, Post, User, World, WorldError

POST_LIMIT = 280  # characters a customer may write here; X weighs some characters double
NAME_LIMIT = 50  # X's own limit for display names
HANDLE_LIMIT = 15  # X's own limit for handles


class VisitorError(Exception):
    """What the visitor asked for cannot be done; the message tells them what to change."""


def addressed(text: str, brand: User) -> str:
    """The text with the brand's handle in front, unless it is mentioned already."""
    named = {handle.lower() for handle in HANDLE.findall(text)}
    return text if brand.handle.lower() in named else f"@{brand.handle} {text}"


def handle_for(name: str, world: World) -> str:
    """A free handle made from a display name: its ASCII letters and digits, numbered if taken."""
    base = re.sub(r"[^A-Za-z0-9_]", "", name)[:12] or "customer"
    number, handle = 1, base
    while world.user_by_handle(handle) is not None:
        number += 1
        handle = f"{base[: HANDLE_LIMIT - len(str(number))]}{number}"
    return handle


def author(world: World, body: dict[str, Any]) -> User:
    """The customer who posts: `author` is an existing account's id, or `name` that of a new one.

    Raises VisitorError when neither is usable.
    """
    chosen = body.get("author")
    if isinstance(chosen, str) and chosen:
        if chosen not in world.users or chosen in {world.brand_id, *world.team_ids}:
            raise VisitorError("That customer does not exist. Choose another one.")
        return world.users[chosen]
    name = " ".join(str(body.get("name") or "").split())[:NAME_LIMIT]
    if not name:
        raise VisitorError("Choose a customer, or give the new one a name.")
    return world.add_user(handle_for(name, world), name)


def write(world: World, brand: User, body: dict[str, Any]) -> Post:
    """Post to the brand as a customer. Raises VisitorError with what to change."""
    text = str(body.get("text") or "").strip()
    if not text:
        raise VisitorError("The post is empty. Write something to the brand first.")
    text = addressed(text, brand)
    if len(text) > POST_LIMIT:
        raise VisitorError(f"The post has {len(text)} characters; X takes {POST_LIMIT}. Shorten it.")
    replied = body.get("in_reply_to")
    try:
        return world.post(author(world, body).id, text, in_reply_to=str(replied) if replied else None)
    except WorldError as refusal:
        raise VisitorError(str(refusal)) from refusal


def follow(world: World, brand: User, body: dict[str, Any]) -> None:
    """Let a customer follow the brand, or stop (`on` false). Raises VisitorError with what to change."""
    person = author(world, {"author": body.get("author")})
    try:
        if body.get("on", True):
            world.follow(person.id, brand.id)
        else:
            world.unfollow(person.id, brand.id)
    except WorldError as refusal:
        raise VisitorError(str(refusal)) from refusal


def delete(world: World, brand: User, body: dict[str, Any]) -> None:
    """Delete a customer's post. Raises VisitorError when there is none, or it is the brand's."""
    post = world.find(str(body.get("post") or ""))
    if post is None or post.author_id in {brand.id, *world.team_ids}:
        raise VisitorError("Only a customer's post can be deleted here.")
    world.delete(post.id)
