"""The annual publication against the plain way of making it."""
