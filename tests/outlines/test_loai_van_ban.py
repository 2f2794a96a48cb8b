"""The kinds of documents and copies as shipped, held to Decree 30/2020/NĐ-CP."""

import re

import pytest

from reportgen.model.document_kinds import (
    AbstractPlace,
    AddresseeUse,
    ArticleUse,
    DocumentKinds,
    SignatureForm,
    symbol_for,
)
from reportgen.read.data_files import load_document_kinds
from reportgen.vietnamese.document_symbols import SYMBOL_PATTERN
from reportgen.vietnamese.unicode_forms import same_letters

ARTICLE_7 = (
    "Nghị quyết (cá biệt), quyết định (cá biệt), chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, "
    "chương trình, kế hoạch, phương án, đề án, dự án, báo cáo, biên bản, tờ trình, hợp đồng, công văn, công điện, "
    "bản ghi nhớ, bản thỏa thuận, giấy uỷ quyền, giấy mời, giấy giới thiệu, giấy nghỉ phép, phiếu gửi, phiếu chuyển, "
    "phiếu báo, thư công"
)
ABBREVIATIONS = (
    "NQ, QĐ, CT, QC, QyĐ, TC, TB, HD, CTr, KH, PA, ĐA, DA, BC, BB, TTr, HĐ, CĐ, BGN, BTT, GUQ, "
    "GM, GGT, GNP, PG, PC, PB"
)
COMMON_SPECIMEN = (
    "chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, chương trình, kế hoạch, phương án, đề án, dự án, "
    "báo cáo, tờ trình, giấy ủy quyền, phiếu gửi, phiếu chuyển, phiếu báo"
)
SPECIMENS = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2.1", "2.2", "3.1", "3.2"]


@pytest.fixture(scope="module")
def kinds() -> DocumentKinds:
    return load_document_kinds()


def test_the_29_kinds_are_those_of_article_7_in_its_order(kinds: DocumentKinds) -> None:
    assert len(kinds.documents) == 29
    assert [kind.name_in_decree.lower() for kind in kinds.documents] == ARTICLE_7.lower().split(", ")


def test_27_kinds_have_the_abbreviations_of_appendix_iii_in_its_order(kinds: DocumentKinds) -> None:
    abbreviations = [kind.abbreviation for kind in kinds.documents if kind.abbreviation]
    assert len(abbreviations) == 27
    assert ", ".join(abbreviations) == ABBREVIATIONS
    assert [kind.key for kind in kinds.documents if kind.abbreviation is None] == ["cong_van", "thu_cong"]


def test_the_three_copies_have_their_titles_and_abbreviations(kinds: DocumentKinds) -> None:
    assert [(kind.title, kind.abbreviation, kind.specimen_keys) for kind in kinds.copies] == [
        ("SAO Y", "SY", ("3.1", "3.2")),
        ("TRÍCH SAO", "TrS", ("3.1", "3.2")),
        ("SAO LỤC", "SL", ("3.1", "3.2")),
    ]


def test_abbreviations_in_mixed_case_are_kept_and_found_only_so(kinds: DocumentKinds) -> None:
    mixed = [k.abbreviation for k in kinds.kinds if k.abbreviation and k.abbreviation != k.abbreviation.upper()]
    assert mixed == ["QyĐ", "CTr", "TTr", "TrS"]
    for abbreviation in mixed:
        assert kinds.by_abbreviation(abbreviation) is not None
        assert kinds.by_abbreviation(abbreviation.upper()) is None


def test_there_is_no_abbreviation_cv(kinds: DocumentKinds) -> None:
    assert kinds.by_abbreviation("CV") is None


def test_each_specimen_of_appendix_iii_is_described_and_used(kinds: DocumentKinds) -> None:
    described = [specimen.key for specimen in kinds.specimens]
    assert [key for key in described if key.count(".") == 1] == SPECIMENS
    used = {key for kind in kinds.kinds for key in kind.specimen_keys}
    # Appendices belong to no kind of their own.
    assert set(SPECIMENS) - used == {"2.1", "2.2"}
    assert [key for key in described if key.count(".") > 1] == ["1.3.kem_theo_giay", "1.3.kem_theo_dien_tu"]


def test_the_common_specimen_is_for_the_kinds_that_its_note_lists(kinds: DocumentKinds) -> None:
    common = [kind.name.lower() for kind in kinds.kinds if kind.specimen_keys == ("1.4",)]
    assert common == COMMON_SPECIMEN.split(", ")


