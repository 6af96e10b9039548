"""A visitor of the real demo: the tour, each button of each kind of alert in both chats, each text, command and kind of post.

The walk goes by a plan (demo_plan.py) through a world in which each kind of alert stands once for each chat, with nothing else
going on, so that it presses the same in each run and says what it did not reach.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.keys import Keys

from mutuals.cards.command_help import COMMANDS
from mutuals.cards.markup import Intent
from tests.integrations.sandbox.page.demo_offers import What
from tests.integrations.sandbox.page.demo_plan import ELSEWHERE, expected, in_sight
from tests.integrations.sandbox.page.demo_walk import Visitor
from tests.integrations.sandbox.page.demo_world import CHATS, COMPLAINT, FAN, KINDS, DemoWorld
from tests.support.axe import violations_in_all_looks

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400), pytest.mark.long]
WHOLE = (FAN, COMPLAINT)  # whose menus are gone through; the others have the complaint's
STEPS = 6
TEXTS = 8  # to choose from in a form, at least
# What is typed for each command; a reader's question about somebody names them.
ARGUMENTS = {
    "show": "@{handle}",
    "person": "@{handle}",
    "note": "@{handle} likes yellow thread",
    "family": "",
    "link": "",
}
# Each kind of post by its chip, and what the page says at once and in the end.
POSTS = {
    "A complaint": ("Mutuals takes it for a complaint", "The team is told at once."),
    "A question": ("Mutuals takes it for a question", "If nobody has answered in an hour, the team is told."),
    "Praise": ("Mutuals takes it for praise", "No alert: praise waits for no answer."),
    "Asks for a follow": ("Mutuals takes it for a wish to be followed", "The team is told at once."),
}
WORDS = """
const one = document.querySelector(arguments[0]);
return one?.checkVisibility() ? one.innerText : "";
"""
PRESS_TEXT = """
const one = [...document.querySelectorAll(arguments[0])].find((each) => each.textContent.trim() === arguments[1]);
one?.click();
return Boolean(one);
"""
SEND = """
const [css, text] = arguments;
const input = document.querySelector(css);
input.value = text;
input.form.requestSubmit();
"""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DemoWorld]:
    made = DemoWorld(tmp_path)
    yield made
    made.close()


def text(browser: Chrome, css: str) -> str:
    """The words of an element, "" while it is not shown."""
    return str(browser.execute_script(WORDS, css))


def errors(browser: Chrome) -> list[dict[str, Any]]:
    """Errors and warnings of the browser's console."""
    return [one for one in browser.get_log("browser") if one["level"] in ("SEVERE", "WARNING")]


def test_a_visitor_takes_the_tour_posts_and_types_every_command(browser: Chrome, world: DemoWorld) -> None:
    browser.get(world.page.url)
    slack, discord = (Visitor(browser, world, chat) for chat in CHATS)
    for chat in (slack, discord):
        chat.of_post(world.posts[chat.chat][COMPLAINT])
    take_the_tour(browser, slack)
    assert violations_in_all_looks(browser) == []
    pause_by_key(browser, slack)
    for chip, said in POSTS.items():
        post(browser, slack, chip, said)
    assert violations_in_all_looks(browser) == []
    for chat in (slack, discord):
        for command in COMMANDS:
            type_command(browser, chat, command)
    assert errors(browser) == []


def stands(browser: Chrome, css: str, words: str) -> bool:
    """Do these words stand there?"""
    return words in text(browser, css)


def take_the_tour(browser: Chrome, visitor: Visitor) -> None:
    """Six steps, each with words of its own about something in sight; the story waits meanwhile."""
    visitor.until(lambda: "Step 1 of" in text(browser, ".tour-card"), "the tour")
    assert world_is_held(visitor)
    seen = []
    for step in range(1, STEPS + 1):
        words = f"Step {step} of {STEPS}"
        visitor.until(partial(stands, browser, ".tour-card", words), words)
        seen.append(text(browser, ".tour-card h2"))
        assert browser.execute_script("return document.querySelector('.tour-frame').checkVisibility()")
        if step == 3:
            assert violations_in_all_looks(browser) == []
        browser.execute_script("document.querySelector('.tour-next').click()")
    visitor.until(lambda: text(browser, ".tour-card") == "", "the end of the tour")
    assert len(set(seen)) == STEPS
    visitor.until(lambda: not world_is_held(visitor), "the story going on")


