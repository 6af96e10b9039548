"""The pages of installing the app in a workspace, in plain words: what each says, and its HTML.

They are public and stand alone, unlike the pages of one person on their own machine (`mutuals.pages`), with which they
share the templates that escape everything.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mutuals.pages.server import Templates

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A heading, sentences, steps (text with `code` in backticks), and one link: where to, and what it says."""

    title: str
    sentences: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    link: tuple[str, str] | None = None
    small: str = ""
    status: int = 200


@cache
def _templates() -> Templates:
    return Templates(Path(__file__).parent / "templates")


def html(page: Page) -> str:
    """The whole document; every text in it is inert."""
    return _templates().render("install.html", page=page)


def install(authorize_url: str) -> Page:
    """The beginning: what the app will do, and the way to Slack's question."""
    return Page(
        "Add Mutuals to your Slack workspace",
        (
            (
                "Mutuals posts alerts about your brand's posts into a channel that you choose: people who wait for an answer, "
                "and loyal fans whom you don't follow back."
            ),
            (
                "Slack asks on the next page for the workspace and shows what the app may do there. It reads no messages but "
                "its own: it looks through a channel only to find out whether an alert of its own has arrived."
            ),
        ),
        link=(authorize_url, "Add to Slack"),
        small="The way back from Slack is open for ten minutes, in this browser.",
    )


def added(name: str, team: str, lacking: tuple[str, ...] = ()) -> Page:
    """It worked: what comes next, for whoever did it and for whoever runs Mutuals."""
    lacks = (
        (f"Slack did not give every permission, so some things will not work: {', '.join(lacking)}.",)
        if lacking
        else ()
    )
    return Page(
        f"Mutuals is in {name}",
        ("Nothing is posted yet: it must be said which brand's alerts go to which channel.", *lacks),
        (
            "In Slack, open the channel for the alerts and write: `/invite @Mutuals`",
            (
                f"Tell whoever runs Mutuals this workspace's id, `{team}`, and the channel. They type: `mutuals brand set @brand "
                f"MUTUALS_SLACK_WORKSPACE={team} MUTUALS_SLACK_CHANNEL=#channel`"
            ),
        ),
        small="You can close this page. To take the app out again: in Slack, Settings, Manage apps, Mutuals, Remove.",
    )


def denied(again: str) -> Page:
    """Somebody pressed Cancel at Slack's question."""
    return Page(
        "Mutuals was not added",
        (
            "Slack's question was answered with Cancel, so nothing has changed in your workspace.",
            "If your workspace lets only admins add apps, ask one of them to open this page.",
        ),
        link=(again, "Ask again"),
    )


def wrong_state(again: str) -> Page:
    """The return does not belong to a beginning in this browser, or came twice."""
    return Page(
        "This way back is not valid",
        (
            (
                "Mutuals was not added now. This page was opened with a link that was used already, or that was begun in "
                "another browser. So that nobody can add a workspace in your name, it counts once, and where it was begun."
            ),
            "If you have just added Mutuals and loaded the page again, all is well: it was added the first time.",
        ),
        link=(again, "Begin again"),
        status=400,
    )


def expired(again: str) -> Page:
    """The return came too late."""
    return Page(
        "That took more than ten minutes",
        (
            "Mutuals was not added: the way back from Slack is open for ten minutes. Begin again, it takes a moment.",
        ),
        link=(again, "Begin again"),
        status=400,
    )


def refused(again: str) -> Page:
    """Slack did not take the code that it had sent."""
    return Page(
        "Slack did not confirm it",
        (
            (
                "Mutuals was not added: Slack no longer accepts what it sent back. That happens when a page is loaded twice or "
                "stands open for long. Begin again."
            ),
        ),
        link=(again, "Begin again"),
        status=400,
    )


def organization(again: str) -> Page:
    """An Enterprise Grid installed it for all its workspaces."""
    return Page(
        "Mutuals works in one workspace at a time",
        (
            (
                "The app was allowed for your whole organization (Enterprise Grid). Mutuals can't work so: it needs to be "
                "installed in the workspace of the alerts' channel. Nothing was kept, and the permission was given back."
            ),
        ),
        (
            "Begin again, and in Slack's question choose the workspace at the top right, not the organization.",
            "If it offers the organization only, an org admin has to turn org-wide deployment off for this app.",
        ),
        link=(again, "Begin again"),
        status=400,
    )


def wrong_setting(code: str) -> Page:
    """Slack does not know our app by what is set."""
    named = {
        "invalid_client_id": "MUTUALS_SLACK_CLIENT_ID",
        "bad_client_secret": "MUTUALS_SLACK_CLIENT_SECRET",
        "bad_redirect_uri": "MUTUALS_SLACK_REDIRECT_URL, or the Redirect URLs in the app's settings, which must be the same",
    }.get(code, "MUTUALS_SLACK_CLIENT_ID and MUTUALS_SLACK_CLIENT_SECRET")
    return Page(
        "Mutuals is not set up right",
        (
            "Mutuals was not added, and you can do nothing about it. Tell whoever runs Mutuals:",
            f"Slack refuses what is set (`{code}`). Check {named}.",
        ),
        status=500,
    )


def not_set_up() -> Page:
    """Somebody opens the page of an installation that serves one workspace."""
    return Page(
        "Adding workspaces is not turned on here",
        (
            (
                "This Mutuals works in one Slack workspace. Whoever runs it can turn more on with MUTUALS_SLACK_CLIENT_ID, "
                "MUTUALS_SLACK_CLIENT_SECRET and MUTUALS_SLACK_REDIRECT_URL; docs/slack-workspaces.md says how."
            ),
        ),
        status=404,
    )


def trouble(again: str) -> Page:
    """Slack or the database did not answer."""
    return Page(
        "That did not work just now",
        ("Mutuals was not added: Slack or the database did not answer. Wait a minute, then begin again.",),
        link=(again, "Begin again"),
        status=503,
    )
