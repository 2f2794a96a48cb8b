"""The composite index: points, weights, totals, ranks, how firm a rank is, and why it changed. The home of NumPy."""
