"""X's JSON to our values. Nothing in here raises: what can't be understood is left out and counted.

X has been renaming its fields from tweet to post, in steps; both spellings are read. Texts arrive
with `&`, `<` and `>` escaped, and a post over 280 characters is whole in `note_tweet` only.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from mutuals.domain.model import Account, Person, Post, Relationship

HANDLE = re.compile(r"[A-Za-z0-9_]{1,30}")
POST_ID = re.compile(r"[0-9]{1,20}")
LONGEST = 30_000  # characters; X's longest post has 25,000
SNOWFLAKE_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)  # ids count milliseconds from here
SNOWFLAKE_SHIFT = 22  # bits
FIRST_SNOWFLAKE = 10**15  # smaller ids carry no plausible time
SHORT = re.compile(r"https?://t\.co/[A-Za-z0-9]{1,40}")  # what X puts in place of every address
MEDIA = re.compile(r"//(?:www\.)?(?:x|twitter)\.com/[^/]+/status/\d+/(photo|video)/\d+$")
POST = re.compile(r"//(?:www\.)?(?:x|twitter)\.com/([A-Za-z0-9_]{1,30})/status/(\d{1,20})/?(?:\?.*)?$")
# What X calls media, in an address, in an object of its own, and by the number before a key.
KINDS = {
    "photo": "picture",
    "video": "video",
    "animated_gif": "GIF",
    "3": "picture",
    "7": "video",
    "13": "video",
    "16": "GIF",
}
LONGEST_LINK = 60  # characters of an address that stand in a text; X itself shows some 30
LONGEST_PROFILE_LINK = 300  # characters of the address in a profile; X takes 100 before it shortens it
LONGEST_ALT = 120  # characters of a picture's description; X allows 1,000
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # neither UTF-8 nor PostgreSQL takes these

Json = Mapping[str, Any]


def pick(value: Json, *names: str) -> Any:
    """The first of several spellings that is there."""
    return next((value[name] for name in names if value.get(name) is not None), None)


def items(value: Any) -> Iterator[Json]:
    """The objects in a list; nothing for anything else."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, Mapping):
            yield one


def identifier(value: Any) -> str | None:
    """An id, sent as text or as a number."""
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return text if POST_ID.fullmatch(text) else None


def text_of(value: Any) -> str | None:
    """A text as people wrote it."""
    if not isinstance(value, str):
        return None
    plain = value[:LONGEST].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return UNSTORABLE.sub("\ufffd", plain)


def moment(value: Any) -> datetime | None:
    """A time in UTC, or None."""
    try:
        at = datetime.fromisoformat(value)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def moment_of(post_id: str) -> datetime | None:
    """The time that an id tells, for a post without a readable date."""
    if int(post_id) < FIRST_SNOWFLAKE:
        return None
    try:
        return SNOWFLAKE_EPOCH + timedelta(milliseconds=int(post_id) >> SNOWFLAKE_SHIFT)
    except OverflowError:
        return None


def count_of(value: Any) -> int:
    """A count, 0 when it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else 0


def mapping(value: Any) -> Json:
    """An object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def post(value: Json, includes: Json | None = None) -> Post | None:
    """One post; None when its id, author, text or time can't be read."""
    post_id, author_id = identifier(value.get("id")), identifier(value.get("author_id"))
    note = mapping(pick(value, "note_tweet", "note_post"))
    text = shown(value, note, includes)
    at = moment(value.get("created_at")) or (moment_of(post_id) if post_id else None)
    if post_id is None or author_id is None or text is None or at is None:
        return None
    refs = references(value)
    quotes = refs.get("quoted")
    history = versions(value)
    lang = value.get("lang")
    return Post(
        id=post_id,
        author_id=author_id,
        text=text,
        at=at,
        conversation_id=identifier(value.get("conversation_id")) or post_id,
        in_reply_to=refs.get("replied_to"),
        in_reply_to_person=identifier(value.get("in_reply_to_user_id")),
        mentions=mentions(value, note),
        quotes=quotes,
        quotes_person=author_in(includes, quotes),
        reposts=refs.get("retweeted") or refs.get("reposted"),
        lang=lang if isinstance(lang, str) and re.fullmatch(r"[A-Za-z-]{2,12}", lang) else None,
        first_version=history[0] if history else post_id,
        sensitive=value.get("possibly_sensitive") is True,
        put_in_front=typed_from(value),
        versions=tuple(history) if len(history) > 1 else (),
    )


