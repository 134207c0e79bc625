"""The road from a case to a signed document: who signs, and where it is recorded that somebody did."""
