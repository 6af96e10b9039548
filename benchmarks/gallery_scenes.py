"""The scenes of the gallery: what a team meets in its chats, one after the other."""

from collections.abc import Awaitable, Callable
from functools import partial

from gallery_walk import NotSeenError, Walk

BRAND = "@puddlewick"
# Hours ago, handle, name and words, the oldest first: X gives only what is newer than what was read last.
POSTS = (
    (
        6.0,
        "mia_in_mud",
        "Mia Quist",
        "my jacket arrived with a torn hood and nobody answers my mails. This is unacceptable!",
    ),
    (5.8, "otto_outside", "Otto Berg", "the zip of my new coat broke after two days. What a disappointment."),
    (5.6, "rosa_rains", "Rosa Rains", "your shop charged me twice and support is silent!"),
    (5.4, "nils_noted", "Nils Aas", "third parcel this year that comes late. I am so disappointed in you."),
    (5.2, "quinn_asks", "Quinn Oakes", "do you repair jackets that were bought in 2019?"),
    (5.0, "dan_dms", "Dan Moor", "can you follow me back so I can DM you my order number?"),
    (4.9, "gus_gone", "Gus Vale", "still no refund for my gloves after five weeks, this is ridiculous"),
    (
        0.2,
        "emil_alps",
        "Emil Alp",
        "the lamp of your jacket caught fire, my son got burnt, this is dangerous!",
    ),
    *(
        (0.1, f"cust{one:02}", f"Customer {one}", f"my order {one} never arrived, where is my delivery?")
        for one in range(6)
    ),
)
DIGEST_SECONDS = 200.0  # the service is told to send it some minutes after it has begun
Scene = Callable[[Walk], Awaitable[None]]


async def posts(walk: Walk) -> None:
    """What people write to the brand."""
    for hours, handle, name, words in POSTS:
        walk.writes(handle, f"{BRAND} {words}", hours=hours, name=name)


async def complaint(walk: Walk) -> None:
    """An open complaint, its reasons, its forms, and what follows."""
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
    await walk.wait("otto", lambda: walk.public("slack", "zip of my"))
    await walk.press("zip of my", "reply", "", chats="slack")
    await walk.type("Sorry about the zip, Otto. Which jacket is it, and when did you buy it?")
    await walk.keep("reply-waiting", "A reply that has not gone out yet", "otto_outside", "Withdraw")
    await walk.close("slack")
    await walk.keep("answered", "Answered", "otto_outside", "View reply")


async def refused(walk: Walk) -> None:
    """X refuses a reply."""
    await walk.wait("rosa", lambda: walk.public("slack", "charged me twice"))
    walk.fault(r"POST /2/tweets$")
    await walk.press("charged me twice", "reply", "", chats="slack")
    await walk.type("Sorry, Rosa. We look into it and write to you today.")
    await walk.close("slack")
    await walk.keep("reply-failed", "A reply that X refused", "rosa_rains", "Try the reply again")


async def kinds(walk: Walk) -> None:
    """The other kinds of alerts."""
    await walk.keep("urgent", "Something dangerous", "caught fire")
    await walk.keep("question", "A question", "bought in 2019")
    await walk.keep("wants-follow", "They ask to be followed, to write privately", "follow me back")
    await walk.keep("fan", "A loyal fan who is not followed back", "Loyal fan")
    await walk.answered("thanks-form", "Thank: the form", walk.button("Loyal fan", "reply", "thanks"))
    await walk.answered(
        "follow-and-ask-form", "Follow and ask to write privately", walk.button("follow me back", "followask")
    )
    await walk.answered(
        "follow-link",
        "Follow, where the network wants a person",
        walk.button("Loyal fan", "follow"),
        chats="slack",  # in Discord the button itself is the link
    )