def shown(value: Json, note: Json, includes: Json | None = None) -> str | None:
    """The text as X's own pages show it: a t.co address as where it leads, pictures by what they are and show."""
    long = text_of(note.get("text"))
    text = long or text_of(value.get("text"))
    sources = (note, value) if long else (value,)
    links = [one for each in sources for one in items(mapping(each.get("entities")).get("urls"))]
    media = _media(value, includes)
    leads: dict[str, list[str]] = {}
    for link in links:
        short, where = link.get("url"), _leads_to(link, media)
        if where and isinstance(short, str) and SHORT.fullmatch(short):
            leads.setdefault(short, []).append(where)
    for short, places in leads.items():
        # Several pictures share one address; a link that stands in both sources is one link.
        new = " ".join(places) if places[0].startswith("[") else places[0]
        text = text and re.sub(rf"{re.escape(short)}(?![A-Za-z0-9])", new.replace("\\", r"\\"), text)
    return text


def _media(value: Json, includes: Json | None) -> dict[str, Json]:
    """What is told of pictures, by key: their description, where the writer gave one, and their kind."""
    told = [*items(value.get("media_metadata")), *items(mapping(includes).get("media"))]
    return {str(one.get("media_key")): one for one in told}


def _leads_to(link: Json, media: Mapping[str, Json]) -> str:
    """X's own short form of an address, without a protocol so that no chat makes a link of it."""
    display, whole = text_of(link.get("display_url")), text_of(link.get("expanded_url")) or ""
    if found := MEDIA.search(whole):
        return _picture(str(link.get("media_key", "")), found[1], media)
    if post := POST.search(whole):
        return f"x.com/{post[1]}/status/{post[2]}"  # X cuts it short, and so hides which post it is
    leads = (display or whole).partition("://")[2] or display or whole
    leads = re.sub(r"\s+", "", leads)[:LONGEST_LINK]
    return (
        leads if "/" in leads or not leads else f"{leads}/"
    )  # so that it is known for a link (`rules.shown_links`)


def _picture(key: str, kind: str, media: Mapping[str, Json]) -> str:
    told = media.get(key, {})
    name = KINDS.get(str(told.get("type"))) or KINDS.get(key.partition("_")[0]) or KINDS[kind]
    alt = re.sub(r"[\[\]\s]+", " ", text_of(told.get("alt_text")) or "").strip()
    if len(alt) > LONGEST_ALT:
        alt = f"{alt[:LONGEST_ALT].rstrip()}…"
    return f"[{name}: {alt}]" if alt else f"[{name}]"


def typed_from(value: Json) -> int | None:
    """Where the typed text begins, behind the handles that X puts before a reply; None where X does not say."""
    shown = value.get("display_text_range")
    start = shown[0] if isinstance(shown, list) and shown else mapping(shown).get("start")
    return start if isinstance(start, int) and not isinstance(start, bool) and 0 <= start <= LONGEST else None


def references(value: Json) -> dict[str, str]:
    """The posts that a post refers to, by X's word for how."""
    found: dict[str, str] = {}
    for ref in items(pick(value, "referenced_tweets", "referenced_posts")):
        kind, ref_id = ref.get("type"), identifier(ref.get("id"))
        if isinstance(kind, str) and ref_id:
            found.setdefault(kind, ref_id)
    return found


def mentions(value: Json, note: Json) -> tuple[str, ...]:
    """The ids of everyone mentioned, also beyond the 280th character."""
    found: dict[str, None] = {}
    for source in (value, note):
        for one in items(mapping(source.get("entities")).get("mentions")):
            if mentioned := identifier(one.get("id")):
                found[mentioned] = None
    return tuple(found)


