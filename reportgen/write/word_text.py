"""The text of the parts of a Word file, paragraph by paragraph, and where on the page each paragraph stands."""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from reportgen.problems import Language, Place
from reportgen.write.xml_parts import DOCUMENT_PART, DOCUMENT_RELATIONSHIPS_PART, NAMESPACES, R, w

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT, _PARAGRAPH, _TEXT_BOX = w("t"), w("p"), w("txbxContent")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_PROPERTIES = {w("pPr"), w("rPr")}
_STORIES = {
    "header": ("đầu trang", "the header"),
    "footer": ("chân trang", "the footer"),
    "footnotes": ("chú thích cuối trang", "a footnote"),
    "endnotes": ("chú thích cuối văn bản", "an endnote"),
    "comments": ("nhận xét", "a comment"),
}
_PAGES = {"first": (" của trang thứ nhất", " of page one"), "even": (" của trang chẵn", " of even pages")}


@dataclass(frozen=True, slots=True)
class WordSpan:
    """A stretch of text in a Word file: characters `start` to `end` of a paragraph of `part`.

    `paragraph` counts every `w:p` of the part from 0, in the order of the XML.
    """

    part: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """Where on the page a text stands, in both languages; `story` is `body` for the main text and what is in it."""

    vi: str
    en: str
    story: str = "body"
    in_text_box: bool = False

    @property
    def takes_comments(self) -> bool:
        """Whether Word allows comments here."""
        return self.story == "body" and not self.in_text_box

    def of(self, language: Language) -> str:
        """Return the words for a reader of `language`."""
        return self.vi if language == "vi" else self.en


BODY = Region("thân văn bản", "the body")


@dataclass(frozen=True, slots=True)
class WordPlace(Place):
    """A place in a Word file that also says which region of the page it is in."""

    region: Region = BODY

    def describe(self, language: Language) -> str:
        """Return the place in one line, the region after the file's name where it is not simply the body."""
        known = Place(file=self.file, page=self.page, paragraph=self.paragraph, text=self.text).describe(language)
        if self.region == BODY:
            return known
        file = self.file or ""
        rest = known[len(file) :].removeprefix(", ")
        return ", ".join(filter(None, (file, self.region.of(language), rest)))


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its own text, without that of text boxes anchored in it.

    `number` counts the paragraphs of the main text from 1, tables included; `None` elsewhere. `pieces` are the
    elements that hold the text, and `starts` where each begins in it.
    """

    part: str
    index: int
    element: etree._Element
    story: Region
    number: int | None
    text: str
    pieces: tuple[etree._Element, ...]
    starts: tuple[int, ...]

    @property
    def region(self) -> Region:
        """Where on the page the paragraph stands: its story, and the text box or table cell in it."""
        return _region(self.element, self.story)

    def span(self, start: int, end: int) -> WordSpan:
        """Return the stretch of this paragraph from `start` to `end`."""
        return WordSpan(self.part, self.index, start, end)

    def pieces_between(self, start: int, end: int) -> tuple[etree._Element, ...]:
        """Return the elements that hold the text from `start` to `end`, which is not empty."""
        return self.pieces[bisect_right(self.starts, start) - 1 : bisect_right(self.starts, end - 1)]


def iter_paragraphs(root: etree._Element, part: str, region: Region = BODY) -> Iterator[WordParagraph]:
    """Yield the paragraphs of the part with the root element `root`, which stands in `region`.

    What a part holds a second time for old programs (`mc:Fallback`) is left out.
    """
    number = 0
    for index, element in enumerate(root.iter(_PARAGRAPH)):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        is_main = region == BODY and next(element.iterancestors(_TEXT_BOX), None) is None
        number += is_main
        pieces = tuple(iter_pieces(element))
        texts = [piece_text(piece) for piece in pieces]
        starts = tuple(accumulate(map(len, texts[:-1]), initial=0)) if texts else ()
        yield WordParagraph(part, index, element, region, number if is_main else None, "".join(texts), pieces, starts)


def iter_pieces(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that hold the text below `element`, but for that in text boxes and deleted text."""
    for child in element:
        if child.tag == _TEXT or child.tag in _SIGNS:
            yield child
        elif child.tag not in _PROPERTIES and child.tag not in {_TEXT_BOX, _FALLBACK}:
            yield from iter_pieces(child)


def piece_text(piece: etree._Element) -> str:
    """Return the text that an element of `iter_pieces` stands for."""
    return piece.text or "" if piece.tag == _TEXT else _SIGNS[str(piece.tag)]


def regions_of_parts(roots: Mapping[str, etree._Element]) -> dict[str, Region]:
    """Return where on the page each part with text stands; `roots` are the parsed parts of a Word file by name."""
    pages = _header_pages(roots)
    regions = {}
    for name in roots:
        story = story_of(name)
        if name == DOCUMENT_PART:
            regions[name] = BODY
        elif story is not None:
            vi, en = _STORIES[story]
            more_vi, more_en = _PAGES.get(pages.get(name, ""), ("", ""))
            regions[name] = Region(vi + more_vi, en + more_en, story)
    return regions


def story_of(part: str) -> str | None:
    """Return `header`, `footer`, `footnotes`, … for a part with text of that sort beside the body, else `None`."""
    stem = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
    return stem if part.startswith("word/") and part.endswith(".xml") and stem in _STORIES else None


def _header_pages(roots: Mapping[str, etree._Element]) -> dict[str, str]:
    """Return `default`, `first` or `even` for each header and footer that a section names."""
    relationships = roots.get(DOCUMENT_RELATIONSHIPS_PART)
    body = roots.get(DOCUMENT_PART)
    if relationships is None or body is None:
        return {}
    targets = {entry.get("Id"): entry.get("Target", "") for entry in relationships.iterchildren(etree.Element)}
    pages = {}
    for reference in body.iter(w("headerReference"), w("footerReference")):
        target = targets.get(reference.get(f"{{{R}}}id"), "")
        pages[posixpath.normpath(posixpath.join("/word", target)).lstrip("/")] = reference.get(w("type"), "")
    return pages


def _region(element: etree._Element, region: Region) -> Region:
    vi, en = [], []
    if region != BODY:
        vi.append(region.vi)
        en.append(region.en)
    in_text_box = next(element.iterancestors(_TEXT_BOX), None) is not None
    if in_text_box:
        vi.append("hộp chữ")
        en.append("a text box")
    cell = next(element.iterancestors(w("tc"), _TEXT_BOX), None)
    row = cell.getparent() if cell is not None and cell.tag == w("tc") else None
    if cell is not None and row is not None and row.tag == w("tr"):
        table = row.getparent()
        across = row.findall("w:tc", NAMESPACES).index(cell) + 1
        down = table.findall("w:tr", NAMESPACES).index(row) + 1 if table is not None and row in table else 1
        vi.append(f"ô bảng (hàng {down}, cột {across})")
        en.append(f"a table cell (row {down}, column {across})")
    return Region(", ".join(vi), ", ".join(en), region.story, in_text_box) if vi else region
