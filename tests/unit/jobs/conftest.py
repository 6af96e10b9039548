"""The fixtures of the job queues' tests."""

from tests.support.job_queues import engine, hire, shop, url

__all__ = ["engine", "hire", "shop", "url"]
