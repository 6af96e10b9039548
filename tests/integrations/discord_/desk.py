"""A Interactions for the tests: it remembers what it was asked, and answers what the test laid out."""

from dataclasses import dataclass, field, replace

from mutuals.cards.markup import EphemeralReply, Form, Intent, Quote, Template
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, OnStored

HOLDING = Template("holding-1", "We are on it", "Thanks for telling us, Jo. We are looking into it.")
OTHER = Template("holding-2", "Need a moment", "Sorry, Jo. We need a moment to check this.")


@dataclass
class RecordingDesk:
    """Counts characters one by one, keeps drafts by alert and person, and sends to nowhere."""

    limit: int = 280
    quote: Quote | None = None
    answer: EphemeralReply | None = None
    refusal: EphemeralReply | None = None  # instead of a form
    trouble: Exception | None = None  # raised by everything that works
    clicks: list[Click] = field(default_factory=list)
    forms: list[tuple[Click, str | None]] = field(default_factory=list)
    drafts: dict[tuple[str, str], str] = field(default_factory=dict)
    closings: list[Click] = field(default_factory=list)
    sent: list[tuple[Click, str]] = field(default_factory=list)
    commands: list[tuple[Actor, str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # typed after a command
    opened: int = 0  # how often we were told that a place may be open again

    async def place_opened(self) -> None:
        """The kit's `opened`."""
        self.opened += 1

    async def press(self, click: Click) -> EphemeralReply | None:
        self.clicks.append(click)
        if self.trouble:
            raise self.trouble
        return self.answer

    async def open_form(self, click: Click, template: str | None = None) -> Form | EphemeralReply:
        self.forms.append((click, template))
        if self.trouble:
            raise self.trouble
        if self.refusal:
            return self.refusal
        templates = (HOLDING, OTHER) if click.do is Intent.ACKNOWLEDGE else ()
        text = self.drafts.get((click.alert_id, click.actor.key), "")
        text = next((one.text for one in templates if one.id == template), text)
        notes = (("Goes out as @sana.",),)
        return Form(click.alert_id, click.do, "Reply to Jo", self.quote, text, self.limit, notes, templates)

    def measure(self, alert_id: str, text: str) -> tuple[int, int]:
        return len(text), self.limit

    async def keep_draft(self, click: Click, text: str) -> None:
        self.drafts[click.alert_id, click.actor.key] = text

    async def close_form(self, click: Click) -> None:
        self.closings.append(click)

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        if taken is not None and not await taken():
            return EphemeralReply((("Nothing was sent.",),), ok=False)
        self.sent.append((click, text))
        if self.trouble:
            raise self.trouble
        return EphemeralReply(lines=(("Your reply is on its way.",),))

    async def command(self, actor: Actor, name: str, words: str = "", place: str = "") -> EphemeralReply:
        self.words.append(words)
        self.commands.append((actor, name))
        return self.answer or EphemeralReply(lines=((f"Nothing is waiting in {name}.",),))


def again(form: Form, error: str) -> EphemeralReply:
    """What a Interactions answers when a text did not go."""
    return EphemeralReply(lines=((error,),), ok=False, form=replace(form, error=error))
