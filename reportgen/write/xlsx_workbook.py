"""A workbook with formulas, charts and shades as an Excel file."""

from __future__ import annotations

import io
import textwrap
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from reportgen.document.data_table import DataCell, DataColumn
from reportgen.document.workbook import Formula, Jump, Sheet, SheetCell, SheetColumn, Workbook, column_letters
from reportgen.write.data_text import format_cell
from reportgen.write.package import read_package, write_package
from reportgen.write.xlsx_charts import chart_height, make_chart

_NO_CLOCK = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST, _NARROWEST, _UNKNOWN_WIDTH = 48, 9, 15
_ROW_PIXELS = 20
_A4 = 9
_LINE_POINTS, _TITLE_SIZE, _BOLD_SIZE = 15.0, 1.35, 1.15
_TEXT, _FORMULA_TEXT = "@", "General"
_FONT = "Times New Roman"
_LATER_FUNCTIONS = ("RANK.EQ(",)
"""Functions that came after the first edition of the file format, which marks them with a prefix."""
_MANY_COLUMNS = 5
_TALL, _ROWS_ON_A_PAGE = 900, 100
_WHITE, _SHADE = "#FFFFFF", "#6BAED6"


def write_workbook(workbook: Workbook) -> bytes:
    """Return `workbook` as an Excel file.

    Numbers keep all their digits; texts are never formulas or links, whatever they begin with; formulas are those of
    the tree only, with the tree's values as cached ones. The same workbook gives the same bytes.
    """
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": _FONT, "font_size": 11},
    }
    book = xlsxwriter.Workbook(stream, options)
    day = workbook.day
    created = _NO_CLOCK if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties({"title": workbook.title, "author": workbook.author, "created": created})
    formats = _Formats(book)
    pages = [book.add_worksheet(sheet.name, _Page) for sheet in workbook.sheets]
    for sheet, page in zip(workbook.sheets, pages, strict=True):
        _SheetWriter(page, sheet, formats).write()
    # Charts copy the cells that they show, of other sheets too, so that all cells have to be there first.
    for sheet, page in zip(workbook.sheets, pages, strict=True):
        _insert_charts(book, page, sheet)
    book.close()
    return write_package(read_package(stream.getvalue(), "xlsx").values())


