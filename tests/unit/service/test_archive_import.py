"""The archive of a brand's account: whom it had answered and who followed, from before Mutuals was there."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from mutuals.domain.bonds import BondEvent
from mutuals.domain.errors import MutualsError
from mutuals.domain.model import Account, Brand
from mutuals.service import archive_import, integrations
from mutuals.service.archive_import import import_archive, objects
from mutuals.testing.clock import FixedClock
from mutuals.testing.store import MemoryStore
from tests.support.values import BRAND, START, fan

OURS = Brand(BRAND, "x", Account("900", "kettleco", "Kettle Co"))
X = integrations.networks()["x"]


def tweet(number: int, *, to: str | None = "77", day: int = 1) -> dict[str, Any]:
    made = {
        "id_str": str(number),
        "full_text": "@mia thank you!",
        "created_at": f"Tue Mar {day:02} 12:00:00 +0000 2016",
    }
    answers = {"in_reply_to_status_id_str": f"9{number}", "in_reply_to_user_id_str": to} if to else {}
    return {"tweet": made | answers}


def script(name: str, values: list[Any]) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(values, indent=2)}"


def archive(folder: Path, **files: str) -> Path:
    path = folder / "twitter-2026.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(f"data/{name}.js", (2026, 1, 31, 9, 0, 0)), text)
        made.writestr("data/like.js", script("like", [{"like": {"tweetId": "1"}}]))
    return path


def whole(folder: Path) -> Path:
    tweets = [tweet(1, day=9), tweet(2, day=1), tweet(3, to="78"), tweet(4, to=None)]
    return archive(
        folder,
        tweets=script("tweets", tweets),
        follower=script("follower", [{"follower": {"accountId": "77"}}, {"follower": {"accountId": "79"}}]),
        following=script("following", [{"following": {"accountId": "78"}}]),
    )


async def test_people_get_their_since_from_it_and_a_second_time_changes_nothing(tmp_path: Path):
    store, path = MemoryStore(FixedClock(START)), whole(tmp_path)
    async with store.transaction(BRAND) as tx:
        await tx.fans.put([fan("77", two_way=0)])
    first = await import_archive(store, OURS, X, path)
    second = await import_archive(store, OURS, X, path)

    async with store.reading(BRAND) as tx:
        known, fans = await tx.bonds.of(["77", "78", "79"]), await tx.fans.by_ids(["77"])
        answers = await tx.posts.newest_of("900", 9)
    assert (first.answers, first.people) == (3, 5)
    assert (second.answers, second.people) == (0, 0)
    spoke = next(one for one in known["77"] if one.event is BondEvent.WE_SPOKE)
    assert spoke.at == datetime(2016, 3, 1, 12, tzinfo=UTC)
    follows = next(one for one in known["79"] if one.event is BondEvent.THEY_FOLLOW)
    assert (follows.at, follows.since) == (datetime(2026, 1, 31, 9, tzinfo=UTC), None)
    assert {one.event for one in known["78"]} == {BondEvent.WE_SPOKE, BondEvent.WE_FOLLOW}
    assert fans["77"].two_way == 2
    assert {one.id for one in answers} == {"1", "2", "3"}
    assert {one.conversation_id for one in answers} == {"91", "92", "93"}


async def test_a_folder_and_a_single_file_will_do(tmp_path: Path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "tweets.js").write_text(script("tweets", [tweet(1)]))
    (tmp_path / "follower-part1.js").write_text(script("follower", [{"follower": {"accountId": "79"}}]))

    assert (await import_archive(MemoryStore(FixedClock(START)), OURS, X, tmp_path)).people == 2
    alone = await import_archive(MemoryStore(FixedClock(START)), OURS, X, tmp_path / "follower-part1.js")
    assert (alone.answers, alone.people) == (0, 1)


@pytest.mark.parametrize("chunk", [1, 7, 100, 1 << 20])
def test_a_file_is_read_in_pieces_of_any_size(chunk: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(archive_import, "_CHUNK", chunk)
    values = [
        {"follower": {"accountId": str(one), "userLink": "https://x.example/[a]{b}"}} for one in range(50)
    ]

    assert list(objects(io.StringIO(script("follower", values)), "follower.js")) == values
    assert list(objects(io.StringIO(script("follower", [])), "follower.js")) == []


async def test_what_is_no_archive_or_cut_off_is_said_and_nothing_is_lost_of_the_rest(tmp_path: Path):
    store = MemoryStore(FixedClock(START))
    (tmp_path / "empty").mkdir()
    with pytest.raises(MutualsError, match="holds no tweets"):
        await import_archive(store, OURS, X, tmp_path / "empty")
    with pytest.raises(MutualsError, match="can't be read"):
        await import_archive(store, OURS, X, tmp_path / "nowhere.zip")

    cut = tmp_path / "follower.js"
    cut.write_text(script("follower", [{"follower": {"accountId": "79"}}])[:-20])
    with pytest.raises(MutualsError, match="is cut off or is no file of an archive"):
        await import_archive(store, OURS, X, cut)


async def test_entries_of_other_kinds_are_passed_over_and_counted(tmp_path: Path):
    odd = [{"follower": {}}, 5, {"tweet": {"id_str": "x"}}, {"follower": {"accountId": "79"}}]
    path = tmp_path / "follower.js"
    path.write_text(script("follower", odd))

    done = await import_archive(MemoryStore(FixedClock(START)), replace(OURS), X, path)
    assert (done.people, done.passed_over) == (1, 3)
