"""One module per command; each holds one ``command``."""
