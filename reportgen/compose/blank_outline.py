"""The blank outline of a progress report for one agency: a Word form with a content control for each thing asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportgen.compose.blocks import body
from reportgen.compose.captions import number_captions
from reportgen.compose.input_controls import EntryColumn, entry_table, fill_in, input_field, label_table
from reportgen.compose.letterhead import NAME_RULE_SHARE
from reportgen.compose.own_task_groups import OwnTaskGroup, no_own_tasks, own_task_groups
from reportgen.compose.report_tasks import STATUS_WORDS
from reportgen.compose.template_tags import OUTLINE_TAGS
from reportgen.document import (
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Landscape,
    LineBreak,
    Paragraph,
    Role,
    Rule,
    Table,
    text,
)
from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import InputModel
from reportgen.model.letterhead import FilingLine, Signer
from reportgen.model.outline import Outline, OutlineItem, SubmissionNote
from reportgen.model.progress_report import ProgressReport
from reportgen.model.report_parts import CommonTask, CommonTasks, OwnTask, TargetGroup, Targets
from reportgen.vietnamese import point_letter, short_date

TEMPLATE = "de_cuong"
HOW_TO_FILL = (
    "Cách điền: bấm vào dòng chữ xám rồi gõ; trong bảng, bấm dấu + ở cuối hàng để thêm hàng. Chỗ không có gì để ghi"
    " thì để nguyên."
)
NOTHING_TO_STATE = "Nếu không có thì ghi “Không có” vào hàng đầu của bảng."

_OUTLINE_MARK = "[ĐỀ CƯƠNG]"
_NOTE_MARK = "Lưu ý"
_PERIOD_PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
_OPENING_KEYS = ("so", "ky_hieu", "dia_danh", "ngay", "kinh_gui")

_TARGET_COLUMNS = (
    EntryColumn("ten", "Chỉ tiêu", 30),
    EntryColumn("don_vi", "Đơn vị tính", 13, "center"),
    EntryColumn("muc_tieu", "Mục tiêu", 13, "center"),
    EntryColumn("ket_qua", "Kết quả", 13, "center"),
    EntryColumn("ky", "Kỳ số liệu", 14, "center"),
    EntryColumn("nguon", "Nguồn số liệu", 17),
)
_QUANTITY_COLUMNS = (
    EntryColumn("ten", "Tên số liệu", 60),
    EntryColumn("gia_tri", "Giá trị", 20, "center"),
    EntryColumn("don_vi", "Đơn vị tính", 20, "center"),
)
_DOCUMENT_COLUMNS = (
    EntryColumn("loai", "Loại", 15),
    EntryColumn("so", "Số", 12, "center"),
    EntryColumn("ky_hieu", "Ký hiệu", 17, "center"),
    EntryColumn("ngay", "Ngày", 15, "center"),
    EntryColumn("co_quan", "Cơ quan ban hành", 15),
    EntryColumn("trich_yeu", "Trích yếu", 26),
)
_NEXT_TASK_WIDTHS = {"noi_dung": 28, "ket_qua_du_kien": 24, "thoi_han": 14, "nguon_luc": 16, "phoi_hop": 18}
_DIFFICULTY_WIDTHS = {"noi_dung": 50, "nguyen_nhan": 50}
_PROPOSAL_COLUMNS = (
    EntryColumn("gui", "Gửi cơ quan", 34),
    EntryColumn("noi_dung", "Nội dung đề xuất, kiến nghị", 66),
)


def compose_blank_outline(outline: Outline, agency: Agency, register: AgencyRegister, *, day: date) -> Document:
    """Return the outline for `agency` to fill in: its headings and instructions word for word, its own tasks only.

    The tag of each content control is the path of the input key that its content belongs to. `day` decides which
    tasks the agency has taken over, and the names of agencies.

    Raises:
        UnknownAgencyError: the register does not know the agency, or one that the outline names.
    """
    title = f"{_OUTLINE_MARK} {outline.title}"
    issued = outline.issued_with
    issuer = register.name_on(issued.agency_code, issued.issued_on)
    basis = (
        f"(Theo Phụ lục {outline.appendix_number} kèm theo {issued.type_name} số {issued.number}"
        f" ngày {short_date(issued.issued_on)} của {issuer})"
    )
    form = _Form(outline, agency, register, day)
    return Document(
        template=TEMPLATE,
        tags=OUTLINE_TAGS,
        title=title,
        inline_slots={
            "tieu_de": text(title),
            "co_quan_bao_cao": (*text(f"Cơ quan báo cáo: {agency.name}"), LineBreak(), *text(basis)),
        },
        block_slots={
            "ke_duoi_tieu_de": (Rule(title, Role.APPENDIX_TITLE, NAME_RULE_SHARE),),
            "noi_dung": number_captions(form.blocks()),
        },
        author=agency.name,
        subject=f"{outline.basis.type_name} số {outline.basis.number}",
        day=day,
    )


@dataclass(frozen=True, slots=True)
class _Form:
    outline: Outline
    agency: Agency
    register: AgencyRegister
    day: date

    def blocks(self) -> Iterator[Block]:
        yield _instruction(HOW_TO_FILL)
        yield self._opening_table()
        yield fill_in(ProgressReport, "mo_dau", what="đoạn mở đầu, nếu không dùng câu mặc định").block_control()
        for part in self.outline.parts:
            blocks = tuple(self._item(part, 1))
            # The table of part II has five columns of running text, which a portrait page has no room for.
            yield from (Landscape(blocks),) if part.key == "nhiem_vu_toi" else blocks
        yield _ending_table()
        if self.outline.note is not None:
            yield _instruction(f"{_NOTE_MARK}: {self._note(self.outline.note)}")

    def _opening_table(self) -> Table:
        return label_table(
            [fill_in(ProgressReport, alias) for alias in _OPENING_KEYS],
            caption="Thông tin của báo cáo",
            fixed=[("Cơ quan báo cáo", self.agency.name)],
        )

    def _item(self, item: OutlineItem, level: Literal[1, 2, 3]) -> Iterator[Block]:
        stop = ")" if level == 3 else "."
        yield Heading(level, f"{item.number}{stop}", _title(item))
        yield from map(_instruction, item.instructions)
        yield from self._places(item)
        for inner in item.items:
            yield from self._item(inner, 2 if level == 1 else 3)

    def _places(self, item: OutlineItem) -> Blocks:
        match item.key.split("."):
            case ["muc_tieu", group]:
                return _target_places(item.key, group)
            case ["nhiem_vu_chung", task]:
                return _common_task_places(item.key, task)
            case ["nhiem_vu_rieng"]:
                return tuple(self._own_tasks(item.key))
            case ["nhiem_vu_toi"]:
                return (_plan_table(item, _columns(item, _NEXT_TASK_WIDTHS), "Kế hoạch triển khai thời gian tới"),)
            case ["kho_khan"]:
                table = _plan_table(item, _columns(item, _DIFFICULTY_WIDTHS), "Khó khăn, vướng mắc và nguyên nhân")
                return (_instruction(NOTHING_TO_STATE), table)
            case ["de_xuat"]:
                return (_instruction(NOTHING_TO_STATE), _plan_table(item, _PROPOSAL_COLUMNS, "Đề xuất, kiến nghị"))
            case _:
                return ()

    def _own_tasks(self, key: str) -> Iterator[Block]:
        tasks = self.outline.tasks_of(self.agency.code, self.register, self.day)
        if not tasks:
            yield body(text(no_own_tasks(self.outline, self.agency)))
        for assigned in tasks:
            yield _instruction(f"- {assigned.given_to}: {assigned.task.citation}.")
        for number, group in enumerate(own_task_groups(tasks), start=1):
            yield from _own_task_places(f"{key}[{number}]", number, group)

    def _note(self, note: SubmissionNote) -> str:
        """The closing note; its day is that of the round of 2020, so later rounds are told whom to send to only."""
        if self.day < note.before:
            return note.text
        heirs = self.register.successors(note.agency_code, self.day)
        names = ", ".join(heir.name for heir in heirs) or self.register.get(note.agency_code).name
        return f"Đề nghị gửi về {names} theo thời hạn của đợt báo cáo"


def _instruction(words: str) -> Paragraph:
    return Paragraph(Role.INSTRUCTION, text(words))


def _title(item: OutlineItem) -> Inlines:
    """The heading; the time up to which the figures count is a place to fill in."""
    before, place, after = item.title_for(_PERIOD_PLACE).partition(_PERIOD_PLACE)
    asked = fill_in(ProgressReport, "tinh_den")
    period = (asked.text_control(prompt=f"bấm để ghi kỳ, ví dụ: {asked.example}"),) if place else ()
    return (*text(before), *period, *text(after))


def _plan_table(item: OutlineItem, columns: Sequence[EntryColumn], caption: str) -> Table:
    return entry_table(ProgressReport, item.key, "", columns, caption=caption)


def _columns(item: OutlineItem, widths: Mapping[str, int]) -> list[EntryColumn]:
    """The columns that the outline asks for, in its words; the input has the same ones in the same order."""
    pairs = zip(widths.items(), item.columns, strict=True)
    return [EntryColumn(alias, column.title, width) for (alias, width), column in pairs]


def _named_in_group(model: type[InputModel], alias: str, inner: str) -> tuple[str, str]:
    """How the model calls its group `alias`, and its example of what is written under the group's key `inner`."""
    field = input_field(model, alias)
    examples = field.examples or [{}]
    return field.title or alias, str(examples[0].get(inner, ""))


