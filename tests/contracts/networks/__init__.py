"""Each network with the world behind it: who writes there, what becomes of it, and what goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.contracts.networks.example import Example
from tests.contracts.networks.memory import Memory
from tests.contracts.networks.world import NetworkWorld
from tests.contracts.networks.x import X
from tests.support.example_services import ExampleServices
from tests.support.x_environment import close_environment, open_environment


@asynccontextmanager
async def open_network(name: str) -> AsyncIterator[NetworkWorld]:
    """A network of this name, signed in; it and the world behind it end with the test."""
    if name == "memory":
        yield Memory()
    elif name == "x":
        environment = await open_environment()
        yield X(environment)
        await close_environment(environment)
    else:
        services = ExampleServices()
        runner = await services.start()
        example = Example(services)
        yield example
        for network in example.opened:
            await network.close()
        await runner.cleanup()
