"""A pattern with values between its pieces, row after row."""

import pytest

from reportgen.write.row_pattern import fill_rows


@pytest.mark.parametrize(
    ("pattern", "values", "rows"),
    [
        (["<", "|", ">"], ["1", "2", "3", "4"], "<1|2><3|4>"),
        (["<", ">"], ["1", "2", "3"], "<1><2><3>"),
        (["<", "|", ">"], ["", "2"], "<|2>"),
        (["<", ">"], [], ""),
    ],
)
def test_the_pattern_is_repeated_for_each_row_of_values(pattern: list[str], values: list[str], rows: str) -> None:
    assert fill_rows(pattern, values) == rows
    as_bytes = fill_rows([piece.encode() for piece in pattern], [value.encode() for value in values])
    assert as_bytes == rows.encode()
