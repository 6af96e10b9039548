"""An interaction handler that records, for tests of a chat: what the chat calls is kept in order, nothing happens.

interactions = RecordingInteractions()
interactions.answer_with("press", EphemeralReply((("Bo was first.",),), ok=False), do=Intent.CLAIM)
chat = HuddleChat(settings, interactions, ChatKit(MemoryKeyValueStore(), clock))
...  # somebody presses Claim, by the chat's own wire
assert interactions.clicks == [Click("b/p/1", Intent.CLAIM, ana)]
assert interactions.calls[0].method == "press"
"""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from mutuals.cards.fields import Field, FieldsForm
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import Card, EphemeralReply, Form, Intent
from mutuals.domain.model import Actor
from mutuals.ports.interactions import Click, ClickedMessage, OnStored

Answer: TypeAlias = EphemeralReply | Form | FieldsForm | Exception | None

ANSWERED = frozenset(
    {"press", "open_form", "submit", "open_fields", "submit_fields", "command", "home", "find_alert"}
)
SENT = EphemeralReply((("Sent.",),))
NOT_SENT = EphemeralReply((("Nothing was sent.",),), ok=False)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of `Interactions`; what the method does not take is empty. `text` is what was typed: in a form, or after
    a command's `name`. `taken` is what the chat said when it was told that a form was received."""

    method: str
    click: Click | None = None
    text: str = ""
    template: str | None = None
    actor: Actor | None = None
    name: str = ""
    channel: str = ""
    taken: bool = True
    clicked: ClickedMessage | None = None
    fields: Mapping[str, str] = field(default_factory=dict)  # what a form of several fields held
    people: Mapping[str, Actor] = field(default_factory=dict)  # who was chosen in it


def plain_form(click: Click, text: str) -> Form:
    """A form with nothing but the text in it."""
    return Form(click.alert_id, click.do, "Reply", None, text, 280)


