"""The invented network of the test alert: one brand, one customer, one post, and nothing behind it."""

import secrets
from datetime import timedelta

from mutuals.domain.model import Account
from mutuals.ports.clock import Clock
from mutuals.testing.network import MemoryNetwork

NAME = "practice"
TITLE = "the test network"
BRAND = Account("brand", "your_brand", "Your brand (test)")
TEXT = (
    "@your_brand A test, not a real customer: my kettle arrived broken, nobody answers, this is unacceptable!"
)
AGE = timedelta(days=400)  # of the customer's account: very young ones are looked at more closely


class PracticeNetwork(MemoryNetwork):
    """A network whose every link leads to one page that says that the post is invented."""

    def __init__(self, clock: Clock, page: str) -> None:
        super().__init__(clock, BRAND, name=NAME, title=TITLE)
        self._page_url = page

    def complain(self) -> None:
        """The invented customer writes the one post."""
        person = self.add_person(
            "test_customer",
            person_id=f"test-{secrets.token_hex(4)}",  # a new alert each time: chats take none twice
            name="Test Customer",
            follows_us=True,
            created_at=self.clock.now() - AGE,
        )
        self.write(person.id, TEXT)

    def _page(self, kind: str, of: str) -> str:
        return f"{self._page_url}?{kind}"
