"""Pressing a button or a menu entry under whatever is no alert of its own: a bundle, a digest, a private list."""

from mutuals.cards.markup import Intent
from mutuals_sandbox.chat_observer import menu_options
from tests.acceptance.house import House, Member, parts


async def press_on(house: House, who: Member, wanted: str, do: Intent, value: str = "") -> None:
    """Press it in the newest message that has it, public or private to this person."""
    if who.chat == "slack":
        packed = f"{do.value}:{value}:{wanted}"
        for message in reversed([*house.slack_messages(who)]):
            for part in parts(message.get("blocks")):
                if part.get("value") == packed and part.get("type") == "button":
                    await house.slack.press(who.id, house.slack_care, message["ts"], part["action_id"])
                    return await house.quiet()
                if packed in [one.get("value") for one in menu_options(part)]:
                    where = (who.id, house.slack_care, message["ts"], part["action_id"])
                    await house.slack.press(*where, selected_value=packed)
                    return await house.quiet()
    custom_id = ":".join(["mutuals", do.value, wanted, *([value] if value else [])])
    for message in reversed(house.discord_messages(who)):
        for part in parts(message.get("components")):
            if part.get("type") == 2 and part.get("custom_id") == custom_id:
                await house.discord.press(who.id, message["id"], custom_id)
                return await house.quiet()
            if custom_id in [one.get("value") for one in menu_options(part)]:
                await house.discord.press(who.id, message["id"], part["custom_id"], [custom_id])
                return await house.quiet()
    raise AssertionError(f"no {do} {value} for {wanted}")
