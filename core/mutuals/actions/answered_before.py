"""What the brand has answered before to questions like the one of an alert, made ready to be given again.

Local: read from the brand's own stored posts. Nothing is made up, and nothing goes out unread.
"""

from mutuals.actions.signatures import signed
from mutuals.cards.alert_view import AlertView
from mutuals.cards.markup import Template
from mutuals.cards.templates import first_name
from mutuals.domain import similar_answers
from mutuals.domain.ids import key_of
from mutuals.domain.model import Actor, Post
from mutuals.domain.similar_answers import LOOKED_THROUGH, AnsweredQuestion
from mutuals.ports.unit_of_work import UnitOfWork

BEFORE = "What you answered before"
PREFIX = "before."  # of the id of such a text
LONGEST_QUESTION = 60  # characters of an entry's label


async def templates(tx: UnitOfWork, found: AlertView, actor: Actor) -> list[Template]:
    """Up to three earlier answers to questions like this one, the most alike first."""
    post = found.target()
    if post is None or not similar_answers.words_of(post.text):
        return []
    alike = similar_answers.most_alike(post.text, await _answered(tx, found, post))
    people = await tx.people.by_ids([one.asker_id for one in alike])
    mine = first_name(found.person.account.name) if found.person else ""
    made: list[Template] = []
    for one in alike:
        asker = people.get(one.asker_id)
        text = similar_answers.anew(one.answer, first_name(asker.account.name) if asker else "", mine)
        if text is not None:
            whole = signed(text, actor) if found.policy.signature else text
            made.append(Template(f"{PREFIX}{key_of(one.answer_id)}", _label(one.question), whole, BEFORE))
    return made


async def _answered(tx: UnitOfWork, found: AlertView, question: Post) -> list[AnsweredQuestion]:
    """The brand's newest answers with the posts that they answer; those in this conversation are no news."""
    ours = [
        one
        for one in reversed(await tx.posts.newest_of(found.brand.account.id, LOOKED_THROUGH))
        if one.in_reply_to and not one.gone and one.conversation_id != question.conversation_id
    ]
    asked = await tx.posts.by_ids(list({one.in_reply_to for one in ours if one.in_reply_to}))
    pairs = [(asked[one.in_reply_to], one) for one in ours if one.in_reply_to in asked]
    return [
        AnsweredQuestion(theirs.text, one.text, one.id, theirs.author_id)
        for theirs, one in pairs
        if not theirs.gone and theirs.author_id != one.author_id
    ]


def _label(question: str) -> str:
    words = " ".join(similar_answers.bare(question).split())
    return f"To “{words}”" if len(words) <= LONGEST_QUESTION else f"To “{words[: LONGEST_QUESTION - 1]}…”"
