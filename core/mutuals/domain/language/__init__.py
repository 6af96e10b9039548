"""Language: what a post is to the brand, read from its words alone, with the reasons."""

from mutuals.domain.language.classifier import read

__all__ = ["read"]
