"""Templates that a clerk has worked on: what is in them already stays sound, and no word of them is lost unsaid."""

from __future__ import annotations

import random

import pytest

from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Footnote, Paragraph, Role, Text, TextControl, text
from reportgen.problems import InputProblems
from reportgen.write.docx import write_docx
from reportgen.write.template import CompiledTemplate, compile_template
from tests.conftest import AssertValid
from tests.ooxml.lint import lint
from tests.write.changed_template import (
    BODY,
    appended,
    paragraph,
    part_of,
    replaced,
    run,
    template_bytes,
    text_box,
    with_parts,
)
from tests.write.sample_letter import body
from tests.write.test_docx import document

SHIPPED = template_bytes("van_ban")
NOTES = "word/footnotes.xml"
NOTED = Paragraph(Role.BODY, (Text("chữ"), Footnote((body("chú thích"),))))


def compiled(data: bytes) -> CompiledTemplate:
    return compile_template(data, file="mau.docx", tags=NAMED_KIND_TAGS)


def refused(data: bytes) -> list[str]:
    with pytest.raises(InputProblems) as found:
        compiled(data)
    return [problem.code for problem in found.value.problems]


def with_own_note(data: bytes) -> bytes:
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>của mẫu</w:t></w:r></w:p></w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    return appended(replaced(data, "</w:footnotes>", f"{note}</w:footnotes>", NOTES), f"<w:p>{reference}</w:p>")


def test_notes_of_the_template_and_of_the_document_stand_side_by_side(assert_valid_docx: AssertValid) -> None:
    content = write_docx(document(NOTED), compiled(with_own_note(SHIPPED)))
    assert_valid_docx(content)
    assert "của mẫu" in part_of(content, NOTES)
    assert "chú thích" in part_of(content, NOTES)


def test_the_ids_of_the_templates_controls_and_drawings_are_not_given_again() -> None:
    control = '<w:sdt><w:sdtPr><w:id w:val="{}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    data = appended(SHIPPED, control.format(1), control.format(3), control.format(-7), control.format(2**31 - 1))
    controls = tuple(TextControl(tag, "Ô", "điền") for tag in "abc")
    assert lint(write_docx(document(Paragraph(Role.BODY, controls)), compiled(data))) == []


@pytest.mark.parametrize(
    "notes",
    ['<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>', "<footnotes/>"],
)
def test_notes_that_cannot_be_added_to_are_a_problem(notes: str) -> None:
    assert refused(with_parts(SHIPPED, {NOTES: notes})) == ["MB001"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{{p kinh_gui }}", "Kính gửi: {{p kinh_gui }}", "MB014"),
        ("{{p noi_dung }}", "{{p noi_dung }} {{p kinh_gui }}", "MB014"),
        ("{%p if co_quan_chu_quan %}", "Thuộc {%p if co_quan_chu_quan %}", "MB022"),
    ],
)
def test_words_beside_a_tag_that_takes_its_whole_paragraph_are_not_lost_unsaid(old: str, new: str, code: str) -> None:
    assert code in refused(replaced(SHIPPED, old, new))


def test_a_picture_beside_such_a_tag_is_not_lost_unsaid() -> None:
    assert "MB014" in refused(replaced(SHIPPED, "{{p noi_dung }}</w:t>", "{{p noi_dung }}</w:t><w:drawing/>"))


def test_a_text_box_beside_words_may_hold_such_a_tag() -> None:
    box = paragraph(run("Chữ cạnh hộp"), text_box(paragraph(run("{{p kinh_gui }}"))))
    assert "kinh_gui" in compiled(appended(SHIPPED, box)).tag_names


def test_a_tag_that_only_a_condition_names_is_as_good_as_absent() -> None:
    data = replaced(SHIPPED, "{{ co_quan_chu_quan }}", "Cơ quan chủ quản")
    template = compiled(data)
    assert "Cơ quan chủ quản" not in part_of(write_docx(document(body("chữ")), template), BODY)
    with pytest.raises(InputProblems, match="MB011"):
        write_docx(document(body("chữ"), inlines={"co_quan_chu_quan": text("BỘ MẪU")}), template)


def test_tags_are_listed_as_they_are_read() -> None:
    names = compiled(SHIPPED).tag_names
    read = ("co_quan_ban_hanh", "ke_duoi_co_quan", "so", "ngay_ban_hanh", "trich_yeu", "ke_duoi_trich_yeu",
            "kinh_gui", "noi_dung", "noi_nhan", "quyen_han_chuc_vu", "ho_ten_nguoi_ky", "phu_luc")  # fmt: skip
    assert [name for name in names if name in read] == list(read)


def test_a_damaged_file_is_a_problem_and_never_a_crash() -> None:
    dice = random.Random(749)  # noqa: S311  the same faults in every run
    for _ in range(300):
        data = bytearray(SHIPPED)
        for _ in range(dice.choice((1, 3, 8))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        data = data[: dice.randrange(len(data))] if dice.random() < 0.1 else data
        try:
            write_docx(document(body("chữ")), compiled(bytes(data)))
        except InputProblems as found:
            assert all(problem.code.startswith("MB") for problem in found.problems)


def test_a_damaged_text_is_a_problem_and_never_a_crash() -> None:
    dice = random.Random(30)  # noqa: S311  the same faults in every run
    markup = part_of(SHIPPED, BODY)
    for _ in range(150):
        start = dice.randrange(len(markup))
        put = dice.choice(("", "{{", "}}", "{%p if so %}", "{%p endif %}", "0", "-1", "<w:p/>"))
        harmed = markup[:start] + put + markup[start + dice.randrange(30) :]
        try:
            write_docx(document(body("chữ")), compiled(with_parts(SHIPPED, {BODY: harmed})))
        except InputProblems as found:
            assert all(problem.code.startswith("MB") for problem in found.problems)


def test_a_note_cannot_hold_a_note() -> None:
    nested = Footnote((Paragraph(Role.BODY, (Text("a"), Footnote((body("b"),)))),))
    with pytest.raises(TypeError, match="footnote"):
        write_docx(document(Paragraph(Role.BODY, (nested,))), compiled(SHIPPED))
