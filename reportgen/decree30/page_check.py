"""Rules of the page itself, which only a PDF shows: broken lines, a signature alone, a number on page one, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportgen.decree30.pdf_pages import PdfPage, PdfText, bare, read_pdf
from reportgen.decree30.seen import SeenTable
from reportgen.problems import Place, Problem
from reportgen.problems import form_pages as kinds

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_CLOSING = re.compile(r"Nơi nhận:|(?:TM|KT|TL|TUQ|Q)\. ?\S")
# A row with so many letters is hardly said by chance elsewhere.
_TELLING = 12


def check_pages(
    pdf: bytes, file: str, *, tables: Sequence[SeenTable] = (), font: str | None = "Times New Roman"
) -> tuple[Problem, ...]:
    """Return what is wrong on the pages of `pdf`, page by page; `file` names it in problems.

    `tables` are those of the Word file that it was made from, to see whether their heads are repeated. `font` is the
    one that the text has to be in, `None` if that does not matter.

    Raises:
        InputProblems: the PDF cannot be read.
    """
    return check_read_pages(read_pdf(pdf, file), file, tables=tables, font=font)


def check_read_pages(
    read: PdfText, file: str, *, tables: Sequence[SeenTable] = (), font: str | None = "Times New Roman"
) -> tuple[Problem, ...]:
    """Do as `check_pages` does, for a PDF that has been read."""
    return (
        *_broken_lines(read.pages, file),
        *_first_number(read.pages, file),
        *_lone_signature(read.pages, file),
        *_heads(read.pages, tables, file),
        *_wrong_fonts(read.fonts, font, file),
    )


def _broken_lines(pages: Sequence[PdfPage], file: str) -> Iterator[Problem]:
    for page in pages[:1]:
        for words in (NATIONAL_NAME, MOTTO):
            is_there = bare(words) in page.bare
            if is_there and not any(bare(words) in bare(line) for _y, line in page.lines):
                yield kinds.BROKEN_LINE.at(Place(file=file, page=page.number), words=words)


def _first_number(pages: Sequence[PdfPage], file: str) -> Iterator[Problem]:
    for page in pages[:1]:
        for y, line in page.lines:
            if page.is_in_margin(y) and re.fullmatch(r"[-–\s]*\d{1,3}[-–\s]*", line):
                yield kinds.NUMBER_ON_PAGE_ONE.at(Place(file=file, page=page.number), number=line.strip())


def _lone_signature(pages: Sequence[PdfPage], file: str) -> Iterator[Problem]:
    """Yield pages that begin with the closing block; a document of one page has no other place for it."""
    for page in pages[1:]:
        lines = [line for y, line in page.lines if not (page.is_in_margin(y) and line.strip().isdigit())]
        if lines and _CLOSING.match(lines[0]):
            yield kinds.SIGNATURE_ALONE.at(Place(file=file, page=page.number))


def _heads(pages: Sequence[PdfPage], tables: Sequence[SeenTable], file: str) -> Iterator[Problem]:
    """Yield pages that begin with a row of a table that is not its head."""
    bodies = [(page.number, page.body) for page in pages[1:]]
    for table in tables:
        if not table.has_borders:
            continue
        rows = tuple(row for row in (bare("".join(cells)) for cells in table.rows[1:]) if len(row) >= _TELLING)
        for number, body in bodies:
            if rows and body.startswith(rows):
                words = " | ".join(cell for cell in table.rows[0] if cell.strip())
                yield kinds.HEAD_NOT_REPEATED.at(Place(file=file, page=number), head=words[:80])


def _wrong_fonts(fonts: Mapping[str, bool], wanted: str | None, file: str) -> Iterator[Problem]:
    for name in sorted(name for name, is_embedded in fonts.items() if not is_embedded):
        yield kinds.NOT_EMBEDDED.at(Place(file=file), font=name)
    if wanted is not None and fonts and not any(name.startswith(bare(wanted)) for name in fonts):
        families = sorted({name.partition("-")[0] for name in fonts})
        yield kinds.OTHER_FONT.at(Place(file=file), font=", ".join(families), expected=wanted)
