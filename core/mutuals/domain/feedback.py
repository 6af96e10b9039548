"""What the team says of Mutuals' judgement."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person of the team said about our judgement of a post. The post's text is not kept."""

    brand_id: str
    post_id: str
    actor_key: str
    actor_name: str
    value: str  # "complaint" | "more" | "not_complaint" | "not_us"
    category: str  # what we had taken it for: a Category, or "fan"
    score: float  # how much of a complaint it was to us then, 0..1, before any calibration
    at: datetime
