"""Many documents, many cases: what is made, where it lies, what was made before.

Ties the road together: Zaak, rules, Inzage, composition, writers, folder, manifest. Import its modules
one by one: `controle` needs no writer, `maken` does.
"""
