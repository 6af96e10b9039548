"""A visitor who presses what they are told to in one pane of the demo, and sees what comes of it."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from selenium.webdriver import Chrome

from mutuals.cards.markup import Intent
from mutuals_sandbox.slack.people import CHANGED
from tests.integrations.sandbox.page.demo_offers import Offer, What, offers
from tests.integrations.sandbox.page.demo_plan import ELSEWHERE, WAYS_BACK, rank
from tests.integrations.sandbox.page.demo_world import FAN, DemoWorld
from tests.support.waiting import PATIENCE

WITH_TEXTS = {Intent.REPLY, Intent.ACKNOWLEDGE, Intent.FOLLOW_AND_ASK}  # forms that offer texts to start from
SOON = PATIENCE  # seconds within which a press must show something
FIRST = 3 * PATIENCE  # ... and the first alerts: the service has the brand's last weeks to read
BY_LINK = {Intent.FOLLOW, Intent.LIKE, Intent.REPOST, Intent.FOLLOW_AND_ASK}  # done on X's own page
# What opens a window, a form, a private answer or X's page; all else is seen in the message itself.
OPENS = {*WITH_TEXTS, Intent.WHY, Intent.PERSON, Intent.NOTE, Intent.ASSIGN, Intent.LIKE, Intent.REPOST}
OPENED = ("answers", "dialog", "overlay", "notice")
WAITING = "One moment…"
GONE = "gone"
LINK_COMES = 3.0  # seconds
COMES_BACK = (
    5.0  # seconds after which a button that went away while something was under way should be there again
)
STEPS = 90  # presses on one alert after which something goes round in circles
ROOM = 180  # characters that leave room for one more sentence on X

PRESS = """
const [pane, key, spot, entry, label] = arguments;
const row = [...document.querySelectorAll(pane + " .messages [data-key]")].find((one) => one.dataset.key === key);
if (!row) return false;
if (spot) {
  const all = [...row.querySelectorAll("[data-spot]:not([disabled])")];
  const one = all.find((each) => each.dataset.spot === spot || each.dataset.spot.endsWith("/" + spot));
  if (!one) return false;
  one.focus();
  one.click();
  return true;
}
for (const one of row.querySelectorAll("select")) {
  if (![...one.options].some((option) => option.value === entry)) continue;
  one.focus();
  one.value = entry;
  one.dispatchEvent(new Event("change"));
  return true;
}
const more = row.querySelector("button.s-overflow"); // few entries stand behind three dots
if (!more) return false;
more.click();
const one = [...row.querySelectorAll("[role=menuitem]")].find((each) => each.textContent === label);
if (one) one.click();
else more.click();
return Boolean(one);
"""
# What can change by a press: the message, the last private message, the dialog, the window over the page.
STATE = """
const pane = document.querySelector(arguments[0]);
const rows = [...pane.querySelectorAll(".messages > [data-key]")];
const row = rows.find((one) => one.dataset.key === arguments[1]);
const box = pane.querySelector(".shade:not([hidden]) [role=dialog]");
return {
  row: row ? row.signature : null,
  answers: rows.filter((one) => one.matches(".s-ephemeral, .d-ephemeral")).map((one) => one.dataset.key),
  dialog: box ? box.innerText : null,
  field: box?.querySelector("textarea") ? box.querySelector("textarea").value : null,
  choices: [...(box?.querySelector("select")?.options || [])].filter((one) => one.value && !one.disabled)
    .map((one) => [one.value, one.textContent]),
  sends: Boolean(box?.querySelector("[type=submit]:not([disabled])")),
  overlay: Boolean(document.querySelector("dialog.overlay[open]")),
  notice: [...pane.querySelectorAll(".notice:not([hidden]), .s-view [role=alert], .d-view [role=alert]")]
    .map((one) => one.textContent.trim()).filter(Boolean),
  focus: document.activeElement.tagName.toLowerCase(),
};
"""
IN_DIALOG = """
const box = document.querySelector(arguments[0] + " .shade:not([hidden]) [role=dialog]");
const one = box?.querySelector(arguments[1]);
if (!one) return false;
if (arguments[2] !== null) {
  one.value = arguments[2];
  one.dispatchEvent(new Event(one.tagName === "SELECT" ? "change" : "input"));
} else one.click();
return true;
"""
LAST_ANSWER = """
const rows = [...document.querySelectorAll(arguments[0] + " .messages > :is(.s-ephemeral, .d-ephemeral)")];
const row = rows.find((one) => one.dataset.key === arguments[1]);
return {
  entries: [...(row?.querySelector("select")?.options || [])].filter((one) => one.value && !one.disabled).map((one) => one.value),
  links: [...(row?.querySelectorAll("a[href*='/intent/']") || [])].map((one) => one.href),
};
"""
LINK_IN_DIALOG = """
const link = document.querySelector(arguments[0] + " .shade:not([hidden]) [role=dialog] a[href*='/intent/']");
link?.click();
return Boolean(link);
"""
FOLLOW_LINK = (
    "[...document.querySelectorAll(arguments[0] + ' a')].find((one) => one.href === arguments[1])?.click()"
)


class Visitor:
    """In front of one chat's pane. `done[kind]` is what was pressed under alerts of a kind, `first[kind]` what they offered when
    they came."""

    def __init__(self, browser: Chrome, world: DemoWorld, chat: str) -> None:
        self.browser, self.world, self.chat, self.pane = browser, world, chat, f".pane-{chat}"
        self.done: dict[str, set[What]] = {}
        self.first: dict[str, dict[What, str]] = {}
        self.templates: set[str] = set()

    # --- an alert ---

    def message(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any] | None:
        """The message of the team's channel that fits."""
        messages: list[dict[str, Any]] = self.world.seen(self.chat)["channels"][0]["messages"]
        return next((one for one in messages if not one.get("ephemeral") and fits(one)), None)

    def of_post(self, post: str) -> str:
        """The id of the message that shows the alert about a post."""
        key = "ts" if self.chat == "slack" else "id"
        found = self.until(
            lambda: self.message(lambda one: post in str(one) and bool(offers(self.chat, one))),
            f"the alert about post {post}",
            FIRST,
        )
        return str(found[key])

    def of_fan(self) -> str:
        """The id of the message of a fan."""
        found = self.until(lambda: self.message(lambda one: FAN in str(one)), "a fan", FIRST)
        return str(found["ts" if self.chat == "slack" else "id"])

    def walk(self, kind: str, message_id: str, skip: frozenset[What] = frozenset()) -> None:
        """Press everything that the alert offers, each once, in the plan's order; of the menu not what `skip` holds."""
        done = self.done.setdefault(kind, set())
        first = {one.what: str(one) for one in self.offers_of(message_id)}
        self.first[kind] = first
        for _ in range(STEPS):
            left = self.left_to_press(message_id, done, skip, set(first) - skip)
            if not left:
                return
            chosen = min(left, key=rank)
            if self.press(chosen):
                done.add(chosen.what)
        raise AssertionError(f"{self.chat}, {kind}: no end after {STEPS} presses")

    def left_to_press(
        self, message_id: str, done: set[What], skip: frozenset[What], first: set[What]
    ) -> list[Offer]:
        """What was not pressed yet; else the way back to it, if there is one within a few seconds."""
        ends = time.monotonic() + COMES_BACK
        while True:
            here = self.offers_of(message_id)
            new = [one for one in here if one.what not in done and one.do not in ELSEWHERE]
            left = [one for one in new if not (one.entry and one.what in skip)]
            hidden = first - done
            left = left or [one for one in here if hidden and one.do in WAYS_BACK]
            if left or not hidden or time.monotonic() > ends:
                return left
            time.sleep(0.1)

    def offers_of(self, message_id: str) -> list[Offer]:
        """What the message offers now."""
        shown = self.message(lambda one: message_id in (one.get("ts"), one.get("id")))
        return offers(self.chat, shown) if shown else []

    def press(self, offer: Offer) -> bool:
        """Press it, see that something comes of it, and go through what opens. False where it is not offered any more."""
        before = self.state(offer.message)
        if self.until(partial(self.hit, offer), f"{offer} on the page") == GONE:
            return False
        signs = OPENED if offer.do in OPENS else (*OPENED, "row")
        self.until(lambda: self.changed(before, self.state(offer.message), signs), f"anything after {offer}")
        if offer.do is Intent.FOLLOW:  # done by the API, or a moment later by a link where X refuses that
            ends = time.monotonic() + LINK_COMES
            while not self.changed(before, self.state(offer.message), OPENED) and time.monotonic() < ends:
                time.sleep(0.05)
        self.follow(offer, set(before["answers"]))
        wrong = self.bad(self.state(offer.message))
        assert wrong == [], f"after {offer}: {wrong}"
        return True

    def hit(self, offer: Offer) -> str:
        """Press it where it stands now: the message may have been drawn anew, and the button have moved. "" for not yet."""
        now = next((one for one in self.offers_of(offer.message) if one.what == offer.what), None)
        if now is None:
            return GONE
        return "pressed" if self.ask(PRESS, now.message, now.spot, now.entry, now.label) else ""

    @staticmethod
    def changed(before: dict[str, Any], now: dict[str, Any], signs: Sequence[str]) -> bool:
        """Is anything to be seen of a press?"""
        return any(now[one] != before[one] for one in signs)

    @staticmethod
    def bad(state: dict[str, Any]) -> list[str]:
        """What is said to be wrong; that a message has changed while it was pressed is true now and then."""
        return [one for one in state["notice"] if CHANGED not in one]

    # --- what opens ---

    def follow(self, offer: Offer, answers: set[str]) -> None:
        """Go through the window, the form, the private answer or X's page that a press has opened."""
        time.sleep(0.15)  # a window may come after the message is redrawn
        for _ in range(6):
            state = self.state(offer.message)
            new = [one for one in state["answers"] if one not in answers]
            if state["overlay"]:
                self.on_x(offer)
            elif state["dialog"] is not None:
                self.dialog(offer, state)
            elif new:
                answers |= set(new)
                self.private(offer, new[-1])
            else:
                return

    def dialog(self, offer: Offer, state: dict[str, Any]) -> None:
        """A form is filled in, with each of its texts first; whatever else is sent or closed."""
        if WAITING in state["dialog"]:
            self.until(
                lambda: WAITING not in (self.state(offer.message)["dialog"] or WAITING), f"what {offer} shows"
            )
            return
        if state["field"] is not None:
            self.form(offer, state)
            return
        self.choose_colleague(state)
        if offer.do in BY_LINK and self.ask(LINK_IN_DIALOG):
            self.until(lambda: self.state(offer.message)["overlay"], f"X's page after {offer}")
            self.on_x(offer)
        if (state := self.state(offer.message))["dialog"] is None:
            return
        self.leave(offer, state, "[type=submit]" if state["sends"] else "[aria-label=Close]")

    def choose_colleague(self, state: dict[str, Any]) -> None:
        """Where somebody is to be chosen: one who may act."""
        if chosen := next((value for value, label in state["choices"] if label.startswith("Ben")), None):
            self.ask(IN_DIALOG, "select", chosen)

    def form(self, offer: Offer, state: dict[str, Any]) -> None:
        """The caret stands in the form; each of its texts can be chosen; what is written is taken."""
        assert state["focus"] in {"textarea", "select"}, f"{offer}: the focus is on {state['focus']}"
        if offer.do not in WITH_TEXTS:
            self.choose_colleague(state)
        elif self.chat == "slack":
            self.choose_texts(offer, state)
        text = f"{(self.state(offer.message)['field'] or '')[:ROOM]} We look into it, {offer.do.value} {len(self.done)}."
        self.write(offer, text)
        self.leave(offer, self.state(offer.message), "[type=submit]")

    def choose_texts(self, offer: Offer, state: dict[str, Any]) -> None:
        """Each text of the form, once for each kind of form; a draft that was kept would be added to, so it goes first."""
        new = [
            (value, label) for value, label in state["choices"] if f"{offer}/{value}" not in self.templates
        ]
        if new and state["field"]:
            self.write(offer, "")
        for value, label in new:
            before = self.state(offer.message)["field"]
            self.until(partial(self.ask, IN_DIALOG, "select", value), label)
            self.until(partial(self.field_is_not, offer, before), f"the text of {label}")
            self.templates.add(f"{offer}/{value}")

    def write(self, offer: Offer, text: str) -> None:
        """Write into the form's field, and give Slack the pause in which it gathers keystrokes."""
        self.until(partial(self.ask, IN_DIALOG, "textarea", text), f"the field of {offer}")
        time.sleep(0.4)

    def field_is_not(self, offer: Offer, before: str | None) -> bool:
        return bool(self.state(offer.message)["field"] != before)

    def leave(self, offer: Offer, state: dict[str, Any], css: str) -> None:
        """Press that in the dialog, and wait until it is gone; a sent one may say what came of it instead."""
        self.until(partial(self.ask, IN_DIALOG, css, None), f"{css} of {offer}")
        self.until(partial(self.left, offer, state, "Close" in css), f"the end of the window after {offer}")

    def left(self, offer: Offer, before: dict[str, Any], closes: bool) -> bool:
        """Is the dialog gone, or, when it was sent, does it say something else?"""
        now = self.state(offer.message)
        if now["dialog"] is None:
            return True
        if closes:
            return False
        refused = set(now["notice"]) - set(before["notice"])
        other = now["field"] is None if before["field"] is not None else now["dialog"] != before["dialog"]
        return bool(refused) or other

    def private(self, offer: Offer, key: str) -> None:
        """A private answer: its texts are chosen one after another, its link is opened."""
        answer = self.ask(LAST_ANSWER, key)
        for place, entry in enumerate(answer["entries"]):
            if not entry.startswith(("mutuals:", offer.do.value + ":")):
                self.until(partial(self.ask, PRESS, key, "", entry, ""), entry)
                self.until(partial(self.field_is_not, offer, None), f"the form with {entry}")
                self.templates.add(f"{offer}/{entry}")
                if place < len(answer["entries"]) - 1:
                    self.leave(offer, self.state(offer.message), "[aria-label=Close]")
        if answer["links"] and not self.state(offer.message)["overlay"]:
            self.browser.execute_script(FOLLOW_LINK, self.pane, answer["links"][-1])
            self.until(lambda: self.state(offer.message)["overlay"], f"X's page after {offer}")

    def on_x(self, offer: Offer) -> None:
        """Press the button on X's own page, and come back."""
        self.browser.switch_to.frame(self.browser.find_element("css selector", ".overlay-frame"))
        press = (
            "const one = document.querySelector('form button'); if (one) one.click(); return Boolean(one);"
        )
        done = "return document.readyState === 'complete' && !document.querySelector('form button')"
        try:
            self.until(lambda: self.browser.execute_script(press), f"the button on X after {offer}")
            self.until(lambda: self.browser.execute_script(done), f"X's answer after {offer}")
        finally:
            self.browser.switch_to.default_content()
        self.browser.execute_script("document.querySelector('dialog.overlay').close()")

    # --- looking ---

    def ask(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, self.pane, *arguments)

    def state(self, message_id: str) -> dict[str, Any]:
        found: dict[str, Any] = self.ask(STATE, message_id)
        return found

    def until(self, seen: Callable[[], Any], what: str, seconds: float = SOON) -> Any:
        """Wait for something. The test fails when it never comes."""
        ends = time.monotonic() + seconds
        while not (found := seen()):
            assert time.monotonic() < ends, (
                f"{self.chat}: never saw {what}; shown: {self.state('')}\n{self.world.service.log_tail()}"
            )
            time.sleep(0.03)
        return found
