"""The tests: units (as the core is built), contracts of the ports, integrations, acceptance, and the repository itself."""
