"""X, through tweepy and the sandbox's server, on a plan that lets an app follow."""

from datetime import datetime

from pydantic import SecretStr

from mutuals.ports.events import EventStream
from mutuals.ports.network import SocialNetwork
from mutuals_sandbox.faults import FaultKind
from mutuals_sandbox.x.tokens import ALL_SCOPES
from tests.contracts.networks.world import Known, NetworkWorld
from tests.support.present import present
from tests.support.x_environment import XEnvironment


class X(NetworkWorld):
    """The sandbox's X."""

    def __init__(self, environment: XEnvironment) -> None:
        self.environment = environment
        environment.server.set_tier("enterprise")
        self.brand = Known(environment.brand.id, environment.brand.handle)
        self.mia, self.bo = (
            Known(environment.ana.id, environment.ana.handle),
            Known(environment.ben.id, environment.ben.handle),
        )
        environment.world.follow(self.mia.id, self.brand.id)
        self.network = self.another()

    def another(self) -> SocialNetwork:
        return self.environment.network(ALL_SCOPES)

    def stream(self) -> EventStream:
        """What it tells by its activity stream."""
        bearer = SecretStr(self.environment.server.issue_app_token())
        made = self.environment.network(ALL_SCOPES, push="stream", bearer_token=bearer)
        return present(made.events())

    def cut_line(self) -> None:
        """Every open line of its events is cut."""
        self.environment.server.activity.disconnect()

    def now(self) -> datetime:
        return self.environment.clock.now()

    async def wait(self) -> None:
        self.environment.clock.move(10)

    def write(
        self, author: Known, text: str, *, answers: str | None = None, at: datetime | None = None
    ) -> str:
        return self.environment.world.post(author.id, text, in_reply_to=answers, at=at).id

    def delete(self, post_id: str) -> None:
        self.environment.world.delete(post_id)

    def said(self) -> list[tuple[str | None, str]]:
        ours = reversed(self.environment.world.posts_of(self.brand.id))
        return [(one.in_reply_to, one.text[one.leading :]) for one in ours]

    def limit(self, seconds: float) -> None:
        self.environment.faults.plan(FaultKind.RATE_LIMITED, "GET .*/mentions", seconds=seconds)

    def break_once(self) -> None:
        self.environment.faults.plan(FaultKind.ERROR_AFTER, "GET .*/mentions")

    def refuse_reply(self, seconds: float) -> None:
        self.environment.faults.plan(FaultKind.RATE_LIMITED, "POST /2/tweets", seconds=seconds)

    def lose_reply(self) -> None:
        self.environment.faults.plan(FaultKind.LOST_REPLY, "POST /2/tweets")

    def revoke(self) -> None:
        for token in list(self.environment.server._tokens._access):
            self.environment.server.revoke(token)
