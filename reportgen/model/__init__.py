"""What people mean: agencies, letterheads, progress reports. Pydantic types without I/O and without Word."""
