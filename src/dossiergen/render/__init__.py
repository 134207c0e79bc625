"""How a document looks: one semantic tree, a PDF writer and a Word writer. Knows no Zaak."""
