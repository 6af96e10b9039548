"""What a brand hides of strangers' words."""

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_settings import NoDecode

from mutuals.domain.policy import Policy
from mutuals.service.hand_off_settings import HandOffPlaces

_DEFAULT = Policy()


def _slur_words(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = tuple(filter(None, (part.strip() for part in value.split(","))))
    if odd := next((one for one in words if " " in one.removeprefix("-").strip()), None):
        raise ValueError(f'"{odd[:40]}" is more than one word; write single words with commas between them')
    return words


class SlurSettings(HandOffPlaces):
    """Whether slurs are hidden, and which words are."""

    hide_slurs: bool = Field(
        default=_DEFAULT.hide_slurs,
        description="Hide slurs in strangers' words: n•••••. Whoever presses Show words sees them, alone.",
    )
    slur_words: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_slur_words)] = Field(
        default_factory=tuple,
        description="More words to hide, and with a minus those that are not hidden: acmehole, -wog.",
    )
