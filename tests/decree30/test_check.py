"""The checker as a whole: order, places, limits, bad input, and the forms in which it tells what it found."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from lxml import etree

from reportgen.decree30.check import CheckReport, check_document, check_seen
from reportgen.decree30.finding import Grade
from reportgen.decree30.report_comments import annotate_report
from reportgen.decree30.report_html import reports_to_html
from reportgen.decree30.report_json import report_to_dict, reports_to_sarif
from reportgen.decree30.report_text import describe_page_source, describe_report, describe_summary
from reportgen.decree30.seen import PageSource, SeenDocument
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, Place, Problem, form_pages
from reportgen.production import build_document
from reportgen.production.form import agency_names
from reportgen.write.merge import merge_documents
from tests.conftest import AssertValid
from tests.decree30.changed import (
    DECISION,
    LETTER,
    LETTER_TO_ONE,
    SAMPLES,
    after,
    all_pages,
    both,
    find,
    look,
    sample,
    sample_docx,
    say,
)

DRAFTS = {"cong_van_2023/cong_van", "gui_hang_loat/cong_van", "cong_van_cai_thien_dti/cong_van"}
"""Samples that are no finished documents: one is left open, the others are filled for each row of a list."""
TEMPLATES = {"ban_sao", "bien_ban", "cong_van", "van_ban"}
"""The templates of finished official documents; blank outlines and publications are none."""
OWN = sorted(
    str(path.relative_to(SAMPLES).with_suffix(""))
    for path in SAMPLES.glob("*/*.yaml")
    if str(path.relative_to(SAMPLES).with_suffix("")) not in DRAFTS
)
SHORT = [name for name in OWN if name.startswith("loai_khac/")]
FAULTY = both(
    say("Số: 88/", "Số: 8/"), look("Kính gửi", size=16.0), say("cảm ơn./.", "cảm ơn."), say("đ) Hồ sơ", "e) Hồ sơ")
)


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check_seen(replace(FAULTY(sample(LETTER)), file="thu <1>.docx"))


@pytest.mark.parametrize("name", OWN)
def test_nothing_in_a_document_of_this_program_departs_from_the_decree(name: str) -> None:
    found = check_document(sample_docx(name), name, names=agency_names()).findings
    assert [(one.rule.id, one.number, one.message()) for one in found if one.grade is Grade.ERROR] == []


def test_the_samples_are_made_with_every_template() -> None:
    assert {build_document(SAMPLES / f"{name}.yaml").document.template for name in SHORT} == TEMPLATES
    assert {path.stem for path in (SAMPLES.parent / "templates_vi").glob("*.docx")} - TEMPLATES == {
        "an_pham_dti", "de_cuong",
    }  # fmt: skip


def test_own_documents_that_are_merged_have_no_findings_either() -> None:
    merged = merge_documents((f"{name}.docx", sample_docx(name)) for name in (LETTER, DECISION, LETTER_TO_ONE))
    report = check_document(merged, "tất cả.docx", names=agency_names())
    assert report.findings == ()
    assert [problem.message() for problem in report.problems] == [
        "tệp có 3 văn bản, mỗi văn bản được kiểm riêng (kiểm được 3)"
    ]


def test_findings_come_in_the_order_of_the_text(report: CheckReport) -> None:
    assert [finding.rule.id for finding in report.findings] == [
        "SO-KHONG", "KINH-GUI-CO", "DIEM-THU-TU", "KET-THUC", "KEM-THEO-SO",
    ]  # fmt: skip
    numbers = [finding.number for finding in report.findings]
    assert numbers == sorted(number for number in numbers if number is not None)


def test_a_finding_says_where_in_the_file_it_is_and_what_mends_it(report: CheckReport) -> None:
    found = report.findings[0]
    paragraph = found.paragraph
    assert paragraph is not None
    assert found.span is not None
    assert (found.text, found.span.part, found.span.paragraph) == ("8", "word/document.xml", paragraph.locator.index)
    assert found.rule.fix == "so_ky_hieu"
    assert (found.message("en"), found.hint()) == ("the number “8” lacks its leading zero", "viết “08”")


def test_the_text_has_clause_place_words_and_counts(report: CheckReport) -> None:
    text = describe_report(report)
    assert text.startswith(
        "lỗi[SO-KHONG]: số “8” thiếu số 0 phía trước (PL I, P.I, Mục II, khoản 3, điểm c)\n"
        "  --> thu <1>.docx, đoạn 7, bảng 1, hàng 2, cột 1: “8”\n"
        "  cách sửa: viết “08”\n"
    )
    assert text.endswith("thu <1>.docx: 5 chỗ trái quy định")
    assert describe_page_source(report) is None
    assert describe_report(report, "en").endswith("thu <1>.docx: 5 against the decree")


def test_findings_that_are_alike_are_counted_after_the_third() -> None:
    extra = [f"Nội dung thứ {number} của văn bản." for number in range(6)]
    seen = after("Để kịp tổng hợp", *extra)(sample(LETTER))
    changed = replace(
        seen,
        paragraphs=tuple(
            replace(one, runs=tuple(replace(run, font="Arial") for run in one.runs)) if one.text in extra else one
            for one in seen.paragraphs
        ),
    )
    text = describe_report(check_seen(changed))
    assert text.count("[CHU-PHONG]") == 3
    first = find(changed, extra[3]).index
    assert f"… và 3 chỗ nữa như trên (đoạn {first}, {first + 1}, {first + 2})\n" in text
    assert "… và 3 chỗ nữa như trên (trang 2)\n" in describe_report(check_seen(on_pages(changed)))


def on_pages(seen: SeenDocument) -> SeenDocument:
    """Return `seen` with the letterhead on page one and all that follows it on page two."""
    begin = find(seen, "Kính gửi").index
    paragraphs = (replace(one, page=1 if one.index < begin else 2) for one in seen.paragraphs)
    return replace(seen, paragraphs=tuple(paragraphs), page_source=PageSource.PDF)


@pytest.fixture(scope="module")
def paged(report: CheckReport) -> CheckReport:
    problems = (
        form_pages.SIGNATURE_ALONE.at(Place(file="thu <1>.docx", page=2)),
        form_pages.NUMBER_ON_PAGE_ONE.at(Place(file="thu <1>.docx", page=1), number="<1>"),
    )
    return replace(check_seen(on_pages(report.recognised.seen)), page_problems=problems)


def test_what_is_found_comes_page_by_page(paged: CheckReport) -> None:
    entries = [one.code if isinstance(one, Problem) else one.rule.id for one in paged.in_page_order()]
    assert entries == ["TT402", "SO-KHONG", "TT403", "KINH-GUI-CO", "DIEM-THU-TU", "KET-THUC", "KEM-THEO-SO"]
    text = describe_report(paged)
    assert "  --> thu <1>.docx, trang 1, đoạn 7, bảng 1, hàng 2, cột 1: “8”\n" in text
    assert "cảnh báo[TT403]: " in text
    assert text.endswith("5 chỗ trái quy định, 2 chỗ trên trang in")
    assert describe_page_source(paged) == "số trang theo bản PDF"
    assert describe_page_source(paged, "en") == "pages as in the PDF"


def test_every_form_of_the_report_has_the_pages(paged: CheckReport) -> None:
    data = report_to_dict(paged)
    assert data["page_source"] == "pdf"
    assert [one["page"] for one in data["findings"]] == [1, 2, 2, 2, 2]  # type: ignore[attr-defined]
    assert [one["page"] for one in data["page_problems"]] == [2, 1]  # type: ignore[attr-defined]
    run = json.loads(reports_to_sarif([paged]))["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [result["properties"]["page"] for result in run["results"]] == [1, 1, 2, 2, 2, 2, 2]
    assert run["results"][1]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"].startswith("trang 1, bảng")
    rows = etree.fromstring(reports_to_html([paged]), etree.HTMLParser(recover=False)).findall(".//tbody/tr")
    assert [row.findall("td")[1].text for row in rows] == ["1", "1", "2", "2", "2", "2", "2"]
    assert "&lt;1&gt;" in reports_to_html([paged])


def test_comments_tell_what_is_wrong_on_the_pages(paged: CheckReport) -> None:
    with zipfile.ZipFile(io.BytesIO(annotate_report(sample_docx(LETTER), paged))) as package:
        comments = package.read("word/comments.xml").decode()
    assert "cảnh báo TT403: trang 2, " in comments


def test_a_summary_counts_files_and_the_rules_broken_most() -> None:
    clean = check_seen(sample(DECISION))
    faulty = check_seen(FAULTY(sample(LETTER)))
    text = describe_summary([clean, faulty, faulty])
    assert "3 tệp: 1 đạt, 2 có chỗ trái quy định" in text
    assert "SO-KHONG  2 chỗ, 2 tệp" in text


def test_json_has_every_fact_of_a_finding(report: CheckReport) -> None:
    data = json.loads(json.dumps(report_to_dict(report)))
    assert (data["clean"], data["kind"], data["counts"]["error"]) == (False, "cong_van", 5)
    first = data["findings"][0]
    assert (first["rule"], first["grade"], first["level"], first["sure"]) == ("SO-KHONG", "error", "quy_dinh", True)
    assert (first["text"], first["fix"], first["paragraph"]) == ("8", "so_ky_hieu", 7)


def test_sarif_names_every_rule_and_points_each_result_to_its_own(report: CheckReport) -> None:
    log = json.loads(reports_to_sarif([report], version="1.0"))
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == len(report.rules)
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule.id
        assert result["level"] == "error"
        place = result["locations"][0]
        assert unquote(place["physicalLocation"]["artifactLocation"]["uri"]) == "thu <1>.docx"
        assert place["logicalLocations"][0]["name"] == str(finding.number)


def test_html_is_well_formed_and_escapes_what_files_say(report: CheckReport) -> None:
    page = reports_to_html([report, report])
    assert "thu &lt;1&gt;.docx" in page
    assert "<1>" not in page
    tree = etree.fromstring(page, etree.HTMLParser(recover=False))
    assert len(tree.findall(".//tbody/tr")) == 2 * len(report.findings)


def test_comments_stand_at_the_words_that_are_wrong(assert_valid_docx: AssertValid) -> None:
    document = docx.Document(io.BytesIO(sample_docx(LETTER)))
    paragraph = next(one for one in document.tables[0].rows[1].cells[0].paragraphs if "Số:" in one.text)
    paragraph.runs[0].text = paragraph.text.replace("88/", "8/")
    for run in paragraph.runs[1:]:
        run.text = ""
    buffer = io.BytesIO()
    document.save(buffer)
    report = check_document(buffer.getvalue(), "thu.docx")
    # The appendix still has the number 88.
    assert [one.rule.id for one in report.findings] == ["SO-KHONG", "KEM-THEO-SO"]
    annotated = annotate_report(buffer.getvalue(), report)
    with zipfile.ZipFile(io.BytesIO(annotated)) as package:
        comments = package.read("word/comments.xml").decode()
    assert "SO-KHONG" in comments
    assert "viết “08”" in comments
    assert_valid_docx(annotate_report(sample_docx(LETTER), check_seen(FAULTY(sample(LETTER)))))


def _zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


def _word(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "MB001"),
        (b"Plain text, no Word file.", "MB001"),
        (sample_docx(LETTER)[:3000], "MB001"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "MB002"),
        (_zip(word__document_xml=_ENTITIES), "MB004"),
        (_zip(word__other_xml=b"<a/>"), "MB001"),
        (_zip(word__document_xml=b"<a"), None),
        (_word(), "TT101"),
        (_word("The quick brown fox jumps over the lazy dog. " * 20), "TT101"),
        (_word("Hôm nay trời đẹp, chúng tôi đi chơi ở công viên cùng các bạn nhỏ. " * 10), "TT101"),
    ],
    ids=["empty", "text", "cut", "encrypted", "entities", "no body", "broken", "no words", "english", "a story"],
)
def test_bad_input_is_a_problem_not_a_traceback(data: bytes, code: str | None) -> None:
    with pytest.raises(InputProblems) as raised:
        check_document(data, "x.docx")
    assert code is None or raised.value.problems[0].code == code


def test_each_of_several_documents_in_one_file_is_checked_by_itself() -> None:
    data = merge_documents([("a.docx", sample_docx(DECISION)), ("b.docx", sample_docx(LETTER))])
    seen = read_word(data, "hai.docx")
    assert check_seen(seen).findings == ()
    report = check_seen(both(say("Số: 88/", "Số: 8/"), say("đ) Hồ sơ", "e) Hồ sơ"))(seen))
    assert "TT102" in {problem.code for problem in report.problems}
    assert [one.rule.id for one in report.findings] == ["SO-KHONG", "DIEM-THU-TU", "KEM-THEO-SO"]
    # Places are those in the whole file.
    for finding in report.findings:
        assert finding.paragraph is not None
        assert finding.paragraph == report.recognised.seen.paragraphs[finding.paragraph.index - 1]
        assert finding.text in finding.paragraph.text


def test_a_document_from_before_the_decree_is_told() -> None:
    report = check_seen(say("ngày 01 tháng 3 năm 2022", "ngày 01 tháng 3 năm 2019")(sample(DECISION)))
    assert [problem.code for problem in report.problems] == ["TT104"]


def test_tracked_changes_are_told() -> None:
    report = check_seen(replace(sample(DECISION), insertions=2, deletions=1))
    assert [problem.message("en") for problem in report.problems] == [
        "the file has 3 tracked changes; they are taken as accepted"
    ]


def test_an_own_margin_is_told_once_for_all_sections() -> None:
    report = check_seen(all_pages(left=20.0)(sample(LETTER)))
    assert [finding.rule.id for finding in report.findings].count("TRANG-LE-TRAI") == 1


def test_the_same_file_gives_the_same_report() -> None:
    assert report_to_dict(check_document(sample_docx(LETTER), "x")) == report_to_dict(
        check_document(sample_docx(LETTER), "x")
    )


def test_samples_exist() -> None:
    assert len(OWN) >= 12
    assert all(Path(SAMPLES / f"{name}.yaml").is_file() for name in OWN)
