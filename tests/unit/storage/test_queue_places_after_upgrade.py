"""After an upgrade each alert stands in the queue where it would stand if it had been written today."""

from collections import defaultdict
from importlib import import_module
from typing import Any

from sqlalchemy import text

from mutuals.storage.store import SqlStore
from tests.contracts.store.test_queue import _keep, _team
from tests.support.databases import connection_of
from tests.support.values import BRAND

migration = import_module("mutuals.storage.schema.migrations.versions.r0010_queue_places")


async def test_the_upgrade_and_the_service_give_an_alert_the_same_place(store: SqlStore) -> None:
    await _keep(store, _team(11, people=60))
    async with store.transaction(BRAND) as tx:
        connection = connection_of(tx)
        kept = (await connection.execute(text(migration.WHOLE[1]))).all()
        waiting: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
        for row in await connection.execute(text(migration.WHOLE[0])):
            if row.state in ("open", "acknowledged"):
                doc = migration.json.loads(row.doc)
                waiting[row.brand_id, row.id] = doc | {"state": row.state, "due_at": row.due_at, "id": row.id}

    assert len(kept) > 30
    for row in kept:
        made = migration._place(row, waiting)
        assert (made["key"], made["overdue"], made["asks"], made["claimed"]) == (
            row.queue_key, row.overdue_at, row.asks, row.claimed_key,
        )  # fmt: skip
