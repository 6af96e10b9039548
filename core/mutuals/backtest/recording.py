"""A recorded stream from a file: checked, sorted, and divided by brand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from mutuals.backtest.json_values import Value, values
from mutuals.backtest.recorded_posts import Known, RecordedPost, read
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Account, Brand, Person, Post, Relationship
from mutuals.ports.integration import Unreadable
from mutuals.service.integrations import networks

SHOWN = 5  # malformed lines that are named
# A recording seldom says who follows whom. Then everyone counts as a follower whom the brand does not
# follow back: fans come out as many as they could be, and the summary says so.
ASSUMED = Relationship(follows_us=True)


@dataclass(frozen=True, slots=True)
class Stream:
    """The recording of one brand: posts oldest first, and the people in it as far as it shows them."""

    brand: Brand
    posts: tuple[Post, ...]
    people: dict[str, Person]

    def ours(self, post: Post) -> bool:
        """Is it the brand's own?"""
        return post.author_id == self.brand.account.id


@dataclass(slots=True)
class Recording:
    """What a file holds. `malformed` has a sentence for each of the first wrong lines, `wrong` counts all."""

    streams: list[Stream] = field(default_factory=list)
    malformed: list[str] = field(default_factory=list)
    wrong: int = 0
    repeated: int = 0  # posts whose id came before
    ties_known: bool = False


def load(file: Path, brand: str | None, step: Callable[[int], None] = lambda size: None) -> Recording:
    """Read a file of JSON; `step` is told the bytes read. Raises MutualsError when nothing can be used."""
    recording, known = Recording(), Known()
    lines: list[RecordedPost] = []
    for value in values(file, step):
        _take(value, recording, known, lines)
    named = _named(lines, brand.lstrip("@") if brand else None, file, recording)
    recording.ties_known = bool(known.ties)
    recording.streams = [_stream(handle, some, known, recording) for handle, some in named.items()]
    return recording


def _take(found: Value, recording: Recording, known: Known, lines: list[RecordedPost]) -> None:
    why = found.wrong
    try:
        if not why:
            lines.extend(read(found.value, known))
    except Unreadable as error:
        why = str(error)
    if why:
        recording.wrong += 1
        if recording.wrong <= SHOWN:
            recording.malformed.append(f"Line {found.line} was left out: {why}.")


def _named(
    lines: list[RecordedPost], brand: str | None, file: Path, recording: Recording
) -> dict[str, list[RecordedPost]]:
    """The lines of each brand, by its handle. A line's own brand wins over the one asked for."""
    if not lines:
        raise MutualsError(_nothing(file, recording))
    found: dict[str, tuple[str, list[RecordedPost]]] = {}
    for line in lines:
        handle = line.brand or brand
        if handle:
            found.setdefault(handle.lower(), (handle, []))[1].append(line)
    nameless = len(lines) - sum(len(some) for _, some in found.values())
    if nameless:
        raise MutualsError(
            f"{nameless} of {len(lines)} posts in {file} don't say which brand they are about. "
            "Add --brand and the brand's handle."
        )
    return dict(found.values())


def _nothing(file: Path, recording: Recording) -> str:
    if not recording.wrong:
        return f"{file} is empty. It should hold one post a line, as JSON."
    first = " ".join(recording.malformed[:1])
    shapes = " or ".join(part.records_as for part in networks().values() if part.records_as)
    return (
        f"{file} holds no post that can be read. It should hold one post a line, as JSON: either as {shapes} "
        'gives it, or {"id", "at", "author", "text", "in_reply_to", "conversation"}. ' + first
    )


def _stream(handle: str, lines: list[RecordedPost], known: Known, recording: Recording) -> Stream:
    account = Account(known.ids.get(handle.lower(), handle.lower()), handle, handle)
    unique: dict[str, RecordedPost] = {}
    for line in lines:
        unique.setdefault(line.post.id, line)
    recording.repeated += len(lines) - len(unique)
    authors = {one: _author(line, account) for one, line in unique.items()}
    posts = [_post(line.post, unique, authors, known) for line in unique.values()]
    posts.sort(key=lambda post: (post.at, len(post.id), post.id))
    return Stream(Brand(handle.lower(), "recording", account), tuple(posts), _people(posts, known))


def _author(line: RecordedPost, account: Account) -> str:
    author = line.post.author_id
    if line.is_brand or (line.is_brand is None and author in {account.id, account.handle.lower()}):
        return account.id
    if not author:
        return f"nobody:{line.post.id}"
    # A line that says it is not the brand's stays a stranger's, whatever its author is called.
    return author if author != account.id else f"not:{author}"


def _post(post: Post, lines: dict[str, RecordedPost], authors: dict[str, str], known: Known) -> Post:
    root = lines.get(post.in_reply_to or "")
    told = post.conversation_id or (root and root.post.conversation_id)
    return replace(
        post,
        author_id=authors[post.id],
        conversation_id=told or post.in_reply_to or post.id,
        in_reply_to_person=authors.get(post.in_reply_to or "") or post.in_reply_to_person,
        mentions=tuple(dict.fromkeys(known.ids.get(one, one) for one in post.mentions)),
        quotes_person=authors.get(post.quotes or "") or post.quotes_person,
    )


def _people(posts: Iterable[Post], known: Known) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for one in {post.author_id for post in posts}:
        handle = known.handles.get(one.removeprefix("not:"), one)
        found[one] = Person(Account(one, handle, handle), known.ties.get(one, ASSUMED))
    return found
