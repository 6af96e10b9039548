"""Act: do what a person of the team clicked, once, and say who did it."""
