"""Compose the stages; resume, skip what is done, keep what fails with its reason."""
