"""The saved replies of a brand in the chats: the list, and the form in which one is written. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mutuals.cards.fields import Choice, Field, FieldsForm
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import Button, EphemeralReply, Intent, Line, ListItem, Strong
from mutuals.cards.phrases import ELLIPSIS, counted
from mutuals.domain.ids import saved_reply_id
from mutuals.domain.saved_replies import LANGUAGES, LONGEST_NAME, LONGEST_TEXT, ReplyKind, SavedReply

PAGE = 6  # of a list; each has its text and two buttons
SHOWN = 160  # characters of a text in the list
NEW = "new"  # in place of an id: one that is to be written
BACK = "back"  # the value of a button that puts a removed one back
NAME, LANGUAGE, KINDS, TEXT = "name", "language", "kinds", "text"
KIND_LABELS: Mapping[ReplyKind, str] = {
    ReplyKind.COMPLAINT: "Complaint",
    ReplyKind.QUESTION: "Question",
    ReplyKind.CONCERN: "Concern or idea",
    ReplyKind.WANTS_FOLLOW: "Asks to be followed",
    ReplyKind.PRAISE: "Praise",
    ReplyKind.FAN: "Fan",
    ReplyKind.HOLDING: "Holding reply (Acknowledge)",
}
FIELDS_HINT = (
    "Filled in: {hi} {first_name|there} {what} {since} {brand} {handle} {me}. Behind |: if not known."
)


def listing(
    brand_id: str, replies: Sequence[SavedReply], start: int, words: str, *, may: bool
) -> EphemeralReply:
    """A page of the list from `start` on; `words` is what the next page is asked for with. `may` change them."""
    page = replies[start : start + PAGE]
    own = sum(one.at is not None for one in replies)
    head: Line = (f"{own} of your own, {counted(len(replies) - own, 'starter')}.",)
    add = ListItem(
        (head,), saved_reply_id(brand_id, NEW), (Button(Intent.SAVED_REPLY, "Add one", primary=True),), "Add"
    )
    items = [_item(brand_id, one, may=may) for one in page]
    rest = len(replies) - start - len(page)
    asked = f"/mutuals replies {words}".strip()
    end: Line = (f"{rest} more: {asked} {start // PAGE + 2}",) if rest > 0 else ("That is all of them.",)
    note: list[Line] = [end] if may else [end, ("Approvers and admins add, change and remove them.",)]
    card = answer_card(
        "Saved replies",
        () if may else (head,),
        sections=tuple([add, *items] if may else items),
        status=tuple(note),
    )
    return EphemeralReply(card=card)


def _item(brand_id: str, one: SavedReply, *, may: bool) -> ListItem:
    text = " ".join(one.text.split())
    shown = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}{ELLIPSIS}"
    buttons = (Button(Intent.SAVED_REPLY, "Change"), Button(Intent.REMOVE_REPLY, "Remove")) if may else ()
    lines: tuple[Line, ...] = ((Strong(one.name), f" · {described(one)}"), (shown,))
    return ListItem(lines, saved_reply_id(brand_id, one.id), buttons, one.name)


def described(one: SavedReply) -> str:
    """Its language, what it is for, and whose it is."""
    kinds = [KIND_LABELS[kind].partition(" (")[0].lower() for kind in ReplyKind if kind in one.kinds]
    whose = f"by {one.by}" if one.by else "starter"
    return " · ".join([LANGUAGES.get(one.language, one.language), ", ".join(kinds) or "everything", whose])


def form(
    brand_id: str,
    one: SavedReply | None,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> FieldsForm:
    """The form of a reply, or of a new one (None); `typed` is what stood in it before it was refused."""
    held = typed if typed is not None else values(one)
    wrong = errors or {}
    languages = tuple(Choice(code, name) for code, name in LANGUAGES.items())
    kinds = tuple(Choice(kind.value, label) for kind, label in KIND_LABELS.items())

    def field(id_: str, label: str, hint: str) -> Field:
        return Field(id_, label, hint, held.get(id_, ""), error=wrong.get(id_, ""))

    return FieldsForm(
        saved_reply_id(brand_id, one.id if one else NEW),
        Intent.SAVED_REPLY,
        "Saved reply" if one else "New saved reply",
        (
            replace(field(NAME, "Name", "How it is called in the menu."), longest=LONGEST_NAME),
            replace(
                field(LANGUAGE, "Language", "It stands first where a post is in this language."),
                choices=languages,
            ),
            replace(field(KINDS, "For what", "Choose none for everything."), choices=kinds, many=True),
            replace(field(TEXT, "Text", FIELDS_HINT), lines=True, longest=LONGEST_TEXT),
        ),
    )


def values(one: SavedReply | None) -> dict[str, str]:
    """What the fields of the form hold for this reply."""
    if one is None:
        return {LANGUAGE: "en"}
    kinds = ",".join(kind.value for kind in ReplyKind if kind in one.kinds)
    return {NAME: one.name, LANGUAGE: one.language, KINDS: kinds, TEXT: one.text}


def saved(one: SavedReply, example: str | None, used: int, limit: int, *, new: bool) -> EphemeralReply:
    """It is kept; what it looks like for somebody of whom all is known."""
    lines: list[Line] = [("Saved: " if not new else "Added: ", Strong(one.name), f" · {described(one)}")]
    if example:
        lines.append((f"For example: {example}",))
        lines.append((f"{used} of {limit} characters with a signature.",))
    return EphemeralReply(tuple(lines))


def removed(one: SavedReply) -> EphemeralReply:
    """It is gone from the forms, and can be put back."""
    return EphemeralReply(
        (("Removed: ", Strong(one.name), ". Nobody is offered it any more."),),
        buttons=(Button(Intent.REMOVE_REPLY, "Put it back", BACK),),
    )
