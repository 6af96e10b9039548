"""A sample of `make bench-interleavings`, and the shortest stories of what longer runs have found."""

from hypothesis import HealthCheck, Phase, settings
from interleaving import Interleaving

Interleaving.TestCase.settings = settings(
    max_examples=6, stateful_step_count=20, derandomize=True, deadline=None, database=None,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


class TestWhateverHappensInAnyOrderXBothChatsAndTheDatabaseAgree(Interleaving.TestCase):
    """Hypothesis chooses the steps, always the same ones."""
