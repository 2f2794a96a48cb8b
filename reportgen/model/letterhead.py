"""What every official document carries around its content: issuer, number and symbol, place and date, signer, copies.

The parts are those of Decree 30/2020/ND-CP, Article 8; other kinds of documents build on `Letterhead` too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from reportgen.model.fields import Count, Day, DocumentNumber, Line, Lines, Symbol, YesNo, one_of
from reportgen.model.input_model import NEEDED, InputModel


class SigningAuthority(StrEnum):
    """On whose behalf the signer signs (Decree 30/2020/ND-CP, Appendix I, II.7.a)."""

    ON_BEHALF_OF_COLLECTIVE = "TM."
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    BY_AUTHORISATION = "TUQ."
    ACTING = "Q."


class Signer(InputModel):
    """Who signs, and with what right."""

    authority: Annotated[SigningAuthority | None, one_of(SigningAuthority, final_stop=True)] = Field(
        default=None,
        alias="quyen_han",
        title="quyền hạn của người ký",
        description="Quyền hạn ký: TM., KT., TL., TUQ. hoặc Q.; bỏ trống khi người đứng đầu tự ký.",
        examples=["KT."],
    )
    title_of_head: Line | None = Field(
        default=None,
        alias="chuc_vu_nguoi_dung_dau",
        title="chức vụ của người đứng đầu",
        description="Chức vụ của người được ký thay; bỏ trống thì lấy theo danh mục cơ quan.",
        examples=["BỘ TRƯỞNG"],
    )
    title: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="chuc_vu",
        title="chức vụ người ký",
        description="Chức vụ của người ký.",
        examples=["THỨ TRƯỞNG"],
    )
    name: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="ho_ten",
        title="họ tên người ký",
        description="Họ và tên người ký, không ghi học hàm, học vị.",
        examples=["Nguyễn Văn A"],
    )


class FilingLine(InputModel):
    """What the last line of the distribution list says: "Lưu: VT, CNTT (5)."."""

    unit: Annotated[Line | None, NEEDED] = Field(
        default=None,
        alias="don_vi",
        title="chữ viết tắt của đơn vị soạn thảo",
        description="Chữ viết tắt của đơn vị soạn thảo, ghi sau “Lưu: VT,”.",
        examples=["CNTT"],
    )
    copies: Count | None = Field(
        default=None,
        alias="so_ban",
        title="số bản lưu",
        description="Số lượng bản phát hành của đơn vị soạn thảo.",
        examples=[5],
    )


class Letterhead(InputModel):
    """The parts around the content. `agency` is the name or code as given; reading resolves it."""

    is_illustrative: YesNo = Field(
        default=False,
        alias="minh_hoa",
        title="số liệu minh họa",
        description="Ghi true khi số liệu chỉ để minh họa; văn bản sẽ nói rõ điều đó.",
        examples=[True],
    )
    agency: Line = Field(
        alias="co_quan",
        title="cơ quan ban hành",
        description="Mã hoặc tên cơ quan ban hành, theo danh mục cơ quan.",
        examples=["BGDDT"],
    )
    parent_agency: Line | None = Field(
        default=None,
        alias="co_quan_chu_quan",
        title="cơ quan chủ quản",
        description="Tên cơ quan chủ quản in phía trên; bộ và cơ quan ngang bộ thì bỏ trống.",
        examples=["BỘ GIÁO DỤC VÀ ĐÀO TẠO"],
    )
    number: Annotated[DocumentNumber | None, NEEDED] = Field(
        default=None,
        alias="so",
        title="số văn bản",
        description="Số văn bản; dưới 10 thì ghi số 0 phía trước.",
        examples=["05"],
    )
    symbol: Symbol | None = Field(
        default=None,
        alias="ky_hieu",
        title="ký hiệu văn bản",
        description="Ký hiệu văn bản; bỏ trống thì ghép từ loại văn bản và chữ viết tắt của cơ quan.",
        examples=["BC-BGDĐT"],
    )
    place: Line | None = Field(
        default=None,
        alias="dia_danh",
        title="địa danh",
        description="Địa danh ghi trước ngày; bỏ trống thì lấy theo danh mục cơ quan.",
        examples=["Hà Nội"],
    )
    day: Annotated[Day | None, NEEDED] = Field(
        default=None,
        alias="ngay",
        title="ngày ban hành",
        description="Ngày ban hành văn bản.",
        examples=["25/12/2020"],
    )
    abstract: Line | None = Field(
        default=None,
        alias="trich_yeu",
        title="trích yếu",
        description="Trích yếu nội dung; bỏ trống thì lấy theo đề cương.",
        examples=["Kết quả thực hiện Chương trình Chuyển đổi số quốc gia"],
    )
    addressees: Lines = Field(
        default=None,
        alias="kinh_gui",
        title="nơi kính gửi",
        description="Các cơ quan được kính gửi: mã, tên cơ quan hoặc chữ tự do.",
        examples=[["Bộ Thông tin và Truyền thông"]],
    )
    recipients: Lines = Field(
        default=None,
        alias="noi_nhan",
        title="nơi nhận",
        description="Danh sách nơi nhận; bỏ trống thì ghi “Như trên” khi có nơi kính gửi.",
        examples=[["Như trên", "Văn phòng Chính phủ (để b/c)"]],
    )
    filing: FilingLine = Field(
        default_factory=FilingLine,
        alias="luu",
        title="dòng lưu",
        description="Đơn vị soạn thảo và số bản, ghi ở dòng “Lưu” của nơi nhận.",
        examples=[{"don_vi": "CNTT", "so_ban": 5}],
    )
    drafter_mark: Line | None = Field(
        default=None,
        alias="nguoi_soan",
        title="ký hiệu người soạn thảo",
        description="Ký hiệu người soạn thảo văn bản.",
        examples=["NVA"],
    )
    signer: Signer = Field(
        default_factory=Signer,
        alias="nguoi_ky",
        title="người ký",
        description="Quyền hạn, chức vụ và họ tên người ký.",
        examples=[{"quyen_han": "KT.", "chuc_vu": "THỨ TRƯỞNG", "ho_ten": "Nguyễn Văn A"}],
    )
