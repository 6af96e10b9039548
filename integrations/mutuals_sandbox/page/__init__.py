"""The demo's page: X, Slack and Discord side by side on loopback, to click in."""

from mutuals_sandbox.page.ports import Cast, Customer, Hint, Viewer
from mutuals_sandbox.page.server import PageServer

__all__ = ["Cast", "Customer", "Hint", "PageServer", "Viewer"]
