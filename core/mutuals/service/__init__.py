"""The service: its parts put together, its settings, its brands, its watchers, and what it serves over HTTP."""
