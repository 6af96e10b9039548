"""The web pages of the sandbox's X where a person likes or reposts a post."""

from aiohttp import web
from multidict import MultiDict, MultiMapping

from mutuals_sandbox.world import Post, User, World, WorldError
from mutuals_sandbox.x import html


class SmallPages:
    """Handlers that ask on GET and act on POST, as the account the visitor is logged in as."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Where they are served."""
        return [
            web.get("/intent/like", self.show_like),
            web.post("/intent/like", self.press_like),
            web.get("/intent/retweet", self.show_repost),
            web.post("/intent/retweet", self.press_repost),
        ]

    async def show_like(self, request: web.Request) -> web.Response:
        """GET /intent/like?tweet_id=."""
        return self._ask(request, "Like")

    async def show_repost(self, request: web.Request) -> web.Response:
        """GET /intent/retweet?tweet_id=."""
        return self._ask(request, "Repost")

    async def press_like(self, request: web.Request) -> web.Response:
        """POST: like as whoever is logged in; twice is once."""
        account, post = await self._pressed(request)
        if account is None or post is None:
            return _nothing()
        self._world.likes.add(account.id, post.id, self._world.clock())
        return html.page("Liked", html.paragraph(f"@{account.handle} likes this post.") + self._card(post))

    async def press_repost(self, request: web.Request) -> web.Response:
        """POST: repost as whoever is logged in; twice is once, and a protected account's posts never."""
        account, post = await self._pressed(request)
        if account is None or post is None:
            return _nothing()
        if self._world.users[post.author_id].protected:
            return html.page("Not reposted", html.paragraph("These posts are protected."), status=403)
        try:
            if not any(one.repost_of == post.id for one in self._world.posts_of(account.id)):
                self._world.post(account.id, "", repost_of=post.id)
        except WorldError as error:
            return html.page("Not reposted", html.paragraph(str(error)), status=403)
        said = html.paragraph(f"@{account.handle} reposted this post.")
        return html.page("Reposted", said + self._card(post))

    def _ask(self, request: web.Request, label: str) -> web.Response:
        post = self._post(request.query)
        if post is None:
            return _nothing()
        inner = f"{html.account_choice(self._world)}<button>{label}</button>"
        return html.page(
            f"{label} this post?", self._card(post) + html.form(request.path, inner, {"tweet_id": post.id})
        )

    def _card(self, post: Post) -> str:
        return html.post_card(self._world, post)

    async def _pressed(self, request: web.Request) -> tuple[User | None, Post | None]:
        fields = MultiDict((name, str(value)) for name, value in (await request.post()).items())
        account = fields.get("as", "")
        user = self._world.users.get(account) if account in self._world.team_ids else None
        return user, self._post(fields)

    def _post(self, fields: MultiMapping[str]) -> Post | None:
        post = self._world.find(fields.get("tweet_id", ""))
        gone = post is None or post.deleted or self._world.users[post.author_id].suspended
        return None if gone else post


def _nothing() -> web.Response:
    said = "This post does not exist any more, or you are not logged in."
    return html.page("Nothing here", html.paragraph(said), status=404)
