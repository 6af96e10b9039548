"""The two tables that a flood of posts fills, as plain tuples for `bulk`; in the order of their columns. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

import msgspec

from mutuals.domain.model import Category, Fan, Interaction, Post
from mutuals.storage.repositories.bulk_insert import Values
from mutuals.storage.schema.columns import all_storable, from_micros, storable, to_micros


class PostDoc(msgspec.Struct, omit_defaults=True, rename={"category": "klass"}):
    """What is kept of a post beside its columns. Most of it is unset in most posts, and then not written down: by
    hand and `json` the row's doc would cost more than to insert the row.
    """

    in_reply_to: str | None = None
    in_reply_to_person: str | None = None
    quotes: str | None = None
    quotes_person: str | None = None
    reposts: str | None = None
    lang: str | None = None
    first_version: str | None = None
    sensitive: bool = False
    category: Category | None = None
    mentions: tuple[str, ...] = ()
    edited_at: int | None = None  # when the text was written, if by an edit
    found_by: str | None = None  # the listening rule that found it, if it did not come to us


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(PostDoc).decode


def _micros(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _at(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _words(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _truth(value: Any) -> bool | None:
    return None if value is None else bool(value)  # SQLite keeps 0 and 1


Named = tuple[Post, str, str]  # with its root, which is its id before any edit, and its id, both storable


def post_rows(brand_id: str, posts: Sequence[Named]) -> list[Values]:
    """The rows of posts."""
    authors = all_storable(one.author_id for one, _, _ in posts)
    talks = all_storable(one.conversation_id for one, _, _ in posts)
    return [
        (
            brand_id,
            post_id,
            root,
            post_id,
            author,
            talk,
            to_micros(one.at),
            storable(one.text),
            one.interaction,
            _words(one.gone),
            _doc(one),
        )
        for (one, root, post_id), author, talk in zip(posts, authors, talks, strict=True)
    ]


def _doc(one: Post) -> str:
    doc = PostDoc(
        one.in_reply_to,
        one.in_reply_to_person,
        one.quotes,
        one.quotes_person,
        one.reposts,
        one.lang,
        one.first_version,
        one.sensitive,
        one.category,
        one.mentions,
        found_by=one.found_by,
    )
    try:
        return _encode(doc).decode()
    except UnicodeEncodeError:  # half a character, which no database holds
        return _encode(_storable_doc(doc)).decode()


def _storable_doc(doc: PostDoc) -> PostDoc:
    told = {
        name: storable(value) for name, value in msgspec.structs.asdict(doc).items() if isinstance(value, str)
    }
    return msgspec.structs.replace(doc, **told, mentions=tuple(map(storable, doc.mentions)))


def post_from(row: Sequence[Any]) -> Post:
    """The post of a row."""
    (_, post_id, _, version, author, talk, at, text, interaction, gone, doc) = row
    told = _decode(doc)
    return Post(
        post_id,
        author,
        text,
        from_micros(at),
        talk,
        told.in_reply_to,
        told.in_reply_to_person,
        told.mentions,
        told.quotes,
        told.quotes_person,
        told.reposts,
        told.lang,
        told.first_version,
        told.sensitive,
        gone,
        told.category,
        None if interaction is None else Interaction(interaction),
        versions=() if version == post_id else (version,),
        found_by=told.found_by,
    )


class Shown(NamedTuple):
    """The version of a post that its row shows: its id, when it was written, and the row's doc."""

    id: str
    at: datetime
    doc: str

    @classmethod
    def of(cls, version: str, at: int, doc: str) -> Self:
        """What a row shows."""
        edited_at = _decode(doc).edited_at
        return cls(version, from_micros(at if edited_at is None else edited_at), doc)

    def replaced(self, version: str, at: datetime) -> Self:
        """What it shows after an edit."""
        doc = msgspec.structs.replace(_decode(self.doc), edited_at=to_micros(at))
        return type(self)(version, at, _encode(doc).decode())


def fan_values(one: Fan) -> Values:
    """The row of a fan."""
    return (
        one.brand_id,
        storable(one.person_id),
        one.log_score,
        one.interactions,
        to_micros(one.first_at),
        to_micros(one.last_at),
        one.two_way,
        _micros(one.answered_at),
        one.follows_us,
        one.we_follow,
        _micros(one.checked_at),
        _micros(one.quiet_until),
        _words(one.preference),
    )


def fan_from(row: Sequence[Any]) -> Fan:
    """The fan of a row."""
    (
        brand,
        person,
        score,
        times,
        first,
        last,
        two_way,
        answered,
        follows,
        followed,
        checked,
        quiet,
        preference,
    ) = row
    return Fan(
        brand,
        person,
        score,
        times,
        from_micros(first),
        from_micros(last),
        two_way,
        _at(answered),
        _truth(follows),
        _truth(followed),
        _at(checked),
        _at(quiet),
        preference,
    )
