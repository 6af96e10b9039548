"""Files that people save by hand: read whatever editor wrote them, and say in words what must be saved differently."""

from pathlib import Path

# What word processors and chats put in the place of what a file needs, and what is needed.
TYPOGRAPHIC = {
    **dict.fromkeys("“”„‟«»″", 'a straight "'),
    **dict.fromkeys("‘’‚‛′", "a straight '"),
    **dict.fromkeys("\u00a0\u202f\u2007", "a plain space"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "nothing: delete it"),
}
_INVISIBLE = {"\u00a0": "a no-break space", "\u202f": "a no-break space", "\u2007": "a no-break space"}
AS_UTF8 = "Save it as UTF-8 (Notepad: Save as, Encoding UTF-8; PowerShell: -Encoding utf8), then try again."
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class NotText(ValueError):
    """The file is no UTF-8; `str()` says what to do, without the file's name."""


def decoded(raw: bytes) -> str:
    """UTF-8 text with or without a byte order mark. Raises NotText."""
    if raw.startswith(_UTF16) or b"\0" in raw[:200]:
        raise NotText(f"it is saved as UTF-16. {AS_UTF8}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise NotText(f"line {line} is not written in UTF-8. {AS_UTF8}") from None


def read_text(file: Path) -> str:
    """The text of a file, as `decoded`. Raises NotText and OSError."""
    return decoded(file.read_bytes())


def typographic(text: str) -> str:
    """What is typographic in a text that a machine must read, as a sentence; "" when nothing is."""
    found = next((one for one in text if one in TYPOGRAPHIC), None)
    if found is None:
        return ""
    shown = found if found.isprintable() else _INVISIBLE.get(found, "an invisible mark")
    return f"it holds {shown}, which word processors write; write {TYPOGRAPHIC[found]}"
