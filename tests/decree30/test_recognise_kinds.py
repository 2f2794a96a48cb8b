"""The kinds of documents as the checker knows them."""

from __future__ import annotations

import pytest

from reportgen.decree30.recognise_kinds import (
    find_kind,
    find_kind_beginning,
    find_kind_by_abbreviation,
    load_kinds,
)
from reportgen.read.data_files import load_document_kinds


def test_the_kinds_are_those_of_the_outlines() -> None:
    outlines = load_document_kinds().kinds
    ours = [(key, kind.name, kind.title, kind.abbreviation) for key, kind in load_kinds().items()]
    assert ours == [(kind.key, kind.name, kind.title, kind.abbreviation) for kind in outlines]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("QUYẾT ĐỊNH", "quyet_dinh"),
        ("Tờ trình", "to_trinh"),
        ("GIẤY UỶ QUYỀN", "giay_uy_quyen"),
        ("BẢN THOẢ THUẬN", "ban_thoa_thuan"),
        ("QUYẾT ĐỊNH:", "quyet_dinh"),
        ("THÔNG TƯ", None),
        ("", None),
    ],
)
def test_a_kind_is_found_by_its_title(title: str, key: str | None) -> None:
    assert find_kind(title) == key


def test_a_kind_is_found_by_the_beginning_of_a_title() -> None:
    assert find_kind_beginning("KẾ HOẠCH HÀNH ĐỘNG") == ("ke_hoach", "ke hoach")
    assert find_kind_beginning("KẾ HOẠCH") is None


def test_abbreviations_keep_their_case() -> None:
    assert find_kind_by_abbreviation("QyĐ") == "quy_dinh"
    assert find_kind_by_abbreviation("QYĐ") is None
