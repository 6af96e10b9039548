"""Words: what an alert says and which buttons it has. Pure; no chat is named here."""
