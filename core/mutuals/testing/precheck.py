"""The check before an act, for tests."""


async def freely() -> None:
    """A gate that is open."""
