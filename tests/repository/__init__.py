"""The repository itself: its structure, its documents, its deployment files."""
