"""What the team does in the town, as people do it: who sees a failure tries again, who was told it went does not."""

from collections.abc import Awaitable, Callable
from typing import Any

from fault_town import Sent, Town

from mutuals.cards.markup import Intent
from mutuals_sandbox.chat_observer import elements

TRIES = 6
SENT_SECONDS = 8.0  # how long a text may take to X before it counts as not sent


def _way(town: Town, chat: str, alert_id: str, do: Intent, value: str) -> dict[str, Any] | None:
    """How the button or entry is pressed: message, element and chosen values; None when it is not offered."""
    message = town.message_of(alert_id, chat)
    names = ["mutuals", do.value, alert_id, *([value] if value else [])]
    packed = f"{do.value}:{value}:{alert_id}" if chat == "slack" else ":".join(names)
    for part in elements(message["parts"]) if message else ():
        if packed in (part.get("value"), part.get("custom_id")) and part.get("type") in ("button", 2):
            return {"message": message, "part": part, "chosen": None}
        if packed in [one.get("value") for one in part.get("options") or ()]:
            return {"message": message, "part": part, "chosen": packed}
    return None


async def press(town: Town, chat: str, alert_id: str, do: Intent, value: str = "") -> bool | None:
    """Press once: whether the chat took it. None when the button is not there."""
    way = _way(town, chat, alert_id, do, value)
    if way is None:
        return None
    message_id, part, chosen = way["message"]["id"], way["part"], way["chosen"]
    if chat == "slack":
        act = town.slack.press(
            town.ana, town.slack_care, message_id, part["action_id"], selected_value=chosen
        )
        done = await town.attempt(act)
        return bool(done and done.acked)
    done = await town.attempt(
        town.discord.press(town.ben, message_id, part["custom_id"], [chosen] if chosen else None)
    )
    return bool(done and done.acknowledged)


async def click(town: Town, chat: str, alert_id: str, do: Intent, value: str = "") -> None:
    """Press until the chat has taken it, or until the button is gone because it has worked."""
    for _ in range(TRIES):
        await town.settle()
        before = _state(town, alert_id)
        taken = await press(town, chat, alert_id, do, value)
        if taken is None:
            break
        if taken and await town.see(lambda: _state(town, alert_id) != before, SENT_SECONDS):  # noqa: B023
            break
    await town.settle()


async def follow(town: Town, chat: str, alert_id: str) -> None:
    """Press Follow until the brand follows."""
    town.follows.add(alert_id)
    for _ in range(TRIES):
        await click(town, chat, alert_id, Intent.FOLLOW)
        if _way(town, chat, alert_id, Intent.FOLLOW, "") is None:
            return


def _state(town: Town, alert_id: str) -> tuple[int, int]:
    """Changes with everything that happens to an alert."""
    version = next(one.version for one in town.alerts() if one.id == alert_id)
    return version, sum(one.alert_id == alert_id for one in town.actions())


async def write(
    town: Town,
    chat: str,
    alert_id: str,
    do: Intent,
    text: str,
    meanwhile: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Open the form, fill it in and send it; again when the chat says that it failed or nothing opens."""
    sent = Sent(text, alert_id)
    town.sent.append(sent)
    for _ in range(TRIES):
        await town.settle()
        _close_forms(town, chat)
        if town.on_x(text) or await press(town, chat, alert_id, do) is None:
            return
        if chat == "discord" and do is Intent.ACKNOWLEDGE:
            await _pick(town, alert_id)
        if await town.see(lambda: _form(town, chat), 2.0) is None:
            continue
        if meanwhile is not None:
            await meanwhile()
            await town.settle()
        sent.acked = await _submit(town, chat, text)
        if sent.acked:
            await town.see(lambda: town.on_x(text), SENT_SECONDS)
            await town.settle()
            return


async def _pick(town: Town, alert_id: str) -> None:
    """Choose the first holding reply in the private menu."""

    def menu() -> tuple[str, dict[str, Any]] | None:
        for channel in town.discord.snapshot(town.ben)["channels"]:
            for message in reversed(channel["messages"]):
                for part in elements(message["components"]) if message["ephemeral"] else ():
                    name = str(part.get("custom_id", ""))
                    if name.startswith("mutuals:pick:") and alert_id in name:
                        return message["id"], part
        return None

    found = await town.see(menu, 2.0)
    if found is not None:
        message_id, part = found
        chosen = [part["options"][0]["value"]]
        await town.attempt(town.discord.press(town.ben, message_id, part["custom_id"], chosen))


def _form(town: Town, chat: str) -> Any:
    """Where the text goes in the open form; None while there is none."""
    if chat == "discord":
        return town.discord.snapshot(town.ben)["modal"]
    view = town.slack.snapshot(town.ana)["view"]
    for block in (view or {}).get("blocks", ()):
        element = block.get("element") or {}
        if element.get("type") == "plain_text_input":
            return block["block_id"], element["action_id"]
    return None


async def _submit(town: Town, chat: str, text: str) -> bool:
    """Send the open form: whether the chat took it."""
    if chat == "discord":
        done = await town.attempt(town.discord.submit_modal(town.ben, {"text": text}))
        return bool(done and done.acknowledged)
    block, action = _form(town, chat)
    done = await town.attempt(town.slack.submit_view(town.ana, {block: {action: text}}))
    return bool(done and done.acked and not done.errors)


def _close_forms(town: Town, chat: str) -> None:
    """Close what an interrupted attempt has left open."""
    if chat == "discord":
        town.discord.close_modal(town.ben)
    else:
        town.slack.space.modals.pop(town.ana, None)
