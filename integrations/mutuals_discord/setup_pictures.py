"""Drawings of Discord's pages, for setup: what they look like at the time of writing."""

from mutuals.ports.setup import ConsolePicture, PictureRow

BOT = ConsolePicture(
    says="Discord's developer portal. In the menu at the left, Bot is open. In the part Token there is a button Reset "
    "Token, and after that a button Copy. The switches under Privileged Gateway Intents stay off.",
    address="discord.com/developers/applications",
    menu=("General Information", "Installation", "OAuth2", "Bot"),
    here="Bot",
    rows=(
        PictureRow("Username", "Mutuals"),
        PictureRow("Token", "hidden", "Reset Token", 1),
        PictureRow("", "•••••••.••••.•••••••", "Copy", 2),
        PictureRow("Privileged Gateway Intents", "all off"),
    ),
)
INVITE = ConsolePicture(
    says="Discord's invitation. It says that Mutuals wants to access your account, has a list Add to server, and the "
    "buttons Continue and, on the next page, Authorize.",
    address="discord.com/oauth2/authorize",
    rows=(
        PictureRow("Mutuals wants to be added to your server"),
        PictureRow("Add to server", "Your server ▾", mark=1),
        PictureRow("", "", "Continue", 2),
        PictureRow("", "", "Authorize", 3),
    ),
)
