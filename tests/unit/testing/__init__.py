"""The parts in memory that are shipped for people who write integrations."""
