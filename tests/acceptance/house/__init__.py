"""The whole house for tests: X, both chats, the real Mutuals among them, a movable clock, and what people do.

Each class adds a subject to the one before: `Services`, `Running`, `Customers`, `Chats`, and at last `House`.
"""

from tests.acceptance.house.messages import Shown, as_shown, discord_text, parts, slack_text
from tests.acceptance.house.services import APP, BOT, DISCORD_TOKEN, START, Member
from tests.acceptance.house.team import House, Open, houses
from tests.acceptance.house.texts import COMPLAINT, CONCERN, LATE, PRAISE, QUESTION, WANTS_FOLLOW

__all__ = [
    "APP", "BOT", "COMPLAINT", "CONCERN", "DISCORD_TOKEN", "LATE", "PRAISE", "QUESTION", "START", "WANTS_FOLLOW",
    "House", "Member", "Open", "Shown", "as_shown", "discord_text", "houses", "parts", "slack_text",
]  # fmt: skip
