"""Words for Slack: lines as rich text that nothing is read into, and plain text for notifications.

Strangers' words go into rich_text `text` elements and plain_text objects only, which Slack shows
as they are: no mentions, no links, no emoji codes, no formatting. Only our own fixed words are mrkdwn.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from mutuals.cards.markup import ChannelName, Line, Link, Span, Strong, Timestamp, TimestampStyle, calm

Json = dict[str, Any]

MAX_URL = 3000  # docs.slack.dev/reference/block-kit: longest `url` of a button
WRAPPING = 40  # characters of JSON around each piece: it is not known whether Slack counts them, so we do
MORE = "…"
_FORMATS = {
    TimestampStyle.CLOCK: "{time}",
    TimestampStyle.SECONDS: "{time_secs}",
    TimestampStyle.TIME: "{date_short_pretty} {time}",
    TimestampStyle.DATE: "{date_long_full}",
    TimestampStyle.AGO: "{ago}",
}
_EMOJI_CODE = re.compile(r":(?=[a-z0-9_+'-]+:)", re.IGNORECASE)
_EVERYBODY = re.compile(r"@(?=(channel|here|everyone)\b)", re.IGNORECASE)
_CHANNEL = re.compile(r"\A[CG][A-Z0-9]{2,40}\Z")
_JOINER = "\N{WORD JOINER}"  # shows as nothing, and keeps a code from being one
_BREAKS = re.compile("[\x85\u2028\u2029]")


def part(value: Any, name: str) -> Json:
    """The object under a name; an empty one where there is none, or something else."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def clean(text: str) -> str:
    """The text without control characters and half surrogates, which JSON or Slack would trip over, and without
    direction marks, which distort the text around it."""
    return calm(_BREAKS.sub(" ", text))


