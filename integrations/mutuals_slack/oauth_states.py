"""Who has begun to install the app: slack_sdk's own store of states over our table.

A state is good for one return, within ten minutes: it is taken away by the one statement that reads it, so that of two
returns at once one counts.
"""

import secrets
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from slack_sdk.oauth.state_store.sqlalchemy import AsyncSQLAlchemyOAuthStateStore
from sqlalchemy.ext.asyncio import AsyncEngine

from mutuals.ports.clock import Clock
from mutuals_slack.client import QUIET
from mutuals_slack.installations import MOST_IDS

TABLE = "chat_oauth_state"
GOOD_FOR = 600  # seconds, slack_sdk's default
REMEMBERED = timedelta(days=1)  # an old one is known as such for so long; then it is as good as invented
LONGEST = 100  # characters; a state has 36


class StateExpired(Exception):
    """The state was one of ours, and is too old."""


class OAuthStates(AsyncSQLAlchemyOAuthStateStore):
    """States over the tables that our migrations make."""

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._clock = clock
        super().__init__(GOOD_FOR, engine, logger=QUIET, table_name=TABLE)

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """A new state. The old ones are swept out: the page is open to everybody."""
        state, ends = str(uuid4()), self._now() + timedelta(seconds=self.expiration_seconds)
        row = {"id": secrets.randbelow(MOST_IDS), "state": state, "expire_at": ends}
        async with self.engine.begin() as connection:
            old = self.oauth_states.c.expire_at < self._now() - REMEMBERED
            await connection.execute(self.oauth_states.delete().where(old))
            await connection.execute(self.oauth_states.insert(), row)
        return state

    async def async_consume(self, state: str) -> bool:
        """Take a state away; False for one that is not ours or was used. Raises StateExpired and SQLAlchemyError."""
        if not state or len(state) > LONGEST:
            return False
        column = self.oauth_states.c
        taking = self.oauth_states.delete().where(column.state == state).returning(column.expire_at)
        async with self.engine.begin() as connection:
            taken = (await connection.execute(taking)).scalars().first()
        if taken is None:
            return False
        if taken <= self._now():
            raise StateExpired
        return True

    def _now(self) -> datetime:
        """As slack_sdk writes it: UTC without a zone."""
        return self._clock.now().astimezone(UTC).replace(tzinfo=None)
