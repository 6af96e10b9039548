"""No metrics: every part is used as it is."""

from collections.abc import Mapping

from mutuals.context import Context
from mutuals.ports.chat import Chat
from mutuals.ports.interactions import Interactions
from mutuals.ports.jobs import Handler
from mutuals.ports.network import SocialNetwork
from mutuals.ports.store import Store
from mutuals.storage.store import SqlStore


class NoMetrics:
    """What the composition root asks of metrics; `Metrics` overrides all of it."""

    def store(self, store: Store) -> Store:
        """The store, with its transactions timed and what they change counted."""
        return store

    def network(self, network: SocialNetwork) -> SocialNetwork:
        """The network, with its calls counted."""
        return network

    def interactions(self, interactions: Interactions) -> Interactions:
        """The interactions, with clicks counted and timed."""
        return interactions

    def chats(self, chats: Mapping[str, Chat]) -> Mapping[str, Chat]:
        """The chats, with their calls counted."""
        return chats

    def work(self, prefix: str, work: Handler) -> Handler:
        """The work of one prefix of the queue's keys, counted and timed."""
        return work

    async def page(self, ctx: Context, store: SqlStore) -> bytes | None:
        """What /metrics answers, in Prometheus' text format; None where nothing is measured."""
        return None
