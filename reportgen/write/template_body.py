"""The tags in the body of a template: found, checked, and each put into a run of its own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reportgen.document import TemplateTag
from reportgen.problems import Place, Problem
from reportgen.problems import template as kinds
from reportgen.write.context import PageSetup
from reportgen.write.xml_parts import NAMESPACES, w

_TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_WHOLE_PARAGRAPH = re.compile(r"\{\{p\s+(?P<tag>\w+)\s*\}\}|\{%p\s[^%]*%\}")
_TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_CONDITION = re.compile(r"\{%\s*(?:if|elif)\s+(?:not\s+)?\w+(?:\s+(?:and|or)\s+(?:not\s+)?\w+)*\s*%\}")
_NAME_IN_CONDITION = re.compile(r"\w+")
_KEYWORDS = {"if", "elif", "else", "endif", "not", "and", "or"}
_CLOSING = re.compile(r"\{%\s*(?:else|endif)\s*%\}")
_SHOWN_ITEMS = (w("t"), w("drawing"), w("pict"))
_LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_SHOWN = 60
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class FoundTag:
    """A tag where it stands: `block` when it replaces a whole paragraph; `container` holds its text."""

    name: str
    block: bool
    container: etree._Element

    @property
    def is_alone_in_cell(self) -> bool:
        """Whether the tag is all that a paragraph of a table cell holds: a name that is broken evenly."""
        paragraph = next(self.container.iterancestors(w("p")), None)
        if self.block or paragraph is None or next(paragraph.iterancestors(w("tc")), None) is None:
            return False
        return bool(_TAG.fullmatch("".join(map(str, paragraph.itertext())).strip()))

    @property
    def style_id(self) -> str | None:
        """The id of the style of the tag's paragraph, `None` if it names none."""
        paragraph = next(self.container.iterancestors(w("p")), None)
        style = paragraph.find("w:pPr/w:pStyle", NAMESPACES) if paragraph is not None else None
        return style.get(w("val")) if style is not None else None

    def room(self, page: PageSetup) -> int:
        """Return the width in twips that a paragraph has here: a table cell's, or the text area's."""
        cell = next(self.container.iterancestors(w("tc")), None)
        cell = self.container if self.container.tag == w("tc") else cell
        width = cell.find("w:tcPr/w:tcW", NAMESPACES) if cell is not None else None
        if width is None or width.get(w("type"), "dxa") != "dxa":
            return page.text_width(landscape=False)
        return max(0, round(float(width.get(w("w"), "0"))) - _cell_margins(self.container))


_DEFAULT_CELL_MARGIN = 108


def _cell_margins(inside: etree._Element) -> int:
    table = next(inside.iterancestors(w("tbl")), None)
    total = 0
    for side in ("left", "right"):
        path = f"w:tblPr/w:tblCellMar/w:{side}"
        margin = table.find(path, NAMESPACES) if table is not None else None
        total += round(float(margin.get(w("w"), "0"))) if margin is not None else _DEFAULT_CELL_MARGIN
    return total


def iter_tags(body: etree._Element) -> Iterator[FoundTag]:
    """Yield the tags of the document element `body` in reading order."""
    # What stands behind an element is read when it ends: its own tags come first.
    for event, element in etree.iterwalk(body, events=("start", "end")):
        parent = element.getparent()
        holder, words = (element, element.text) if event == "start" else (parent, element.tail)
        for match in _TAG.finditer(words or ""):
            if holder is not None:
                yield FoundTag(match[1], holder.tag != w("t"), holder)


def find_closing_tag(words: str) -> str | None:
    """Return the last tag in `words`, which stand between an element and the end of the body."""
    names = _TAG.findall(words)
    return names[-1] if names else None


def check_alone(root: etree._Element, file: str) -> Iterator[Problem]:
    """Yield a problem for each tag or command that takes the place of its paragraph, and of other words in it."""
    for paragraph in root.iter(w("p")):
        # A text box in the paragraph holds paragraphs of its own.
        own = [item for item in paragraph.iter(*_SHOWN_ITEMS) if next(item.iterancestors(w("p"))) is paragraph]
        words = "".join(item.text or "" for item in own if item.tag == w("t")).strip()
        found = _WHOLE_PARAGRAPH.search(words)
        if found is None or (found[0] == words and all(item.tag == w("t") for item in own)):
            continue
        place = Place(file=file, text=_shown(words))
        if found["tag"]:
            yield kinds.TAG_NOT_ALONE.at(place, tag=found["tag"])
        else:
            yield kinds.COMMAND_NOT_ALONE.at(place, expression=_shown(found[0]))


