"""A report on the tasks of Decision 749/QD-TTg (kind `bao_cao_749`), in the outline of letter 5065/BTTTT-THH."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from reportgen.model.fields import ItemList, MarkdownText, ReportPeriod, StatedList
from reportgen.model.input_model import NARRATIVE, NEEDED, KeyPath, MissingItem, iter_input_fields, iter_missing
from reportgen.model.letterhead import Letterhead
from reportgen.model.report_kind import KIND
from reportgen.model.report_parts import (
    CommonTask,
    CommonTasks,
    Difficulty,
    Direction,
    Evidence,
    IssuedDocumentEntry,
    NextTask,
    OwnTask,
    Proposal,
    Quantity,
    ReportAppendix,
    Target,
    TargetGroup,
    Targets,
    TaskStatus,
)
from reportgen.vietnamese.provisions import Provision

__all__ = [
    "KIND",
    "CommonTask",
    "CommonTasks",
    "Difficulty",
    "Direction",
    "Evidence",
    "IssuedDocumentEntry",
    "NextTask",
    "OwnTask",
    "ProgressReport",
    "Proposal",
    "Quantity",
    "ReportAppendix",
    "Target",
    "TargetGroup",
    "Targets",
    "TaskStatus",
    "find_missing",
    "iter_issued_documents",
    "iter_quantities",
    "iter_targets",
]


class ProgressReport(Letterhead):
    """A whole report. A list that is `None` is still missing; an empty one says that there is none."""

    key_order: ClassVar[tuple[str, ...]] = (
        *("loai", "minh_hoa", "co_quan", "co_quan_chu_quan", "so", "ky_hieu", "dia_danh", "ngay", "tinh_den"),
        *("trich_yeu", "kinh_gui", "mo_dau", "muc_tieu", "nhiem_vu_chung", "nhiem_vu_rieng", "nhiem_vu_toi"),
        *("kho_khan", "de_xuat", "noi_nhan", "luu", "nguoi_soan", "nguoi_ky", "phu_luc"),
    )

    kind: Literal["bao_cao_749"] = Field(
        alias="loai", title="loại tệp đầu vào", description="Loại tệp đầu vào.", examples=[KIND]
    )
    period: Annotated[ReportPeriod | None, NEEDED] = Field(
        default=None,
        alias="tinh_den",
        title="kỳ tính đến của số liệu",
        description="Kỳ mà số liệu tính đến.",
        examples=["12/2020"],
    )
    opening: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="mo_dau",
        title="đoạn mở đầu",
        description="Đoạn mở đầu (Markdown); bỏ trống thì dùng câu mặc định.",
        examples=["Thực hiện Công văn số 5065/BTTTT-THH, Bộ báo cáo như sau:"],
    )
    targets: Targets = Field(
        default_factory=Targets,
        alias="muc_tieu",
        title="mục tiêu, chỉ tiêu",
        description="Tình hình thực hiện các mục tiêu, chỉ tiêu.",
        examples=[{"chinh_phu_so": {"nhan_xet": "Đạt mục tiêu."}}],
    )
    common_tasks: CommonTasks = Field(
        default_factory=CommonTasks,
        alias="nhiem_vu_chung",
        title="nhiệm vụ giao chung",
        description="Tình hình thực hiện các nhiệm vụ giao chung.",
        examples=[{"nhan_thuc": {"noi_dung": "Đã tổ chức 12 lớp tập huấn."}}],
    )
    own_tasks: Annotated[tuple[OwnTask, ...] | None, ItemList] = Field(
        default=None,
        alias="nhiem_vu_rieng",
        title="nhiệm vụ giao riêng",
        description="Tình hình thực hiện từng nhiệm vụ Quyết định 749 giao riêng cho cơ quan.",
        examples=[[{"vien_dan": "khoản 3, 4 mục VII", "tinh_trang": "hoan_thanh", "ket_qua": "Đã hoàn thành."}]],
    )
    next_tasks: Annotated[tuple[NextTask, ...] | None, ItemList, NEEDED] = Field(
        default=None,
        alias="nhiem_vu_toi",
        title="nhiệm vụ thời gian tới",
        description="Nhiệm vụ triển khai thời gian tới, ít nhất một dòng.",
        examples=[[{"noi_dung": "Hoàn thiện cơ sở dữ liệu ngành", "thoi_han": "Quý II/2021"}]],
    )
    difficulties: Annotated[tuple[Difficulty, ...] | None, StatedList, NEEDED] = Field(
        default=None,
        alias="kho_khan",
        title="khó khăn, vướng mắc",
        description="Khó khăn, vướng mắc và nguyên nhân, hoặc “không có”.",
        examples=["không có"],
    )
    proposals: Annotated[tuple[Proposal, ...] | None, StatedList, NEEDED] = Field(
        default=None,
        alias="de_xuat",
        title="đề xuất, kiến nghị",
        description="Đề xuất, kiến nghị, hoặc “không có”.",
        examples=["không có"],
    )
    appendices: Annotated[tuple[ReportAppendix, ...] | None, ItemList] = Field(
        default=None,
        alias="phu_luc",
        title="phụ lục",
        description="Các phụ lục.",
        examples=[[{"tieu_de": "DANH MỤC VĂN BẢN", "noi_dung": "..."}]],
    )


def iter_targets(report: ProgressReport) -> Iterator[tuple[KeyPath, Target]]:
    """Yield path and value of every target, in the order of the outline."""
    groups = report.targets
    for alias, group in (
        ("chinh_phu_so", groups.digital_government),
        ("kinh_te_so", groups.digital_economy),
        ("xa_hoi_so", groups.digital_society),
    ):
        for index, target in enumerate(group.targets or ()):
            yield ("muc_tieu", alias, "chi_tieu", index), target


def iter_issued_documents(report: ProgressReport) -> Iterator[tuple[KeyPath, IssuedDocumentEntry]]:
    """Yield path and value of every document issued, in the order of the outline."""
    for path, task in _iter_evidence(report):
        for index, document in enumerate(task.documents or ()):
            yield (*path, "van_ban", index), document


def iter_quantities(report: ProgressReport) -> Iterator[tuple[KeyPath, Quantity]]:
    """Yield path and value of every figure of a task, in the order of the outline."""
    for path, task in _iter_evidence(report):
        for index, quantity in enumerate(task.quantities or ()):
            yield (*path, "so_lieu", index), quantity


def _iter_evidence(report: ProgressReport) -> Iterator[tuple[KeyPath, Evidence]]:
    for alias, name, _ in iter_input_fields(CommonTasks):
        yield ("nhiem_vu_chung", alias), getattr(report.common_tasks, name)
    for index, task in enumerate(report.own_tasks or ()):
        yield ("nhiem_vu_rieng", index), task


def find_missing(report: ProgressReport, own_provisions: Iterable[Provision] = ()) -> list[MissingItem]:
    """Return everything that the final form needs and `report` does not give.

    `own_provisions` give this agency tasks of its own: each needs an entry that cites it or parts of it.
    """
    missing = [_named_by_common_task(item) for item in iter_missing(report)]
    groups = report.targets
    for alias, name, group in (
        ("chinh_phu_so", "Chính phủ số", groups.digital_government),
        ("kinh_te_so", "kinh tế số", groups.digital_economy),
        ("xa_hoi_so", "xã hội số", groups.digital_society),
    ):
        if not group.targets and group.remarks is None:
            missing.append(MissingItem(("muc_tieu", alias), f"chỉ tiêu hoặc nhận xét về {name}"))
    cited = [cited for task in report.own_tasks or () if task.citation for cited in task.citation.provisions]
    return missing + [
        MissingItem(("nhiem_vu_rieng",), f"kết quả của nhiệm vụ tại {provision}")
        for provision in own_provisions
        if not any(each.contains(provision) or provision.contains(each) for each in cited)
    ]


def _named_by_common_task(item: MissingItem) -> MissingItem:
    """Say which of the four common tasks lacks its content; all four have the same keys."""
    match item.path:
        case ("nhiem_vu_chung", str(task), "noi_dung"):
            title = next(field.title for alias, _, field in iter_input_fields(CommonTasks) if alias == task)
            return MissingItem(item.path, f"kết quả về {title}")
    return item
