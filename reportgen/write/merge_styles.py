"""The styles of a Word file taken into another: equal ones are shared, others come under new ids and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.write.default_look import fold_defaults, same_defaults
from reportgen.write.xml_parts import NAMESPACES, w

_REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")))
_LOOK_FROM = tuple(map(w, ("basedOn", "link")))
_REFERENCES_OF_STYLES = (*_LOOK_FROM, w("next"))
# The styles of paragraphs and tables that name none: their element, its properties, and the reference in them.
_UNNAMED = {"paragraph": (w("p"), w("pPr"), w("pStyle")), "table": (w("tbl"), w("tblPr"), w("tblStyle"))}


def merge_styles(styles: etree._Element, other: etree._Element, number: int) -> dict[str, str]:
    """Add to `styles` what `other` has beyond it; return the new ids of styles that came under another id.

    `number` is that of the file, which goes into the new ids and names. `other` is used up. A style is shared only if
    it is the same and so are all that it takes its look from, the defaults of its file included.
    """
    theirs = {style.get(w("styleId"), ""): style for style in other.iterfind("w:style", NAMESPACES)}
    mine = {style.get(w("styleId"), ""): style for style in styles.iterfind("w:style", NAMESPACES)}
    differing = _differing(mine, theirs, defaults_differ=not same_defaults(styles, other))
    taken = {key.casefold() for key in (*mine, *theirs)}
    names = {_name(style).casefold() for style in mine.values()}
    renamed = {key: _free(f"{key}_{number}", taken) for key in theirs if key in differing and key in mine}
    for key in differing:
        style = theirs[key]
        if key in renamed:
            style.set(w("styleId"), renamed[key])
            style.set(w("customStyle"), "1")
        style.attrib.pop(w("default"), "")
        _set_name(style, names, number)
        for reference in style.iterchildren(*_REFERENCES_OF_STYLES):
            _rename(reference, renamed)
        if style.get(w("type")) == "paragraph" and style.find("w:basedOn", NAMESPACES) is None:
            fold_defaults(style, styles, other)
        styles.append(style)
    return renamed


def _differing(
    mine: Mapping[str, etree._Element], theirs: Mapping[str, etree._Element], *, defaults_differ: bool
) -> list[str]:
    """Return the ids of `theirs` that cannot be shared, in their order."""
    differing = {
        key
        for key, style in theirs.items()
        if key not in mine
        or _canonical(style) != _canonical(mine[key])
        or (defaults_differ and style.get(w("type")) == "paragraph")
    }
    # A style that looks the same but builds upon one that does not.
    found = True
    while found:
        found = False
        for key, style in theirs.items():
            bases = {reference.get(w("val"), "") for reference in style.iterchildren(*_LOOK_FROM)}
            if key not in differing and bases & differing:
                differing.add(key)
                found = True
    return [key for key in theirs if key in differing]


def _canonical(style: etree._Element) -> bytes:
    return etree.tostring(style, method="c14n", exclusive=True)


def _free(key: str, taken: set[str]) -> str:
    """Return `key`, or what is free beside it; note that it is taken."""
    found, count = key, 1
    while found.casefold() in taken:
        count += 1
        found = f"{key}_{count}"
    taken.add(found.casefold())
    return found


def _name(style: etree._Element) -> str:
    name = style.find("w:name", NAMESPACES)
    return "" if name is None else name.get(w("val"), "")


def _set_name(style: etree._Element, names: set[str], number: int) -> None:
    """Give `style` a name that no other style has."""
    name = style.find("w:name", NAMESPACES)
    if name is None:
        return
    if _name(style).casefold() in names:
        name.set(w("val"), _free(f"{_name(style)} ({number})", names))
        for aliases in style.findall("w:aliases", NAMESPACES):
            style.remove(aliases)
    names.add(_name(style).casefold())


def default_style(styles: etree._Element, kind: str) -> str | None:
    """Return the id of the style that paragraphs or tables (`kind`) have which name none, `None` if there is none."""
    for style in styles.iterfind("w:style", NAMESPACES):
        if style.get(w("type")) == kind and style.get(w("default")) in {"1", "true", "on"}:
            return style.get(w("styleId"))
    return None


def rename_styles(roots: Iterable[etree._Element], renamed: Mapping[str, str]) -> None:
    """Make what is below `roots` refer to the new ids of its styles."""
    if renamed:
        for root in roots:
            for reference in root.iter(*_REFERENCES):
                _rename(reference, renamed)


def _rename(reference: etree._Element, renamed: Mapping[str, str]) -> None:
    value = reference.get(w("val"), "")
    reference.set(w("val"), renamed.get(value, value))


def name_default_style(roots: Iterable[etree._Element], kind: str, key: str) -> None:
    """Give paragraphs or tables (`kind`) that name no style the style `key`, the default of their own file."""
    element, properties_name, reference_name = _UNNAMED[kind]
    for root in roots:
        for found in root.iter(element):
            properties = found.find(properties_name)
            if properties is None:
                properties = etree.Element(properties_name)
                found.insert(0, properties)
            if properties.find(reference_name) is None:
                reference = etree.Element(reference_name)
                reference.set(w("val"), key)
                properties.insert(0, reference)
