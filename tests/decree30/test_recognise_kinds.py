"""The kinds of documents as the checker knows them, and documents of every kind recognised as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import reportgen
from reportgen.compose.new_input import compose_new_input
from reportgen.decree30.elements import Element
from reportgen.decree30.recognise import recognise
from reportgen.decree30.recognise_kinds import (
    find_kind,
    find_kind_beginning,
    find_kind_by_abbreviation,
    load_kinds,
)
from reportgen.decree30.word_reader import read_word
from reportgen.read.data_files import load_document_kinds
from tests.decree30.changed import COPY, blank, sample, without


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


@pytest.mark.parametrize("kind", load_document_kinds().kinds, ids=lambda kind: kind.key)
def test_the_kind_of_a_draft_of_every_kind_is_recognised(kind: object, tmp_path: Path) -> None:
    kinds = load_document_kinds()
    own = next(one for one in kinds.kinds if one is kind or one == kind)
    source = tmp_path / "van_ban.yaml"
    source.write_text(compose_new_input(own, kinds, agency="BTTTT"), encoding="utf-8")
    document = recognise(read_word(reportgen.build_document(source, draft=True).docx, "van_ban.docx"))
    assert document.kind_key == own.key
    assert document.unrecognised == ()


def test_a_copy_without_its_number_is_still_known_as_one() -> None:
    seen = blank("Số:")(sample(COPY))
    document = recognise(seen)
    assert document.kind_key == "sao_y"
    assert document.doubts == ()
    assert [document.first(one) is None for one in (Element.NUMBER_SYMBOL, Element.PLACE_DATE)] == [True, False]


def test_a_text_that_only_names_copies_is_none() -> None:
    seen = without("Số:", "CỘNG HÒA", "Độc lập", "Hà Nội, ngày")(sample(COPY))
    assert recognise(seen).first(Element.ISSUING_AGENCY) is None
