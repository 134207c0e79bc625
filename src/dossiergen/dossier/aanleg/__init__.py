"""Begins a case, and the next document of one: what is asked, what is known already, and how it comes to lie there."""
