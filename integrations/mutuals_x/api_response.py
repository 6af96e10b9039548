"""What came back from X: status, headers and body, whatever it was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Any


class Purpose(StrEnum):
    """What a call was for; it decides what a refusal means."""

    READ = "read"
    REPLY = "reply"
    FOLLOW = "follow"

    @property
    def writes(self) -> bool:
        """Whether repeating the call blindly could do something twice."""
        return self is not Purpose.READ


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """One HTTP answer. `body` is the parsed JSON object, None when it was anything else."""

    status: int
    headers: Mapping[str, str]
    body: dict[str, Any] | None

    @property
    def fine(self) -> bool:
        """A 2xx with a JSON object; it may still hold partial errors."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES and self.body is not None

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The entries of `errors` that are objects."""
        errors = (self.body or {}).get("errors")
        return [one for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []


def read(status: int, headers: Mapping[str, str], raw: bytes) -> ApiResponse:
    """Make an Answer of raw bytes; HTML, an empty body or a list come out as no body."""
    try:
        parsed = json.loads(raw)
    except (ValueError, RecursionError):
        parsed = None
    return ApiResponse(status, headers, parsed if isinstance(parsed, dict) else None)
