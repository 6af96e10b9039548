"""One module for each kind of row: how it is found and how it is written."""
