"""Document tree to files, as bytes. The only room that makes the XML of Word."""
