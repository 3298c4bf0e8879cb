"""Reference files as their publishers write them → reference records; one module per data set."""
