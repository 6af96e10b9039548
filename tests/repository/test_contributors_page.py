"""The page for contributors names modules, functions and files that exist, and every room of the house."""

import importlib
import re

import pytest

from tests.repository.repository import ROOT

PAGE = (ROOT / "docs" / "for-contributors.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`(mutuals(?:_\w+)?(?:\.\w+)+)`", PAGE)))
FILES = sorted(set(re.findall(r"`((?:core|tests|integrations)/[\w/.]+)`", PAGE)))


@pytest.mark.parametrize("name", NAMES)
def test_every_function_that_the_page_names_exists(name: str):
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            value = getattr(value, part)
        return
    raise AssertionError(f"there is no {name}")


@pytest.mark.parametrize("path", FILES)
def test_every_file_that_the_page_names_exists(path: str):
    assert (ROOT / path).exists()


def test_the_map_shows_every_room_and_no_other():
    rooms = set(re.findall(r"^\| `([a-z]+)/?` \|", PAGE, re.MULTILINE))
    core = ROOT / "core" / "mutuals"
    there = {one.name for one in core.iterdir() if (one / "__init__.py").exists()} | {"context"}

    assert rooms == there


def test_both_walks_have_ten_steps():
    walks = re.findall(r"## The walk of a (?:mention|click)\n(.*?)(?=\n## )", PAGE, re.DOTALL)

    assert [len(re.findall(r"^\d+\. ", walk, re.MULTILINE)) for walk in walks] == [10, 10]
