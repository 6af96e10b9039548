"""X's allowances under a clock that is set back: no kind of call stays closed for longer than X meant."""

from datetime import timedelta

import pytest

from mutuals.domain.errors import TryAgain
from mutuals.testing.clock import FixedClock
from mutuals_x.api_response import ApiResponse
from mutuals_x.limits import RateLimits


def refused(clock: FixedClock, minutes: int) -> ApiResponse:
    reset = clock.now() + timedelta(minutes=minutes)
    headers = {"x-rate-limit-remaining": "0", "x-rate-limit-reset": str(int(reset.timestamp()))}
    return ApiResponse(429, headers, {"title": "Too Many Requests"})


def test_a_used_up_allowance_is_a_matter_of_hurry():
    clock = FixedClock()
    limits = RateLimits(clock)
    limits.take("users/mentions")
    limits.note("users/mentions", refused(clock, 15))

    with pytest.raises(TryAgain) as caught:
        limits.take("users/mentions")

    assert caught.value.too_fast
    assert caught.value.retry_after <= 15 * 60 + 2


def test_what_was_learnt_by_a_clock_that_has_been_set_back_counts_no_more():
    clock = FixedClock()
    limits = RateLimits(clock)
    limits.take("users/mentions")
    limits.note("users/mentions", refused(clock, 15))
    clock.at -= timedelta(hours=1)

    limits.take("users/mentions")