class RecordingInteractions:
    """Implements `mutuals.ports.interactions.Interactions`.

    Unless a test lays out something else, a press is answered by None, a form comes with the person's draft and can be
    sent, and a command is answered by its name. `form` makes each form of the click and the text to fill in: the draft, or
    the template that was picked. `limit` is that of every text, counted letter by letter.
    """

    def __init__(self, form: Callable[[Click, str], Form] = plain_form, *, limit: int = 280) -> None:
        self.calls: list[Call] = []
        self.drafts: dict[tuple[str, str], str] = {}  # by alert and person
        self.limit = limit
        self.names: list[str] = []  # of whom somebody may type the name
        self._form = form
        self._answers: defaultdict[tuple[str, Intent | None], deque[Answer]] = defaultdict(deque)

    # --- what a test does ----------------------------------------------------------------

    def answer_with(self, method: str, *answers: Answer, do: Intent | None = None) -> None:
        """Lay out what `method` answers from now on, in order; the last one stays. An exception is raised. `do` limits
        it to one button. Raises ValueError for a method that answers nothing."""
        if method not in ANSWERED:
            raise ValueError(f"{method} is none of {', '.join(sorted(ANSWERED))}")
        self._answers[method, do] = deque(answers)

    @property
    def clicks(self) -> list[Click]:
        """What was pressed, forms aside."""
        return [call.click for call in self._of("press") if call.click]

    @property
    def forms(self) -> list[tuple[Click, str | None]]:
        """The forms that were asked for, each with the template picked."""
        return [(call.click, call.template) for call in self._of("open_form") if call.click]

    @property
    def sent(self) -> list[tuple[Click, str]]:
        """The forms that were sent and received in time."""
        return [(call.click, call.text) for call in self._of("submit") if call.click and call.taken]

    @property
    def closings(self) -> list[Click]:
        """The forms that were closed without being sent."""
        return [call.click for call in self._of("close_form") if call.click]

    @property
    def commands(self) -> list[tuple[Actor, str]]:
        """Who typed which command."""
        return [(call.actor, call.name) for call in self._of("command") if call.actor]

    @property
    def words(self) -> list[str]:
        """What was typed after the commands."""
        return [call.text for call in self._of("command")]

    # --- the port ------------------------------------------------------------------------

    async def press(self, click: Click, clicked: ClickedMessage | None = None) -> EphemeralReply | None:
        """See Interactions.press."""
        self.calls.append(Call("press", click, clicked=clicked))
        answer = self._answer("press", click.do, None)
        assert not isinstance(answer, Form | FieldsForm), "a press is answered by no form"
        return answer

    async def open_form(
        self, click: Click, template: str | None = None, typed: str = ""
    ) -> Form | EphemeralReply:
        """See Interactions.open_form."""
        self.calls.append(Call("open_form", click, typed, template=template))
        form = self._form(click, self.drafts.get((click.alert_id, click.actor.key), ""))
        picked = next((one.text for one in form.templates if one.id == template), None)
        if picked is not None:
            form = self._form(click, picked)
        answer = self._answer("open_form", click.do, form)
        assert isinstance(answer, Form | EphemeralReply), "a form or a reason was asked for"
        return answer

    def measure(self, alert_id: str, text: str, do: Intent = Intent.REPLY) -> tuple[int, int]:
        """Letter by letter. Not recorded: a chat may count as often as it likes."""
        return len(text), self.limit

    async def keep_draft(self, click: Click, text: str) -> None:
        """See Interactions.keep_draft."""
        self.calls.append(Call("keep_draft", click, text))
        self.drafts[click.alert_id, click.actor.key] = text

    async def close_form(self, click: Click) -> None:
        """See Interactions.close_form."""
        self.calls.append(Call("close_form", click))

    async def submit(self, click: Click, text: str, taken: OnStored | None = None) -> EphemeralReply:
        """See Interactions.submit."""
        in_time = taken is None or await taken()
        self.calls.append(Call("submit", click, text, taken=in_time))
        answer = self._answer("submit", click.do, SENT) if in_time else NOT_SENT
        assert isinstance(answer, EphemeralReply), "a sent form is answered by a reply"
        return answer

    async def open_fields(self, click: Click) -> FieldsForm | EphemeralReply:
        """See Interactions.open_fields. Unless a test lays out another one, the form has one field."""
        self.calls.append(Call("open_fields", click))
        usual = FieldsForm(click.alert_id, click.do, "Fields", (Field("name", "Name"),))
        answer = self._answer("open_fields", click.do, usual)
        assert isinstance(answer, FieldsForm | EphemeralReply), "a form of fields or a reason was asked for"
        return answer

    async def submit_fields(
        self, click: Click, typed: Mapping[str, str], people: Mapping[str, Actor] | None = None
    ) -> FieldsForm | EphemeralReply:
        """See Interactions.submit_fields."""
        self.calls.append(Call("submit_fields", click, fields=dict(typed), people=dict(people or {})))
        answer = self._answer("submit_fields", click.do, EphemeralReply((("Saved.",),)))
        assert isinstance(answer, FieldsForm | EphemeralReply), "a sent form is answered by a form or a reply"
        return answer

    async def send_kept(self, click: Click) -> EphemeralReply:
        """Sends the draft. See Interactions.send_kept."""
        return await self.submit(click, self.drafts.get((click.alert_id, click.actor.key), ""))

    async def command(self, actor: Actor, name: str, words: str = "", channel: str = "") -> EphemeralReply:
        """See Interactions.command."""
        self.calls.append(Call("command", actor=actor, name=name, text=words, channel=channel))
        answer = self._answer("command", None, EphemeralReply(((f"This is {name}.",),)))
        assert isinstance(answer, EphemeralReply), "a command is answered by a reply"
        return answer

    async def suggest(self, actor: Actor, typed: str, channel: str = "") -> list[str]:
        """See Interactions.suggest: what `names` holds."""
        self.calls.append(Call("suggest", actor=actor, text=typed, channel=channel))
        return [one for one in self.names if one.startswith(typed.lstrip("@"))]

    async def home(self, actor: Actor) -> tuple[Card, ...]:
        """See Interactions.home."""
        self.calls.append(Call("home", actor=actor))
        answer = self._answer("home", None, EphemeralReply(card=answer_card("This is home.")))
        assert isinstance(answer, EphemeralReply), "a page is made of a reply's card"
        assert answer.card is not None, "a page is made of a reply's card"
        return (answer.card,)

    async def find_alert(
        self, actor: Actor, text: str, alert_id: str | None = None, channel: str = ""
    ) -> str | EphemeralReply:
        """See Interactions.find_alert. Unless laid out, a message that shows no alert is about none."""
        self.calls.append(Call("find_alert", actor=actor, text=text, name=alert_id or "", channel=channel))
        nothing = EphemeralReply((("No alert.",),), ok=False)
        answer = self._answer("find_alert", None, nothing)
        assert isinstance(answer, EphemeralReply), "it is told why there is none"
        return answer if alert_id is None else alert_id

    # --- inside --------------------------------------------------------------------------

    def _of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def _answer(
        self, method: str, do: Intent | None, usual: Answer
    ) -> EphemeralReply | Form | FieldsForm | None:
        """What was laid out for this button, else for the method, else the usual one."""
        answers = self._answers[method, do] or self._answers[method, None]
        answer = (answers.popleft() if len(answers) > 1 else answers[0]) if answers else usual
        if isinstance(answer, Exception):
            raise answer
        return answer
