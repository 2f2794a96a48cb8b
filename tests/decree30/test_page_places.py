"""Paragraphs found on the pages of a PDF: only where it is sure, and in the order of both."""

from __future__ import annotations

from dataclasses import replace

from reportgen.decree30.page_places import place_on_pages
from reportgen.decree30.pdf_pages import PdfPage, PdfPiece
from reportgen.decree30.seen import (
    CellPosition,
    Locator,
    PageSource,
    SeenDocument,
    SeenParagraph,
    SeenRun,
    SeenTable,
    Story,
)

_HEIGHT = 842.0


def page(number: int, *lines: str) -> PdfPage:
    """A page with its number in the top margin and some lines below it."""
    pieces = [PdfPiece(300, _HEIGHT - 30, str(number))] if number > 1 else []
    pieces += [PdfPiece(85, 760 - 16 * at, line) for at, line in enumerate(lines)]
    return PdfPage(number, _HEIGHT, tuple(pieces))


def paragraph(index: int, text: str) -> SeenParagraph:
    look = SeenRun(text, "Times New Roman", 14.0, bold=False, italic=False, underline=False, color="auto")
    return SeenParagraph(
        index, Locator("word/document.xml", index - 1), Story.BODY, 1, (look,), "", "left", 0, 0, 0, 0, 0, 1.0
    )


def placed(*pages: PdfPage, texts: tuple[str, ...], **changes: object) -> list[int | None]:
    return [one.page for one in found(*pages, texts=texts, **changes).paragraphs]


def found(*pages: PdfPage, texts: tuple[str, ...], **changes: object) -> SeenDocument:
    paragraphs = tuple(paragraph(index, text) for index, text in enumerate(texts, start=1))
    seen = SeenDocument("thư.docx", paragraphs, (), (), ())
    return place_on_pages(replace(seen, **changes), pages)  # type: ignore[arg-type]


def test_each_paragraph_is_on_its_page() -> None:
    first = page(1, "Kính gửi: Bộ Tài chính", "Đoạn thứ nhất nói về việc này và", "còn nói nữa.")
    second = page(2, "Đoạn thứ hai nói về việc khác.", "Nơi nhận:")
    texts = ("Kính gửi: Bộ Tài chính", "Đoạn thứ nhất nói về việc này và còn nói nữa.",
             "Đoạn thứ hai nói về việc khác.", "Nơi nhận:")  # fmt: skip
    seen = found(first, second, texts=texts)
    assert [one.page for one in seen.paragraphs] == [1, 1, 2, 2]
    assert seen.page_source is PageSource.PDF


def test_a_paragraph_over_two_pages_tells_where_it_turns() -> None:
    texts = ("Mở đầu của văn bản.", "Phần này ở trang một, phần này ở trang hai.", "Hết văn bản rồi.")
    pages = (page(1, texts[0], "Phần này ở trang một,"), page(2, "phần này ở trang hai.", texts[2]))
    turning = found(*pages, texts=texts).paragraphs[1]
    assert turning.page_turns == (texts[1].index(", phần") + 2,)
    assert [turning.page_at(texts[1].index(words)) for words in ("trang một", "phần này ở trang hai")] == [1, 2]


def test_what_has_no_text_is_on_the_page_of_its_neighbours_if_they_share_one() -> None:
    pages = (page(1, "Đoạn thứ nhất của trang một.", "Đoạn thứ hai của trang một."), page(2, "Đoạn của trang hai."))
    texts = ("", "Đoạn thứ nhất của trang một.", "", "Đoạn thứ hai của trang một.", "", "Đoạn của trang hai.", "")
    assert placed(*pages, texts=texts) == [1, 1, 1, 1, None, 2, 2]


def test_a_short_text_that_comes_again_later_is_not_taken_for_an_earlier_one() -> None:
    filler = [f"Dòng thứ {number} của trang này, dài vừa phải." for number in range(30)]
    # The "12" of the table is written otherwise in the PDF, and stands again on the last page.
    pages = (page(1, "Bảng số liệu như sau:", "mười hai", *filler), page(2, "Kết luận của báo cáo.", "12"))
    texts = ("Bảng số liệu như sau:", "12", *filler, "Kết luận của báo cáo.", "12")
    assert placed(*pages, texts=texts) == [1, 1, *[1] * 30, 2, 2]


def test_a_paragraph_that_is_written_otherwise_does_not_lose_those_after_it() -> None:
    pages = (page(1, "Đoạn thứ nhất của văn bản này.", "?????????? ????? ????"), page(2, "Đoạn thứ ba ở trang hai."))
    texts = ("Đoạn thứ nhất của văn bản này.", "Đoạn thứ hai không giống nhau.", "Đoạn thứ ba ở trang hai.")
    assert placed(*pages, texts=texts) == [1, None, 2]


def test_repeated_heads_and_footnotes_between_pages_are_passed_over() -> None:
    head = "STT Chỉ tiêu của chiến lược phát triển Chính phủ số và Mục tiêu của năm 2025 theo kế hoạch " * 4
    note = "Chú thích dài về cách tính của chỉ tiêu này trong kế hoạch của năm. " * 4
    pages = (page(1, head, "Chỉ tiêu thứ nhất của bảng", note), page(2, head, "Chỉ tiêu thứ hai của bảng"))
    seen = found(
        *pages,
        texts=(head, "Chỉ tiêu thứ nhất của bảng", "Chỉ tiêu thứ hai của bảng"),
        tables=(SeenTable(1, ((head,),), has_borders=True, head_rows=1, first_paragraph=1),),
        footnotes=(replace(paragraph(1, note), story=Story.FOOTNOTE),),
    )
    assert [one.page for one in seen.paragraphs] == [1, 1, 2]


def test_a_cell_that_the_pdf_tells_before_the_one_beside_it_is_found() -> None:
    texts = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "Nội dung của văn bản này.")
    seen = found(page(1, texts[1], texts[0], texts[2]), page(2, "Trang sau."), texts=(*texts, "Trang sau."))
    assert [one.page for one in seen.paragraphs] == [1, 1, 1, 2]
    cell = CellPosition(1, 1, 1, None)
    assert replace(seen.paragraphs[0], cell=cell).page == 1
