"""What a walk through the demo presses, in which order, and what it must have pressed at the end; from the code's own lists."""

from mutuals.cards import buttons
from mutuals.cards.alert_title import NAMES
from mutuals.cards.contact_preferences import FORGET, PREFERENCES
from mutuals.cards.markup import Intent
from mutuals.domain.model import Category
from tests.integrations.sandbox.page.demo_offers import Offer, What
from tests.integrations.sandbox.page.demo_world import FAN

# First what only tells, then what can be taken back, then what closes and is opened again, at last what goes out.
ORDER = (
    Intent.WHY, Intent.WORDS, Intent.PERSON, Intent.NOTE, Intent.CLAIM, Intent.ASSIGN, Intent.RELEASE, Intent.PREFER,
    Intent.SNOOZE, Intent.WAKE, Intent.UNDO, Intent.FEEDBACK, Intent.DISMISS, Intent.REOPEN, Intent.ACKNOWLEDGE, Intent.REPLY,
    Intent.FOLLOW_AND_ASK, Intent.WITHDRAW, Intent.ANSWER, Intent.LIKE, Intent.REPOST, Intent.FOLLOW, Intent.VIEW,
)  # fmt: skip
WAYS_BACK = (Intent.WAKE, Intent.REOPEN)  # pressed again whenever something is left that stands behind them

# What stands under no alert of this world, and why; each has its own tests in the chats and in the service.
ELSEWHERE: dict[Intent, str] = {
    Intent.WORDS: "only for words that are hidden because they hurt",
    Intent.VIEW: "only after a follow by link that was not seen within half an hour",
    Intent.ANSWER: "only under an answer that may be none",
    Intent.OWN: "under the question whether an account is the brand's own",
    Intent.STOP: "a command's confirmation, not an alert's button",
    Intent.LIST: "in the list that a command shows",
    Intent.MEMBERS: "in a message about many alerts",
    Intent.APPROVE: "needs a trainee",
    Intent.SEND_BACK: "needs a trainee",
    Intent.HAND_OFF: "needs a place to hand off to",
    Intent.RESOLVE: "needs a place to hand off to",
    Intent.SETTINGS: "in the list of settings",
    Intent.SAVED_REPLY: "in the list of saved replies",
    Intent.REMOVE_REPLY: "in the list of saved replies",
}


def rank(offer: Offer) -> tuple[int, int]:
    """Where it stands in the order; a wish is forgotten last, so that it hides nothing from what comes after."""
    last = offer.what == (Intent.PREFER, FORGET[0])
    return ORDER.index(offer.do) if offer.do in ORDER else len(ORDER), int(last)


def in_sight(kind: str) -> set[What]:
    """The buttons that stand below an alert of this kind when it comes."""
    if kind == FAN:
        return {(Intent.REPLY, ""), (Intent.REPLY, buttons.THANKS), (Intent.FOLLOW, "")}
    if kind == NAMES[Category.WANTS_FOLLOW]:
        return {(Intent.FOLLOW, ""), (Intent.FOLLOW_AND_ASK, ""), (Intent.REPLY, "")}
    return {(Intent.REPLY, ""), (Intent.ACKNOWLEDGE, ""), (Intent.CLAIM, "")}


def expected(kind: str) -> set[What]:
    """What the product's own lists say that an alert of this kind offers at some time of its life."""
    fan = kind == FAN
    lists = {
        Intent.SNOOZE: [value for value, _ in buttons.SNOOZES],
        Intent.FEEDBACK: [value for value, _ in buttons.FEEDBACK_CHOICES],
        Intent.DISMISS: [value for value, _ in buttons.DISMISSALS if value != "not_us"],  # a verdict already
        Intent.PREFER: [value for value, _ in (*PREFERENCES, FORGET)],
    }
    plain = {
        Intent.WHY, Intent.PERSON, Intent.NOTE, Intent.CLAIM, Intent.ASSIGN, Intent.RELEASE, Intent.WAKE, Intent.REOPEN,
        Intent.REPLY, Intent.FOLLOW, Intent.UNDO,
    }  # fmt: skip
    plain |= {Intent.LIKE, Intent.REPOST} if fan else {Intent.ACKNOWLEDGE}
    thanks = {(Intent.REPLY, buttons.THANKS)} if fan else set()
    return {(do, "") for do in plain} | {(do, value) for do, all_ in lists.items() for value in all_} | thanks
