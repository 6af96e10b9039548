"""The port to a network's search: posts that hold certain words, whomever they name. Not every network has one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, runtime_checkable

from mutuals.domain.listening import ListeningRule
from mutuals.ports.network import Timeline


@runtime_checkable
class SearchableNetwork(Protocol):
    """A SocialNetwork that can be searched; what a post found costs stands in its price list. Raises as SocialNetwork does."""

    async def search(
        self, rules: Sequence[ListeningRule], cursor: str | None, *, since: datetime, most: int
    ) -> Timeline:
        """New posts that any of the rules may find, after `cursor` and not older than `since`, newest first in what is
        bought and oldest first in what is given; about `most` at most. With a `gap` there were more, which are not given
        later. A rule that is new begins at `since`. Posts that name the brand are left out as far as the search can; whoever
        asks applies the rules again, as searches take words less exactly."""