async def closed(walk: Walk) -> None:
    """Put aside, with the way back."""
    await walk.wait("nils", lambda: walk.public("slack", "third parcel"))
    await walk.press("third parcel", "snooze", chats="slack")
    await walk.keep("snoozed", "Snoozed", "nils_noted", "Wake now")
    await walk.press("nils_noted", "wake", chats="slack")
    await walk.keep("awake", "Waiting again", "nils_noted", "Woken")
    await walk.keep_found(
        "overdue-call", "Overdue: the call", partial(walk.anywhere, "still waits for an answer")
    )
    await walk.press("third parcel", "dismiss", chats="slack")
    await walk.keep("dismissed", "Needs no answer", "nils_noted", "no answer")
    await walk.keep_found(
        "history",
        "What happened to an alert, in its thread",
        partial(walk.in_thread, "nils_noted", "History"),
    )


async def team(walk: Walk) -> None:
    """Given to a colleague, and noted."""
    await walk.answered("assign-form", "Assign: the form", walk.button("gus_gone", "assign"))
    await walk.answered("note-form", "Write a note: the form", walk.button("gus_gone", "note"))


async def warned(walk: Walk) -> None:
    """A reply that should be looked at twice."""
    for chat in ("slack", "discord"):
        before = walk.seen(chat)
        await walk.press("gus_gone", "reply", "", chats=chat)
        await walk.type("Sorry, Gus. Is 4111 1111 1111 1111 still your card?", chat)
        await walk.keep_private("reply-warned", "A reply with a warning", chat, before, "card number")


async def burst(walk: Walk) -> None:
    """Many people about one thing."""
    await walk.keep("bundle", "Many people about one thing", "people in")
    await walk.press("people in", "dismiss", "elsewhere", chats="slack")
    await walk.keep(
        "bundle-closed", "All of them closed, with Undo for five minutes", "people in", "Dismissed all"
    )
    await walk.press("people in", "undo", "dismiss", chats="slack")
    await walk.keep("bundle-undone", "All of them wait again", "people in", "Undone")


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


async def lists(walk: Walk) -> None:
    """Lists of people, the next page, and the forms that begin in a list."""
    for word, title in {
        "next": "Follow next", "talked": "Talked with, not followed", "unanswered": "Loyal, and never answered",
        "drifting": "Drifting away",
    }.items():  # fmt: skip
        await walk.answered(
            f"command-fans-{word}", f"/mutuals fans {word}: {title}", walk.command(f"fans {word}")
        )
    await walk.answered("queue-page-2", "The next page of the queue", walk.from_list("queue", "list"))
    await walk.answered(
        "settings-form", "Settings: the form of a group", walk.from_list("settings", "settings")
    )
    await walk.answered("saved-reply-form", "A new saved reply: the form", walk.from_list("replies", "saved"))


async def home(walk: Walk) -> None:
    """Slack's Home tab."""
    await walk.environment.slack.open_home(walk.environment.staff.ana_slack)
    drawn = await walk.wait("the Home tab", lambda: walk.snapshots()["slack"]["home"], 5)
    walk.keep_one("home", "Slack's Home tab", "slack", "home", drawn)


async def digested(walk: Walk) -> None:
    """The day in short."""
    await walk.keep_found(
        "digest", "The daily digest", lambda chat: walk.public(chat, "Today in short"), seconds=DIGEST_SECONDS
    )


async def stopped(walk: Walk) -> None:
    """The kill switch: it asks first, and everybody sees it."""
    await walk.answered("stop-asks", "stop asks first", walk.command("stop Rude replies went out"))
    asking = next(one for one in reversed(walk.messages("slack")) if one.get("ephemeral"))
    await walk.press_in("slack", asking, "stop")
    await walk.keep("stopped", "Everything that goes out is stopped", "Rude replies")
    await walk.command("start")("slack")


SCENES: tuple[Scene, ...] = (
    posts,
    complaint,
    replied,
    refused,
    kinds,
    closed,
    burst,
    team,
    warned,
    commands,
    lists,
    home,
    digested,
    stopped,
)
