"""The praise that a digest names: of people who spoke to the brand, and of people who spoke of it without its handle."""

from collections.abc import Collection, Sequence
from typing import Any

from mutuals.alerting.listening_notices import PRAISE
from mutuals.cards import digest
from mutuals.context import BrandContext
from mutuals.domain import answers, language
from mutuals.domain.model import Flag, Interaction, Notice, Post
from mutuals.ports.unit_of_work import UnitOfWork

_ADVOCACY = frozenset({Interaction.RECOMMENDED, Interaction.HELPED})


async def add(
    tx: UnitOfWork, watched: BrandContext, doc: dict[str, Any], praise: Sequence[Post], ours: set[str]
) -> None:
    """Praise that nobody has answered; somebody's first ever comes first, and is called so once."""
    spoken = await tx.posts.of_conversations([one.conversation_id for one in praise], by=sorted(ours))
    turned = await tx.cases.by_ids([one.id for one in praise])  # an edit has made a case of it
    open_ones = [one for one in praise
                 if one.id not in turned and not any(answers.thanks(ours_one, one) for ours_one in spoken)]  # fmt: skip
    since_when = await tx.posts.first_praise([one.author_id for one in open_ones])
    seen: set[str] = set()
    first: list[Post] = []
    for one in open_ones:
        before = since_when.get(one.author_id, one.at) < one.at
        if not before and one.author_id not in seen:
            first.append(one)
        seen.add(one.author_id)
    brand_id = watched.brand.id
    called = [one for one in first[: digest.PRAISE]
              if await tx.notices.add(Notice(brand_id, f"first-love/{one.author_id}", "first-love", one.at))]  # fmt: skip
    shown = [*called, *(one for one in open_ones if one not in called)][: digest.PRAISE]
    if shown:
        doc["praise"], doc["praise_total"] = [one.id for one in shown], len(open_ones)
        doc["first"] = [one.id for one in called]
        doc["advocates"] = [one.id for one in shown if one.interaction in _ADVOCACY]


async def add_found(
    tx: UnitOfWork, watched: BrandContext, doc: dict[str, Any], earlier: Collection[str]
) -> None:
    """Praise that listening has found since the last digest; whoever recommends or defends the brand comes first."""
    ids: list[str] = await tx.key_values.get(PRAISE) or []
    if not ids:
        return
    await tx.key_values.put(PRAISE, None)
    known = await tx.posts.by_ids([one for one in ids if one not in earlier])
    found = [one for one in known.values() if one.found_by is not None and not one.gone]
    advocates = {one.id for one in found if Flag.ADVOCACY in language.read(one.text, lang=one.lang).flags}
    shown = sorted(found, key=lambda one: (one.id not in advocates, one.at))[: digest.PRAISE]
    if shown:
        doc["spoken"], doc["spoken_total"] = [one.id for one in shown], len(found)
        doc["advocates"] = [*doc.get("advocates", ()), *(one.id for one in shown if one.id in advocates)]
