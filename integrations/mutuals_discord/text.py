"""Plain text and `Line`s as Discord markdown. Pure.

Strangers' words must do nothing: no markup, no ping, no link, no invite, no emoji of their making.
Markup is switched off with a backslash, which Discord takes before any character that is neither a letter
nor a digit nor a space. What Discord reads from the raw text all the same (mentions, addresses, invites)
is split by a zero-width space, as discord.py's own `escape_mentions` does.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from mutuals.cards.markup import ChannelName, Line, Link, Quote, Span, Strong, Timestamp, TimestampStyle, calm

SPLIT = "\u200b"
ELLIPSIS = "…"
_MORE_ROOM = 24  # units kept for "… and 1234 more" and its line break
_LINE_ROOM = 40  # with less room than this, a line is left out rather than cut

_MARKUP = re.compile(r"[\\*_~`|<>\[\]]")
_LINE_START = re.compile(r"(?m)^(\s*)([-+#])")
_NUMBERED = re.compile(r"(?m)^(\s*\d+)\.")
_EMOJI_NAME = re.compile(r":(?=\S*:)")  # leaves at most one live colon in a word: no pair, no name
_MENTION = re.compile(r"@(?=everyone|here|[!&]|\d)", re.IGNORECASE)
_ADDRESS = re.compile(r":(?=//)")
_INVITE = re.compile(r"(discord(?:app)?\.(?:gg|com|gift|new|media))(?=/)", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CHANNEL = re.compile(r"\A[0-9]{5,20}\Z")
_SPACE = re.compile(r"[\s\x00-\x1f\x85]+")
_STYLE = {
    TimestampStyle.CLOCK: "t",
    TimestampStyle.SECONDS: "T",
    TimestampStyle.TIME: "f",
    TimestampStyle.DATE: "D",
    TimestampStyle.AGO: "R",
}


def units(text: str) -> int:
    """A text's length in UTF-16 units: never less than what Discord counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str, *, lines: bool = False) -> str:
    """Drop what distorts other text (controls, direction marks, lone surrogates, piles of marks); one line unless `lines`."""
    if lines:
        return "\n".join(clean(part) for part in _LINE_BREAK.split(text))
    return calm(_SPACE.sub(" ", text)).strip()


def escape(text: str, *, lines: bool = False) -> str:
    """A stranger's text as markdown that shows exactly these characters and does nothing."""
    return _inert(clean(text, lines=lines))


def _inert(cleaned: str) -> str:
    safe = _MARKUP.sub(r"\\\g<0>", cleaned)
    safe = _NUMBERED.sub(r"\1\\.", _LINE_START.sub(r"\1\\\2", safe))
    safe = _ADDRESS.sub(":" + SPLIT, safe)
    safe = _EMOJI_NAME.sub(r"\\:", safe)
    safe = _MENTION.sub("@" + SPLIT, safe)
    return _INVITE.sub(r"\1" + SPLIT, safe)


def web_address(url: str | None, longest: int = 512) -> str | None:
    """A link of ours made safe to stand inside markdown; None when it is no http(s) address or too long."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    address = quote(url, safe=":/?#@!$&*+,;=%-._~", errors="replace")
    return address if len(address) <= longest else None


def link(text: str, url: str, longest: int = 512) -> str:
    """A masked link; only the text when the address is unusable."""
    address, label = web_address(url, longest), escape(text)
    return f"[{label}]({address})" if address and label else label


def moment(value: Timestamp) -> str:
    """A timestamp that each reader sees in their own time zone."""
    return f"<t:{int(value.at.timestamp())}:{_STYLE[value.style]}>"


def span(value: Span) -> str:
    """One part of a line as markdown."""
    if isinstance(value, Timestamp):
        return moment(value)
    if isinstance(value, Link):
        return link(value.text, value.url)
    if isinstance(value, ChannelName) and _CHANNEL.match(value.text):
        return f"<#{value.text}>"
    if isinstance(value, ChannelName):
        return escape(value.text)
    if isinstance(value, Strong):
        words = escape(value.text)
        return f"**{words}**" if words else ""
    return _spaced(value)


def render(line: Line, limit: int) -> str:
    """A line as markdown of at most `limit` units; what does not fit is cut at a part's end or inside plain text."""
    written = ""
    for part in _joined(line):
        left = limit - units(written)
        piece = span(part)
        if units(piece) <= left:
            written += piece
            continue
        if isinstance(part, str):
            written += cut(part, left)
        break
    return written.strip()


def render_lines(lines: Sequence[Line], limit: int, *, prefix: str = "") -> str:
    """Several lines, each on its own, an empty one as a gap; says how many are left out when they do not fit
    into `limit` units."""
    rows: list[str] = []
    left = limit
    for index, line in enumerate(lines):
        after = len(lines) - index - 1
        room = left - units(prefix) - (_MORE_ROOM if after else 0)
        text = render(line, room)
        if not text and room < _LINE_ROOM:
            rows += [f"{ELLIPSIS} and {after + 1} more"] if left >= _MORE_ROOM else []
            break
        if text or (rows and not line):
            rows.append(prefix + text if text else "")
            left -= units(rows[-1]) + 1
    return "\n".join(rows)


def cut(text: str, limit: int, *, lines: bool = False) -> str:
    """Escape as much of a text as fits into `limit` units, with an ellipsis where it was cut."""
    plain = clean(text, lines=lines)
    if len(plain) <= limit and units(whole := _inert(plain)) <= limit:
        return whole
    low, high = 0, min(len(plain), max(limit, 0))
    while low < high:  # the longest start that fits with the ellipsis; a longer start is never shorter
        middle = (low + high + 1) // 2
        if units(_inert(plain[:middle].rstrip())) < limit:
            low = middle
        else:
            high = middle - 1
    return _inert(plain[:low].rstrip()) + ELLIPSIS if low else ""


def quoted(post: Quote, limit: int) -> str:
    """A stranger's post as a block quote, with its link and age at its end."""
    source = f"{link(post.label, post.url)} · {moment(Timestamp(post.at, TimestampStyle.AGO))}"
    text = re.sub(r"\n\s*\n+", "\n", post.text.strip())
    room = limit - units(source) - 1
    body = cut(text, room - 2 * (text.count("\n") + 1), lines=True)
    if not body:
        return source if units(source) <= limit else ""
    return "\n".join(f"> {row}" for row in body.split("\n")) + f"  {source}"


def _spaced(text: str) -> str:
    """Escape, keeping one space at either end: lines are put together from parts."""
    body = escape(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and body else ""
    return before + body + after


def _joined(line: Line) -> list[Span]:
    """Neighbouring plain parts as one, so that nothing dangerous hides at a seam."""
    parts: list[Span] = []
    for part in line:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


TEXT_LIMIT = 3700  # of Discord's 4000: room for words of our own, and a joint more or less never matters


class TextBudget:
    """The units of text that are left for one message."""

    def __init__(self, units: int = TEXT_LIMIT) -> None:
        self.left = units

    def take(self, cap: int) -> int:
        """How much a block may use: its cap, or what is left."""
        return max(0, min(cap, self.left))

    def spend(self, written: str) -> str:
        """Count a block that was written."""
        self.left -= units(written) + 1
        return written
