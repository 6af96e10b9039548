"""The HTML of the sandbox's X: small, calm, light and dark. Everything people wrote is escaped."""

from collections.abc import Iterable, Mapping
from html import escape

from aiohttp import web

from mutuals_sandbox.world import Post, User, World

STYLE = """
:root{color-scheme:light dark;--ink:#14181c;--soft:#5b6670;--line:#dfe4e8;--paper:#fff;--back:#f4f6f7;--go:#0f6cbd;
--press:#0f6cbd}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecef;--soft:#98a4ae;--line:#2c343a;--paper:#161b1f;
--back:#0d1114;--go:#5aaef2;--press:#1b74c4}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:14px;padding:1.1rem;margin:.9rem 0}
.card>:last-child{margin-bottom:0}
.who{display:flex;gap:.7rem;align-items:center}
.face{width:44px;height:44px;border-radius:50%;display:grid;place-items:center;color:#fff;font-weight:600;flex:none}
.soft{color:var(--soft);font-size:.9rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:.6rem 0}
a{color:var(--go);text-decoration:none}a:hover{text-decoration:underline}
label{display:block;margin:.7rem 0 .2rem;font-size:.9rem;color:var(--soft)}
select,textarea{width:100%;font:inherit;color:inherit;background:var(--back);border:1px solid var(--line);
border-radius:10px;padding:.55rem}
textarea{min-height:7rem;resize:vertical}
button{font:inherit;font-weight:600;border:0;border-radius:999px;padding:.6rem 1.4rem;margin-top:1rem;cursor:pointer;
background:var(--press);color:#fff}
button.quiet{background:none;color:var(--soft);border:1px solid var(--line)}
button:focus-visible,a:focus-visible{outline:3px solid var(--go);outline-offset:2px}
.note{border-left:4px solid var(--go);padding-left:.8rem}
"""
HUES = ("#b3541e", "#7a3e9d", "#0b7a75", "#2f5dac", "#a62f5d", "#4c7a1e", "#8a6d0b", "#566573")


def face_color(user: User) -> str:
    """The colour of the avatar, always the same for one account."""
    return HUES[sum(map(ord, user.handle.lower())) % len(HUES)]


def initials(user: User) -> str:
    """One or two letters for the avatar."""
    words = [word for word in user.name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


def page(title: str, body: str, *, status: int = 200) -> web.Response:
    """A whole page; `body` is HTML, the title is text."""
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)} / X sandbox</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<style>{STYLE}</style></head><body><main><p class="soft">X sandbox · an invented world on this machine</p>'
        f"<h1>{escape(title)}</h1>{body}</main></body></html>"
    )
    return web.Response(text=text, content_type="text/html", status=status)


def paragraph(text: str) -> str:
    """A note in plain text."""
    return f'<p class="card note">{escape(text)}</p>'


def user_head(user: User) -> str:
    """Avatar, name and handle, linked to the profile."""
    return (
        f'<div class="who"><div class="face" style="background:{face_color(user)}">{escape(initials(user))}</div>'
        f'<div><a href="/{escape(user.handle)}"><strong>{escape(user.name)}</strong></a>'
        f'<div class="soft">@{escape(user.handle)}{" · protected" if user.protected else ""}</div></div></div>'
    )


def user_card(world: World, user: User) -> str:
    """The head of a profile."""
    followers = user.followers + len(world.follows.to(user.id))
    following = user.following + len(world.follows.of(user.id))
    return (
        f'<section class="card">{user_head(user)}<p class="text">{escape(user.bio)}</p>'
        f'<p class="soft"><strong>{following:,}</strong> following · <strong>{followers:,}</strong> followers</p>'
        "</section>"
    )


def post_card(world: World, post: Post) -> str:
    """One post."""
    link = f"/{escape(world.users[post.author_id].handle)}/status/{post.id}"
    answered = world.find(post.in_reply_to) if post.in_reply_to else None
    above = ""
    if answered is not None:
        above = f'<p class="soft">Replying to @{escape(world.users[answered.author_id].handle)}</p>'
    return (
        f'<article class="card">{user_head(world.users[post.author_id])}{above}'
        f'<p class="text">{escape(post.text[post.leading :])}</p>'
        f'<a class="soft" href="{link}">{post.created_at:%d %b %Y, %H:%M} UTC</a></article>'
    )


def account_choice(world: World) -> str:
    """The selector of who is signed in: the brand, or somebody of its team privately."""
    options = "".join(
        f'<option value="{escape(user.id)}">{escape(user.name)} (@{escape(user.handle)})</option>'
        for user in (world.users[one] for one in world.team_ids)
    )
    return f'<label for="as">You are logged in as</label><select id="as" name="as">{options}</select>'


def form(action: str, inner: str, fields: Mapping[str, str]) -> str:
    """A form that posts; the fields are hidden ones."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in fields.items()
    )
    return f'<form class="card" method="post" action="{escape(action)}">{hidden}{inner}</form>'


def consent_form(world: World, scopes: Iterable[str], fields: Mapping[str, str]) -> str:
    """What an app asks for, and the two answers."""
    preferences = "".join(f"<li>{escape(scope)}</li>" for scope in scopes)
    inner = (
        f"<p>An app wants to access an account. It asks for:</p><ul>{preferences}</ul>{account_choice(world)}"
        '<button name="decision" value="authorize">Authorize app</button> '
        '<button class="quiet" name="decision" value="cancel">Cancel</button>'
    )
    return form("/i/oauth2/authorize", inner, fields)
