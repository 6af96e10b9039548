"""The settings that a team sees and changes in the chats, in groups of at most five: what a form of Discord holds. Pure."""

from dataclasses import dataclass

from mutuals.cards.fields import Choice

_TELL = (
    Choice("arrival", "At once"),
    Choice("half", "At half of its time"),
    Choice("digest", "Only in the daily digest"),
)
_SECOND = (
    Choice("off", "Nobody: a text goes out by whoever wrote it"),
    Choice("urgent", "Where an urgent case waits"),
    Choice("links", "Texts with a link to a page that is not yours"),
    Choice("both", "Urgent cases, and texts with a link"),
)
_YES_NO = (Choice("true", "Yes"), Choice("false", "No"))
_POLICIES = (
    Choice("loyal", "Loyal fans only"),
    Choice("engaged", "Who spoke to you twice or more"),
    Choice("everyone", "Everyone who passes the checks"),
    Choice("talk", "Nobody, unless they ask"),
)


_WHO = "Groups, roles or ids, with commas. Once anybody is named, others may less"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its field, what it is called, what may be written there. `of_chat`: each chat has its own."""

    field: str
    label: str
    allowed: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    of_chat: bool = False
    lines: bool = False
    longest: int = 300
    none: str = "none"  # what "nothing" means here, in words

    @property
    def names_channel(self) -> bool:
        """Is the value a channel of the chat, by its id or its name?"""
        return self.of_chat and self.field in {"channel", "fans_channel"}

    def shown(self, value: str) -> str:
        """A value for people."""
        if not value:
            return self.none
        named = next((one.label for one in self.choices if one.value == value), None)
        unit = self.unit.removesuffix("s") if value == "1" else self.unit
        return named or " ".join(f"{value} {unit}".split())


@dataclass(frozen=True, slots=True)
class Group:
    """Some settings that belong together, under the word that shows them: `/mutuals settings hours`."""

    id: str
    title: str
    settings: tuple[Setting, ...]


def _minutes(field: str, label: str) -> Setting:
    return Setting(field, label, "1 to 10080 minutes of working time", "minutes", longest=5)


def _count(field: str, label: str, allowed: str, unit: str = "") -> Setting:
    return Setting(field, label, allowed, unit, longest=5)


def _role(field: str, label: str, none: str = "nobody by name") -> Setting:
    return Setting(field, label, _WHO, of_chat=True, longest=1000, none=none)


GROUPS = (
    Group("channels", "Channels and listening", (
        Setting("channel", "Alerts go to", "A channel's name, #care, or its id; off: nowhere here", of_chat=True,
                longest=200),
        Setting("fans_channel", "Fans go to", "Another channel for fans; empty: the same", of_chat=True, longest=200,
                none="the same channel"),
        Setting("listen", "Listen without your handle for",
                "kettles: acme kettle, #acmekettle, -insurance; one a line. Each post found costs", lines=True,
                longest=3000, none="only mentions are read"),
        Setting("listen_daily_dollars", "Listening may cost a day", "0 to 10000 dollars", "dollars", longest=8),
        Setting("rivals", "Rivals", "RivalCo, Kettle King", longest=2000),
    )),
    Group("routing", "Routing and team", (
        Setting("routes", "Which alerts go to another channel", "complaint urgent -> slack:#urgent; one a line, first fits",
                lines=True, longest=3000, none="all go to the channels above"),
        Setting("approval", "Members' texts wait for an approver", choices=_YES_NO),
        Setting("second_person", "A second person sends", choices=_SECOND),
        Setting("rotation", "Calls go round among those on duty", choices=_YES_NO),
        _count("handling_minutes", "An answer takes about", "0.5 to 60 minutes, for the notice of too much work", "minutes"),
    )),
    Group("roles", "Who may do what", (
        _role("admins", "Admins (settings, stop all)", "whoever runs the chat"),
        _role("approvers", "Approvers (let texts go out)"),
        _role("members", "Members (send, follow, dismiss)", "whoever the chat's own rights make one"),
        _role("trainees", "Trainees (claim, write drafts)"),
    )),
    Group("helpers", "Who helps and who looks", (
        _role("helpers", "Helpers (suggest answers)"),
        _role("viewers", "Viewers (read lists)"),
    )),
    Group("hours", "Working hours", (
        Setting("hours", "Working hours", "mon-fri 09:00-18:00, sat 10:00-14:00", none="always"),
        Setting("holidays", "Public holidays", "A country or its part: DE, DE-BY, US-CA; off: none", longest=20),
        Setting("time_zone", "Time zone", "Europe/Berlin", longest=60),
        Setting("quiet_hours", "Quiet hours", "22:00-07:00: only what is urgent is told; off: none", longest=20),
        Setting("digest_at", "Daily digest", "09:00; off: none", longest=10),
    )),
    Group("times", "Response times", (
        _minutes("complaint_due_minutes", "Complaint"),
        _minutes("question_due_minutes", "Question"),
        _minutes("concern_due_minutes", "Concern"),
        _minutes("wants_follow_due_minutes", "Asks to be followed"),
        _count("urgent_due_minutes", "Anything urgent", "1 to 10080 minutes", "minutes"),
    )),
    Group("telling", "When you are told", (
        Setting("complaint_tell", "Complaints", choices=_TELL),
        Setting("question_tell", "Questions", choices=_TELL),
        Setting("concern_tell", "Concerns", choices=_TELL),
        _count("bundle_from", "One message for as many on one theme", "2 to 50 people; 0: never", "people"),
        Setting("alert_line", "How sure before it is a complaint", "0.05 to 0.95; lower: fewer missed", longest=5),
    )),
    Group("fans", "Fans and following", (
        Setting("follow_policy", "Whom you are asked to follow back", choices=_POLICIES),
        _count("fan_interactions", "Loyal fan: wrote to you", "1 to 100 times in the window", "times"),
        _count("fan_days", "Loyal fan: on different days", "1 to 90 days", "days"),
        _count("fan_window_days", "Loyal fan: within", "7 to 365 days", "days"),
        _count("fans_per_day", "Suggested a day, at most", "0 to 400", "fans"),
    )),
    Group("overdue", "Overdue", (
        Setting("mention", "Mentioned when overdue", "A person's or group's id; off: nobody", of_chat=True, longest=60,
                none="nobody"),
        Setting("rota", "Who is on duty", "Ana slack:U0123ABCD mon-fri 09:00-17:00; one a line", lines=True,
                longest=3000),
        _count("claim_minutes", "A claim ends after", "1 to 1440 minutes", "minutes"),
        _count("promise_hours", "An acknowledgement promises an answer in", "1 to 168 hours", "hours"),
    )),
    Group("playbook", "Playbook", tuple(
        Setting(f"{name}_playbook", label, "What your team has agreed on; shown beside the reply", lines=True, longest=500)
        for name, label in (("complaint", "Complaints"), ("question", "Questions"), ("concern", "Concerns"),
                            ("wants_follow", "Asks to be followed"), ("fan", "Fans"))
    )),
    Group("sending", "Sending and slurs", (
        Setting("signature", "Sign with the first name", choices=_YES_NO),
        _count("reply_limit_public", "Advise a private message after", "1 to 20 public answers", "answers"),
        Setting("hide_slurs", "Hide slurs until somebody presses Show words", choices=_YES_NO),
        Setting("slur_words", "Hidden, too", "word, word; with a minus: -word is not hidden", longest=1000),
    )),
    Group("handoff", "Handing off", (
        Setting("handoff_mail", "Mail address for cases", "service@example.com", longest=254),
        Setting("handoff_link", "Ticket page", "https://desk.example.com/new?subject={case}", longest=1000),
        _count("handoff_hours", "Resolved within", "1 to 720 hours of working time", "hours"),
        Setting("handoff_words", "Hand their words over", choices=_YES_NO),
        Setting("handoff_line", "Said in public, with {case}", "Empty: a line in their language", longest=250,
                none="a line in their language"),
    )),
)  # fmt: skip


def group(word: str) -> Group | None:
    """The group of this name."""
    return next((one for one in GROUPS if one.id == word.casefold()), None)
