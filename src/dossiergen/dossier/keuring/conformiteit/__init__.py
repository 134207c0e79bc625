"""`make conformance`: every kind of document in every house style of every sample case, before all judges."""
