"""Each thing X says becomes the one error that tells what to do next."""

from typing import Any

import pytest

from mutuals.domain.errors import MutualsError, NotAuthorized, Paused, RefusalReason, Refused, TryAgain
from mutuals.testing.precheck import freely
from tests.integrations.x.scripted_x import ME, House, MakeRawPost, Reply, ScriptedX

PROBLEMS = "https://api.twitter.com/2/problems/"
MENTIONS = f"GET /2/users/{ME}/mentions"
REPLY = "POST /2/tweets"
FOLLOW = f"POST /2/users/{ME}/following"
HTML = Reply(raw="<html><body>Over capacity</body></html>", content_type="text/html")


def problem(status: int, detail: str = "", title: str = "", slug: str = "", **more: Any) -> Reply:
    body = {"title": title, "detail": detail, "type": PROBLEMS + slug if slug else "about:blank", **more}
    return Reply(body, status=status)


def html(status: int) -> Reply:
    return Reply(status=status, raw="<html>hm</html>", content_type="text/html")


async def read(house: House) -> None:
    await house.build().mentions(None)


async def reply(house: House, raw_post: MakeRawPost) -> None:
    network = house.build()
    house.x.on(MENTIONS, {"data": [raw_post(5)], "meta": {}})
    (post,) = (await network.mentions(None)).posts
    await network.reply(post, "We are on it", freely)


async def raised(work: Any, kind: type[MutualsError]) -> Any:
    with pytest.raises(kind) as caught:
        await work
    assert type(caught.value) is kind
    return caught.value


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (problem(429, "Too Many Requests", slug="rate-limit-exceeded"), TryAgain),
        (problem(429, "Usage cap exceeded: Monthly product cap", "UsageCapExceeded", "usage-capped"), Paused),
        (problem(402, "does not have any credits", "CreditsDepleted", "credits"), Paused),
        (problem(402), Paused),
        (html(402), Paused),
        (problem(403, "Your account has reached its spending limit.", "SpendCapReached"), Paused),
        (problem(403, "Forbidden", "Forbidden"), NotAuthorized),
        (problem(403, slug="unsupported-authentication"), NotAuthorized),
        (problem(403, "your account is temporarily locked", "Forbidden"), NotAuthorized),
        (problem(400, "One or more parameters was invalid.", slug="invalid-request"), Refused),
        (problem(500), TryAgain),
        (problem(503), TryAgain),
        (html(503), TryAgain),
        (html(403), TryAgain),
        (html(200), TryAgain),
        (Reply(raw="", status=200), TryAgain),
        (Reply(raw="[]", status=400), TryAgain),
        (Reply(raw="", status=404), Refused),
        (Reply({"detail": {"odd": 1}, "errors": ["plain", {"message": 3}]}, status=400), Refused),
        (Reply({"errors": {"odd": 1}}, status=500), TryAgain),
        (Reply({}, status=429, headers={"x-rate-limit-reset": "soon"}), TryAgain),
        (Reply(drop=True), TryAgain),
        (Reply(status=302, headers={"Location": "http://127.0.0.1:9/elsewhere"}), TryAgain),
        (Reply({"errors": [{"type": PROBLEMS + "not-authorized-for-resource"}]}), NotAuthorized),
    ],
)
async def test_a_failed_reading_says_what_to_do_next(
    house: House, said: Reply, kind: type[MutualsError]
) -> None:
    house.x.on(MENTIONS, said)

    error = await raised(read(house), kind)

    assert str(error).endswith(".")
    assert not getattr(error, "ambiguous", False)


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (
            problem(403, "Reply to this conversation is not allowed because you have not been mentioned or "
                    "otherwise engaged by the author of the post you are replying to."),
            RefusalReason.NOT_ADDRESSED,
        ),
        (
            problem(403, "You can only reply to or quote posts where you are mentioned or are the author."),
            RefusalReason.NOT_ADDRESSED,
        ),
        (problem(403, "You are not allowed to create a Tweet with duplicate content."), RefusalReason.DUPLICATE),
        (problem(400, errors=[{"message": "Your Tweet text is too long."}]), RefusalReason.CONTENT),
        (problem(403, "You attempted to reply to a Tweet that is deleted or not visible to you."), RefusalReason.GONE),
        (problem(404, "Not Found"), RefusalReason.GONE),
        (Reply({"errors": [{"type": PROBLEMS + "resource-not-found"}]}), RefusalReason.GONE),
        (problem(403, slug="client-forbidden", reason="client-not-enrolled"), RefusalReason.PATH_CLOSED),
        (problem(403, "Forbidden"), RefusalReason.OTHER),
    ],
)  # fmt: skip
async def test_a_refused_reply_says_why_and_offers_the_page(
    house: House, raw_post: MakeRawPost, said: Reply, because: RefusalReason
) -> None:
    house.x.on(REPLY, said)

    error = await raised(reply(house, raw_post), Refused)

    assert error.because is because
    assert error.manual_url == "https://x.com/intent/tweet?in_reply_to=5&text=We%20are%20on%20it"


