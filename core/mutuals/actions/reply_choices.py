"""What a form offers to begin with: the team's saved replies, filled in for this person, the most fitting first."""

from collections.abc import Sequence
from dataclasses import dataclass

from mutuals.actions import answered_before
from mutuals.actions.signatures import signed
from mutuals.cards import hand_off
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Template
from mutuals.cards.starter_replies import FOLLOWING, PRIVATE, STARTERS
from mutuals.cards.templates import ReplyEvidence, kindest, values
from mutuals.domain import saved_replies
from mutuals.domain.language.detect import language_of
from mutuals.domain.language.tokens import tokens
from mutuals.domain.model import Actor, AlertKind, Category
from mutuals.domain.saved_replies import LANGUAGES, OFFERED, ReplyKind, SavedReply
from mutuals.ports.unit_of_work import UnitOfWork

SAVED = "Saved replies"
HOLDING_OFFERED = 8  # they are shown whole, one under the other, where a form can't be filled in anew
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Choices:
    """The texts that a form offers, and those that some buttons fill it in with; "" where there is none."""

    templates: tuple[Template, ...] = ()
    holding: str = ""  # what Acknowledge begins with
    thanks: str = ""
    private: str = ""  # asks for a message in private
    following: str = ""  # says that they are followed now, and can write


NONE = Choices()


async def of_brand(tx: UnitOfWork) -> list[SavedReply]:
    """All saved replies of a brand."""
    return saved_replies.effective(STARTERS, await tx.saved_replies.all())


async def offered(tx: UnitOfWork, found: AlertView, actor: Actor, *, holding: bool) -> Choices:
    """What a form about this alert offers to this person; `holding`: the form of Acknowledge."""
    every = await of_brand(tx)
    known = await evidence(tx, found, actor, every)
    language, kinds = language_of_post(found), kinds_of(found)
    usable = [
        one
        for one in every
        if (ReplyKind.HOLDING in one.kinds or not holding) and _worth_reading(one, language)
    ]
    ordered = saved_replies.in_order(usable, language, kinds, holding=holding)
    texts = [(one, text) for one in ordered if (text := _filled(one, known, found, actor)) is not None]
    before = [] if holding else await answered_before.templates(tx, found, actor)
    return Choices(
        (
            *before,
            *(
                _template(one, text, language)
                for one, text in texts[: HOLDING_OFFERED if holding else OFFERED]
            ),
        ),
        holding=_handed_off(found, language) or _first(texts, ReplyKind.HOLDING, kinds),
        thanks=_first(texts, ReplyKind.FAN, {ReplyKind.FAN})
        or _first(texts, ReplyKind.PRAISE, {ReplyKind.PRAISE}),
        private=_starter(texts, PRIVATE),
        following=_starter(texts, FOLLOWING),
    )


def _starter(texts: Sequence[tuple[SavedReply, str]], name: str) -> str:
    """The first one, in their language or else any, of those that come under this name."""
    return next((text for one, text in texts if one.id.startswith(f"{name}.")), "")


async def evidence(
    tx: UnitOfWork, found: AlertView, actor: Actor, replies: Sequence[SavedReply]
) -> ReplyEvidence:
    """What is known for the fields of these replies."""
    person = found.person.account if found.person else None
    posts = [
        post for post in found.posts.values() if post.author_id == found.alert.person_id and not post.gone
    ]
    asks_since = any("since" in saved_replies.fields_of(one.text) for one in replies)
    first = await tx.posts.first_times([found.alert.person_id]) if asks_since else {}
    praised = found.alert.kind is AlertKind.FAN or any(one.category is Category.PRAISE for one in posts)
    return ReplyEvidence(
        name=person.name if person else "",
        handle=person.handle if person else "",
        did=kindest([post.interaction for post in posts]),
        praised=praised,
        first_at=first.get(found.alert.person_id),
        brand=found.brand.account.name or found.brand.account.handle,
        sender=actor.name,
    )


def _handed_off(found: AlertView, language: str) -> str:
    """Of a case that others have now: its number."""
    one = found.alert.handed_off
    return hand_off.line(found.policy, language, one.number) if one else ""


def language_of_post(found: AlertView) -> str:
    """The language to answer in: that of the post, English where it is not known."""
    post = found.target()
    if post is None:
        return ENGLISH
    code = (post.lang or "").lower().replace("_", "-").partition("-")[0]
    if code in LANGUAGES:
        return code
    guessed = language_of(tokens(post.text), post.lang, post.text)
    return guessed if guessed in LANGUAGES else ENGLISH


def kinds_of(found: AlertView) -> frozenset[ReplyKind]:
    """What a reply under this alert is an answer to."""
    if found.alert.kind is AlertKind.FAN or found.lead is None:
        return frozenset({ReplyKind.FAN, ReplyKind.PRAISE})
    category = found.lead.category.value
    return frozenset({ReplyKind(category)}) if category in set(ReplyKind) else frozenset({ReplyKind.QUESTION})


def _worth_reading(one: SavedReply, language: str) -> bool:
    """The team's own are, whatever their language; of the starters those in the post's, and English ones."""
    return one.at is not None or one.language in {language, ENGLISH}


def _filled(one: SavedReply, known: ReplyEvidence, found: AlertView, actor: Actor) -> str | None:
    text = saved_replies.merged(one.text, values(known, one.language, found.now))
    return signed(text, actor) if text and found.policy.signature else text


def _first(
    texts: Sequence[tuple[SavedReply, str]], kind: ReplyKind, kinds: frozenset[ReplyKind] | set[ReplyKind]
) -> str:
    """The first one of this kind that fits, in the order given."""
    return next((text for one, text in texts if kind in one.kinds and one.fits(kinds)), "")


def _template(one: SavedReply, text: str, language: str) -> Template:
    named = (
        one.name if one.language == language else f"{one.name} ({LANGUAGES.get(one.language, one.language)})"
    )
    return Template(one.id, named, text, SAVED)
