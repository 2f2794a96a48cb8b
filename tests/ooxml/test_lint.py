"""Each lint rule is shown a sound file and a broken one: a rule that says nothing about either is no rule."""

import warnings
import zipfile
from io import BytesIO

import pytest

from tests.ooxml.lint import lint
from tests.ooxml.minimal import (
    BODY,
    FIELD,
    FOOTNOTES,
    NOTE_REFERENCE,
    STYLES,
    bookmark,
    cell,
    control,
    drawing,
    table,
    word_file,
    word_parts,
    zipped,
)


def paragraph(content: str) -> str:
    return f"<w:p>{NOTE_REFERENCE}{content}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def without(markup: str, piece: str) -> str:
    assert piece in markup
    return markup.replace(piece, "")


def text_box(content: str) -> str:
    return f"<w:r><w:pict><w:txbxContent><w:p>{content}</w:p></w:txbxContent></w:pict></w:r>"


def field_character(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


BEGIN, SEPARATE, END = (field_character(kind) for kind in ("begin", "separate", "end"))
PARAGRAPH = "/w:document/w:body/w:p"
ROW = "/w:document/w:body/w:tbl/w:tr"


def test_a_sound_file_has_no_findings() -> None:
    assert lint(word_file()) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (without(FIELD, END), [f"{PARAGRAPH[:-4]}: 1 field(s) begun and not ended"]),
        (without(FIELD, BEGIN), [
            f"{PARAGRAPH}/w:r[2]/w:instrText: field instruction out of place",
            f"{PARAGRAPH}/w:r[3]/w:fldChar: field separate out of place",
            f"{PARAGRAPH}/w:r[5]/w:fldChar: field end out of place",
        ]),
        (FIELD.replace(SEPARATE, SEPARATE * 2), [f"{PARAGRAPH}/w:r[5]/w:fldChar: field separate out of place"]),
        (FIELD.replace('"end"', '"finish"'), [
            f"{PARAGRAPH}/w:r[6]/w:fldChar: field finish out of place",
            f"{PARAGRAPH[:-4]}: 1 field(s) begun and not ended",
        ]),
        (BEGIN + text_box(END), [
            f"{PARAGRAPH[:-4]}: 1 field(s) begun and not ended",
            f"{PARAGRAPH}/w:r[3]/w:pict/w:txbxContent/w:p/w:r/w:fldChar: field end out of place",
        ]),
    ],
    ids=["no end", "no begin", "two separates", "unknown kind", "ended inside a text box"],
)  # fmt: skip
def test_a_field_that_does_not_nest_is_found(content: str, expected: list[str]) -> None:
    assert lint(word_file(paragraph(content))) == [f"lint: word/document.xml: {finding}" for finding in expected]


@pytest.mark.parametrize("content", [FIELD * 2, BEGIN + FIELD + SEPARATE + END, BEGIN + text_box(FIELD) + END])
def test_fields_beside_and_inside_each_other_are_sound(content: str) -> None:
    assert lint(word_file(paragraph(content))) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([cell("một")], f"{ROW}: row spans 1 column(s), grid has 2"),
        ([cell("a") + cell("b"), cell("a", span=3)], f"{ROW}[2]: row spans 3 column(s), grid has 2"),
        (['<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("a")], f"{ROW}: row spans 3 column(s), grid has 2"),
    ],
)
def test_a_row_that_does_not_fill_the_grid_is_found(rows: list[str], expected: str) -> None:
    assert lint(word_file(table(*rows) + paragraph(""))) == [f"lint: word/document.xml: {expected}"]


def test_skipped_columns_and_a_table_in_a_cell_do_not_confuse_the_count() -> None:
    inner = f"<w:tc>{table(cell('x') * 3, columns=3)}<w:p/></w:tc>"
    skipping = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("a")
    assert lint(word_file(table(inner + cell("a"), skipping) + paragraph(""))) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (drawing(5) * 2, "drawing id `5` occurs 2 times"),
        (control(7) * 2, "content control id `7` occurs 2 times"),
        (bookmark(3, "a") + bookmark(3, "b"), "bookmark id `3` occurs 2 times"),
        (bookmark(3, "a") + bookmark(4, "a"), "bookmark name `a` occurs 2 times"),
        (without(bookmark(3, "a"), '<w:bookmarkEnd w:id="3"/>'), "bookmark `3` has no start or no end"),
    ],
)
def test_an_id_that_occurs_twice_or_half_is_found(content: str, expected: str) -> None:
    assert lint(word_file(paragraph(content))) == [f"lint: {expected}"]