@pytest.mark.parametrize(
    "said",
    [
        problem(500),
        problem(503),
        html(502),
        html(200),
        Reply({}),
        Reply(drop=True),
        Reply({"data": {"id": None}}),
    ],
)
async def test_a_reply_that_may_have_gone_out_is_ambiguous(
    house: House, raw_post: MakeRawPost, said: Reply
) -> None:
    house.x.on(REPLY, said)

    assert (await raised(reply(house, raw_post), TryAgain)).ambiguous


@pytest.mark.parametrize("said", [problem(429, slug="rate-limit-exceeded"), html(403)])
async def test_a_reply_that_surely_did_not_go_out_is_not_ambiguous(
    house: House, raw_post: MakeRawPost, said: Reply
) -> None:
    house.x.on(REPLY, said)

    assert not (await raised(reply(house, raw_post), TryAgain)).ambiguous


@pytest.mark.parametrize("said", [problem(402, "any credits"), problem(403, "spend cap reached")])
async def test_a_reply_without_money_pauses(house: House, raw_post: MakeRawPost, said: Reply) -> None:
    house.x.on(REPLY, said)

    assert "developer console" in str(await raised(reply(house, raw_post), Paused))


@pytest.mark.parametrize(
    ("said", "because"),
    [
        (problem(403, "not enrolled", "Client Forbidden", "client-forbidden"), RefusalReason.PATH_CLOSED),
        (problem(403, "Forbidden", "Forbidden"), RefusalReason.PATH_CLOSED),
        (problem(403, "You have been blocked from following this account."), RefusalReason.OTHER),
        (problem(403, "You are unable to follow more people at this time."), RefusalReason.OTHER),
        (Reply({"data": None, "errors": [{"type": PROBLEMS + "resource-not-found"}]}), RefusalReason.GONE),
        (problem(404), RefusalReason.GONE),
        (problem(400, "odd"), RefusalReason.OTHER),
    ],
)
async def test_a_refused_follow_says_why_and_offers_the_page(
    house: House, said: Reply, because: RefusalReason
) -> None:
    house.x.on(FOLLOW, said)

    error = await raised(house.build().follow("77", freely), Refused)

    assert error.because is because
    assert error.manual_url == "https://x.com/intent/follow?user_id=77"


@pytest.mark.parametrize("data", [{"following": True}, {"following": False, "pending_follow": True}])
async def test_a_follow_or_a_request_to_follow_is_done(house: House, data: dict[str, bool]) -> None:
    house.x.on(FOLLOW, {"data": data})

    await house.build().follow("77", freely)

    assert house.x.calls(FOLLOW)[0].json == {"target_user_id": "77"}
    assert house.limiter.bought[-1] == ("follows", 1, 15_000)


async def test_following_twice_asks_who_we_are_only_once(house: House) -> None:
    house.x.on(FOLLOW, {"data": {"following": True}})
    network = house.build()

    await network.follow("77", freely)
    await network.follow("78", freely)

    assert len(house.x.calls("GET /2/users/me")) == 1


async def test_a_call_without_an_answer_ends_in_time(house: House) -> None:
    house.x.on("GET /2/users/me", Reply({}, after=0.6))
    network = house.build(timeout_seconds=0.2)

    error = await raised(network.me(), TryAgain)

    assert str(error) == "X did not answer in time."


async def test_an_address_where_nobody_listens_is_tried_again(house: House, x: ScriptedX) -> None:
    network = house.build(api_url="http://127.0.0.1:9")

    assert "can't be reached" in str(await raised(network.me(), TryAgain))


async def test_far_too_much_data_is_not_read(house: House) -> None:
    house.x.on(MENTIONS, Reply(raw=" " * (17 * 1024 * 1024)))

    assert "more data" in str(await raised(read(house), TryAgain))
