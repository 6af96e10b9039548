"""What the team does in the environment, as people do it: who sees a failure tries again, who was told it went does not."""

from collections.abc import Awaitable, Callable
from typing import Any

from fault_environment import FaultEnvironment, Sent

from mutuals.cards.markup import Intent
from mutuals_sandbox.chat_observer import elements, menu_options

TRIES = 6
SENT_SECONDS = 8.0  # how long a text may take to X before it counts as not sent


def _way(
    environment: FaultEnvironment, chat: str, alert_id: str, do: Intent, value: str
) -> dict[str, Any] | None:
    """How the button or entry is pressed: message, element and chosen values; None when it is not offered."""
    message = environment.message_of(alert_id, chat)
    names = ["mutuals", do.value, alert_id, *([value] if value else [])]
    packed = f"{do.value}:{value}:{alert_id}" if chat == "slack" else ":".join(names)
    for part in elements(message["parts"]) if message else ():
        if packed in (part.get("value"), part.get("custom_id")) and part.get("type") in ("button", 2):
            return {"message": message, "part": part, "chosen": None}
        if packed in [one.get("value") for one in menu_options(part)]:
            return {"message": message, "part": part, "chosen": packed}
    return None


async def press(
    environment: FaultEnvironment, chat: str, alert_id: str, do: Intent, value: str = ""
) -> bool | None:
    """Press once: whether the chat took it. None when the button is not there."""
    way = _way(environment, chat, alert_id, do, value)
    if way is None:
        return None
    message_id, part, chosen = way["message"]["id"], way["part"], way["chosen"]
    if chat == "slack":
        act = environment.slack.press(
            environment.ana, environment.slack_care, message_id, part["action_id"], selected_value=chosen
        )
        done = await environment.attempt(act)
        return bool(done and done.acked)
    done = await environment.attempt(
        environment.discord.press(
            environment.ben, message_id, part["custom_id"], [chosen] if chosen else None
        )
    )
    return bool(done and done.acknowledged)


async def click(environment: FaultEnvironment, chat: str, alert_id: str, do: Intent, value: str = "") -> None:
    """Press until the chat has taken it, or until the button is gone because it has worked."""
    for _ in range(TRIES):
        await environment.settle()
        before = _state(environment, alert_id)
        taken = await press(environment, chat, alert_id, do, value)
        if taken is None:
            break
        if taken and await environment.see(lambda: _state(environment, alert_id) != before, SENT_SECONDS):  # noqa: B023
            break
    await environment.settle()


async def follow(environment: FaultEnvironment, chat: str, alert_id: str) -> None:
    """Press Follow until the brand follows."""
    environment.follows.add(alert_id)
    for _ in range(TRIES):
        await click(environment, chat, alert_id, Intent.FOLLOW)
        if _way(environment, chat, alert_id, Intent.FOLLOW, "") is None:
            return


def _state(environment: FaultEnvironment, alert_id: str) -> tuple[int, int]:
    """Changes with everything that happens to an alert."""
    version = next(one.version for one in environment.alerts() if one.id == alert_id)
    return version, sum(one.alert_id == alert_id for one in environment.actions())


async def write(
    environment: FaultEnvironment,
    chat: str,
    alert_id: str,
    do: Intent,
    text: str,
    meanwhile: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Open the form, fill it in and send it; again when the chat says that it failed or nothing opens."""
    sent = Sent(text, alert_id)
    environment.sent.append(sent)
    for _ in range(TRIES):
        await environment.settle()
        _close_forms(environment, chat)
        if environment.on_x(text) or await press(environment, chat, alert_id, do) is None:
            return
        if chat == "discord" and do is Intent.ACKNOWLEDGE:
            await _pick(environment, alert_id)
        if await environment.see(lambda: _form(environment, chat), 2.0) is None:
            continue
        if meanwhile is not None:
            await meanwhile()
            await environment.settle()
        sent.acked = await _submit(environment, chat, text)
        if sent.acked:
            await environment.see(lambda: environment.on_x(text), SENT_SECONDS)
            await environment.settle()
            return


async def _pick(environment: FaultEnvironment, alert_id: str) -> None:
    """Choose the first holding reply in the private menu."""

    def menu() -> tuple[str, dict[str, Any]] | None:
        for channel in environment.discord.snapshot(environment.ben)["channels"]:
            for message in reversed(channel["messages"]):
                for part in elements(message["components"]) if message["ephemeral"] else ():
                    name = str(part.get("custom_id", ""))
                    if name.startswith("mutuals:pick:") and alert_id in name:
                        return message["id"], part
        return None

    found = await environment.see(menu, 2.0)
    if found is not None:
        message_id, part = found
        chosen = [menu_options(part)[0]["value"]]
        await environment.attempt(
            environment.discord.press(environment.ben, message_id, part["custom_id"], chosen)
        )


def _form(environment: FaultEnvironment, chat: str) -> Any:
    """Where the text goes in the open form; None while there is none."""
    if chat == "discord":
        return environment.discord.snapshot(environment.ben)["modal"]
    view = environment.slack.snapshot(environment.ana)["view"]
    for block in (view or {}).get("blocks", ()):
        element = block.get("element") or {}
        if element.get("type") == "plain_text_input":
            return block["block_id"], element["action_id"]
    return None


async def _submit(environment: FaultEnvironment, chat: str, text: str) -> bool:
    """Send the open form: whether the chat took it."""
    if chat == "discord":
        done = await environment.attempt(environment.discord.submit_modal(environment.ben, {"text": text}))
        return bool(done and done.acknowledged)
    block, action = _form(environment, chat)
    done = await environment.attempt(environment.slack.submit_view(environment.ana, {block: {action: text}}))
    return bool(done and done.acked and not done.errors)


def _close_forms(environment: FaultEnvironment, chat: str) -> None:
    """Close what an interrupted attempt has left open."""
    if chat == "discord":
        environment.discord.close_modal(environment.ben)
    else:
        environment.slack.space.modals.pop(environment.ana, None)
