"""The command: what it reads, what it prints, and what it says when the file is wrong."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from mutuals.backtest.run import command
from mutuals.domain.errors import MutualsError
from tests.unit.backtest.streams import ANGRY, LOVES, NOON, answer, post, write


@pytest.fixture
def run(capsys, tmp_path):
    def go(posts, *, brand="Bakery", every_post=False, as_json=False):
        file = posts if isinstance(posts, Path) else write(tmp_path, posts)
        command(file, brand=brand, every_post=every_post, as_json=as_json)
        said = capsys.readouterr()
        return [json.loads(line) for line in said.out.splitlines()], said.err

    return go


def test_each_alert_is_one_line_of_json_with_the_times_of_the_posts(run):
    (alert,), said = run([post(1, 0, "Ann"), answer(2, 30, 1)])

    assert 0.5 <= alert.pop("score") <= 1
    assert alert == {
        "kind": "care",
        "post": "1",
        "person": "Ann",
        "class": "complaint",
        "opened": "2026-03-02T12:00:00Z",
        "due": "2026-03-02T13:00:00Z",
        "closed": "2026-03-02T12:30:00Z",
        "closed_by": "answered",
        "turn": "closed",
        "posts": [
            {
                "id": "1",
                "turn": "ours",
                "since": "2026-03-02T12:00:00Z",
                "until": "2026-03-02T12:30:00Z",
                "reason": "complaint",
            },
            {
                "id": "2",
                "turn": "closed",
                "since": "2026-03-02T12:30:00Z",
                "until": None,
                "reason": "answered",
            },
        ],
        "brand": "Bakery",
    }
    assert "1 care alerts (1 complaint)" in said
    assert "1 were answered by the time they were due; the median answer took 30 min." in said


def test_whose_turn_it_was_stands_in_the_line_post_by_post(run):
    asked = post(2, 30, "Bakery", "Which one is it?", in_reply_to="1", conversation="1")
    told = post(3, 40, "Ann", "the tall one, QX-88", in_reply_to="2", conversation="1")
    (first, second), _ = run([post(1, 0, "Ann"), asked, told, post(9, 400, "Bob", "hello")])

    assert (first["turn"], [(one["id"], one["turn"]) for one in first["posts"]]) == (
        "theirs",
        [("1", "ours"), ("2", "theirs")],
    )
    assert (second["turn"], [(one["id"], one["reason"]) for one in second["posts"]]) == (
        "ours",
        [("3", "replied")],
    )


def test_x_api_posts_are_read_one_a_line_or_with_their_includes(run):
    users = [{"id": "900", "username": "Bakery"}, {"id": "7", "username": "Ann"}]
    complaint = {
        "id": "11",
        "author_id": "7",
        "text": f"{ANGRY} &amp; more",
        "created_at": NOON.isoformat(),
        "conversation_id": "11",
    }
    reply = {
        "id": "12",
        "author_id": "900",
        "text": "Sorry!",
        "created_at": (NOON + timedelta(minutes=5)).isoformat(),
        "conversation_id": "11",
        "in_reply_to_user_id": "7",
        "referenced_tweets": [{"type": "replied_to", "id": "11"}],
    }
    (alert,), _ = run([complaint, {"data": [reply], "includes": {"users": users}}], brand="@bakery")

    assert (alert["post"], alert["person"], alert["closed_by"]) == ("11", "Ann", "answered")


def test_a_line_that_names_its_brand_wins_over_the_one_asked_for(run):
    lines = [
        post(1, 0, "ann", brand="Cafe", is_brand=False),
        post(2, 5, "cafe_helper", "Sorry!", brand="Cafe", is_brand=True, in_reply_to="1", conversation="1"),
        post(3, 6, "bob"),
    ]
    alerts, said = run(lines)

    assert [(one["brand"], one["post"], one["closed_by"]) for one in alerts] == [
        ("Cafe", "1", "answered"),
        ("Bakery", "3", None),
    ]
    assert "The recording holds no post by @Bakery" in said


def test_several_brands_go_in_one_run_without_asking_for_any(run):
    lines = [post(n, n, "ann", brand=f"brand{n}", is_brand=False) for n in range(1, 4)]
    alerts, _ = run(lines, brand=None)

    assert [one["brand"] for one in alerts] == ["brand1", "brand2", "brand3"]


def test_a_post_that_says_it_is_not_the_brands_is_a_persons_whoever_it_claims_to_be(run):
    alerts, _ = run([post(1, 0, "Bakery", is_brand=False, brand="Bakery")], every_post=True)

    assert [(one["post"], one["person"]) for one in alerts] == [("1", "Bakery")]


def test_with_every_post_language_is_off_and_a_post_is_due_after_a_day(run):
    alerts, said = run([post(1, 0, "ann", LOVES), post(2, 1, None, "?"), answer(3, 2000, 1)], every_post=True)

    assert [(one["post"], one["person"], one["class"], one["closed_by"]) for one in alerts] == [
        ("1", "ann", "other", "answered"),
        ("2", None, "other", None),
    ]
    assert alerts[0]["due"] == "2026-03-03T12:00:00Z"
    assert "2 were unanswered at 24 hours; 1 have no answer in the recording." in said


def test_with_every_post_a_post_answered_in_its_own_second_is_reported_too(run):
    alerts, _ = run([post(1, 0, "ann"), answer(2, 0, 1)], every_post=True)

    assert [(one["post"], one["closed"], one["closed_by"]) for one in alerts] == [
        ("1", "2026-03-02T12:00:00Z", "answered")
    ]


def test_the_summary_can_be_json(run):
    _, said = run([post(1, 0, "ann"), "nonsense", answer(2, 30, 1)], as_json=True)

    summary = json.loads(said)
    assert (summary["posts"], summary["own_posts"], summary["lines_left_out"]) == (2, 1, 1)
    assert (summary["care_alerts"], summary["ends"], summary["median_seconds_to_answer"]) == (
        1,
        {"answered": 1},
        1800,
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{oops", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "1"}', "it has no `text`"),
        ('{"text": "a", "at": "2026-01-01T00:00:00Z"}', "it has no `id`"),
        ('{"id": "1", "text": "a"}', "it has no `at`"),
        ('{"id": "1", "text": "a", "at": "yesterday"}', "`at` is not a time like 2026-01-31T09:30:00Z"),
        ('{"id": "1", "text": "a", "at": "0001-01-01T00:00:00Z"}', "`at` is not a time after 1970"),
        ('{"id": {}, "text": "a", "at": "2026-01-01T00:00:00Z"}', "`id` is not a text"),
        ('{"id": "1", "text": 5, "at": "2026-01-01T00:00:00Z"}', "it has no `text`"),
        ('{"id": "1", "text": "a", "at": "2026-01-01T00:00:00Z", "is_brand": "yes"}', "`is_brand` is neither true nor false"),
        ('{"id": "1", "text": "a", "created_at": "2026-01-01T00:00:00Z"}', "it has no `author_id`"),
        ('{"data": [4]}', "`data` holds something that is not a post"),
        ("[" * 100_000, "not JSON"),
    ],
)  # fmt: skip
def test_a_malformed_line_is_named_and_the_rest_goes_on(run, line, why):
    alerts, said = run([post(7, 0, "ann"), line, post(8, 1, "bob")])

    assert f"Line 2 was left out: {why}." in said
    assert [one["post"] for one in alerts] == ["7", "8"]


def test_many_malformed_lines_are_counted_and_only_the_first_are_named(run):
    _, said = run([*["nonsense"] * 40, post(1, 0, "ann")])

    assert said.count("was left out") == 5
    assert "35 more lines were left out." in said


def test_repeated_posts_are_counted_once(run):
    alerts, said = run([post(1, 0, "ann"), post(1, 0, "ann")])

    assert len(alerts) == 1
    assert "1 posts came more than once" in said


def test_nothing_is_drawn_where_nobody_watches(run):
    _, said = run([post(1, 0, "ann")])

    assert "\x1b" not in said
    assert "Replaying" not in said


def test_an_empty_file_is_said_to_be_empty(run):
    with pytest.raises(MutualsError, match="is empty"):
        run([])


def test_a_wholly_wrong_file_says_what_it_should_hold_and_what_was_wrong_first(run):
    with pytest.raises(MutualsError, match=r"holds no post that can be read.*Line 1 was left out: not JSON"):
        run(["id,text", "1,hello"])


def test_a_missing_file_is_said_to_be_missing(run, tmp_path):
    with pytest.raises(MutualsError, match="No such file"):
        run(tmp_path / "nothing.jsonl")


def test_a_folder_is_no_file(run, tmp_path):
    with pytest.raises(MutualsError, match="can't be read"):
        run(tmp_path)


def test_without_any_brand_it_says_how_to_name_one(run):
    with pytest.raises(MutualsError, match="Add --brand"):
        run([post(1, 0, "ann")], brand=None)
