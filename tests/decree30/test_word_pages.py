"""Which page text stands on, by the marks that Word leaves in a file and by the breaks that somebody set."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportgen.decree30.seen import PageSource, SeenDocument
from reportgen.decree30.word_reader import read_word

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARK = "<w:lastRenderedPageBreak/>"
BREAK = '<w:br w:type="page"/>'
CONTINUOUS = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
ON_NEW_PAGE = "<w:pPr><w:pageBreakBefore/></w:pPr>"


def run(inner: str) -> str:
    """A run with the text that `inner` holds between marks: "a|b" is a mark between the letters, "¶" a break."""
    pieces = inner.replace("|", f"</w:t>{MARK}<w:t>").replace("¶", f"</w:t>{BREAK}<w:t>")
    return f"<w:r><w:t>{pieces}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{run(inner)}</w:p>"


def section(properties: str = "<w:sectPr/>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(*blocks: str, last: str = "<w:sectPr/>") -> SeenDocument:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{"".join(blocks)}{last}</w:body></w:document>'
        )
    return read_word(buffer.getvalue(), "văn bản.docx")


def pages(seen: SeenDocument) -> dict[str, int | None]:
    return {one.text: one.page for one in seen.paragraphs if one.text}


def test_without_marks_of_word_no_page_is_known() -> None:
    seen = read(paragraph("một"), paragraph("hai¶"), paragraph("ba"))
    assert seen.page_source is None
    assert pages(seen) == {"một": None, "hai": None, "ba": None}


def test_a_mark_begins_a_page() -> None:
    seen = read(paragraph("một"), paragraph("|hai"), paragraph("ba"), paragraph("|bốn"))
    assert seen.page_source is PageSource.WORD
    assert pages(seen) == {"một": 1, "hai": 2, "ba": 2, "bốn": 3}


def test_a_paragraph_may_go_on_over_pages() -> None:
    found = read(paragraph("một hai |ba |bốn"), paragraph("năm")).paragraphs
    assert (found[0].page, found[0].page_turns) == (1, (8, 11))
    assert [found[0].page_at(at) for at in (0, 7, 8, 10, 11)] == [1, 1, 2, 2, 3]
    assert found[1].page == 3


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("một¶"), paragraph("|hai")),
        (paragraph("một¶"), paragraph("hai")),
        (paragraph("một"), paragraph("hai", ON_NEW_PAGE)),
        (paragraph("một"), paragraph("|hai", ON_NEW_PAGE)),
        (paragraph("một"), section(), paragraph("hai")),
        (paragraph("một"), section(), paragraph("|hai")),
        (paragraph("một"), section(), paragraph("|hai", ON_NEW_PAGE)),
        (paragraph("một"), paragraph("¶"), paragraph(""), paragraph("|hai")),
    ],
)
def test_a_break_and_the_mark_after_it_are_one_new_page(blocks: tuple[str, ...]) -> None:
    found = pages(read(*blocks, paragraph("|ba")))
    assert found == {"một": 1, "hai": 2, "ba": 3}


def test_a_section_that_goes_on_begins_no_page() -> None:
    blocks = (paragraph("một"), section(), paragraph("hai"), section(CONTINUOUS), paragraph("|ba"))
    assert pages(read(*blocks, last=CONTINUOUS)) == {"một": 1, "hai": 1, "ba": 2}
    assert pages(read(*blocks)) == {"một": 1, "hai": 1, "ba": 2}


def test_cells_beside_each_other_begin_on_one_page() -> None:
    long, short = paragraph("trái |trái tiếp"), paragraph("phải")
    seen = read(table(row(long, short), row(paragraph("dưới"))), paragraph("sau"))
    assert pages(seen) == {"trái trái tiếp": 1, "phải": 1, "dưới": 2, "sau": 2}
    seen = read(paragraph("trước"), table(row(paragraph("|trái"), paragraph("|phải"))), paragraph("sau"))
    assert pages(seen) == {"trước": 1, "trái": 2, "phải": 2, "sau": 2}
    seen = read(paragraph("trước"), table(row(paragraph("|trái"), short)), paragraph("sau"))
    assert pages(seen) == {"trước": 1, "trái": 2, "phải": 2, "sau": 2}


def test_a_text_box_is_on_the_page_of_the_paragraph_that_it_is_anchored_in() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('hộp')}</w:txbxContent></w:pict></w:r>"
    seen = read(paragraph("một"), f"<w:p><w:r>{MARK}</w:r>{box}{run('hai')}</w:p>", paragraph("|ba"))
    assert pages(seen) == {"một": 1, "hộp": 2, "hai": 2, "ba": 3}
