"""What an operator's monitoring reads: counted at the seams between the parts, so that no rule knows of it."""

from mutuals.metrics.disabled import NoMetrics
from mutuals.ports.clock import Clock


def meters_for(address: str | None, clock: Clock) -> NoMetrics:
    """Real meters where somebody can read them, at our HTTP address; else nothing is counted or loaded."""
    if address is None:
        return NoMetrics()
    from mutuals.metrics.instruments import Meters  # loads prometheus-client

    return Meters(clock)
