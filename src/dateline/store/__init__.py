"""The database: one interface, SQLite behind it."""
