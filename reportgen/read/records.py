"""Lists of records for the tables of letters: rows that belong to a recipient by the key in their first column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.problems import Problem
from reportgen.read.list_rows import ListRow, read_list


@dataclass(frozen=True, slots=True)
class RecordList:
    """Rows for the tables of the letters: those of a recipient are those whose first cell is its value of `key`.

    `width` counts the cells of a row without the first; `file` is what the list was read from.
    """

    file: str
    key: str
    width: int
    rows: Mapping[str, tuple[ListRow, ...]]


def read_records(data: bytes, file: str, key: str) -> tuple[RecordList | None, list[Problem]]:
    """Return the rows in `data`, a CSV file or an Excel workbook (its first sheet), by their first cell.

    The first row names the columns. `key` is the column of the recipients whose value the first cell holds.
    """
    listed, problems = read_list(data, file)
    if listed is None:
        return None, problems
    rows: dict[str, tuple[ListRow, ...]] = {}
    for row in listed.rows:
        rows[row.cells[0]] = (*rows.get(row.cells[0], ()), row)
    return RecordList(file, key, len(listed.head.cells) - 1, rows), problems
