"""Makes and edits messages: who is pinged, which component has which id, what was attached."""

import copy
import json
import re
from dataclasses import dataclass
from typing import Any

from . import permissions as p
from .bodies import IS_COMPONENTS_V2, SETTABLE_FLAGS, check_message, texts
from .components import assign_ids, walk
from .errors import TOO_LARGE, ApiError, Json, invalid
from .guild import EPHEMERAL, LOADING, Channel, Guild, Member, Message
from .objects import user_json

MAX_FILE_BYTES = 10 * 1024 * 1024
NONCE_SECONDS = 180.0  # Discord says "the past few minutes"
ACTION_ROW = 1
DEFAULT, REPLY, COMMAND_ANSWER = 0, 19, 20

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(everyone|here)\b")


@dataclass(frozen=True)
class File:
    """An uploaded file; `key` is its number in the form, n of files[n]."""

    key: str
    name: str
    content: bytes
    content_type: str


class Messages:
    """Writes messages into the guild. `files_url` is where attachments are served."""

    def __init__(self, guild: Guild) -> None:
        self.guild = guild
        self.files_url = ""
        self.files: dict[str, File] = {}  # by path below files_url
        self._nonces: dict[tuple[str, str], tuple[float, str, str]] = {}

    def create(
        self,
        channel: Channel,
        author: Member,
        body: Json,
        files: tuple[File, ...] = (),
        *,
        ephemeral_for: str | None = None,
        extra: Json | None = None,
    ) -> Message:
        """Check a body and make it a message. Raises 50006, 50035 and 40005.

        `extra` are fields Discord sets itself (type, interaction_metadata, webhook_id). An ephemeral
        message is for one person only.
        """
        check_message(body, files=[file.name for file in files])
        self._refuse(body)
        reply = self._reply(channel, body.get("message_reference"))
        data = self._blank(channel, author) | {
            "type": REPLY if reply else DEFAULT,
            "content": body.get("content") or "",
            "embeds": _embeds(body.get("embeds")),
            "components": _components(body.get("components")),
            "attachments": self._attach(channel.id, body, files),
            "flags": (body.get("flags") or 0) & SETTABLE_FLAGS | (EPHEMERAL if ephemeral_for else 0),
            **(extra or {}),
        }
        if body.get("nonce") is not None:
            data["nonce"] = body["nonce"]
        if reply:
            data["message_reference"] = {
                "type": 0,
                "channel_id": channel.id,
                "message_id": reply["id"],
                "guild_id": self.guild.id,
            }
            data["referenced_message"] = reply
        self._link_files(data)
        data |= self._mentions(channel, author, data, body.get("allowed_mentions"))
        message = Message(data, ephemeral_for)
        self.guild.keep(channel, message)
        return message

    def _refuse(self, body: Json) -> None:
        """What this Discord was told not to take."""
        parts = list(walk(body.get("components") or []))
        urls = {(one.get("media") or {}).get("url") for one in parts}
        rows = [one for one in parts if one.get("type") == ACTION_ROW]
        unwelcome = any(one in json.dumps(body, ensure_ascii=False) for one in self.guild.refused_words)
        if unwelcome or urls & self.guild.lost_pictures or (rows and not self.guild.takes_buttons):
            raise invalid(("components",), "URL_TYPE_INVALID_URL", "Not a well formed URL.")

    def loading(self, channel: Channel, *, ephemeral_for: str | None, extra: Json) -> Message:
        """The "thinking" message of a deferred answer."""
        flags = LOADING | (EPHEMERAL if ephemeral_for else 0)
        data = self._blank(channel, self.guild.bot) | {"type": COMMAND_ANSWER, "flags": flags, **extra}
        message = Message(data, ephemeral_for)
        self.guild.keep(channel, message)
        return message

    def edit(self, channel: Channel, message: Message, body: Json, files: tuple[File, ...] = ()) -> None:
        """Check and apply an edit; what the body leaves out stays. Raises 50006 and 50035."""
        kept = message.data["attachments"]
        if body.get("attachments") is not None:
            wanted = {str(entry.get("id")) for entry in body["attachments"]}
            kept = [entry for entry in kept if entry["id"] in wanted]
        names = [entry["filename"] for entry in kept] + [file.name for file in files]
        check_message(body, message.data, names)
        self._refuse(body)
        data = message.data
        data["attachments"] = kept + self._attach(channel.id, body, files)
        if "content" in body:
            data["content"] = body["content"] or ""
        if "embeds" in body:
            data["embeds"] = _embeds(body["embeds"])
        if "components" in body:
            data["components"] = _components(body["components"])
        data["flags"] = data["flags"] & ~LOADING | (body.get("flags") or 0) & IS_COMPONENTS_V2
        data["edited_timestamp"] = self.guild.now()
        self._link_files(data)
        if "content" in body or "components" in body:
            author = self.guild.members[data["author"]["id"]]
            data |= self._mentions(channel, author, data, body.get("allowed_mentions"))
        self.guild.touch(message)

    def earlier(self, author: Member, body: Json) -> Message | None:
        """With `enforce_nonce`: the message this author sent with that nonce some minutes ago."""
        self._nonces = {
            key: entry for key, entry in self._nonces.items() if self.guild.clock() - entry[0] < NONCE_SECONDS
        }
        entry = self._nonces.get((author.id, str(body.get("nonce"))))
        if entry is None or not body.get("enforce_nonce") or body.get("nonce") is None:
            return None
        channel = self.guild.channels.get(entry[1])
        return channel.messages.get(entry[2]) if channel else None

    def remember_nonce(self, author: Member, message: Message) -> None:
        """Remember a new message's nonce, when it has one."""
        if "nonce" in message.data:
            where = (self.guild.clock(), message.data["channel_id"], message.data["id"])
            self._nonces[author.id, str(message.data["nonce"])] = where

    def _blank(self, channel: Channel, author: Member) -> Json:
        lists = ("embeds", "components", "attachments", "mentions", "mention_roles")
        return {
            "id": self.guild.new_id(),
            "channel_id": channel.id,
            "author": user_json(author),
            "content": "",
            **{name: [] for name in lists},
            "mention_everyone": False,
            "timestamp": self.guild.now(),
            "edited_timestamp": None,
            "tts": False,
            "pinned": False,
        }

    def _reply(self, channel: Channel, reference: Any) -> Json | None:
        if not isinstance(reference, dict) or reference.get("type", 0) != 0:
            return None
        found = channel.messages.get(str(reference.get("message_id")))
        if found is not None and found.ephemeral_for is None:
            return {key: value for key, value in found.data.items() if key != "referenced_message"}
        if reference.get("fail_if_not_exists", True):
            raise invalid(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return None

    def _attach(self, channel_id: str, body: Json, files: tuple[File, ...]) -> list[Json]:
        described = {
            str(entry.get("id")): entry.get("description") for entry in body.get("attachments") or ()
        }
        attached = []
        for file in files:
            if len(file.content) > MAX_FILE_BYTES:
                raise ApiError(*TOO_LARGE)
            attachment_id = self.guild.new_id()
            path = f"{channel_id}/{attachment_id}/{file.name}"
            self.files[path] = file
            attached.append(
                {
                    "id": attachment_id,
                    "filename": file.name,
                    "size": len(file.content),
                    "url": f"{self.files_url}/{path}",
                    "proxy_url": f"{self.files_url}/{path}",
                    "content_type": file.content_type,
                    "description": described.get(file.key),
                }
            )
        return attached

    def _link_files(self, data: Json) -> None:
        """Give attachment:// addresses the places where the files are served."""
        urls = {entry["filename"]: entry["url"] for entry in data["attachments"]}
        for item in walk(data["components"]):
            for media in (item.get("media"), item.get("file"), *(e["media"] for e in item.get("items", ()))):
                if media:
                    media["url"] = urls.get(media["url"].removeprefix("attachment://"), media["url"])
                    media["proxy_url"] = media["url"]

    def _mentions(self, channel: Channel, author: Member, data: Json, allowed: Json | None) -> Json:
        """Who is pinged: what the texts name, as far as allowed_mentions and permissions let it through."""
        text = "\n".join(texts(data))
        users, roles = set(_USER.findall(text)), set(_ROLE.findall(text))
        everyone = bool(_EVERYONE.search(text))
        reply_to = (data.get("referenced_message") or {}).get("author", {}).get("id")
        if allowed is not None:
            parse = allowed.get("parse") or []
            if "users" not in parse:
                users &= set(map(str, allowed.get("users") or ()))
            if "roles" not in parse:
                roles &= set(map(str, allowed.get("roles") or ()))
            everyone = everyone and "everyone" in parse
            reply_to = reply_to if allowed.get("replied_user") else None
        if not self.guild.permissions(author, channel) & p.MENTION_EVERYONE:
            roles, everyone = set(), False
        if reply_to:
            users.add(reply_to)
        known = [self.guild.members[key] for key in sorted(users) if key in self.guild.members]
        return {
            "mentions": [user_json(member) for member in known],
            "mention_roles": sorted(roles & set(self.guild.roles)),
            "mention_everyone": everyone,
        }


def _embeds(embeds: list[Json] | None) -> list[Json]:
    return [{"type": "rich", **copy.deepcopy(embed)} for embed in embeds or []]


def _components(components: list[Json] | None) -> list[Json]:
    fresh = copy.deepcopy(components or [])
    assign_ids(fresh)
    return fresh
