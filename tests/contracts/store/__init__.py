"""What every store promises, by repository; each test runs in memory, on SQLite and on PostgreSQL."""
