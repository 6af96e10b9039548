"""A Interactions that remembers what it was asked, and answers what the test wants."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from mutuals.cards.markup import EphemeralReply, Form, Intent, Quote, Template
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, OnStored

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LIMIT = 280


def a_form(click: Click, text: str = "") -> Form:
    return Form(
        alert_id=click.alert_id,
        do=click.do,
        title="Reply to @ana",
        quote=Quote("My parcel never came <!channel>", "https://x.example/ana/status/1", NOW),
        text=text,
        limit=LIMIT,
        notes=(("It goes out as ", "@brand", "."),),
        templates=(Template("sorry", "Sorry", "Sorry, Ana! We look into it."),),
    )


@dataclass
class RecordingDesk:
    """Implements the Interactions port. `answers` maps what was done to the Answer to give."""

    clicks: list[Click] = field(default_factory=list)
    forms: list[tuple[Click, str | None]] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)
    closings: list[Click] = field(default_factory=list)
    sent: list[tuple[Click, str]] = field(default_factory=list)
    commands: list[tuple[Actor, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # typed after a command
    answers: dict[str, EphemeralReply | None] = field(default_factory=dict)
    broken: bool = False

    async def press(self, click: Click) -> EphemeralReply | None:
        if self.broken:
            raise RuntimeError("a bug")
        self.clicks.append(click)
        return self.answers.get(click.do.value)

    async def open_form(self, click: Click, template: str | None = None) -> Form | EphemeralReply:
        self.forms.append((click, template))
        refusal = self.answers.get("form")
        if refusal is not None:
            return refusal
        draft = self.drafts.get(click.alert_id, "")
        return a_form(click, "Sorry, Ana! We look into it." if template else draft)

    def measure(self, alert_id: str, text: str) -> tuple[int, int]:
        return len(text), LIMIT

    async def keep_draft(self, click: Click, text: str) -> None:
        self.drafts[click.alert_id] = text

    async def close_form(self, click: Click) -> None:
        self.closings.append(click)

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        if taken is not None and not await taken():
            return EphemeralReply((("Nothing was sent.",),), ok=False)
        self.sent.append((click, text))
        return self.answers.get("send") or EphemeralReply((("Your reply is on X.",),))

    async def command(self, actor: Actor, name: str, words: str = "", place: str = "") -> EphemeralReply:
        self.words.append(words)
        self.commands.append((actor, name))
        return self.answers.get("command") or EphemeralReply(((f"This is {name}.",),))


FORMS = (Intent.REPLY, Intent.ACKNOWLEDGE)
