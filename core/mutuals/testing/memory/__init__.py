"""What lies behind `mutuals.testing.store.MemoryStore`: one file for each repository, as in `mutuals.storage.repositories`."""
