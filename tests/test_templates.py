"""The shipped templates: made from the layout figures of the decree, held to them, and safe to fill."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from reportgen.compose.template_roles import find_needed_roles
from reportgen.decree30.form_check import check_form
from reportgen.decree30.layout import Layout, ParagraphFigures, load_layout
from reportgen.document import Role, TableRole, TextRole
from reportgen.problems import form
from reportgen.write.template import compile_template
from tests.conftest import AssertValid
from tools.make_templates import BODIES, PUBLICATION, TAGS, TEMPLATES, layout_of, list_template, make_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = sorted(BODIES)
# A publication is a book, not an administrative document: it has the decree's paper and margins, not its looks.
BOOK_MAY_DIFFER = {form.FONT_SIZE.code, form.FONT_STYLE.code, form.ALIGNMENT.code, form.PAGE_NUMBER.code}


def part(name: str, member: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(TEMPLATES / f"{name}.docx").read(member))


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_what_the_tool_makes(name: str) -> None:
    assert (TEMPLATES / f"{name}.docx").read_bytes() == make_template(name)
    assert (TEMPLATES / f"{name}.txt").read_text(encoding="utf-8") == list_template(name)


def test_nothing_else_is_shipped_beside_the_templates() -> None:
    assert sorted(path.name for path in TEMPLATES.iterdir()) == sorted(
        f"{name}.{suffix}" for name in NAMES for suffix in ("docx", "txt")
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_a_valid_word_file(name: str, assert_valid_docx: AssertValid) -> None:
    assert_valid_docx(TEMPLATES / f"{name}.docx", tags_allowed=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_holds_every_tag_that_its_kinds_need(name: str) -> None:
    compiled = compile_template((TEMPLATES / f"{name}.docx").read_bytes(), file=name, tags=TAGS[name])
    assert set(compiled.tag_names) == {tag.name for tag in TAGS[name]}


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_departs_nowhere_from_the_decree(name: str) -> None:
    found = check_form((TEMPLATES / f"{name}.docx").read_bytes(), name)
    may_differ = BOOK_MAY_DIFFER if name == PUBLICATION else set()
    assert [problem for problem in found if problem.code not in may_differ] == []


def test_every_role_has_its_style_and_every_style_its_role() -> None:
    decree, book = layout_of("van_ban"), layout_of(PUBLICATION)
    # Covers and contents are a publication's alone; some looks of its cover and foot are the template's own.
    assert {figures.name for figures in decree.styles} < {role.value for role in Role}
    assert {role.value for role in Role} < {figures.name for figures in book.styles}
    assert {figures.name for figures in decree.text_styles} == {role.value for role in TextRole}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_the_styles_that_its_documents_need(name: str) -> None:
    names = {style.get(f"{W}val") for style in part(name, "word/styles.xml").iter(f"{W}name")}
    always, sometimes = find_needed_roles(tag.name for tag in TAGS[name])
    assert {role.value for role in always | sometimes | set(TextRole) | set(TableRole)} <= names


def _mm(element: etree._Element, name: str) -> float:
    return int(element.get(f"{W}{name}", "0")) * 25.4 / 1440


def test_the_pages_are_those_of_the_layout_figures() -> None:
    page = load_layout().page
    section = part("van_ban", "word/document.xml").find(f"{W}body/{W}sectPr")
    assert section is not None
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (round(_mm(size, "w")), round(_mm(size, "h"))) == (210, 297)
    for side in ("top", "bottom", "left", "right"):
        figures = getattr(page.margins_mm, side)
        assert figures.range[0] <= figures.chosen <= figures.range[1]
        assert _mm(margins, side) == pytest.approx(figures.chosen, abs=0.05)
    assert section.find(f"{W}titlePg") is not None
    header = part("van_ban", "word/header1.xml")
    assert [code.text for code in header.iter(f"{W}instrText")] == [" PAGE "]


@pytest.mark.parametrize(
    ("name", "figures"),
    [(name, figures) for name in ("van_ban", PUBLICATION) for figures in layout_of(name).styles],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_style_looks_as_its_figures_say(name: str, figures: ParagraphFigures) -> None:
    """Read from the XML itself, not through the code that `check_form` uses."""
    styles = part(name, "word/styles.xml")
    style = next(
        style
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}name").get(f"{W}val") == figures.name  # type: ignore[union-attr]
    )
    run, paragraph = style.find(f"{W}rPr"), style.find(f"{W}pPr")
    assert run is not None
    assert paragraph is not None
    assert run.find(f"{W}sz").get(f"{W}val") == str(round(figures.size * 2))  # type: ignore[union-attr]
    for mark, wanted in (("b", figures.bold), ("i", figures.italic)):
        assert (run.find(f"{W}{mark}").get(f"{W}val") is None) is wanted  # type: ignore[union-attr]
    alignment = paragraph.find(f"{W}jc").get(f"{W}val")  # type: ignore[union-attr]
    assert {"both": "justify"}.get(str(alignment), alignment) == figures.align
    least, most = figures.size_range or (figures.size, figures.size)
    assert least <= figures.size <= most
    assert figures.clause or figures.practice


def test_every_text_is_times_new_roman_black_and_vietnamese() -> None:
    layout: Layout = load_layout()
    defaults = part("van_ban", "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    fonts = defaults.find(f"{W}rFonts")
    assert fonts is not None
    assert {fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {layout.page.font}
    assert not [name for name in fonts.attrib if "Theme" in str(name)]
    assert defaults.find(f"{W}lang").get(f"{W}val") == "vi-VN"  # type: ignore[union-attr]


def test_the_widths_of_the_letterhead_are_those_of_the_figures() -> None:
    shares = load_layout().tables.letterhead.columns
    grid = part("van_ban", "word/document.xml").find(f".//{W}tblGrid")
    assert grid is not None
    widths = [int(column.get(f"{W}w", "0")) for column in grid]
    assert widths[0] / sum(widths) == pytest.approx(shares[0], abs=0.002)


def test_the_national_name_fits_on_one_line_of_its_column() -> None:
    from reportgen.write.text_width import text_width

    layout = load_layout()
    margins = layout.page.margins_mm
    column = (layout.page.width_mm - margins.left.chosen - margins.right.chosen) * layout.tables.letterhead.columns[1]
    size = layout.style("Quốc hiệu").size
    width = text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=size, bold=True)
    assert width < (column - 1) / 25.4 * 72


def test_a_template_carries_no_clock_and_no_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(make_template("van_ban"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert str(Path.home()) not in core
