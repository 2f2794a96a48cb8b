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
from reportgen.decree30.report_text import describe_report, describe_summary
from reportgen.problems import InputProblems
from reportgen.production import build_document
from tests.conftest import AssertValid
from tests.decree30.changed import DECISION, LETTER, SAMPLES, after, all_pages, both, look, sample, sample_docx, say

DRAFTS = {"cong_van_2023/cong_van", "gui_hang_loat/cong_van"}
"""Samples that are no finished documents: one is left open, one is filled for each row of a list."""
OWN = sorted(
    str(path.relative_to(SAMPLES).with_suffix(""))
    for path in SAMPLES.glob("*/*.yaml")
    if str(path.relative_to(SAMPLES).with_suffix("")) not in DRAFTS
)
FAULTY = both(
    say("Số: 88/", "Số: 8/"), look("Kính gửi", size=16.0), say("cảm ơn./.", "cảm ơn."), say("đ) Hồ sơ", "e) Hồ sơ")
)


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check_seen(replace(FAULTY(sample(LETTER)), file="thu <1>.docx"))


@pytest.mark.parametrize("name", OWN)
def test_nothing_in_a_document_of_this_program_departs_from_the_decree(name: str) -> None:
    built = build_document(SAMPLES / f"{name}.yaml")
    found = check_document(built.docx, name).findings
    assert [(one.rule.id, one.number, one.message()) for one in found if one.grade is Grade.ERROR] == []


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
    assert "… và 3 chỗ nữa như trên" in text


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


def test_two_documents_in_one_file_are_told() -> None:
    one, other = sample(DECISION), sample(LETTER)
    shift = len(one.paragraphs)
    moved = tuple(
        replace(paragraph, index=paragraph.index + shift, cell=paragraph.cell and replace(
            paragraph.cell, table=paragraph.cell.table + len(one.tables)))
        for paragraph in other.paragraphs
    )  # fmt: skip
    report = check_seen(replace(one, paragraphs=(*one.paragraphs, *moved)))
    assert "TT102" in {problem.code for problem in report.problems}


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
