"""Ranking: draws of a robustness run, and editions of thousands of communes, against pandas and plain Python."""