def cut(text: str, most: int) -> str:
    """At most `most` characters (as Slack and JavaScript count them), cut at a word with an ellipsis."""
    if most < 1:
        return ""
    text = clean(text.lstrip()[: 2 * most + 100]).strip()  # no need to look at what can't be shown
    if length(text) <= most:
        return text
    head = text[: most - 1]
    while length(head) > most - 1:
        head = head[: -max(1, (length(head) - most + 1) // 2)]
    words, space, _rest = head.rpartition(" ")
    if space and length(words) > most // 2:
        head = words
    return head.rstrip(" \n,;:-–") + MORE


def length(text: str) -> int:
    """UTF-16 units, the larger of the two ways to count."""
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


def escape(text: str, most: int = 3000) -> str:
    """Text for a message's `text`: & < > escaped (docs.slack.dev), nobody called, no emoji codes made."""
    text = _EVERYBODY.sub("@" + _JOINER, _EMOJI_CODE.sub(":" + _JOINER, cut(text, most)))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def usable(url: str | None) -> str | None:
    """The URL if Slack takes it as a link, else None."""
    if url is None or len(url) > MAX_URL or not re.fullmatch(r"https?://[^\s<>|\"\\]+", url):
        return None
    return url if clean(url) == url else None


def plain_object(text: str, most: int) -> Json:
    """A plain_text object, shown as it is; a lone dash when there are no words, since Slack wants one."""
    return {"type": "plain_text", "text": cut(text, most) or "–", "emoji": False}


def spoken(moment: Timestamp) -> str:
    """A point in time in words, in UTC, where Slack can't show it in the reader's zone."""
    at = moment.at.astimezone(UTC)
    return (
        f"{at.day} {at:%B %Y}" if moment.style is TimestampStyle.DATE else f"{at.day} {at:%b %Y, %H:%M} UTC"
    )


def plain(line: Line) -> str:
    """A line as plain words."""
    return "".join(_plain_span(span) for span in line)


def _plain_span(span: Span) -> str:
    if isinstance(span, str):
        return span
    return spoken(span) if isinstance(span, Timestamp) else span.text


def text_element(text: str, *, bold: bool = False) -> Json:
    """A rich_text piece that is shown as it is."""
    element: Json = {"type": "text", "text": text}
    return element | {"style": {"bold": True}} if bold else element


def date_element(moment: Timestamp) -> Json:
    """A rich_text date: the reader's own zone, and UTC where that fails."""
    seconds = max(0, int(moment.at.timestamp()))
    return {
        "type": "date",
        "timestamp": seconds,
        "format": _FORMATS[moment.style],
        "fallback": spoken(moment),
    }


ESCAPED = ('"', "\\", "\n")  # two characters each in JSON, as which Slack may count a message


class TextBudget:
    """How many characters one message may still hold."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, text: str, most: int) -> str:
        """As much of the text as fits into `most` and into what is left; "" when nothing does."""
        taken = cut(text, min(most, self.left))
        self.left -= length(taken) + sum(map(taken.count, ESCAPED))
        return taken

    def spend(self, cost: int) -> bool:
        """Take `cost` characters if they are there."""
        if cost > self.left:
            return False
        self.left -= cost
        return True


def rich(line: Sequence[Span], budget: TextBudget, most: int = 600) -> list[Json]:
    """A line as rich_text elements, within `most` characters and the budget."""
    elements: list[Json] = []
    room = TextBudget(most)
    for span in line:
        if not budget.spend(WRAPPING):
            break
        element = _rich_span(span, budget, room)
        if element is not None:
            elements.append(element)
    return elements


def _rich_span(span: Span, budget: TextBudget, room: TextBudget) -> Json | None:
    if isinstance(span, Timestamp):
        element = date_element(span)
        cost = len(element["format"]) + len(element["fallback"])
        return element if room.left > 0 and budget.spend(cost) else None
    raw = span if isinstance(span, str) else span.text
    if isinstance(span, ChannelName) and _CHANNEL.match(raw):
        return {"type": "channel", "channel_id": raw} if room.left > 0 and budget.spend(len(raw)) else None
    text = _keep_edges(raw, budget.take(raw, room.left), budget)
    room.left -= length(text)
    if not text:
        return None
    url = usable(span.url) if isinstance(span, Link) else None
    if url is not None and budget.spend(len(url)):
        return {"type": "link", "url": url, "text": text}
    return text_element(text, bold=isinstance(span, Strong))


def _keep_edges(raw: str, taken: str, budget: TextBudget) -> str:
    """Give back the space before and after that cutting takes away: it separates two spans."""
    raw = clean(raw)
    if not taken:
        blank = bool(raw) and raw.isspace() and budget.spend(1)
        return " " if blank else ""
    before = " " if raw[:1] == " " and budget.spend(1) else ""
    after = " " if raw[-1:] == " " and not taken.endswith(MORE) and budget.spend(1) else ""
    return before + taken + after


def sections(lines: Iterable[Line], budget: TextBudget, most_lines: int, most: int = 600) -> list[Json]:
    """Lines as rich_text sections, one line each, as many as fit."""
    made: list[Json] = []
    for line in lines:
        if len(made) >= most_lines or budget.left < 1:
            break
        elements = rich(line, budget, most)
        if elements and budget.spend(WRAPPING):
            made.append({"type": "rich_text_section", "elements": elements})
    return made


def rich_block(elements: list[Json]) -> list[Json]:
    """One rich_text block of these parts, or nothing when there are none."""
    return [{"type": "rich_text", "elements": elements}] if elements else []


def quote(
    text: str, at: datetime, link: tuple[str, str | None], budget: TextBudget, most: int = 700
) -> list[Json]:
    """A stranger's words as a quote, then on the same line the link (label, URL) and when it was written."""
    words = budget.take(text, most)
    if not words:
        return []
    foot = rich((Link(link[0], link[1] or ""), " · ", Timestamp(at, TimestampStyle.AGO)), budget)
    between = [text_element("  ")] if foot else []
    return [{"type": "rich_text_quote", "elements": [text_element(words), *between, *foot]}]


def words(sentence: str) -> list[Json]:
    """A sentence as the only block."""
    element = text_element(cut(sentence, 2900) or "–")
    return rich_block([{"type": "rich_text_section", "elements": [element]}])
