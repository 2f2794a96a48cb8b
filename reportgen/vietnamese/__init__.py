"""Numbers, dates, letters, sorting, Unicode forms and legal citations as Vietnamese documents write them."""
