"""What the check of form costs: `python -m bench.check`."""
