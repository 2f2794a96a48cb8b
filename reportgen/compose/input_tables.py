"""Tables that an input gives cell by cell, and the tables of yearly targets that the program knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.compose.blocks import body, group_row, head_row, table_caption, text_cell
from reportgen.compose.cell_text import cell_inlines, compose_rows
from reportgen.document import Align, Cell, Column, Footnote, Inlines, Paragraph, Role, Row, RowKind, Table, text
from reportgen.document.slot import record_slot
from reportgen.model.administrative_parts import TableInput

if TYPE_CHECKING:
    from reportgen.model.yearly_targets import TargetRow, TargetTable, YearlyTargets

_ALIGNS: Mapping[str, Align] = {"trai": "left", "giua": "center", "phai": "right"}
_NARROW_TITLES = {"stt", "tt", "số tt"}


def compose_input_table(table: TableInput, targets: Mapping[str, YearlyTargets]) -> Table:
    """Return the table of `table`, or the table of yearly targets that it names among `targets`."""
    if table.targets is not None:
        made = compose_target_table(targets[table.targets].table)
        return made if table.title is None else Table(made.columns, made.head, made.body, table_caption(table.title))
    columns = table.columns or ()
    rows = []
    if table.rows_from is not None:
        # One row stands for all: the letter run repeats it for each record of the recipient.
        marks = (record_slot(table.rows_from, at) for at in range(len(columns)))
        rows.append(Row(tuple(text_cell(text(mark)) for mark in marks)))
    for is_group, run in groupby(table.rows or (), key=lambda row: row.group is not None):
        if is_group:
            rows += [group_row(cell_inlines(row.group or ""), len(columns)) for row in run]
        else:
            rows += compose_rows([row.cells or () for row in run])
    return Table(
        columns=tuple(
            Column(column.width or (1 if _is_narrow(column.title) else 4), _align(column.align, column.title))
            for column in columns
        ),
        head=(head_row([column.title or "" for column in columns]),),
        body=tuple(rows),
        caption=table_caption(table.title) if table.title else None,
    )


def _is_narrow(title: str | None) -> bool:
    return (title or "").casefold() in _NARROW_TITLES


def _align(given: str | None, title: str | None) -> Align:
    if given is None:
        return "center" if _is_narrow(title) else "left"
    return _ALIGNS[given]


def compose_target_table(table: TargetTable) -> Table:
    """Return a table of yearly targets: a bold row for each group, values in one form, footnotes in their cells."""
    titles = table.titles
    years = len(table.columns)
    return Table(
        columns=(
            Column(4, "center"),
            Column(40, "left"),
            *(Column(8, "center") for _ in range(years)),
            Column(9, "center"),
            Column(10, "center"),
            Column(18, "left"),
        ),
        head=(
            head_row(
                [
                    titles.number,
                    titles.name,
                    *(column.title for column in table.columns),
                    titles.bases,
                    titles.measured_by,
                    titles.carried_out_by,
                ]
            ),
        ),
        body=tuple(_target_rows(table)),
    )


def _target_rows(table: TargetTable) -> Iterator[Row]:
    notes = {note.number: note.text for note in table.notes}
    width = len(table.columns) + 4
    for group in table.groups:
        number = Cell((Paragraph(Role.TABLE_GROUP, text(group.number)),), align="center")
        name = Cell((Paragraph(Role.TABLE_GROUP, text(group.name)),), columns=width)
        yield Row((number, name), RowKind.GROUP)
        for top in group.rows:
            for row in top.walk():
                yield _target_row(row, notes)


def _target_row(row: TargetRow, notes: Mapping[int, str]) -> Row:
    values = [(*text(str(cell.text)), *_note(cell.note, notes)) for cell in row.cells]
    cells: list[Inlines] = [
        text(row.number),
        (*text(row.name), *_note(row.name_note, notes)),
        *values,
        text("; ".join(row.bases)),
        text("; ".join(row.measured_by)),
        text("; ".join(row.carried_out_by)),
    ]
    return Row(tuple(text_cell(cell) for cell in cells))


def _note(number: int | None, notes: Mapping[int, str]) -> Inlines:
    return () if number is None else (Footnote((body(text(notes[number])),)),)
