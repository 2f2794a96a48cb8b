"""The parts of an administrative document: what it cites, its content in levels, tables, appendices, forms."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_before_validator_function

from reportgen.model.fields import (
    Count,
    Day,
    DocumentNumber,
    ItemList,
    Line,
    Lines,
    MarkdownText,
    Symbol,
    YesNo,
    one_of,
)
from reportgen.model.input_model import NARRATIVE, NEEDED, InputModel

_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}
_CELLS_SCHEMA: dict[str, Any] = {"type": "array", "items": {"type": ["string", "number", "null"]}}


class _Short:
    """An annotation: a group of keys, or for short the value of its one key that matters most."""

    def __init__(self, key: str, short: type, schema: dict[str, Any]) -> None:
        self.key = key
        self.short = short
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return no_info_before_validator_function(self._to_group, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), self.schema]}

    def _to_group(self, value: object) -> object:
        return {self.key: value} if isinstance(value, self.short) else value


class Urgency(StrEnum):
    """How fast a document has to be delivered (Decree 30, Appendix I, III.2.b)."""

    URGENT = "khan"
    VERY_URGENT = "thuong_khan"
    EXPRESS = "hoa_toc"


class Secrecy(StrEnum):
    """The degree of secrecy (Decree 30, Appendix I, III.2.a)."""

    CONFIDENTIAL = "mat"
    HIGHLY_CONFIDENTIAL = "toi_mat"
    STRICTLY_CONFIDENTIAL = "tuyet_mat"


class Numbering(StrEnum):
    """How the parts of a content are numbered, from its highest level down."""

    SECTIONS = "muc"
    """I. / 1. / a)"""
    CLAUSES = "khoan"
    """1. / a)"""
    ARTICLES = "dieu"
    """Điều 1. / 1. / a)"""
    CHAPTERS = "chuong"
    """Chương I / Điều 1. / 1. / a)"""
    PARTS = "phan"
    """Phần I / I. / 1. / a)"""


class CitedDocument(InputModel):
    """A document that this one cites: written once here, printed in full at its first mention and short later."""

    key: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="khoa",
        title="khóa của văn bản viện dẫn",
        description="Tên ngắn để nhắc đến văn bản này: ghi [[khóa]] trong nội dung.",
        examples=["qd749"],
    )
    type_name: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="loai", title="loại văn bản", description="Tên loại văn bản.", examples=["Quyết định"]
    )
    number: DocumentNumber | None = Field(
        default=None, alias="so", title="số", description="Số; Luật, Pháp lệnh thì bỏ trống.", examples=[749]
    )
    symbol: Symbol | None = Field(
        default=None, alias="ky_hieu", title="ký hiệu", description="Ký hiệu.", examples=["QĐ-TTg"]
    )
    day: Day | None = Field(
        default=None, alias="ngay", title="ngày", description="Ngày ban hành.", examples=["03/6/2020"]
    )
    agency: Line | None = Field(
        default=None,
        alias="co_quan",
        title="cơ quan ban hành",
        description="Mã hoặc tên cơ quan, chức danh ban hành.",
        examples=["TTG"],
    )
    abstract: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="trich_yeu",
        title="trích yếu của văn bản viện dẫn",
        description="Trích yếu (Luật, Pháp lệnh: tên luật), viết liền sau tên cơ quan.",
        examples=["phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"],
    )
    expired_on: Day | None = Field(
        default=None,
        alias="het_hieu_luc",
        title="ngày hết hiệu lực",
        description="Ngày hết hiệu lực, nếu đã hết.",
        examples=["01/01/2022"],
    )

    def name_of_item(self) -> str | None:
        """The cited document by its key."""
        return f"“{self.key}”" if self.key else None


class TableColumn(InputModel):
    """A column of a table."""

    title: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="ten", title="tên cột", description="Tên cột.", examples=["Chỉ số chính"]
    )
    width: Count | None = Field(
        default=None, alias="rong", title="độ rộng", description="Độ rộng so với các cột khác.", examples=[3]
    )
    align: Line | None = Field(
        default=None, alias="canh", title="canh lề", description="trai, giua hoặc phai.", examples=["giua"]
    )


class TableRow(InputModel):
    """A row of a table: its cells, or the title of the group of rows below it."""

    group: Line | None = Field(
        default=None,
        alias="nhom",
        title="tên nhóm",
        description="Dòng tên nhóm, phủ mọi cột.",
        examples=["Hạ tầng số"],
    )
    cells: Annotated[tuple[MarkdownText | None, ...] | None, ItemList] = Field(
        default=None,
        alias="o",
        title="các ô",
        description="Nội dung các ô; “^” gộp với ô trên, “<” gộp với ô bên trái, ^[…] là chú thích cuối trang.",
        examples=[["(1)", "Nội dung"]],
    )


class TableInput(InputModel):
    """A table: typed here, or a target table that the program knows."""

    title: Line | None = Field(
        default=None, alias="tieu_de", title="tên bảng", description="Tên bảng.", examples=["Danh mục chỉ số"]
    )
    columns: Annotated[tuple[TableColumn, ...] | None, ItemList] = Field(
        default=None, alias="cot", title="các cột", description="Các cột.", examples=[[{"ten": "STT"}]]
    )
    rows: Annotated[tuple[Annotated[TableRow, _Short("o", list, _CELLS_SCHEMA)], ...] | None, ItemList] = Field(
        default=None,
        alias="dong",
        title="các dòng",
        description="Mỗi dòng là danh sách ô, hoặc {nhom: tên nhóm}.",
        examples=[[["(1)", "Tỷ lệ dịch vụ công trực tuyến toàn trình"]]],
    )
    rows_from: Line | None = Field(
        default=None,
        alias="dong_theo",
        title="danh sách dòng riêng",
        description="Làm hàng loạt: tên danh sách có các dòng riêng của từng nơi nhận, thay cho `dong`.",
        examples=["chi_so_yeu"],
    )
    targets: Line | None = Field(
        default=None,
        alias="bang_chi_tieu",
        title="bảng chỉ tiêu có sẵn",
        description="Khóa của bảng chỉ tiêu có sẵn trong chương trình, thay cho `cot` và `dong`.",
        examples=["ke_hoach_483"],
    )


class Section(InputModel):
    """A part of the content: with a title, or text alone; with parts of its own below it."""

    key_order: ClassVar[tuple[str, ...]] = ("tieu_de", "noi_dung", "bang", "con", "kho_ngang")

    title: Line | None = Field(
        default=None, alias="tieu_de", title="tiêu đề", description="Tiêu đề.", examples=["Định hướng xuyên suốt"]
    )
    content: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="noi_dung",
        title="nội dung",
        description="Nội dung (Markdown).",
        examples=["Phổ cập sử dụng nền tảng số."],
    )
    table: TableInput | None = Field(
        default=None, alias="bang", title="bảng", description="Bảng.", examples=[{"bang_chi_tieu": "ke_hoach_483"}]
    )
    children: Annotated[tuple[Annotated[Section, _Short("noi_dung", str, _TEXT_SCHEMA)], ...] | None, ItemList] = (
        Field(
            default=None,
            alias="con",
            title="các phần bên dưới",
            description="Các phần bên dưới: mỗi phần là một đoạn chữ hoặc một nhóm mục như phần này.",
            examples=[["Phổ cập sử dụng sàn thương mại điện tử."]],
        )
    )
    is_landscape: YesNo = Field(
        default=False, alias="kho_ngang", title="khổ ngang", description="Đặt trên trang ngang.", examples=[False]
    )


Sections = Annotated[tuple[Annotated[Section, _Short("noi_dung", str, _TEXT_SCHEMA)], ...] | None, ItemList]


class Contact(InputModel):
    """Whom to ask."""

    scope: Line | None = Field(
        default=None,
        alias="noi_dung",
        title="nội dung hỗ trợ",
        description="Nội dung mà đầu mối hỗ trợ.",
        examples=["Đầu mối hỗ trợ chung"],
    )
    name: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="ho_ten", title="họ tên đầu mối", description="Họ tên.", examples=["Ông Nguyễn Văn A"]
    )
    unit: Line | None = Field(
        default=None, alias="don_vi", title="đơn vị", description="Đơn vị.", examples=["Cục Chuyển đổi số quốc gia"]
    )
    phone: Line | None = Field(
        default=None, alias="dien_thoai", title="điện thoại", description="Điện thoại.", examples=["024.0000.0000"]
    )
    email: Line | None = Field(
        default=None, alias="thu_dien_tu", title="thư điện tử", description="Thư điện tử.", examples=["a@example.vn"]
    )


class Appendix(InputModel):
    """An appendix: text, numbered parts and tables."""

    title: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="tieu_de", title="tiêu đề phụ lục", description="Tiêu đề.", examples=["DANH MỤC CHỈ SỐ"]
    )
    content: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None, alias="noi_dung", title="nội dung phụ lục", description="Nội dung (Markdown).", examples=["..."]
    )
    numbering: Annotated[Numbering, one_of(Numbering)] = Field(
        default=Numbering.CLAUSES,
        alias="bo_cuc",
        title="bố cục",
        description="Bố cục: muc (I., 1., a), khoan (1., a), dieu, chuong hoặc phan.",
        examples=["khoan"],
    )
    sections: Sections = Field(
        default=None, alias="con", title="các phần", description="Các phần của phụ lục.", examples=[["..."]]
    )
    table: TableInput | None = Field(
        default=None, alias="bang", title="bảng", description="Bảng.", examples=[{"cot": [{"ten": "STT"}]}]
    )
    is_landscape: YesNo = Field(
        default=False, alias="kho_ngang", title="khổ ngang", description="Đặt trên trang ngang.", examples=[False]
    )


class IssuedText(InputModel):
    """A text that a decision issues or approves, printed after it (Decree 30, Appendix III, Mẫu 1.3)."""

    kind: Annotated[Line | None, NEEDED] = Field(
        default=None, alias="loai", title="loại văn bản kèm theo", description="Loại.", examples=["ke_hoach"]
    )
    title: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="trich_yeu",
        title="trích yếu của văn bản kèm theo",
        description="Trích yếu.",
        examples=["Triển khai Chương trình Chuyển đổi số quốc gia"],
    )
    numbering: Annotated[Numbering, one_of(Numbering)] = Field(
        default=Numbering.SECTIONS,
        alias="bo_cuc",
        title="bố cục",
        description="Bố cục: muc (I., 1., a), khoan (1., a), dieu, chuong hoặc phan.",
        examples=["muc"],
    )
    sections: Annotated[Sections, NEEDED] = Field(
        default=None, alias="noi_dung", title="nội dung văn bản kèm theo", description="Các phần.", examples=[["..."]]
    )


class Particulars(InputModel):
    """The labelled lines of the kinds that are forms: invitation, introduction, minutes, leave (Mẫu 1.7 to 1.10)."""

    invited: Line | None = Field(
        default=None, alias="kinh_moi", title="người được mời", description="Giấy mời.", examples=["Ông Nguyễn Văn A"]
    )
    event: Line | None = Field(
        default=None, alias="toi_du", title="tên cuộc họp", description="Giấy mời.", examples=["Hội nghị tổng kết"]
    )
    chair: Line | None = Field(
        default=None, alias="chu_tri", title="chủ trì", description="Giấy mời, biên bản.", examples=["Thứ trưởng"]
    )
    secretary: Line | None = Field(
        default=None, alias="thu_ky", title="thư ký", description="Biên bản.", examples=["Bà Trần Thị B"]
    )
    time: Line | None = Field(
        default=None,
        alias="thoi_gian",
        title="thời gian",
        description="Giấy mời, biên bản, giấy nghỉ phép.",
        examples=["8 giờ 00, ngày 05 tháng 3 năm 2021"],
    )
    time_until: Line | None = Field(
        default=None,
        alias="thoi_gian_ket_thuc",
        title="thời gian kết thúc",
        description="Biên bản: lúc kết thúc.",
        examples=["11 giờ 30, ngày 05 tháng 3 năm 2021"],
    )
    location: Line | None = Field(
        default=None, alias="dia_diem", title="địa điểm", description="Địa điểm.", examples=["Phòng họp 101"]
    )
    attendance: Lines = Field(
        default=None, alias="thanh_phan", title="thành phần", description="Biên bản.", examples=[["Ông Nguyễn Văn A"]]
    )
    person: Line | None = Field(
        default=None,
        alias="ong_ba",
        title="người được cấp giấy",
        description="Giấy giới thiệu, giấy nghỉ phép.",
        examples=["Nguyễn Văn A"],
    )
    position: Line | None = Field(
        default=None, alias="chuc_vu", title="chức vụ", description="Chức vụ người đó.", examples=["Chuyên viên"]
    )
    sent_to: Line | None = Field(
        default=None, alias="den", title="nơi đến", description="Giấy giới thiệu.", examples=["Sở Tài chính"]
    )
    purpose: Line | None = Field(
        default=None, alias="ve_viec", title="về việc", description="Giấy giới thiệu.", examples=["khảo sát"]
    )
    valid_until: Day | None = Field(
        default=None, alias="gia_tri_den", title="giá trị đến", description="Giấy giới thiệu.", examples=["31/3/2021"]
    )
    requested_on: Day | None = Field(
        default=None, alias="ngay_don", title="ngày của đơn", description="Giấy nghỉ phép.", examples=["01/3/2021"]
    )
    leave_from: Day | None = Field(
        default=None, alias="nghi_tu", title="nghỉ từ ngày", description="Giấy nghỉ phép.", examples=["08/3/2021"]
    )
    leave_until: Day | None = Field(
        default=None, alias="nghi_den", title="nghỉ đến ngày", description="Giấy nghỉ phép.", examples=["12/3/2021"]
    )
    leave_kind: Line | None = Field(
        default=None,
        alias="tinh_vao",
        title="tính vào thời gian",
        description="Giấy nghỉ phép: loại nghỉ.",
        examples=["nghỉ hằng năm"],
    )
