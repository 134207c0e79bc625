"""Signatures of a PDF: keys, placing them, looking them over. Knows no case."""
