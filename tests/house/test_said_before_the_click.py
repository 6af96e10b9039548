"""What a reply does beside answering the person is said before it is sent, and a link shows where it leads."""

import json

from house import House
from mutuals_x import parse


async def test_a_reply_calls_only_the_person_and_the_form_names_who_is_left_out(house: House):
    for handle in ("teapalace", "cousin"):
        house.person(handle)
    house.write("bob", "@kettleco @teapalace @cousin the lid came off on day one, I want a refund")
    await house.look()
    await house.open_form(house.ana, await house.open_alert("bob"))
    form = json.dumps(house.form(house.ana)["blocks"])
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
