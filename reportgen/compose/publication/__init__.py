"""The annual publication of an index: from ranked results to the tree of the book and the tables of its workbook."""
