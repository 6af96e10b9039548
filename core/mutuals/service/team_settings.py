"""How a team shares the work, and which texts two people have to see."""

from pydantic import Field

from mutuals.domain.policy import Policy
from mutuals.domain.second_person import SecondPerson
from mutuals.service.slur_settings import SlurSettings

_DEFAULT = Policy()


class TeamSettings(SlurSettings):
    """Whose turn a call is, and for what a second person is asked."""

    second_person: SecondPerson = Field(
        default=_DEFAULT.second_person,
        description="Which replies a second person has to send, never whoever wrote them: `off`, `urgent` (where an urgent "
        "case waits), `links` (texts with a link to a page that is not your own) or `both`. It holds for everybody, admins too.",
    )
    rotation: bool = Field(
        default=_DEFAULT.rotation,
        description="A call for an overdue case mentions one of those on duty instead of all of them, in fair turns: about a "
        "complaint or something urgent whoever had the fewest such calls in seven days, else whoever had the most.",
    )
