"""Letters made by this program and by its peers, from the same content: `python -m bench.letters`."""