def test_an_id_that_the_text_and_a_footnote_share_is_found() -> None:
    notes = FOOTNOTES.replace(run("Chú thích"), bookmark(1, "cuoi"))
    assert lint(word_file(footnotes=notes)) == ["lint: bookmark id `1` occurs 2 times"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p/>", ["footnote `1` has no reference"]),
        (f"<w:p>{NOTE_REFERENCE * 2}</w:p>", ["footnote `1` has 2 references"]),
        (paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'), ["footnote reference `2` has no footnote"]),
        (paragraph('<w:r><w:footnoteReference w:id="-1"/></w:r>'), ["footnote reference `-1` has no footnote"]),
        (paragraph('<w:r><w:commentReference w:id="0"/></w:r>'), ["comment reference `0` has no comment"]),
        (paragraph('<w:r><w:endnoteReference w:id="1"/></w:r>'), ["endnote reference `1` has no endnote"]),
    ],
)
def test_a_note_without_its_reference_or_the_reverse_is_found(body: str, expected: list[str]) -> None:
    assert lint(word_file(body)) == [f"lint: {finding}" for finding in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (BODY.replace('"Body"', '"Boddy"'), "paragraph style `Boddy` is not defined"),
        (BODY.replace('"Strong"', '"Weak"'), "character style `Weak` is not defined"),
        (BODY.replace('"Grid"', '"Net"'), "table style `Net` is not defined"),
        (BODY.replace('"Strong"', '"Body"'), "`Body` is used as a character style, but is a paragraph style"),
    ],
)
def test_a_style_that_is_not_defined_is_found(body: str, expected: str) -> None:
    assert lint(word_file(body)) == [f"lint: word/document.xml: {expected}"]


def test_a_style_based_on_a_missing_style_is_found() -> None:
    styles = STYLES.replace('<w:basedOn w:val="Body"/>', '<w:basedOn w:val="Base"/>')
    assert lint(word_file(styles=styles)) == ["lint: style `Title` names style `Base`, which is not defined"]


def test_a_style_that_is_defined_twice_is_found() -> None:
    styles = STYLES.replace('"Title"', '"Body"', 1)
    assert lint(word_file(styles=styles)) == ["lint: style id `Body` occurs 2 times"]


@pytest.mark.parametrize(
    "content",
    [
        run("Số: {{ so }}"),
        run("{") + run("{ so }}"),
        run("{% if a %}"),
        run("{# ghi chú #}"),
        drawing(5, "{{ hinh }}"),
    ],
    ids=["variable", "split over runs", "statement", "comment", "alternative text"],
)
def test_a_template_tag_left_behind_is_found_unless_allowed(content: str) -> None:
    file = word_file(paragraph(content))
    (finding,) = lint(file)
    assert "template tag left in" in finding
    assert lint(file, tags_allowed=True) == []


def test_single_braces_are_text() -> None:
    assert lint(word_file(paragraph(run("tập hợp {1, 2} đạt 100%")))) == []


def test_a_part_without_a_content_type_is_found() -> None:
    parts = word_parts() | {"word/media/anh.png": "x"}
    assert lint(zipped(parts)) == ["lint: word/media/anh.png: no content type"]


def test_a_content_type_for_a_missing_part_is_found() -> None:
    parts = word_parts()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        "</Types>", '<Override PartName="/word/fontTable.xml" ContentType="x/y"/></Types>'
    )
    expected = "lint: [Content_Types].xml: gives a type to `word/fontTable.xml`, which is not in the package"
    assert lint(zipped(parts)) == [expected]


def test_a_relationship_to_a_missing_part_is_found() -> None:
    parts = word_parts()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("styles.xml", "style.xml")
    expected = "lint: word/document.xml: relationship `rId1` leads to `style.xml`, which is not there"
    assert lint(zipped(parts)) == [expected]


def test_a_relationship_id_that_occurs_twice_is_found() -> None:
    parts = word_parts()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("rId2", "rId1")
    assert lint(zipped(parts)) == ["lint: word/document.xml: relationship id `rId1` occurs twice"]


def test_relationships_of_a_missing_part_are_found() -> None:
    parts = word_parts()
    parts["word/_rels/header1.xml.rels"] = parts["_rels/.rels"].replace("word/document.xml", "document.xml")
    assert lint(zipped(parts)) == ["lint: word/header1.xml: has relationships, but is not in the package"]


def test_a_target_outside_the_package_is_nobodys_part() -> None:
    parts = word_parts()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="x" Target="https://example.invalid/" TargetMode="External"/></Relationships>',
    )
    assert lint(zipped(parts)) == []


def test_broken_xml_is_found() -> None:
    parts = word_parts()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", "")
    assert "lint: word/styles.xml: not well-formed XML" in lint(zipped(parts))


def test_a_part_that_occurs_twice_is_found() -> None:
    buffer = BytesIO(word_file())
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/styles.xml", word_parts()["word/styles.xml"])
    assert lint(buffer.getvalue()) == ["lint: word/styles.xml: occurs twice in the zip"]


def test_a_truncated_file_is_found() -> None:
    (finding,) = lint(word_file()[:-40])
    assert finding.startswith("lint: not a sound zip file")


def test_rules_for_word_are_not_asked_of_a_spreadsheet() -> None:
    assert lint(word_file(paragraph(run("{{ so }}"))), ".xlsx") == []
