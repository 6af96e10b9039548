"""What stands around the field of a form, and above it once it was sent, the same in every chat. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from mutuals.cards.markup import Intent


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words of one kind of form."""

    label: str  # of the field
    send: str  # the button
    under_way: str
    done: str
    not_done: str


_REPLY = FormWords("Your reply", "Send", "Sending…", "Sent", "Not sent")
FORMS: Mapping[Intent, FormWords] = {
    Intent.REPLY: _REPLY,
    Intent.ACKNOWLEDGE: FormWords("Your holding reply", "Send", "Sending…", "Sent", "Not sent"),
    Intent.NOTE: FormWords("Your note", "Save", "Saving…", "Noted", "Not noted"),
}

# The buttons that open a form with one text; a form of several fields: `mutuals.cards.fields.FIELD_FORMS`.
TEXT_FORMS = frozenset({*FORMS, Intent.FOLLOW_AND_ASK})


def form_words(do: Intent) -> FormWords:
    """The words of the form that this button opens."""
    return FORMS.get(do, _REPLY)
