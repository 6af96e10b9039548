"""Ports that live in memory, for the tests of integrations and for replays."""
