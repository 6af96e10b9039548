"""What the slash commands do, in words: all of them, one of them, and what was meant by a word that none is called. Pure."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from mutuals.cards.lists import answer_card
from mutuals.cards.markup import EphemeralReply, Line, Span, Strong
from mutuals.cards.phrases import ELLIPSIS
from mutuals.cards.queue import joined

# Each command in two sentences: what it does, and what else there is to know. {networks} is where acts go out to.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "queue": (
        "everything that waits for somebody, the most pressing first",
        "Next 10 below it goes on. queue mine, overdue, fans, complaints or questions shows only those.",
    ),
    "today": (
        "at most five things that are quick to do and have waited long",
        "For a free minute: praise and fans without an answer, questions soon due. What presses most is in queue.",
    ),
    "fans": (
        "loyal fans who are not followed back, and lists of people to be kind to",
        "fans next, talked, unanswered, drifting or ignored lists people, with or without an alert: Show more goes on.",
    ),
    "complaints": ("complaints and questions without an answer", "Next 10 below them goes on."),
    "show": (
        "the alert about one person, as it is now",
        "Write whose: show @name. If its message was deleted, it is posted again.",
    ),
    "person": (
        "the card of one person: since when, what was said, what you owe them, what they wish, your notes",
        "Write whose: person @name. Only you see it.",
    ),
    "note": (
        "keeps a note about a person, for your team only",
        "note @name and then the words. It stands on the card of the person.",
    ),
    "stats": (
        "how you have answered in the last 7 and 28 days, and whom you have welcomed",
        "Every number comes with how many it was counted from.",
    ),
    "status": (
        "what is watched, when it was last looked at, and what it costs",
        "It also names every trouble that goes on.",
    ),
    "family": (
        "your own accounts, and those that may be",
        "family yes @name, or family no @name, says which are yours.",
    ),
    "reset-line": (
        "puts the alert line back to where it was before your team's verdicts moved it",
        "For admins. Verdicts count anew from then.",
    ),
    "replies": (
        "the texts that your team keeps to answer with",
        "replies es shows those in Spanish, replies 2 the next ones. Approvers and admins add, change and remove them.",
    ),
    "settings": (
        "what is set, why it is so, and for admins: change it",
        "settings hours shows one group: channels, routing, hours, times, telling, fans, overdue, playbook or sending.",
    ),
    "link": (
        "says that your accounts in both chats are you: claims and drafts are yours in both then",
        "link gives a code for ten minutes; type link and the code in the other chat. link off ends it. Admins: link list.",
    ),
    "help": ("this list", "help queue explains queue, and so on."),
    # Apart from the rest, and last.
    "stop": (
        "stops everything that goes out to {networks}, for all brands",
        "For admins. It asks first. Write why behind it: every alert channel is told.",
    ),
    "start": ("lets it go out again", "For admins. What was held goes on."),
}
IN_AN_EMERGENCY = ("stop", "start")
# The list of all of them, in groups, each in as few words as are understood: a phone shows it without scrolling.
_GROUPS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("What waits", {
        "queue": "all of it", "complaints": "who needs an answer", "fans": "whom to follow back",
        "today": "five quick things",
    }),
    ("One person", {"show @name": "their alert", "person @name": "what you know of them", "note @name": "add to it"}),
    ("How it goes", {"stats": "your answers", "status": "what is watched"}),
    ("What is set", {
        "replies": "your texts", "settings": "all the rest", "family": "your own accounts",
        "reset-line": "forget what verdicts taught",
    }),
    ("In an emergency", {"stop": "nothing goes out to {networks}", "start": "it goes out again"}),
)  # fmt: skip
# What can be asked for behind help besides a command.
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "buttons": (
        "Reply answers in public. Acknowledge sends a short holding reply. Follow follows. Claim says that you are on it.",
        "Not a complaint, Not for us and More like this, in the menu, tell Mutuals how well it judges.",
        "Nothing is ever sent or followed without your click.",
    ),
    "roles": (
        "Viewers read. Helpers read alerts and suggest answers.",
        "Trainees also claim, snooze and write drafts.",
        "Members also send, follow, dismiss and judge.",
        "Approvers also change saved replies.",
        "Admins also change settings, stop, start and reset-line.",
    ),
}
_NOTHING_ALONE = "Nothing is ever sent or followed without your click."
_ALIKE = 0.5  # of the letters: "quue" and "complaint" are found, "lunch" is not
_SHOWN = 40  # characters of what somebody typed


def every(networks: str) -> EphemeralReply:
    """What the commands and the buttons do; `networks` says where acts go out to ("X and Bluesky")."""
    lines = [_group(title, {name: what.format(networks=networks) for name, what in commands.items()})
             for title, commands in _GROUPS]  # fmt: skip
    more: Line = (
        "More: ",
        Strong("/mutuals help queue"),
        ", ",
        Strong("help buttons"),
        ", ",
        Strong("help roles"),
    )
    return EphemeralReply(
        card=answer_card("What you can type behind /mutuals", (*lines, more, (_NOTHING_ALONE,)))
    )


def _group(title: str, commands: Mapping[str, str]) -> Line:
    spans: list[Span] = [f"{title}: "]
    for index, (name, what) in enumerate(commands.items()):
        spans += [*([" · "] if index else []), Strong(name), f" {what}"]
    return joined(tuple(spans))


def one(words: str, networks: str) -> EphemeralReply:
    """One command in two lines; for a word that no command is called, the nearest."""
    name = words.split()[0].casefold().removeprefix("/")
    if name in _TOPICS:
        return EphemeralReply(tuple((line,) for line in _TOPICS[name]))
    if name not in COMMANDS:
        return unknown(name)
    what, more = (text.format(networks=networks) for text in COMMANDS[name])
    return EphemeralReply(((Strong(f"/mutuals {name}"), f": {what}."), (more,)))


def unknown(name: str) -> EphemeralReply:
    """There is no such command; the nearest one is offered."""
    near = f"show {name}" if name.startswith("@") else nearest(name, tuple(COMMANDS))
    said = f"There is no command “{_cut(name)}”."
    meant: list[Line] = [("Did you mean ", Strong(f"/mutuals {_cut(near)}"), "?")] if near else []
    return EphemeralReply(((said,), *meant, ("All of them: /mutuals help",)), ok=False)


def unknown_word(name: str, word: str, known: Sequence[str]) -> EphemeralReply:
    """A word behind a command that it does not know; the nearest of those it does is offered."""
    near = nearest(word, known)
    said = f"/mutuals {name} does not know the word “{_cut(word)}”."
    meant: list[Line] = [("Did you mean ", Strong(f"/mutuals {name} {near}"), "?")] if near else []
    may = f"It knows {', '.join(known)}, and a number" if known else "It knows a number"
    return EphemeralReply(((said,), *meant, (f"{may}: {name} 2 begins with the eleventh.",)), ok=False)


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Which of these somebody may have meant, if one is like it."""
    found = get_close_matches(word.casefold()[:_SHOWN], known, n=1, cutoff=_ALIKE)
    begun = [each for each in known if len(word) > 1 and each.startswith(word.casefold())]
    return next(iter([*begun, *found]), None)


def nearest_few(word: str, known: Sequence[str], most: int) -> list[str]:
    """Which of these somebody may have meant, the likest first."""
    found = get_close_matches(word.casefold()[:_SHOWN], known, n=most, cutoff=_ALIKE)
    begun = [each for each in known if len(word) > 1 and each.startswith(word.casefold())]
    return list(dict.fromkeys([*begun[:1], *found]))[:most]


def _cut(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}{ELLIPSIS}"
