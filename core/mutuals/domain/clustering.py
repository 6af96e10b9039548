"""Which posts of a burst are about one thing: four or more people, one class, ten minutes. Pure, linear time.

A post is turned into features: pairs of its content words, its hashtags, the topics its words speak of,
and, where it is short, its single words. The feature that most people share makes the first theme, its
people are taken out, and so on. Counts only ever fall, so each feature goes down a ladder of buckets once.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from mutuals.domain.clustering_topics import EMPTY, topic_of
from mutuals.domain.displayed_links import SHOWN
from mutuals.domain.model import Category

FEWEST = 4  # tines/lithoblocks: from four alerts on one theme on, people want one message
WITHIN = timedelta(minutes=10)
LONGEST = timedelta(hours=1)  # a burst that goes on is told anew, so that no message grows for ever
_WORDS_READ = 10  # of a post: 45 pairs at most, so that one long post can't cost more than many short ones
_SHORT = 4  # content words; a longer post may name a thing in passing
_WORDS_SHOWN = 3
# Neither links nor names of accounts, nor whatever holds a figure: an order's number and the letters before it.
_NOT_WORDS = re.compile(
    rf"https?://\S+|{SHOWN}|[@＠]\w+|[#＃]?(?<!\w)[^\W\d_]{{1,12}}[-_/.]?\d[\w-]*|(?<!\w)\d[\w/-]*"
)
_WORD = re.compile(r"[#＃]?[^\W\d_]{2,24}")


@dataclass(frozen=True, slots=True)
class ClusterItem:
    """One person's post as the grouping sees it; `id` is the caller's."""

    id: str
    at: datetime
    category: Category
    words: tuple[str, ...]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A burst: what its members share, and who they are, oldest first."""

    category: Category
    seed: str
    words: tuple[str, ...]
    ids: tuple[str, ...]
    first_at: datetime
    last_at: datetime


def item(
    key: str, text: str, at: datetime, category: Category, *, leave_out: Collection[str] = ()
) -> ClusterItem:
    """A post for `themes`; `leave_out` are words in small letters that say nothing here, like the brand's name."""
    words = content_words(text, leave_out)
    return ClusterItem(key, at, category, words, tuple(_features(words)))


def content_words(text: str, leave_out: Collection[str] = ()) -> tuple[str, ...]:
    """The distinct words that may say what a post is about, in order; hashtags keep their #."""
    found = dict.fromkeys(
        word.replace("＃", "#")
        for word in _WORD.findall(_NOT_WORDS.sub(" ", text[:4000]).casefold().replace("’", ""))
    )
    kept = [
        _stem(word) for word in found if word.lstrip("#") not in EMPTY and word.lstrip("#") not in leave_out
    ]
    return tuple(dict.fromkeys(kept))[:_WORDS_READ]


def _stem(word: str) -> str:
    """Only the plural goes, so that what is shown stays a word."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _features(words: Sequence[str]) -> Iterator[str]:
    yield from (word for word in words if word.startswith("#"))
    plain = [word for word in words if not word.startswith("#")]
    yield from (f"topic {topic}" for topic in dict.fromkeys(filter(None, map(topic_of, plain))))
    yield from (f"words {one} {other}" for one, other in combinations(sorted(plain), 2))
    if len(plain) <= _SHORT:
        yield from (f"word {word}" for word in plain)


def belongs(one: ClusterItem, seed: str, category: Category) -> bool:
    """Is this post on that theme?"""
    return one.category is category and seed in one.features


def themes(items: Iterable[ClusterItem], fewest: int = FEWEST) -> list[Theme]:
    """The bursts of at least `fewest` posts, the largest first; each post is in one of them at most."""
    ordered = sorted(items, key=lambda one: (one.at, one.id))
    by_feature: dict[tuple[Category, str], list[ClusterItem]] = {}
    for one in ordered:
        for feature in one.features:
            by_feature.setdefault((one.category, feature), []).append(one)
    alive = {one.id for one in ordered}
    return list(_taken(by_feature, alive, fewest))


def _taken(
    by_feature: dict[tuple[Category, str], list[ClusterItem]], alive: set[str], fewest: int
) -> Iterator[Theme]:
    """Largest first. `left` counts who is left of each feature; a feature is looked at again only when it fell."""
    left = {key: len(members) for key, members in by_feature.items() if len(members) >= fewest}
    ladder: dict[int, list[tuple[Category, str]]] = {}
    for key, count in left.items():
        ladder.setdefault(count, []).append(key)
    for count in range(max(ladder, default=0), fewest - 1, -1):
        waiting = sorted(ladder.get(count, ()), key=lambda key: (_rank(key[1]), key))
        for key in waiting:
            if left[key] != count:
                continue  # it fell meanwhile and stands lower on the ladder
            burst = _burst([one for one in by_feature[key] if one.id in alive], fewest)
            if burst is None:
                left[key] = 0
                continue
            yield _theme(key, burst)
            for one in burst:
                alive.discard(one.id)
                for feature in one.features:
                    other = (one.category, feature)
                    if left.get(other):
                        left[other] -= 1
                        ladder.setdefault(left[other], []).append(other)


def _rank(feature: str) -> int:
    """Of two features that as many people share, the more telling one."""
    return ("#", "words", "topic", "word").index(feature.split(" ")[0] if " " in feature else "#")


def _burst(members: Sequence[ClusterItem], fewest: int) -> list[ClusterItem] | None:
    """The largest run without a pause of ten minutes in which `fewest` came within ten minutes."""
    runs: list[list[ClusterItem]] = []
    for one in members:
        if runs and one.at - runs[-1][-1].at <= WITHIN and one.at - runs[-1][0].at <= LONGEST:
            runs[-1].append(one)
        else:
            runs.append([one])
    return max((run for run in runs if _dense(run, fewest)), key=len, default=None)


def _dense(run: Sequence[ClusterItem], fewest: int) -> bool:
    pairs = zip(run, run[fewest - 1 :], strict=False)
    return any(last.at - first.at <= WITHIN for first, last in pairs)


def _theme(key: tuple[Category, str], burst: Sequence[ClusterItem]) -> Theme:
    category, seed = key
    return Theme(
        category=category,
        seed=seed,
        words=shared_words(seed, burst),
        ids=tuple(one.id for one in burst),
        first_at=burst[0].at,
        last_at=burst[-1].at,
    )


def shared_words(seed: str, burst: Sequence[ClusterItem]) -> tuple[str, ...]:
    """What the members write about, the most frequent words first; a topic's name where they share no word."""
    kind, _, rest = seed.partition(" ")
    counts = Counter(word for one in burst for word in one.words)
    often = [word for word, count in counts.most_common() if count * 2 > len(burst)]
    own = [] if kind in {"topic", seed} and rest else rest.split()
    own = [seed] if seed.startswith("#") else own
    shown = tuple(dict.fromkeys((*own, *often)))[:_WORDS_SHOWN]
    if kind == "topic" and not any(topic_of(word) == rest for word in shown):
        shown = (rest, *shown)[:_WORDS_SHOWN]
    return shown
