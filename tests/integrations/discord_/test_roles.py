"""Who may do what in Discord: by roles of the settings, and by permissions where none are set."""

import discord
import pytest
import simcord

from mutuals.domain.model import Role
from mutuals.testing.interactions import RecordingInteractions
from tests.support.discord_site import discord_inside, make_chat, texts
from tests.support.present import present

from .conftest import CARE_TEAM, Room

Overwrites = dict[
    simcord.RoleHandle
    | simcord.MemberActor
    | simcord.UserHandle
    | discord.Role
    | discord.Member
    | discord.User
    | discord.ClientUser,
    discord.PermissionOverwrite,
]


async def test_who_runs_the_server_is_an_admin_and_who_only_manages_messages_is_nobody(room: Room):
    guild = room.env.guild
    for name, may in (
        ("owner", {"manage_guild": True}),
        ("boss", {"administrator": True}),
        ("mod", {"manage_messages": True}),
    ):
        role = guild.create_role(name, permissions=discord.Permissions(**may))
        await guild.add_member(room.env.create_user(name), roles=[role]).click(
            await room.alert(), label="Follow"
        )

    assert [(one.actor.name, one.actor.role) for one in room.interactions.clicks] == [
        ("owner", Role.ADMIN),
        ("boss", Role.ADMIN),
    ]


async def test_of_several_discord_roles_the_one_that_may_most_counts(interactions: RecordingInteractions):
    chat = make_chat(
        interactions, viewers="Fans, @everyone", trainees="New", role=CARE_TEAM, members="Mods", admins="Boss"
    )
    listener = chat.make_listener()
    async with discord_inside(listener) as env:
        guild = env.create_guild()
        alerts = guild.create_text_channel("alerts")
        given = {
            "fan": ["fans"],
            "new": ["Fans", "New"],
            "mod": ["mods", "New"],
            "care": [CARE_TEAM],
            "boss": ["Boss", "Fans"],
        }
        made = {name: guild.create_role(name) for name in ("fans", "New", "mods", CARE_TEAM, "Boss")}
        people = {
            name: guild.add_member(env.create_user(name), roles=[made[one] for one in roles if one in made])
            for name, roles in given.items()
        }
        stranger = guild.add_member(env.create_user("stranger"))
        await chat.settle(listener)
        for person in (*people.values(), stranger):
            await person.slash(alerts, "mutuals queue")

    assert {actor.name: actor.role for actor, _ in interactions.commands} == {
        "fan": Role.VIEWER,
        "new": Role.TRAINEE,
        "mod": Role.MEMBER,
        "care": Role.MEMBER,
        "boss": Role.ADMIN,
    }


async def test_a_role_that_is_called_like_the_id_of_another_or_like_another_gives_nothing(
    interactions: RecordingInteractions,
):
    """Whoever may make roles in the server could call one so and take it."""
    boss = "1100000000000000001"
    chat = make_chat(interactions, role=CARE_TEAM, admins=boss, approvers="Leads")
    listener = chat.make_listener()
    async with discord_inside(listener) as env:
        guild = env.create_guild()
        alerts = guild.create_text_channel("alerts")
        roles = [guild.create_role(one) for one in (boss, "Leads", "leads", CARE_TEAM)]
        sly = guild.add_member(env.create_user("sly"), roles=roles)
        await chat.settle(listener)
        await sly.slash(alerts, "mutuals queue")

    assert [actor.role for actor, _ in interactions.commands] == [Role.MEMBER]


async def test_in_the_server_of_a_single_brand_names_and_permissions_make_nobody_an_admin(
    interactions: RecordingInteractions,
):
    """The brand's own people handle its alerts there; the kill switch is for all brands."""
    of_brands: list[str] = []
    chat = make_chat(interactions, of_brands=of_brands, role=CARE_TEAM)
    listener = chat.make_listener()
    async with discord_inside(listener) as env:
        home, other = env.create_guild(), env.create_guild()
        home.create_text_channel("alerts")
        theirs = other.create_text_channel("their-alerts")
        manages = other.create_role("owners", permissions=discord.Permissions(manage_guild=True))
        owner = other.add_member(env.create_user("owner"), roles=[manages])
        team = other.add_member(env.create_user("team"), roles=[other.create_role(CARE_TEAM), manages])
        of_brands.append(str(theirs.id))
        await chat.settle(listener)
        for person in (owner, team):
            await person.slash(theirs, "mutuals queue")

    assert [(actor.name, actor.role) for actor, _ in interactions.commands] == [("team", Role.MEMBER)]


class TestWithoutARole:
    """MUTUALS_DISCORD_ROLE unset: Discord's own permission Manage Messages decides."""

    @pytest.fixture
    def role(self) -> None:
        return None

    async def test_manage_messages_is_enough(self, room: Room):
        guild = room.env.guild
        mods = guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
        mod = guild.add_member(room.env.create_user("mod"), roles=[mods])

        await mod.click(await room.alert(), label="Follow")

        assert [one.actor.name for one in room.interactions.clicks] == ["mod"]

    async def test_others_are_told_what_they_need(self, room: Room):
        result = await room.ana.click(await room.alert(), label="Follow")

        assert "Manage Messages" in texts(present(result.response).components)
        assert room.interactions.clicks == []

    async def test_whoever_moderates_another_channel_is_nobody_and_who_moderates_this_one_may_type_anywhere(
        self, room: Room
    ):
        guild = room.env.guild
        everywhere = guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
        mod = guild.add_member(room.env.create_user("mod"), roles=[everywhere])
        host = guild.add_member(room.env.create_user("host"))
        may: Overwrites = {host: discord.PermissionOverwrite(manage_messages=True)}
        lounge = guild.create_text_channel("lounge", overwrites=may)

        await mod.slash(lounge, "mutuals queue")
        await host.slash(lounge, "mutuals queue")

        assert [actor.name for actor, _ in room.interactions.commands] == ["mod"]
