"""A form of several fields, as every chat shows it before its own markup. Both chats take five fields at most."""

from dataclasses import dataclass

from mutuals.cards.markup import Intent

MOST_FIELDS = 5  # Discord's modals hold no more
LABEL, HINT = 45, 100  # characters of a field's name and of what stands beside it, in Discord
FIELD_FORMS = frozenset(
    {Intent.SETTINGS, Intent.SAVED_REPLY, Intent.ASSIGN, Intent.HAND_OFF, Intent.SEND_BACK}
)  # what opens such a form
AGAIN = "again"  # the value of a button that opens a form with what was typed into it last


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field may have, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """A text to fill in, one of `choices`, where there are any, or one of the `people` of the chat. `error` is what was
    wrong with the last attempt."""

    id: str
    label: str
    hint: str = ""
    value: str = ""
    choices: tuple[Choice, ...] = ()
    lines: bool = False  # of several lines
    longest: int = 300
    error: str = ""
    many: bool = False  # several of the choices may be chosen; `value` holds theirs with commas between
    people: bool = False


@dataclass(frozen=True, slots=True)
class FieldsForm:
    """What a person fills in about one thing. `target` and `do` come back with it, and with the button that opens it."""

    target: str
    do: Intent
    title: str
    fields: tuple[Field, ...]
    send: str = "Save"  # the button, where a chat lets us name it
