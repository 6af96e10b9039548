"""Rules: pure functions of values; time is an argument."""
