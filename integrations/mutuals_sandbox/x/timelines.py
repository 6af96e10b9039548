"""The endpoints that read lists page by page: mentions, posts, search, followers, following."""

import re
from collections.abc import Callable
from datetime import timedelta

from multidict import MultiMapping

from mutuals_sandbox.world import Post, User
from mutuals_sandbox.x.objects import Json
from mutuals_sandbox.x.params import (
    OBJECT_PARAMETERS,
    TWEET_EXPANSIONS,
    USER_EXPANSIONS,
    check_names,
    listed,
    matched,
    moment,
    number,
    page_position,
    page_token,
    snowflake,
    wanted,
)
from mutuals_sandbox.x.problems import bad_parameter, hidden
from mutuals_sandbox.x.reads import ID, post_answer, readable_user, user_answer
from mutuals_sandbox.x.state import Answer, Call, State

MENTIONS_KEPT = 800  # docs.x.com: the newest 800 mentions can be read, no more
POSTS_KEPT = 3200  # and the newest 3,200 posts of an account
SEARCH_WINDOW = timedelta(days=7)
QUERY_CHARACTERS = 512  # self-serve
WINDOW_PARAMETERS = frozenset({"max_results", "since_id", "until_id", "start_time", "end_time"})
PAGED = OBJECT_PARAMETERS | WINDOW_PARAMETERS | {"pagination_token"}


def _window(query: MultiMapping[str], posts: list[Post], *tokens: str) -> list[Post]:
    """The posts between the bounds asked for, after the page's token."""
    since, until = snowflake(query, "since_id"), snowflake(query, "until_id")
    start, end = moment(query, "start_time"), moment(query, "end_time")
    after = page_position(query, *tokens)
    return [
        post
        for post in posts
        if (since is None or int(post.id) > since)
        and (until is None or int(post.id) < until)
        and (start is None or post.created_at >= start)
        and (end is None or post.created_at < end)
        and (after is None or int(post.id) < int(after))
    ]


def _page(state: State, call: Call, posts: list[Post], bounds: tuple[int, int], owned: bool) -> Answer:
    """One page of posts with its meta; `posts` are newest first and already within the window."""
    query = call.request.query
    asked, size = wanted(query, TWEET_EXPANSIONS), number(query, "max_results", 10, *bounds)
    shown = posts[:size]
    data, rest = post_answer(state, call, asked, shown, owned=owned)
    for post in shown:
        state.meter.listed(post.id)
    if not shown:
        return {"meta": {"result_count": 0}}
    meta: Json = {"result_count": len(shown), "newest_id": shown[0].id, "oldest_id": shown[-1].id}
    if len(posts) > size:
        meta["next_token"] = page_token(shown[-1].id)
    return {"data": data, **rest, "meta": meta}


def _owner(state: State, call: Call) -> User | Json:
    """The account that the path names, when it may be read."""
    user_id = matched("id", call.request.match_info["id"], ID)
    user = readable_user(state.world.users.get(user_id), "id", user_id)
    if isinstance(user, User) and not state.world.visible_to(user.id, call.reader_id):
        return hidden("user", "id", user_id)
    return user


def _is_owned(state: State, call: Call, user: User) -> bool:
    return state.owned and user.id == call.reader_id


async def mentions(state: State, call: Call) -> Answer:
    """GET /2/users/:id/mentions: 5 to 100 a page, the newest 800; protected authors are never delivered."""
    check_names(call.request.query, PAGED)
    user = _owner(state, call)
    if not isinstance(user, User):
        return {"errors": [user]}
    public = [
        post for post in state.world.mentions_of(user.id) if state.world.visible_to(post.author_id, None)
    ]
    posts = _window(call.request.query, state.listed(public)[:MENTIONS_KEPT], "pagination_token")
    return _page(state, call, posts, (5, 100), _is_owned(state, call, user))


async def user_posts(state: State, call: Call) -> Answer:
    """GET /2/users/:id/tweets: 5 to 100 a page; `exclude` leaves out replies or retweets."""
    query = call.request.query
    check_names(query, PAGED | {"exclude"})
    excluded = listed(query, "exclude", frozenset({"replies", "retweets"}))
    user = _owner(state, call)
    if not isinstance(user, User):
        return {"errors": [user]}
    kept = [
        post
        for post in state.listed(state.world.posts_of(user.id))[:POSTS_KEPT]
        if not (post.in_reply_to and "replies" in excluded)
        and not (post.repost_of and "retweets" in excluded)
    ]
    posts = _window(query, kept, "pagination_token")
    return _page(state, call, posts, (5, 100), _is_owned(state, call, user))


