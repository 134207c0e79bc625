"""Whether a finished document may exist: what is looked at in its files before it gets its final name."""
