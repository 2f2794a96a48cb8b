"""The appendix workbook: all that the publication counts with, so that readers recompute it in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.compose.publication.content import Publication, PublicationPart
from reportgen.compose.publication.workbook_changes import compose_change_sheet, compose_history_sheet
from reportgen.compose.publication.workbook_extras import compose_components_sheet, compose_improvements_sheet
from reportgen.compose.publication.workbook_parts import MARK, UNKNOWN_NOTE, GroupContext, SheetNames, group_contexts
from reportgen.compose.publication.workbook_points import compose_points_sheet
from reportgen.compose.publication.workbook_rankings import (
    compose_distribution_sheet,
    compose_part_sheets,
    compose_total_sheet,
)
from reportgen.compose.publication.workbook_targets import compose_targets_sheet
from reportgen.compose.publication.workbook_values import compose_values_sheet
from reportgen.document.workbook import Grid, Jump, Sheet, SheetCell, SheetColumn, Workbook

CONTENTS_NAME = "Đọc trước"
_WIDE = 110.0


def compose_workbook(publication: Publication) -> Workbook:
    """Return the workbook of `publication`.

    After a first sheet that says what there is, each part has its index set and components, and each of its groups
    the ranking by total, the values with totals and pillars recomputed, rankings by pillar and by main index, the
    distribution, and, where there are earlier editions, totals over the years and why ranks changed. This year's
    totals and ranks, and all sums, are formulas whose cached values are the program's own results; what earlier
    editions gave, and what was simulated or explained, are values. Charts refer to the cells.
    """
    names = SheetNames()
    contents_name = names.name(CONTENTS_NAME, "")
    described: list[tuple[Sheet, str]] = []
    for part in publication.parts:
        described += _sheets_of_part(part, names)
    if targets := compose_targets_sheet(publication.targets, names):
        described.append((targets, "Thực hiện và mục tiêu của từng chỉ tiêu qua các năm; biểu đồ đường."))
    contents = _contents(publication, contents_name, described)
    sheets = (contents, *(sheet for sheet, _ in described))
    return Workbook(f"Phụ lục số liệu: {publication.title}", sheets, publication.agency, publication.day)


def _sheets_of_part(part: PublicationPart, names: SheetNames) -> Iterator[tuple[Sheet, str]]:
    """The sheets of a part, each with what it is in a sentence."""
    points = compose_points_sheet(part, names)
    yield points, f"Bộ chỉ số {part.title}: điểm tối đa và tỷ trọng của từng chỉ số chính."
    if components := compose_components_sheet(part, names):
        yield components, f"Các chỉ số thành phần biết tên của bộ chỉ số {part.title}."
    for context in group_contexts(part, names):
        yield from _sheets_of_group(context, points)


def _sheets_of_group(context: GroupContext, points: Sheet) -> Iterator[tuple[Sheet, str]]:
    values = compose_values_sheet(context, points)
    total = compose_total_sheet(context, values.grid)
    of = context.label
    yield total, f"Xếp hạng DTI, {of}; biểu đồ thanh."
    yield values, f"Giá trị từng chỉ số chính, trụ cột và DTI tính lại bằng công thức, {of}; tô màu theo giá trị."
    for sheet, what in zip(compose_part_sheets(context, values.grid), _part_words(context), strict=True):
        yield sheet, f"Xếp hạng theo từng {what}, {of}."
    if distribution := compose_distribution_sheet(context, total.grid):
        yield distribution, f"Số đơn vị trong từng khoảng giá trị DTI, {of}; biểu đồ cột."
    if history := compose_history_sheet(context, total.grid, values.grid):
        yield history, f"DTI và hạng qua các năm, {of}; biểu đồ đường."
    if changes := compose_change_sheet(context, total.grid):
        yield changes, f"Vì sao hạng thay đổi so với kỳ trước, {of}."
    if improvements := compose_improvements_sheet(context):
        yield improvements, f"Những chỉ số nâng hạng của từng đơn vị nhiều nhất, {of}."


def _part_words(context: GroupContext) -> list[str]:
    kinds = ((context.result.pillars, "trụ cột"), (context.result.main_indices, "chỉ số chính"))
    return [words for rankings, words in kinds if rankings]


def _contents(publication: Publication, name: str, described: list[tuple[Sheet, str]]) -> Sheet:
    """The first sheet: what the workbook is, where its figures come from, by what rules, what each sheet holds."""
    rows: list[tuple[SheetCell, SheetCell]] = [
        ("Ấn phẩm", publication.title),
        ("Cơ quan", publication.agency),
        ("Năm số liệu", str(publication.year)),
    ]
    for part in publication.parts:
        rows += _rows_of_part(part)
    rows += [
        ("Giá trị chưa biết", UNKNOWN_NOTE),
        (
            "Công thức",
            "DTI tính lại, giá trị trụ cột, thứ hạng của năm này và các tổng là công thức từ giá trị và điểm tối đa; "
            "giá trị lưu sẵn trong ô là kết quả của chương trình, không làm tròn ở các bước giữa. Kết quả các năm "
            "trước, khoảng hạng, giữ đúng hạng, các phần của thay đổi hạng và dư địa là giá trị, không có công thức.",
        ),
        ("", ""),
        *((Jump(sheet.name), words) for sheet, words in described),
    ]
    columns = (SheetColumn("muc", "Mục"), SheetColumn("noi_dung", "Nội dung", width=_WIDE))
    return Sheet(
        Grid(name, ("muc", "noi_dung"), len(rows)),
        f"Phụ lục số liệu: {publication.title}",
        columns,
        tuple(rows),
        mark=MARK.replace(":", " (ở các trang có ghi):") if publication.is_illustrative else "",
        has_filter=False,
    )


def _rows_of_part(part: PublicationPart) -> Iterator[tuple[SheetCell, SheetCell]]:
    issued = part.index_set.issued_by
    named = f"Phần {part.title}"
    basis = "DTI đã công bố, lấy đúng như công bố" if part.takes_published else "DTI tính từ giá trị các chỉ số"
    yield (
        named,
        f"{part.index_set.name}, {issued.type_name} số {issued.number}; năm {part.year}; xếp hạng theo {basis}.",
    )
    rule = part.missing_rule.words
    yield f"{named}: quy tắc", f"{rule[0].upper()}{rule[1:]}."
    yield f"{named}: nguồn", f"{part.source}." if part.source else "Số liệu đầu vào không ghi nguồn."
    if len(part.results) > 1:
        for number, result in enumerate(part.results, start=1):
            yield f"{named}: nhóm {number}", f"{result.group.name} ({len(result.total.rows)} đơn vị, xếp hạng riêng)."
    if part.is_illustrative:
        yield f"{named}: lưu ý", f"{MARK}."
