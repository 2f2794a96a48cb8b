"""The book put together: cover, foreword, contents, chapters, appendices, with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportgen.compose.blocks import body, head_row, text_cell
from reportgen.compose.captions import number_captions
from reportgen.compose.publication.agreement import require_agreement
from reportgen.compose.publication.appendix import compose_focus, compose_values
from reportgen.compose.publication.charts import figure, target_chart
from reportgen.compose.publication.content import CLOSING, Publication, PublicationPart
from reportgen.compose.publication.method import compose_method
from reportgen.compose.publication.overview import compose_overview
from reportgen.compose.publication.printed import UNKNOWN
from reportgen.compose.publication.profiles import compose_profile_index, compose_profiles
from reportgen.compose.publication.rankings import compose_rankings
from reportgen.compose.template_tags import PUBLICATION_TAGS
from reportgen.document import (
    Block,
    Blocks,
    Caption,
    Column,
    Contents,
    Document,
    Heading,
    Landscape,
    Missing,
    Paragraph,
    Role,
    Row,
    Table,
    text,
)
from reportgen.model.fields import Unknown
from reportgen.model.publication import TargetSeries, YearlyValue
from reportgen.vietnamese import format_number, format_quantity, upper_vi

TEMPLATE = "an_pham_dti"


def compose_publication(publication: Publication) -> Document:
    """Return the whole book. Every number in it comes from the results in `publication`.

    Raises:
        DisagreementError: a sentence of an overview disagrees with the results, which is a fault of the program.
    """
    blocks = (*_front(publication), *_number_headings(_chapters(publication)), *_closing(publication))
    inlines = {
        "co_quan": text(upper_vi(publication.agency)),
        "ten_an_pham": text(publication.title),
        "phu_de": text(publication.subtitle),
        "noi_nam": text(f"{publication.place}, {publication.day.year if publication.day else publication.year}"),
        "minh_hoa": text(illustration_words(publication)),
    }
    return Document(
        template=TEMPLATE,
        tags=PUBLICATION_TAGS,
        title=publication.title,
        inline_slots=inlines,
        block_slots={"noi_dung": number_captions(blocks)},
        author=publication.agency,
        subject=publication.subtitle,
        day=publication.day,
    )


def illustration_words(publication: Publication) -> str:
    """Return the words on the cover that say which parts are made of invented figures; empty if none is."""
    parts = [part for part in publication.parts if part.is_illustrative]
    if not parts:
        return ""
    if len(parts) == len(publication.parts):
        return "SỐ LIỆU MINH HỌA"
    return f"SỐ LIỆU MINH HỌA Ở PHẦN {upper_vi(', '.join(part.title for part in parts))}"


def _front(publication: Publication) -> Iterator[Block]:
    yield Heading(1, "", text("Lời nói đầu"), "loi_noi_dau", new_page=True)
    yield from publication.foreword or (body((Missing("lời nói đầu"),)),)
    for title, contents in (
        ("Mục lục", Contents("headings", 2)),
        ("Danh mục bảng", Contents("Bảng")),
        ("Danh mục hình", Contents("Hình")),
    ):
        yield Paragraph(Role.CONTENTS_TITLE, text(title))
        yield contents


def _chapters(publication: Publication) -> Iterator[Block]:
    yield _chapter("Tổng quan", "tong_quan")
    for part in publication.parts:
        yield from _illustration_note(part)
        overview = compose_overview(part)
        require_agreement(overview, part)
        yield from overview
        if comment := publication.comments.get(part.key, ()):
            yield Heading(2, "", text(f"Nhận định {part.title}"), f"{part.key}_nhan_dinh")
            yield from comment
    yield _chapter("Phương pháp đánh giá", "phuong_phap")
    for part in publication.parts:
        yield from compose_method(part)
    for part in publication.parts:
        yield _chapter(f"Xếp hạng {part.title}", f"{part.key}_xep_hang")
        yield from _illustration_note(part)
        yield from compose_rankings(part, publication.tiles)
    if publication.targets:
        yield _chapter("Thực hiện chỉ tiêu theo năm", "chi_tieu")
        for number, target in enumerate(publication.targets, start=1):
            yield from _target(target, number)
    for part in publication.parts:
        yield _chapter(f"Hồ sơ {part.title}", f"{part.key}_ho_so")
        yield from compose_profile_index(part)
        yield from compose_profiles(part)
    yield _chapter("Số liệu chi tiết", "so_lieu_chi_tiet")
    for part in publication.parts:
        yield from _illustration_note(part)
        yield from compose_focus(part)
        yield from compose_values(part)


def _chapter(title: str, anchor: str) -> Heading:
    return Heading(1, "", text(title), anchor, new_page=True)


def _illustration_note(part: PublicationPart) -> Iterator[Paragraph]:
    if part.is_illustrative:
        words = f"Số liệu {part.title} là số liệu minh họa, được đặt ra để làm mẫu, không có thật."
        yield Paragraph(Role.ILLUSTRATION_NOTE, text(words))


def _target(target: TargetSeries, number_of_target: int) -> Iterator[Block]:
    """A target's heading, chart and table from the same values."""
    yield Heading(2, "", text(target.name), f"chi_tieu_{number_of_target}")
    source = text(f"Nguồn: {target.source}.") if target.source else ()
    chart = target_chart(target)
    if chart is not None:
        yield figure(chart, f"chi_tieu_{number_of_target}_hinh", source)
    values = sorted(target.values, key=lambda value: value.year)
    yield from _against_target(target, values)
    has_goals = any(value.target is not None for value in values)
    rows = []
    for value in values:
        achieved = None if isinstance(value.achieved, Unknown) else value.achieved
        numbers = (achieved, value.target) if has_goals else (achieved,)
        cells = (str(value.year), *(UNKNOWN if number is None else format_number(number) for number in numbers))
        rows.append(Row(tuple(text_cell(text(cell)) for cell in cells)))
    of_unit = f" ({target.unit})" if target.unit else ""
    titles = ("Năm", f"Thực hiện{of_unit}", f"Mục tiêu{of_unit}")[: 3 if has_goals else 2]
    caption = Caption("Bảng", 0, text(f"{target.name} qua các năm"), f"chi_tieu_{number_of_target}_bang")
    columns = (Column(1, "center"), *(Column(2, "center") for _ in titles[1:]))
    yield Table(columns, (head_row(titles),), tuple(rows), caption, source)


