"""Controlled vocabularies: reviewable data in `data/`, and typed loaders that only interpret it."""