async def _ties(state: State, call: Call, ids_of: Callable[[str], list[str]]) -> Answer:
    """One page of a list of users, newest tie first, up to 1,000 a page."""
    query = call.request.query
    check_names(query, OBJECT_PARAMETERS | {"max_results", "pagination_token"})
    asked, size = wanted(query, USER_EXPANSIONS), number(query, "max_results", 100, 1, 1000)
    owner, begin = _owner(state, call), int(page_position(query, "pagination_token") or 0)
    if not isinstance(owner, User):
        return {"errors": [owner]}
    people = [state.world.users[one] for one in ids_of(owner.id)]
    people = [one for one in people if not one.suspended]
    shown = people[begin : begin + size]
    data = user_answer(state, call, asked, shown, owned=_is_owned(state, call, owner))
    meta: Json = {"result_count": len(shown)}
    if begin + size < len(people):
        meta["next_token"] = page_token(str(begin + size))
    if begin:
        meta["previous_token"] = page_token(str(max(0, begin - size)))
    return {"data": data, "meta": meta} if data else {"meta": meta}


async def followers(state: State, call: Call) -> Answer:
    """GET /2/users/:id/followers."""
    return await _ties(state, call, state.world.follows.to)


async def following(state: State, call: Call) -> Answer:
    """GET /2/users/:id/following."""
    return await _ties(state, call, state.world.follows.of)


async def search(state: State, call: Call) -> Answer:
    """GET /2/tweets/search/recent: the last seven days, 10 to 100 a page."""
    query = call.request.query
    check_names(query, PAGED | {"query", "next_token", "sort_order"})
    text = query.get("query", "")
    if not 1 <= len(text) <= QUERY_CHARACTERS:
        raise bad_parameter("query", text, f"Query length must be between 1 and {QUERY_CHARACTERS}.")
    oldest = state.world.clock() - SEARCH_WINDOW
    begin = moment(query, "start_time")
    if begin is not None and begin < oldest:
        message = f"'start_time' must be on or after {oldest:%Y-%m-%dT%H:%MZ}."
        raise bad_parameter("start_time", query["start_time"], message)
    terms = _terms(state, text)
    since = snowflake(query, "since_id") or 0
    found = []
    for post in state.world.all_posts():
        if post.created_at < oldest or int(post.id) <= since:
            break  # they come newest first
        if state.world.visible_to(post.author_id, None) and all(term(post) for term in terms):
            found.append(post)
    posts = _window(query, found, "next_token", "pagination_token")
    return _page(state, call, posts, (10, 100), owned=False)


def _terms(state: State, text: str) -> list[Callable[[Post], bool]]:
    """All conditions of a search; a group in brackets holds if one of its words, between ORs, does."""
    terms: list[Callable[[Post], bool]] = []
    for word in re.findall(r'\([^()]*\)|-?"[^"]*"|\S+', text):
        if word.startswith("("):
            terms.append(_any_of(state, word[1:-1]))
        else:
            terms.append(_term(state, word))
    return terms


def _any_of(state: State, group: str) -> Callable[[Post], bool]:
    """What stands between brackets."""
    either = [_term(state, word) for word in re.findall(r'-?"[^"]*"|\S+', group) if word != "OR"]
    return lambda post: any(term(post) for term in either)


def _term(state: State, word: str) -> Callable[[Post], bool]:
    """One condition of a search: a word, a "phrase", from:, to:, @handle, is:reply, is:retweet, lang:."""
    if word.startswith("-") and len(word) > 1:
        inner = _term(state, word[1:])
        return lambda post: not inner(post)
    name, colon, value = word.partition(":")
    if word.startswith('"'):
        return lambda post: _words(word) in _words(post.text)
    if word.startswith("@"):
        user = state.world.user_by_handle(word)
        return lambda post: user is not None and user.id in post.mention_ids
    if colon:
        return _operator(state, name, value, word)
    return lambda post: word.lower() in re.findall(r"[#$]?\w+", post.text.lower())


def _words(text: str) -> str:
    """The words of a text with a blank around each; handles are words of their own."""
    words = " ".join(re.findall(r"@?\w+", text.lower()))
    return f" {words} "


def _operator(state: State, name: str, value: str, word: str) -> Callable[[Post], bool]:
    user = state.world.user_by_handle(value) or state.world.users.get(value)
    operators: dict[str, Callable[[Post], bool]] = {
        "from": lambda post: user is not None and post.author_id == user.id,
        "to": lambda post: user is not None and post.in_reply_to_user_id == user.id,
        "lang": lambda post: post.lang == value,
        "conversation_id": lambda post: post.conversation_id == value,
        "is:reply": lambda post: post.in_reply_to is not None,
        "is:retweet": lambda post: post.repost_of is not None,
        "is:quote": lambda post: post.quote_of is not None,
    }
    found = operators.get(word if name == "is" else name)
    if found is None:
        raise bad_parameter(
            "query",
            word,
            f"There were errors processing your request: no viable alternative at input '{word}'",
        )
    return found
