"""A case handed to others, by mail, webhook or ticket page, until it is resolved."""

import hmac
import json
from email import message_from_string
from email.policy import default
from hashlib import sha256

import pytest

from mutuals.actions.forwarding import continue_hand_off
from mutuals.cards.markup import Intent
from mutuals.domain import hand_offs, leases
from mutuals.domain.model import Alert
from tests.acceptance.house import COMPLAINT, House, Member, Open, slack_text
from tests.support.ledger import entries
from tests.support.takers import mail_server, webhook

SECRET = "a secret of some length"


async def waiting(house: House, handle: str = "mia") -> Alert:
    house.write(handle, COMPLAINT)
    await house.look()
    return await house.open_alert(handle)


async def hand_off(house: House, who: Member, alert: Alert, way: str, notes: str = "") -> str:
    """Fill the form in; what is answered."""
    await house.press(who, alert, Intent.HAND_OFF)
    if who.chat == "slack":
        values = {"way": way, "notes": notes}
        filled = {f"mutuals:field:{name}": {"mutuals:field": value} for name, value in values.items()}
        await house.slack.submit_view(who.id, filled)
        await house.quiet()
        return slack_text(house.form(who))
    await house.discord.submit_modal(who.id, {"way": [way], "notes": notes})
    await house.quiet()
    return house.private(who)[-1].text


@pytest.mark.smoke
async def test_a_case_goes_out_by_mail_and_is_resolved(open_house: Open):
    async with mail_server() as server:
        house = await open_house(
            SMTP_URL=server.url, MAIL_FROM="mutuals@kettle.example", HANDOFF_MAIL="service@kettle.example"
        )
        alert = await waiting(house)
        said = await hand_off(house, house.ana, alert, "mail", "Second kettle this year.\nX-Evil: 1")
        assert "Handed off to service@kettle.example as KET-1" in said
        await house.in_both("mia", "handed off to service@kettle.example, KET-1, due")
        assert house.said_by_brand() == []  # what is said in public goes out by a click only

        [mail] = [message_from_string(one, policy=default) for one in server.mails]
        assert (mail["To"], mail["X-Evil"]) == ("service@kettle.example", None)
        assert mail["Subject"].startswith("[KET-1] Complaint, @mia on X")
        body = mail.get_content()
        assert "Second kettle this year." in body
        assert COMPLAINT[:20] not in body
        assert "/status/" in body
        assert "/archives/" in body

        await house.press(house.ben, alert, Intent.RESOLVE)
        await house.in_both("mia", "resolved", "KET-1")
        kinds = [one.entry for one in await entries(house.store, house.brand_id)]
        assert kinds[-2:] == ["handed_off", "resolved"]


async def test_the_person_may_be_told_the_number_and_the_clock_of_the_others_goes_on(open_house: Open):
    async with webhook() as desk:
        house = await open_house(HANDOFF_WEBHOOK=desk.url, HANDOFF_SECRET=SECRET)
        alert = await waiting(house)
        await hand_off(house, house.ben, alert, "webhook")
        await house.press(house.ben, alert, Intent.ACKNOWLEDGE, "handoff")
        assert "KET-1" in house.filled(house.ben)
        await house.send(house.ben, house.filled(house.ben))

        assert house.said_by_brand(), house.told(house.ben)
        assert "KET-1" in house.said_by_brand()[0]
        await house.in_both("mia", "handed off to 127.0.0.1, KET-1, due")
        await house.later(hours=25)
        shown = (await house.shown(alert))["slack"]
        assert "is not resolved yet" in "".join(shown.replies)
        await house.in_both("mia", "KET-1, overdue")


async def test_what_the_webhook_gets_is_signed_and_the_same_at_every_attempt(open_house: Open):
    async with webhook() as desk:
        desk.statuses = [503]
        house = await open_house(HANDOFF_WEBHOOK=desk.url, HANDOFF_SECRET=SECRET, HANDOFF_WORDS="true")
        alert = await waiting(house)
        await hand_off(house, house.ana, alert, "webhook", "Please call.")
        await house.later(seconds=40)

        (first, body), (second, _) = desk.got
        assert first["Mutuals-Id"] == second["Mutuals-Id"]
        at, _, signed = second["Mutuals-Signature"].partition(",")
        whole = f"{at.removeprefix('t=')}.".encode() + desk.got[1][1]
        assert signed == f"v1={hmac.new(SECRET.encode(), whole, sha256).hexdigest()}"
        doc = json.loads(body)
        assert (doc["case"], doc["note"], doc["person"]["handle"]) == ("KET-1", "Please call.", "mia")
        assert doc["words"] == COMPLAINT
        await house.later(hours=2)
        assert len(desk.got) == 2


