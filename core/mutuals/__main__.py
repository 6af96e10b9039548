"""`python -m mutuals` is `mutuals`."""

from mutuals.cli import main

main()
