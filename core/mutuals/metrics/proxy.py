"""Stands in for a part and passes everything on; some calls are followed by somebody who counts."""

from collections.abc import Awaitable, Callable, Mapping
from time import perf_counter
from typing import Any

# (name of the call, its arguments, seconds, what it gave, what it raised)
Follower = Callable[[str, tuple[Any, ...], float, Any, BaseException | None], None]
OPTIONAL = (
    "mount",
    "listening",
    "check_roles",
)  # what a part may have besides its port; found by looking at the instance


class InstrumentedProxy:
    """In front of `inner`; `follow` hears of each call in `names` when it is over."""

    def __init__(self, inner: Any, names: tuple[str, ...], follow: Follower) -> None:
        self._inner = inner
        for name in names:
            setattr(self, name, _followed(name, getattr(inner, name), follow))
        for name in OPTIONAL:
            if hasattr(inner, name):
                setattr(self, name, getattr(inner, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def _followed(
    name: str, call: Callable[..., Awaitable[Any]], follow: Follower
) -> Callable[..., Awaitable[Any]]:
    async def followed(*args: Any, **options: Any) -> Any:
        start = perf_counter()
        try:
            given = await call(*args, **options)
        except BaseException as error:
            follow(name, args, perf_counter() - start, None, error)
            raise
        follow(name, args, perf_counter() - start, given, None)
        return given

    return followed


def outcome_of(error: BaseException | None, outcomes: Mapping[type[BaseException], str]) -> str:
    """A short word for what came of a call: "ok", one of `outcomes`, or "broke" for anything unforeseen."""
    if error is None:
        return "ok"
    return next((word for kind, word in outcomes.items() if isinstance(error, kind)), "broke")
