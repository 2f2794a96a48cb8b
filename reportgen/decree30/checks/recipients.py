"""Addressees (Kính gửi) and distribution list (Nơi nhận): signs, order, the filing line, one with the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.decree30.checks.base import SURE, Departure, Examined, NoParameters, at, check, within
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import parse_filing
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.unicode_forms import compose

_HEAD = re.compile(r"\s*[Kk][íÍ]nh [Gg]ửi\s*(?P<colon>:)?\s*(?P<rest>.*)", re.DOTALL)
_DASH = re.compile(r"\s*[-–—]\s*")
_AS_ABOVE = re.compile(r"[-–—\s]*[Nn]hư (?:trên|Điều|điều|kính gửi)", re.IGNORECASE)
# Their specimens name in the text whom they are for, and begin the list with "Như trên".
_ADDRESSED_IN_TEXT = {"giay_moi", "cong_dien", "giay_gioi_thieu", "giay_nghi_phep", "giay_uy_quyen"}
_REMARK = re.compile(r"\(.*?\)")


def _addressees(found: Recognised) -> tuple[str, list[tuple[SeenParagraph, str]]]:
    """Return what stands on the line of "Kính gửi", and the lines below it with their paragraphs."""
    first, *others = found.paragraphs
    match = _HEAD.match(compose(first.text))
    rest = match["rest"] if match else ""
    own, *broken = rest.split("\n")
    below = [(first, line) for line in broken if line.strip()]
    below += [
        (one, f"{one.number} {line}" if one.number else line)
        for one in others
        for line in one.text.split("\n")
        if line.strip()
    ]
    return own.strip(), below


@check("kinh_gui_hai_cham", NoParameters)
def check_colon(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """No colon after "Kính gửi"."""
    for found in examined.all(Element.ADDRESSEES):
        match = _HEAD.match(compose(found.paragraphs[0].text))
        if match is not None and match["colon"] is None:
            yield at(found, found=found.paragraphs[0].text.strip()[:30])


@check("kinh_gui_chu", NoParameters)
def check_word(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The words "Kính gửi" with other capitals: "Kính Gửi", "KÍNH GỬI"."""
    for found in examined.all(Element.ADDRESSEES):
        text = compose(found.paragraphs[0].text).lstrip()
        if not text.startswith("Kính gửi"):
            yield within(found, found.paragraphs[0], 0, 8, found=text[:8])


