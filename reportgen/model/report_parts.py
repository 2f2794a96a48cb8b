"""The parts of a report on the tasks of Decision 749/QD-TTg: targets, tasks, difficulties, proposals, appendices."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from reportgen.model.fields import (
    Day,
    Deadline,
    DocumentNumber,
    ItemList,
    Line,
    LinesOrNone,
    MarkdownText,
    Number,
    ReportPeriod,
    Result,
    Symbol,
    TaskCitation,
    YesNo,
    one_of,
)
from reportgen.model.input_model import NARRATIVE, NEEDED, InputModel


class Direction(StrEnum):
    """Which way a target is met: by a value at least, or at most, as high as the goal."""

    HIGHER_IS_BETTER = "cao_hon"
    LOWER_IS_BETTER = "thap_hon"


class TaskStatus(StrEnum):
    """How far a task has come."""

    DONE = "hoan_thanh"
    IN_PROGRESS = "dang_thuc_hien"
    NOT_STARTED = "chua_thuc_hien"


class Target(InputModel):
    """A target of the programme with its goal and result."""

    name: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="ten", title="tên", description="Tên chỉ tiêu.", examples=["Tỷ lệ hồ sơ trực tuyến"]
    )
    unit: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="don_vi", title="đơn vị tính", description="Đơn vị tính.", examples=["%"]
    )
    goal: Annotated[Number | None, NEEDED] = Field(
        default=None, alias="muc_tieu", title="mục tiêu", description="Giá trị phải đạt.", examples=[80]
    )
    result: Annotated[Result | None, NEEDED] = Field(
        default=None,
        alias="ket_qua",
        title="kết quả",
        description="Giá trị đạt được, hoặc “chưa có số liệu”.",
        examples=["86,97"],
    )
    direction: Annotated[Direction, one_of(Direction)] = Field(
        default=Direction.HIGHER_IS_BETTER,
        alias="chieu",
        title="chiều",
        description="cao_hon: càng cao càng tốt; thap_hon: càng thấp càng tốt.",
        examples=["cao_hon"],
    )
    period: ReportPeriod | None = Field(
        default=None,
        alias="ky",
        title="kỳ số liệu",
        description="Kỳ của số liệu; bỏ trống thì theo `tinh_den`.",
        examples=["12/2020"],
    )
    source: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="nguon", title="nguồn số liệu", description="Nguồn số liệu.", examples=["Cục CNTT"]
    )
    note: Line | None = Field(
        default=None, alias="ghi_chu", title="ghi chú", description="Ghi chú.", examples=["Số liệu sơ bộ"]
    )

    def name_of_item(self) -> str | None:
        """The target by its name."""
        return f"của chỉ tiêu “{self.name}”" if self.name else "của chỉ tiêu"


class TargetGroup(InputModel):
    """The targets of one side of the programme; remarks alone will do where there are none."""

    remarks: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="nhan_xet",
        title="nhận xét",
        description="Nhận xét (Markdown).",
        examples=["Đạt mục tiêu."],
    )
    targets: Annotated[tuple[Target, ...] | None, ItemList] = Field(
        default=None,
        alias="chi_tieu",
        title="danh sách chỉ tiêu",
        description="Các chỉ tiêu; có thể bỏ trống nếu đã có `nhan_xet`.",
        examples=[[{"ten": "Tỷ lệ hồ sơ trực tuyến", "don_vi": "%", "muc_tieu": 80, "ket_qua": "86,97"}]],
    )


class Targets(InputModel):
    """The three sides of the programme."""

    digital_government: TargetGroup = Field(
        default_factory=TargetGroup,
        alias="chinh_phu_so",
        title="chỉ tiêu phát triển Chính phủ số",
        description="Chỉ tiêu phát triển Chính phủ số.",
        examples=[{"nhan_xet": "Đạt mục tiêu."}],
    )
    digital_economy: TargetGroup = Field(
        default_factory=TargetGroup,
        alias="kinh_te_so",
        title="chỉ tiêu phát triển kinh tế số",
        description="Chỉ tiêu phát triển kinh tế số.",
        examples=[{"nhan_xet": "Không có chỉ tiêu giao cho Bộ."}],
    )
    digital_society: TargetGroup = Field(
        default_factory=TargetGroup,
        alias="xa_hoi_so",
        title="chỉ tiêu phát triển xã hội số",
        description="Chỉ tiêu phát triển xã hội số.",
        examples=[{"nhan_xet": "Không có chỉ tiêu giao cho Bộ."}],
    )


class Quantity(InputModel):
    """A figure that shows how much was done."""

    name: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="ten", title="tên số liệu", description="Tên số liệu.", examples=["Số lớp tập huấn"]
    )
    value: Annotated[Result | None, NEEDED] = Field(
        default=None,
        alias="gia_tri",
        title="giá trị của số liệu",
        description="Giá trị, hoặc “chưa có số liệu”.",
        examples=[12],
    )
    unit: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="don_vi", title="đơn vị của số liệu", description="Đơn vị tính.", examples=["lớp"]
    )


class IssuedDocumentEntry(InputModel):
    """A document issued for a task."""

    type_name: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="loai", title="loại văn bản", description="Tên loại văn bản.", examples=["Quyết định"]
    )
    number: Annotated[DocumentNumber | None, NEEDED] = Field(
        default=None, alias="so", title="số của văn bản đã ban hành", description="Số văn bản.", examples=[1234]
    )
    symbol: Annotated[Symbol | None, NEEDED] = Field(
        default=None,
        alias="ky_hieu",
        title="ký hiệu của văn bản đã ban hành",
        description="Ký hiệu văn bản.",
        examples=["QĐ-BGDĐT"],
    )
    day: Annotated[Day | None, NEEDED] = Field(
        default=None,
        alias="ngay",
        title="ngày của văn bản đã ban hành",
        description="Ngày ban hành.",
        examples=["12/7/2020"],
    )
    agency: Line | None = Field(
        default=None,
        alias="co_quan",
        title="cơ quan ban hành văn bản",
        description="Mã hoặc tên cơ quan ban hành; bỏ trống thì là cơ quan báo cáo.",
        examples=["BGDDT"],
    )
    abstract: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="trich_yeu",
        title="trích yếu của văn bản đã ban hành",
        description="Trích yếu nội dung.",
        examples=["phê duyệt Kế hoạch chuyển đổi số"],
    )


class Evidence(InputModel):
    """Figures and documents that stand behind a narrative; a task builds on it."""

    quantities: Annotated[tuple[Quantity, ...] | None, ItemList] = Field(
        default=None,
        alias="so_lieu",
        title="số liệu",
        description="Số lượng, khối lượng, quy mô đã thực hiện.",
        examples=[[{"ten": "Số lớp tập huấn", "gia_tri": 12, "don_vi": "lớp"}]],
    )
    documents: Annotated[tuple[IssuedDocumentEntry, ...] | None, ItemList] = Field(
        default=None,
        alias="van_ban",
        title="văn bản đã ban hành",
        description="Danh mục văn bản đã ban hành.",
        examples=[[{"loai": "Quyết định", "so": 1234, "ky_hieu": "QĐ-BGDĐT", "ngay": "12/7/2020"}]],
    )


class CommonTask(Evidence):
    """The results of one task given to all agencies."""

    key_order: ClassVar[tuple[str, ...]] = ("noi_dung", "so_lieu", "van_ban")

    content: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung kết quả nhiệm vụ chung",
        description="Kết quả thực hiện (Markdown).",
        examples=["Đã tổ chức 12 lớp tập huấn."],
    )


class CommonTasks(InputModel):
    """The four tasks given to all agencies."""

    awareness: CommonTask = Field(
        default_factory=CommonTask,
        alias="nhan_thuc",
        title="tuyên truyền, nâng cao nhận thức",
        description="Tuyên truyền, nâng cao nhận thức về chuyển đổi số.",
        examples=[{"noi_dung": "Đã tổ chức 12 lớp tập huấn."}],
    )
    institutions: CommonTask = Field(
        default_factory=CommonTask,
        alias="the_che",
        title="chiến lược, kế hoạch, thể chế",
        description="Xây dựng chiến lược, kế hoạch, chính sách, thể chế phục vụ chuyển đổi số.",
        examples=[{"noi_dung": "Đã ban hành kế hoạch."}],
    )
    infrastructure: CommonTask = Field(
        default_factory=CommonTask,
        alias="ha_tang",
        title="hạ tầng, nền tảng số",
        description="Phát triển hạ tầng, nền tảng số phục vụ chuyển đổi số.",
        examples=[{"noi_dung": "Đã đưa nền tảng tích hợp vào sử dụng."}],
    )
    cooperation: CommonTask = Field(
        default_factory=CommonTask,
        alias="hop_tac",
        title="hợp tác, nghiên cứu, đổi mới sáng tạo",
        description="Hoạt động hợp tác, nghiên cứu, đổi mới sáng tạo phục vụ chuyển đổi số.",
        examples=[{"noi_dung": "Đã ký 02 thỏa thuận hợp tác."}],
    )


class OwnTask(Evidence):
    """The result of tasks that Decision 749 gives to this agency."""

    key_order: ClassVar[tuple[str, ...]] = ("vien_dan", "tinh_trang", "ket_qua", "so_lieu", "van_ban")

    citation: Annotated[TaskCitation | None, NEEDED] = Field(
        default=None,
        alias="vien_dan",
        title="viện dẫn của nhiệm vụ",
        description="Điều khoản giao nhiệm vụ; có mục mà không ghi điều thì hiểu là Điều 1.",
        examples=["khoản 3, 4 mục VII"],
    )
    status: Annotated[TaskStatus | None, one_of(TaskStatus), NEEDED] = Field(
        default=None,
        alias="tinh_trang",
        title="tình trạng của nhiệm vụ",
        description="hoan_thanh, dang_thuc_hien hoặc chua_thuc_hien.",
        examples=["dang_thuc_hien"],
    )
    result: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="ket_qua",
        title="kết quả của nhiệm vụ",
        description="Kết quả thực hiện (Markdown).",
        examples=["Đã xây dựng học liệu số cho 5 môn học."],
    )

    def name_of_item(self) -> str | None:
        """The task by the provisions that give it."""
        return f"tại {self.citation}" if self.citation else None


class NextTask(InputModel):
    """A task for the time to come."""

    content: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung triển khai",
        description="Nội dung triển khai.",
        examples=["Hoàn thiện cơ sở dữ liệu ngành"],
    )
    expected_result: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="ket_qua_du_kien",
        title="kết quả dự kiến",
        description="Kết quả dự kiến.",
        examples=["100% cơ sở giáo dục được kết nối"],
    )
    deadline: Annotated[Deadline | None, NEEDED] = Field(
        default=None,
        alias="thoi_han",
        title="thời hạn hoàn thành",
        description="Ngày, kỳ, “thường xuyên” hoặc “hằng năm”.",
        examples=["Quý II/2021"],
    )
    resources: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="nguon_luc",
        title="nguồn lực",
        description="Nguồn lực thực hiện.",
        examples=["Ngân sách nhà nước"],
    )
    coordinating_agencies: Annotated[LinesOrNone, NEEDED] = Field(
        default=None,
        alias="phoi_hop",
        title="cơ quan phối hợp",
        description="Mã, tên cơ quan hoặc chữ tự do; [] là không có.",
        examples=[["BTTTT"]],
    )


class Difficulty(InputModel):
    """A difficulty and its cause."""

    content: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung khó khăn, vướng mắc",
        description="Khó khăn, vướng mắc (Markdown).",
        examples=["Hạ tầng giữa các vùng chưa đồng đều."],
    )
    cause: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="nguyen_nhan",
        title="nguyên nhân của khó khăn, vướng mắc",
        description="Nguyên nhân (Markdown).",
        examples=["Kinh phí chưa được bố trí đủ."],
    )


class Proposal(InputModel):
    """A proposal and whom it is made to."""

    recipient: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="gui",
        title="nơi nhận đề xuất, kiến nghị",
        description="Mã hoặc tên cơ quan được kiến nghị.",
        examples=["TTg"],
    )
    content: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung đề xuất, kiến nghị",
        description="Nội dung đề xuất, kiến nghị (Markdown).",
        examples=["Sớm ban hành hướng dẫn."],
    )


class ReportAppendix(InputModel):
    """An appendix of the report."""

    title: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="tieu_de",
        title="tiêu đề phụ lục",
        description="Tiêu đề phụ lục.",
        examples=["DANH MỤC VĂN BẢN"],
    )
    content: Annotated[MarkdownText | None, NEEDED, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung phụ lục",
        description="Nội dung phụ lục (Markdown).",
        examples=["| STT | Tên |\n|---|---|\n| 1 | Kế hoạch |"],
    )
    is_landscape: YesNo = Field(
        default=False,
        alias="kho_ngang",
        title="khổ ngang",
        description="Ghi true để in phụ lục khổ ngang.",
        examples=[False],
    )
