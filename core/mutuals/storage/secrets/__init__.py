"""Secrets at rest: the keys, the sealed values, and how keys are changed."""
