"""Rules of the page itself, which only a PDF shows: broken lines, a signature alone, a number on page one, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from reportgen.decree30.seen import SeenTable
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import form_pages as kinds

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# The least top and bottom margin (Appendix I, part I, I.3) in points: page numbers stand in them.
_MARGIN = 20 * 72 / 25.4
_ON_ONE_LINE = 2.0
_CLOSING = re.compile(r"Nơi nhận:|(?:TM|KT|TL|TUQ|Q)\. ?\S")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
# A row with so many letters is hardly said by chance elsewhere.
_TELLING = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    height: float
    pieces: tuple[_Piece, ...]
    """In the order of the file, in which the lines of a table's cell follow each other."""

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The lines from top to bottom, each with its height; columns beside each other are one line."""
        lines: list[tuple[float, list[_Piece]]] = []
        for piece in sorted(self.pieces, key=lambda one: -one.y):
            if lines and abs(lines[-1][0] - piece.y) <= _ON_ONE_LINE:
                lines[-1][1].append(piece)
            else:
                lines.append((piece.y, [piece]))
        return [(y, " ".join(one.text.strip() for one in sorted(on, key=lambda one: one.x))) for y, on in lines]

    @property
    def bare(self) -> str:
        """All letters and signs without spaces, in the order of the file."""
        return _bare("".join(piece.text for piece in self.pieces))

    @property
    def body(self) -> str:
        """What stands between the margins, without spaces, in the order of the file."""
        return _bare("".join(piece.text for piece in self.pieces if not self.is_in_margin(piece.y)))

    def is_in_margin(self, y: float) -> bool:
        """Say whether something at the height `y` stands in the top or bottom margin."""
        return y > self.height - _MARGIN or y < _MARGIN


def check_pages(
    pdf: bytes, file: str, *, tables: Sequence[SeenTable] = (), font: str | None = "Times New Roman"
) -> tuple[Problem, ...]:
    """Return what is wrong on the pages of `pdf`, page by page; `file` names it in problems.

    `tables` are those of the Word file that it was made from, to see whether their heads are repeated. `font` is the
    one that the text has to be in, `None` if that does not matter.

    Raises:
        InputProblems: the PDF cannot be read.
    """
    try:
        reader = PdfReader(BytesIO(pdf))
        pages = [_read_page(number, page) for number, page in enumerate(reader.pages, start=1)]
        fonts = dict(_fonts(reader))
    except (PyPdfError, ValueError, KeyError) as error:
        raise InputProblems([kinds.NOT_A_PDF.at(Place(file=file), reason=str(error) or "tệp hỏng")]) from error
    return (
        *_broken_lines(pages, file),
        *_first_number(pages, file),
        *_lone_signature(pages, file),
        *_heads(pages, tables, file),
        *_wrong_fonts(fonts, font, file),
    )


def _read_page(number: int, page: PageObject) -> _Page:
    pieces: list[_Piece] = []

    def visit(text: str, current: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = matrix[4] * current[0] + current[4]
            y = matrix[5] * current[3] + current[5]
            pieces.append(_Piece(float(x), float(y), text))

    page.extract_text(visitor_text=visit)
    return _Page(number, float(page.mediabox.height), tuple(pieces))


def _bare(text: str) -> str:
    return "".join(text.split())


def _broken_lines(pages: Sequence[_Page], file: str) -> Iterator[Problem]:
    for page in pages[:1]:
        for words in (NATIONAL_NAME, MOTTO):
            is_there = _bare(words) in page.bare
            if is_there and not any(_bare(words) in _bare(line) for _y, line in page.lines):
                yield kinds.BROKEN_LINE.at(Place(file=file, page=page.number), words=words)


def _first_number(pages: Sequence[_Page], file: str) -> Iterator[Problem]:
    for page in pages[:1]:
        for y, line in page.lines:
            if page.is_in_margin(y) and re.fullmatch(r"[-–\s]*\d{1,3}[-–\s]*", line):
                yield kinds.NUMBER_ON_PAGE_ONE.at(Place(file=file, page=page.number), number=line.strip())


def _lone_signature(pages: Sequence[_Page], file: str) -> Iterator[Problem]:
    """Yield pages that begin with the closing block; a document of one page has no other place for it."""
    for page in pages[1:]:
        lines = [line for y, line in page.lines if not (page.is_in_margin(y) and line.strip().isdigit())]
        if lines and _CLOSING.match(lines[0]):
            yield kinds.SIGNATURE_ALONE.at(Place(file=file, page=page.number))


def _heads(pages: Sequence[_Page], tables: Sequence[SeenTable], file: str) -> Iterator[Problem]:
    """Yield pages that begin with a row of a table that is not its head."""
    for table in tables:
        if not table.has_borders:
            continue
        rows = [row for row in (_bare("".join(cells)) for cells in table.rows[1:]) if len(row) >= _TELLING]
        for page in pages[1:]:
            if any(page.body.startswith(row) for row in rows):
                words = " | ".join(cell for cell in table.rows[0] if cell.strip())
                yield kinds.HEAD_NOT_REPEATED.at(Place(file=file, page=page.number), head=words[:80])


def _fonts(reader: PdfReader) -> Iterator[tuple[str, bool]]:
    """Yield the name of each font with whether it is embedded."""
    for page in reader.pages:
        resources = page.get("/Resources")
        fonts = resources.get_object().get("/Font") if resources is not None else None
        for reference in fonts.get_object().values() if fonts is not None else ():
            font = reference.get_object()
            name = str(font.get("/BaseFont", "")).lstrip("/")
            yield re.sub(r"^[A-Z]{6}\+", "", name), _is_embedded(font)


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    descendants = font.get("/DescendantFonts")
    if descendants is not None:
        font = next(iter(descendants.get_object())).get_object()
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor.get_object() for key in _FONT_FILES)


def _wrong_fonts(fonts: dict[str, bool], wanted: str | None, file: str) -> Iterator[Problem]:
    for name in sorted(name for name, is_embedded in fonts.items() if not is_embedded):
        yield kinds.NOT_EMBEDDED.at(Place(file=file), font=name)
    if wanted is not None and fonts and not any(name.startswith(_bare(wanted)) for name in fonts):
        families = sorted({name.partition("-")[0] for name in fonts})
        yield kinds.OTHER_FONT.at(Place(file=file), font=", ".join(families), expected=wanted)
