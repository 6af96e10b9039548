"""Mutuals: tells a brand's team about loyal fans not followed back and complaints nobody answered."""
