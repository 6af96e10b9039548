"""The scenes of the gallery: what a team meets in its chats, one after the other."""

from collections.abc import Awaitable, Callable

from gallery_walk import NotSeenError, Walk

BRAND = "@puddlewick"
LATE = f"{BRAND} my jacket arrived with a torn hood and nobody answers my mails. This is unacceptable!"
ORDER = f"{BRAND} my order {{}} never arrived, where is my delivery? Nobody answers, I want my money back!"
Scene = Callable[[Walk], Awaitable[None]]


async def complaint(walk: Walk) -> None:
    """An open complaint, its reasons, its forms, and what follows."""
    walk.writes("mia_in_mud", LATE, hours=5, name="Mia Quist")
    await walk.keep("complaint", "A complaint that waits", "torn hood")
    await walk.answered("why", "Why: the reasons in full", walk.button("torn hood", "why"))
    await walk.answered("reply-form", "Reply: the form", walk.button("torn hood", "reply", ""))
    await walk.answered(
        "acknowledge-form", "Acknowledge: a holding reply", walk.button("torn hood", "ack", "")
    )
    await walk.answered("person", "About this person: the card", walk.button("torn hood", "person"))
    await walk.press("torn hood", "claim", chats="slack")
    await walk.keep("claimed", "Claimed", "torn hood", "Ana")


async def replied(walk: Walk) -> None:
    """A reply on its way, withdrawn, sent; and one that X refuses."""
    walk.writes("otto_outside", f"{BRAND} the zip broke after two days, what now?", hours=5, name="Otto Berg")
    await walk.wait("otto", lambda: walk.public("slack", "zip broke"))
    await walk.press("zip broke", "reply", "", chats="slack")
    await walk.type("Sorry about the zip, Otto. Which jacket is it, and when did you buy it?")
    await walk.keep("reply-waiting", "A reply that has not gone out yet", "otto_outside", "Withdraw")
    await walk.close("slack")
    await walk.keep("answered", "Answered", "otto_outside", "View reply")


async def refused(walk: Walk) -> None:
    """X refuses a reply."""
    walk.writes(
        "rosa_rains", f"{BRAND} your shop charged me twice and support is silent!", hours=5, name="Rosa Rains"
    )
    await walk.wait("rosa", lambda: walk.public("slack", "charged me twice"))
    walk.fault(r"POST /2/tweets$")
    await walk.press("charged me twice", "reply", "", chats="slack")
    await walk.type("Sorry, Rosa. We look into it and write to you today.")
    await walk.close("slack")
    await walk.keep("reply-failed", "A reply that X refused", "rosa_rains", "ailed")


async def kinds(walk: Walk) -> None:
    """The other kinds of alerts."""
    walk.writes(
        "emil_alps",
        f"{BRAND} the lamp of your jacket caught fire, my son got burnt, this is dangerous!",
        name="Emil Alp",
    )
    walk.writes(
        "quinn_asks", f"{BRAND} do you repair jackets that were bought in 2019?", hours=5, name="Quinn"
    )
    walk.writes("ivy_ideas", f"{BRAND} I wish you would make the pockets larger", hours=5, name="Ivy")
    walk.writes(
        "dan_dms", f"{BRAND} can you follow me back so I can DM you my order number?", hours=5, name="Dan"
    )
    await walk.keep("urgent", "Something dangerous", "caught fire")
    await walk.keep("question", "A question", "bought in 2019")
    await walk.keep("wants-follow", "They ask to be followed, to write privately", "follow me back")
    await walk.keep("fan", "A loyal fan who is not followed back", "Loyal fan")
    await walk.answered(
        "follow-link", "Follow, where the network wants a person", walk.button("Loyal fan", "follow")
    )
    await walk.answered("thanks-form", "Thank: the form", walk.button("Loyal fan", "reply", "thanks"))


async def closed(walk: Walk) -> None:
    """Put aside, with the way back."""
    walk.writes(
        "nils_noted",
        f"{BRAND} parcel is late again, third time this year. Disappointed.",
        hours=5,
        name="Nils",
    )
    await walk.wait("nils", lambda: walk.public("slack", "parcel is late again"))
    await walk.press("parcel is late again", "snooze", chats="slack")
    await walk.keep("snoozed", "Snoozed", "nils_noted", "nooze")
    await walk.press("nils_noted", "wake", chats="slack")
    await walk.keep("awake", "Waiting again", "nils_noted", "Claim")
    await walk.press("parcel is late again", "dismiss", chats="slack")
    await walk.keep("dismissed", "Needs no answer", "nils_noted", "Undo")


async def burst(walk: Walk) -> None:
    """Many people about one thing."""
    for number in range(6):
        walk.writes(f"cust{number:02}", ORDER.format(number), hours=0.1)
    await walk.keep("bundle", "Many people about one thing", "people in")


async def commands(walk: Walk) -> None:
    """What is answered to a command."""
    asked = {
        "queue": "What waits", "queue overdue": "Overdue", "today": "Five quick things", "fans": "Loyal fans",
        "status": "How things stand", "help": "Help", "show @mia_in_mud": "Show one person's alert",
        "person @mia_in_mud": "The card of a person", "settings": "What is set", "settings hours": "A group of settings",
        "family": "Your own accounts", "replies": "Saved replies", "stats": "Figures",
    }  # fmt: skip
    for words, title in asked.items():
        name = words.replace(" @mia_in_mud", "").replace(" ", "-")
        try:
            await walk.answered(f"command-{name}", f"/mutuals {words}: {title}", walk.command(words))
        except NotSeenError as error:
            walk.missed.append(f"/mutuals {words}: {error}")


async def home(walk: Walk) -> None:
    """Slack's Home tab."""
    await walk.environment.slack.open_home(walk.environment.staff.ana_slack)
    drawn = await walk.wait("the Home tab", lambda: walk.snapshots()["slack"]["home"], 5)
    walk.keep_one("home", "Slack's Home tab", "slack", "home", drawn)


async def stopped(walk: Walk) -> None:
    """The kill switch, as everybody sees it."""
    await walk.command("stop Rude replies went out")("slack")
    await walk.keep("stopped", "Everything that goes out is stopped", "Rude replies")
    await walk.command("start")("slack")


SCENES: tuple[Scene, ...] = (complaint, replied, refused, kinds, closed, burst, commands, home, stopped)
