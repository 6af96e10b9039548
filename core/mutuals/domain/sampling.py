"""Which of the posts that were not told are offered for a verdict, so that misses can be seen. Pure.

One in twenty, drawn by a hash of the id: the same ones on every node, whenever it looks. Half of them are drawn
blindly, which shows how often we miss one. The other half are those that came closest to the alert line among
four times as many, because that is where misses are.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256

EVERY = 20  # one post of so many: 5 %
MOST = (
    20_000  # so many give the samples of one time, drawn from all: nobody looks through more than a thousand
)
POOL = 4  # times as many are read to find the closest


def draw(ids: Sequence[str], score: Callable[[str], float]) -> list[str]:
    """One in twenty of `ids`, one at least and a thousand at most: by turns one that came close, and one drawn blindly.

    `score` tells how close a post came; it is asked for a fifth of them.
    """
    number, among = _number(ids), pool(ids)
    blind = number // 2
    near = sorted(among[blind:], key=score, reverse=True)[: number - blind]
    turns = [one for pair in zip(near, among[:blind], strict=False) for one in pair]
    return turns + near[blind:]


def pool(ids: Sequence[str]) -> list[str]:
    """Those among which the samples are found: only their texts are read."""
    return sorted(ids, key=_lot)[: POOL * _number(ids)]


def _number(ids: Sequence[str]) -> int:
    return -(-min(len(ids), MOST) // EVERY)


def _lot(post_id: str) -> bytes:
    return sha256(post_id.encode()).digest()
