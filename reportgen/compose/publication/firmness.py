"""How firm the ranks of a group are: intervals, the chance of keeping a rank, groups that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.compose.blocks import body
from reportgen.compose.publication.charts import group_words
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import print_interval, print_rank
from reportgen.compose.publication.tables import (
    NAME,
    NUMBER,
    RANK,
    anchor_of,
    caption_of_table,
    section_heading,
    table_of_texts,
)
from reportgen.document import Blocks, Column, ListItem, Paragraph, Reference, text
from reportgen.index.edition import GroupResult
from reportgen.index.robustness import measure_sensitivity
from reportgen.model.measurements import Unit
from reportgen.vietnamese import format_number, format_percent

_FACTOR = Column(4.4)


def compose_firmness(part: PublicationPart, result: GroupResult) -> Blocks:
    """Return the section on how firm the ranks are; empty if that was not measured."""
    robustness = result.robustness
    if robustness is None:
        return ()
    firm = robustness.firmness()
    median = {unit.code: int(rank) for unit, rank in zip(robustness.units, robustness.medians(), strict=True)}
    sensitivity = measure_sensitivity(robustness)
    moved_by = {unit.code: _words(*sensitivity.strongest(column)) for column, unit in enumerate(robustness.units)}
    rows = [
        (
            print_rank(row.rank),
            row.unit.name,
            str(median[code]),
            print_interval(firm[code]),
            format_percent(firm[code].holding * 100, decimals=0),
            moved_by[code],
        )
        for row in result.total.rows
        if (code := row.unit.code) in firm
    ]
    caption = caption_of_table(
        f"Mức độ vững chắc của thứ hạng DTI {part.year}, {group_words(part, result)}",
        anchor_of(part, result, "bang_vung_chac"),
    )
    titles = ("Hạng", "Đơn vị", "Hạng trung vị", "Khoảng hạng 90%", "Giữ đúng hạng", "Phụ thuộc nhiều nhất vào")
    lead = (
        Reference(caption.anchor),
        *text(
            f" cho biết thứ hạng thay đổi thế nào qua {format_number(robustness.draws)} lần thử với trọng số và cách "
            "tính khác nhau: hạng trung vị, khoảng chứa 90% số lần thử, tỷ lệ số lần giữ đúng hạng, và lựa chọn làm "
            "thứ hạng thay đổi nhiều nhất."
        ),
    )
    return (
        section_heading(part, result, "vung_chac", "Mức độ vững chắc của thứ hạng"),
        body(lead),
        table_of_texts(part, (RANK, NAME, NUMBER, NUMBER, NUMBER, _FACTOR), titles, rows, caption),
        *_groups_apart(robustness.groups()),
    )


def _words(factor: str, share: float) -> str:
    """What moves a unit most; the joined rest of the indices is told without the names of all of them."""
    return factor.partition(" (")[0] if share > 0 else "không có"


def _groups_apart(groups: Sequence[Sequence[Unit]]) -> Iterator[Paragraph | ListItem]:
    yield body(
        text(
            "Trong mỗi nhóm dưới đây, các đơn vị chưa phân biệt được với đơn vị đứng đầu nhóm: đơn vị đứng đầu xếp "
            "trên trong chưa đến 95% số lần thử."
        )
    )
    for number, units in enumerate(groups, start=1):
        names = ", ".join(unit.name for unit in units)
        ends = "." if number == len(groups) else ";"
        yield ListItem("-", text(f"Nhóm {number} ({len(units)} đơn vị): {names}{ends}"))
