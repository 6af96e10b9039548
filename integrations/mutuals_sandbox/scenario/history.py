"""The demo's story: an invented maker of rain jackets, its people, weeks of history, and what goes on."""

import asyncio
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from mutuals_sandbox.scenario import texts
from mutuals_sandbox.scenario.events import EventGenerator
from mutuals_sandbox.scenario.people import BIOS, BRAND, PEOPLE, STAFF, Cast
from mutuals_sandbox.scenario.text_templates import TemplateFiller
from mutuals_sandbox.scenario.wording import Lines, Said, in_language
from mutuals_sandbox.world import Post, World

HISTORY_DAYS = 42
FANS, NEAR_FANS, FOLLOWED, LOUD, SPAMMERS = 8, 12, 6, 3, 2  # the order of the list of people


class Part(Enum):
    """What a line of the history says."""

    OWN = "something of its own"
    ANSWER = "the brand's answer to another line"
    REPLY = "what another customer says to it"
    THANKS = "thanks, in the language of whoever was answered"


@dataclass(eq=False)
class Line:
    """Something that will be said in the history, perhaps in answer to an earlier line."""

    at: datetime
    author: str
    lines: Lines
    answers: "Line | None" = None
    part: Part = Part.OWN
    post: Post | None = None
    said: Said | None = None


@dataclass
class History:
    """Collects lines in any order and writes them in the order of time."""

    world: World
    now: datetime
    dice: random.Random
    lines: list[Line] = field(default_factory=list)

    def say(self, at: datetime, author: str, lines: Lines) -> Line:
        """Plan a line."""
        self.lines.append(Line(at, author, lines))
        return self.lines[-1]

    def answer(
        self, at: datetime, author: str, line: Line, part: Part = Part.ANSWER, lines: Lines = ()
    ) -> Line:
        """Plan an answer to a line; `lines` is what is said instead where nothing is left to reply."""
        self.lines.append(Line(at, author, lines, line, part))
        return self.lines[-1]

    def moment(self, days_ago: float) -> datetime:
        """A time of the day, between 7 and 21 o'clock, so many days ago and never within the last 12 hours."""
        day = (self.now - timedelta(days=days_ago)).replace(hour=7, minute=0, second=0, microsecond=0)
        at = day + timedelta(milliseconds=self.dice.randrange(14 * 3_600_000))
        return at if at <= self.now - timedelta(hours=12) else at - timedelta(days=1)

    def minutes_after(self, line: Line, least: int, most: int) -> datetime:
        """A while after another line."""
        return line.at + timedelta(minutes=self.dice.uniform(least, most))

    def write(self) -> None:
        """Put it all into the world."""
        templates = TemplateFiller(self.dice)
        for line in sorted(self.lines, key=lambda one: one.at):
            answered, (language, text) = self._words(line, templates)
            replied = answered.post if answered else None
            line.post = self.world.post(
                line.author, text, in_reply_to=replied.id if replied else None, at=line.at, lang=language
            )

    def _words(self, line: Line, templates: TemplateFiller) -> tuple[Line | None, tuple[str, str]]:
        """The line that is answered, language and text."""
        asked = line.answers.said if line.answers else None
        if line.answers is not None and asked is not None:
            if line.part is Part.ANSWER:
                return line.answers, asked.answer(self.world.users[line.answers.author].name)
            if line.part is Part.REPLY and (reply := asked.reply()) is not None:
                return line.answers, reply
        if line.part is Part.THANKS and line.answers is not None and line.answers.answers is not None:
            before = line.answers.answers.said
            language = before.wording.language if before else "en"
            said = templates.line(in_language(texts.THANKS, language))
            return line.answers, (language, said.text)
        line.said = templates.line(line.lines)
        return None, (line.said.wording.language, line.said.text)


def write_history(world: World, now: datetime, seed: int) -> Cast:
    """Fill an empty world with the brand, its people and six weeks that end at `now`; same seed, same story."""
    dice = random.Random(seed)
    brand, staff, people = _settle(world, now, dice)
    groups = _groups(people)
    history = History(world, now, dice)
    news = [history.say(history.moment(day), brand, texts.BRAND_NEWS) for day in range(HISTORY_DAYS, 1, -3)]
    threads = _customers(history, brand, groups["casual"])
    for person in (*groups["fans"], *groups["followed"], *groups["loud"]):
        _regular(history, person, [*news, *threads], dice.randint(8, 13))
    for person in groups["near_fans"]:
        for day in (24, 13, 13.2, 4):
            history.say(history.moment(day + dice.uniform(0, 0.7)), person, texts.FAN)
    for person in groups["spammers"]:
        for day in range(1, 13):
            history.say(history.moment(day), person, texts.SPAM)
    waiting = _waiting(history, groups)
    history.write()
    _tie(world, now, brand, groups, dice)
    return _cast(brand, staff, groups, waiting)


