"""What is told, when, and how often."""

from house import COMPLAINT, CONCERN, QUESTION, WANTS_FOLLOW, House

from mutuals.model import AlertKind


async def test_a_fan_who_follows_and_speaks_often_is_told_in_both_chats(house: House):
    house.make_loyal("savvari")

    await house.look()

    shown = await house.in_both("savvari", "Loyal fan, not followed back", "savvari")
    assert any("Follow" in label for label in shown["slack"].labels)
    assert any("Follow" in label for label in shown["discord"].labels)


async def test_a_complaint_is_told_at_once(house: House):
    house.write("mia", COMPLAINT)

    await house.look()

    await house.in_both("mia", "Complaint", "my kettle arrived broken")