class _Page(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet that takes formulas as they are: the library looks for thirty names in each, which is slow."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class _Formats:
    """The cell formats of a workbook, made once each."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401  XlsxWriter has no types
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}
        words = {"text_wrap": True, "valign": "top"}
        self.title = book.add_format({"bold": True, "font_size": 14} | words)
        self.mark = book.add_format({"bold": True, "font_color": "#C00000"} | words)
        self.note = book.add_format({"italic": True, "font_color": "#404040"} | words)
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
        self.head = book.add_format({
            "bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center",
            "bg_color": "#DDEBF7",
        })  # fmt: skip
        self.unknown = book.add_format({"italic": True, "font_color": "#7F7F7F", "align": "right", "valign": "top"})
        self.wrapped = book.add_format({"num_format": _TEXT, "text_wrap": True, "valign": "top"})

    def of(self, pattern: str, *, above: bool) -> Any:  # noqa: ANN401  XlsxWriter has no types
        """The format of a number pattern; cells above the head are shaded."""
        if (pattern, above) not in self._made:
            properties: dict[str, Any] = {"num_format": pattern, "valign": "top"} | (
                {"align": "left", "indent": 1} if pattern in {_TEXT, _FORMULA_TEXT} else {}
            )
            if above:
                properties |= {"bg_color": "#F2F2F2", "italic": True}
            self._made[pattern, above] = self._book.add_format(properties)
        return self._made[pattern, above]


class _SheetWriter:
    """Writes one sheet."""

    def __init__(self, page: Any, sheet: Sheet, formats: _Formats) -> None:  # noqa: ANN401  XlsxWriter has no types
        self.page, self.sheet, self.formats = page, sheet, formats
        self.head = sheet.grid.head_row - 1
        self.widths = [self._width(position) for position in range(len(sheet.columns))]

    def write(self) -> None:
        page, sheet = self.page, self.sheet
        for position, width in enumerate(self.widths):
            page.set_column(position, position, width)
        self._write_across(0, sheet.title, self.formats.title, _TITLE_SIZE)
        if sheet.mark:
            self._write_across(1, sheet.mark, self.formats.mark)
        titles = [column.title for column in sheet.columns]
        self._set_height(self.head, list(zip(titles, self.widths, strict=True)), _BOLD_SIZE)
        for position, title in enumerate(titles):
            page.write_string(self.head, position, title, self.formats.head)
        for number, line in enumerate(sheet.lines):
            self._write_row(self.head - len(sheet.lines) + number, line, above=True)
        for number, row in enumerate(sheet.rows, start=self.head + 1):
            self._write_row(number, row, above=False)
        last = self.head + len(sheet.rows)
        for number, note in enumerate(sheet.notes, start=last + 2):
            self._write_across(number, note, self.formats.note)
        self._shade()
        page.freeze_panes(self.head + 1, sheet.frozen)
        if sheet.has_filter and sheet.rows:
            page.autofilter(self.head, 0, last, len(sheet.columns) - 1)
        self._set_up_print(last + 2 + len(sheet.notes))

    def _write_across(self, row: int, words: str, shown: Any, size: float = 1.0) -> None:  # noqa: ANN401
        """Write `words` over all columns, in as many lines as they need."""
        if len(self.widths) > 1:
            self.page.merge_range(row, 0, row, len(self.widths) - 1, "", shown)
        self.page.write_string(row, 0, words, shown)
        self._set_height(row, [(words, sum(self.widths))], size)

    def _set_height(self, row: int, texts: list[tuple[str, float]], size: float = 1.0) -> None:
        """Make `row` as high as the texts need in their widths; programs do not all do that themselves."""
        lines = max(
            (len(textwrap.wrap(words, max(1, int(width / size))) or [""]) for words, width in texts), default=1
        )
        if lines > 1 or size > _BOLD_SIZE:
            self.page.set_row(row, lines * _LINE_POINTS * max(1.0, size))

    def _write_row(self, row: int, cells: tuple[SheetCell, ...], *, above: bool) -> None:
        fixed = [
            (cell, column.width or 1)
            for column, cell in zip(self.sheet.columns, cells, strict=True)
            if column.width and isinstance(cell, str)
        ]
        self._set_height(row, fixed)
        for position, (column, cell) in enumerate(zip(self.sheet.columns, cells, strict=True)):
            self._write_cell(row, position, column, cell, above=above)

    def _write_cell(self, row: int, position: int, column: SheetColumn, cell: SheetCell, *, above: bool) -> None:
        page, formats = self.page, self.formats
        match cell:
            case Formula(text, value):
                cached = self.sheet.unknown if value is None else value
                shown = formats.unknown if value is None else formats.of(_pattern(column, value, above), above=above)
                number_or_text = cached if isinstance(cached, str | int) else float(cached)
                page.write_formula(row, position, _in_file(text), shown, number_or_text)
            case Jump(target):
                quoted = target.replace("'", "''")
                page.write_url(row, position, f"internal:'{quoted}'!A1", formats.link, target)
            case None:
                page.write_string(row, position, self.sheet.unknown, formats.unknown)
            case "":
                if above:
                    page.write_blank(row, position, None, formats.of(_TEXT, above=True))
            case str():
                shown = formats.wrapped if column.width and not above else formats.of(_TEXT, above=above)
                page.write_string(row, position, cell, shown)
            case _:
                page.write_number(row, position, cell, formats.of(_pattern(column, cell, above), above=above))

    def _width(self, position: int) -> float:
        """A width that holds the longest cell and a title in a few lines, within bounds."""
        column = self.sheet.columns[position]
        if column.width is not None:
            return column.width
        cells = [row[position] for row in (*self.sheet.lines, *self.sheet.rows)]
        longest = max((self._length(cell, column) for cell in cells), default=0)
        longest_word = max((len(word) for word in column.title.split()), default=0)
        # The button of the filter covers the end of the title's last line.
        return float(min(max(longest + 1, longest_word + 2, len(column.title) / 2, _NARROWEST) + 2, _WIDEST))

    def _length(self, cell: SheetCell, column: SheetColumn) -> int:
        value: DataCell = cell.value if isinstance(cell, Formula) else cell.sheet if isinstance(cell, Jump) else cell
        if value is None:
            return len(self.sheet.unknown)
        words = format_cell(value, DataColumn(column.key, column.title, column.decimals or 0))
        # Capitals are wider than the digits that widths are counted in.
        return len(words) + sum(character.isupper() for character in words) // 3

    def _shade(self) -> None:
        grid = self.sheet.grid
        for first, last in self.sheet.shaded:
            if grid.rows:
                area = f"{grid.cell(first, 0)}:{grid.cell(last, grid.rows - 1)}".replace("$", "")
                scale = {"type": "2_color_scale", "min_color": _WHITE, "max_color": _SHADE}
                self.page.conditional_format(area, scale)

    def _set_up_print(self, end: int) -> None:
        page, sheet = self.page, self.sheet
        height = max([len(sheet.rows) * _ROW_PIXELS, *(chart_height(chart) for chart in sheet.charts)])
        if (len(sheet.columns) > _MANY_COLUMNS or sheet.charts) and not (sheet.charts and height > _TALL):
            page.set_landscape()
        page.set_paper(_A4)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 1 if sheet.charts and len(sheet.rows) <= _ROWS_ON_A_PAGE else 0)
        page.repeat_rows(0, self.head)
        page.set_footer(f"&L{sheet.name.replace('&', '&&')}&RTrang &P/&N")
        if not sheet.charts:
            page.print_area(0, 0, end, len(sheet.columns) - 1)


def _in_file(formula: str) -> str:
    for name in _LATER_FUNCTIONS:
        formula = formula.replace(name, f"_xlfn.{name}")
    return formula


def _pattern(column: SheetColumn, value: DataCell, above: bool) -> str:
    if isinstance(value, str):
        return _TEXT if above else _FORMULA_TEXT
    is_whole = isinstance(value, int) or (value is not None and above and value == int(value))
    if column.is_percent:
        return "0%" if is_whole or not column.decimals else "0." + "0" * column.decimals + "%"
    decimals = 0 if column.decimals is None or is_whole else column.decimals
    if column.own_places:
        decimals = min(decimals, _places(value))
    pattern = "0." + "0" * decimals if decimals else "0"
    return f"+{pattern};-{pattern};{pattern}" if column.is_signed else pattern


def _places(value: DataCell) -> int:
    """The decimals that a number has, zeros at the end left out."""
    exponent = value.normalize().as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _insert_charts(book: Any, page: Any, sheet: Sheet) -> None:  # noqa: ANN401  XlsxWriter has no types
    """Charts stand to the right of the columns, below one another."""
    row = sheet.grid.head_row - 1
    for chart in sheet.charts:
        place = f"{column_letters(len(sheet.columns) + 1)}{row + 1}"
        page.insert_chart(place, make_chart(book, chart), {"description": chart.alt_text, "object_position": 2})
        row += chart_height(chart) // _ROW_PIXELS + 2
