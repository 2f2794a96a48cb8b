"""A chart of the document tree drawn as a picture."""
