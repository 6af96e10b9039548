"""What can go wrong, sorted by what to do next.

    MutualsError
    ├── TryAgain        wait `retry_after` seconds, then do the same thing again
    ├── Paused          nothing works until something changes: credit, budget, a cap
    ├── NotAuthorized   the credentials are not accepted: a person must sign in again
    ├── Refused         this very thing will never be done: say why, offer another way
    └── AlreadyHandled  somebody else was first
    SettingsError       the settings are not usable; all mistakes at once

Every message is a sentence for the person who reads it and never holds a secret.
"""

from datetime import datetime
from enum import StrEnum


class MutualsError(Exception):
    """The root of all our errors; `str()` is a sentence for a person."""


class TryAgain(MutualsError):
    """A passing trouble: do the same again after `retry_after` seconds.

    `ambiguous` means that the far side may have done it although no answer came:
    look there before doing it again. `too_fast` means that we called too often: nothing of this
    kind is taken before `retry_after`. `once` is the sentence for a command that does not try again. `wire` is the
    library's error, for the doctor: it is not shown.
    """

    def __init__(
        self,
        sentence: str,
        *,
        retry_after: float = 30.0,
        ambiguous: bool = False,
        too_fast: bool = False,
        once: str | None = None,
        wire: BaseException | None = None,
    ) -> None:
        super().__init__(sentence)
        self.wire = wire
        self.once = once or sentence
        self.retry_after = retry_after
        self.ambiguous = ambiguous
        self.too_fast = too_fast


def at_the_end(error: MutualsError) -> str:
    """The sentence of an error with which a command ends: none says that it is tried again."""
    return error.once if isinstance(error, TryAgain) else str(error)


class Paused(MutualsError):
    """Nothing of this kind works before `until` (None: until a person changes something)."""

    def __init__(self, sentence: str, *, until: datetime | None = None) -> None:
        super().__init__(sentence)
        self.until = until


class NotAuthorized(MutualsError):
    """The credentials are missing, wrong or revoked; the sentence says which and what to do."""


class RefusalReason(StrEnum):
    """Why something was refused, as far as it changes what we do next."""

    PATH_CLOSED = "path_closed"  # this account's tier does not offer the act: use the link from now on
    NOT_ADDRESSED = "not_addressed"  # the network wants the author to have addressed us: link for this post
    GONE = "gone"  # the post or the person is deleted, protected or suspended; the message is deleted
    FIXED = "fixed"  # the message stands there and can't be changed any more
    PERSON = "person"  # the person is not where the message was to go
    STALE = "stale"  # the alert is closed or has moved on
    CONTENT = "content"  # the text or the form of it: too long, empty, not taken
    DUPLICATE = "duplicate"  # these very words stand there already
    CHANNEL = "place"  # the channel or message in Slack or Discord is missing or closed to us
    OTHER = "other"


class Refused(MutualsError):
    """This will never be done as asked. `manual_url` is a link where a person can do it instead."""

    def __init__(
        self, sentence: str, *, because: RefusalReason = RefusalReason.OTHER, manual_url: str | None = None
    ) -> None:
        super().__init__(sentence)
        self.because = because
        self.manual_url = manual_url


class AlreadyHandled(MutualsError):
    """Somebody else did it first. `by` is their name as shown to the team."""

    def __init__(self, sentence: str, *, by: str, at: datetime | None = None) -> None:
        super().__init__(sentence)
        self.by = by
        self.at = at


class SettingsError(MutualsError):
    """The settings are not usable; `mistakes` holds one sentence for each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes
