"""Addresses on X's own pages: where a person acts by hand (docs.x.com, Web Intents)."""

from urllib.parse import quote, urlencode


class XLinks:
    """Builds links under the web address given."""

    def __init__(self, web_url: str) -> None:
        self._web = web_url.rstrip("/")

    def follow(self, person_id: str) -> str:
        """The page with the Follow button for this person."""
        return f"{self._web}/intent/follow?{urlencode({'user_id': person_id})}"

    def reply(self, post_id: str, text: str) -> str:
        """The page with this reply filled in."""
        return (
            f"{self._web}/intent/tweet?{urlencode({'in_reply_to': post_id, 'text': text}, quote_via=quote)}"
        )

    def like(self, post_id: str) -> str:
        """The page that asks whether to like this post."""
        return f"{self._web}/intent/like?{urlencode({'tweet_id': post_id})}"

    def repost(self, post_id: str) -> str:
        """The page that asks whether to repost this post."""
        return f"{self._web}/intent/retweet?{urlencode({'tweet_id': post_id})}"

    def post(self, post_id: str, handle: str | None) -> str:
        """The post's page; X finds it without the handle too."""
        return f"{self._web}/{quote(handle or 'i', '')}/status/{quote(post_id, '')}"

    def profile(self, handle: str) -> str:
        """The person's page."""
        return f"{self._web}/{quote(handle.removeprefix('@'), '')}"