def named(value: Json) -> dict[str, str]:
    """The handles of everyone mentioned, by id."""
    found: dict[str, str] = {}
    for source in (value, mapping(pick(value, "note_tweet", "note_post"))):
        for one in items(mapping(source.get("entities")).get("mentions")):
            who, handle = identifier(one.get("id")), one.get("username")
            if who and isinstance(handle, str) and HANDLE.fullmatch(handle):
                found[who] = handle
    return found


def author_in(includes: Json | None, post_id: str | None) -> str | None:
    """The author of a post that came along with the answer."""
    for one in items(pick(mapping(includes), "tweets", "posts")):
        if post_id is not None and identifier(one.get("id")) == post_id:
            return identifier(one.get("author_id"))
    return None


def account(value: Json) -> Account | None:
    """One account; None when its id or handle can't be read."""
    account_id, handle = identifier(value.get("id")), value.get("username")
    if account_id is None or not isinstance(handle, str) or not HANDLE.fullmatch(handle):
        return None
    metrics = mapping(value.get("public_metrics"))
    avatar = value.get("profile_image_url")
    kind = value.get("verified_type")
    return Account(
        id=account_id,
        handle=handle,
        name=text_of(value.get("name")) or handle,
        bio=text_of(value.get("description")) or "",
        created_at=moment(value.get("created_at")),
        followers=count_of(metrics.get("followers_count")),
        following=count_of(metrics.get("following_count")),
        posts=count_of(pick(metrics, "tweet_count", "post_count")),
        protected=value.get("protected") is True,
        verified=value.get("verified") is True or (isinstance(kind, str) and kind not in ("", "none")),
        avatar_url=avatar if isinstance(avatar, str) and avatar.startswith(("https://", "http://")) else None,
        link=_profile_link(value),
    )


def _profile_link(value: Json) -> str | None:
    """The web address in a profile, as it leads: `url` itself is one of t.co."""
    told = items(mapping(mapping(value.get("entities")).get("url")).get("urls"))
    whole = [
        text for one in told for name in ("expanded_url", "display_url") if (text := text_of(one.get(name)))
    ]
    found = next(iter(whole), None) or text_of(value.get("url")) or ""
    return found[:LONGEST_PROFILE_LINK] if found and not SHORT.fullmatch(found) else None


def ties(value: Json) -> Relationship:
    """How an account stands to the one signed in; absent ties mean none (facts of X, section 6)."""
    status = value.get("connection_status")
    told = {one for one in status if isinstance(one, str)} if isinstance(status, list) else set()
    return Relationship(
        follows_us="followed_by" in told,
        we_follow="following" in told,
        requested="follow_request_sent" in told,
        blocking="blocking" in told,
        muting="muting" in told,
    )


def person(value: Json, checked_at: datetime) -> Person | None:
    """An account and how it stands to the one signed in."""
    who = account(value)
    if who is None:
        return None
    relationship = ties(value)
    hidden = who.protected and not relationship.we_follow
    return Person(who, relationship, checked_at, gone="protected" if hidden else None)


def gone(problem: Json) -> tuple[str, str] | None:
    """(id, why) of a partial error about something that can't be seen; None for any other error."""
    about = next(
        (found for name in ("resource_id", "value") if (found := identifier(problem.get(name)))), None
    )
    kind = str(problem.get("type", ""))
    text = f"{problem.get('title', '')} {problem.get('detail', '')}".lower()
    if about is None:
        return None
    if "suspended" in text:
        return about, "suspended"
    if kind.endswith("resource-not-found") or "not found" in text:
        return about, "deleted"
    if kind.endswith("not-authorized-for-resource") or "not authorized" in text:
        # X says the same of both; a protected account itself can be looked up, a suspended one can't.
        is_user = str(problem.get("resource_type", "")) == "user"
        return about, "suspended" if is_user else "protected"
    return None


def versions(value: Json) -> list[str]:
    """Every id that a post has had, oldest first; empty where X does not say."""
    history = pick(value, "edit_history_tweet_ids", "edit_history_post_ids")
    told = [identifier(one) for one in history] if isinstance(history, list) else []
    return [one for one in told if one]
