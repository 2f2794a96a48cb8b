"""CSV files: their bytes in whatever encoding, their separator, their rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from reportgen.problems import Place, Problem
from reportgen.problems.files import NOT_TEXT
from reportgen.problems.indicators import BAD_CSV, CONVERTED, TOO_LARGE, UNKNOWN_ENCODING
from reportgen.read.encoding import decode_utf8
from reportgen.read.legacy_vietnamese import recognise_legacy
from reportgen.read.sheet_table import BLANK, MAX_CELLS, MAX_FILE_BYTES, Cell, CellKind, SheetTable
from reportgen.vietnamese.unicode_forms import compose

_SEPARATORS = (";", "\t", ",")
_LINES_SEARCHED = 30
# The mark of UTF-32 begins with that of UTF-16, so it is looked for first.
_WIDE_MARKS = (
    ("utf-32", (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)),
    ("utf-16", (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)),
)


def read_csv(data: bytes, file: str) -> tuple[SheetTable | None, list[Problem]]:
    """Read `data`, the bytes of the CSV file `file`; the table is `None` if there is no reading it.

    UTF-8 (with or without a byte order mark), UTF-16 and UTF-32 are read as they are. TCVN3, VNI and Windows-1258 are
    converted, with a warning, if the text is sure to be in one of them. The separator is the one of ";", tab and ","
    that most lines near the top have equally many of; ";" if level, as commas may be those of decimals.
    """
    place = Place(file=file)
    if len(data) > MAX_FILE_BYTES:
        return None, [TOO_LARGE.at(place, what="tệp", what_en="the file", limit=f"{MAX_FILE_BYTES // 1_000_000} MB")]
    text, problems = decode_table(data, file)
    if text is None:
        return None, problems
    rows: list[tuple[Cell, ...]] = []
    lines: list[int] = []
    reader = csv.reader(io.StringIO(compose(text), newline=""), delimiter=_find_separator(text), strict=True)
    cells = 0
    try:
        line = 1
        for fields in reader:
            rows.append(tuple(_cell(field) for field in fields))
            lines.append(line)
            line = reader.line_num + 1
            cells += len(fields)
            if cells > MAX_CELLS:
                return None, [
                    *problems,
                    TOO_LARGE.at(place, what="số ô", what_en="the number of cells", limit=MAX_CELLS),
                ]
    except csv.Error as error:
        return None, [*problems, BAD_CSV.at(Place(file=file, line=reader.line_num), reason=str(error))]
    return SheetTable(file, None, tuple(rows), tuple(lines)), problems


def decode_table(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of `data`, with a warning if it was converted; no text, and an error, if it cannot be known."""
    for encoding, marks in _WIDE_MARKS:
        if data.startswith(marks):
            try:
                return data.decode(encoding), []
            except UnicodeDecodeError as error:
                return None, [UNKNOWN_ENCODING.at(Place(file=file), offset=error.start + 1)]
    decoded = decode_utf8(data, file)
    if isinstance(decoded, str):
        return decoded, []
    if decoded.kind is NOT_TEXT:
        return None, [decoded]
    if decoded.values.get("encoding") == "UTF-16":
        # Without a byte order mark: the zero bytes of Latin letters tell which half comes first.
        order = "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
        text = _decode(data, order)
        return text, [] if text is not None else [UNKNOWN_ENCODING.at(Place(file=file), offset=1)]
    recognised = recognise_legacy(data)
    if recognised is None:
        return None, [UNKNOWN_ENCODING.at(decoded.place, offset=decoded.values.get("offset"))]
    return recognised[1], [CONVERTED.at(Place(file=file), encoding=recognised[0])]


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _find_separator(text: str) -> str:
    lines = text.splitlines()[:_LINES_SEARCHED]
    return max(_SEPARATORS, key=lambda separator: _agreeing_lines(lines, separator))


def _agreeing_lines(lines: list[str], separator: str) -> int:
    """How many of `lines` have as many of `separator` as most lines that have any."""
    counts = Counter(count for line in lines if (count := line.count(separator)))
    return max(counts.values(), default=0)


def _cell(field: str) -> Cell:
    stripped = field.strip()
    return Cell(CellKind.TEXT, stripped) if stripped else BLANK
