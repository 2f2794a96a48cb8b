"""Model to document tree, one module for each kind of document. Wording and order live here, never fonts."""
