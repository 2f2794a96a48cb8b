"""Elements recognised in documents as clerks make them, and in every document that this program makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest

import reportgen
from reportgen.decree30.elements import Doubt, Element, PartKind, RecognisedDocument
from reportgen.decree30.recognise import recognise
from reportgen.decree30.seen import SeenParagraph
from reportgen.decree30.word_reader import read_word
from tests.decree30 import documents
from tests.read import administrative_sample as inputs

E = Element
_SAMPLES = Path(__file__).parents[2] / "samples"
# The input of a run of letters is no document by itself; its letters are made in the same way.
# Inputs of a run of letters make no document by themselves.
_SOURCES = [source for source in sorted(_SAMPLES.glob("*/*.yaml")) if "{{" not in source.read_text(encoding="utf-8")]
_LETTERHEAD = (E.NATIONAL_NAME, E.MOTTO, E.ISSUING_AGENCY, E.NUMBER_SYMBOL, E.PLACE_DATE)
_CLOSING = (E.DISTRIBUTION_HEAD, E.FILING_LINE, E.SIGNING_AUTHORITY, E.SIGNER_NAME)
_NOTICE = "MINH HỌA"


def recognised(build: Callable[[], bytes]) -> RecognisedDocument:
    return recognise(read_word(build(), "van_ban.docx"))


@cache
def recognised_sample(source: Path) -> RecognisedDocument:
    return recognise(read_word(reportgen.build_document(source, draft=True).docx, "van_ban.docx"))


def texts(document: RecognisedDocument, element: Element, part: int = 0) -> list[str]:
    return [found.text.strip() for found in document.all(element, part)]


def parts(document: RecognisedDocument) -> list[PartKind]:
    return [part.kind for part in document.parts]


CLERK_MADE = (
    (
        documents.dispatch_with_parent,
        "cong_van",
        {
            E.PARENT_AGENCY: ["BỘ NỘI VỤ"],
            E.ISSUING_AGENCY: ["CỤC VĂN THƯ VÀ\nLƯU TRỮ NHÀ NƯỚC"],
            E.NUMBER_SYMBOL: ["Số: 05/VTLTNN-NVĐP"],
            E.DISPATCH_ABSTRACT: ["V/v báo cáo tình hình triển khai\nQuyết định số 749/QĐ-TTg"],
            E.ADDRESSEES: ["Kính gửi:\n- Các bộ, cơ quan ngang bộ;\n- Ủy ban nhân dân các tỉnh."],
            E.CLAUSE: ["Báo cáo kết quả.", "Cung cấp số liệu."],
            E.POINT: ["Số liệu cấp bộ;", "Số liệu cấp tỉnh."],
            E.DISTRIBUTION_ITEM: ["Như trên;", "Cục trưởng;"],
            E.FILING_LINE: ["- Lưu: VT, NVĐP."],
            E.DRAFTER_MARK: ["PL.(300)"],
            E.SIGNING_AUTHORITY: ["TL. BỘ TRƯỞNG\nCỤC TRƯỞNG"],
            E.SIGNER_NAME: ["Vũ Trường Mẫu"],
        },
    ),
    (
        documents.scanned_table,
        "cong_van",
        {
            E.ISSUING_AGENCY: ["BỘ\nTHÔNG TIN VÀ\nTRUYỀN THÔNG"],
            E.NATIONAL_NAME: ["CỘNG HOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"],
            E.PLACE_DATE: ["Hà Nội,\nngày 06 tháng 3 năm 2022"],
            E.DISPATCH_ABSTRACT: ["V/v hướng dẫn một số nhiệm vụ\nnăm 2022"],
            E.RULE: ["-------", "---------------"],
            E.RECITAL: [
                "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;",
                "Thực hiện Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ;",
            ],
            E.BODY: [documents.BODY],
        },
    ),
    (
        documents.by_tabs,
        "cong_van",
        {
            E.PARENT_AGENCY: ["UBND TỈNH LÀO CAI"],
            E.ISSUING_AGENCY: ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
            E.MOTTO: [documents.MOTTO],
            E.PLACE_DATE: ["Lào Cai, ngày 05 tháng 01 năm 2021"],
            E.DISTRIBUTION_ITEM: ["- Như trên;"],
            E.SIGNING_AUTHORITY: ["KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"],
            E.SIGNER_NAME: ["Đoàn Thị Mẫu"],
        },
    ),
    (
        documents.by_spaces,
        "thong_bao",
        {
            E.ISSUING_AGENCY: ["BỘ NỘI VỤ"],
            E.NATIONAL_NAME: [documents.NATIONAL_NAME],
            E.NUMBER_SYMBOL: ["Số: 15/TB-BNV"],
            E.PLACE_DATE: ["Hà Nội, ngày 12 tháng 5 năm 2021"],
            E.KIND_NAME: ["THÔNG BÁO"],
            E.ABSTRACT: ["Về lịch nghỉ lễ"],
            E.POINT: ["a) Khối cơ quan;", "đ) Khối trường học."],
            E.SIGNER_NAME: ["Trương Văn Mẫu"],
        },
    ),
    (
        documents.in_text_boxes,
        "cong_van",
        {
            E.ISSUING_AGENCY: ["BỘ THÔNG TIN VÀ TRUYỀN THÔNG"],
            E.NATIONAL_NAME: [documents.NATIONAL_NAME],
            E.DISPATCH_ABSTRACT: ["V/v báo cáo"],
            E.URGENCY: ["HỎA TỐC"],
            E.ADDRESSEES: ["Kính gửi: Bộ Nội vụ"],
        },
    ),
    (
        documents.line_below_line,
        "cong_van",
        {
            E.ISSUING_AGENCY: ["BỘ THÔNG TIN VÀ\nTRUYỀN THÔNG"],
            E.NATIONAL_NAME: ["CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"],
            E.DISPATCH_ABSTRACT: ["V/v báo cáo tình hình triển khai"],
            E.FILING_LINE: ["- Lưu: VT, THH (70b)."],
            E.SIGNING_AUTHORITY: ["KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG"],
            E.SIGNATURE: ["(Đã ký)"],
            E.SIGNER_NAME: ["Nguyễn Văn Mẫu"],
        },
    ),
    (
        documents.open_number_and_date,
        "cong_van",
        {
            E.NUMBER_SYMBOL: ["Số:      /BTTTT-THH"],
            E.PLACE_DATE: ["Hà Nội, ngày …… tháng ….. năm 2023"],
            E.SIGNER_NAME: [],
        },
    ),
    (
        documents.decision_with_regulation,
        "quyet_dinh",
        {
            E.ISSUING_AGENCY: ["ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"],
            E.AUTHORITY: ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI"],
            E.RECITAL: [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
                "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
                "Theo đề nghị của Giám đốc Sở Nội vụ.",
            ],
            E.ENACTING_WORDS: ["QUYẾT ĐỊNH:"],
            E.SIGNING_AUTHORITY: ["TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"],
        },
    ),
    (
        documents.plan_with_appendices,
        "ke_hoach",
        {
            E.KIND_NAME: ["KẾ HOẠCH"],
            E.ABSTRACT: ["Triển khai chuyển đổi số năm 2021"],
            E.SECTION: ["I. MỤC ĐÍCH"],
            E.BODY: [documents.BODY, "Phụ lục II nêu danh mục nhiệm vụ."],
        },
    ),
    (
        documents.minutes_of_two_signers,
        "bien_ban",
        {
            E.PLACE_DATE: [],
            E.SIGNING_AUTHORITY: ["THƯ KÝ", "CHỦ TỌA"],
            E.SIGNER_NAME: ["Trần Thị Mẫu", "Nguyễn Văn Mẫu"],
            E.FILING_LINE: ["- Lưu: VT, Hồ sơ."],
        },
    ),
    (
        documents.with_stamps_and_address,
        "cong_van",
        {
            E.SECRECY: ["MẬT"],
            E.URGENCY: ["KHẨN"],
            E.CIRCULATION: ["LƯU HÀNH NỘI BỘ"],
            E.AGENCY_ADDRESS: ["Địa chỉ: 18 Nguyễn Du, Hà Nội. ĐT: 024.0000.0000; Email: mau@example.vn"],
        },
    ),
    (
        documents.report_with_lettered_parts,
        "bao_cao",
        {
            E.ISSUING_AGENCY: ["HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI"],
            E.KIND_NAME: ["BÁO CÁO KẾT QUẢ GIÁM SÁT"],
            E.ABSTRACT: ["Năm 2020"],
            E.ADDRESSEES: ["Kính gửi: Ủy ban Thường vụ Quốc hội"],
            E.PART: ["A. TÌNH HÌNH CHUNG", "B. KIẾN NGHỊ"],
            E.SECTION: ["I. Kết quả"],
            E.CAPTION: ["Bảng 1. Kết quả theo chỉ tiêu"],
            E.TABLE_TEXT: ["STT\nChỉ tiêu"],
            E.SIGNER_NAME: ["GS.TS. Nguyễn Văn Mẫu"],
        },
    ),
    (
        documents.with_faults,
        "quyet_dinh",
        {
            E.NATIONAL_NAME: ["CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAMM"],
            E.ISSUING_AGENCY: ["Bộ Thông tin và Truyền thông"],
            E.NUMBER_SYMBOL: ["Số 5 QĐ-BTTTT"],
            E.PLACE_DATE: ["Hà nội, 5/1/2020"],
            E.KIND_NAME: ["Quyết định"],
            E.ABSTRACT: ["về việc bổ nhiệm"],
            E.ENACTING_WORDS: ["Quyết định"],
            E.ARTICLE: ["Điều 1: Bổ nhiệm ông Nguyễn Văn Mẫu.", "Điều 2 Quyết định này có hiệu lực từ ngày ký."],
            E.DISTRIBUTION_ITEM: ["Như điều 2", "- Vụ TCCB"],
            E.FILING_LINE: ["- Lưu VT"],
            E.SIGNER_NAME: ["TRẦN VĂN VÍ DỤ"],
        },
    ),
)


@pytest.mark.parametrize(
    ("build", "kind", "expected"), CLERK_MADE, ids=[build.__name__ for build, _, _ in CLERK_MADE]
)
def test_elements_of_a_clerk_made_document_are_recognised(
    build: Callable[[], bytes], kind: str, expected: dict[Element, list[str]]
) -> None:
    document = recognised(build)
    assert document.kind_key == kind
    assert {element: texts(document, element) for element in expected} == expected
    assert document.doubts == ()
    assert document.confidence >= 0.9
    for element in (*_LETTERHEAD, *_CLOSING):
        if element not in expected:
            assert len(document.all(element, 0)) == 1, element
    assert [paragraph.text for paragraph in document.unrecognised] in ([], ["Mở menu"])


def test_the_regulation_that_a_decision_issues_is_a_text_of_its_own() -> None:
    document = recognised(documents.decision_with_regulation)
    assert parts(document) == [PartKind.DOCUMENT, PartKind.ISSUED_TEXT]
    assert texts(document, E.KIND_NAME, 1) == ["QUY CHẾ"]
    assert texts(document, E.APPENDIX_ATTACHMENT, 1) == [
        "(Kèm theo Quyết định số 08/QĐ-UBND ngày 04 tháng 02 năm 2021\ncủa Ủy ban nhân dân tỉnh Lào Cai)"
    ]
    assert texts(document, E.PART, 1) == ["Chương I\nQUY ĐỊNH CHUNG"]
    assert texts(document, E.SECTION, 1) == ["Mục 1\nQUẢN LÝ VĂN BẢN ĐI"]
    assert texts(document, E.ARTICLE, 1) == ["Điều 1. Phạm vi điều chỉnh", "Điều 2. Trình tự"]
    assert texts(document, E.BODY, 1) == ["Điều 3 của Luật Lưu trữ được áp dụng cho việc lưu."]


def test_an_issued_plan_with_a_letterhead_is_a_text_of_its_own() -> None:
    document = recognised(documents.issued_plan_with_letterhead)
    assert parts(document) == [PartKind.DOCUMENT, PartKind.ISSUED_TEXT]
    assert texts(document, E.ISSUING_AGENCY, 1) == ["BỘ THÔNG TIN VÀ\nTRUYỀN THÔNG"]
    assert texts(document, E.KIND_NAME, 1) == ["KẾ HOẠCH HÀNH ĐỘNG"]
    assert texts(document, E.ABSTRACT, 1) == ["TRIỂN KHAI CHƯƠNG TRÌNH CHUYỂN ĐỔI SỐ"]
    assert Doubt.SEVERAL_DOCUMENTS not in document.doubts


def test_appendices_are_parts_with_label_title_and_attachment() -> None:
    document = recognised(documents.plan_with_appendices)
    assert parts(document) == [PartKind.DOCUMENT, PartKind.APPENDIX, PartKind.APPENDIX]
    assert texts(document, E.APPENDIX_LABEL, 1) == ["PHỤ LỤC 01:"]
    assert texts(document, E.APPENDIX_TITLE, 1) == ["DANH MỤC CHỈ TIÊU"]
    assert len(texts(document, E.APPENDIX_ATTACHMENT, 1)) == 1
    assert texts(document, E.APPENDIX_LABEL, 2) == ["Phụ lục II"]
    assert texts(document, E.APPENDIX_TITLE, 2) == ["DANH MỤC NHIỆM VỤ"]
    assert texts(document, E.CLAUSE, 2) == ["1. Nhiệm vụ chung."]


def test_two_documents_in_one_file_are_told() -> None:
    document = recognised(documents.two_documents)
    assert document.doubts == (Doubt.SEVERAL_DOCUMENTS,)
    assert parts(document) == [PartKind.DOCUMENT, PartKind.OTHER_DOCUMENT]
    assert texts(document, E.NUMBER_SYMBOL, 1) == ["Số: 12/BTTTT-THH"]
    assert texts(document, E.SIGNER_NAME, 1) == ["Trần Văn Ví Dụ"]


@pytest.mark.parametrize(
    ("build", "doubts"),
    [
        (documents.in_another_language, (Doubt.NOT_VIETNAMESE, Doubt.NOT_ADMINISTRATIVE)),
        (documents.an_essay, (Doubt.NOT_ADMINISTRATIVE,)),
        (documents.without_text, (Doubt.NO_TEXT,)),
    ],
)
def test_what_is_no_administrative_document_is_not_guessed_at(
    build: Callable[[], bytes], doubts: tuple[Doubt, ...]
) -> None:
    document = recognised(build)
    assert document.doubts == doubts
    assert document.confidence == 0
    assert document.elements == ()
    assert document.kind_key is None
    assert len(document.unrecognised) == sum(1 for one in document.seen.paragraphs if one.text.strip())


def test_a_piece_keeps_the_look_and_the_place_of_its_own_text_only() -> None:
    document = recognised(documents.by_tabs)
    left, right = document.first(E.PARENT_AGENCY), document.first(E.NATIONAL_NAME)
    assert left is not None
    assert right is not None
    assert left.is_piece
    assert right.is_piece
    assert left.paragraphs[0].index == right.paragraphs[0].index == 1
    assert left.paragraphs[0].locator == right.paragraphs[0].locator
    assert right.paragraphs[0].runs[0].bold


def test_elements_come_in_the_order_of_the_text() -> None:
    document = recognised(documents.scanned_table)
    order = [found.element for found in document.elements[:5]]
    assert order == [E.ISSUING_AGENCY, E.RULE, E.NUMBER_SYMBOL, E.DISPATCH_ABSTRACT, E.NATIONAL_NAME]


def _reworded(paragraph: SeenParagraph, change: Callable[[str], str]) -> SeenParagraph:
    return replace(paragraph, runs=tuple(replace(run, text=change(run.text)) for run in paragraph.runs))


@pytest.mark.parametrize(
    "slip",
    [
        lambda one: replace(one, runs=tuple(replace(run, bold=False, italic=False) for run in one.runs)),
        lambda one: replace(one, runs=tuple(replace(run, bold=True, italic=True) for run in one.runs)),
        lambda one: _reworded(one, lambda text: normalize("NFD", text)),
        lambda one: _reworded(one, lambda text: text.replace(" ", "  ")),
        lambda one: _reworded(one, lambda text: f" {text}"),
        lambda one: _reworded(one, lambda text: text.rstrip(";.:,")),
        lambda one: _reworded(one, lambda text: text.replace(":", "")),
        lambda one: _reworded(one, lambda text: text.replace(",", "")),
        lambda one: _reworded(one, lambda text: f"{text[:-1]}," if text.endswith((";", ".")) else text),
    ],
    ids=["plain", "bold", "decomposed", "two spaces", "space before", "no end", "no colon", "no comma", "comma"],
)
@pytest.mark.parametrize(
    "build", [documents.dispatch_with_parent, documents.decision_with_regulation, documents.minutes_of_two_signers]
)
def test_a_slip_in_one_element_hides_no_element(
    build: Callable[[], bytes], slip: Callable[[SeenParagraph], SeenParagraph]
) -> None:
    seen = read_word(build(), "van_ban.docx")
    places = _places(recognise(seen))
    for element, part, indices in places:
        if element in {E.BODY, E.TABLE_TEXT, E.RULE}:
            continue
        at = indices[0] - 1
        changed = (*seen.paragraphs[:at], slip(seen.paragraphs[at]), *seen.paragraphs[at + 1 :])
        found = _places(recognise(replace(seen, paragraphs=changed)))
        assert found == places, (element, part, seen.paragraphs[at].text)


def _places(document: RecognisedDocument) -> list[tuple[Element, int, tuple[int, ...]]]:
    return [
        (found.element, found.part, tuple(paragraph.index for paragraph in found.paragraphs))
        for found in document.elements
    ]


@pytest.mark.parametrize("source", _SOURCES, ids=lambda source: f"{source.parent.name}/{source.stem}")
def test_every_element_of_our_samples_is_recognised_for_sure(source: Path) -> None:
    document = recognised_sample(source)
    doubtful = [(found.element, found.text[:60]) for found in document.elements if found.confidence < 0.9]
    assert doubtful == []
    assert all(_NOTICE in paragraph.text for paragraph in document.unrecognised)
    assert document.confidence == 1
    assert document.doubts == ()
    assert len(document.all(E.NUMBER_SYMBOL, 0)) == len(document.all(E.FILING_LINE, 0)) == 1
    for number, part in enumerate(document.parts):
        if part.kind is PartKind.APPENDIX:
            for element in (E.APPENDIX_LABEL, E.APPENDIX_TITLE, E.APPENDIX_ATTACHMENT):
                assert len(document.all(element, number)) == 1, (number, element)
        if part.kind is PartKind.ISSUED_TEXT:
            assert len(document.all(E.APPENDIX_ATTACHMENT, number)) == 1
            assert len(document.all(E.KIND_NAME, number)) == 1


def test_our_samples_have_the_parts_that_their_inputs_give() -> None:
    kinds = {}
    for source in _SOURCES:
        if source.parent.name in {"cong_van_5065", "quyet_dinh_483", "bao_cao_749"}:
            kinds[source.parent.name] = parts(recognised_sample(source))
    assert kinds["cong_van_5065"] == [PartKind.DOCUMENT, PartKind.APPENDIX, PartKind.APPENDIX]
    assert kinds["quyet_dinh_483"][:2] == [PartKind.DOCUMENT, PartKind.ISSUED_TEXT]
    assert kinds["bao_cao_749"] == [PartKind.DOCUMENT, PartKind.APPENDIX, PartKind.APPENDIX]


@pytest.mark.parametrize("name", ["DISPATCH", "DECISION", "INVITATION", "INTRODUCTION", "LEAVE", "MINUTES", "COPY"])
def test_every_form_that_we_make_is_recognised(name: str, tmp_path: Path) -> None:
    source = tmp_path / "van_ban.yaml"
    source.write_text(getattr(inputs, name), encoding="utf-8")
    document = recognise(read_word(reportgen.build_document(source, draft=True).docx, "van_ban.docx"))
    assert [found.text for found in document.elements if found.confidence < 0.9] == []
    assert all(_NOTICE in paragraph.text for paragraph in document.unrecognised)
    assert document.doubts == ()
    assert len(document.all(E.SIGNER_NAME, 0)) == (2 if name == "MINUTES" else 1)