def pause_by_key(browser: Chrome, visitor: Visitor) -> None:
    """Alt+P pauses the story and lets it go on, and a screen reader is told."""
    for held, words in (True, "is paused"), (False, "goes on"):
        ActionChains(browser).key_down(Keys.ALT).send_keys("p").key_up(Keys.ALT).perform()
        visitor.until(partial(stands, browser, "#pause", "Paused: go on" if held else "Pause"), words)
        assert world_is_held(visitor) is held
        visitor.until(partial(announced, browser, words), f"the announcement that the story {words}")


def announced(browser: Chrome, words: str) -> bool:
    """Is a screen reader told so?"""
    return words in str(browser.execute_script("return document.getElementById('announce').textContent"))


def world_is_held(visitor: Visitor) -> bool:
    """Is the story paused?"""
    return visitor.world.story.paused


def post(browser: Chrome, visitor: Visitor, chip: str, said: tuple[str, str]) -> None:
    """Choose a kind of post and send it; the page says at once how it reads it, and soon what was made of it."""
    visitor.until(lambda: browser.execute_script(PRESS_TEXT, ".idea", chip), chip)
    visitor.until(lambda: "Mutuals reads" in text(browser, ".said"), f"how {chip} is read")
    browser.execute_script("document.querySelector('.x-post-button').click()")
    visitor.until(lambda: all(one in text(browser, ".outcome") for one in said), f"{said} after {chip}")
    told = said[1].startswith("The team is told")
    if told:
        visitor.until(
            lambda: len(browser.find_elements("css selector", ".outcome .idea")) == 2, f"the alerts of {chip}"
        )
    else:
        assert not browser.find_elements("css selector", ".outcome .idea")


def type_command(browser: Chrome, visitor: Visitor, command: str) -> None:
    """Type a command; an answer comes, in private or in a window, and it is no excuse."""
    world = visitor.world.environment.world
    handle = world.users[visitor.world.environment.cast.fans[0]].handle
    words = ARGUMENTS.get(command, "").format(handle=handle)
    before = visitor.state("")
    browser.execute_script(SEND, f"#{visitor.chat}-composer", f"/mutuals {command} {words}".strip())
    signs = ("answers", "dialog", "notice")
    visitor.until(lambda: visitor.changed(before, visitor.state(""), signs), f"an answer to {command}")
    state = visitor.state("")
    assert visitor.bad(state) == [], f"{visitor.chat}, {command}: {state['notice']}"
    if state["dialog"] is not None:
        browser.execute_script(
            "document.querySelector(arguments[0]).click()", f"{visitor.pane} [role=dialog] [aria-label=Close]"
        )
        visitor.until(lambda: visitor.state("")["dialog"] is None, f"the end of the window of {command}")


@pytest.mark.parametrize("chat", CHATS)
def test_every_button_of_every_kind_of_alert_works(browser: Chrome, world: DemoWorld, chat: str) -> None:
    browser.get(f"{world.page.url}/?tour=no")
    visitor = Visitor(browser, world, chat)
    for kind in KINDS:
        walk(visitor, kind)
    reached = {do for done in visitor.done.values() for do, _ in done}

    assert set(ELSEWHERE) | reached == set(Intent), "a button that no plan knows"
    assert reached & set(ELSEWHERE) == set(), "reached all the same: strike it from the list"
    assert len(visitor.templates) >= TEXTS, visitor.templates
    assert "{date" not in text(browser, "body")
    assert errors(browser) == []


def walk(visitor: Visitor, kind: str) -> None:
    """Everything under one alert of this kind; what its kind must have and was not pressed is named."""
    fan = kind == FAN
    message = visitor.of_fan() if fan else visitor.of_post(visitor.world.posts[visitor.chat][kind])
    skip: frozenset[What] = frozenset() if kind in WHOLE else frozenset(visitor.done[COMPLAINT])
    visitor.walk(kind, message, skip)
    wanted = expected(kind) if kind in WHOLE else in_sight(kind)
    missed = {str(one) for one in wanted - visitor.done[kind]}
    left = {words for what, words in visitor.first[kind].items() if what not in visitor.done[kind] | skip}

    assert missed == set(), f"{visitor.chat}, {kind}: never pressed"
    assert left == set(), f"{visitor.chat}, {kind}: offered and not pressed"
