"""Copies of the database, and what must be looked at after one was put back."""
