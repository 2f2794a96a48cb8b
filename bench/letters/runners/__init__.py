"""One small program for each peer: it makes the same document over and over and times itself."""
