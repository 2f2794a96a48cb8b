"""Page numbers in lists and references: read from the converted pages, written into the document's fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from reportgen.problems import OutputError, Place
from reportgen.problems import files as kinds

_PASSES = 4
# LibreOffice writes what is no letter or digit in a destination's name as "/" and its code.
_ESCAPED = re.compile(r"/([0-9A-F]{2})")
_BOOKMARK = re.compile(r"_(?:Toc|Ref)\d+")


@dataclass(frozen=True, slots=True)
class NumberedDocument:
    """A document with its page numbers: the Word file, its pages, and the page of each bookmark.

    `pages` is `None` when the numbers did not settle: the Word file then has none, and Word asks to make them as it
    opens the file.
    """

    docx: bytes
    pdf: bytes
    pages: Mapping[str, int] | None


def read_pages(pdf: bytes, *, file: str) -> Mapping[str, int]:
    """Return the page, counted from 1, of each of a document's bookmarks; `pdf` is from `convert_to_pdf`.

    The pages are counted as they lie, which is how they are numbered where the numbers run through from the cover:
    an `Appendix`, whose pages begin again at 1, is no part of such a document.

    Raises:
        OutputError: the PDF cannot be read.
    """
    try:
        reader = PdfReader(BytesIO(pdf))
        found = {
            _ESCAPED.sub(lambda code: chr(int(code[1], 16)), name): reader.get_destination_page_number(destination)
            for name, destination in reader.named_destinations.items()
        }
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        problem = kinds.CONVERSION_FAILED.at(Place(file=file), reason=f"không đọc được PDF ({error})")
        raise OutputError(problem) from error
    return {
        name: page + 1
        for name, page in sorted(found.items())
        if page is not None and page >= 0 and _BOOKMARK.fullmatch(name)
    }


def number_pages(
    write: Callable[[Mapping[str, int] | None], bytes], convert: Callable[[bytes], bytes], *, file: str
) -> NumberedDocument:
    """Return a document whose lists and references show the right pages, with those pages as PDF.

    `write` makes the Word file with the pages that it is given, as `write_docx` does, and `convert` a PDF of it, as
    `convert_to_pdf` does; `file` names the document in problems. Both are called twice as a rule: for the pages, and
    for the document that shows them. What is dear to draw is best kept between the calls.

    Raises:
        OutputError: the PDF cannot be read. What `write` and `convert` raise is passed on.
    """
    pages: Mapping[str, int] | None = None
    for _ in range(_PASSES):
        docx = write(pages)
        pdf = convert(docx)
        found = read_pages(pdf, file=file)
        if found == (pages or {}):
            return NumberedDocument(docx, pdf, found)
        pages = found
    docx = write(None)
    return NumberedDocument(docx, convert(docx), None)
