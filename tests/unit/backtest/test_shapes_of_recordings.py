"""A recording may come in any shape in which X or its tools hand out posts."""

import gzip
import json
from datetime import timedelta

import pytest

from mutuals.backtest.recording import load
from mutuals.backtest.run import command
from mutuals_x import parse
from tests.unit.backtest.streams import ANGRY, NOON

USERS = [{"id": "900", "username": "Bakery"}, {"id": "7", "username": "Ann"}, {"id": "8", "username": "Bob"}]


def _v2(number: int, author: str, text: str, **more):
    at = (NOON + timedelta(minutes=number)).isoformat()
    return {
        "id": str(number),
        "author_id": author,
        "text": text,
        "created_at": at,
        "conversation_id": "1",
    } | more


POSTS = [
    _v2(1, "7", "Too long, so it is …", note_post={"text": ANGRY}, edit_history_post_ids=["1"]),
    _v2(2, "8", "RT @Ann: ...", referenced_posts=[{"type": "reposted", "id": "1"}]),
    _v2(3, "900", "Sorry!", referenced_posts=[{"type": "replied_to", "id": "1"}]),
]
ANSWER = {"data": POSTS, "includes": {"users": USERS}, "meta": {"result_count": 3}, "errors": []}
PRETTY = json.dumps(ANSWER, indent=2)


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps(ANSWER).encode(),
        json.dumps([ANSWER]).encode(),
        PRETTY.encode(),
        PRETTY.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PRETTY.encode(),
        PRETTY.encode("utf-16"),
        gzip.compress(PRETTY.encode()),
        (PRETTY + "\n" + PRETTY + PRETTY).encode(),
    ],
    ids=["one line", "array", "pretty", "crlf", "mark", "utf-16", "gzip", "several"],
)
def test_new_names_and_every_wrapping_give_the_same_posts(tmp_path, raw):
    file = tmp_path / "posts.json"
    file.write_bytes(raw)
    recording = load(file, "Bakery")
    (stream,) = recording.streams
    whole, repost, reply = stream.posts
    assert (whole.text, repost.reposts, reply.in_reply_to) == (ANGRY, "1", "1")
    assert (recording.wrong, stream.ours(reply)) == (0, True)


def test_an_archive_is_the_brands_own_posts(tmp_path):
    file = tmp_path / "tweets.js"
    post = {"id_str": "5", "full_text": "@Ann so sorry &amp; thanks", "created_at": "Mon Mar 02 12:00:00 +0000 2026",
            "in_reply_to_status_id_str": "1", "in_reply_to_user_id_str": "7"}  # fmt: skip
    file.write_text("window.YTD.tweets.part0 = " + json.dumps([{"tweet": post}], indent=2))
    (stream,) = load(file, "Bakery").streams
    (only,) = stream.posts
    assert stream.ours(only)
    assert only.at == NOON
    assert only.in_reply_to == "1"
    assert "& thanks" in only.text


def test_a_cut_answer_is_said_with_its_line_and_takes_nothing_else_with_it(tmp_path):
    file = tmp_path / "posts.jsonl"
    file.write_text(json.dumps(ANSWER) + '\n{"id": "9", "te\n' + json.dumps(_v2(4, "8", "Lovely!")) + "\n")
    recording = load(file, "Bakery")
    assert len(recording.streams[0].posts) == 4
    assert recording.malformed == ["Line 2 was left out: not JSON."]


@pytest.mark.parametrize(("typed_from", "speaks_to_us"), [(16, False), (5, True)])
def test_whom_a_reply_speaks_to_is_told_by_the_same_range_of_the_text_as_live(
    tmp_path, capsys, typed_from, speaks_to_us
):
    aside = _v2(4, "8", f"@Ann @Bakery {ANGRY}", in_reply_to_user_id="7",
                referenced_posts=[{"type": "replied_to", "id": "1"}], display_text_range=[typed_from, 90],
                entities={"mentions": [{"id": "7", "username": "Ann"}, {"id": "900", "username": "Bakery"}]})  # fmt: skip
    file = tmp_path / "posts.json"
    file.write_text(json.dumps({"data": [aside], "includes": {"users": USERS}}))
    command(file, brand="Bakery", every_post=False, as_json=False)

    assert bool(capsys.readouterr().out) is speaks_to_us


def test_the_reader_of_recordings_and_the_live_reader_make_the_same_of_a_post(tmp_path):
    whole = _v2(9, "8", "look https://t.co/a &amp; https://t.co/b", lang="en", possibly_sensitive=True,
                display_text_range=[0, 9], edit_history_post_ids=["6", "9"], in_reply_to_user_id="7",
                referenced_posts=[{"type": "replied_to", "id": "1"}, {"type": "quoted", "id": "5"}],
                entities={"mentions": [{"id": "7", "username": "Ann"}], "urls": [
                    {"url": "https://t.co/a", "display_url": "shop.example/a", "expanded_url": "https://shop.example/a"},
                    {"url": "https://t.co/b", "expanded_url": "https://x.com/bob/status/9/photo/1"}]})  # fmt: skip
    includes = {"users": USERS, "posts": [{"id": "5", "author_id": "900"}]}
    file = tmp_path / "posts.json"
    file.write_text(json.dumps({"data": [whole], "includes": includes}))

    assert load(file, "Bakery").streams[0].posts == (parse.post(whole, includes),)


def test_links_of_an_archive_show_where_they_lead(tmp_path):
    file = tmp_path / "tweets.js"
    post = {"id_str": "5", "full_text": "@Ann see https://t.co/a", "created_at": "Mon Mar 02 12:00:00 +0000 2026",
            "display_text_range": ["5", "23"], "entities": {
                "user_mentions": [{"id_str": "7", "screen_name": "Ann"}],
                "urls": [{"url": "https://t.co/a", "display_url": "bakery.example/help"}]}}  # fmt: skip
    file.write_text("window.YTD.tweets.part0 = " + json.dumps([{"tweet": post}]))
    (only,) = load(file, "Bakery").streams[0].posts

    assert only.text == "@Ann see bakery.example/help"
    assert (only.mentions, only.put_in_front) == (("7",), 5)


def test_a_mention_recorded_without_an_id_is_found_by_its_handle(tmp_path):
    file = tmp_path / "posts.json"
    post = _v2(4, "8", "@ann hello", entities={"mentions": [{"username": "ann"}]})
    file.write_text(json.dumps({"data": post, "includes": {"users": USERS}}))

    assert load(file, "Bakery").streams[0].posts[0].mentions == ("7",)
