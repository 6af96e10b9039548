"""Installing the app in a workspace: Bolt's flow on our HTTP address, with our pages and our stores."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin

import structlog
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions, AsyncFailureArgs, AsyncSuccessArgs
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from mutuals.ports.clock import Clock
from mutuals.ports.outbound import proxy_for
from mutuals_slack import oauth_pages as pages
from mutuals_slack.client import QUIET, SECONDS
from mutuals_slack.errors import code_of
from mutuals_slack.installations import Installations, OrganizationWide
from mutuals_slack.manifest import BOT_SCOPES
from mutuals_slack.oauth_pages import Page
from mutuals_slack.oauth_states import OAuthStates, StateExpired
from mutuals_slack.settings import SlackSettings

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
OURS = (
    "invalid_client_id",
    "bad_client_secret",
    "bad_redirect_uri",
    "invalid_redirect_uri",
    "oauth_authorization_url_mismatch",
)
NOT_CONFIRMED = ("invalid_code", "code_already_used", "code_expired", "invalid_grant")
COOKIE_SECONDS = (
    86400  # longer than a state is good for: who comes too late is told so, and not that it was not them
)
DENIED = ("access_denied", "user_denied")

log = structlog.get_logger(__name__)


class WrongSetting(Exception):
    """Slack does not know the app by what is set; `code` is Slack's own."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Client(AsyncWebClient):
    """Bolt's flow tells nobody why Slack refused; what is our own fault must not look like the visitor's."""

    async def oauth_v2_access(self, **given: Any) -> AsyncSlackResponse:
        """See AsyncWebClient. Raises WrongSetting; what Slack takes badly of the visitor's code stays SlackApiError."""
        try:
            answer = await super().oauth_v2_access(**given)
        except SlackApiError as error:
            if (code := code_of(error)) in NOT_CONFIRMED:
                raise
            if code in OURS:
                raise WrongSetting(code) from error
            raise ConnectionError(code) from error
        if answer.get("is_enterprise_install"):
            await self._give_back(str(answer.get("access_token") or ""))
            raise OrganizationWide
        return answer

    async def _give_back(self, token: str) -> None:
        with suppress(Exception):  # a courtesy: nobody keeps the token
            await self.auth_revoke(token=token)


class _Flow(AsyncOAuthFlow):
    async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str:
        return pages.html(pages.install(url))


class OAuthRoutes:
    """The two pages. `joined` is called with each installation that was kept."""

    def __init__(
        self,
        settings: SlackSettings,
        installations: Installations,
        joined: Callable[[Installation], Awaitable[None]],
        clock: Clock,
    ) -> None:
        assert settings.client_id
        assert settings.client_secret
        assert settings.redirect_url
        self._joined = joined
        self._again = install_url(settings)
        client = _Client(base_url=settings.api_url, timeout=SECONDS, retry_handlers=[], logger=QUIET)
        client.proxy = proxy_for(settings.api_url)
        self._flow = _Flow(
            client=client,
            logger=QUIET,
            settings=AsyncOAuthSettings(
                client_id=settings.client_id,
                client_secret=settings.client_secret.get_secret_value(),
                scopes=list(BOT_SCOPES),
                user_scopes=[],
                redirect_uri=settings.redirect_url,
                install_path=INSTALL,
                redirect_uri_path=REDIRECT,
                authorization_url=urljoin(settings.api_url, "/oauth/v2/authorize"),
                callback_options=AsyncCallbackOptions(success=self._success, failure=self._failure),
                installation_store=installations,
                state_store=OAuthStates(installations.engine, clock),
                state_expiration_seconds=COOKIE_SECONDS,
                logger=QUIET,
            ),
        )

    def mount(self, app: web.Application) -> None:
        """Add the pages."""
        app.router.add_get(INSTALL, self._install)
        app.router.add_get(REDIRECT, self._redirect)

    async def _install(self, request: web.Request) -> web.Response:
        return await self._answer(request, self._flow.handle_installation)

    async def _redirect(self, request: web.Request) -> web.Response:
        return await self._answer(request, self._flow.handle_callback)

    async def _answer(
        self, request: web.Request, work: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]
    ) -> web.Response:
        """A page whatever happens; the address that was asked for holds the code, so it stands in no log."""
        try:
            answer = await to_aiohttp_response(await work(await to_bolt_request(request)))
        except StateExpired:
            answer = _shown(pages.expired(self._again))
        except OrganizationWide:
            log.warning("slack.install_refused", why="for a whole organization")
            answer = _shown(pages.organization(self._again))
        except WrongSetting as error:
            log.error("slack.install_settings_wrong", code=error.code)  # noqa: TRY400
            answer = _shown(pages.wrong_setting(error.code))
        except Exception as error:  # noqa: BLE001 - a visitor gets a sentence, whatever broke
            log.error("slack.install_failed", kind=type(error).__name__, why=str(error)[:200])  # noqa: TRY400
            answer = _shown(pages.trouble(self._again))
        answer.headers.update(pages.HEADERS)
        return answer

    async def _success(self, args: AsyncSuccessArgs) -> BoltResponse:
        found = args.installation
        has = {scope.strip() for scope in found.bot_scopes or ()}
        lacking = tuple(scope for scope in BOT_SCOPES if scope not in has)
        await self._joined(found)
        return self._page(pages.added(found.team_name or str(found.team_id), str(found.team_id), lacking))

    async def _failure(self, args: AsyncFailureArgs) -> BoltResponse:
        reason = args.reason if args.reason.replace("_", "").isalnum() else "unknown"
        log.warning("slack.install_not_done", why=reason[:60])
        if isinstance(args.error, OrganizationWide):
            return self._page(pages.organization(self._again))
        if reason in DENIED:
            return self._page(pages.denied(self._again))
        if reason in ("invalid_browser", "invalid_state"):
            return self._page(pages.wrong_state(self._again))
        if reason in ("missing_code", "invalid_code"):
            return self._page(pages.refused(self._again))
        if reason in OURS or reason in ("invalid_scope", "invalid_team_for_non_distributed_app"):
            return self._page(pages.wrong_setting(reason))
        return self._page(pages.trouble(self._again))

    def _page(self, page: Page) -> BoltResponse:
        """With the state's cookie taken away: it has had its one return."""
        gone = self._flow.settings.state_utils.build_set_cookie_for_deletion()
        headers: dict[str, str | Sequence[str]] = {
            "Content-Type": "text/html; charset=utf-8",
            "Set-Cookie": gone,
        }
        return BoltResponse(status=page.status, body=pages.html(page), headers=headers)


def install_url(settings: SlackSettings) -> str:
    """The page where a workspace begins, on the public address."""
    return f"{(settings.redirect_url or REDIRECT).removesuffix(REDIRECT)}{INSTALL}"


def mount_closed(app: web.Application) -> None:
    """The same addresses where only one workspace is served: they say so."""

    async def closed(_request: web.Request) -> web.Response:
        answer = _shown(pages.not_set_up())
        answer.headers.update(pages.HEADERS)
        return answer

    app.router.add_get(INSTALL, closed)
    app.router.add_get(REDIRECT, closed)


def _shown(page: Page) -> web.Response:
    return web.Response(text=pages.html(page), status=page.status, content_type="text/html", charset="utf-8")
