"""What somebody says in the story, with the answers that fit it."""

from dataclasses import dataclass, field

Slots = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A line with slots, as it stands in the story's texts."""

    language: str
    text: str
    answer: str = ""  # the brand's own; it speaks to {name}
    replies: tuple[tuple[str, str], ...] = ()  # (language, text) of other customers


Lines = tuple[Wording, ...]


@dataclass(slots=True)
class Said:
    """A line that was said, its slots filled: what is answered to it uses the same."""

    wording: Wording
    slots: Slots
    _replies: list[tuple[str, str]] = field(init=False)  # not given yet

    def __post_init__(self) -> None:
        self._replies = list(self.wording.replies)

    @property
    def text(self) -> str:
        """What was posted."""
        return self.wording.text.format(**self.slots)

    def answer(self, name: str) -> tuple[str, str]:
        """Language and text of the brand's answer to somebody of this display name."""
        return self.wording.language, self.wording.answer.format(**self.slots, name=name.split()[0])

    def reply(self) -> tuple[str, str] | None:
        """Language and text of what another customer says to it, each only once; None when nothing is left to say."""
        if not self._replies:
            return None
        language, text = self._replies.pop(0)
        return language, text.format(**self.slots)


def read(source: str) -> Lines:
    """The lines of a text in which `> ` and `~ ` stand before answers to the line above (see texts.py)."""
    found: list[Wording] = []
    for raw in source.strip().splitlines():
        line = raw.strip()
        if line.startswith("> "):
            last = found.pop()
            found.append(Wording(last.language, last.text, line[2:], last.replies))
        elif line.startswith("~ "):
            last = found.pop()
            reply = _tagged(line[2:], last.language)
            found.append(Wording(last.language, last.text, last.answer, (*last.replies, reply)))
        else:
            found.append(Wording(*_tagged(line, "en")))
    return tuple(found)


def _tagged(line: str, language: str) -> tuple[str, str]:
    """Language and text of `de: Text`; without a language it is that of the line above."""
    tag, colon, text = line.partition(": ")
    return (tag, text) if colon and len(tag) == 2 else (language, line)


def in_language(lines: Lines, language: str) -> Lines:
    """Those in one language."""
    return tuple(one for one in lines if one.language == language)
