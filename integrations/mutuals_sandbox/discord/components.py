"""Checks message components, classic and V2, by the rules of Discord's public component reference."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from .errors import Form, Json, Path

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23

SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
IN_ROW = (BUTTON, *SELECTS)
IN_CONTAINER = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
AT_TOP = (*IN_CONTAINER, CONTAINER)

MAX_COMPONENTS = 40  # nested ones count
MAX_TEXT = 4000  # over all text displays of a message
LINK_STYLE, PREMIUM_STYLE = 5, 6
SWITCHES = ("disabled", "spoiler", "divider", "required")

Check = Callable[["Layout", Path, Json], None]


def walk(components: Iterable[Json] | None) -> Iterable[Json]:
    """Every component, depth first, nested ones, accessories and a label's component included."""
    for component in components or ():
        yield component
        yield from walk(component.get("components"))
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield from walk([component[key]])


def dicts(value: Any) -> list[Json]:
    """The objects in a list; none when it is not a list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def assign_ids(components: list[Json]) -> None:
    """Give every component without an id the next free one, as Discord does."""
    taken = {component["id"] for component in walk(components) if component.get("id")}
    following = 1
    for component in walk(components):
        if not component.get("id"):
            while following in taken:
                following += 1
            component["id"] = following
            taken.add(following)


class Layout:
    """One pass over a message's or a modal's components; mistakes go into the form."""

    def __init__(self, form: Form, checks: dict[int, Check], files: Iterable[str] = ()) -> None:
        self.form = form
        self.files = set(files)
        self._checks = checks
        self._custom_ids: set[str] = set()
        self._ids: set[int] = set()
        self.count = 0
        self.text = 0

    def many(self, path: Path, value: Any, allowed: tuple[int, ...], low: int, high: int) -> None:
        """Check a list of low..high components of the allowed types."""
        for index, item in enumerate(self.form.items(path, value, low, high)):
            self.one((*path, index), item, allowed)

    def one(self, path: Path, item: Any, allowed: tuple[int, ...]) -> None:
        """Check one component: its type, its id, then what its type asks for."""
        item = self.form.record(path, item)
        self.count += 1
        if item.get("type") not in allowed:
            listed = ", ".join(map(str, allowed))
            message = f'Value of field "type" must be one of ({listed}).'
            self.form.add((*path, "type"), "UNION_TYPE_CHOICES", message)
            return
        number = item.get("id")
        if number and self.form.number((*path, "id"), number, 0, 2**31 - 1):
            if number in self._ids:
                self.form.add((*path, "id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")
            self._ids.add(number)
        for name in SWITCHES:
            self.form.switch((*path, name), item.get(name))
        self._checks[item["type"]](self, path, item)

    def emoji(self, path: Path, emoji: Any) -> None:
        """Check an emoji: one of the server's by id, or a Unicode one by name."""
        if emoji is None:
            return
        name, number = (emoji.get("name"), emoji.get("id")) if isinstance(emoji, dict) else (None, None)
        unicode = isinstance(name, str) and len(name) <= 32 and not name.isascii()
        if not unicode and not (isinstance(number, str | int) and str(number).isdigit()):
            self.form.add((*path, "emoji", "name"), "COMPONENT_INVALID_EMOJI", "Invalid emoji")

    def custom_id(self, path: Path, item: Json) -> None:
        """Check the custom_id: 1 to 100 characters, not used twice."""
        here, value = (*path, "custom_id"), item.get("custom_id")
        if not self.form.text(here, value, 1, 100, needed=True) or value is None:
            return
        if value in self._custom_ids:
            self.form.add(here, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
        self._custom_ids.add(value)

    def url(self, path: Path, value: Any, *, schemes: tuple[str, ...] = ("http", "https", "discord")) -> None:
        """Check a link's address; attachment:// must name a file of this message."""
        if not self.form.text(path, value, 1, 2048, needed=True):
            return
        parts = urlsplit(value)
        if parts.scheme not in schemes:
            message = f'Scheme "{parts.scheme}" is not supported. Scheme must be one of {schemes}.'
            self.form.add(path, "URL_TYPE_INVALID_SCHEME", message)
        elif parts.scheme == "attachment":
            if parts.netloc not in self.files:
                message = "The referenced attachment was not found"
                self.form.add(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)
        elif not parts.netloc:
            self.form.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def _row(layout: Layout, path: Path, item: Json) -> None:
    inside = (*path, "components")
    layout.many(inside, item.get("components"), IN_ROW, 1, 5)
    children = dicts(item.get("components"))
    if len(children) > 1 and any(child.get("type") in SELECTS for child in children):
        message = "The specified component exceeds the maximum width"
        layout.form.add(inside, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def _button(layout: Layout, path: Path, item: Json) -> None:
    form, style = layout.form, item.get("style")
    if not form.choice((*path, "style"), style, (1, 2, 3, 4, 5, 6)):
        return
    form.text((*path, "label"), item.get("label"), 0, 80)
    layout.emoji(path, item.get("emoji"))
    if style == PREMIUM_STYLE:
        if not item.get("sku_id"):
            form.required((*path, "sku_id"))
        return
    if not item.get("label") and not item.get("emoji"):
        message = "A button must have a label or an emoji"
        form.add((*path, "label"), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message)
    if style == LINK_STYLE:
        if item.get("custom_id"):
            message = "A custom id and url cannot both be specified"
            form.add((*path, "custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message)
        if form.text((*path, "url"), item.get("url"), 1, 512, needed=True):
            layout.url((*path, "url"), item.get("url"))
        return
    if item.get("url"):
        message = "Only link buttons may have a url"
        form.add((*path, "url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message)
    layout.custom_id(path, item)


def check_options(layout: Layout, path: Path, options: Any, low: int, high: int) -> int:
    """Check the options of a select or a group; returns how many there are."""
    form, seen = layout.form, set()
    entries = form.items(path, options, low, high)
    for index, option in enumerate(entries):
        here = (*path, index)
        option = form.record(here, option)
        form.text((*here, "label"), option.get("label"), 1, 100, needed=True)
        form.text((*here, "description"), option.get("description"), 0, 100)
        form.switch((*here, "default"), option.get("default"))
        layout.emoji(here, option.get("emoji"))
        if form.text((*here, "value"), option.get("value"), 1, 100, needed=True):
            if option["value"] in seen:
                message = "The specified option value is already used"
                form.add((*here, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
            seen.add(option["value"])
    return len(entries)


def check_select(layout: Layout, path: Path, item: Json) -> None:
    """Check a select menu of any kind."""
    form = layout.form
    layout.custom_id(path, item)
    form.text((*path, "placeholder"), item.get("placeholder"), 0, 150)
    form.number((*path, "min_values"), item.get("min_values"), 0, 25)
    form.number((*path, "max_values"), item.get("max_values"), 1, 25)
    if item["type"] == STRING_SELECT:
        count = check_options(layout, (*path, "options"), item.get("options"), 1, 25)
        if isinstance(item.get("max_values"), int) and item["max_values"] > count:
            message = "The maximum number of values exceeds the number of options"
            form.add((*path, "max_values"), "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS", message)


def check_text(layout: Layout, path: Path, item: Json) -> None:
    """Check a text display; its length counts towards the message's total."""
    if layout.form.text((*path, "content"), item.get("content"), 1, MAX_TEXT, needed=True):
        layout.text += len(item["content"])


def _section(layout: Layout, path: Path, item: Json) -> None:
    layout.many((*path, "components"), item.get("components"), (TEXT,), 1, 3)
    if item.get("accessory") is None:
        layout.form.required((*path, "accessory"))
    else:
        layout.one((*path, "accessory"), item["accessory"], (BUTTON, THUMBNAIL))


def _media(layout: Layout, path: Path, media: Any, schemes: tuple[str, ...]) -> None:
    url = media.get("url") if isinstance(media, dict) else None
    layout.url((*path, "url"), url, schemes=schemes)


def _picture(layout: Layout, path: Path, item: Json) -> None:
    _media(layout, (*path, "media"), item.get("media"), ("http", "https", "attachment"))
    layout.form.text((*path, "description"), item.get("description"), 1, 1024)


def _gallery(layout: Layout, path: Path, item: Json) -> None:
    inside = (*path, "items")
    for index, entry in enumerate(layout.form.items(inside, item.get("items"), 1, 10)):
        _picture(layout, (*inside, index), entry if isinstance(entry, dict) else {})


def _file(layout: Layout, path: Path, item: Json) -> None:
    _media(layout, (*path, "file"), item.get("file"), ("attachment",))


def _separator(layout: Layout, path: Path, item: Json) -> None:
    if item.get("spacing") is not None:
        layout.form.choice((*path, "spacing"), item["spacing"], (1, 2))


def _container(layout: Layout, path: Path, item: Json) -> None:
    layout.form.number((*path, "accent_color"), item.get("accent_color"), 0, 0xFFFFFF)
    layout.many((*path, "components"), item.get("components"), IN_CONTAINER, 1, MAX_COMPONENTS)


MESSAGE_CHECKS: dict[int, Check] = {
    ROW: _row,
    BUTTON: _button,
    **dict.fromkeys(SELECTS, check_select),
    SECTION: _section,
    TEXT: check_text,
    THUMBNAIL: _picture,
    GALLERY: _gallery,
    FILE: _file,
    SEPARATOR: _separator,
    CONTAINER: _container,
}


def check_message_components(form: Form, components: Any, *, v2: bool, files: Iterable[str] = ()) -> None:
    """Check a message's components: five action rows, or with `v2` the free layout of 40.

    `files` are the names of the message's attachments, for attachment:// addresses.
    """
    layout = Layout(form, MESSAGE_CHECKS, files)
    if not v2:
        layout.many(("components",), components, (ROW,), 0, 5)
        return
    layout.many(("components",), components, AT_TOP, 0, MAX_COMPONENTS)
    if layout.count > MAX_COMPONENTS:
        message = f"Total number of components cannot exceed {MAX_COMPONENTS}"
        form.add(("components",), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message)
    if layout.text > MAX_TEXT:
        message = f"Displayable text in components cannot exceed {MAX_TEXT} characters"
        form.add(("components",), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
