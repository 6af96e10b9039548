"""Anything that people, time and machines can do, in any order; in the end everything must agree.

Which steps are taken depends on nothing but hypothesis, for what has come to be seen by a certain step is a matter of
time; a step that finds nothing to do does something near it. A hypothesis state machine over the whole house:
customers, the team in both chats, X's own pages, a phone, time, restarts, crashes and faults. Nothing waits for the
work to end unless a step says so. At the end faults stop, time passes, and `agreement` compares X, both chats and the
database.
"""

from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.world import WorldError
from tests.acceptance.house import COMPLAINT, CONCERN, QUESTION, WANTS_FOLLOW
from tests.acceptance.interleaving_team import TeamSteps, numbers, team

PEOPLE = ("mia", "tom", "noor", "zoe", "ivo")
TEXTS = (COMPLAINT, COMPLAINT.replace("broken", "cracked and leaking"), QUESTION, CONCERN, WANTS_FOLLOW,
         "@kettleco on fire! the kettle broke, this is dangerous, somebody got hurt", "@kettleco thanks, all good now",
         "@kettleco love it")  # fmt: skip
SPANS = ({"seconds": 2}, {"seconds": 40}, {"minutes": 6}, {"minutes": 31}, {"minutes": 70}, {"hours": 5},
         {"days": 1})  # fmt: skip
AT_SLACK = (r"chat\.postMessage", r"chat\.update", r"users\.info", r"conversations\.history")
AT_DISCORD = (r"POST /api/v10/channels/\d+/messages$", r"PATCH /api/v10/channels/\d+/messages/\d+$",
              r"POST /api/v10/interactions/", r"GET /api/v10/channels/\d+/messages$")  # fmt: skip
AT_X = (
    r"POST /2/tweets$",
    r"POST /2/users/\d+/following$",
    r"GET /2/users/\d+/(mentions|tweets)$",
    r"GET /2/users$",
)
KINDS = tuple(kind for kind in FaultKind if kind is not FaultKind.SLOW)

people = st.sampled_from(PEOPLE)


class Interleaving(TeamSteps):
    """One house; each rule is a step."""

    # --- customers -------------------------------------------------------------------------

    @rule(who=people, text=st.sampled_from(TEXTS), look=st.booleans())
    def write(self, who: str, text: str, look: bool) -> None:
        """A customer writes, and perhaps we look at once."""
        self.say(who, text, look)

    def say(self, who: str, text: str, look: bool) -> None:
        self.count += 1
        with suppress(WorldError):
            self.house.write(who, f"{text} ({self.count})")
        if look:
            self.do(self.house.look())

    @rule(who=people)
    def become_loyal(self, who: str) -> None:
        """Somebody has spoken to the brand on five days."""
        with suppress(WorldError):
            self.house.make_loyal(who)
        self.do(self.house.look())

    @rule(who=people, number=numbers, text=st.sampled_from(TEXTS))
    def edit_or_delete(self, who: str, number: int, text: str) -> None:
        """A customer changes a post, or takes it back."""
        posts = self._posts(who)
        if not posts:
            return
        post = posts[number % len(posts)]
        with suppress(WorldError):
            if number % 2:
                self.house.world.delete(post.id)
            else:
                self.house.world.edit(post.id, text)
        if number % 3 == 0:
            self.do(self.house.recheck())

    @rule(who=people, yes=st.booleans(), suspended=st.booleans())
    def hide(self, who: str, yes: bool, suspended: bool) -> None:
        """An account goes out of sight, or comes back."""
        person = self.house.world.user_by_handle(who)
        if person:
            change = self.house.world.suspend if suspended else self.house.world.protect
            change(person.id, yes)
            self.do(self.house.recheck())

    @rule(who=people, number=numbers)
    def answer_from_a_phone(self, who: str, number: int) -> None:
        """Somebody answers on X without us."""
        posts = self._posts(who)
        self.count += 1
        if posts:
            with suppress(WorldError):
                self.house.answer(posts[number % len(posts)], f"Phone says sorry {self.count}")

    def _posts(self, who: str) -> list[Any]:
        person = self.house.world.user_by_handle(who)
        return [one for one in self.house.world.posts_of(person.id) if not one.deleted] if person else []

    # --- time, machines, faults ------------------------------------------------------------

    @rule(span=st.sampled_from(SPANS))
    def later(self, span: dict[str, int]) -> None:
        """Time passes."""
        self.do(self.house.later(**span))

    @rule()
    def look(self) -> None:
        """We look at X."""
        self.do(self.house.look())

    @rule(tier=st.sampled_from(("enterprise", "payg")))
    def change_the_plan(self, tier: str) -> None:
        """What X's API allows changes."""
        self.house.x.set_tier(tier)

    @rule(crash=st.booleans())
    def restart(self, crash: bool) -> None:
        """The service ends, cleanly or in the middle of its work, and begins again."""

        self.tally["crashes" if crash else "restarts"] += 1

        async def work() -> None:
            await (self.house.crash() if crash else self.house.stop())
            await self.house.start()
            await self._listening()

        self.do(work())

    @rule(
        at=st.sampled_from((*AT_SLACK, *AT_DISCORD, *AT_X)),
        kind=st.sampled_from(KINDS),
        times=st.integers(1, 3),
        then=st.sampled_from(("write", "press", "reply", "nothing")),
        who=team,
        number=numbers,
    )
    def fault(self, at: str, kind: FaultKind, times: int, then: str, who: str, number: int) -> None:
        """The next calls of this kind go wrong; mostly somebody does at once what leads to such a call."""
        where = {AT_SLACK: self.house.slack_faults, AT_DISCORD: self.house.discord_faults}
        faults = next((faults for places, faults in where.items() if at in places), self.house.x_faults)
        faults.plan(kind, at, times=times, seconds=0.2)
        if then == "write":
            self.say(PEOPLE[number % len(PEOPLE)], COMPLAINT, look=True)
        elif then == "press":
            self.press_and_wait(who, number)
        elif then == "reply":
            self.answer(who, send=True)
