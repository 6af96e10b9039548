"""Tests of x."""
