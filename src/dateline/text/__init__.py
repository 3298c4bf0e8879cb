"""Language-aware tools that need no model: offsets, boilerplate, time expressions, word lists per language."""
