"""The sandbox's X with a small world, and a house whose settings point at it."""

from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from mutuals.ports.integration import NetworkKit
from mutuals.testing.clock import FixedClock
from mutuals.testing.secrets import MemorySecretVault
from mutuals.testing.spending import MemorySpendingLimiter
from mutuals_sandbox.faults import Faults
from mutuals_sandbox.recorder import Recorder
from mutuals_sandbox.world import User, World
from mutuals_sandbox.x import XServer
from mutuals_x.network import XNetwork
from mutuals_x.settings import XSettings

CLIENT_SECRET = "a secret/with:odd signs"


@dataclass
class XEnvironment:
    """A brand, two customers, the server and what a network is built of."""

    clock: FixedClock
    world: World
    brand: User
    ana: User
    ben: User
    server: XServer
    faults: Faults
    vault: MemorySecretVault
    limiter: MemorySpendingLimiter
    networks: list[XNetwork]

    @property
    def kit(self) -> NetworkKit:
        return NetworkKit(self.vault, self.limiter, self.clock)

    def settings(self, **changes: Any) -> XSettings:
        values: dict[str, Any] = {
            "api_url": self.server.api_url,
            "web_url": self.server.web_url,
            "client_id": "sandbox-client",
        }
        return XSettings(**{**values, **changes})

    def network(self, scopes: tuple[str, ...] | None = None, **changes: Any) -> XNetwork:
        """A network signed in as the brand by tokens in the settings."""
        access, refresh = self.server.issue_tokens(self.brand.id, *([scopes] if scopes else []))
        tokens: dict[str, Any] = {"access_token": SecretStr(access), "refresh_token": SecretStr(refresh)}
        self.networks.append(XNetwork(self.settings(**{**tokens, **changes}), self.kit))
        return self.networks[-1]


async def open_environment(**options: Any) -> XEnvironment:
    """Start the server; `close_environment` ends it."""
    clock, faults = FixedClock(), Faults()
    world = World(clock.now)
    brand = world.add_user("tarnhats", "Tarn Hats")
    ana, ben = world.add_user("ana_p", "Ana"), world.add_user("ben", "Ben")
    world.brand_id, world.team_ids = brand.id, [brand.id]
    server = XServer(world, faults=faults, recorder=Recorder(), owned=False, **options)
    await server.start()
    return XEnvironment(
        clock, world, brand, ana, ben, server, faults, MemorySecretVault(), MemorySpendingLimiter(), []
    )


async def close_environment(environment: XEnvironment) -> None:
    """Let go of connections, then of the server."""
    for network in environment.networks:
        await network.close()
    await environment.server.stop()
