"""What people do in Slack: press, type, submit, close, run commands, dismiss. One method per act."""

from typing import Any

from mutuals_sandbox.slack import modals, payloads
from mutuals_sandbox.slack.delivery import Answer, Delivery, impossible
from mutuals_sandbox.slack.elements import TYPING
from mutuals_sandbox.slack.hooks import answer, new_hook
from mutuals_sandbox.slack.messages import remove
from mutuals_sandbox.slack.refusal import Args, Refused
from mutuals_sandbox.slack.submissions import fill_in, incomplete, respond
from mutuals_sandbox.slack.values import KEYS, entered, find
from mutuals_sandbox.slack.workspace import Channel, Message, View, Workspace

TROUBLE = "We had some trouble connecting. Try again?"  # what Slack's modal says when nobody answered


CHANGED = "This message has just changed. Look at it again, and use what it offers now."


class People:
    """The hands of everybody in one workspace. Acts that the client does not offer return an error Answer."""

    space: Workspace
    delivery: Delivery
    origin: str
    subscribed: set[str]

    async def press(
        self,
        user: str,
        channel: str,
        ts: str,
        action_id: str,
        *,
        block_id: str | None = None,
        selected_value: Any = None,
        metadata: bool = False,
    ) -> Answer:
        """Use a button, menu or picker in a message (or in the person's own ephemeral one).

        `selected_value` is the option's value, an id or a date; `metadata` puts the message's metadata
        into the payload.
        """
        place = self.space.channels.get(channel)
        message = self._visible(user, place, ts)
        if place is None or message is None:
            return impossible("There is no such message for this person.")
        found = find(message.all_blocks, action_id, block_id)
        if found is None:
            return impossible(f"{CHANGED} Nothing in it is called {action_id} now.")
        block, element = found
        try:
            done = payloads.action(self.space, block, element, selected_value)
        except ValueError as error:  # an entry that the menu had when it was opened
            return impossible(f"{CHANGED} {error}")
        hook = f"{self.origin}/actions/{new_hook(self.space, place, user, message)}"
        payload = payloads.message_action(
            self.space, user, place, message, done, response_url=hook, metadata=metadata
        )
        result = await self.delivery.send("interactive", payload)
        self._warn(user, ts, result.error)
        url = element.get("url") or (done.get("selected_option") or {}).get("url")
        return Answer(result.acked, result.seconds, result.payload, result.error, url=url)

    async def shortcut(self, user: str, callback_id: str) -> Answer:
        """Choose a global shortcut of the app."""
        return await self.delivery.send(
            "interactive", payloads.global_shortcut(self.space, user, callback_id)
        )

    async def message_shortcut(self, user: str, channel: str, ts: str, callback_id: str) -> Answer:
        """Choose a shortcut of the app in the menu of a message."""
        place = self.space.channels.get(channel)
        message = self._visible(user, place, ts)
        if place is None or message is None or message.viewer is not None:
            return impossible("There is no such message for this person.")
        hook = f"{self.origin}/actions/{new_hook(self.space, place, user, message)}"
        payload = payloads.message_shortcut(self.space, user, place, message, callback_id, hook)
        return await self.delivery.send("interactive", payload)

    async def view_action(
        self,
        user: str,
        action_id: str,
        value: Any = None,
        *,
        block_id: str | None = None,
        enter: bool = False,
    ) -> Answer:
        """Type into, choose in or press an element of the open modal (of the home tab when none is open).

        Text reaches the app only when its block has dispatch_action and its configuration asks for each
        character, or for Enter and `enter` is true; otherwise the Answer's outcome is "kept".
        """
        view = self._view(user)
        found = find(view.body["blocks"], action_id, block_id) if view else None
        if view is None or found is None:
            return impossible(f"Nothing called {action_id} is open for this person.")
        block, element = found
        try:
            done = payloads.action(self.space, block, element, value)
            if element["type"] in KEYS:
                view.values[block["block_id"]][action_id] = entered(element, value)
        except ValueError as error:
            return impossible(str(error))
        self.space.changed()
        if not dispatches(block, element, enter=enter):
            return Answer(False, 0.0, None, None, outcome="kept")
        result = await self.delivery.send("interactive", payloads.view_action(self.space, user, view, done))
        if result.error is not None:
            view.notification = TROUBLE
            self.space.changed()
        return result

    async def suggest(self, user: str, action_id: str, query: str) -> Answer:
        """Type into an external menu of the open modal; the answer's payload holds the app's options."""
        view = self._view(user)
        found = find(view.body["blocks"], action_id) if view else None
        if view is None or found is None or "external" not in found[1]["type"]:
            return impossible(f"No external menu called {action_id} is open for this person.")
        payload = payloads.suggestion(self.space, user, view, found[0]["block_id"], action_id, query)
        return await self.delivery.send("interactive", payload)

    async def submit_view(self, user: str, values: dict[str, dict[str, Any]] | None = None) -> Answer:
        """Fill the open modal in ({block_id: {action_id: value}}) and submit it.

        The outcome is closed, updated, pushed, cleared or errors (then `errors` holds the sentences).
        """
        stack = self.space.modals.get(user)
        if not stack:
            return impossible("No modal is open for this person.")
        view = stack[-1]
        try:
            fill_in(view, values or {})
        except ValueError as error:
            return impossible(str(error))
        view.errors, view.notification = incomplete(view), None
        self.space.changed()
        if view.errors:
            told = {"response_action": "errors", "errors": view.errors}
            return Answer(False, 0.0, told, "incomplete", outcome="errors")
        result = await self.delivery.send("interactive", payloads.view_submission(self.space, user, view))
        outcome, problem = None, result.error
        if result.acked:
            outcome, problem = respond(self.space, user, view, result.payload)
        if problem is not None:
            view.notification = TROUBLE
            self.space.changed()
        return Answer(result.acked, result.seconds, result.payload, problem, outcome=outcome)

    async def close_view(self, user: str, *, whole_stack: bool = False) -> Answer:
        """Close the open modal, or all that lie under it too; the app hears of it if it asked to."""
        stack = self.space.modals.get(user)
        if not stack:
            return impossible("No modal is open for this person.")
        view = stack[-1]
        cleared = whole_stack or bool(view.body.get("clear_on_close"))
        if cleared:
            stack.clear()
        modals.close_top(self.space, user)
        if not view.body.get("notify_on_close"):
            return Answer(False, 0.0, None, None, outcome="closed")
        payload = payloads.view_closed(self.space, user, view, cleared=cleared)
        result = await self.delivery.send("interactive", payload)
        return Answer(result.acked, result.seconds, result.payload, result.error, outcome="closed")

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Answer:
        """Run a slash command; what the app acknowledges with is shown in the channel."""
        place = self.space.channels.get(channel)
        if place is None or user not in place.members or self.space.users[user].deleted:
            return impossible("This person is not in that channel.")
        hook = f"{self.origin}/commands/{new_hook(self.space, place, user)}"
        payload = payloads.slash_command(self.space, user, place, command, text, hook)
        result = await self.delivery.send("slash_commands", payload)
        if result.payload is None:
            return result
        try:
            answer(self.space, place, user, None, Args(result.payload))
        except Refused as refused:
            return Answer(True, result.seconds, result.payload, refused.code)
        return result

    def dismiss(self, user: str, channel: str, ts: str) -> None:
        """Press "Dismiss message" under an ephemeral message."""
        place = self.space.channels.get(channel)
        if place is not None and ts in place.whispers and place.whispers[ts].viewer == user:
            del place.whispers[ts]
            self.space.changed()

    async def say(self, user: str, channel: str, text: str, *, thread_ts: str | None = None) -> str:
        """Write a message; returns its ts. The app hears of it when subscribed to `message`."""
        place = self.space.channels[channel]
        message = Message(self.space.ts(), user, text, [], bot=False, thread_ts=thread_ts)
        place.messages[message.ts] = message
        self.space.changed()
        kind = "im" if place.partner else "channel"
        event = {"type": "message", "user": user, "text": text, "ts": message.ts, "channel": channel}
        if thread_ts:
            event["thread_ts"] = thread_ts
        await self.send_event({**event, "channel_type": kind})
        return message.ts

    def delete(self, channel: str, ts: str) -> None:
        """Delete a message by hand; the app does not hear of it."""
        place = self.space.channels[channel]
        remove(self.space, place, place.messages[ts])

    async def unarchive(self, channel: str) -> None:
        """Use an archived channel again."""
        self.space.channels[channel].archived = False
        event = {"type": "channel_unarchive", "channel": channel, "user": next(iter(self.space.users))}
        await self.send_event(event)

    async def invite_app(self, channel: str) -> None:
        """Invite the app to a channel."""
        place = self.space.channels[channel]
        place.members.append(self.space.bot_user)
        event = {"type": "member_joined_channel", "user": self.space.bot_user, "channel": channel}
        await self.send_event({**event, "channel_type": "C", "team": self.space.team_id})

    async def rename(self, channel: str, name: str) -> None:
        """Give a channel another name."""
        place = self.space.channels[channel]
        place.name = name
        told = {"id": channel, "name": name, "created": place.created}
        await self.send_event({"type": "channel_rename", "channel": told})

    async def open_home(self, user: str) -> Answer | None:
        """Open the app's home tab."""
        place = self.space.direct(user)
        event = {"type": "app_home_opened", "user": user, "channel": place.id, "tab": "home"}
        return await self.send_event(event)

    async def send_event(self, event: dict[str, Any]) -> Answer | None:
        """Send an Events API event, if the app is subscribed to its type; None when it is not."""
        if event["type"] not in self.subscribed:
            return None
        return await self.delivery.send("events_api", payloads.event_callback(self.space, event))

    def _visible(self, user: str, place: Channel | None, ts: str) -> Message | None:
        if place is None or user not in place.members or self.space.users[user].deleted:
            return None
        private_message = place.whispers.get(ts)
        if private_message is not None and private_message.viewer == user:
            return private_message
        return place.messages.get(ts)

    def _view(self, user: str) -> View | None:
        stack = self.space.modals.get(user)
        return stack[-1] if stack else self.space.homes.get(user)

    def _warn(self, user: str, ts: str, error: str | None) -> None:
        """Show or take away the warning sign beside a message."""
        before = self.space.warnings.pop((user, ts), None)
        if error is not None:
            self.space.warnings[user, ts] = error
        if before != error:
            self.space.changed()


def dispatches(block: dict[str, Any], element: dict[str, Any], *, enter: bool) -> bool:
    """Whether using this element reaches the app at once (docs.slack.dev: dispatch_action)."""
    if block["type"] != "input":
        return True
    if not block.get("dispatch_action"):
        return False
    if element["type"] not in TYPING:
        return True
    config = element.get("dispatch_action_config") or {}
    triggers = config.get("trigger_actions_on") or ["on_enter_pressed"]
    return "on_character_entered" in triggers or (enter and "on_enter_pressed" in triggers)
