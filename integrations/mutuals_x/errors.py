"""Sorts whatever X answers into our five errors, by the body first and the status second.

The same status means different things at X: a 429 may be a passing rate limit or the month's
usage cap, a 403 a spending limit or a refusal for good.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from mutuals.domain.errors import MutualsError, NotAuthorized, Paused, RefusalReason, Refused, TryAgain
from mutuals_x.api_response import ApiResponse, Purpose

FALLBACK_WAIT = 60.0  # seconds after a 429 that does not say how long
SERVER_WAIT = 30.0  # seconds after a fault of X
LONGEST_WAIT = 24 * 3600.0  # X's longest window is a day; anything more is a wrong clock
SHOWN = 160  # characters of X's own explanation in a sentence of ours

SIGN_IN_AGAIN = "Sign in again: `mutuals connect x`, or `mutuals brand add` for a brand that was added."

# Wordings: X's problem types, and texts seen live by others (X documents hardly any of them).
CREDIT = ("creditsdepleted", "problems/credits", "any credits")
CAPPED = ("usage-capped", "usagecapexceeded", "usage cap exceeded")
SPENDING = (
    "spendcap",
    "spend cap",
    "spend-cap",
    "spending cap",
    "spending limit",
    "spend limit",
    "spendlimit",
)
NOT_ADDRESSED = (
    "you have not been mentioned or otherwise engaged",
    "only reply to or quote posts where you are mentioned",
    "reply to this conversation is not allowed",
)
DUPLICATE = ("duplicate content", "status is a duplicate", "already said that")
DELETED = ("deleted or not visible", "no longer available", "could not find tweet", "could not find user")
TOO_LONG = ("text is too long", "needs to be a bit shorter")
BLOCKED = ("you have been blocked",)
TOO_MANY_FOLLOWS = ("unable to follow more people",)
LOCKED = ("temporarily locked", "your account is suspended", "account is not permitted to access")
MISSING = ("resource-not-found", "not-authorized-for-resource")


def words(problem: dict[str, Any], *names: str) -> str:
    """The texts of a problem, lower case; only fields that X writes itself."""
    names = names or ("type", "title", "reason", "detail", "error", "error_description", "message")
    return " ".join(str(problem.get(name, "")) for name in names).lower()


def said(answer: ApiResponse) -> str:
    """Everything X says in an answer, lower case, without the parameters it repeats."""
    problems = [answer.body or {}, *answer.problems]
    return " ".join(words(problem) for problem in problems)


def has(text: str, wordings: tuple[str, ...]) -> bool:
    """Whether one of the wordings occurs."""
    return any(wording in text for wording in wordings)


def sort(answer: ApiResponse, purpose: Purpose, now: datetime) -> MutualsError:
    """The error that an answer amounts to; the caller raises it."""
    text = said(answer)
    if answer.status in (402, 403, 429) and (paused := _paused(answer.status, text)):
        return paused
    if answer.status == 429:
        return TryAgain("X asks us to slow down.", retry_after=wait_for(answer, now), too_fast=True)
    if answer.status == 401:
        return NotAuthorized(f"X no longer accepts the brand's sign-in. {SIGN_IN_AGAIN}")
    if answer.status >= 500 or answer.status == 408:
        wait = retry_after(answer) or SERVER_WAIT
        return TryAgain("X has trouble at the moment.", retry_after=wait, ambiguous=purpose.writes)
    if answer.body is None:
        return _no_json(answer, purpose)
    if answer.status in (400, 403, 404) or answer.fine:
        return _refused(answer, purpose, text)
    return Refused(f"X refused the call (HTTP {answer.status}).")


def of_app(answer: ApiResponse, error: MutualsError) -> MutualsError:
    """The same of a call with the app's own token: then it is not the brand's sign-in that is refused."""
    if answer.status == 401:
        return NotAuthorized(
            "X does not accept the app's bearer token. Set MUTUALS_X_BEARER_TOKEN to the one in X's developer console."
        )
    if answer.status == 403 and isinstance(error, NotAuthorized):
        return Refused("This app's plan at X does not include this. See the app in X's developer console.")
    return error


def told(problems: Iterable[Mapping[str, Any]], now: datetime) -> MutualsError:
    """The error that X tells on a stream that was open, where no status says more."""
    body = {"errors": [dict(one) for one in problems]}
    error = sort(ApiResponse(429, {}, body), Purpose.READ, now)
    return error if isinstance(error, Paused) else TryAgain("X has ended its stream.", retry_after=1.0)


def _paused(status: int, text: str) -> Paused | None:
    if has(text, CREDIT):
        return Paused("The prepaid credit at X is used up. Add credit in X's developer console.")
    if has(text, CAPPED):
        return Paused("X's monthly cap on reading is reached. It ends with the month, or with a larger plan.")
    if has(text, SPENDING):
        return Paused("The spending limit set at X is reached. Raise it in X's developer console.")
    if status == 402:
        return Paused("X wants to be paid before it goes on. Look at billing in X's developer console.")
    return None


def _no_json(answer: ApiResponse, purpose: Purpose) -> MutualsError:
    """A web page or nothing where JSON was due: a gateway, maintenance or a wrong address."""
    if answer.status == 404:
        return Refused("There is no such thing at X's address. Check MUTUALS_X_API_URL.")
    reached = answer.status < 300
    return TryAgain(
        "X sent something that is not data, most likely a maintenance page.",
        retry_after=SERVER_WAIT,
        ambiguous=reached and purpose.writes,
    )


def _refused(answer: ApiResponse, purpose: Purpose, text: str) -> MutualsError:
    if has(text, LOCKED):
        return NotAuthorized("X has locked or suspended the brand's account. Sign in at x.com to see why.")
    if purpose is Purpose.REPLY:
        return _reply_refused(answer, text)
    if purpose is Purpose.FOLLOW:
        return _follow_refused(answer, text)
    if answer.status == 403:
        return NotAuthorized(
            "X does not let this app or sign-in read here. Check the app's plan and permissions in X's "
            f"developer console. {SIGN_IN_AGAIN}"
        )
    if answer.fine and has(text, MISSING):
        return NotAuthorized("X does not show the brand's own account: it may be suspended or deleted.")
    return Refused(f"X did not accept the question (HTTP {answer.status}{_detail(answer)}).")


def _reply_refused(answer: ApiResponse, text: str) -> Refused:
    if has(text, NOT_ADDRESSED):
        return Refused(
            "X lets apps reply only to people who mentioned or quoted the brand. Reply on X's own page.",
            because=RefusalReason.NOT_ADDRESSED,
        )
    if has(text, DUPLICATE):
        return Refused(
            "X refuses the same words twice. Change the text a little.", because=RefusalReason.DUPLICATE
        )
    if has(text, TOO_LONG):
        return Refused("The text is too long for X. Shorten it.", because=RefusalReason.CONTENT)
    if answer.status == 404 or has(text, DELETED) or (answer.fine and has(text, MISSING)):
        return Refused("The post is deleted or can't be seen any more.", because=RefusalReason.GONE)
    if answer.status == 403 and has(
        text, ("client-forbidden", "not enrolled", "not permitted", "enterprise")
    ):
        return Refused(
            "This app's plan at X does not include replies. Reply on X's own page.",
            because=RefusalReason.PATH_CLOSED,
        )
    return Refused(f"X refused the reply (HTTP {answer.status}{_detail(answer)}).")


def _follow_refused(answer: ApiResponse, text: str) -> Refused:
    if has(text, BLOCKED):
        return Refused("This person has blocked the brand, so it can't follow them.")
    if has(text, TOO_MANY_FOLLOWS):
        return Refused("X lets the brand follow nobody more for now. Try again tomorrow.")
    if answer.status == 404 or has(text, DELETED) or (answer.fine and has(text, MISSING)):
        return Refused("The account is deleted, suspended or can't be seen.", because=RefusalReason.GONE)
    if answer.status == 403:  # X took follow out of self-serve on 2026-04-20; the body is undocumented
        return Refused(
            "This app's plan at X does not include following. Press Follow on X's own page.",
            because=RefusalReason.PATH_CLOSED,
        )
    return Refused(f"X refused to follow (HTTP {answer.status}{_detail(answer)}).")


def _detail(answer: ApiResponse) -> str:
    detail = (answer.body or {}).get("detail") or (answer.body or {}).get("title")
    return f": {detail[:SHOWN]}" if isinstance(detail, str) else ""


def is_rate_limit(answer: ApiResponse) -> bool:
    """A 429 that passes by itself, unlike a used-up credit or cap under the same status."""
    return answer.status == 429 and _paused(429, said(answer)) is None


def is_spelling(answer: ApiResponse) -> bool:
    """A refusal of the names of our parameters, which X has been changing."""
    return answer.status == 400 and has(said(answer), ("tweet.fields", "post.fields"))


def lost(purpose: Purpose, *, sent: bool, wire: BaseException | None = None) -> TryAgain:
    """No answer came; `sent`: the call may have reached X."""
    sentence = "X did not answer in time." if sent else "X can't be reached."
    return TryAgain(sentence, retry_after=SERVER_WAIT, ambiguous=sent and purpose.writes, wire=wire)


def number(answer: ApiResponse, header: str) -> float | None:
    """A header as a number; None where it is missing or no number."""
    try:
        value = float(answer.headers.get(header, ""))
    except ValueError:
        return None
    return value if 0 <= value < 1e12 else None


def retry_after(answer: ApiResponse) -> float | None:
    """The seconds of a Retry-After header, within bounds."""
    value = number(answer, "retry-after")
    return None if value is None else min(max(value, 1.0), LONGEST_WAIT)


def wait_for(answer: ApiResponse, now: datetime) -> float:
    """The seconds to wait after a 429: Retry-After, else the window's reset, else a minute.

    X counts posts per day as well; the header of whichever window is used up decides.
    """
    if (told := retry_after(answer)) is not None:
        return told
    for prefix in ("x-user-limit-24hour", "x-app-limit-24hour", "x-rate-limit"):
        reset = number(answer, f"{prefix}-reset")
        used_up = prefix == "x-rate-limit" or number(answer, f"{prefix}-remaining") == 0
        if reset is not None and used_up and reset > now.astimezone(UTC).timestamp():
            return min(reset - now.timestamp() + 1.0, LONGEST_WAIT)
    return FALLBACK_WAIT
