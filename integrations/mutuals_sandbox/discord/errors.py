"""Discord's refusals: status, JSON code, message and, for forms, the nested tree of what is wrong.

Codes and wording follow Discord's public page "Opcodes and Status Codes" and its error-message reference.
"""

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
Path = tuple[str | int, ...]
Known = tuple[int, int, str]

UNAUTHORIZED: Known = (401, 0, "401: Unauthorized")
NOT_FOUND: Known = (404, 0, "404: Not Found")
METHOD_NOT_ALLOWED: Known = (405, 0, "405: Method Not Allowed")
UNKNOWN_CHANNEL: Known = (404, 10003, "Unknown Channel")
UNKNOWN_GUILD: Known = (404, 10004, "Unknown Guild")
UNKNOWN_MEMBER: Known = (404, 10007, "Unknown Member")
UNKNOWN_MESSAGE: Known = (404, 10008, "Unknown Message")
THREAD_ARCHIVED: Known = (400, 50083, "Thread is archived")
UNKNOWN_WEBHOOK: Known = (404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION: Known = (404, 10062, "Unknown interaction")
UNKNOWN_COMMAND: Known = (404, 10063, "Unknown application command")
NOT_YOUR_APPLICATION: Known = (
    403,
    20012,
    "You are not authorized to perform this action on this application",
)
TOO_MANY_COMMANDS: Known = (400, 30032, "Maximum number of application commands reached (100)")
TOO_LARGE: Known = (413, 40005, "Request entity too large")
ALREADY_ACKNOWLEDGED: Known = (400, 40060, "Interaction has already been acknowledged.")
MISSING_ACCESS: Known = (403, 50001, "Missing Access")
NOT_THE_AUTHOR: Known = (403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE: Known = (400, 50006, "Cannot send an empty message")
MISSING_PERMISSIONS: Known = (403, 50013, "Missing Permissions")
NOT_TEXT: Known = (400, 50008, "Cannot send messages in a non-text channel")
INVALID_WEBHOOK_TOKEN: Known = (401, 50027, "Invalid Webhook Token")
INVALID_JSON: Known = (400, 50109, "The request body contains invalid JSON.")
THREAD_EXISTS: Known = (400, 160004, "A thread has already been created for this message")


class ApiError(Exception):
    """A request is refused; `body()` is what Discord would answer."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        """The JSON of the answer; `errors` only when a form was wrong."""
        answer: Json = {"message": self.message, "code": self.code}
        if self.errors is not None:
            answer["errors"] = self.errors
        return answer


class Form:
    """Collects what is wrong with a body, so that one answer (50035) names every mistake."""

    def __init__(self) -> None:
        self._tree: Json = {}

    def add(self, path: Path, code: str, message: str) -> None:
        """Note one mistake at `path`, keys and list indexes from the root of the body."""
        node = self._tree
        for step in path:
            node = node.setdefault(str(step), {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def check(self) -> None:
        """Raise ApiError 50035 when anything was noted."""
        if self._tree:
            raise ApiError(400, 50035, "Invalid Form Body", self._tree)

    def required(self, path: Path) -> None:
        """A field that must be there is missing."""
        self.add(path, "BASE_TYPE_REQUIRED", "This field is required")

    def text(self, path: Path, value: Any, low: int, high: int, *, needed: bool = False) -> bool:
        """Check a string of low..high characters; None is fine unless needed. True when it is good."""
        if value is None and not needed:
            return True
        if value is None:
            self.required(path)
        elif not isinstance(value, str):
            self.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        elif low == 0 and len(value) > high:
            self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
        elif not low <= len(value) <= high:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        else:
            return True
        return False

    def number(self, path: Path, value: Any, low: int, high: int) -> bool:
        """Check an optional whole number low..high."""
        if value is None:
            return True
        if isinstance(value, bool) or not isinstance(value, int):
            self.add(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
        elif value < low:
            self.add(path, "NUMBER_TYPE_MIN", f"int value should be greater than or equal to {low}.")
        elif value > high:
            self.add(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")
        else:
            return True
        return False

    def switch(self, path: Path, value: Any) -> None:
        """Check an optional true or false."""
        if value is not None and not isinstance(value, bool):
            self.add(path, "BOOLEAN_TYPE_CONVERT", f'Must be either true or false, not "{value}".')

    def choice(self, path: Path, value: Any, choices: Sequence[int]) -> bool:
        """Check that a value is one of the choices."""
        if type(value) is int and value in choices:
            return True
        listed = ", ".join(str(choice) for choice in choices)
        self.add(path, "BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.")
        return False

    def record(self, path: Path, value: Any) -> Json:
        """An object, for the caller to look into; empty when it is none."""
        if isinstance(value, dict):
            return value
        self.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return {}

    def items(self, path: Path, value: Any, low: int, high: int) -> list[Any]:
        """A list of low..high entries, for the caller to look into; empty when it is none."""
        if not isinstance(value, list):
            self.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        if not low <= len(value) <= high:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        return value


def invalid(path: Path, code: str, message: str) -> ApiError:
    """A form error with a single mistake."""
    form = Form()
    form.add(path, code, message)
    try:
        form.check()
    except ApiError as error:
        return error
    raise AssertionError("a noted mistake always raises")
