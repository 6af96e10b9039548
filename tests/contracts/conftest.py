"""The fixtures that the contracts of all ports share."""

from tests.support.job_queues import engine, hire, shop, url

__all__ = ["engine", "hire", "shop", "url"]
