"""Benchmarks: what the program costs, beside other programs doing the same work in the same run."""
