"""Cards for the tests, and strategies that make any card at all."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from mutuals.cards.markup import (
    Button,
    Card,
    EphemeralReply,
    Form,
    Intent,
    Link,
    ListItem,
    Profile,
    Quote,
    Strong,
    Template,
    Timestamp,
    TimestampStyle,
    Tone,
)
from mutuals.ports.interactions import Click

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALERT = "brand-1/person-2/1"
NASTY = "Hi <!channel> <@U123> @here &lt; *bold* _it_ `code` :tada: https://evil.example > me"
MENU = (
    Button(Intent.CLAIM, "Claim"),
    Button(Intent.SNOOZE, "Snooze 1 hour", "1h"),
    Button(Intent.SNOOZE, "Snooze until tomorrow", "tomorrow"),
    Button(Intent.SNOOZE, "Snooze 1 week", "1w"),
    Button(Intent.DISMISS, "Dismiss: spam", "spam"),
    Button(Intent.DISMISS, "Dismiss: not for us", "not_for_us"),
    Button(Intent.VIEW, "View on X", url="https://x.example/ana/status/1"),
)
BUTTONS = (
    Button(Intent.REPLY, "Reply", primary=True),
    Button(Intent.ACKNOWLEDGE, "Acknowledge"),
    Button(Intent.FOLLOW, "Follow", url="https://x.example/intent/follow?user_id=2"),
)


def alert_card(**changes: Any) -> Card:
    """A complaint as the words would make it."""
    given: dict[str, Any] = {
        "key": f"alert/{ALERT}",
        "version": 1,
        "tone": Tone.CARE,
        "headline": "Complaint from Ana",
        "summary": "Ana (@ana) complains: My parcel never came",
        "alert_id": ALERT,
        "who": Profile("Ana", "ana", "https://x.example/ana", "https://x.example/ana.png"),
        "why": (
            (
                "Due ",
                Timestamp(NOW, TimestampStyle.AGO),
                ", see ",
                Link("the rule", "https://x.example/rule"),
            ),
        ),
        "quotes": (Quote("My parcel never came", "https://x.example/ana/status/1", NOW),),
        "facts": (("Waiting", (Timestamp(NOW, TimestampStyle.TIME),)), ("Class", (Strong("complaint"),))),
        "status": (("Claimed by ", Strong("Bo")),),
        "buttons": BUTTONS,
        "menu": MENU,
    }
    return Card(**(given | changes))


def reply_form(click: Click, text: str = "") -> Form:
    """A form with everything that one can have."""
    return Form(
        alert_id=click.alert_id,
        do=click.do,
        title="Reply to @ana",
        quote=Quote("My parcel never came <!channel>", "https://x.example/ana/status/1", NOW),
        text=text,
        limit=280,
        notes=(("It goes out as ", "@brand", "."),),
        templates=(Template("sorry", "Sorry", "Sorry, Ana! We look into it."),),
    )


def blocks_text(body: Any) -> str:
    """All of it as JSON, readable."""
    return json.dumps(body, ensure_ascii=False)


texts = st.text(max_size=40) | st.sampled_from(
    ["", " ", NASTY, "x" * 5000, "wörd " * 900, "😀" * 2000, "\x00\ud800a"]
)
urls = st.sampled_from(
    [
        "https://x.example/a",
        "http://x.example/" + "a" * 2900,
        "https://x.example/" + "b" * 5000,
        "javascript:x",
        "",
        "https://x.example/<a|b>",
    ]
)
moments = st.builds(
    Timestamp,
    st.integers(-600_000_000, 10_000_000_000).map(lambda at: datetime.fromtimestamp(at, UTC)),
    st.sampled_from(TimestampStyle),
)
spans = texts | moments | st.builds(Link, texts, urls) | st.builds(Strong, texts)
lines = st.lists(spans, max_size=4).map(tuple)
many_lines = st.lists(lines, max_size=4).map(tuple) | lines.map(lambda line: (line,) * 80)
some_buttons = st.builds(Button, st.sampled_from(Intent), texts, texts, st.booleans(), st.none() | urls)
many_buttons = st.lists(some_buttons, max_size=30).map(tuple)
quotes = st.builds(Quote, texts, urls, st.just(NOW))
cards = st.builds(
    Card,
    key=texts,
    version=st.integers(0, 10**6),
    tone=st.sampled_from(Tone),
    headline=texts,
    summary=texts,
    alert_id=st.none() | texts | st.just(ALERT),
    who=st.none() | st.builds(Profile, texts, texts, urls, st.none() | urls),
    why=many_lines,
    quotes=st.lists(quotes, max_size=8).map(tuple),
    facts=st.lists(st.tuples(texts, lines), max_size=20).map(tuple),
    body=many_lines,
    sections=st.lists(
        st.builds(
            ListItem, many_lines, st.just(ALERT) | texts, st.lists(some_buttons, max_size=6).map(tuple)
        ),
        max_size=20,
    ).map(tuple),
    status=many_lines,
    buttons=many_buttons,
    menu=many_buttons,
    ping=st.booleans(),
)
forms = st.builds(
    Form,
    alert_id=st.just(ALERT),
    do=st.sampled_from([Intent.REPLY, Intent.ACKNOWLEDGE]),
    title=texts,
    quote=st.none() | quotes,
    text=texts,
    limit=st.just(280),
    notes=many_lines,
    templates=st.lists(st.builds(Template, texts, texts, texts, texts), max_size=5).map(tuple),
    error=st.none() | texts,
    warnings=many_lines,
    passes=st.sampled_from(["", "!abcdef"]),
    buttons=many_buttons,
)
answers = st.builds(
    EphemeralReply, many_lines, st.booleans(), many_buttons, st.none() | cards, st.none() | forms
)
