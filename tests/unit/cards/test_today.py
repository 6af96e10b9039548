"""Today's few things: what each asks for, how long it takes, and the buttons for it, whole in both chats."""

import json
from dataclasses import replace
from datetime import timedelta

from mutuals.cards import today
from mutuals.cards.markup import ListItem
from mutuals.cards.today import Waiting
from mutuals.domain.kindness import Deed
from mutuals.domain.model import AlertKind, Category, Person, Post
from mutuals.testing.plain_text import of_line, of_reply
from tests.unit.cards.alert_views import LINKS, NOW, account, alert, case
from tests.unit.cards.test_queue import NAMES, URL, row, sent

SHORT = Deed(1.0, 1.0)
KIND_WORDS = "@kettleco love it"


def fan(number: int = 1) -> ListItem:
    told = alert(
        id=f"x900-{number}-1", person_id=f"{number}", kind=AlertKind.FAN, is_fan=True, evidence=(f"{number}",)
    )
    return today.alert(row(number, alert=told, cases=(), two_way=0), SHORT)


def praise(person: Person | None) -> ListItem:
    return today.praise(Post("9", "9", KIND_WORDS, NOW, "9"), person, LINKS, SHORT)


def test_a_fan_is_thanked_or_followed():
    assert [one.label for one in fan().buttons] == ["Open", "Thank", "Follow"]
    assert of_line(fan().lines[-1]) == "About 1 minute, and their first answer from you."


def test_who_asks_to_be_followed_is_offered_that_first_and_a_question_is_answered_or_claimed():
    asks = row(cases=(case(category=Category.WANTS_FOLLOW, post_ids=("1",)),))

    assert [one.label for one in today.alert(asks, Deed(1, 0.5)).buttons][:2] == ["Open", "Follow"]
    assert of_line(today.alert(asks, Deed(1, 0.5)).lines[-1]) == "Less than a minute."
    assert [one.label for one in today.alert(row(), Deed(1, 5)).buttons] == ["Open", "Reply", "Claim"]
    assert of_line(today.alert(row(), Deed(1, 5)).lines[-1]) == "About 5 minutes."


def test_praise_without_an_alert_is_answered_on_the_network():
    known = Person(account("9", "joy", "Joy"))
    [button] = praise(known).buttons

    assert (button.label, button.url) == ("Answer on X", "https://x.example/joy/status/9")
    assert of_line(praise(known).lines[0]).startswith("Praise · @joy · ")
    assert "somebody" in of_line(praise(replace(known, gone="deleted")).lines[0])
    assert "somebody" in of_line(praise(None).lines[0])


def test_five_things_have_all_their_buttons_in_both_chats():
    five = [*(fan(number) for number in range(1, 5)), praise(Person(account("9", "h" * 15, NAMES[1])))]
    blocks, components = map(json.dumps, sent(today.listing(five, Waiting(61, 2, 61))))

    for shown in (blocks, components):
        assert "no room" not in shown
        assert "Answer on X" in shown
        assert shown.count(URL) == 4
        assert shown.count('"Follow"') == 4
        assert "2 alerts are overdue: /mutuals queue overdue" in shown
        assert "61 wait in all: /mutuals queue" in shown


def test_a_day_without_anything_quick_says_what_waits_all_the_same():
    assert "Nothing quick waits today" in of_reply(today.listing([], Waiting(1, 0, 1)))
    assert "1 waits in all" in of_reply(today.listing([], Waiting(1, 0, 1)))
    assert "1 alert is overdue" in of_reply(today.listing([], Waiting(1, 1, 1)))
    assert "No alert waits." in of_reply(today.listing([], Waiting(0, 0, 0)))


def test_the_time_of_praise_is_said():
    told = today.praise(Post("9", "9", "", NOW - timedelta(days=1), "9"), None, LINKS, SHORT)

    assert "A post without words." in of_line(told.lines[1])
