"""The ports to one brand's rows, one file for each kind; a unit of work holds them all."""
