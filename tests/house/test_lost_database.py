"""The database's file is deleted under the running service: said, and nothing more is written into nowhere."""

import pytest
from tests.waiting import until

from mutuals import database_guard
from mutuals.errors import MutualsError


async def test_a_deleted_file_is_said_in_the_chats_and_ends_the_service(open_house, monkeypatch):
    monkeypatch.setattr(database_guard, "LOST_SECONDS", 0.0)
    house = await open_house()
    told: list[tuple[str, str]] = []
    for name, channel in house.ctx.channels.items():
        post = channel.post

        async def seen(place, card, name=name, post=post, **more):
            ref = await post(place, card, **more)
            told.append((name, card.headline))
            return ref

        monkeypatch.setattr(channel, "post", seen, raising=False)
    (house.folder / "mutuals.db").unlink()

    await until(house._running.done)

    with pytest.raises(MutualsError, match="deleted or replaced"):
        house._running.result()
    assert sorted(told) == [
        ("discord", "Mutuals lost its database"),
        ("slack", "Mutuals lost its database"),
    ]
