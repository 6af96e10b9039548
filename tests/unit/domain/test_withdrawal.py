"""A text that waits a moment before it goes out."""

from datetime import timedelta

import pytest

from mutuals.domain import withdrawal
from mutuals.domain.kill_switch import HELD
from mutuals.domain.model import ActKind, ActState, Path
from tests.support.values import START, action

DELAY = timedelta(seconds=10)


def test_only_what_goes_out_by_itself_waits():
    assert withdrawal.goes_at(Path.API, "Sorry!", START, DELAY) == START + DELAY
    assert withdrawal.goes_at(Path.LINK, "Sorry!", START, DELAY) is None
    assert withdrawal.goes_at(Path.API, None, START, DELAY) is None
    assert withdrawal.goes_at(Path.API, "Sorry!", START, timedelta(0)) is None


@pytest.mark.parametrize("state", ActState)
def test_only_what_no_call_may_have_carried_out_can_be_withdrawn(state: ActState):
    waits = action(state=state, goes_at=START + DELAY)

    assert withdrawal.may_withdraw(waits) == (state is ActState.INTENT)


def test_a_reply_that_was_stopped_can_be_withdrawn_and_a_follow_or_a_call_under_way_can_not():
    assert withdrawal.may_withdraw(action(state=ActState.INTENT, error=HELD))
    assert not withdrawal.may_withdraw(action(state=ActState.INTENT, kind=ActKind.FOLLOW, error=HELD))
    assert not withdrawal.may_withdraw(action(state=ActState.INTENT))
    assert withdrawal.withdrawable([action(state=ActState.DONE)]) is None
