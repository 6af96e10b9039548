"""A sample of `make bench-fuzz`, always the same one: whatever comes from outside ends in a value or a sentence."""

from collections.abc import Iterator

import fuzz
import fuzz_chats
import fuzz_files
import pytest

EACH = 10  # inputs by share: some 1,000 in all; 100,000 and more in the benchmark


@pytest.fixture(scope="module", autouse=True)
def _let_go() -> Iterator[None]:
    yield
    fuzz_chats.close()
    fuzz_files.close()


@pytest.mark.parametrize("parser", fuzz.parsers(), ids=lambda one: one.name.replace(" ", "-"))
def test_odd_input_is_never_an_unhandled_error(parser: fuzz.Parser, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("MUTUALS_SETTINGS_FILE", raising=False)
    tried, failure = fuzz.batch(parser, EACH * parser.share, None)

    assert failure is None
    assert tried > parser.share


@pytest.mark.smoke
def test_an_unhandled_error_is_found_and_told_with_its_smallest_input():
    def breaks(text: str) -> None:
        assert 1 / (len(text) < 9)

    one = next(one for one in fuzz.parsers() if one.name == "x measure")
    tried, failure = fuzz.batch(fuzz.Parser("broken", 1, one.inputs, breaks, ()), 200, 7)

    assert tried > 1
    assert failure is not None
    assert failure.startswith("broken: ZeroDivisionError")
