"""The workbook inside a native chart, which Word opens when a reader edits the chart's data.

A workbook of one sheet is a handful of short parts, most of which never change: written directly, it takes a tenth of
the time that a general writer of workbooks needs, for each of the hundreds of charts of a publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from reportgen.write.markup import SEPARATOR, escape_joined, escape_text
from reportgen.write.native_chart_table import ChartTable
from reportgen.write.package import Member, deflate, write_package

SHEET_NAME = "Số liệu"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TEXT_STYLE, _NUMBER_STYLE = 1, 2
# Excel reads "_x0041_" in a text as "A".
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def _fixed(name: str, content: str) -> Member:
    return deflate(name, f"{_HEAD}{content}".encode())


_FIXED = (
    _fixed(
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET_TYPE}.sharedStrings+xml"/></Types>',
    ),
    _fixed(
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    _fixed(
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{SHEET_NAME}" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>",
    ),
    _fixed(
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
)
_CELL_STYLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)


def column_letter(number: int) -> str:
    """Return the name of column `number`, counted from 1: "A", "Z", "AA"."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def range_formula(column: int, first: int, last: int) -> str:
    """Return the formula of the cells of a column, from row `first` to row `last`, all counted from 1."""
    letter = column_letter(column)
    start = f"'{SHEET_NAME}'!${letter}${first}"
    return start if first == last else f"{start}:${letter}${last}"


def number_text(value: Decimal) -> str:
    """Return all digits of `value`, with a point, as XML holds numbers."""
    return f"{value:f}"


def chart_workbook(table: ChartTable) -> bytes:
    """Return a workbook with one sheet: the names in the first column, a column for each series, unknown cells blank.

    Names are texts, never formulas. The same table gives the same bytes. Raises `InputProblems` for a name with
    characters that XML cannot hold.
    """
    texts: dict[str, int] = {}
    heads = "".join(_text_cell(place, 1, column.name, texts) for place, column in enumerate(table.columns, start=2))
    letters = [column_letter(place) for place in range(2, len(table.columns) + 2)]
    rows = [f'<row r="1">{heads}</row>']
    columns = [column.values for column in table.columns]
    for row, (name, *values) in enumerate(zip(table.names, *columns, strict=True), start=2):
        cells = "".join(
            f'<c r="{letter}{row}" s="{_NUMBER_STYLE}"><v>{number_text(value)}</v></c>'
            for letter, value in zip(letters, values, strict=True)
            if value is not None
        )
        rows.append(f'<row r="{row}">{_text_cell(1, row, name, texts)}{cells}</row>')
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="32" customWidth="1"/>'
        f'<col min="2" max="{len(columns) + 1}" width="16" customWidth="1"/></cols>'
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )
    styles = (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
        f'formatCode="{escape_text(table.number_format)}"/></numFmts>{_CELL_STYLES}</styleSheet>'
    )
    return write_package(
        (
            *_FIXED,
            _fixed("xl/worksheets/sheet1.xml", sheet),
            _fixed("xl/styles.xml", styles),
            _fixed("xl/sharedStrings.xml", _shared_strings(texts, len(table.names) + len(columns))),
        )
    )


def _text_cell(column: int, row: int, text: str, texts: dict[str, int]) -> str:
    """A cell that refers to its text by the number of it in `texts`, where it is put if need be."""
    number = texts.setdefault(text, len(texts))
    return f'<c r="{column_letter(column)}{row}" s="{_TEXT_STYLE}" t="s"><v>{number}</v></c>'


def _shared_strings(texts: Iterable[str], uses: int) -> str:
    shown = escape_joined([_ESCAPE_LIKE.sub("_x005F_", text) for text in texts]).split(SEPARATOR)
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in shown)
    return f'<sst xmlns="{_MAIN}" count="{uses}" uniqueCount="{len(shown)}">{items}</sst>'
