"""A claim in a report against reference records → a verdict with its readings, rows and formula."""
