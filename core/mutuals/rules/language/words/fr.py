"""x"""

CLASSES: dict[str, str] = {}
CUES: dict[str, str] = {}
FLAGS: dict[str, str] = {}
