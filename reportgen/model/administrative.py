"""An administrative document of any of the kinds of Decree 30/2020/ND-CP: dispatch, decision, plan, invitation.

One model serves all kinds; which keys a kind needs is data (`outlines/loai_van_ban.yaml`) and checked while reading.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from reportgen.model.administrative_parts import (
    Appendix,
    CitedDocument,
    Contact,
    IssuedText,
    Numbering,
    Particulars,
    Secrecy,
    Sections,
    Urgency,
)
from reportgen.model.fields import Count, ItemList, Line, Lines, MarkdownText, YesNo, one_of
from reportgen.model.input_model import NARRATIVE
from reportgen.model.letterhead import Letterhead


class AdministrativeDocument(Letterhead):
    """A document of one of the kinds of Decree 30. Where a list is `None` it is not given."""

    key_order: ClassVar[tuple[str, ...]] = (
        *("loai", "minh_hoa", "co_quan", "co_quan_chu_quan", "so", "ky_hieu", "don_vi_soan_thao", "dia_danh", "ngay"),
        *("ban_dien_tu", "do_khan", "do_mat", "pham_vi_luu_hanh", "trich_yeu", "kinh_gui", "van_ban_dan"),
        *("tham_quyen", "can_cu", "de_nghi", "mo_dau", "bo_cuc", "noi_dung", "chi_tiet", "dau_moi", "ket_thuc"),
        *("noi_nhan", "luu", "nguoi_soan", "so_luong_ban", "dia_chi", "nguoi_ky", "phu_luc", "kem_theo"),
    )

    kind: Line = Field(
        alias="loai", title="loại văn bản", description="Khóa của loại văn bản.", examples=["cong_van"]
    )
    drafting_unit: Line | None = Field(
        default=None,
        alias="don_vi_soan_thao",
        title="chữ viết tắt đơn vị soạn thảo",
        description="Chữ viết tắt đơn vị soạn thảo, dùng trong ký hiệu của công văn.",
        examples=["THH"],
    )
    abstract: Line | None = Field(
        default=None,
        alias="trich_yeu",
        title="trích yếu",
        description="Trích yếu nội dung văn bản.",
        examples=["Về việc triển khai Chương trình Chuyển đổi số quốc gia"],
    )
    is_electronic: YesNo = Field(
        default=False,
        alias="ban_dien_tu",
        title="văn bản điện tử",
        description="Văn bản điện tử: số và ngày trên phụ lục để trống.",
        examples=[False],
    )
    urgency: Annotated[Urgency | None, one_of(Urgency)] = Field(
        default=None,
        alias="do_khan",
        title="độ khẩn",
        description="Độ khẩn: khan, thuong_khan hoặc hoa_toc.",
        examples=["khan"],
    )
    secrecy: Annotated[Secrecy | None, one_of(Secrecy)] = Field(
        default=None,
        alias="do_mat",
        title="độ mật",
        description="Độ mật: mat, toi_mat hoặc tuyet_mat.",
        examples=["mat"],
    )
    circulation: Line | None = Field(
        default=None,
        alias="pham_vi_luu_hanh",
        title="phạm vi lưu hành",
        description="Chỉ dẫn phạm vi lưu hành.",
        examples=["LƯU HÀNH NỘI BỘ"],
    )
    cited_documents: Annotated[tuple[CitedDocument, ...] | None, ItemList] = Field(
        default=None,
        alias="van_ban_dan",
        title="văn bản viện dẫn",
        description="Các văn bản được viện dẫn; trong nội dung ghi [[khóa]].",
        examples=[[{"khoa": "qd749", "loai": "Quyết định", "so": 749, "ky_hieu": "QĐ-TTg"}]],
    )
    authority: Line | None = Field(
        default=None,
        alias="tham_quyen",
        title="thẩm quyền ban hành",
        description="Dòng thẩm quyền ban hành của quyết định, nghị quyết; bỏ trống thì lấy chức vụ người đứng đầu.",
        examples=["BỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG"],
    )
    recitals: Lines = Field(
        default=None,
        alias="can_cu",
        title="căn cứ",
        description="Các căn cứ: khóa của văn bản viện dẫn, hoặc chữ.",
        examples=[["nd48", "qd749"]],
    )
    proposed_by: Line | None = Field(
        default=None,
        alias="de_nghi",
        title="người đề nghị",
        description="Sau chữ “Theo đề nghị của”.",
        examples=["Cục trưởng Cục Chuyển đổi số quốc gia"],
    )
    opening: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="mo_dau",
        title="mở đầu",
        description="Mở đầu (Markdown).",
        examples=["Thực hiện [[qd749]], ..."],
    )
    numbering: Annotated[Numbering | None, one_of(Numbering)] = Field(
        default=None,
        alias="bo_cuc",
        title="bố cục",
        description="Bố cục: muc (I., 1., a), khoan (1., a), dieu, chuong, phan; bỏ trống: theo loại văn bản.",
        examples=["muc"],
    )
    sections: Sections = Field(
        default=None, alias="noi_dung", title="nội dung", description="Các phần của nội dung.", examples=[["..."]]
    )
    particulars: Particulars = Field(
        default_factory=Particulars,
        alias="chi_tiet",
        title="chi tiết",
        description="Các dòng của giấy mời, giấy giới thiệu, biên bản, giấy nghỉ phép.",
        examples=[{"toi_du": "Hội nghị tổng kết"}],
    )
    contacts: Annotated[tuple[Contact, ...] | None, ItemList] = Field(
        default=None,
        alias="dau_moi",
        title="đầu mối liên hệ",
        description="Đầu mối liên hệ.",
        examples=[[{"ho_ten": "Ông Nguyễn Văn A", "dien_thoai": "024.0000.0000"}]],
    )
    closing: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None, alias="ket_thuc", title="kết thúc", description="Kết thúc (Markdown).", examples=["Trân trọng."]
    )
    copies: Count | None = Field(
        default=None,
        alias="so_luong_ban",
        title="số lượng bản phát hành",
        description="Số lượng bản phát hành, ghi sau ký hiệu người soạn thảo.",
        examples=[300],
    )
    address: Lines = Field(
        default=None,
        alias="dia_chi",
        title="địa chỉ cơ quan",
        description="Các dòng ở chân trang thứ nhất: địa chỉ, điện thoại, thư điện tử.",
        examples=[["Số 18 Nguyễn Du, Hà Nội", "ĐT: 024.0000.0000"]],
    )
    appendices: Annotated[tuple[Appendix, ...] | None, ItemList] = Field(
        default=None, alias="phu_luc", title="phụ lục", description="Các phụ lục.", examples=[[{"tieu_de": "..."}]]
    )
    issued_texts: Annotated[tuple[IssuedText, ...] | None, ItemList] = Field(
        default=None,
        alias="kem_theo",
        title="văn bản kèm theo",
        description="Văn bản được ban hành kèm theo quyết định.",
        examples=[[{"loai": "ke_hoach", "trich_yeu": "..."}]],
    )
