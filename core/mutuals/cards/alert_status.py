"""What has been done about an alert, or is under way, in one line: what counts most now. Pure."""

from datetime import datetime

from mutuals.cards.alert_title import failed_act
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Line, Link, Span, Strong, Timestamp, TimestampStyle
from mutuals.cards.notices import UNVERIFIED, WITHDRAWN
from mutuals.cards.phrases import first_words, without_names_in_front
from mutuals.domain.history import LogKind, LogLine
from mutuals.domain.kill_switch import HELD
from mutuals.domain.model import LIVE_ACTS, Action, ActKind, ActState, Alert, AlertState
from mutuals.domain.policy import Policy
from mutuals.domain.withdrawal import may_withdraw

SAYS_NOT_WHEN_CLOSED = "discord/"  # Discord tells no app that a form was closed without being sent
SENT_WORDS = 8  # of what was said, under an alert


def status_lines(facts: AlertView) -> tuple[Line, ...]:
    """One line; where somebody acts and somebody else writes, one for each."""
    alert = facts.alert
    if alert.state is AlertState.SETTLED:
        return (_outcome(facts),) if alert.log else ()
    under_way = [act for act in facts.actions if act.state in LIVE_ACTS]
    live = [_under_way(act, facts.network) for act in under_way]
    if alert.writing_by and alert.writing_by not in {act.actor.name for act in under_way}:
        live.append(_writing(alert, facts.policy))
    if live:
        return tuple(live)
    failed = failed_act(facts)
    last = next((line for line in reversed(alert.log) if line.kind is not LogKind.CLAIMED), None)
    if failed is not None and failed.text and last is not None:
        return (_kept(failed, last),)
    if last is None or last.kind is LogKind.NOTED:
        return ()
    return (log_line(last, *_said(facts, last), *_withdrawn(facts, last), *_unverified(facts, last)),)


def _withdrawn(facts: AlertView, line: LogLine) -> Line:
    """Whose text it is that did not go out."""
    act = facts.actions[-1] if facts.actions else None
    if act is None or act.state is not ActState.WITHDRAWN or line.text not in WITHDRAWN.values():
        return ()
    if not act.kind.writes:
        return ()
    return (". The text of ", Strong(act.actor.name), " is kept.")


def _unverified(facts: AlertView, line: LogLine) -> Line:
    """That nobody can tell whether it was done, where the network does not."""
    begun = [one for one in facts.actions if one.state is ActState.UNVERIFIED and one.created_at == line.at]
    return (f". {UNVERIFIED.format(network=facts.network)}",) if begun else ()


def _outcome(facts: AlertView) -> Line:
    """How it ended: the line that closed it, and the last of what was said about it later."""
    log, closed = facts.alert.log, facts.alert.closed_at
    ended = [line for line in log if closed is None or line.at <= closed]
    line = ended[-1] if ended else log[-1]
    after = [one for one in log if one is not line and one.at > line.at]
    return (*log_line(line, *_said(facts, line)), *((" ", *log_line(after[-1])) if after else ()))


def _said(facts: AlertView, line: LogLine) -> Line:
    """The words that went out with what a line tells, and where they stand on the network."""
    if line.kind is not LogKind.ANSWERED:
        return ()
    sent = _sent_by_team(facts) or _found(facts)
    if sent is None:
        return ()
    text, url = sent
    shown = f": “{first_words(without_names_in_front(text), SENT_WORDS)}” " if text else " "
    return (shown, Link("View reply", url)) if url else (shown,)


def _sent_by_team(facts: AlertView) -> tuple[str, str | None] | None:
    acts = [one for one in facts.actions if one.state is ActState.DONE and one.kind.writes]
    if not acts:
        return None
    last = acts[-1]
    us = facts.brand.account.handle
    return last.text or "", facts.links.post(last.external_id, us) if last.external_id else None


def _found(facts: AlertView) -> tuple[str, str | None] | None:
    """An answer that was given elsewhere, by phone say, as it was read on the network."""
    posts = [
        facts.posts[case.answer_id]
        for case in facts.cases
        if case.answer_id and case.answer_id in facts.posts
    ]
    if not posts:
        return None
    newest = max(posts, key=lambda post: post.at)
    return newest.text, facts.links.post(newest.newest_id, facts.brand.account.handle)


def _kept(act: Action, last: LogLine) -> Line:
    """That nothing is lost; the words themselves are for whoever wrote them alone."""
    if act.state is ActState.LAPSED:
        return (*log_line(last), ". The text is kept.")
    return ("The text of ", Strong(act.actor.name), " is kept.")


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


_TEXT = {ActKind.REPLY: "Reply", ActKind.ACKNOWLEDGE: "Holding reply"}


def _goes_out(act: Action, at: datetime) -> Line:
    """What is about to be public, said by whom and when, for whoever may still take it back."""
    said = f": “{first_words(act.text, SENT_WORDS)}”" if act.text else "."
    when = Timestamp(at, TimestampStyle.SECONDS)
    return (f"{_TEXT[act.kind]} by ", Strong(act.actor.name), " goes out at ", when, said)


DOING = {ActKind.FOLLOW: "following", ActKind.REPLY: "replying", ActKind.ACKNOWLEDGE: "acknowledging",
         ActKind.LIKE: "liking a post", ActKind.REPOST: "reposting"}  # fmt: skip


def _under_way(act: Action, network: str) -> Line:
    """Pending is a state that is shown: who does what, and what it waits for."""
    doing = DOING[act.kind]
    if act.state is ActState.WAITING and act.expires_at:
        return (
            Strong(act.actor.name),
            f" is {doing}; not seen on {network} yet (until ",
            Timestamp(act.expires_at),
            ").",
        )
    if act.error == HELD:
        return (Strong(act.actor.name), f" is {doing}; held, because all acts are stopped.")
    if may_withdraw(act) and act.goes_at and not act.error:
        return _goes_out(act, act.goes_at)
    if act.error and act.next_at:
        unclear = act.state is ActState.CALLING and act.kind.writes
        waits = (
            f"not clear yet whether {network} took it, looked up again"
            if unclear
            else f"{network} did not take it yet, next try"
        )
        return (Strong(act.actor.name), f" is {doing}; {waits} ", Timestamp(act.next_at), ".")
    return (Strong(act.actor.name), f" is {doing} now.")


def log_line(line: LogLine, *more: Span) -> Line:
    """One line of an alert's history: what, who, when; `more` stands behind it."""
    moment = Timestamp(line.at, TimestampStyle.AGO)
    if not line.by:
        return (line.text, ", ", moment, *more)
    return (line.text, " " if line.text.endswith(".") else " by ", Strong(line.by), ", ", moment, *more)
