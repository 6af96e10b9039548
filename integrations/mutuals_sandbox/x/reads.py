"""The endpoints that read users and posts one by one."""

from collections.abc import Iterable

from mutuals_sandbox.world import Post, User
from mutuals_sandbox.x import problems
from mutuals_sandbox.x.objects import Json, Renderer
from mutuals_sandbox.x.params import (
    OBJECT_PARAMETERS,
    TWEET_EXPANSIONS,
    USER_EXPANSIONS,
    Wanted,
    check_names,
    many,
    matched,
    wanted,
)
from mutuals_sandbox.x.state import Answer, Call, State

ID = "[0-9]{1,19}"
USERNAME = "[A-Za-z0-9_]{1,15}"


def post_answer(
    state: State, call: Call, asked: Wanted, posts: list[Post], *, owned: bool = False
) -> tuple[list[Json], Answer]:
    """Posts as objects, and the rest of the answer (includes, errors); everything in it is charged for."""
    renderer = Renderer(state.world, call.reader_id, asked)
    users, others, errors = renderer.includes(posts)
    includes: Json = {}
    if users:
        includes["users"] = [renderer.user(user) for user in users]
    if others:
        includes["tweets"] = [renderer.post(post) for post in others]
    for post in (*posts, *others):
        state.meter.read("post", post.id, owned=owned)
    for user in users:
        state.meter.read("user", user.id)
    rest: Answer = ({"includes": includes} if includes else {}) | ({"errors": errors} if errors else {})
    return [renderer.post(post) for post in posts], rest


def user_answer(
    state: State, call: Call, asked: Wanted, users: Iterable[User], *, owned: bool = False
) -> list[Json]:
    """Users as objects, charged for."""
    renderer, found = Renderer(state.world, call.reader_id, asked), list(users)
    for user in found:
        state.meter.read("user", user.id, owned=owned)
    return [renderer.user(user) for user in found]


def readable_user(user: User | None, parameter: str, value: str) -> User | Json:
    """The user, or the partial error that X gives instead."""
    if user is None:
        return problems.missing("user", parameter, value)
    return problems.hidden("user", parameter, value) if user.suspended else user


def _split(found: list[User | Json]) -> tuple[list[User], list[Json]]:
    users = [one for one in found if isinstance(one, User)]
    return users, [one for one in found if not isinstance(one, User)]


def _wrap(data: list[Json], errors: list[Json], rest: Answer | None = None) -> Answer:
    answer: Answer = {"data": data} if data else {}
    all_errors = errors + (rest or {}).get("errors", [])
    return answer | (rest or {}) | ({"errors": all_errors} if all_errors else {})


def _asked_users(call: Call, *names: str) -> Wanted:
    check_names(call.request.query, OBJECT_PARAMETERS | set(names))
    return wanted(call.request.query, USER_EXPANSIONS)


async def me(state: State, call: Call) -> Answer:
    """GET /2/users/me."""
    asked = _asked_users(call)
    return {"data": user_answer(state, call, asked, [state.world.users[call.user_id]])[0]}


async def users_by_ids(state: State, call: Call) -> Answer:
    """GET /2/users?ids= (at most 100)."""
    asked, ids = _asked_users(call, "ids"), many(call.request.query, "ids", ID)
    users, errors = _split([readable_user(state.world.users.get(one), "ids", one) for one in ids])
    return _wrap(user_answer(state, call, asked, users), errors)


async def users_by_usernames(state: State, call: Call) -> Answer:
    """GET /2/users/by?usernames= (at most 100)."""
    asked, names = _asked_users(call, "usernames"), many(call.request.query, "usernames", USERNAME)
    users, errors = _split(
        [readable_user(state.world.user_by_handle(one), "usernames", one) for one in names]
    )
    return _wrap(user_answer(state, call, asked, users), errors)


async def user_by_id(state: State, call: Call) -> Answer:
    """GET /2/users/:id."""
    asked = _asked_users(call)
    user_id = matched("id", call.request.match_info["id"], ID)
    found = readable_user(state.world.users.get(user_id), "id", user_id)
    return _one_user(state, call, asked, found)


async def user_by_username(state: State, call: Call) -> Answer:
    """GET /2/users/by/username/:username."""
    asked = _asked_users(call)
    name = matched("username", call.request.match_info["username"], USERNAME)
    return _one_user(state, call, asked, readable_user(state.world.user_by_handle(name), "username", name))


def _one_user(state: State, call: Call, asked: Wanted, found: User | Json) -> Answer:
    if isinstance(found, User):
        return {"data": user_answer(state, call, asked, [found])[0]}
    return {"errors": [found]}


def readable_post(state: State, call: Call, parameter: str, value: str) -> Post | Json:
    """The post, or the partial error that X gives instead."""
    post = state.world.find(value)
    if post is None or post.deleted:
        return problems.missing("tweet", parameter, value)
    if not state.world.visible_to(post.author_id, call.reader_id):
        return problems.hidden("tweet", parameter, value)
    return post


async def posts_by_ids(state: State, call: Call) -> Answer:
    """GET /2/tweets?ids= (at most 100)."""
    check_names(call.request.query, OBJECT_PARAMETERS | {"ids"})
    asked, ids = wanted(call.request.query, TWEET_EXPANSIONS), many(call.request.query, "ids", ID)
    found = [readable_post(state, call, "ids", one) for one in ids]
    posts = [one for one in found if isinstance(one, Post)]
    errors = [one for one in found if not isinstance(one, Post)]
    data, rest = post_answer(state, call, asked, posts)
    return _wrap(data, errors, rest)


async def post_by_id(state: State, call: Call) -> Answer:
    """GET /2/tweets/:id."""
    check_names(call.request.query, OBJECT_PARAMETERS)
    asked = wanted(call.request.query, TWEET_EXPANSIONS)
    found = readable_post(state, call, "id", matched("id", call.request.match_info["id"], ID))
    if not isinstance(found, Post):
        return {"errors": [found]}
    data, rest = post_answer(state, call, asked, [found])
    return {"data": data[0], **rest}
