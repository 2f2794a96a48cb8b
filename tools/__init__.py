"""Tools for developers; none is part of the installed package."""
