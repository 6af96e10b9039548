"""Engines: who does keyed work. The tables are the only truth of what is due."""
