"""Mentions to events: which reports tell the same happening."""
