"""Whether all is there that dossiergen needs, and what to do where it is not. Knows no value of a case.

Import its modules one by one: `pakketten` needs nothing but Python itself, and says what the others cannot do without.
"""
