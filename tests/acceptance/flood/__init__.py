"""Tests of flood."""