@pytest.mark.parametrize("status", [404, 401])
async def test_what_does_not_arrive_comes_back_and_whoever_handed_it_off_is_told(
    open_house: Open, status: int
):
    async with webhook() as desk:
        desk.statuses = [status]
        house = await open_house(HANDOFF_WEBHOOK=desk.url, HANDOFF_SECRET=SECRET)
        post = house.write("mia", COMPLAINT)
        await house.look()
        alert, due = await house.open_alert("mia"), (await house.case(post)).due_at
        await hand_off(house, house.ana, alert, "webhook", "Please call.")

        await house.in_both("mia", "KET-1 did not reach 127.0.0.1, so it waits here again")
        assert (await house.case(post)).due_at == due
        told = str(house.slack.snapshot(house.ana.id))
        assert f"127.0.0.1 answered {status}." in told
        assert "Your note: " in told
        await house.later(minutes=61)
        assert "still waits for an answer" in "".join((await house.shown(alert))["slack"].replies)


async def test_a_mailbox_that_nobody_has_is_named(open_house: Open):
    async with mail_server() as server:
        server.codes = [550]
        house = await open_house(
            SMTP_URL=server.url, MAIL_FROM="m@kettle.example", HANDOFF_MAIL="no@kettle.example"
        )
        alert = await waiting(house)
        await hand_off(house, house.ben, alert, "mail")
        await house.in_both("mia", "KET-1 did not reach no@kettle.example")
        assert "does not know no@kettle.example" in house.told(house.ben) + str(
            house.discord.snapshot(house.ben.id)
        )


async def test_a_process_that_dies_while_it_forwards_sends_again_under_the_same_id(open_house: Open):
    async with mail_server() as server:
        server.silent = True
        house = await open_house(
            SMTP_URL=server.url, MAIL_FROM="m@kettle.example", HANDOFF_MAIL="s@kettle.example"
        )
        alert = await waiting(house)
        await hand_off(house, house.ana, alert, "mail")
        server.silent = False
        await house.later(seconds=40)
        first, second = [message_from_string(one, policy=default) for one in server.mails]
        assert first["Message-ID"] == second["Message-ID"]
        assert "may reach you twice" in second.get_content()


async def test_one_that_is_under_way_in_another_process_is_not_sent_beside_it(open_house: Open):
    async with webhook() as desk:
        desk.statuses = [503]
        house = await open_house(HANDOFF_WEBHOOK=desk.url, HANDOFF_SECRET=SECRET)
        alert = await waiting(house)
        await hand_off(house, house.ana, alert, "webhook")
        handed = (await house.alert("mia")).handed_off
        assert handed is not None
        async with house.store.transaction(house.brand_id) as tx:
            one = await tx.hand_offs.get(handed.id)
            assert one is not None
            begun = hand_offs.begun(one, leases.HAND_OFF.until(house.clock.now()))
            assert await tx.hand_offs.put(begun, was_attempt=one.attempt)
            assert not await tx.hand_offs.put(begun, was_attempt=one.attempt)
        watched = await house.ctx.brands.find(house.brand_id)
        assert watched is not None
        await continue_hand_off(house.ctx, watched, handed.id)
        assert len(desk.got) == 1


async def test_a_ticket_page_is_opened_filled_in_by_the_person(open_house: Open):
    house = await open_house(HANDOFF_LINK="https://desk.example.com/new?case={case}&who={person}")
    alert = await waiting(house)
    said = await hand_off(house, house.ana, alert, "link")
    assert "This is case KET-1" in said
    assert house.link(house.ana, "desk.example.com") == "https://desk.example.com/new?case=KET-1&who=mia"
    await house.in_both("mia", "handed off to desk.example.com, KET-1, due")
    await house.press(house.ben, alert, Intent.WHY)
    assert "Handed off to desk.example.com as KET-1" in house.told(house.ben)


async def test_where_nothing_is_set_it_is_not_offered(house: House):
    alert = await waiting(house)
    with pytest.raises(AssertionError, match="no handoff"):
        await house.press(house.ana, alert, Intent.HAND_OFF)
