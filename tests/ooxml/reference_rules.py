"""Lint rules for what points at what: ids, bookmarks, notes, comments and styles."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.ooxml.package import Package
from tests.ooxml.word import WP, W, story_parts, value

_STYLE_USES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_STYLE_LINKS = ("basedOn", "next", "link")


def check_ids(package: Package) -> Iterator[str]:
    """Ids of drawings, content controls and bookmarks, and names of bookmarks, occur once in the whole document."""
    roots = [root for _, root in story_parts(package)]
    bookmarks = [start for root in roots for start in root.iter(f"{W}bookmarkStart")]
    yield from _repeated("drawing id", [el.get("id") for root in roots for el in root.iter(f"{WP}docPr")])
    controls = [value(el.find(f"{W}id")) for root in roots for el in root.iter(f"{W}sdtPr")]
    yield from _repeated("content control id", controls)
    yield from _repeated("bookmark id", [value(start, "id") for start in bookmarks])
    yield from _repeated("bookmark name", [value(start, "name") for start in bookmarks])
    ends = [value(end, "id") for root in roots for end in root.iter(f"{W}bookmarkEnd")]
    yield from _unpaired("bookmark", [value(start, "id") for start in bookmarks], ends)


def _repeated(what: str, values: list[str | None]) -> Iterator[str]:
    for text, count in Counter(values).items():
        if text is not None and count > 1:
            yield f"{what} `{text}` occurs {count} times"


def _unpaired(what: str, starts: list[str | None], ends: list[str | None]) -> Iterator[str]:
    for text in sorted({str(start) for start in starts} ^ {str(end) for end in ends}):
        yield f"{what} `{text}` has no start or no end"


def check_notes(package: Package) -> Iterator[str]:
    """Each reference to a footnote, endnote or comment has its note, and each note exactly one reference."""
    roots = [root for _, root in story_parts(package)]
    for kind in ("footnote", "endnote", "comment"):
        used = Counter(value(el, "id") for root in roots for el in root.iter(f"{W}{kind}Reference"))
        notes = {value(el, "id") for root in roots for el in root.iter(f"{W}{kind}") if not _is_separator(el)}
        yield from (f"{kind} reference `{id_}` has no {kind}" for id_ in used.keys() - notes)
        yield from (f"{kind} `{id_}` has no reference" for id_ in sorted(notes - used.keys(), key=str))
        yield from (f"{kind} `{id_}` has {count} references" for id_, count in used.items() if count > 1)


def _is_separator(note: etree._Element) -> bool:
    """Whether this is a rule drawn above notes, to which nothing refers: such a note carries a type."""
    return value(note, "type") not in {None, "normal"}


def check_styles(package: Package) -> Iterator[str]:
    """Each style that text, tables, numbering or another style names is defined, with the type that fits its use."""
    styles = [el for _, root in package.trees() if root.tag == f"{W}styles" for el in root.iter(f"{W}style")]
    types = {value(style, "styleId"): value(style, "type") for style in styles}
    yield from _repeated("style id", [value(style, "styleId") for style in styles])
    for style in styles:
        for link in style.iterchildren(*(f"{W}{tag}" for tag in _STYLE_LINKS)):
            if value(link) not in types:
                yield f"style `{value(style, 'styleId')}` names style `{value(link)}`, which is not defined"
    for name, root in package.trees():
        yield from (f"{name}: {complaint}" for complaint in _style_uses(root, types))


def _style_uses(root: etree._Element, types: dict[str | None, str | None]) -> Iterator[str]:
    for tag, expected in _STYLE_USES.items():
        for style_id in sorted({value(el) or "" for el in root.iter(f"{W}{tag}")}):
            found = types.get(style_id)
            if found is None:
                yield f"{expected} style `{style_id}` is not defined"
            elif found != expected:
                yield f"`{style_id}` is used as a {expected} style, but is a {found} style"
