"""Takes in the archive that the owner of an account can ask a network for: whom the brand had answered, and who followed.

It gives people their "since" from before Mutuals was installed. Read as a stream, in batches, and as often as one likes.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from mutuals.domain.bonds import BondChange, BondEvent
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Brand, Post
from mutuals.ports.integration import NetworkIntegration, Recorded, Unreadable
from mutuals.ports.store import Store
from mutuals.ports.unit_of_work import UnitOfWork

BATCH = 2000  # objects in one transaction
_CHUNK = 1 << 20  # characters read at a time
_LONGEST = 1 << 24  # characters of one object; what has not ended by then is damaged
_WANTED = re.compile(r"(?:^|/)(?:tweets?|follower|following)(?:-part\d+)?\.js$")
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()


@dataclass(slots=True)
class Imported:
    """What an import has found."""

    answers: int = 0  # answers of the brand that were not known before
    people: int = 0  # entries of people whom the brand had answered, or who follow or are followed
    passed_over: int = 0  # objects that are nothing of this


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    lines: TextIO
    at: datetime  # when it was written


async def import_archive(store: Store, brand: Brand, part: NetworkIntegration, path: Path) -> Imported:
    """Read a zip, a folder or one file of an archive. Raises MutualsError, with what to do, for anything else."""
    done = Imported()
    with ExitStack() as opened:
        for source in _sources(path, opened):
            each = objects(source.lines, source.name)
            while batch := list(islice(each, BATCH)):
                found = [_read(part, one, done) for one in batch]
                async with store.transaction(brand.id) as tx:
                    await _keep(tx, brand, [one for one in found if one], source.at, done)
    return done


def _read(part: NetworkIntegration, value: Any, done: Imported) -> Recorded | None:
    try:
        found = part.recorded(value) if isinstance(value, dict) else None
    except Unreadable:
        found = None
    if found is None or not found.own:
        done.passed_over += 1
        return None
    return found


async def _keep(tx: UnitOfWork, brand: Brand, found: list[Recorded], at: datetime, done: Imported) -> None:
    ours = [_answer(post, brand) for one in found for post, _ in one.posts]
    answers = [one for one in ours if one.in_reply_to_person not in (None, brand.account.id)]
    new = await tx.posts.add(answers)
    await tx.fans.record_answers([(str(one.in_reply_to_person), one.at) for one in new])
    done.answers += len(new)
    told = [BondChange(str(one.in_reply_to_person), BondEvent.WE_SPOKE, one.at) for one in answers]
    for one in found:
        told += [
            BondChange(who, BondEvent.THEY_FOLLOW, at) for who, tie in one.ties.items() if tie.follows_us
        ]
        told += [BondChange(who, BondEvent.WE_FOLLOW, at) for who, tie in one.ties.items() if tie.we_follow]
    await _remember(tx, told, done)


async def _remember(tx: UnitOfWork, told: Iterable[BondChange], done: Imported) -> None:
    """Of each person the earliest of a kind; what is known from before then stands."""
    first: dict[tuple[str, BondEvent], BondChange] = {}
    for one in sorted(told, key=lambda change: change.at, reverse=True):
        first[one.person_id, one.event] = one
    known = await tx.bonds.of(sorted({one for one, _ in first}))
    earlier = {(one.person_id, one.event) for kept in known.values() for one in kept
               if one.at <= first.get((one.person_id, one.event), one).at}  # fmt: skip
    fresh = [one for key, one in first.items() if key not in earlier]
    await tx.bonds.add(fresh)
    done.people += len(fresh)


def _answer(post: Post, brand: Brand) -> Post:
    """The archive does not say whose it is, nor which conversation a post belongs to: that of the post it answers."""
    talk = post.in_reply_to if post.in_reply_to and post.conversation_id == post.id else post.conversation_id
    return replace(post, author_id=brand.account.id, conversation_id=talk or post.id, interaction=None)


def objects(lines: TextIO, name: str) -> Iterator[Any]:
    """The objects of the array in one file, one after the other, however long it is. Raises MutualsError."""
    text, at, inside, ended = "", 0, False, False
    while True:
        if not inside and (begin := text.find("[")) >= 0:
            inside, at = True, begin + 1
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        if inside and text.startswith("]", at):
            return
        try:
            value, at = _DECODER.raw_decode(text, at) if inside else _DECODER.raw_decode("")
        except ValueError as error:
            if ended or len(text) - at > _LONGEST:
                raise _damaged(name) from error
            more = lines.read(_CHUNK)
            ended, text, at = not more, text[at:] + more, 0
            continue
        yield value


def _damaged(name: str) -> MutualsError:
    return MutualsError(
        f"{name} is cut off or is no file of an archive. What came before it in the archive was taken in. Ask for the "
        "archive again, or unpack it and try again: what was taken in already is not taken in twice."
    )


def _sources(path: Path, opened: ExitStack) -> Iterator[_Source]:
    try:
        if path.is_dir():
            files = sorted(one for one in path.rglob("*.js") if _WANTED.search(one.as_posix()))
        elif zipfile.is_zipfile(path):
            yield from _zipped(opened.enter_context(zipfile.ZipFile(path)))
            return
        else:
            files = [path]
        if not files:
            raise _nothing(path)
        for file in files:
            at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
            yield _Source(
                file.name, opened.enter_context(file.open(encoding="utf-8-sig", errors="replace")), at
            )
    except (OSError, zipfile.BadZipFile) as error:
        why = getattr(error, "strerror", None) or "it is damaged"
        raise MutualsError(f"{path} can't be read: {why}.") from error


def _zipped(archive: zipfile.ZipFile) -> Iterator[_Source]:
    members = [one for one in archive.infolist() if _WANTED.search(one.filename)]
    if not members:
        raise _nothing(Path(archive.filename or "The archive"))
    for one in members:
        with archive.open(one) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace") as lines:
            yield _Source(one.filename, lines, datetime(*one.date_time, tzinfo=UTC))


def _nothing(path: Path) -> MutualsError:
    return MutualsError(
        f"{path} holds no tweets.js, follower.js or following.js. Give the archive as the network sent it: the zip file, "
        "the folder it was unpacked to, or one of these files."
    )