def find_frame_widths(found: Sequence[FoundTag]) -> tuple[int, int] | None:
    """Return the widths in twips of the columns of the letterhead: the first table of two columns with a tag."""
    for tag in found:
        table = next(tag.container.iterancestors(w("tbl")), None)
        columns = table.findall("w:tblGrid/w:gridCol", NAMESPACES) if table is not None else []
        if len(columns) == 2:
            return round(float(columns[0].get(w("w"), "0"))), round(float(columns[1].get(w("w"), "0")))
    return None


def check_expressions(markup: str, tags: Mapping[str, TemplateTag], file: str) -> Iterator[Problem]:
    """Yield a problem for each `{{ … }}` or `{% … %}` in the serialised body that is not a known tag or an `if`."""
    for token in _TOKEN.findall(markup):
        place = Place(file=file, text=_shown(token))
        if match := _TAG.fullmatch(token):
            names = [match[1]]
        elif _CONDITION.fullmatch(token):
            names = [name for name in _NAME_IN_CONDITION.findall(token) if name not in _KEYWORDS]
        elif _CLOSING.fullmatch(token):
            names = []
        else:
            yield kinds.FORBIDDEN_TAG.at(place, expression=_shown(token))
            continue
        for name in names:
            if name not in tags:
                nearest = difflib.get_close_matches(name, tags, 1)
                yield kinds.UNKNOWN_TAG.at(
                    place, tag=name, suggestion=nearest[0] if nearest else None, tags=", ".join(sorted(tags))
                )
    rest = _TOKEN.sub("", markup)
    for match in _LOOSE.finditer(rest):
        around = re.sub(r"<[^>]*>", "", rest[max(0, match.start() - _SHOWN) : match.end() + _SHOWN])
        yield kinds.BROKEN_TAG.at(Place(file=file, text=_shown(around)), reason="dấu ngoặc mở hoặc đóng bị lẻ")
    opened, closed = len(re.findall(r"\{%\s*if\b", markup)), len(re.findall(r"\{%\s*endif\b", markup))
    if opened != closed:
        yield kinds.BROKEN_TAG.at(Place(file=file), reason=f"có {opened} lệnh `if` mà {closed} lệnh `endif`")


def _shown(token: str) -> str:
    words = " ".join(token.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def check_placement(found: Sequence[FoundTag], tags: Mapping[str, TemplateTag], file: str) -> Iterator[Problem]:
    """Yield a problem for each known tag that stands for paragraphs but is in a line, or the other way round."""
    for tag in found:
        known = tags.get(tag.name)
        place = Place(file=file, text=f"{{{{ {tag.name} }}}}")
        if known is None or known.block == tag.block:
            continue
        if known.block:
            yield kinds.TAG_NOT_ALONE.at(place, tag=tag.name)
        else:
            yield kinds.BROKEN_TAG.at(
                place, reason=f"`{tag.name}` nằm trong dòng, ghi `{known.written}`, không có chữ p"
            )


def check_missing(found: Sequence[FoundTag], tags: Mapping[str, TemplateTag], file: str) -> Iterator[Problem]:
    """Yield a problem for each required tag that the template does not hold."""
    names = {tag.name for tag in found}
    for tag in tags.values():
        if tag.required and tag.name not in names:
            yield kinds.MISSING_TAG.at(Place(file=file), tag=tag.name, meaning=tag.meaning_vi, example=tag.written)


def has_tag_in_attribute(body: etree._Element) -> bool:
    """Say whether an attribute holds a tag, which only a file that was tampered with does."""
    return any(_LOOSE.search(str(value)) for element in body.iter() for value in element.attrib.values())


def isolate_inline_tags(body: etree._Element) -> None:
    """Put each tag of running text into a run of its own, so that its content may close the run and open others."""
    for run in list(body.iter(w("r"))):
        if _TAG.search("".join(text.text or "" for text in run.iterfind("w:t", NAMESPACES))):
            _split_run(run)


def _split_run(run: etree._Element) -> None:
    properties = run.find("w:rPr", NAMESPACES)
    groups: list[list[etree._Element]] = [[]]
    for child in run:
        if child is properties:
            continue
        for piece, is_tag in _pieces(child):
            if is_tag:
                groups += [[piece], []]
            else:
                groups[-1].append(piece)
    for group in filter(None, groups):
        new = etree.Element(w("r"))
        if properties is not None:
            new.append(deepcopy(properties))
        new.extend(group)
        run.addprevious(new)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _pieces(child: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    if child.tag != w("t"):
        yield deepcopy(child), False
        return
    for part in re.split(r"(\{\{\s*\w+\s*\}\})", child.text or ""):
        if part:
            piece = etree.Element(w("t"))
            piece.set(_XML_SPACE, "preserve")
            piece.text = part
            yield piece, bool(_TAG.fullmatch(part))
