"""Unit tests; the folders mirror core/mutuals."""
