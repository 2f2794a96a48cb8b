from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.document_kinds import (
    DocumentKind,
    DocumentKinds,
    MissingUnitError,
    UnknownDocumentKindError,
    symbol_for,
)

SPECIMEN = {
    "so": "1.4",
    "ten": "Văn bản có tên loại",
    "can_cu": "PL III, Mẫu 1.4",
    "quoc_hieu": True,
    "so_ky_hieu": True,
    "dia_danh_thoi_gian": True,
    "in_ten_loai": True,
    "trich_yeu": "duoi_ten_loai",
    "ke_duoi_trich_yeu": True,
    "dieu": "tuy_noi_dung",
    "dau_ket_thuc": True,
    "chu_ky": "mot_nguoi",
}


def kind(key: str, name: str, abbreviation: str | None, **changes: object) -> dict[str, Any]:
    entry: dict[str, Any] = {"khoa": key, "ten": name, "ten_trong_nghi_dinh": name, "ten_loai": name.upper()}
    form = "loai_co_quan" if abbreviation else "co_quan"
    entry |= {"viet_tat": abbreviation, "cach_ghi_ky_hieu": form, "mau": ["1.4"], "kinh_gui": "khong"}
    return entry | changes


def kinds(*entries: dict[str, Any]) -> DocumentKinds:
    return DocumentKinds.model_validate({"mau": [SPECIMEN], "loai": entries})


RULE = kind("quy_dinh", "Quy định", "QyĐ")
DISPATCH = kind("cong_van", "Công văn", None, ten_loai=None, cach_ghi_ky_hieu="co_quan_don_vi")
LETTER = kind("thu_cong", "Thư công", None, mau=[], mau_gan_nhat="1.4")
ALL = kinds(RULE, DISPATCH, LETTER)


@pytest.mark.parametrize(
    ("key", "unit", "symbol"),
    [
        ("quy_dinh", None, "QyĐ-BNV"),
        ("quy_dinh", "VP", "QyĐ-BNV"),
        ("cong_van", "VP", "BNV-VP"),
        ("thu_cong", None, "BNV"),
    ],
)
def test_a_symbol_is_made_of_the_groups_that_its_kind_has(key: str, unit: str | None, symbol: str) -> None:
    assert symbol_for(ALL.get(key), "BNV", unit) == symbol


@pytest.mark.parametrize("unit", [None, ""])
def test_the_symbol_of_a_dispatch_needs_the_drafting_unit(unit: str | None) -> None:
    with pytest.raises(MissingUnitError, match="ký hiệu của công văn cần chữ viết tắt của đơn vị soạn thảo"):
        symbol_for(ALL.get("cong_van"), "BNV", unit)


def test_the_case_of_an_abbreviation_matters() -> None:
    found = ALL.by_abbreviation("QyĐ")
    assert found is not None
    assert found.key == "quy_dinh"
    assert ALL.by_abbreviation("QYĐ") is None
    assert ALL.by_abbreviation("") is None


@pytest.mark.parametrize("text", ["quy_dinh", "QyĐ", "Quy định", "QUY ĐỊNH", " quy  định "])
def test_a_kind_is_found_by_key_abbreviation_or_name(text: str) -> None:
    assert ALL.find(text) == ALL.get("quy_dinh")


@pytest.mark.parametrize("text", ["quy dinh", "", "văn bản"])
def test_other_words_are_no_kind(text: str) -> None:
    assert ALL.find(text) is None


def test_an_unknown_key_is_told() -> None:
    with pytest.raises(UnknownDocumentKindError, match="không có loại văn bản `thu_tin`"):
        ALL.get("thu_tin")


def test_a_kind_without_a_specimen_follows_the_nearest() -> None:
    assert ALL.layout_of(ALL.get("thu_cong")).key == "1.4"
    assert ALL.get("thu_cong").specimen_keys == ()


def test_a_kind_from_elsewhere_has_no_layout_here() -> None:
    stranger = DocumentKind.model_validate(kind("bien_ban", "Biên bản", "BB", mau=["1.9"]))
    with pytest.raises(UnknownDocumentKindError):
        ALL.layout_of(stranger)


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([RULE, RULE], "trùng khoa `quy_dinh`; trùng viet_tat `QyĐ`"),
        ([kind("a", "A", "A", mau=["1.9"])], "a: không có mẫu 1.9"),
        ([kind("a", "A", "A", mau=[])], "a: phải có hoặc mau, hoặc mau_gan_nhat"),
        ([kind("a", "A", "A", mau_gan_nhat="1.4")], "a: phải có hoặc mau, hoặc mau_gan_nhat"),
        ([kind("a", "A", None, cach_ghi_ky_hieu="loai_co_quan")], "a: viet_tat không hợp với cach_ghi_ky_hieu"),
        ([kind("a", "A", "a b")], "should match pattern"),
    ],
)
def test_kinds_that_do_not_hold_together_are_refused(entries: list[dict[str, Any]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        kinds(*entries)
