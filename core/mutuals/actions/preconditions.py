"""What may stand between a click and the network: the kill switch, an answer from elsewhere, doubt, a repetition."""

from typing import Self

from mutuals.alerting import kill_switch as kill_switch_state
from mutuals.cards import kill_switch
from mutuals.context import BrandContext, Context
from mutuals.domain.cases import WAITING
from mutuals.domain.errors import AlreadyHandled, MutualsError, Refused
from mutuals.domain.kill_switch import HELD, Stop
from mutuals.domain.model import Action, ActKind, ActState, AlertState

FOLLOWED = "followed"  # how an alert or a case ended


class Stopped(MutualsError):
    """All acts were stopped in the moment before the call: nothing reached the network."""

    def __init__(self, stop: Stop, sentence: str) -> None:
        super().__init__(sentence)
        self.stop = stop


class OutcomeUnknown(MutualsError):
    """An earlier attempt may have gone through, and whether it has could not be looked up: nothing was called."""

    @classmethod
    def because(cls, error: MutualsError, network: str) -> Self:
        """For this error of the look-up on the network of this title."""
        return cls(f"Whether it is on {network} already can't be looked up now. {error}")

    @classmethod
    def hidden(cls, network: str) -> Self:
        """The network of this title calls the words a repetition, and does not show where they stand."""
        return cls(f"{network} says that these words stand there already, but does not show them yet.")


class OutcomeNotVisible(Refused):
    """Whether it is on the network can't be seen any more, and no later look would show it."""


class Repeated(MutualsError):
    """The same words of the same person went a moment ago, or are on their way."""

    def __init__(self, act: Action, taken: AlreadyHandled) -> None:
        super().__init__(str(taken))
        self.done = act.state is ActState.DONE


async def ensure_not_halted(ctx: Context) -> None:
    """Raises Stopped while all acts are stopped."""
    stop = await kill_switch_state.stopped(ctx)
    if stop is not None:
        raise Stopped(stop, kill_switch.refusal(stop, ctx.clock.now()))


async def is_superseded(ctx: Context, watched: BrandContext, act: Action) -> bool:
    """Was it answered or closed since somebody pressed? Then it must not go out late, behind the team's back."""
    has_waited = act.error == HELD or act.goes_at is not None
    if not has_waited and (not act.kind.writes or not act.attempt):
        return False
    async with ctx.store.transaction(watched.brand.id) as tx:
        alert = await tx.alerts.get(act.alert_id)
        case = (await tx.cases.by_ids([act.case_id])).get(act.case_id) if act.case_id else None
    if act.kind is ActKind.REPLY and alert is not None and alert.closed_by == FOLLOWED:
        return False  # a follow answers nobody: what was written to go with it goes
    closed = alert is None or alert.state is AlertState.SETTLED
    answered = case is not None and case.state not in WAITING and case.closed_by != FOLLOWED
    return closed or (answered and act.kind.writes)


def why_superseded(act: Action, network: str) -> str:
    """Why it does not go out any more, and what it had waited for."""
    if act.error == HELD:
        delay = "it was held, because all acts were stopped."
    else:
        delay = f"{network} did not take it at once." if act.attempt else "it waited to go out."
    return f"this was answered or closed while {delay}"
