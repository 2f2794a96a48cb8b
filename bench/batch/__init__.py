"""Thousands of personalised letters on all cores: `python -m bench.batch`."""
