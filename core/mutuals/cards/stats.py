"""What `/mutuals stats` answers: how the team has answered and whom it has welcomed. Pure."""

from mutuals.cards.lists import answer_card
from mutuals.cards.markup import EphemeralReply, Line, Strong
from mutuals.cards.phrases import counted, duration
from mutuals.domain.team_stats import TeamStats

SPANS = (7, 28)  # days


def answer(spans: dict[int, TeamStats], waiting: int, overdue: int) -> EphemeralReply:
    """The figures of each span of days, and what waits now."""
    lines: list[Line] = []
    told: TeamStats | None = None
    for days, figures in spans.items():
        lines.append((Strong(f"The last {days} days"),))
        lines += [("The same: nothing happened before.",)] if figures == told else _span(figures)
        told = figures
    late = f"{overdue} of these overdue" if overdue else "none overdue"
    lines += [
        (Strong("Now"),),
        (f"{counted(waiting, 'person', 'people')} wait{'s' if waiting == 1 else ''}, {late}.",),
    ]
    return EphemeralReply(card=answer_card("How you have answered", tuple(lines)))


def _span(figures: TeamStats) -> list[Line]:
    fans = figures.talked + figures.followed
    welcomed = f"{figures.talked} with a word, {figures.followed} by a follow alone" if fans else ""
    lines: list[Line] = [(f"Loyal fans welcomed: {fans}{f' ({welcomed})' if welcomed else ''}.",)]
    if not figures.answered:
        lines.append(("Nobody was answered.",))
    else:
        first = duration(figures.first_answer) if figures.first_answer is not None else ""
        lines.append((f"Answered: {figures.answered}, {figures.in_time} of {figures.answered} in time.",))
        lines.append((f"Half of them had their first answer within {first}.",))
    if figures.expired:
        lines.append((f"Ended without an answer: {figures.expired}.",))
    return lines