@check("kinh_gui_mot_noi", NoParameters)
def check_single(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """One addressee on a line below, not on the line of "Kính gửi"."""
    for found in examined.all(Element.ADDRESSEES):
        own, below = _addressees(found)
        if not own and len(below) == 1 and not below[0][1].rstrip().endswith(";"):
            yield at(found, below[0][0], found=below[0][1].strip())


@check("kinh_gui_xuong_dong", NoParameters)
def check_several(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Two addressees or more of which the first stands on the line of "Kính gửi"."""
    for found in examined.all(Element.ADDRESSEES):
        own, below = _addressees(found)
        starts = [text for _one, text in below if _DASH.match(text)]
        if own and (_DASH.match(own) or starts or ";" in own.rstrip(";")):
            yield at(found, found=own)


@check("kinh_gui_gach", NoParameters)
def check_dashes(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An addressee of several without a dash before it."""
    for found in examined.all(Element.ADDRESSEES):
        own, below = _addressees(found)
        if own or len(below) < 2:
            continue
        for position, (paragraph, text) in enumerate(below):
            # A line that goes on the one before it has no dash of its own.
            goes_on = position > 0 and not below[position - 1][1].rstrip().endswith((";", "."))
            if not _DASH.match(text) and not goes_on:
                yield at(found, paragraph, found=text.strip())


@check("kinh_gui_dau_cuoi", NoParameters)
def check_ends(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Addressees that do not end with ";", the last one with "."."""
    for found in examined.all(Element.ADDRESSEES):
        own, below = _addressees(found)
        if own or len(below) < 2:
            continue
        for position, (paragraph, text) in enumerate(below):
            needed = "." if position == len(below) - 1 else ";"
            following = below[position + 1][1] if position + 1 < len(below) else "-"
            if not text.rstrip().endswith(needed) and _DASH.match(following):
                last = text.rstrip()[-1]
                yield _end_of(found, paragraph, found=last if not last.isalnum() else "không có dấu", expected=needed)


def _end_of(found: Recognised, paragraph: SeenParagraph, /, **values: object) -> Departure:
    length = len(paragraph.text.rstrip())
    return within(found, paragraph, max(0, length - 1), length, **values)


@check("kinh_gui_mot_noi_dau", NoParameters)
def check_single_end(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """One addressee with a sign at its end: a specimen has none."""
    for found in examined.all(Element.ADDRESSEES):
        own, below = _addressees(found)
        if own and not below and own.endswith((".", ";", ",")):
            yield _end_of(found, found.paragraphs[0], found=own[-1])


@check("noi_nhan_hai_cham", NoParameters)
def check_list_colon(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The words "Nơi nhận" without its colon."""
    for found in examined.all(Element.DISTRIBUTION_HEAD):
        if not compose(found.text).strip().endswith(":"):
            yield at(found, found=found.text.strip())


def list_lines(examined: Examined, part: int = 0) -> list[tuple[Recognised, SeenParagraph]]:
    """Return the lines of the distribution list in order, the filing line among them."""
    lines = [
        (found, paragraph)
        for element in (Element.DISTRIBUTION_ITEM, Element.FILING_LINE)
        for found in examined.all(element, part)
        for paragraph in found.paragraphs
        if paragraph.text.strip()
    ]
    return sorted(lines, key=lambda pair: pair[1].index)


def _line(paragraph: SeenParagraph) -> str:
    return f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text


@check("noi_nhan_gach", NoParameters)
def check_list_dashes(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A recipient without a dash before it."""
    lines = list_lines(examined)
    for position, (found, paragraph) in enumerate(lines):
        goes_on = position > 0 and not lines[position - 1][1].text.rstrip().endswith((";", ".", ":"))
        if not _DASH.match(_line(paragraph)) and not paragraph.number and not goes_on:
            yield at(found, paragraph, found=paragraph.text.strip())


@check("noi_nhan_dau_cuoi", NoParameters)
def check_list_ends(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A recipient that does not end with ";"."""
    lines = list_lines(examined)
    for position, (found, paragraph) in enumerate(lines):
        if found.element is Element.FILING_LINE or position == len(lines) - 1:
            continue
        text = paragraph.text.rstrip()
        begins_next = _DASH.match(_line(lines[position + 1][1]))
        if not text.endswith(";") and begins_next:
            last = text[-1] if not text[-1].isalnum() else "không có dấu"
            yield _end_of(found, paragraph, found=last, expected=";")


@check("luu_co", NoParameters)
def check_filing_there(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A distribution list without a line "Lưu: VT, …"."""
    for head in examined.all(Element.DISTRIBUTION_HEAD):
        lines = [paragraph.text for _found, paragraph in list_lines(examined, head.part)]
        filing = examined.first(Element.FILING_LINE, head.part)
        if filing is None and not any(re.search(r"\b[Ll]ưu\b", one) for one in lines):
            # A list of which nothing was recognised may stand elsewhere.
            yield Departure(head.paragraphs[0], unsure=head.confidence < SURE or not lines)


@check("luu_hai_cham", NoParameters)
def check_filing_colon(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A filing line without the colon after "Lưu"."""
    for found in examined.all(Element.FILING_LINE):
        parsed = parse_filing(found.text)
        if parsed is not None and not parsed.has_colon:
            yield at(found, found=found.text.strip())


@check("luu_vt", NoParameters)
def check_filing_registry(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A filing line that does not begin with VT, the registry."""
    for found in examined.all(Element.FILING_LINE):
        parsed = parse_filing(found.text)
        if parsed is not None and (not parsed.places or parsed.places[0] != "VT"):
            yield at(found, found=found.text.strip())


@check("luu_don_vi", NoParameters)
def check_filing_unit(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A filing line without the unit that drafted the document."""
    for found in examined.all(Element.FILING_LINE):
        parsed = parse_filing(found.text)
        if parsed is not None and len(parsed.places) == 1 and parsed.mark is None:
            yield at(found, found=found.text.strip())


@check("luu_dau_cham", NoParameters)
def check_filing_stop(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A filing line that does not end with a full stop."""
    for found in examined.all(Element.FILING_LINE):
        if not found.text.rstrip().endswith("."):
            yield _end_of(found, found.paragraphs[-1], found=found.text.strip())


@check("luu_cuoi_cung", NoParameters)
def check_filing_last(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A filing line that is not the last of the list."""
    lines = list_lines(examined)
    filing = [position for position, (found, _one) in enumerate(lines) if found.element is Element.FILING_LINE]
    if filing and any(_DASH.match(_line(paragraph)) for _found, paragraph in lines[filing[0] + 1 :]):
        found, paragraph = lines[filing[0]]
        yield at(found, paragraph, found=paragraph.text.strip())


@check("nhu_tren", NoParameters)
def check_as_above(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A letter whose list does not begin with "Như trên"."""
    lines = list_lines(examined)
    addressees = examined.first(Element.ADDRESSEES)
    if addressees is not None and lines and lines[0][0].element is Element.DISTRIBUTION_ITEM:
        found, paragraph = lines[0]
        if not _AS_ABOVE.match(_line(paragraph)):
            yield at(found, paragraph, found=paragraph.text.strip())


@check("nhu_tren_khong_co", NoParameters)
def check_nothing_above(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The words "Như trên" where nobody is addressed above."""
    if examined.first(Element.ADDRESSEES) is None and examined.recognised.kind_key not in _ADDRESSED_IN_TEXT:
        for found, paragraph in list_lines(examined):
            if re.match(r"[-–—\s]*[Nn]hư trên", compose(paragraph.text)):
                yield at(found, paragraph, found=paragraph.text.strip())


@check("noi_nhan_lap", NoParameters)
def check_repeated(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A recipient that stands in the list twice."""
    counted: Counter[str] = Counter()
    for found, paragraph in list_lines(examined):
        name = _REMARK.sub("", compose(paragraph.text)).strip(" -–—;.").casefold()
        counted[name] += 1
        if name and counted[name] == 2 and found.confidence >= SURE:
            yield at(found, paragraph, found=paragraph.text.strip(" -;."))


@check("nhu_dieu", NoParameters)
def check_named_article(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The words "Như Điều 4" where there is no such article."""
    articles = {
        match[1]
        for found in examined.all(Element.ARTICLE, 0)
        for paragraph in found.paragraphs
        if (match := re.match(r"\s*Điều\s+(\d+)", f"{paragraph.number} {paragraph.text}".strip()))
    }
    for found, paragraph in list_lines(examined):
        match = re.match(r"[-–—\s]*Như Điều (\d+)", compose(paragraph.text))
        if match is not None and articles and match[1] not in articles:
            yield within(found, paragraph, match.start(1), match.end(1), found=match[1], last=max(articles, key=int))
