"""What one letter costs when the whole program is started for it: `python -m bench.start`."""
