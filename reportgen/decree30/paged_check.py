"""The check of a Word file together with its pages: findings with exact page numbers, and the rules of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportgen.decree30.check import CheckReport
from reportgen.decree30.page_check import check_read_pages
from reportgen.decree30.page_places import place_on_pages
from reportgen.decree30.pdf_pages import PdfText
from reportgen.decree30.seen import SeenDocument


def check_on_pages(
    seen: SeenDocument, pdf: PdfText, check: Callable[[SeenDocument], CheckReport], *, font: str | None = None
) -> CheckReport:
    """Return what `check` finds in `seen`, each finding with its page in `pdf`, and what is wrong on the pages.

    `pdf` is what the document looks like: made from it, or the file that it was read from. `font` is the one that
    the PDF has to be in, `None` if it was made on this machine, whose fonts are not the document's fault.

    Raises:
        InputProblems: `check` refuses the document.
    """
    report = check(place_on_pages(seen, pdf.pages))
    return replace(report, page_problems=check_read_pages(pdf, seen.file, tables=seen.tables, font=font))
