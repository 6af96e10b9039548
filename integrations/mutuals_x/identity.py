"""Who we are signed in as: asked once, kept in the vault, so that a restart costs nothing."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import structlog

from mutuals.domain.errors import MutualsError, TryAgain
from mutuals.domain.model import Account
from mutuals.ports.secrets import SecretVault
from mutuals_x import parse
from mutuals_x.client import XClient
from mutuals_x.prices import PricedItem
from mutuals_x.spending import XSpending
from mutuals_x.tokens import TokenKeeper

NAME = "x.account"  # in the vault

log = structlog.get_logger(__name__)


class Identity:
    """The signed-in account; forgotten when the sign-in is another one."""

    def __init__(self, client: XClient, tokens: TokenKeeper, vault: SecretVault, limiter: XSpending) -> None:
        self._client = client
        self._tokens = tokens
        self._vault = vault
        self._limiter = limiter
        self._lineage: str | None = None
        self._named_at: datetime | None = None  # the newest post by whose words we asked who we are
        self.known: Account | None = None

    async def account(self) -> Account:
        """The account, from memory, the vault or X, in this order."""
        lineage = await self._tokens.lineage()
        if self.known is None or self._lineage != lineage:
            stored = await self._vault.read(NAME)
            account = unsealed(stored) if stored and stored.get("lineage") == lineage else None
            self.known, self._lineage = account or await self.ask(), lineage
        return self.known

    async def heard(self, named: tuple[datetime, str] | None) -> None:
        """How a post names us, and when: under another name than the one we know, X is asked once which one holds."""
        known = self.known
        if named is None or known is None or named[1].lower() == known.handle.lower():
            return
        if self._named_at is not None and named[0] <= self._named_at:
            return  # an older post, read again
        try:
            now = await self.ask()
        except MutualsError as error:  # what was read is worth keeping; the next mention tells it again
            log.info("x.name_not_confirmed", why=str(error))
            return
        self._named_at = named[0]
        log.info("x.renamed", was=known.handle, handle=now.handle)

    async def ask(self) -> Account:
        """The account as X shows it now; what is kept is renewed."""
        await self._limiter.ask_page(PricedItem.PERSON, 1)
        answer = await self._client.me()
        account = parse.account(parse.mapping((answer.body or {}).get("data")))
        if account is None:
            raise TryAgain("X did not say which account is signed in.")
        await self._limiter.read(PricedItem.PERSON, [account.id])
        lineage = await self._tokens.lineage()
        await self._vault.write(NAME, {"lineage": lineage, "account": sealed(account)})
        self.known, self._lineage = account, lineage
        return account


def sealed(account: Account) -> dict[str, Any]:
    """An account as JSON values."""
    created = account.created_at
    return {**asdict(account), "created_at": created.isoformat() if created else None}


def unsealed(value: Mapping[str, Any]) -> Account | None:
    """An account from `sealed`; None when it was written by another version."""
    try:
        fields = dict(value["account"])
        created, _ = fields["created_at"], fields["link"]
        return Account(**{**fields, "created_at": datetime.fromisoformat(created) if created else None})
    except (KeyError, TypeError, ValueError):
        return None
