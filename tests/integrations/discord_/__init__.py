"""Tests of the Discord integration."""