def _settle(world: World, now: datetime, dice: random.Random) -> tuple[str, str, list[str]]:
    """Open the accounts."""
    born = now - timedelta(days=1500)
    brand = world.add_user(
        BRAND[0], BRAND[1], bio=BRAND[2], created_at=born, followers=18_240, following=61, posts=5_120,
        verified=True, link=f"https://www.{BRAND[0]}.example",
    )  # fmt: skip
    staff = world.add_user(STAFF[0], STAFF[1], bio=STAFF[2], created_at=born, followers=212, following=340)
    world.brand_id, world.team_ids = brand.id, [brand.id, staff.id]
    people = []
    for entry in PEOPLE.split("\n")[1:-1]:
        handle, name = entry.split("|")
        age = timedelta(days=dice.randint(200, 4200))
        user = world.add_user(
            handle, name, bio=dice.choice(BIOS), created_at=now - age, followers=dice.randint(12, 2400),
            following=dice.randint(30, 900), posts=dice.randint(40, 9000),
        )  # fmt: skip
        people.append(user.id)
    return brand.id, staff.id, people


def _groups(people: list[str]) -> dict[str, tuple[str, ...]]:
    """Cut the list of people into the story's groups."""
    sizes = {
        "fans": FANS, "near_fans": NEAR_FANS, "followed": FOLLOWED, "loud": LOUD, "spammers": SPAMMERS,
        "casual": len(people),
    }  # fmt: skip
    groups, begin = {}, 0
    for name, size in sizes.items():
        groups[name] = tuple(people[begin : begin + size])
        begin += size
    return groups


def _customers(history: History, brand: str, casual: tuple[str, ...]) -> list[Line]:
    """Complaints and questions of the past weeks, every one answered; and things said in passing."""
    threads = []
    for number, person in enumerate(casual[: len(casual) - 15]):
        at = history.moment(history.dice.uniform(1, HISTORY_DAYS - 1))
        kind = number % 3
        if kind == 2:
            history.say(at, person, history.dice.choice((texts.CASUAL, texts.PRAISE)))
            continue
        asked = history.say(at, person, texts.COMPLAINT if kind else texts.QUESTION)
        answer = history.answer(history.minutes_after(asked, 9, 95), brand, asked)
        if history.dice.random() < 0.4:
            history.answer(history.minutes_after(answer, 3, 200), person, answer, Part.THANKS)
        threads.append(asked)
    return threads


def _regular(history: History, person: str, threads: list[Line], times: int) -> None:
    """Somebody who comes by often: says things, answers the brand, helps other customers."""
    for turn in range(times):
        day = 1.2 + (HISTORY_DAYS - 3) * turn / times
        if turn % 3 == 0:
            history.say(history.moment(day), person, texts.FAN)
            continue
        thread = history.dice.choice([one for one in threads if one.at < history.now - timedelta(days=1)])
        history.answer(history.minutes_after(thread, 4, 300), person, thread, Part.REPLY, texts.FAN)


def _waiting(history: History, groups: dict[str, tuple[str, ...]]) -> dict[str, list[Line]]:
    """What came in during the last hours and nobody answered; the last to complain is a loyal fan."""
    last = groups["casual"][-15:]
    plan: tuple[tuple[str, str, Lines, int], ...] = (
        ("complainers", last[0], texts.COMPLAINT, 205),
        ("askers", last[1], texts.QUESTION, 170),
        ("complainers", last[2], in_language(texts.COMPLAINT, "es"), 128),
        ("askers", last[3], texts.QUESTION, 96),
        ("wants_follow", last[4], texts.WANTS_FOLLOW[:1], 71),
        ("complainers", last[5], in_language(texts.COMPLAINT, "en"), 44),
        ("askers", last[6], in_language(texts.QUESTION, "de"), 27),
        ("complainers", groups["fans"][2], texts.COMPLAINT[3:4], 12),
    )
    waiting: dict[str, list[Line]] = {"complainers": [], "askers": [], "wants_follow": []}
    for name, person, lines, minutes in plan:
        waiting[name].append(history.say(history.now - timedelta(minutes=minutes), person, lines))
    return waiting


def _tie(
    world: World, now: datetime, brand: str, groups: dict[str, tuple[str, ...]], dice: random.Random
) -> None:
    """Who follows whom."""
    followers = [*groups["fans"], *groups["near_fans"], *groups["followed"], groups["spammers"][0]]
    followers += [person for person in groups["casual"] if dice.random() < 0.5]
    dice.shuffle(followers)
    for number, person in enumerate(followers):
        world.follow(person, brand, now - timedelta(days=60, minutes=-number))
    for number, person in enumerate(groups["followed"]):
        world.follow(brand, person, now - timedelta(days=30 - number))


def _cast(brand: str, staff: str, groups: dict[str, tuple[str, ...]], waiting: dict[str, list[Line]]) -> Cast:
    posts = [line.post for lines in waiting.values() for line in lines]
    return Cast(
        brand=brand,
        staff=staff,
        fans=groups["fans"],
        near_fans=groups["near_fans"],
        followed=groups["followed"],
        loud=groups["loud"],
        spammers=groups["spammers"],
        casual=groups["casual"],
        complainers=tuple(line.author for line in waiting["complainers"]),
        askers=tuple(line.author for line in waiting["askers"]),
        wants_follow=waiting["wants_follow"][0].author,
        unanswered=tuple(post.id for post in posts if post),
    )


async def run_events(world: World, cast: Cast, seed: int, every_seconds: float) -> None:
    """Go on for ever: something new happens about every so many seconds. Ends by cancellation."""
    dice = random.Random(seed)
    events = EventGenerator(world, cast, dice)
    while True:
        await asyncio.sleep(every_seconds * dice.uniform(0.6, 1.4))
        events.step()
