"""A PDF as its pages show it: pieces of text where they stand, and the fonts that they are set in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import DictionaryObject

from reportgen.problems import InputProblems, Place
from reportgen.problems import form_pages as kinds

# The least top and bottom margin (Appendix I, part I, I.3) in points: page numbers stand in them.
_MARGIN = 20 * 72 / 25.4
_ON_ONE_LINE = 2.0
# A broken PDF makes pypdf stumble in any of these ways, an encrypted one in the first two.
_STUMBLES = (
    PyPdfError, DependencyError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class PdfPiece:
    """A piece of text with the point that it begins at, counted from the lower left corner."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page, counted from 1, its `height` in points."""

    number: int
    height: float
    pieces: tuple[PdfPiece, ...]
    """In the order of the file, in which the lines of a table's cell follow each other."""

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The lines from top to bottom, each with its height; columns beside each other are one line."""
        lines: list[tuple[float, list[PdfPiece]]] = []
        for piece in sorted(self.pieces, key=lambda one: -one.y):
            if lines and abs(lines[-1][0] - piece.y) <= _ON_ONE_LINE:
                lines[-1][1].append(piece)
            else:
                lines.append((piece.y, [piece]))
        return [(y, " ".join(one.text.strip() for one in sorted(on, key=lambda one: one.x))) for y, on in lines]

    @property
    def bare(self) -> str:
        """All letters and signs without spaces, in the order of the file."""
        return bare("".join(piece.text for piece in self.pieces))

    @property
    def body(self) -> str:
        """What stands between the margins, without spaces, in the order of the file."""
        return bare("".join(piece.text for piece in self.pieces if not self.is_in_margin(piece.y)))

    def is_in_margin(self, y: float) -> bool:
        """Say whether something at the height `y` stands in the top or bottom margin."""
        return y > self.height - _MARGIN or y < _MARGIN


@dataclass(frozen=True, slots=True)
class PdfText:
    """The pages of a PDF, and whether each of its fonts is embedded, by its name."""

    pages: tuple[PdfPage, ...]
    fonts: Mapping[str, bool]


def bare(text: str) -> str:
    """Return `text` without spaces, its letters composed."""
    return unicodedata.normalize("NFC", "".join(text.split()))


def read_pdf(pdf: bytes, file: str) -> PdfText:
    """Return what the pages of `pdf` show; `file` names it in problems.

    Raises:
        InputProblems: the PDF cannot be read, or is encrypted.
    """
    try:
        reader = PdfReader(BytesIO(pdf))
        pages = tuple(_read_page(number, page) for number, page in enumerate(reader.pages, start=1))
        return PdfText(pages, dict(_fonts(reader)))
    except _STUMBLES as error:
        raise InputProblems([kinds.NOT_A_PDF.at(Place(file=file), reason=str(error) or "tệp hỏng")]) from error


def _read_page(number: int, page: PageObject) -> PdfPage:
    pieces: list[PdfPiece] = []

    def visit(text: str, current: list[float], matrix: list[float], _font: object, _size: float) -> None:
        if text.strip():
            x = matrix[4] * current[0] + current[4]
            y = matrix[5] * current[3] + current[5]
            pieces.append(PdfPiece(float(x), float(y), text))

    page.extract_text(visitor_text=visit)
    return PdfPage(number, float(page.mediabox.height), tuple(pieces))


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
