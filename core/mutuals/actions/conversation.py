"""What has been said between the brand and a person in the conversation of an alert's post."""

from mutuals.cards.alert_view import AlertView
from mutuals.context import BrandContext
from mutuals.ports.unit_of_work import UnitOfWork


async def public_turns(tx: UnitOfWork, watched: BrandContext, found: AlertView) -> int:
    """How often the brand has answered this person in public in the conversation of the post."""
    post = found.target()
    ours = (
        await tx.posts.of_conversations([post.conversation_id], by=[watched.brand.account.id]) if post else []
    )
    return sum(one.in_reply_to_person == found.alert.person_id and not one.gone for one in ours)
