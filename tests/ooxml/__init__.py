"""Is an Office file one that Word opens without complaint? Two validators, and the rules that neither of them has."""
