"""Mutuals' integration with X."""
