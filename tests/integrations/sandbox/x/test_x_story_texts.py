"""The demo's story makes sense: its lines are read as what they are meant to be, and its answers fit."""

import itertools
import random
import re

import pytest

from mutuals.domain import language
from mutuals.domain.model import CASE_CLASSES, Category
from mutuals_sandbox.scenario import texts
from mutuals_sandbox.scenario.events import EventGenerator
from mutuals_sandbox.scenario.wording import Lines, Said, Wording
from mutuals_sandbox.world import Post
from tests.integrations.sandbox.x.test_x_scenario import Told
from tests.support.present import present

MEANT = {
    "COMPLAINT": {Category.COMPLAINT},
    "QUESTION": {Category.QUESTION},
    "WANTS_FOLLOW": {Category.WANTS_FOLLOW},
    "PRAISE": {Category.PRAISE},
    "FAN": set(Category) - CASE_CLASSES,
    "CASUAL": set(Category) - CASE_CLASSES,
    "SPAM": set(Category) - CASE_CLASSES,
}
SLOT = re.compile(r"\{(\w+)\}")


def said(wording: Wording) -> list[Said]:
    """The wording with each product, and with each thing that may be broken."""
    slots = zip(itertools.cycle(texts.PRODUCTS), texts.THINGS, texts.PLACES, texts.TOWNS, strict=False)
    return [
        Said(
            wording,
            {
                "product": product,
                "thing": thing,
                "place": place,
                "town": town,
                "days": "9",
                "order": "PW-1001",
            },
        )
        for product, thing, place, town in slots
    ]


@pytest.mark.parametrize("name", MEANT)
def test_each_line_is_read_as_what_it_is_meant_to_be(name: str):
    wordings: Lines = getattr(texts, name)
    misread = {
        one.text: str(language.read(one.text).category)
        for wording in wordings
        for one in said(wording)
        if language.read(one.text).category not in MEANT[name]
    }

    assert misread == {}


@pytest.mark.parametrize("lines", [texts.COMPLAINT, texts.QUESTION, texts.WANTS_FOLLOW])
def test_what_waits_for_an_answer_has_one_of_its_own(lines: Lines):
    assert all("{name}" in wording.answer for wording in lines)
    assert len({wording.answer for wording in lines}) == len(lines)


def test_an_answer_speaks_to_the_person_in_their_language_and_of_their_order():
    told = Told()
    events, before = EventGenerator(told.world, told.cast, random.Random(1)), set(told.world.posts)
    for _ in range(200):
        events.step()
    brand = told.cast.brand
    new = [post for post_id, post in told.world.posts.items() if post_id not in before]
    pairs: list[tuple[Post, Post]] = [
        (post, present(told.world.posts.get(post.in_reply_to)))
        for post in new
        if post.author_id == brand and post.in_reply_to
    ]

    assert len(pairs) > 10
    for answer, asked in pairs:
        assert told.world.users[asked.author_id].name.split()[0] in answer.text
        assert answer.lang == asked.lang
        orders = re.findall(r"PW-\d+", answer.text)
        assert all(order in asked.text for order in orders)
        products = [one for one in texts.PRODUCTS if one in answer.text]
        assert all(one in asked.text or "new" in answer.text or "nova" in answer.text for one in products), (
            asked.text,
            answer.text,
        )
