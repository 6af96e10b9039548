"""What has been done about an alert, and what is under way, in lines. Pure."""

from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Line, Strong, Timestamp
from mutuals.domain.kill_switch import HELD
from mutuals.domain.model import LIVE_ACTS, Action, ActKind, ActState, Alert, AlertState, LogLine, Turn
from mutuals.domain.policy import Policy

SAYS_NOT_WHEN_CLOSED = "discord/"  # Discord tells no app that a form was closed without being sent
AFTERWARDS = {  # under an alert that is over
    Turn.ASKED: "It is their turn: you asked them something.",
    Turn.THANKED: "They thanked you. Nothing is left to do.",
    Turn.SOLVED: "They say it is solved. Nothing is left to do.",
    Turn.DOUBTED: "It was no reply to them. Was this the answer?",
}


def status_lines(facts: AlertView) -> tuple[Line, ...]:
    alert = facts.alert
    lines: list[Line] = [_log_line(line) for line in alert.log[-4:]]
    if alert.state is AlertState.SETTLED:
        turn = facts.cases[0].turn if facts.cases else None
        return (*lines, *(((AFTERWARDS[turn],),) if turn in AFTERWARDS else ()))
    if alert.state is AlertState.SNOOZED and alert.snoozed_until:
        lines.append(("Sleeps until ", Timestamp(alert.snoozed_until), "."))
    if alert.claimed_by and alert.claimed_until:
        lines.append((Strong(alert.claimed_by), " is on it until ", Timestamp(alert.claimed_until), "."))
    if alert.writing_by:
        lines.append(_writing(alert, facts.policy))
    lines += [_under_way(act, facts.network) for act in facts.actions if act.state in LIVE_ACTS]
    return tuple(lines)


def _writing(alert: Alert, policy: Policy) -> Line:
    """That somebody has the form open; where the chat does not tell when it is closed, when it was opened."""
    who = Strong(alert.writing_by or "Somebody")
    if alert.writing_until and (alert.writing_key or "").startswith(SAYS_NOT_WHEN_CLOSED):
        return (
            who,
            " opened the form at ",
            Timestamp(alert.writing_until - policy.claim_for),
            ", and may be writing.",
        )
    return (who, " is writing.")


DOING = {ActKind.FOLLOW: "following", ActKind.REPLY: "replying", ActKind.ACKNOWLEDGE: "acknowledging"}


def _under_way(act: Action, network: str) -> Line:
    """Pending is a state that is shown: who does what, and what it waits for."""
    doing = DOING[act.kind]
    if act.state is ActState.WAITING and act.expires_at:
        return (
            Strong(act.actor.name),
            f" is {doing} on {network}; not seen there yet, waiting until ",
            Timestamp(act.expires_at),
            ".",
        )
    if act.error == HELD:
        return (Strong(act.actor.name), f" is {doing}; held, because all acts are stopped.")
    if act.error and act.next_at:
        unclear = act.state is ActState.CALLING and act.kind is not ActKind.FOLLOW
        waits = (
            f"not clear yet whether {network} took it, looked up again"
            if unclear
            else f"{network} did not take it yet, next try"
        )
        return (Strong(act.actor.name), f" is {doing}; {waits} ", Timestamp(act.next_at), ".")
    return (Strong(act.actor.name), f" is {doing} now.")


def _log_line(line: LogLine) -> Line:
    moment = Timestamp(line.at)
    if not line.by:
        return (line.text, ", ", moment)
    return (line.text, " " if line.text.endswith(".") else " by ", Strong(line.by), ", ", moment)
