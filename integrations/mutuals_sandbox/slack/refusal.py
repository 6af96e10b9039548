"""How Slack says no: one exception with Slack's own error code, and the checks of arguments."""

import json
from typing import Any


class Refused(Exception):
    """A Web API call that Slack refuses: HTTP 200 with `ok: false` and a code.

    `messages` are the lines of `response_metadata.messages`; `extra` goes into the answer as it is.
    """

    def __init__(self, code: str, *, messages: list[str] | None = None, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """The JSON body of the refusal."""
        body: dict[str, Any] = {"ok": False, "error": self.code, **self.extra}
        if self.messages:
            body["response_metadata"] = {"messages": self.messages}
        return body


class RateLimited(Exception):
    """HTTP 429; `retry_after` in whole seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"rate limited for {retry_after} s")
        self.retry_after = retry_after


class Args:
    """The arguments of one call, with the types a form cannot carry put right."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def text(self, name: str) -> str | None:
        """A string argument, None when it was not given."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, (dict, list)):
            raise bad_arguments(f"must be a string [json-pointer:/{name}]")
        return str(value)

    def need(self, name: str) -> str:
        """A string argument that must not be missing or empty."""
        value = self.text(name)
        if not value:
            raise bad_arguments(f"missing required field: {name}")
        return value

    def flag(self, name: str) -> bool:
        """A boolean; forms spell it true or 1."""
        value = self.values.get(name)
        return value.lower() in ("true", "1") if isinstance(value, str) else bool(value)

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        value = self.values.get(name)
        if value in (None, ""):
            return default
        try:
            return int(value)
        except (TypeError, ValueError) as error:
            raise bad_arguments(f"must be an integer [json-pointer:/{name}]") from error

    def json(self, name: str, code: str) -> Any:
        """A JSON argument, given as JSON or as a string of it; `code` when it cannot be read."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise Refused(code) from error

    def recorded(self) -> dict[str, Any]:
        """The arguments as JSON, with nested ones as objects and without the token."""
        out = {key: value for key, value in self.values.items() if key != "token"}
        for key in ("blocks", "view", "metadata", "attachments", "files"):
            if isinstance(out.get(key), str):
                try:
                    out[key] = json.loads(out[key])
                except ValueError:
                    continue
        return out


def bad_arguments(*problems: str) -> Refused:
    """`invalid_arguments` with Slack's "[ERROR] ..." lines."""
    return Refused("invalid_arguments", messages=[f"[ERROR] {problem}" for problem in problems])
