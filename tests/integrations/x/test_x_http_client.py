"""Calls reach the configured address only, with the headers set, and secrets stay out of every log."""

import io
import logging

import pytest
from aiohttp import web
from pydantic import SecretStr

from mutuals.domain.errors import MutualsError, NotAuthorized, Refused, TryAgain
from mutuals.testing.precheck import freely
from mutuals_x.http_client import HttpClient
from tests.integrations.x.scripted_x import ME, SECRETS, House, MakeRawPost, Reply, ScriptedX

TOKEN = "POST /2/oauth2/token"


async def test_a_path_in_front_of_the_address_is_kept(house: House) -> None:
    house.x.on(f"GET /gateway/x/2/users/{ME}/mentions", {"meta": {}})
    house.x.on("GET /gateway/x/2/users/me", {"data": {"id": ME, "username": "brand", "name": "B"}})
    house.x.on("POST /gateway/x/2/oauth2/token", {"access_token": "rotated-1", "expires_in": 7200})
    network = house.build(api_url=f"{house.x.url}/gateway/x/", access_token=None)

    await network.mentions("9")

    assert [call.path for call in house.x.seen] == [
        "/gateway/x/2/oauth2/token", "/gateway/x/2/users/me", f"/gateway/x/2/users/{ME}/mentions",
    ]  # fmt: skip


async def test_extra_headers_go_with_every_call_and_the_host_is_the_real_one(house: House) -> None:
    house.x.on(TOKEN, {"access_token": "rotated-1", "expires_in": 7200})

    await house.build(access_token=None, headers={"X-Gateway": SecretStr("gateway-secret-1")}).me()

    assert len(house.x.seen) == 2
    for call in house.x.seen:
        assert call.headers["X-Gateway"] == "gateway-secret-1"
        assert call.headers["Host"] == house.x.url.removeprefix("http://")


async def test_an_answer_that_repeats_what_we_sent_does_not_bring_our_secrets_back(house: House) -> None:
    sent = "access-1 gateway-secret-1"
    house.x.on("GET /2/users/me", Reply({"errors": [{"detail": sent}], "detail": sent}, status=400))

    with pytest.raises(Refused) as refused:
        await house.build(
            access_token=SecretStr("access-1"), headers={"X-G": SecretStr("gateway-secret-1")}
        ).me()

    assert "[secret] [secret]" in str(refused.value)


async def test_a_redirect_never_takes_the_token_elsewhere(house: House) -> None:
    elsewhere = ScriptedX()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", elsewhere.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    target = f"http://127.0.0.1:{runner.addresses[0][1]}/2/users/me"
    house.x.on("GET /2/users/me", Reply(status=307, headers={"Location": target}))
    try:
        with pytest.raises(TryAgain, match="MUTUALS_X_API_URL"):
            await house.build().me()
    finally:
        await runner.cleanup()

    assert elsewhere.seen == []


async def test_the_session_sends_nothing_to_strangers(house: House) -> None:
    wire = HttpClient(house.configured())
    try:
        with pytest.raises(Exception, match="not an address of X"):
            await wire.session.get("http://127.0.0.1:1/")
    finally:
        await wire.close()


async def test_query_values_arrive_as_they_were_sent(house: House) -> None:
    odd = "a+b/c==&d e"
    house.x.on(f"GET /2/users/{ME}/mentions", {"meta": {"next_token": odd}}, {"meta": {}})

    await house.build().mentions("9")

    assert house.x.calls(f"GET /2/users/{ME}/mentions")[1].query["pagination_token"] == odd


async def test_no_secret_and_no_text_gets_into_logs_or_errors(
    house: House, raw_post: MakeRawPost, capfd: pytest.CaptureFixture[str]
) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    house.settings = {
        "client_secret": SecretStr("client-secret-1"),
        "headers": {"X-Gateway": SecretStr("gateway-secret-1")},
    }
    settings = house.configured()
    house.x.on(f"GET /2/users/{ME}/mentions", {"data": [raw_post(5, text="private words")], "meta": {}})
    refused = Reply({"error": "invalid_request", "error_description": "rotated-refresh-1"}, status=400)
    house.x.on(TOKEN, {"access_token": "rotated-a", "refresh_token": "rotated-refresh-1"}, refused)
    unauthorized = Reply({"detail": "token access-secret-1 rotated-a"}, status=401)
    house.x.on("POST /2/tweets", unauthorized)
    said = [repr(settings), str(settings)]
    try:
        network = house.build()
        (post,) = (await network.mentions("4")).posts
        for _ in range(2):
            with pytest.raises(NotAuthorized) as caught:
                await network.reply(post, "our own private words", freely)
            said += [str(caught.value), repr(caught.value), repr(network.__dict__)]
    finally:
        root.removeHandler(handler)
        root.setLevel(level)

    captured = capfd.readouterr()
    everything = "\n".join([*said, stream.getvalue(), captured.out, captured.err])
    assert "x.tokens_renewed" in everything
    assert [secret for secret in (*SECRETS, "private words") if secret in everything] == []


@pytest.mark.parametrize("work", ["me", "mentions"])
async def test_every_failure_is_one_of_ours(house: House, work: str) -> None:
    house.x.on("GET /2/users/me", Reply(raw="\x00\xff" * 9, status=418, content_type="image/png"))
    network = house.build()

    with pytest.raises(MutualsError):
        await (network.me() if work == "me" else network.mentions(None))


async def test_when_x_wants_its_new_names_they_are_used_from_then_on(
    house: House, raw_post: MakeRawPost
) -> None:
    route = f"GET /2/users/{ME}/mentions"
    renamed = raw_post(5, referenced_posts=[{"type": "replied_to", "id": "3"}])
    message = "The query parameter [tweet.fields] is not one of [id,max_results,post.fields]"
    refused = Reply({"errors": [{"message": message}], "title": "Invalid Request"}, status=400)
    house.x.on(route, refused, {"data": [renamed], "meta": {}})
    network = house.build()

    (post,) = (await network.mentions("4")).posts
    await network.mentions("4")

    assert post.in_reply_to == "3"
    first, *later = [call.query for call in house.x.calls(route)]
    assert "referenced_tweets" in first["tweet.fields"]
    assert len(later) == 2
    for query in later:
        assert "tweet" not in " ".join([*query, *query.values()])
        assert "referenced_posts" in query["post.fields"]


async def test_names_that_x_takes_in_neither_spelling_end_in_a_refusal(house: House) -> None:
    route = f"GET /2/users/{ME}/mentions"
    house.x.on(route, Reply({"detail": "tweet.fields is wrong"}, status=400))
    network = house.build()

    for _ in range(2):
        with pytest.raises(Refused):
            await network.mentions("4")

    assert ["tweet.fields" in call.query for call in house.x.calls(route)] == [True, False] * 2
