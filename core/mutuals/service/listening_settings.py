"""What a brand listens for beside its mentions, and whom it calls a rival."""

from typing import Annotated

from pydantic import AfterValidator, Field

from mutuals.domain import listening
from mutuals.domain.policy import Policy
from mutuals.service.team_settings import TeamSettings

_DEFAULT = Policy()


def _rules(text: str) -> str:
    listening.parse(text)
    return text


def _rivals(text: str) -> str:
    listening.parse_rivals(text)
    return text


class ListeningSettings(TeamSettings):
    """Rules for posts that speak of the brand without its handle, their budget, and names of rivals."""

    listen: Annotated[str, AfterValidator(_rules)] = Field(
        default="",
        description="What to listen for in posts that do not name your account: rules of a name and words with commas, "
        f"separated by semicolons, e.g. {listening.LIKE}. A minus: never with this word. Each post found costs; "
        "`mutuals listen` says what before it is set.",
    )
    listen_daily_dollars: float = Field(
        default=_DEFAULT.listen_daily_dollars,
        ge=0.0,
        le=10_000.0,
        description="What MUTUALS_LISTEN may cost a UTC day, in dollars, within MUTUALS_DAILY_DOLLARS. When it is used up, the "
        "chats are told, and nothing more is searched for until midnight UTC.",
    )
    rivals: Annotated[str, AfterValidator(_rivals)] = Field(
        default="",
        description="Names of rivals, with commas. When somebody whom you never answered names one within 30 days, the chats "
        f"are told once. E.g. {listening.RIVALS_LIKE}.",
    )
