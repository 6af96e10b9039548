"""An emulation of the X API v2 on loopback, with the rules of its tiers and the pages people press."""

from mutuals_sandbox.x.server import XServer

__all__ = ["XServer"]
