"""Tell: what becomes an alert, how it changes, and how the chats are brought up to date."""
