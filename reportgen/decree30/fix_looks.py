"""Mending how text and pages look, with direct formatting: size, face, font, colour, alignment, spacing, margins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from reportgen.decree30.elements import Element
from reportgen.decree30.finding import Finding
from reportgen.decree30.fix_markup import Tracker, paragraph_properties, run_properties, set_property
from reportgen.decree30.layout import Layout, ParagraphFigures
from reportgen.write.xml_parts import NAMESPACES, w

Look = Callable[[etree._Element, Finding, Layout, Tracker], bool]

_LETTER = re.compile(r"[^\W\d_]")
# What a cell keeps free beside its text, both sides together, in points: the check of lengths allows for it too.
_CELL_ROOM = 10.8
_TWIPS_PER_CM = 1440 / 2.54
_TWIPS_PER_MM = 1440 / 25.4
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def _runs(paragraph: etree._Element, *, with_letters: bool = False) -> Iterator[etree._Element]:
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p")), None) is not paragraph:
            continue
        text = "".join(piece.text or "" for piece in run.iterfind("w:t", NAMESPACES))
        if text and (not with_letters or _LETTER.search(text)):
            yield run


def _figures(finding: Finding, layout: Layout) -> ParagraphFigures:
    return layout.style(str(finding.rule.parameters["kieu"]))


def _size(paragraph: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    half_points = str(round(_figures(finding, layout).size * 2))
    return _set_runs(paragraph, {"sz": {"val": half_points}, "szCs": {"val": half_points}}, tracker)


def _face(paragraph: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    figures = _figures(finding, layout)
    values = {"b": {"val": str(int(figures.bold))}, "i": {"val": str(int(figures.italic))}}
    if finding.rule.parameters["yeu_to"] == Element.ARTICLE.value:
        # Only its number and title have that face; where these are no runs of their own, a person has to look.
        runs = list(_runs(paragraph, with_letters=True))
        return len(runs) > 1 and _set_run(runs[0], values, tracker)
    return _set_runs(paragraph, values, tracker)


def _set_runs(paragraph: etree._Element, values: Mapping[str, Mapping[str, str]], tracker: Tracker) -> bool:
    return _set_all(_runs(paragraph), values, tracker)


def _set_all(runs: Iterable[etree._Element], values: Mapping[str, Mapping[str, str]], tracker: Tracker) -> bool:
    every = list(runs)
    for run in every:
        _set_run(run, values, tracker)
    return bool(every)


def _set_run(run: etree._Element, values: Mapping[str, Mapping[str, str]], tracker: Tracker) -> bool:
    properties = run_properties(run)
    tracker.keep(properties)
    for name, attributes in values.items():
        set_property(properties, name, **attributes)
    return True


def _font(paragraph: etree._Element, _: Finding, layout: Layout, tracker: Tracker) -> bool:
    runs = list(_runs(paragraph, with_letters=True))
    for run in runs:
        font = layout.page.font
        _set_run(run, {"rFonts": {"ascii": font, "hAnsi": font, "eastAsia": font, "cs": font}}, tracker)
        _drop(run.find("w:rPr/w:rFonts", NAMESPACES), _THEME_FONTS)
    return bool(runs)


def _colour(paragraph: etree._Element, _: Finding, layout: Layout, tracker: Tracker) -> bool:
    runs = list(_runs(paragraph))
    for run in runs:
        _set_run(run, {"color": {"val": layout.page.color}}, tracker)
        _drop(run.find("w:rPr/w:color", NAMESPACES), ("themeColor", "themeTint", "themeShade"))
    return bool(runs)


def _drop(element: etree._Element | None, names: tuple[str, ...]) -> None:
    for name in names:
        if element is not None and w(name) in element.attrib:
            del element.attrib[w(name)]


def _align(paragraph: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    return _set_paragraph(paragraph, "jc", {"val": _ALIGN[_figures(finding, layout).align]}, tracker)


def _set_paragraph(paragraph: etree._Element, name: str, values: Mapping[str, str], tracker: Tracker) -> bool:
    properties = paragraph_properties(paragraph)
    tracker.keep(properties)
    set_property(properties, name, **values)
    return True


def _indent(paragraph: etree._Element, _: Finding, layout: Layout, tracker: Tracker) -> bool:
    first = round(layout.style("Nội dung").first_line_cm * _TWIPS_PER_CM)
    _set_paragraph(paragraph, "ind", {"left": "0", "firstLine": str(first)}, tracker)
    _drop(
        paragraph.find("w:pPr/w:ind", NAMESPACES), ("hanging", "start", "startChars", "leftChars", "firstLineChars")
    )
    return True


def _gap(paragraph: etree._Element, _: Finding, layout: Layout, tracker: Tracker) -> bool:
    before = str(round(layout.style("Nội dung").before_pt * 20))
    return _set_paragraph(paragraph, "spacing", {"before": before, "beforeAutospacing": "0"}, tracker)


def _line(paragraph: etree._Element, _: Finding, __: Layout, tracker: Tracker) -> bool:
    return _set_paragraph(paragraph, "spacing", {"line": "240", "lineRule": "auto"}, tracker)


def _page_number(paragraph: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    if finding.rule.id == "SO-TRANG-CANH":
        return _set_paragraph(paragraph, "jc", {"val": "center"}, tracker)
    if finding.rule.id != "SO-TRANG-CHU":
        return False
    size = str(round(layout.style("header").size * 2))
    values = {"i": {"val": "0"}, "sz": {"val": size}, "szCs": {"val": size}}
    return _set_all(paragraph.iter(w("r")), values, tracker)


def _drawn_line(paragraph: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    """Make a line that is the border of an empty paragraph in a cell as long as it has to be beside its text."""
    seen, found = finding.paragraph, str(finding.values.get("found", "")).rstrip("%")
    if seen is None or seen.text.strip() or seen.cell is None or not seen.cell.width or not found.isdigit():
        return False
    width = seen.cell.width
    length = width - seen.left - seen.right - _CELL_ROOM / 2
    wanted = length / (int(found) / 100) * layout.rules[str(finding.rule.parameters["ke"])].share if int(found) else 0
    side = str(max(0, round((width - wanted) / 2 * 20)))
    return bool(wanted) and _set_paragraph(paragraph, "ind", {"left": side, "right": side}, tracker)


LOOKS_OF_PARAGRAPHS: Mapping[str, Look] = {
    "co_chu": _size,
    "kieu_chu": _face,
    "phong_chu": _font,
    "mau_chu": _colour,
    "canh_le": _align,
    "lui_dau_dong": _indent,
    "cach_doan": _gap,
    "cach_dong": _line,
    "so_trang": _page_number,
    "duong_ke": _drawn_line,
}


def mend_section(section: etree._Element, finding: Finding, layout: Layout, tracker: Tracker) -> bool:
    """Mend the paper, a margin or the count of pages of a section; say whether `finding` is about one of them."""
    size = section.find("w:pgSz", NAMESPACES)
    margins = layout.page.margins_mm
    sides = {"tren": ("top", margins.top), "duoi": ("bottom", margins.bottom)}
    sides |= {"trai": ("left", margins.left), "phai": ("right", margins.right)}
    if finding.rule.fix == "kho_giay" and size is not None:
        tracker.keep(section)
        short, long = round(layout.page.width_mm * _TWIPS_PER_MM), round(layout.page.height_mm * _TWIPS_PER_MM)
        lies = size.get(w("orient")) == "landscape"
        set_property(section, "pgSz", w=str(long if lies else short), h=str(short if lies else long))
    elif finding.rule.fix == "le_trang":
        tracker.keep(section)
        side, figure = sides[str(finding.rule.parameters["canh"])]
        set_property(section, "pgMar", **{side: str(round(figure.chosen * _TWIPS_PER_MM))})
    elif finding.rule.id == "SO-TRANG-TU-1":
        tracker.keep(section)
        set_property(section, "pgNumType", start="1")
    elif finding.rule.id == "SO-TRANG-TRANG-DAU" and section.find("w:titlePg", NAMESPACES) is None:
        tracker.keep(section)
        set_property(section, "titlePg")
    else:
        return False
    return True
