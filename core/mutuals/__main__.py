"""`python -m mutuals` is `mutuals`."""

from mutuals.cli.main import main

main()