def _target_places(path: str, group: str) -> Blocks:
    name, example = _named_in_group(Targets, group, "nhan_xet")
    remarks = fill_in(TargetGroup, "nhan_xet", path, what=f"nhận xét về {name}", example=example)
    caption = f"Kết quả thực hiện {name}"
    return (remarks.block_control(), entry_table(TargetGroup, "chi_tieu", path, _TARGET_COLUMNS, caption=caption))


def _common_task_places(path: str, task: str) -> Blocks:
    name, example = _named_in_group(CommonTasks, task, "noi_dung")
    result = fill_in(CommonTask, "noi_dung", path, what=f"kết quả về {name}", example=example)
    return (result.block_control(), *_evidence_places(CommonTask, path, name))


def _own_task_places(path: str, number: int, group: OwnTaskGroup) -> Blocks:
    given_to = f" (giao {group.given_to})" if group.given_to else ""
    state = fill_in(OwnTask, "tinh_trang", path, example="")
    prompt = f"bấm để ghi một trong các từ: {', '.join(words.lower() for words in STATUS_WORDS.values())}"
    return (
        Heading(3, f"{point_letter(number)})", text(f"Nhiệm vụ tại {group.citation}{given_to}")),
        body((*text("Tình trạng: "), state.text_control(prompt=prompt))),
        fill_in(OwnTask, "ket_qua", path).block_control(),
        *_evidence_places(OwnTask, path, f"nhiệm vụ tại {group.citation}"),
    )


def _evidence_places(model: type[InputModel], path: str, subject: str) -> Blocks:
    return (
        entry_table(model, "so_lieu", path, _QUANTITY_COLUMNS, caption=f"Số liệu về {subject}"),
        entry_table(model, "van_ban", path, _DOCUMENT_COLUMNS, caption=f"Văn bản đã ban hành về {subject}"),
    )


def _ending_table() -> Table:
    return label_table(
        [
            *(fill_in(Signer, alias, "nguoi_ky") for alias in ("quyen_han", "chuc_vu_nguoi_dung_dau")),
            *(fill_in(Signer, alias, "nguoi_ky") for alias in ("chuc_vu", "ho_ten")),
            fill_in(ProgressReport, "noi_nhan"),
            *(fill_in(FilingLine, alias, "luu") for alias in ("don_vi", "so_ban")),
            fill_in(ProgressReport, "nguoi_soan"),
        ],
        caption="Người ký, nơi nhận",
    )
