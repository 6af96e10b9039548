"""What a reply does beside answering the person is said before it is sent, and a link shows where it leads."""

import json
from typing import Any

import pytest

from mutuals_x import parse
from tests.acceptance.alerts import complaint
from tests.acceptance.house import House, Open
from tests.support.present import present

pytestmark = pytest.mark.smoke


async def test_a_reply_calls_only_the_person_and_the_form_names_who_is_left_out(house: House):
    for handle in ("teapalace", "cousin"):
        house.person(handle)
    house.write("bob", "@kettleco @teapalace @cousin the lid came off on day one, I want a refund")
    await house.look()
    await house.open_form(house.ana, await house.open_alert("bob"))
    form = json.dumps(present(house.form(house.ana))["blocks"])
    await house.send(house.ana, "So sorry! Please write to us.")

    assert "Others in the post are left out and not called: @teapalace, @cousin." in form
    assert "@teapalace" not in house.said_by_brand()[0]


def test_a_link_in_a_post_shows_where_it_leads_and_a_picture_is_named():
    post = parse.post({
        "id": "1799999999999999990", "author_id": "5", "created_at": "2026-11-23T12:00:00Z",
        "text": "broken, see https://t.co/Ab1 and https://t.co/Ab12",
        "entities": {"urls": [
            {"url": "https://t.co/Ab1", "expanded_url": "https://shop.example/p/7", "display_url": "shop.example/p/7"},
            {"url": "https://t.co/Ab12", "expanded_url": "https://x.com/mia/status/1/photo/1", "display_url": "pic.x.com/Ab12"},
        ]},
    })  # fmt: skip

    assert post is not None
    assert post.text == "broken, see shop.example/p/7 and [picture]"


PICTURE = "https://x.com/mia/status/1"


def _read(text: str, *urls: dict[str, str], **more: object) -> str:
    post = parse.post({"id": "1799999999999999990", "author_id": "5", "created_at": "2026-11-23T12:00:00Z",
                       "text": text, "entities": {"urls": list(urls)}, **more})  # fmt: skip
    assert post is not None
    return post.text


def test_several_pictures_are_counted_and_a_gif_is_called_one():
    urls = [{"url": "https://t.co/Ab1", "expanded_url": f"{PICTURE}/photo/{one}", "media_key": key}
            for one, key in ((1, "3_10"), (2, "3_11"), (3, "16_12"))]  # fmt: skip

    assert _read("look https://t.co/Ab1", *urls) == "look [picture] [picture] [GIF]"
    assert (
        _read("look https://t.co/Ab1", {**urls[0], "expanded_url": f"{PICTURE}/video/1", "media_key": "7_1"})
        == "look [video]"
    )


def test_what_the_writer_says_that_a_picture_shows_is_shown_and_can_not_look_like_more():
    url = {"url": "https://t.co/Ab1", "expanded_url": f"{PICTURE}/photo/1", "media_key": "3_10"}
    alt = "the lid,\n in two] @channel [halves"
    told = [{"media_key": "3_10", "alt_text": alt}]

    assert (
        _read("broken https://t.co/Ab1", url, media_metadata=told)
        == "broken [picture: the lid, in two @channel halves]"
    )
    assert (
        len(_read("https://t.co/Ab1", url, media_metadata=[{"media_key": "3_10", "alt_text": "a" * 900}]))
        < 140
    )


def test_a_link_to_a_post_tells_whose_and_which():
    url = {"url": "https://t.co/Ab1", "expanded_url": "https://twitter.com/bob/status/1234567890123456789?s=20",
           "display_url": "twitter.com/bob/status/123…"}  # fmt: skip

    assert _read("this https://t.co/Ab1", url) == "this x.com/bob/status/1234567890123456789"


@pytest.mark.parametrize("tier", ["enterprise", "self-serve"])
async def test_follow_says_as_whom_before_the_click(open_house: Open, tier: Any):
    house = await open_house()
    house.x.set_tier(tier)
    house.make_loyal("savvari")
    await house.look()

    for one in (await house.in_both("savvari")).values():
        assert any(label in {"Follow as @kettleco", "Follow on X as @kettleco"} for label in one.labels), (
            one.labels
        )


async def test_a_form_says_that_other_cases_of_the_person_wait_on(house: House):
    alert = await complaint(house)
    await house.later(days=2)
    house.write("mia", "@kettleco and now the lid leaks, too. Terrible!")
    await house.look()

    await house.open_form(house.ana, alert)

    assert "1 other case of theirs waits on: this answers the post quoted above." in str(
        house.form(house.ana)
    )
    for one in (await house.in_both("mia")).values():
        assert "closes 2 cases" in str(one.raw)
