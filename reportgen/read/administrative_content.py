"""Checks of the content of an administrative document: its parts and points, its tables, its appendices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_keys import default_numbering, levels_above_points
from reportgen.model.administrative_parts import Numbering, Section, TableInput, TableRow
from reportgen.model.document_kinds import Specimen
from reportgen.model.input_model import KeyPath, MissingItem
from reportgen.problems import Problem
from reportgen.problems import administrative as kinds
from reportgen.problems.input import UNKNOWN_CHOICE
from reportgen.read.source import Source
from reportgen.read.validation import find_nearest
from reportgen.vietnamese.letters import POINT_LETTERS

TARGET_TABLES: tuple[str, ...] = ("ke_hoach_483",)
"""The plans whose table of targets a document can print: names for `load_yearly_targets`."""

_ALIGNMENTS = ("trai", "giua", "phai")
_Refused = Callable[[KeyPath], bool]


def check_content(
    document: AdministrativeDocument, source: Source, specimen: Specimen, is_refused: _Refused
) -> Iterator[Problem]:
    """Yield what is wrong with the parts and tables of `document`; `is_refused` tells what was left out already."""
    for path, sections, numbering in _iter_contents(document, specimen):
        yield from _check_sections(sections, path, levels_above_points(numbering), source, is_refused)
    for path, table in iter_tables(document):
        yield from _check_table(table, path, source, is_refused)


def find_missing_of_content(document: AdministrativeDocument) -> Iterator[MissingItem]:
    """Yield the appendices without content, and the tables without columns or rows."""
    for index, appendix in enumerate(document.appendices or ()):
        if appendix.content is None and not appendix.sections and appendix.table is None:
            name = f" “{appendix.title}”" if appendix.title else ""
            yield MissingItem(("phu_luc", index, "noi_dung"), f"nội dung của phụ lục{name}")
    for path, table in iter_tables(document):
        if table.targets is None and not table.columns:
            yield MissingItem((*path, "cot"), "các cột của bảng")
        if table.targets is None and table.rows_from is None and not table.rows:
            yield MissingItem((*path, "dong"), "các dòng của bảng")


def iter_tables(document: AdministrativeDocument) -> Iterator[tuple[KeyPath, TableInput]]:
    """Yield path and value of every table, in the order of the document."""
    yield from _tables_of(document.sections, ("noi_dung",))
    for index, appendix in enumerate(document.appendices or ()):
        if appendix.table is not None:
            yield ("phu_luc", index, "bang"), appendix.table
        yield from _tables_of(appendix.sections, ("phu_luc", index, "con"))
    for index, issued in enumerate(document.issued_texts or ()):
        yield from _tables_of(issued.sections, ("kem_theo", index, "noi_dung"))


def _tables_of(sections: Sequence[Section] | None, path: KeyPath) -> Iterator[tuple[KeyPath, TableInput]]:
    for index, section in enumerate(sections or ()):
        if section.table is not None:
            yield (*path, index, "bang"), section.table
        yield from _tables_of(section.children, (*path, index, "con"))


def _iter_contents(
    document: AdministrativeDocument, specimen: Specimen
) -> Iterator[tuple[KeyPath, Sequence[Section], Numbering]]:
    yield ("noi_dung",), document.sections or (), document.numbering or default_numbering(specimen)
    for index, appendix in enumerate(document.appendices or ()):
        yield ("phu_luc", index, "con"), appendix.sections or (), appendix.numbering
    for index, issued in enumerate(document.issued_texts or ()):
        yield ("kem_theo", index, "noi_dung"), issued.sections or (), issued.numbering


def _check_sections(
    sections: Sequence[Section], path: KeyPath, levels_above: int, source: Source, is_refused: _Refused
) -> Iterator[Problem]:
    """Check `sections`, which stand `levels_above` levels above the points (0: they are the points)."""
    if levels_above == 0 and len(sections) > len(POINT_LETTERS):
        place = source.place((*path, len(POINT_LETTERS)))
        yield kinds.TOO_MANY_POINTS.at(place, found=len(sections), limit=len(POINT_LETTERS))
    for index, section in enumerate(sections):
        own: KeyPath = (*path, index)
        if section == Section() and not _any_refused(own, Section, is_refused):
            yield kinds.EMPTY_SECTION.at(source.place(own))
        yield from _check_sections(section.children or (), (*own, "con"), levels_above - 1, source, is_refused)


def _any_refused(path: KeyPath, model: type[Section | TableRow], is_refused: _Refused) -> bool:
    aliases = (field.alias for field in model.model_fields.values())
    return is_refused(path) or any(is_refused((*path, alias)) for alias in aliases if alias)


def _check_table(table: TableInput, path: KeyPath, source: Source, is_refused: _Refused) -> Iterator[Problem]:
    if table.targets is not None:
        place = source.place((*path, "bang_chi_tieu"))
        if table.targets not in TARGET_TABLES:
            nearest = find_nearest(table.targets, {name: name for name in TARGET_TABLES})
            allowed = ", ".join(TARGET_TABLES)
            yield kinds.UNKNOWN_TARGETS.at(place, found=table.targets, nearest=nearest, allowed=allowed)
        if table.columns or table.rows:
            yield kinds.TARGETS_AND_ROWS.at(place)
    for index, column in enumerate(table.columns or ()):
        if column.align is not None and column.align not in _ALIGNMENTS:
            place = source.place((*path, "cot", index, "canh"))
            nearest = find_nearest(column.align, {name: name for name in _ALIGNMENTS})
            yield UNKNOWN_CHOICE.at(place, found=column.align, allowed=", ".join(_ALIGNMENTS), nearest=nearest)
    yield from _check_rows(table, path, source, is_refused)


def _check_rows(table: TableInput, path: KeyPath, source: Source, is_refused: _Refused) -> Iterator[Problem]:
    for index, row in enumerate(table.rows or ()):
        own: KeyPath = (*path, "dong", index)
        place = source.place(own)
        if _any_refused(own, TableRow, is_refused):
            continue
        if row.group is None and row.cells is None:
            yield kinds.ROW_EMPTY.at(place)
        elif row.group is not None and row.cells is not None:
            yield kinds.ROW_GROUP_AND_CELLS.at(place)
        elif row.cells is not None and table.columns and len(row.cells) != len(table.columns):
            yield kinds.ROW_LENGTH.at(place, found=len(row.cells), expected=len(table.columns))
