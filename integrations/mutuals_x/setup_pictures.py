"""Drawings of X's console, for setup: what it looks like at the time of writing."""

from mutuals.ports.setup import ConsolePicture, PictureRow

APP = ConsolePicture(
    says="X's developer console with the settings of an app open, part User authentication settings. App permissions: Read "
    "and write. Type of App: Native App. Below are the fields Callback URI and Website URL and the button Save changes. "
    "After that, the Client ID with a button Copy.",
    address="console.x.com",
    menu=("Dashboard", "Apps", "Credits", "Usage"),
    here="Apps",
    rows=(
        PictureRow("User authentication settings", "", "Set up", 1),
        PictureRow("App permissions", "● Read and write", mark=2),
        PictureRow("Type of App", "● Native App", mark=3),
        PictureRow("Callback URI", "http://127.0.0.1:8721/callback", mark=4),
        PictureRow("Website URL", "https://your-brand.example"),
        PictureRow("", "", "Save changes", 5),
        PictureRow("Client ID", "aBcD•••••••••••", "Copy", 6),
    ),
)
CONSENT = ConsolePicture(
    says="X's page Authorize app. It says that Mutuals wants to access your X account, lists what it may do, and has the "
    "button Authorize app.",
    address="x.com",
    rows=(
        PictureRow("Mutuals wants to access your X account", "@your_brand"),
        PictureRow("", "", "Authorize app", 1),
    ),
)
