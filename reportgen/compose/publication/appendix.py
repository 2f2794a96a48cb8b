"""The appendices of the publication: all values of a part, and the component indicators to be pushed first."""

from __future__ import annotations

from reportgen.compose.blocks import body, group_row, head_row, text_cell
from reportgen.compose.publication.charts import group_words
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import print_rank, print_score
from reportgen.compose.publication.profiles import focus_anchor
from reportgen.compose.publication.tables import anchor_of, caption_of_table, table_of_texts
from reportgen.document import Block, Blocks, Column, Heading, Landscape, Reference, Row, Table, text


def compose_values(part: PublicationPart) -> Blocks:
    """Return the table of totals and main indices of every unit, on landscape pages."""
    tables: list[Block] = []
    for result in part.results:
        titles = ("Hạng", "Mã", "Đơn vị", "DTI", *result.total.index_names)
        columns = (Column(1.2, "center"), Column(2.6), Column(3), *(Column(1.6, "center") for _ in titles[3:]))
        rows = [
            (
                print_rank(row.rank),
                row.unit.code,
                row.unit.name,
                print_score(row.score),
                *map(print_score, row.indices),
            )
            for row in result.total.rows
        ]
        title = f"Giá trị DTI và các chỉ số chính năm {part.year} của {group_words(part, result)}"
        caption = caption_of_table(title, anchor_of(part, result, "bang_gia_tri"))
        tables.append(table_of_texts(part, columns, titles, rows, caption))
    return (Landscape((Heading(2, "", text(f"Giá trị các chỉ số chính {part.title}")), *tables)),)


def compose_focus(part: PublicationPart) -> Blocks:
    """Return the component indicators that the dispatch asks to push, by main index; empty if none."""
    index_set = part.index_set
    if index_set.focus is None or not index_set.focus_components:
        return ()
    rows: list[Row] = []
    for index in index_set.main_indices:
        named = [component for component in index.components if component.focus_number]
        if named:
            rows.append(group_row(text(index.name), 3))
        rows += [
            Row(
                (
                    text_cell(text(str(component.focus_number))),
                    text_cell(text(component.name)),
                    text_cell(text(component.unit or "–")),
                )
            )
            for component in named
        ]
    caption = caption_of_table(f"Các chỉ số thành phần cần tập trung thúc đẩy, {part.title}", focus_anchor(part))
    table = Table(
        (Column(1, "center"), Column(8), Column(2, "center")),
        (head_row(("Số", "Chỉ số thành phần", "Đơn vị tính")),),
        tuple(rows),
        caption,
        text(f"Nguồn: {index_set.focus.document}."),
    )
    lead = (
        Reference(caption.anchor),
        *text(
            f" liệt kê {len(index_set.focus_components)} chỉ số thành phần theo số thứ tự trong văn bản đã nêu; "
            "phần hồ sơ khuyến nghị từng đơn vị theo danh mục này."
        ),
    )
    return (Heading(2, "", text(f"Chỉ số thành phần cần tập trung thúc đẩy {part.title}")), body(lead), table)
