"""Tests of `mutuals.watcher`."""
