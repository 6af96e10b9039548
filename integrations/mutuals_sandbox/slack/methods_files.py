"""files.*External: a place to upload to, then the file in a channel."""

from typing import Any

from mutuals_sandbox.slack.messages import thread_of
from mutuals_sandbox.slack.refusal import Args, Refused, bad_arguments
from mutuals_sandbox.slack.service import Method, Service
from mutuals_sandbox.slack.workspace import Message, new_id


def upload_url(service: Service, args: Args) -> dict[str, Any]:
    """files.getUploadURLExternal."""
    name, length = args.need("filename"), args.number("length", 0)
    if length <= 0:
        raise bad_arguments("must be greater than 0 [json-pointer:/length]")
    file_id = new_id("F")
    key = new_id("") + new_id("")
    file = {"id": file_id, "name": name, "title": name, "size": length, "alt_txt": args.text("alt_txt")}
    service.space.files[file_id] = {"key": key, "content": None, "file": file}
    return {"upload_url": f"{service.origin}/upload/v1/{key}", "file_id": file_id}


def receive(service: Service, key: str, content: bytes) -> bool:
    """Take the bytes that are sent to an upload URL; False when nobody asked for it."""
    for kept in service.space.files.values():
        if kept["key"] == key and len(content) == kept["file"]["size"]:
            kept["content"] = content
            return True
    return False


def complete(service: Service, args: Args) -> dict[str, Any]:
    """files.completeUploadExternal: shares the files in a channel when one is named."""
    wanted = args.json("files", "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise bad_arguments("missing required field: files")
    shown = []
    for each in wanted:
        kept = service.space.files.get(str(each.get("id")) if isinstance(each, dict) else "")
        if kept is None or kept["content"] is None:
            raise Refused("file_not_found")
        kept["file"]["title"] = each.get("title") or kept["file"]["name"]
        shown.append(kept["file"])
    _share(service, args, shown)
    return {"files": [{"id": file["id"], "title": file["title"]} for file in shown]}


def _share(service: Service, args: Args, files: list[dict[str, Any]]) -> None:
    ref = args.text("channel_id")
    if not ref:
        return
    space = service.space
    channel = space.channels.get(ref)
    if channel is None:
        raise Refused("channel_not_found")
    if space.bot_user not in channel.members:
        raise Refused("not_in_channel")
    comment = args.text("initial_comment") or ""
    thread = thread_of(channel, args.text("thread_ts"))
    message = Message(space.ts(), space.bot_user, comment, [], files=files, thread_ts=thread)
    channel.messages[message.ts] = message
    space.changed()


FILES: dict[str, Method] = {
    "files.getUploadURLExternal": upload_url,
    "files.completeUploadExternal": complete,
}
