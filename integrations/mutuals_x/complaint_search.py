"""Reads only what a search for complaints finds, instead of every mention: a third of the price. Pure.

X's recent search charges a post found as a post read (docs.x.com getting-started/pricing), so words in the query are the
only filter that saves money. What holds none of these words is never seen: complaints in other words are missed, and so are
praise, fans and most questions. X takes 512 characters.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from mutuals_x.backfill import id_at

WORDS = (
    "broken", "refund", "complaint", "disappointed", "terrible", "awful", "worst", "unacceptable", "scam", "fraud",
    "charged", "cancel", "waiting", "missing", "wrong", "late", "order", "delivery", "parcel", "problem", "help", "support",
    "faulty", "damaged", "reembolso", "queja", "kaputt", "beschwerde", "remboursement", "defekt",
)  # fmt: skip
WINDOW = timedelta(days=7)  # as far back as X's recent search reaches
LEAST = 10  # posts a page


def query(handle: str) -> str:
    """The search for one brand: mentions of it, not by itself and no reposts, in which one of the words stands."""
    return f"@{handle} -from:{handle} -is:retweet ({' OR '.join(WORDS)})"


def searched(window: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The parameters of a page of a timeline as those of a page of the search: it reaches seven days back, and no page
    holds fewer than ten."""
    asked = {name: value for name, value in window.items() if name != "pagination_token"}
    asked["max_results"] = max(LEAST, int(asked.get("max_results", LEAST)))
    if (page := window.get("pagination_token")) is not None:
        asked["next_token"] = page
    oldest = now - WINDOW + timedelta(minutes=1)
    if "since_id" in asked and int(asked["since_id"]) < id_at(oldest):
        del asked["since_id"]
        asked["start_time"] = oldest
    elif "start_time" in asked:
        asked["start_time"] = max(asked["start_time"], oldest)
    return asked


def is_found(text: str) -> bool:
    """Does a post's text hold one of the words, as X counts words?"""
    return not set(WORDS).isdisjoint(re.findall(r"\w+", text.lower()))
