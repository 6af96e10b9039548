"""The web pages of the sandbox's X: intents that a person presses, profiles, single posts."""

from html import escape

from aiohttp import web
from multidict import MultiDict, MultiMapping

from mutuals_sandbox.world import Post, User, World, WorldError
from mutuals_sandbox.x import html
from mutuals_sandbox.x.text_length import LIMIT, weighted_length

POSTS_SHOWN = 20


class Pages:
    """Handlers that show on GET and act on POST, as the account the visitor is logged in as."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Where they are served; the profile pattern comes last."""
        return [
            web.get("/intent/follow", self.show_follow),
            web.post("/intent/follow", self.press_follow),
            *[web.get(f"/intent/{name}", self.show_post) for name in ("tweet", "post")],
            *[web.post(f"/intent/{name}", self.press_post) for name in ("tweet", "post")],
            web.get("/i/user/{id:[0-9]+}", self.by_id),
            web.get("/{handle:[A-Za-z0-9_]{1,15}}/status/{id:[0-9]+}", self.status),
            web.get("/{handle:[A-Za-z0-9_]{1,15}}", self.profile),
        ]

    def _nothing(self, sentence: str = "This page does not exist.") -> web.Response:
        return html.page("Nothing here", html.paragraph(sentence), status=404)

    def _target(self, fields: MultiMapping[str]) -> User | None:
        if "user_id" in fields:
            return self._world.users.get(fields["user_id"])
        return self._world.user_by_handle(fields.get("screen_name", ""))

    def _signed_in(self, fields: MultiMapping[str]) -> User | None:
        account = fields.get("as", "")
        return self._world.users.get(account) if account in self._world.team_ids else None

    # Follow

    async def show_follow(self, request: web.Request) -> web.Response:
        """GET /intent/follow?user_id= or ?screen_name=."""
        user = self._target(request.query)
        if user is None or user.suspended:
            return self._nothing("This account does not exist.")
        inner = html.account_choice(self._world) + "<button>Follow</button>"
        body = html.user_card(self._world, user) + html.form("/intent/follow", inner, {"user_id": user.id})
        return html.page(f"Follow @{user.handle}?", body)

    async def press_follow(self, request: web.Request) -> web.Response:
        """POST: follow as whoever is logged in."""
        fields = await _form(request)
        user, account = self._target(fields), self._signed_in(fields)
        if user is None or account is None or user.suspended:
            return self._nothing("This account does not exist, or you are not logged in.")
        try:
            done = self._world.follow(account.id, user.id)
        except WorldError as error:
            return html.page("Not followed", html.paragraph(str(error)), status=403)
        verb = "now follows" if done else "has asked to follow"
        body = html.paragraph(f"@{account.handle} {verb} @{user.handle}.") + html.user_card(self._world, user)
        return html.page("Following" if done else "Request sent", body)

    # Post

    async def show_post(self, request: web.Request) -> web.Response:
        """GET /intent/tweet?text=&in_reply_to=."""
        answered, fields = self._answered(request.query), {}
        if "in_reply_to" in request.query and answered is None:
            return self._nothing("The post you want to answer does not exist any more.")
        above = ""
        if answered is not None:
            above, fields = html.post_card(self._world, answered), {"in_reply_to": answered.id}
        return html.page("Write a post", above + self._box(request.query.get("text", ""), fields))

    def _box(self, text: str, fields: dict[str, str]) -> str:
        inner = (
            f"{html.account_choice(self._world)}<label for='text'>Your post</label>"
            f'<textarea id="text" name="text" required>{escape(text)}</textarea><button>Post</button>'
        )
        return html.form("/intent/tweet", inner, fields)

    def _answered(self, fields: MultiMapping[str]) -> Post | None:
        post = self._world.find(fields.get("in_reply_to", ""))
        gone = post is None or post.deleted or self._world.users[post.author_id].suspended
        return None if gone else post

    async def press_post(self, request: web.Request) -> web.Response:
        """POST: write as whoever is logged in. A person may answer anybody; only the API is restricted."""
        fields = await _form(request)
        account, text = self._signed_in(fields), fields.get("text", "").replace("\r\n", "\n").strip()
        if account is None:
            return self._nothing("You are not logged in.")
        if not text or weighted_length(text) > LIMIT:
            return html.page("Not posted", html.paragraph("A post has 1 to 280 characters."), status=400)
        try:
            post = self._world.post(account.id, text, in_reply_to=fields.get("in_reply_to") or None)
        except WorldError as error:
            return html.page("Not posted", html.paragraph(str(error)), status=404)
        return html.page("Your post was sent", html.post_card(self._world, post))

    # Looking

    async def profile(self, request: web.Request) -> web.Response:
        """GET /:handle."""
        user = self._world.user_by_handle(request.match_info["handle"])
        return self._nothing() if user is None else self._show_profile(user)

    async def by_id(self, request: web.Request) -> web.Response:
        """GET /i/user/:id."""
        user = self._world.users.get(request.match_info["id"])
        return self._nothing() if user is None else self._show_profile(user)

    def _show_profile(self, user: User) -> web.Response:
        if user.suspended:
            return html.page("Account suspended", html.paragraph(f"@{user.handle} is suspended."))
        if user.protected:
            note = html.paragraph("These posts are protected.")
            return html.page(user.name, html.user_card(self._world, user) + note)
        posts = "".join(
            html.post_card(self._world, one) for one in self._world.posts_of(user.id)[:POSTS_SHOWN]
        )
        return html.page(user.name, html.user_card(self._world, user) + posts)

    async def status(self, request: web.Request) -> web.Response:
        """GET /:handle/status/:id: the post, what it answers, and its answers."""
        post = self._world.find(request.match_info["id"])
        if post is None or post.deleted or not self._world.visible_to(post.author_id, None):
            return self._nothing("This post does not exist, or you may not see it.")
        thread = [
            one
            for one in self._world.all_posts()
            if one.conversation_id == post.conversation_id and self._world.visible_to(one.author_id, None)
        ]
        cards = "".join(html.post_card(self._world, one) for one in reversed(thread))
        return html.page("Post", cards)


async def _form(request: web.Request) -> MultiMapping[str]:
    return MultiDict((name, str(value)) for name, value in (await request.post()).items())
