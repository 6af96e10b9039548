"""Each integration against its vendor's behaviour and faults, and the sandbox."""
