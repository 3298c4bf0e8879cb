"""Official records in SQLite: editions of files, and one module for each family of rows."""
