"""The warnings before a reply goes out, in words: what was found, and why somebody may want to look again. Pure."""

from collections.abc import Mapping

from mutuals.cards.markup import Line
from mutuals.domain.reply_lint import Finding, Findings, LintRule

# Short, for the ledger: what was passed, without the piece itself.
NAMED: Mapping[LintRule, str] = {
    LintRule.SECRET: "a password or key",
    LintRule.CARD: "a card number",
    LintRule.CONTACT: "an address or a telephone number",
    LintRule.ORDER_NUMBER: "an order number",
    LintRule.OTHER_BRAND: "another brand's name",
    LintRule.PROMOTION: "promotion in an answer to a complaint",
    LintRule.SAME_TEXT: "the same words as to others",
    LintRule.PUBLIC_TURNS: "another public turn",
    LintRule.LINK: "a link",
}


def lines(found: Findings, network: str, others: Mapping[str, str], micros: int | None) -> tuple[Line, ...]:
    """A sentence for each finding. `others` says whose a handle is; `micros` is what the reply costs, in millionths of a
    dollar, None where it is not known."""
    return tuple((_sentence(one, network, others, micros),) for one in found)


def passed(found: Findings) -> str:
    """For the ledger: which warnings somebody has sent a text in spite of."""
    named = dict.fromkeys(NAMED[one.rule] for one in found)
    return f"Sent in spite of warnings: {', '.join(named)}."


def _sentence(one: Finding, network: str, others: Mapping[str, str], micros: int | None) -> str:
    more = f" and {one.count - 1} more" if one.count > 1 else ""
    match one.rule:
        case LintRule.SECRET:
            return (
                f"It holds what looks like a password or a key ({one.shown}{more}). Everybody could read it."
            )
        case LintRule.CARD:
            return f"It holds what looks like a card number ({one.shown}{more}). Everybody could read it."
        case LintRule.CONTACT:
            return f"It holds an address or a telephone number ({one.shown}{more}). Is it yours to publish?"
        case LintRule.ORDER_NUMBER:
            return f"It holds an order or case number ({one.shown}{more}). Everybody could read it."
        case LintRule.OTHER_BRAND:
            return f"It names @{one.shown}: {others.get(one.shown.lower(), 'another brand')}."
        case LintRule.PROMOTION:
            return f"“{one.shown}” sells something, and this answers a complaint."
        case LintRule.SAME_TEXT:
            return (
                f"{one.count} others got exactly these words today. {network} may take it for spam, and whoever looks "
                "sees that it is no answer of your own."
            )
        case LintRule.PUBLIC_TURNS:
            return (
                f"You have answered them {one.count} times here in public. A private message may help more."
            )
        case LintRule.LINK:
            return f"It holds a link ({one.shown}{more}).{_price(network, micros)}"


def _price(network: str, micros: int | None) -> str:
    if micros is None:
        return f" What {network} charges for it is not known."
    if not micros:
        return ""
    return f" On {network} a reply with a link costs ${micros / 1e6:.2f}, as one without."
