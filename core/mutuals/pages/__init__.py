"""Pages on this machine for one person: templates, a server on loopback, a key in the address. Setup's are the first."""
