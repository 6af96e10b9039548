"""Mutuals' integration with Slack."""
