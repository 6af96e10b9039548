"""What setup says by itself, on the page and in the terminal."""

from mutuals.setup.practice import ChatTest

DOES = (
    (
        "It watches your brand's account for two things: a complaint or question that nobody has answered in time, and a loyal "
        "fan whom you do not follow back."
    ),
    "Each becomes one message in your chat, with buttons. Whoever presses one first does it; the others see who it was.",
)
NEVER = (
    "It follows, likes, replies and writes to nobody by itself. One press, one act, one person.",
    "It follows nobody back in bulk, and ranks nobody by fame.",
    "It reads no direct messages, and no messages of your team.",
    "It sends nothing to us: it runs on this machine, and the tokens stay here, in a file that only you can read.",
)
CHOOSE_BOTH = "Choose at least one network and one chat. Alerts come from the one and go to the other."
BEGUN = "(begun already; to leave it out, take its lines out of the settings file)"
NOT_READY = "Something is missing still. It is listed below; each line leads to its step."
NOT_CHOSEN = "Nothing is chosen yet, so there is nothing to start."
TEST = (
    "Mutuals posts an alert about an invented post, first of all a greeting that says what will come. Every button works, and "
    "nothing leaves the chat: no network is asked, nobody is written to."
)
_STATES = {
    "connecting": "{chat}: connecting …",
    "connected": "{chat}: connected. The alert comes in a few seconds.",
    "greeted": "{chat}: the greeting is there. The alert comes in a few seconds.",
    "posted": "{chat}: the test alert is there. Press any of its buttons.",
    "pressed": "{chat}: a press of a button has arrived. It works both ways.",
}


def of_test(chat: str, test: ChatTest) -> str:
    """One line about the test in one chat."""
    if test.failed:
        return f"{chat}: it did not work. {test.failed} Mutuals tries again by itself; mend it and wait, or press Test again."
    return _STATES.get(test.state, "{chat}: …").format(chat=chat)
