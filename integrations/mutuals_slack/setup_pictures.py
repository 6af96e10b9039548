"""Drawings of Slack's pages, for setup: what they look like at the time of writing."""

from mutuals.ports.setup import ConsolePicture, PictureRow

INSTALL = ConsolePicture(
    says="The pages of your app at api.slack.com. In the menu at the left, Install App is open. It has a button Install to "
    "workspace, and after that the Bot User OAuth Token with a button Copy.",
    address="api.slack.com/apps",
    menu=("Basic Information", "Install App", "OAuth & Permissions", "App Manifest"),
    here="Install App",
    rows=(
        PictureRow("", "", "Install to Your workspace", 1),
        PictureRow("Bot User OAuth Token", "xoxb-•••••••••••", "Copy", 2),
    ),
)
APP_TOKEN = ConsolePicture(
    says="The pages of your app at api.slack.com. In the menu at the left, Basic Information is open. Its part App-Level "
    "Tokens has a button Generate Token and Scopes. The window that it opens has the fields Token Name and Scope and the "
    "button Generate, and then the token with a button Copy.",
    address="api.slack.com/apps",
    menu=("Basic Information", "Install App", "OAuth & Permissions", "App Manifest"),
    here="Basic Information",
    rows=(
        PictureRow("App-Level Tokens", "", "Generate Token and Scopes", 1),
        PictureRow("Token Name", "mutuals"),
        PictureRow("Scope", "connections:write", "Add Scope", 2),
        PictureRow("", "", "Generate", 3),
        PictureRow("Token", "xapp-•••••••••••", "Copy", 4),
    ),
)
INVITE = ConsolePicture(
    says="Your channel in Slack. In the field for a message stands: /invite @Mutuals.",
    address="Slack, your channel for alerts",
    rows=(PictureRow("# care", "your channel"), PictureRow("Message", "/invite @Mutuals", "Send", 1)),
)
