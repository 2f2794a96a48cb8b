from datetime import date

import pytest

from reportgen.vietnamese.legal_documents import (
    DocumentReference,
    DocumentReferenceError,
    format_document_reference,
    parse_document_reference,
)


@pytest.mark.parametrize(
    ("text", "kind", "number", "symbol"),
    [
        ("Quyết định số 749/QĐ-TTg", "Quyết định", 749, "QĐ-TTg"),
        ("Quyết định 942/QĐ-TTg", "Quyết định", 942, "QĐ-TTg"),
        ("Nghị định số 48/2022/NĐ-CP", "Nghị định", 48, "2022/NĐ-CP"),
        ("Nghị quyết số 351/2017/UBTVQH14", "Nghị quyết", 351, "2017/UBTVQH14"),
        ("Văn bản số  5065/BTTTT-THH", "Văn bản", 5065, "BTTTT-THH"),
        ("Quy định số 05/QyĐ-BTC", "Quy định", 5, "QyĐ-BTC"),
    ],
)
def test_a_reference_is_read_into_kind_number_and_symbol(text: str, kind: str, number: int, symbol: str) -> None:
    assert parse_document_reference(text) == DocumentReference(kind, number, symbol)


def test_a_reference_is_printed_in_the_official_short_form() -> None:
    assert str(parse_document_reference("Quyết định 5/QĐ-TTg")) == "Quyết định số 05/QĐ-TTg"
    assert str(parse_document_reference("Luật Giao dịch điện tử")) == "Luật Giao dịch điện tử"


@pytest.mark.parametrize(
    ("text", "reason", "found"),
    [
        (" ", "empty", ""),
        ("Quyết định", "missing_number", "Quyết định"),
        ("Luật", "missing_number", "Luật"),
        ("số 749/QĐ-TTg", "bad_kind", ""),
        ("quyết định số 749/QĐ-TTg", "bad_kind", "quyết định"),
        ("Quyết định số 0/QĐ-TTg", "bad_number", "0"),
        ("Quyết định số …/QĐ-TTg", "bad_number", "…"),
        ("Quyết định số 749/", "bad_symbol", ""),
        ("Quyết định số 749/QĐ- TTg", "bad_symbol", "QĐ- TTg"),
        ("Quyết định số 749/qđ-ttg", "bad_symbol", "qđ-ttg"),
        ("Quyết định số 749/QĐ-TTg ngày 03/6/2020", "bad_symbol", "QĐ-TTg ngày 03/6/2020"),
    ],
)
def test_what_is_not_a_reference_is_refused_with_the_part_at_fault(text: str, reason: str, found: str) -> None:
    with pytest.raises(DocumentReferenceError) as caught:
        parse_document_reference(text)
    assert (caught.value.reason, caught.value.found) == (reason, found)


_DECISION_749 = {
    "day": date(2020, 6, 3),
    "issuer": "Thủ tướng Chính phủ",
    "abstract": "phê duyệt “Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”",
}


def test_the_first_citation_is_full_and_later_ones_are_short() -> None:
    assert format_document_reference("Quyết định", 749, "QĐ-TTg", **_DECISION_749, full=True) == (  # type: ignore[arg-type]
        "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt "
        "“Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030”"
    )
    assert format_document_reference("Quyết định", 749, "QĐ-TTg", full=False) == "Quyết định số 749/QĐ-TTg"


def test_a_recital_writes_the_date_in_words() -> None:
    reference = format_document_reference(
        "Nghị định",
        9,
        "2010/NĐ-CP",
        day=date(2010, 2, 8),
        issuer="Chính phủ",
        abstract="về công tác văn thư",
        full=True,
        date_in_words=True,
    )
    assert reference == ("Nghị định số 09/2010/NĐ-CP ngày 08 tháng 02 năm 2010 của Chính phủ về công tác văn thư")


@pytest.mark.parametrize("kind", ["Luật", "Bộ luật", "Pháp lệnh"])
def test_a_law_has_its_name_and_neither_number_nor_issuer(kind: str) -> None:
    reference = format_document_reference(
        kind, 20, "2023/QH15", issuer="Quốc hội", abstract="Giao dịch điện tử", full=True
    )
    assert reference == f"{kind} Giao dịch điện tử"
    dated = format_document_reference(
        kind, None, None, day=date(2015, 6, 19), abstract="Tổ chức Chính phủ", full=True, date_in_words=True
    )
    assert dated == f"{kind} Tổ chức Chính phủ ngày 19 tháng 6 năm 2015"


@pytest.mark.parametrize(
    ("missing", "reason"), [("day", "missing_date"), ("issuer", "missing_issuer"), ("abstract", "missing_abstract")]
)
def test_a_full_reference_is_not_written_with_a_part_missing(missing: str, reason: str) -> None:
    parts = {name: value for name, value in _DECISION_749.items() if name != missing}
    with pytest.raises(DocumentReferenceError) as caught:
        format_document_reference("Quyết định", 749, "QĐ-TTg", **parts, full=True)  # type: ignore[arg-type]
    assert caught.value.reason == reason


def test_a_reference_without_its_number_is_not_written() -> None:
    with pytest.raises(DocumentReferenceError) as caught:
        format_document_reference("Quyết định", None, "QĐ-TTg", full=False)
    assert caught.value.reason == "missing_number"
