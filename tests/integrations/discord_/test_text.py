"""Strangers' words do nothing in Discord, and say the same as before."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mutuals.cards.markup import Line, Link, Quote, Strong, Timestamp, TimestampStyle
from mutuals_discord import text

AT = datetime(2026, 11, 3, 14, 2, tzinfo=UTC)
NASTY = st.lists(
    st.sampled_from(
        [
            "@everyone", "@here", "<@123456789012345678>", "<@&1>", "<#2>", "</mutuals queue:3>", "<:pepe:44>",
            "<a:x:5>", "<t:1:R>", "<id:home>", "https://evil.example/x", "HTTP://evil.example", "steam://run/1",
            "discord.gg/abc", "discord.com/invite/abc", "[text](https://evil.example)", "||", "```", "`", "**",
            "__", "~~", "*", "_", "\\", "\n", "\r\n", "\u2028", "# ", "-# ", "> ", ">>> ", "- ", "+ ", "1. ",
            "word", " ", "\u202e", ":smile:", "@", "e", "<", ">", "/", ":", "(", ")", "[", "]", "<mailto:a@b.c>",
        ]
    )
    | st.text(max_size=6),
    max_size=12,
).map("".join)  # fmt: skip


def alive(markdown: str) -> str | None:
    """What Discord would still make something of: read as its client reads, backslash pairs first."""
    plain = re.sub(r"\\[^0-9A-Za-z\s]", "\ufffc", markdown)
    patterns = {
        "markup": r"[\\*_~`|<>\[\]]",
        "a heading, list or quote": r"(?m)^\s*([-+#>]|\d+\.)",
        "an address": r"\w://",
        "an emoji": r":[^\s:]+:",
    }
    raw = {
        "a ping": r"(?i)@(everyone|here|[!&]?\d)",
        "an invite": r"(?i)discord(app)?\.(gg|com)/",
        "a link": r"(?i)(https?|steam)://",
        "reversed text": "[\u202a-\u202e\u2066-\u2069]",
    }
    found = [name for name, pattern in patterns.items() if re.search(pattern, plain)]
    found += [name for name, pattern in raw.items() if re.search(pattern, markdown)]
    return found[0] if found else None


def shown(markdown: str) -> str:
    """The characters a reader sees."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown).replace(text.SPLIT, "")


@settings(deadline=None)
@given(NASTY)
def test_a_strangers_text_does_nothing(words: str):
    assert alive(text.escape(words)) is None
    assert alive(text.escape(words, lines=True)) is None


@settings(deadline=None)
@given(NASTY)
def test_a_strangers_text_still_says_the_same(words: str):
    assert shown(text.escape(words)) == text.clean(words).replace(text.SPLIT, "")


@settings(deadline=None)
@given(NASTY, NASTY)
def test_nothing_dangerous_hides_where_two_parts_of_a_line_meet(first: str, second: str):
    assert alive(text.render((first, second), 4000)) is None


@settings(deadline=None)
@given(NASTY, st.integers(0, 120))
def test_a_text_cut_short_fits_and_still_does_nothing(words: str, limit: int):
    short = text.cut(words, limit)

    assert text.units(short) <= limit
    assert alive(short) is None


@settings(deadline=None)
@given(NASTY)
def test_every_line_of_a_quoted_post_stays_inside_the_quote(words: str):
    source = "[View post](https://x.com/a/status/1) · <t:1793714520:R>"
    shown = text.quoted(Quote(words, "https://x.com/a/status/1", AT), 2000)

    assert shown.endswith(source)
    rows = shown.removesuffix(source).rstrip().split("\n") if shown != source else []
    assert all(row.startswith("> ") and alive(row[2:]) is None for row in rows)


@settings(deadline=None)
@given(st.lists(st.tuples(NASTY | st.builds(Strong, NASTY) | st.builds(Link, NASTY, NASTY)), max_size=8))
def test_lines_fit_into_their_room(lines: list[Line]):
    assert text.units(text.render_lines(lines, 100)) <= 100


def test_lines_left_out_are_counted():
    lines = [(f"line {number} of a list",) for number in range(20)]

    *_, last = text.render_lines(lines, 120).split("\n")

    assert re.fullmatch(r"… and \d+ more", last)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.com/a(b)", "[more](https://x.com/a%28b%29)"),
        ("http://127.0.0.1:8080/x?a=1&b=2", "[more](http://127.0.0.1:8080/x?a=1&b=2)"),
        ("javascript:alert(1)", "more"),
        ("https://", "more"),
        ("https://[broken", "more"),
        ("", "more"),
    ],
)
def test_links_are_ours_and_stay_whole(url: str, written: str):
    assert text.link("more", url) == written


def test_moments_show_in_the_readers_own_time():
    line = (
        "Due ",
        Timestamp(AT, TimestampStyle.AGO),
        ", opened ",
        Timestamp(AT),
        " on ",
        Timestamp(AT, TimestampStyle.DATE),
    )

    assert text.render(line, 200) == "Due <t:1793714520:R>, opened <t:1793714520:f> on <t:1793714520:D>"
