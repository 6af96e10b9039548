"""The state of the sandbox's X and nothing else: people, posts, follows. No input, no output, no waiting."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

SNOWFLAKE_EPOCH = 1288834974657  # ms; the moment X's ids count from
EDIT_WINDOW = timedelta(minutes=30)  # facts: docs.x.com fundamentals/edit-posts
EDITS_ALLOWED = 5
HANDLE = re.compile(r"(?<![A-Za-z0-9_@])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")
LEADING_HANDLES = re.compile(r"(?:@[A-Za-z0-9_]{1,15}\s+)*")

Event = dict[str, str]
Listener = Callable[[Event], None]


class WorldError(Exception):
    """X would not do this; the message says why."""


@dataclass(frozen=True)
class User:
    """An account. The three counts are what the profile shows on top of what happens in this world."""

    id: str
    handle: str
    name: str
    bio: str
    created_at: datetime
    followers: int
    following: int
    posts: int
    protected: bool
    verified: bool
    suspended: bool
    link: str = ""  # the web address in the profile


@dataclass(frozen=True)
class Post:
    """A post as X shows it: the text of a reply begins with the handles it answers (`leading` characters)."""

    id: str
    author_id: str
    text: str
    created_at: datetime
    conversation_id: str
    in_reply_to: str | None
    in_reply_to_user_id: str | None
    quote_of: str | None
    repost_of: str | None
    mention_ids: tuple[str, ...]
    explicit_ids: tuple[str, ...]  # the mentions its author typed
    leading: int
    lang: str
    history: tuple[str, ...]  # every id it has had, oldest first
    deleted: bool = False


@dataclass
class Ties:
    """One kind of tie between accounts: source -> target -> since when."""

    by_source: dict[str, dict[str, datetime]] = field(default_factory=dict)
    by_target: dict[str, dict[str, datetime]] = field(default_factory=dict)

    def add(self, source: str, target: str, at: datetime) -> None:
        self.by_source.setdefault(source, {})[target] = at
        self.by_target.setdefault(target, {})[source] = at

    def remove(self, source: str, target: str) -> None:
        self.by_source.get(source, {}).pop(target, None)
        self.by_target.get(target, {}).pop(source, None)

    def has(self, source: str, target: str) -> bool:
        return target in self.by_source.get(source, {})

    def of(self, source: str) -> list[str]:
        """Targets of a source, newest tie first."""
        return list(reversed(self.by_source.get(source, {})))

    def to(self, target: str) -> list[str]:
        """Sources of a target, newest tie first."""
        return list(reversed(self.by_target.get(target, {})))


class World:
    """Everything that exists on the sandbox's X. Methods raise WorldError for what X would not do."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        """`clock` returns the time now, with a timezone."""
        self.clock = clock
        self.brand_id = ""
        self.team_ids: list[str] = []  # accounts the brand's people are signed in as, the brand first
        self.users: dict[str, User] = {}
        self.posts: dict[str, Post] = {}
        self.follows = Ties()
        self.requests = Ties()  # asked to follow a protected account, not yet let in
        self.blocks, self.mutes = Ties(), Ties()
        self.likes = Ties()  # from accounts to posts
        self._by_handle: dict[str, str] = {}
        self._by_author: dict[str, list[str]] = {}
        self._mentioning: dict[str, list[str]] = {}
        self._newest_version: dict[str, str] = {}
        self._used_ids: set[str] = set()
        self._listeners: list[Listener] = []

    def subscribe(self, callback: Listener) -> None:
        """Call back with a small event (`kind` and the ids concerned) after each change."""
        self._listeners.append(callback)

    def _tell(self, kind: str, **ids: str) -> None:
        for listener in list(self._listeners):
            listener({"kind": kind, **ids})

    def _new_id(self, at: datetime) -> str:
        base = max(int(at.timestamp() * 1000) - SNOWFLAKE_EPOCH, 1) << 22
        while str(base) in self._used_ids:
            base += 1
        self._used_ids.add(str(base))
        return str(base)

    # People

    def add_user(
        self,
        handle: str,
        name: str,
        *,
        bio: str = "",
        created_at: datetime | None = None,
        followers: int = 0,
        following: int = 0,
        posts: int = 0,
        protected: bool = False,
        verified: bool = False,
        suspended: bool = False,
        link: str = "",
    ) -> User:
        """A new account; the handle is without @ and unique whatever its case."""
        if not re.fullmatch(r"[A-Za-z0-9_]{1,15}", handle) or handle.lower() in self._by_handle:
            raise WorldError(f"The handle {handle!r} is taken or not allowed.")
        born = created_at or self.clock()
        user = User(
            self._new_id(born), handle, name, bio, born,
            followers, following, posts, protected, verified, suspended, link,
        )  # fmt: skip
        self.users[user.id] = user
        self._by_handle[handle.lower()] = user.id
        self._tell("user", user_id=user.id)
        return user

    def user_by_handle(self, handle: str) -> User | None:
        """The account with this handle, with or without @, in any case."""
        return self.users.get(self._by_handle.get(handle.removeprefix("@").lower(), ""))

    def protect(self, user_id: str, protected: bool = True) -> User:
        """Make an account private (or public again)."""
        return self._change_user(user_id, protected=protected)

    def suspend(self, user_id: str, suspended: bool = True) -> User:
        """X takes an account away (or gives it back)."""
        return self._change_user(user_id, suspended=suspended)

    def _change_user(self, user_id: str, **changes: bool) -> User:
        self.users[user_id] = replace(self._user(user_id), **changes)  # type: ignore[arg-type]  # flags only
        self._tell("user", user_id=user_id)
        return self.users[user_id]

    def _user(self, user_id: str) -> User:
        if user_id not in self.users:
            raise WorldError(f"There is no account {user_id}.")
        return self.users[user_id]

    # Posts

    def post(
        self,
        author_id: str,
        text: str,
        *,
        in_reply_to: str | None = None,
        quote_of: str | None = None,
        repost_of: str | None = None,
        at: datetime | None = None,
        lang: str | None = None,
        left_out: frozenset[str] = frozenset(),
    ) -> Post:
        """Write a post. A reply gets the handles of those it answers in front, as X does it.

        Raises WorldError when the post replied to, quoted or reposted is gone, or the author may not write.
        """
        author, parent = self._user(author_id), self._existing(in_reply_to)
        quoted, reposted = self._existing(quote_of), self._existing(repost_of)
        if author.suspended:
            raise WorldError(f"@{author.handle} is suspended.")
        prefix = self._implicit_handles(author_id, parent, text, left_out)
        full = f"RT @{self.users[reposted.author_id].handle}: {reposted.text}" if reposted else prefix + text
        written = at or self.clock()
        new_id = self._new_id(written)
        post = Post(
            id=new_id,
            author_id=author_id,
            text=full,
            created_at=written,
            conversation_id=parent.conversation_id if parent else new_id,
            in_reply_to=in_reply_to,  # the version that was answered, which may be an older one
            in_reply_to_user_id=parent.author_id if parent else None,
            quote_of=quoted.id if quoted else None,
            repost_of=reposted.id if reposted else None,
            mention_ids=self._mentioned(full),
            explicit_ids=() if reposted else self._mentioned(text),
            leading=len(prefix),
            lang=lang or "en",
            history=(new_id,),
        )
        self._keep(post)
        self._tell("post", post_id=post.id, author_id=author_id)
        return post

    def _existing(self, post_id: str | None) -> Post | None:
        if post_id is None:
            return None
        post = self.find(post_id)
        if post is None or post.deleted:
            raise WorldError(f"The post {post_id} does not exist any more.")
        return post

    def as_written(
        self, author_id: str, text: str, parent: Post | None, left_out: frozenset[str] = frozenset()
    ) -> str:
        """The text as X would show it: a reply with the handles before it."""
        return self._implicit_handles(author_id, parent, text, left_out) + text

    def _implicit_handles(
        self, author_id: str, parent: Post | None, text: str, left_out: frozenset[str]
    ) -> str:
        """The handles X puts before a reply: the author answered, then those the answered post mentions."""
        if parent is None:
            return ""
        match = LEADING_HANDLES.match(text)
        typed = self._mentioned(match.group() if match else "")
        answered = dict.fromkeys((parent.author_id, *parent.mention_ids))
        return "".join(
            f"@{self.users[one].handle} "
            for one in answered
            if one != author_id and one not in typed and one not in left_out
        )

    def _mentioned(self, text: str) -> tuple[str, ...]:
        found = (self._by_handle.get(handle.lower()) for handle in HANDLE.findall(text))
        return tuple(dict.fromkeys(user_id for user_id in found if user_id))

    def _keep(self, post: Post) -> None:
        self.posts[post.id] = post
        self._by_author.setdefault(post.author_id, []).append(post.id)
        for user_id in post.mention_ids:
            self._mentioning.setdefault(user_id, []).append(post.id)
        for version in post.history:
            self._newest_version[version] = post.id

    def find(self, post_id: str) -> Post | None:
        """The newest version of a post, by any id it has had; deleted ones are found too (see `deleted`)."""
        return self.posts.get(self._newest_version.get(post_id, post_id))

    def edit(self, post_id: str, text: str, at: datetime | None = None) -> Post:
        """Change a post's text. The edit is a new post with a new id; replies cannot be edited."""
        old, now = self._existing(post_id), at or self.clock()
        if old is None or old.in_reply_to_user_id not in (None, old.author_id):
            raise WorldError("Replies to others cannot be edited.")
        if len(old.history) > EDITS_ALLOWED or now - self.posts[old.history[0]].created_at > EDIT_WINDOW:
            raise WorldError("It is too late to edit this post, or it was edited five times.")
        new_id = self._new_id(now)
        mentions = self._mentioned(text)
        post = replace(
            old, id=new_id, text=text, created_at=now, mention_ids=mentions, explicit_ids=mentions,
            history=(*old.history, new_id),
        )  # fmt: skip
        self._keep(post)
        self._tell("edit", post_id=new_id, previous_id=old.id)
        return post

    def delete(self, post_id: str) -> None:
        """Delete a post with all its versions; deleting twice changes nothing."""
        post = self.find(post_id)
        if post is None or post.deleted:
            return
        for version in post.history:
            self.posts[version] = replace(self.posts[version], deleted=True)
        self._tell("delete", post_id=post.id, author_id=post.author_id)

    def _standing(self, ids: list[str]) -> list[Post]:
        """The newest versions that still stand, newest first."""
        posts = (self.posts[post_id] for post_id in ids)
        alive = [post for post in posts if not post.deleted and self._newest_version[post.id] == post.id]
        return sorted(alive, key=lambda post: int(post.id), reverse=True)

    def posts_of(self, user_id: str) -> list[Post]:
        """An account's own posts, newest first, without deleted ones."""
        return self._standing(self._by_author.get(user_id, []))

    def mentions_of(self, user_id: str) -> list[Post]:
        """Posts that mention an account (typed or implied by a reply), newest first, reposts left out."""
        return [post for post in self._standing(self._mentioning.get(user_id, [])) if not post.repost_of]

    def all_posts(self) -> Iterator[Post]:
        """Every standing post, newest first."""
        yield from self._standing(list(self.posts))

    # Ties

    def follow(self, source: str, target: str, at: datetime | None = None) -> bool:
        """Follow an account. False: the account is protected and has only been asked."""
        wanted = self._user(target)
        if source == target or self.blocks.has(target, source):
            raise WorldError("You cannot follow this account.")
        if self.follows.has(source, target):
            return True
        (self.requests if wanted.protected else self.follows).add(source, target, at or self.clock())
        self._tell("follow_request" if wanted.protected else "follow", source=source, target=target)
        return not wanted.protected

    def unfollow(self, source: str, target: str) -> None:
        """Stop following, or take back the request to follow."""
        self.follows.remove(source, target)
        self.requests.remove(source, target)
        self._tell("unfollow", source=source, target=target)

    def block(self, source: str, target: str) -> None:
        """Block an account: both stop following each other."""
        self.blocks.add(source, target, self.clock())
        for one, other in ((source, target), (target, source)):
            self.follows.remove(one, other)
            self.requests.remove(one, other)
        self._tell("block", source=source, target=target)

    def mute(self, source: str, target: str) -> None:
        """Mute an account; it does not notice."""
        self.mutes.add(source, target, self.clock())
        self._tell("mute", source=source, target=target)

    def visible_to(self, author_id: str, reader_id: str | None) -> bool:
        """May this reader see what the author writes? (None: nobody is signed in.)"""
        author = self._user(author_id)
        if author.suspended:
            return False
        if not author.protected or author_id == reader_id:
            return True
        return reader_id is not None and self.follows.has(reader_id, author_id)
