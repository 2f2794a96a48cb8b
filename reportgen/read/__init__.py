"""Files to model: every complaint is a `Problem`, and all of them come in one run."""
