"""Mutuals' integration with Discord."""
