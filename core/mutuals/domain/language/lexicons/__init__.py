"""Cue lists, one language a file; English, the longest, in three."""
