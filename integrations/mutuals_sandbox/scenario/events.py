"""How the demo's story goes on after its history, one event at a time."""

import random
from collections import deque

from mutuals_sandbox.scenario import texts
from mutuals_sandbox.scenario.people import Cast
from mutuals_sandbox.scenario.text_templates import TemplateFiller
from mutuals_sandbox.scenario.wording import Lines, Said
from mutuals_sandbox.world import Post, World, WorldError

# One round; the first card is played first in each, the others are shuffled.
DECK = (
    "complaint", "question", "near_fan", "praise", "advice", "brand_answers", "fan", "complaint", "passing",
    "near_fan", "question", "deletion", "praise", "news", "wants_follow", "complaint", "brand_answers",
)  # fmt: skip
REMEMBERED = 24  # open cases that may still be answered or deleted by the story


class EventGenerator:
    """What happens next, one step at a time, so that tests need not wait."""

    def __init__(self, world: World, cast: Cast, dice: random.Random) -> None:
        self._world = world
        self._cast = cast
        self._dice = dice
        self._templates = TemplateFiller(dice)
        self._deck: list[str] = []
        self._near = list(cast.near_fans)
        self._casual = deque(cast.casual)
        self._open: deque[tuple[Post, Said]] = deque(maxlen=REMEMBERED)  # a case, and what it says
        self._acts = {
            "complaint": lambda: self._case(texts.COMPLAINT),
            "question": lambda: self._case(texts.QUESTION),
            "wants_follow": lambda: self._case(texts.WANTS_FOLLOW),
            "praise": lambda: self._say(self._somebody(), texts.PRAISE),
            "passing": lambda: self._say(self._somebody(), texts.CASUAL),
            "fan": lambda: self._say(self._dice.choice(cast.fans + cast.followed), texts.FAN),
            "news": lambda: self._say(cast.brand, texts.BRAND_NEWS),
            "near_fan": self._near_fan,
            "advice": self._advice,
            "brand_answers": self._brand_answers,
            "deletion": self._deletion,
        }

    def step(self) -> str:
        """Let one thing happen and say which; "nothing" when it has become impossible (a post is gone)."""
        if not self._deck:
            rest = list(DECK[1:])
            self._dice.shuffle(rest)
            self._deck = [*rest, DECK[0]]
        kind = self._deck.pop()
        try:
            self._acts[kind]()
        except WorldError:
            return "nothing"
        return kind

    def _say(self, author: str, lines: Lines) -> tuple[Post, Said]:
        said = self._templates.line(lines)
        return self._world.post(author, said.text, lang=said.wording.language), said

    def _somebody(self) -> str:
        """One of the many, rarely the same twice in a row of events."""
        self._casual.rotate(-self._dice.randint(1, 7))
        return self._casual[0]

    def _case(self, lines: Lines) -> None:
        self._open.append(self._say(self._somebody(), lines))

    def _near_fan(self) -> None:
        """The interaction that makes somebody a loyal fan; when all are, one of them talks on."""
        person = self._near.pop(0) if self._near else self._dice.choice(self._cast.near_fans)
        self._say(person, texts.FAN)

    def _advice(self) -> None:
        """A customer helps another, where somebody knows what to say."""
        for post, said in self._dice.sample(list(self._open), len(self._open)):
            if (reply := said.reply()) is not None:
                helper = self._dice.choice(self._cast.fans + self._cast.loud)
                self._world.post(helper, reply[1], in_reply_to=post.id, lang=reply[0])
                return

    def _brand_answers(self) -> None:
        """Somebody of the brand answers from a phone, outside every tool."""
        if self._open:
            post, said = self._open.popleft()
            language, text = said.answer(self._world.users[post.author_id].name)
            self._world.post(self._cast.brand, text, in_reply_to=post.id, lang=language)

    def _deletion(self) -> None:
        """Somebody thinks better of it."""
        if self._open:
            post, _ = self._open.pop()
            self._world.delete(post.id)
