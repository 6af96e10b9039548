"""Scoring a CSV file: id,text in, id,score out."""

import csv
import io
from pathlib import Path

import pytest

from mutuals.cli.classify import classify, classify_file
from mutuals.domain.errors import MutualsError


def scored(text: str) -> dict[str, float]:
    """What comes out for a CSV text."""
    out = io.StringIO()
    classify(io.StringIO(text, newline=""), out)
    return {row["id"]: float(row["score"]) for row in csv.DictReader(io.StringIO(out.getvalue()))}


def test_every_post_gets_its_score_between_nought_and_one():
    scores = scored('id,text\n1,"@harbour my order never arrived, awful"\n2,@harbour love it\n')

    assert scores["1"] >= 0.5 > scores["2"] >= 0


def test_line_breaks_and_commas_in_quotes_belong_to_the_text():
    assert set(scored('id,text\n7,"broken,\nbroken"\n8,hi\n')) == {"7", "8"}


def test_columns_may_stand_in_any_order_beside_others():
    assert set(scored("label,text,source,id\n1,broken,x,a\n")) == {"a"}


def test_a_language_column_is_used():
    text = "pésimo, no funciona"

    assert scored(f'id,text,lang\n1,"{text}",es\n')["1"] > scored(f'id,text,lang\n1,"{text}",ja\n')["1"]


def test_the_class_tells_a_listed_post_from_one_that_is_left_out():
    out = io.StringIO()
    posts = 'id,text\n1,"@harbour gdzie jest moja paczka, proszę"\n2,@harbour foggy morning by the pier\n'
    classify(io.StringIO(posts, newline=""), out, classes=True)
    classes = {row["id"]: row["class"] for row in csv.DictReader(io.StringIO(out.getvalue()))}

    assert classes == {"1": "question", "2": "other"}


def test_the_mark_of_spreadsheets_and_empty_lines_are_passed_over():
    assert set(scored("\ufeffid,text\r\n\r\n1,hi\r\n")) == {"1"}


def test_a_field_of_two_hundred_thousand_characters_is_read():
    assert set(scored("id,text\n1," + "x" * 200_000 + "\n")) == {"1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no column named id"),
        ("id,body\n1,x\n", "no column named text"),
        ("id,text\n1\n", "Line 2 has fewer columns"),
    ],
)
def test_what_is_not_such_a_file_is_said_in_a_sentence(text: str, said: str):
    with pytest.raises(MutualsError, match=said):
        scored(text)


def test_the_first_scores_are_written_before_the_last_line_is_read():
    out = io.StringIO()

    def lines():
        yield "id,text\n"
        yield "1,hi\n"
        yield "2,ho\n"
        assert "1," in out.getvalue()

    assert classify(lines(), out) == 2


def test_a_missing_file_and_a_file_in_another_coding_are_said_in_a_sentence(tmp_path: Path):
    other = tmp_path / "latin.csv"
    other.write_bytes("id,text\n1,é\n".encode("latin-1"))

    with pytest.raises(MutualsError, match="can't be read"):
        classify_file(tmp_path / "nowhere.csv", io.StringIO())
    with pytest.raises(MutualsError, match="UTF-8"):
        classify_file(other, io.StringIO())
