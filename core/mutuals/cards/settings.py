"""The settings in the chats: what holds and why, and the form in which an admin changes it. Pure."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from mutuals.cards import queue
from mutuals.cards.fields import HINT, LABEL, Choice, Field, FieldsForm
from mutuals.cards.lists import answer_card
from mutuals.cards.markup import (
    Button,
    ChannelName,
    EphemeralReply,
    Intent,
    Line,
    ListItem,
    Span,
    Strong,
    Timestamp,
    TimestampStyle,
)
from mutuals.cards.phrases import ELLIPSIS
from mutuals.cards.setting_groups import GROUPS, Group, Setting
from mutuals.domain.ids import settings_id
from mutuals.domain.setting_values import Origin, SettingName, SettingValue

FILES = "-"  # the entry of a menu that puts a setting back
NO_CHANNEL = ("", "off")
SHOWN = 80  # characters of a value in a list


def listing(
    brand_id: str, chat: str, values: Mapping[SettingName, SettingValue], *, may: bool
) -> EphemeralReply:
    """Every group with what holds in it; whoever may changes it by its button, others look at it."""
    items = tuple(
        ListItem(_lines(one, chat, values), settings_id(brand_id, one.id),
                 (Button(Intent.SETTINGS, "Change" if may else "Details"),), one.title)
        for one in GROUPS
    )  # fmt: skip
    note = "" if may else "Admins change them. "
    more: Line = (f"{note}One group with the grounds of each value: /mutuals settings hours",)
    return EphemeralReply(card=answer_card("Settings", sections=items, status=(more,)))


def _lines(one: Group, chat: str, values: Mapping[SettingName, SettingValue]) -> tuple[Line, ...]:
    found = _held(one, chat, values)
    said: list[Span] = []
    unset = len(found) > 1 and all(not each.choices and not value.value for each, value in found)
    for each, value in () if unset else found:
        said += [f"{' · ' if said else ''}{each.label}: ", _value(each, value.value)]
    own = [each.label for each, value in found if value.origin is Origin.CHAT]
    marked: tuple[Line, ...] = ((f"Set in chat: {', '.join(own)}",),) if own else ()
    return (
        (Strong(one.title),),
        queue.joined(tuple(said)) or ("Nothing is set." if unset else "Nothing to set in this chat.",),
        *marked,
    )


def details(one: Group, chat: str, values: Mapping[SettingName, SettingValue]) -> EphemeralReply:
    """Every value of a group on a line with its grounds."""
    lines: list[Line] = []
    for each, value in _held(one, chat, values):
        below: Line = (" Put back, it is ", _whole(each, value.below), ".") if value.own else ()
        lines.append(
            (Strong(each.label), ": ", _whole(each, value.value), " (", *grounds(value), ").", *below)
        )
    return EphemeralReply(card=answer_card(one.title, tuple(lines)))


def grounds(value: SettingValue) -> Line:
    """Where a value comes from."""
    if value.origin is Origin.CHAT and value.at is not None:
        return (f"set in chat by {value.by} on ", Timestamp(value.at, TimestampStyle.DATE))
    return (_WORDS[value.origin].format(place=value.place),)


_WORDS = {
    Origin.CHAT: "set in chat",
    Origin.COMMAND: "set for this brand with mutuals brand set",
    Origin.ENVIRONMENT: "set in the environment",
    Origin.FILE: "set in {place}",
    Origin.DEFAULT: "default",
}


def form(
    brand_id: str,
    one: Group,
    chat: str,
    values: Mapping[SettingName, SettingValue],
    zone: tzinfo,
    *,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> FieldsForm:
    """The form of a group: a field is empty, or on its first entry, where nothing is set for this brand. `typed` is
    what stood in it before it was refused."""
    fields = []
    for each, value in _held(one, chat, values):
        now = value.value if value.own else ""
        given = (typed or {}).get(each.field, now)
        hint, choices = _hint(each, value, zone), _choices(each, value)
        fields.append(
            Field(
                each.field, each.label[:LABEL], hint, given or (FILES if choices else ""), choices, each.lines,
                each.longest, (errors or {}).get(each.field, ""),
            )
        )  # fmt: skip
    return FieldsForm(settings_id(brand_id, one.id), Intent.SETTINGS, one.title, tuple(fields))


def _hint(each: Setting, value: SettingValue, zone: tzinfo) -> str:
    """What may be written and what holds otherwise; where there is no room for all of it, what may be written stays."""
    since = _since(value, zone)
    if each.choices:
        return since or "What holds for all brands stands first."
    allowed = f"{each.allowed}. " if each.allowed else ""
    held = "" if each.names_channel and value.below not in NO_CHANNEL else f"{each.shown(value.below)} "
    otherwise = f"Empty: {held}({_place(value)})" if held else f"Empty: as {_place(value)}"
    fitting = (f"{since}{allowed}{otherwise}", f"{allowed}{otherwise}", f"{allowed}Empty: back to the file")
    return next((hint for hint in fitting if len(hint) <= HINT), each.allowed[:HINT])


def _since(value: SettingValue, zone: tzinfo) -> str:
    if value.origin is Origin.CHAT and value.at is not None:
        day = value.at.astimezone(zone)
        return f"Set by {value.by[:20]} on {day.day} {day:%b}. "
    return "Set by a command. " if value.origin is Origin.COMMAND else ""


def _place(value: SettingValue) -> str:
    """Where what holds otherwise comes from."""
    return _WORDS[value.below_origin].format(place=value.place)


def _choices(each: Setting, value: SettingValue) -> tuple[Choice, ...]:
    """The entries of a menu; the first one puts it back."""
    if not each.choices:
        return ()
    return (Choice(FILES, f"{each.shown(value.below)} ({_place(value)})"[:75]), *each.choices)


def saved(
    one: Group, chat: str, before: Mapping[SettingName, SettingValue], now: Mapping[SettingName, SettingValue]
) -> EphemeralReply:
    """What is another value than before, and what was put back."""
    lines: list[Line] = []
    for each, value in _held(one, chat, now):
        old = before.get(value.name)
        if old is None or (old.value, old.own) == (value.value, value.own):
            continue
        again = "" if value.own else f" again ({_place(value)})"
        lines.append((Strong(each.label), ": ", _value(each, value.value), f"{again}."))
    if not lines:
        return EphemeralReply((("Nothing was changed.",),))
    note: Line = ("It holds at once here, and within half a minute on every machine. It wins over the file.",)
    return EphemeralReply((("Saved. ", *note), *lines))


def unknown(word: str, near: str | None) -> EphemeralReply:
    """There is no such group."""
    meant = f" Did you mean {near}?" if near else ""
    known = ", ".join(one.id for one in GROUPS)
    return EphemeralReply(
        ((f"There are no settings called “{_short(word)}”.{meant}",), (f"There are: {known}.",)), ok=False
    )


def names(one: Group, chat: str) -> list[SettingName]:
    """The settings of a group as they are called in this chat."""
    return [_name(each, chat) for each in one.settings]


def _name(each: Setting, chat: str) -> SettingName:
    return SettingName(each.field, chat if each.of_chat else "")


def _held(
    one: Group, chat: str, values: Mapping[SettingName, SettingValue]
) -> Sequence[tuple[Setting, SettingValue]]:
    return [(each, values[name]) for each in one.settings if (name := _name(each, chat)) in values]


def _value(each: Setting, value: str) -> Span:
    """A value for a list: a channel by its name, anything else cut to its first characters."""
    shown = _whole(each, value)
    return _short(shown) if isinstance(shown, str) else shown


def _whole(each: Setting, value: str) -> str | ChannelName:
    return ChannelName(value) if each.names_channel and value not in NO_CHANNEL else each.shown(value)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}{ELLIPSIS}"
