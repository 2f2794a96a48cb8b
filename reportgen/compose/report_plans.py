"""Parts II to IV of a progress report: what comes next, difficulties with their causes, proposals."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from reportgen.compose.blocks import body, head_row, lead_in, table_caption, text_cell
from reportgen.compose.report_content import ReportContent, item_heading
from reportgen.document import Blocks, Cell, Column, Inlines, Landscape, Mark, Row, Table, text
from reportgen.model.fields import Recurring
from reportgen.model.input_model import KeyPath
from reportgen.model.report_parts import NextTask
from reportgen.vietnamese import Period, short_date

NONE_STATED = "Không có."
_COLUMNS = (
    Column(5, "center"),
    Column(28, "left"),
    Column(24, "left"),
    Column(13, "center"),
    Column(16, "left"),
    Column(18, "left"),
)


def compose_next_tasks(content: ReportContent) -> Blocks:
    """Return part II on landscape pages: a table of content, result, deadline, resources, coordinating bodies."""
    heading = item_heading(content, "nhiem_vu_toi", 1)
    tasks = content.report.next_tasks
    if not tasks:
        return (heading, body(content.mark(("nhiem_vu_toi",))))
    titles = ("STT", *(column.title for column in content.item("nhiem_vu_toi").columns))
    table = Table(
        columns=_COLUMNS,
        head=(head_row(titles),),
        body=tuple(_row(content, index, task) for index, task in enumerate(tasks)),
        caption=table_caption("Kế hoạch triển khai nhiệm vụ thời gian tới"),
    )
    return (Landscape((heading, table)),)


def _row(content: ReportContent, index: int, task: NextTask) -> Row:
    path: KeyPath = ("nhiem_vu_toi", index)
    deadline = task.deadline
    agencies = content.given(
        task.coordinating_agencies, (*path, "phoi_hop"), lambda names: ", ".join(names) or "Không"
    )
    return Row(
        (
            text_cell(text(str(index + 1))),
            Cell(content.narrative((*path, "noi_dung"))),
            Cell(content.narrative((*path, "ket_qua_du_kien"))),
            text_cell(content.mark((*path, "thoi_han")) if deadline is None else text(show_deadline(deadline))),
            text_cell(content.given(task.resources, (*path, "nguon_luc"), str)),
            text_cell(agencies),
        )
    )


def show_deadline(deadline: date | Period | Recurring) -> str:
    """Return a deadline as a table prints it: "30/6/2021", "Quý II/2021", "Hằng năm"."""
    if isinstance(deadline, date):
        return short_date(deadline)
    words = str(deadline)
    return words[0].upper() + words[1:]


def compose_difficulties(content: ReportContent) -> Blocks:
    """Return part III: each difficulty numbered, its cause below it."""
    blocks: Blocks = (item_heading(content, "kho_khan", 1),)
    difficulties = content.report.difficulties
    if difficulties is None:
        return (*blocks, body(content.mark(("kho_khan",))))
    for index in range(len(difficulties)):
        path: KeyPath = ("kho_khan", index)
        blocks += lead_in(text(f"{index + 1}. "), content.narrative((*path, "noi_dung")))
        cause = text("Nguyên nhân: ", Mark.ITALIC)
        blocks += lead_in(cause, content.narrative((*path, "nguyen_nhan")))
    return blocks if difficulties else (*blocks, body(text(NONE_STATED)))


def compose_proposals(content: ReportContent) -> Blocks:
    """Return part IV: the proposals under the body that each is addressed to, in the order of the input."""
    blocks: Blocks = (item_heading(content, "de_xuat", 1),)
    proposals = content.report.proposals
    if proposals is None:
        return (*blocks, body(content.mark(("de_xuat",))))
    recipients = [_recipient(content, index) for index in range(len(proposals))]
    groups = groupby(enumerate(recipients), key=lambda entry: entry[1])
    for number, (recipient, entries) in enumerate(groups, start=1):
        narratives = [content.narrative(("de_xuat", index, "noi_dung")) for index, _ in entries]
        opening = (*text(f"{number}. Đối với "), *recipient, *text(": "))
        if len(narratives) == 1:
            blocks += lead_in(opening, narratives[0])
            continue
        blocks += (body((*opening[:-1], *text(":"))),)
        for narrative in narratives:
            blocks += lead_in(text("- "), narrative)
    return blocks if proposals else (*blocks, body(text(NONE_STATED)))


def _recipient(content: ReportContent, index: int) -> Inlines:
    proposals = content.report.proposals or ()
    return content.given(proposals[index].recipient, ("de_xuat", index, "gui"), content.issuer.name_of)
