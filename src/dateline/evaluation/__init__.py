"""Scorers and the accuracy gate."""
