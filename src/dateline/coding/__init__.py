"""Annotations to Coding: who did what to whom, how sure, and by which words."""
