"""X, Slack and Discord on loopback: the world of the demo and of the fault tests."""
