"""Which workspaces have installed the app: slack_sdk's own store over our tables, with the tokens sealed.

In its rows stands KEPT in place of a token; the tokens are a secret of the vault, under the name of the app and the
workspace, so that they are sealed, rotated and restored like every other secret, and open for no other workspace.
"""

import secrets
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import structlog
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.sqlalchemy import AsyncSQLAlchemyInstallationStore
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.ports.secrets import SecretVault
from mutuals_slack.client import QUIET

BOTS, INSTALLATIONS = "chat_bot", "chat_installation"
KEPT = "kept in the vault"
MOST_IDS = 2**31  # slack_sdk writes an id as 32 bits; there are few rows, and a second try is free
TOKENS = ("bot_token", "bot_refresh_token", "bot_token_expires_at")
UNASKED = (
    "user_token",
    "user_refresh_token",
    "user_token_expires_at",
    "incoming_webhook_url",
)  # we ask for none
NO_DATABASE = (
    "The database does not answer, so nothing is known of the Slack workspaces. Mutuals tries again."
)

log = structlog.get_logger(__name__)
Row = TypeVar("Row", Bot, Installation)


class OrganizationWide(BoltError):
    """The app was installed for a whole Enterprise Grid, which Mutuals does not serve."""


class Installations(AsyncSQLAlchemyInstallationStore):
    """The installations of one app (`client_id`). Its methods raise SQLAlchemyError and MutualsError, as Bolt asks;
    `of_team` and `by_team`, for us, MutualsError only."""

    def __init__(self, client_id: str, engine: AsyncEngine, vault: SecretVault) -> None:
        super().__init__(
            client_id, engine, bots_table_name=BOTS, installations_table_name=INSTALLATIONS, logger=QUIET
        )
        self._vault = vault

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation, and its token first: what is looked up by the row is there. Raises OrganizationWide."""
        if installation.is_enterprise_install or not installation.team_id:
            raise OrganizationWide
        await self._keep(installation.team_id, installation)
        await super().async_save(_without_tokens(installation))

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot: from `async_save` its tokens are in the vault already."""
        if bot.bot_token != KEPT:
            await self._keep(str(bot.team_id), bot)
        await super().async_save_bot(_without_tokens(bot))

    async def async_find_bot(self, **where: Any) -> Bot | None:
        """The newest bot, with its tokens."""
        found = await super().async_find_bot(**where)
        return found and await self._with_tokens(found)

    async def async_find_installation(self, **where: Any) -> Installation | None:
        """The newest installation, with its tokens."""
        found = await super().async_find_installation(**where)
        return found and await self._with_tokens(found)

    async def of_team(self, team: str) -> Installation | None:
        """The newest installation of a workspace, with its tokens; None where there is none."""
        return (await self._read(team)).get(team)

    async def by_team(self) -> dict[str, Installation]:
        """The newest installation of each workspace, by its id; those whose token can't be opened are left out, and
        logged."""
        return await self._read(None)

    async def _read(self, team: str | None) -> dict[str, Installation]:
        column = self.installations.c
        query = self.installations.select().where(column.client_id == self.client_id)
        if team is not None:
            query = query.where(column.team_id == team)
        try:
            async with self.engine.connect() as connection:
                rows = (
                    (await connection.execute(query.order_by(column.installed_at, column.id)))
                    .mappings()
                    .all()
                )
        except (SQLAlchemyError, OSError) as error:
            raise TryAgain(NO_DATABASE) from error
        newest = {str(row["team_id"]): _installation(dict(row)) for row in rows if row["team_id"]}
        found = {}
        for name, row in newest.items():
            try:
                opened = await self._with_tokens(row)
            except TryAgain:
                raise
            except (
                MutualsError
            ) as error:  # sealed with another key: this one is not connected, the others are
                log.error("slack.token_not_opened", workspace=name, why=str(error))  # noqa: TRY400
                continue
            if opened is not None:
                found[name] = opened
        return found

    async def forget(self, team: str) -> bool:
        """Forget a workspace, its tokens first; False where there was none. Raises TryAgain."""
        await self._vault.forget(self._name(team))
        try:
            async with self.engine.begin() as connection:
                gone = 0
                for table in (self.bots, self.installations):
                    mine = (table.c.client_id == self.client_id) & (table.c.team_id == team)
                    gone += (await connection.execute(table.delete().where(mine))).rowcount
        except (SQLAlchemyError, OSError) as error:
            raise TryAgain(NO_DATABASE) from error
        return gone > 0

    def _name(self, team: str) -> str:
        return f"{self.client_id}/{team}"

    async def _keep(self, team: str, row: Bot | Installation) -> None:
        await self._vault.write(self._name(team), {name: getattr(row, name) for name in TOKENS})

    async def _with_tokens(self, row: Row) -> Row | None:
        """None where the tokens are gone: it is being forgotten at this moment."""
        tokens = await self._vault.read(self._name(str(row.team_id)))
        if tokens is None or not tokens.get("bot_token"):
            return None
        return _changed(row, lambda fields: fields | {name: tokens.get(name) for name in TOKENS})


def _changed(row: Row, change: Callable[[dict[str, Any]], Mapping[str, Any]]) -> Row:
    """A copy of what slack_sdk has no `replace` for."""
    return type(row)(**change(row.to_dict_for_copying()))


def _without_tokens(row: Row) -> Row:
    """What may stand in a table: when the token ends, but not the token. With a new id, by slack_sdk's way for columns that
    it does not know."""

    def bare(fields: dict[str, Any]) -> dict[str, Any]:
        unasked = {name: None for name in UNASKED if name in fields}
        return (
            fields
            | unasked
            | {
                "bot_token": KEPT,
                "bot_refresh_token": None,
                "custom_values": {"id": secrets.randbelow(MOST_IDS)},
            }
        )

    return _changed(row, bare)


def _installation(row: Mapping[str, Any]) -> Installation:
    return Installation(**{name: value for name, value in row.items() if name not in ("id", "client_id")})
