"""The read model that the command line and Python share."""
