"""The whole service against the sandbox, as its users meet it."""
