"""An edition of the annual publication (kind `an_pham_dti`): its data, index sets, earlier editions and texts."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from reportgen.model.fields import Count, Day, ItemList, Line, MarkdownText, Number, Result, YesNo, one_of
from reportgen.model.input_model import NARRATIVE, NEEDED, InputModel
from reportgen.model.measurements import Scale
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import MissingRule
from reportgen.model.report_kind import PUBLICATION as KIND

__all__ = ["KIND", "EditionData", "PartInput", "PublicationInput", "TargetSeries", "YearlyValue"]


class EditionData(InputModel):
    """The table of one year and how it is scored."""

    year: Count = Field(alias="nam", title="năm của số liệu", description="Năm của số liệu.", examples=[2022])
    data: Line = Field(
        alias="so_lieu",
        title="tệp số liệu",
        description="Tệp số liệu (CSV hoặc Excel), trong cùng thư mục với tệp này hoặc thư mục con.",
        examples=["dti_2022/dti_2022_cap_tinh.csv"],
    )
    index_set: Line = Field(
        alias="bo_chi_so",
        title="bộ chỉ số",
        description="Khóa của bộ chỉ số; lệnh `reportgen rank --help` liệt kê các khóa.",
        examples=["dti_cap_tinh_922"],
    )
    scale: Annotated[Scale, one_of(Scale)] = Field(
        default=Scale.INDEX,
        alias="thang_do",
        title="thang đo",
        description="Số trong tệp là giá trị từ 0 đến 1 (gia_tri), điểm (diem) hay số liệu thô (so_lieu).",
        examples=["gia_tri"],
    )
    missing_rule: Annotated[MissingRule, one_of(MissingRule)] = Field(
        default=MissingRule.KEEP,
        alias="so_chua_biet",
        title="cách xử lý số chưa biết",
        description="Số chưa biết: chua_biet (giữ là chưa biết), loai_tru, tinh_khong hoặc thay_trung_binh.",
        examples=["chua_biet"],
    )
    takes_published: YesNo = Field(
        default=False,
        alias="theo_cong_bo",
        title="lấy theo tổng đã công bố",
        description="Ghi true để xếp hạng theo tổng đã công bố có trong tệp số liệu.",
        examples=[True],
    )
    source: Line | None = Field(
        default=None,
        alias="nguon",
        title="nguồn số liệu",
        description="Nguồn của số liệu, in dưới bảng và biểu đồ.",
        examples=["kết quả DTI 2022 đã công bố"],
    )


class PartInput(EditionData):
    """A part of the publication: units measured by one index set, with the editions before."""

    key_order: ClassVar[tuple[str, ...]] = (
        *("khoa", "ten", "don_vi", "nam", "so_lieu", "bo_chi_so", "thang_do", "so_chua_biet", "theo_cong_bo"),
        *("nguon", "nhan_dinh", "cac_nam_truoc", "don_vi_theo_ngay", "gop_don_vi"),
    )

    key: Line = Field(
        alias="khoa",
        title="khóa của phần",
        description="Khóa của phần, gồm chữ thường không dấu, chữ số và dấu gạch dưới.",
        examples=["cap_tinh"],
    )
    title: Line = Field(
        alias="ten", title="tên phần", description="Tên phần, ghi sau “xếp hạng” và “hồ sơ”.", examples=["cấp tỉnh"]
    )
    unit_noun: Line = Field(
        default="đơn vị",
        alias="don_vi",
        title="tên gọi chung của các đơn vị",
        description="Cách gọi các đơn vị được xếp hạng.",
        examples=["tỉnh, thành phố"],
    )
    comment: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="nhan_dinh",
        title="nhận định của người biên tập",
        description="Nhận định của người biên tập (Markdown), in sau phần tổng quan; hoặc tên tệp .md.",
        examples=["Các địa phương dẫn đầu đều có đề án riêng."],
    )
    earlier: Annotated[tuple[EditionData, ...] | None, ItemList] = Field(
        default=None,
        alias="cac_nam_truoc",
        title="các kỳ trước",
        description="Số liệu các năm trước, để so sánh.",
        examples=[[{"nam": 2021, "so_lieu": "dti_2021.csv", "bo_chi_so": "dti_cap_tinh_922"}]],
    )
    units_day: Day | None = Field(
        default=None,
        alias="don_vi_theo_ngay",
        title="ngày của các đơn vị được xếp hạng",
        description="Xếp hạng các đơn vị có vào ngày này, gộp số liệu của đơn vị cũ; mặc định: ngày cuối năm.",
        examples=["1/7/2025"],
    )
    merge_rule: Annotated[MergeRule, one_of(MergeRule)] = Field(
        default=MergeRule.MEAN,
        alias="gop_don_vi",
        title="cách tính đơn vị sáp nhập",
        description="Số liệu trước khi sáp nhập: trung_binh, tong hoặc khong_so_sanh.",
        examples=["trung_binh"],
    )

    def name_of_item(self) -> str | None:
        """Name the part by its title."""
        return f"của phần “{self.title}”"


class YearlyValue(InputModel):
    """What was achieved and aimed at in a year."""

    year: Count = Field(alias="nam", title="năm", description="Năm.", examples=[2023])
    achieved: Result | None = Field(
        default=None,
        alias="thuc_hien",
        title="kết quả thực hiện",
        description="Kết quả thực hiện; chưa có thì ghi “chưa có số liệu”.",
        examples=[62.5],
    )
    target: Number | None = Field(
        default=None, alias="muc_tieu", title="mục tiêu", description="Mục tiêu của năm.", examples=[70]
    )


class TargetSeries(InputModel):
    """A target followed over years."""

    name: Line = Field(
        alias="ten", title="tên chỉ tiêu", description="Tên chỉ tiêu.", examples=["Tỷ lệ hồ sơ trực tuyến"]
    )
    unit: Line | None = Field(
        default=None, alias="don_vi", title="đơn vị tính", description="Đơn vị tính.", examples=["%"]
    )
    source: Line | None = Field(
        default=None, alias="nguon", title="nguồn số liệu", description="Nguồn số liệu.", examples=["báo cáo năm"]
    )
    values: tuple[YearlyValue, ...] = Field(
        alias="cac_nam",
        title="số liệu các năm",
        description="Kết quả và mục tiêu của từng năm.",
        examples=[[{"nam": 2023, "thuc_hien": 62.5, "muc_tieu": 70}]],
    )

    def name_of_item(self) -> str | None:
        """Name the target."""
        return f"của chỉ tiêu “{self.name}”"


class PublicationInput(InputModel):
    """An edition. Texts are Markdown, or the name of a Markdown file beside the edition's file."""

    key_order: ClassVar[tuple[str, ...]] = (
        *("loai", "minh_hoa", "co_quan", "ten", "phu_de", "dia_danh", "nam", "ngay", "loi_noi_dau", "phan"),
        *("chi_tieu", "ket_luan", "so_lan_thu"),
    )

    kind: Literal["an_pham_dti"] = Field(
        alias="loai", title="loại tệp đầu vào", description="Loại tệp đầu vào.", examples=[KIND]
    )
    is_illustrative: YesNo = Field(
        default=False,
        alias="minh_hoa",
        title="số liệu minh họa",
        description="Ghi true khi có số liệu chỉ để minh họa; ấn phẩm sẽ nói rõ điều đó.",
        examples=[True],
    )
    agency: Line = Field(
        alias="co_quan",
        title="cơ quan công bố",
        description="Mã hoặc tên cơ quan công bố, theo danh mục cơ quan.",
        examples=["BTTTT"],
    )
    title: Line = Field(
        alias="ten",
        title="tên ấn phẩm",
        description="Tên ấn phẩm, in trên bìa.",
        examples=["Báo cáo Chỉ số đánh giá mức độ chuyển đổi số (DTI) năm 2022"],
    )
    subtitle: Line | None = Field(
        default=None,
        alias="phu_de",
        title="phụ đề",
        description="Phụ đề, in dưới tên ấn phẩm.",
        examples=["Cấp bộ và cấp tỉnh"],
    )
    place: Line = Field(
        default="Hà Nội", alias="dia_danh", title="địa danh", description="Địa danh in trên bìa.", examples=["Hà Nội"]
    )
    year: Count = Field(alias="nam", title="năm của ấn phẩm", description="Năm của số liệu.", examples=[2022])
    day: Annotated[Day | None, NEEDED] = Field(
        default=None, alias="ngay", title="ngày công bố", description="Ngày công bố.", examples=["12/7/2023"]
    )
    foreword: Annotated[MarkdownText | None, NARRATIVE, NEEDED] = Field(
        default=None,
        alias="loi_noi_dau",
        title="lời nói đầu",
        description="Lời nói đầu (Markdown), hoặc tên tệp .md.",
        examples=["loi_noi_dau.md"],
    )
    parts: tuple[PartInput, ...] = Field(
        alias="phan",
        title="các phần",
        description="Các phần của ấn phẩm, mỗi phần một bộ chỉ số.",
        examples=[
            [
                {
                    "khoa": "cap_tinh",
                    "ten": "cấp tỉnh",
                    "nam": 2022,
                    "so_lieu": "dti_2022/dti_2022_cap_tinh.csv",
                    "bo_chi_so": "dti_cap_tinh_922",
                }
            ]
        ],
    )
    targets: Annotated[tuple[TargetSeries, ...] | None, ItemList] = Field(
        default=None,
        alias="chi_tieu",
        title="chỉ tiêu theo năm",
        description="Chỉ tiêu có mục tiêu từng năm, để vẽ kết quả so với mục tiêu.",
        examples=[[{"ten": "Tỷ lệ hồ sơ trực tuyến", "don_vi": "%", "cac_nam": [{"nam": 2023, "muc_tieu": 70}]}]],
    )
    closing: Annotated[MarkdownText | None, NARRATIVE] = Field(
        default=None,
        alias="ket_luan",
        title="kết luận",
        description="Kết luận (Markdown), hoặc tên tệp .md.",
        examples=["ket_luan.md"],
    )
    draws: Count = Field(
        default=10_000,
        alias="so_lan_thu",
        title="số lần thử",
        description="Số lần thử trọng số và cách tính khác nhau, để biết thứ hạng chắc đến đâu.",
        examples=[10000],
    )