def test_the_kinds_for_which_the_decree_has_no_specimen_say_so(kinds: DocumentKinds) -> None:
    without = [kind.key for kind in kinds.kinds if not kind.specimen_keys]
    assert without == ["hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong"]


def test_only_a_dispatch_has_no_title_and_its_abstract_below_the_symbol(kinds: DocumentKinds) -> None:
    assert [kind.key for kind in kinds.kinds if kind.title is None] == ["cong_van"]
    dispatch = kinds.layout_of(kinds.get("cong_van"))
    assert (dispatch.prints_title, dispatch.abstract_place) == (False, AbstractPlace.BELOW_SYMBOL)
    assert dispatch.abstract_openings == ("V/v",)
    assert [s.key for s in kinds.specimens if s.abstract_place is AbstractPlace.BELOW_SYMBOL] == ["1.5"]


def test_addressees_stand_in_dispatches_and_in_reports_and_proposals_to_a_higher_body(kinds: DocumentKinds) -> None:
    assert [k.key for k in kinds.kinds if k.addressees is AddresseeUse.ALWAYS] == ["cong_van"]
    assert [k.key for k in kinds.kinds if k.addressees is AddresseeUse.TO_HIGHER_BODY] == ["bao_cao", "to_trinh"]


def test_minutes_have_no_date_line_and_two_signatures(kinds: DocumentKinds) -> None:
    minutes = kinds.layout_of(kinds.get("bien_ban"))
    assert (minutes.has_number, minutes.has_place_and_date) == (True, False)
    assert minutes.signature is SignatureForm.SECRETARY_AND_CHAIR
    undated = [s.key for s in kinds.specimens if s.has_number and not s.has_place_and_date]
    assert undated == ["1.9"]


def test_decisions_and_resolutions_have_recitals_and_enacting_words(kinds: DocumentKinds) -> None:
    enacting = {s.key: s.enacting_words for s in kinds.specimens if s.has_authority_line and s.recitals}
    assert enacting == {"1.1": "QUYẾT NGHỊ:", "1.2": "QUYẾT ĐỊNH:", "1.3": "QUYẾT ĐỊNH:"}
    assert [s.key for s in kinds.specimens if s.articles is ArticleUse.ALWAYS] == ["1.2", "1.3"]


def test_what_is_attached_says_to_what_and_is_left_open_only_in_electronic_form(kinds: DocumentKinds) -> None:
    attached = {s.key: s.is_electronic for s in kinds.specimens if s.attached_line}
    assert attached == {"1.3.kem_theo_giay": False, "1.3.kem_theo_dien_tu": True, "2.1": False, "2.2": True}
    assert all(not s.has_number and not s.has_place_and_date for s in kinds.specimens if s.attached_line)


@pytest.mark.parametrize(
    ("key", "unit", "symbol"),
    [
        ("quyet_dinh", None, "QĐ-BNV"),
        ("cong_van", "VP", "BNV-VP"),
        ("chuong_trinh", None, "CTr-BNV"),
        ("sao_y", None, "SY-BNV"),
        ("trich_sao", None, "TrS-BNV"),
        ("thu_cong", None, "BNV"),
    ],
)
def test_symbols_are_those_of_the_examples_of_the_decree(
    kinds: DocumentKinds, key: str, unit: str | None, symbol: str
) -> None:
    assert symbol_for(kinds.get(key), "BNV", unit) == symbol


def test_every_symbol_is_one_that_the_program_reads_in_documents(kinds: DocumentKinds) -> None:
    for kind in kinds.kinds:
        assert re.fullmatch(SYMBOL_PATTERN, symbol_for(kind, "BGDĐT", "CNTT"))


def test_titles_are_the_names_in_capitals_but_for_copies(kinds: DocumentKinds) -> None:
    for kind in kinds.documents:
        assert kind.title is None or kind.title == kind.name.upper()
        assert same_letters(kind.name, kind.name_in_decree.removesuffix(" (cá biệt)"))
    for kind in kinds.copies:
        assert kind.name.upper() == f"BẢN {kind.title}"


def test_both_ways_of_placing_the_tone_find_the_power_of_attorney(kinds: DocumentKinds) -> None:
    assert kinds.find("Giấy uỷ quyền") == kinds.find("giấy ủy quyền") == kinds.get("giay_uy_quyen")


def test_the_kinds_are_read_once() -> None:
    assert load_document_kinds() is load_document_kinds()
