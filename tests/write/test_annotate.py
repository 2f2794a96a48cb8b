"""Findings as Word comments: at the very words, in a valid copy, whatever the file holds already."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.problems import InputProblems
from reportgen.write.annotate import Finding, annotate_docx
from reportgen.write.word_text import WordSpan, iter_paragraphs
from reportgen.write.xml_parts import NAMESPACES, w
from tests.conftest import AssertValid
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

COMMENTS = "word/comments.xml"
MARKS = {w("commentRangeStart"): "[", w("commentRangeEnd"): "]", w("commentReference"): "*"}


def parsed(data: bytes, part: str = BODY) -> etree._Element:
    return etree.fromstring(part_of(data, part).encode())


def index_of(data: bytes, words: str, part: str = BODY) -> int:
    """The index of the first paragraph of `part` with `words`."""
    return next(found.index for found in iter_paragraphs(parsed(data, part), part) if words in found.text)


def marked(data: bytes, words: str) -> str:
    """The first paragraph with `words`, its comments shown as [n…]n*n."""
    root = parsed(data)
    element = list(root.iter(w("p")))[index_of(data, words)]
    shown = ""
    for item in element.iter():
        if item.tag == w("t"):
            shown += item.text or ""
        elif item.tag in MARKS:
            shown += f"{MARKS[str(item.tag)]}{item.get(w('id'))}"
    return shown


def comments(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    return [
        ["".join(map(str, one.itertext())) for one in comment.iterfind("w:p", NAMESPACES)]
        for comment in parsed(data, COMMENTS)
    ]


@pytest.fixture
def letter() -> bytes:
    link = f'<w:hyperlink w:anchor="x">{run("trong liên kết")}</w:hyperlink>'
    bold = run("chữ đậm", "<w:b/>")
    return appended(template_bytes("cong_van"), paragraph(run("Một hai ba "), bold, run(" rồi "), link))


def spanned(data: bytes, words: str, about: str) -> WordSpan:
    found = next(found for found in iter_paragraphs(parsed(data), BODY) if words in found.text)
    start = found.text.index(about)
    return found.span(start, start + len(about))


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("Một", "[0Một]0*0 hai ba chữ đậm rồi trong liên kết"),
        ("hai", "Một [0hai]0*0 ba chữ đậm rồi trong liên kết"),
        ("ba chữ", "Một hai [0ba chữ]0*0 đậm rồi trong liên kết"),
        ("ba chữ đậm rồi", "Một hai [0ba chữ đậm rồi]0*0 trong liên kết"),
        ("trong", "Một hai ba chữ đậm rồi [0trong]0*0 liên kết"),
        ("rồi trong liên", "Một hai ba chữ đậm [0rồi trong liên]0*0 kết"),
    ],
)
def test_a_comment_is_around_its_words_and_changes_none(
    letter: bytes, about: str, expected: str, assert_valid_docx: AssertValid
) -> None:
    made = annotate_docx(letter, [Finding("ghi chú", spanned(letter, "Một hai", about))])
    assert marked(made, "Một hai") == expected
    assert comments(made) == [["ghi chú"]]
    assert_valid_docx(made, tags_allowed=True)


def test_runs_that_are_split_keep_their_formatting(letter: bytes) -> None:
    made = annotate_docx(letter, [Finding("x", spanned(letter, "Một hai", "đậm"))])
    element = list(parsed(made).iter(w("p")))[index_of(made, "Một hai")]
    bold = [
        one.findtext("w:t", "", NAMESPACES)
        for one in element.iter(w("r"))
        if one.find("w:rPr/w:b", NAMESPACES) is not None
    ]
    assert bold == ["chữ ", "đậm"]


def test_comments_that_overlap_each_have_their_words(letter: bytes, assert_valid_docx: AssertValid) -> None:
    spans = [
        spanned(letter, "Một hai", about) for about in ("hai ba", "ba chữ", "Một hai ba chữ đậm rồi trong liên kết")
    ]
    made = annotate_docx(letter, [Finding(str(number), span) for number, span in enumerate(spans)])
    assert comments(made) == [["0"], ["1"], ["2"]]
    text = marked(made, "Một hai")
    for number, about in enumerate(("hai ba", "ba chữ", "Một hai ba chữ đậm rồi trong liên kết")):
        inside = text.partition(f"[{number}")[2].partition(f"]{number}")[0]
        for other in range(3):
            for mark in "[]*":
                inside = inside.replace(f"{mark}{other}", "")
        assert inside == about
    assert_valid_docx(made, tags_allowed=True)


def test_a_remark_on_the_whole_document_stands_at_its_first_paragraph(letter: bytes) -> None:
    made = annotate_docx(letter, [Finding("dòng một\ndòng hai")])
    assert comments(made) == [["dòng một", "dòng hai"]]
    assert next(parsed(made).iter(w("p"))).find("w:commentRangeStart", NAMESPACES) is not None


def test_a_text_box_is_annotated_where_it_is_anchored(letter: bytes, assert_valid_docx: AssertValid) -> None:
    data = appended(letter, paragraph(run("Neo"), text_box(paragraph(run("trong hộp")))))
    made = annotate_docx(data, [Finding("x", spanned(data, "trong hộp", "hộp"))])
    assert marked(made, "Neo") == "[0Neotrong hộp]0*0"
    assert next(parsed(made).iter(w("txbxContent"))).find(".//w:commentReference", NAMESPACES) is None
    assert_valid_docx(made, tags_allowed=True)


def test_headers_and_footers_are_annotated_at_the_head_of_the_text(letter: bytes) -> None:
    made = annotate_docx(letter, [Finding("x", WordSpan("word/footer1.xml", 0, 0, 4))])
    assert part_of(made, "word/footer1.xml") == part_of(letter, "word/footer1.xml")
    assert next(parsed(made).iter(w("p"))).find("w:commentRangeStart", NAMESPACES) is not None


def test_a_footnote_is_annotated_where_its_mark_stands(letter: bytes) -> None:
    note = f'<w:footnote w:id="2">{paragraph(run("Chú thích"))}</w:footnote></w:footnotes>'
    data = replaced(letter, "</w:footnotes>", note, "word/footnotes.xml")
    data = appended(data, paragraph(run("Dẫn"), '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    span = WordSpan("word/footnotes.xml", index_of(data, "Chú thích", "word/footnotes.xml"), 0, 3)
    assert marked(annotate_docx(data, [Finding("x", span)]), "Dẫn") == "[0Dẫn]0*0"


def test_comments_that_are_there_already_stay(letter: bytes, assert_valid_docx: AssertValid) -> None:
    once = annotate_docx(letter, [Finding("trước", spanned(letter, "Một hai", "hai"))])
    twice = annotate_docx(once, [Finding("sau", spanned(once, "Một hai", "ba"))])
    assert comments(twice) == [["trước"], ["sau"]]
    assert marked(twice, "Một hai") == "Một [0hai]0*0 [1ba]1*1 chữ đậm rồi trong liên kết"
    assert part_of(twice, "[Content_Types].xml").count(COMMENTS) == 1
    assert_valid_docx(twice, tags_allowed=True)


def test_words_own_styles_for_comments_are_used_where_the_file_has_them(
    letter: bytes, assert_valid_docx: AssertValid
) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Dau"><w:name w:val="annotation reference"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Chu"><w:name w:val="annotation text"/></w:style></w:styles>'
    )
    data = replaced(letter, "</w:styles>", styles, "word/styles.xml")
    made = annotate_docx(data, [Finding("x")])
    assert 'w:pStyle w:val="Chu"' in part_of(made, COMMENTS)
    assert part_of(made, BODY).count('w:rStyle w:val="Dau"') == 1
    assert_valid_docx(made, tags_allowed=True)


def test_text_that_xml_cannot_hold_is_left_out_of_a_comment(letter: bytes) -> None:
    assert comments(annotate_docx(letter, [Finding("a\x00b\x07 <c> & d")])) == [["ab <c> & d"]]


def test_a_span_beyond_the_text_is_taken_for_its_paragraph(letter: bytes, assert_valid_docx: AssertValid) -> None:
    found = spanned(letter, "Một hai", "Một")
    made = annotate_docx(
        letter, [Finding("x", WordSpan(BODY, found.paragraph, 900, 950)), Finding("y", WordSpan(BODY, 9_000, 0, 1))]
    )
    assert marked(made, "Một hai") == "[0Một hai ba chữ đậm rồi trong liên kết]0*0"
    assert_valid_docx(made, tags_allowed=True)


def test_the_same_arguments_give_the_same_bytes(letter: bytes) -> None:
    findings = [Finding("x", spanned(letter, "Một hai", "hai"))]
    assert annotate_docx(letter, findings) == annotate_docx(letter, findings)


def test_without_findings_the_parts_are_those_of_the_original(letter: bytes) -> None:
    assert annotate_docx(letter, []) == with_parts(letter, {})


@pytest.mark.parametrize("data", [b"", b"no zip", template_bytes("cong_van")[:2000]])
def test_a_file_that_is_no_word_file_is_a_problem(data: bytes) -> None:
    with pytest.raises(InputProblems) as raised:
        annotate_docx(data, [Finding("x")], "mau.docx")
    assert [problem.code for problem in raised.value.problems] == ["MB001"]