def _against_target(target: TargetSeries, values: Sequence[YearlyValue]) -> Iterator[Paragraph]:
    """What was achieved against the target in the last year in which both are known."""
    both = [
        (value.year, value.achieved, value.target)
        for value in values
        if value.achieved is not None and not isinstance(value.achieved, Unknown) and value.target is not None
    ]
    if not any(value.target is not None for value in values):
        return
    if not both:
        yield body(text("Chưa năm nào có cả kết quả và mục tiêu để so sánh."))
        return
    year, achieved, goal = both[-1]
    unit = target.unit or ""
    gap = format_quantity(abs(achieved - goal), "điểm phần trăm" if unit == "%" else unit)
    compared = f"{'cao' if achieved > goal else 'thấp'} hơn mục tiêu {gap}" if achieved != goal else "bằng mục tiêu"
    said, aimed = format_quantity(achieved, unit), format_quantity(goal, unit)
    yield body(text(f"Năm {year}, kết quả là {said}, {compared} (mục tiêu {aimed})."))


def _closing(publication: Publication) -> Iterator[Block]:
    if closing := publication.comments.get(CLOSING, ()):
        yield _chapter("Kết luận", "ket_luan")
        yield from closing


def _number_headings(blocks: Iterable[Block], count: Counter[int] | None = None) -> Blocks:
    """Return `blocks` with their headings numbered: "Chương 1.", "1.1.", "1.1.1."."""
    counted = Counter[int]() if count is None else count
    numbered: list[Block] = []
    for block in blocks:
        match block:
            case Heading(level=level):
                counted[level] += 1
                for deeper in range(level + 1, 4):
                    counted[deeper] = 0
                numbers = ".".join(str(counted[upper]) for upper in range(1, level + 1))
                numbered.append(replace(block, label=f"Chương {numbers}." if level == 1 else f"{numbers}."))
            case Landscape():
                numbered.append(replace(block, blocks=_number_headings(block.blocks, counted)))
            case _:
                numbered.append(block)
    return tuple(numbered)
