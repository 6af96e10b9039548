"""What an alert offers to press, read from the messages by the product's own codecs."""

from dataclasses import dataclass
from typing import Any

from mutuals.cards.markup import Intent
from mutuals.domain.errors import Refused
from mutuals_discord import actions as discord_actions
from mutuals_sandbox.chat_observer import elements, menu_options
from mutuals_slack import actions as slack_actions

What = tuple[Intent, str]  # a button, whatever alert it stands under: what it asks for, and its value


@dataclass(frozen=True)
class Offer:
    """A button or a menu's entry in a message: `spot` finds it on the page, `entry` is the value to choose in a menu."""

    message: str
    alert_id: str
    do: Intent
    value: str
    label: str
    spot: str = ""
    entry: str = ""

    @property
    def what(self) -> What:
        """One Undo is as good as another: each is gone as soon as something else is done."""
        return self.do, "" if self.do is Intent.UNDO else self.value

    def __str__(self) -> str:
        return f"{self.label} ({self.do.value}{':' + self.value if self.value else ''})"


def offers(chat: str, message: dict[str, Any]) -> list[Offer]:
    """Everything that can be pressed or chosen in a message."""
    return slack_offers(message) if chat == "slack" else discord_offers(message)


def slack_offers(message: dict[str, Any]) -> list[Offer]:
    """In Slack: the value says what it is, the action id where."""
    found = []
    for part in elements(message["blocks"]):
        if part.get("type") == "button" and (press := _slack(part.get("value"))):
            found.append(
                Offer(message["ts"], press.alert_id, press.do, press.value, part["text"]["text"], part["action_id"])
            )  # fmt: skip
        for option in menu_options(part):
            if press := _slack(option["value"]):
                label = option["text"]["text"]
                found.append(
                    Offer(message["ts"], press.alert_id, press.do, press.value, label, entry=option["value"])
                )
    return found


def _slack(value: Any) -> slack_actions.Press | None:
    try:
        return slack_actions.unpack(value)
    except Refused:
        return None


def discord_offers(message: dict[str, Any]) -> list[Offer]:
    """In Discord: the custom_id says it all."""
    found = []
    for part in elements(message["components"]):
        if part.get("type") == 2 and part.get("custom_id"):
            found.append(_discord(message["id"], part["custom_id"], part.get("label", ""), entry=False))
        if part.get("type") == 3:
            found += [
                _discord(message["id"], one["value"], one["label"], entry=True) for one in part["options"]
            ]
    return [one for one in found if one is not None]


def _discord(message: str, custom_id: str, label: str, *, entry: bool) -> Offer | None:
    key = discord_actions.decode(custom_id)
    if key is None or key.do is None:
        return None
    spot, chosen = ("", custom_id) if entry else (custom_id, "")
    return Offer(message, key.alert_id, key.do, key.value, label, spot, chosen)
