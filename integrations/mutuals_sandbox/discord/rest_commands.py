"""The command registry over REST, global and for the guild."""

from aiohttp import web

from . import errors as e
from .commands import Commands
from .errors import ApiError
from .guild import Guild
from .limits import reply
from .rest import BODY, body, snowflake

GLOBAL = "/applications/{application_id}/commands"
OF_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


class CommandEndpoints:
    """GET, PUT, POST of the list; GET, PATCH, DELETE of one."""

    def __init__(self, guild: Guild, commands: Commands) -> None:
        self._guild = guild
        self._commands = commands

    def routes(self) -> list[web.RouteDef]:
        """The routes, without the prefix."""
        made: list[web.RouteDef] = []
        for base in (GLOBAL, OF_GUILD):
            one = base + "/{command_id}"
            made += [web.get(base, self.all), web.put(base, self.replace), web.post(base, self.upsert)]
            made += [web.get(one, self.get), web.patch(one, self.edit), web.delete(one, self.delete)]
        return made

    def _scope(self, request: web.Request) -> str | None:
        if snowflake(request, "application_id") != self._guild.bot.id:
            raise ApiError(*e.NOT_YOUR_APPLICATION)
        if "guild_id" not in request.match_info:
            return None
        if snowflake(request, "guild_id") != self._guild.id:
            raise ApiError(*e.MISSING_ACCESS)
        return self._guild.id

    async def all(self, request: web.Request) -> web.Response:
        return reply(self._commands.all(self._scope(request)))

    async def replace(self, request: web.Request) -> web.Response:
        return reply(self._commands.replace(self._scope(request), request[BODY]))

    async def upsert(self, request: web.Request) -> web.Response:
        command, new = self._commands.upsert(self._scope(request), body(request))
        return reply(command, 201 if new else 200)

    async def get(self, request: web.Request) -> web.Response:
        return reply(self._commands.get(self._scope(request), snowflake(request, "command_id")))

    async def edit(self, request: web.Request) -> web.Response:
        scope, command_id = self._scope(request), snowflake(request, "command_id")
        return reply(self._commands.edit(scope, command_id, body(request)))

    async def delete(self, request: web.Request) -> web.Response:
        self._commands.remove(self._scope(request), snowflake(request, "command_id"))
        return reply(None)
