"""What a Word file says of its look outside of its styles: the defaults of the document, and the fonts of the theme.

In a merged file only those of the first file hold, so that styles of the others have to say them themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w

_A = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
_THEME_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_THEME_COLOURS = tuple(
    w(name) for name in ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")
)
# The order that the schema wants (ECMA-376-1, 17.3.2.28 and 17.3.1.26), of what defaults may hold.
_ORDER: Mapping[str, tuple[str, ...]] = {
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
        *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
        *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
        *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    ),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
        *("spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
        *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    ),
}
# What holds where a file says nothing, for what the first file may say in its place.
_UNSAID: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "rPr": {
        "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
        "sz": {"val": "20"},
        "szCs": {"val": "20"},
        "kern": {"val": "0"},
    },
    "pPr": {
        "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
        "ind": {"left": "0", "right": "0", "firstLine": "0"},
        "jc": {"val": "left"},
    },
}


def same_defaults(styles: etree._Element, other: etree._Element) -> bool:
    """Say whether both lists of styles begin from the same defaults."""
    one, two = (part.find("w:docDefaults", NAMESPACES) for part in (styles, other))
    if one is None or two is None:
        return one is two
    return etree.tostring(one, method="c14n", exclusive=True) == etree.tostring(two, method="c14n", exclusive=True)


def fold_defaults(style: etree._Element, styles: etree._Element, other: etree._Element) -> None:
    """Make `style` say what its own file `other` has as defaults, where those of `styles` are different."""
    if same_defaults(styles, other):
        return
    for name in ("rPr", "pPr"):
        wanted = _wanted(_defaults(styles, name), _defaults(other, name), name)
        if not wanted:
            continue
        properties = style.find(f"w:{name}", NAMESPACES)
        if properties is None:
            properties = etree.Element(w(name))
            _place(style, properties, name)
        for element in wanted:
            _add(properties, element, _ORDER[name])


def _defaults(styles: etree._Element, name: str) -> dict[str, etree._Element]:
    found = styles.find(f"w:docDefaults/w:{name}Default/w:{name}", NAMESPACES)
    return {} if found is None else {etree.QName(element).localname: element for element in found.iterchildren("*")}


def _wanted(
    mine: Mapping[str, etree._Element], theirs: Mapping[str, etree._Element], name: str
) -> list[etree._Element]:
    """Return the properties of a file's defaults, with what it leaves unsaid but the other file says."""
    wanted = [deepcopy(element) for element in theirs.values()]
    known = {etree.QName(element).localname: element for element in wanted}
    for key, values in _UNSAID[name].items():
        if key not in mine:
            continue
        element = known.get(key)
        if element is None:
            element = etree.Element(w(key))
            wanted.append(element)
        for attribute, value in values.items():
            if mine[key].get(w(attribute)) is not None and element.get(w(attribute)) is None:
                element.set(w(attribute), value)
    return wanted


def _place(style: etree._Element, properties: etree._Element, name: str) -> None:
    """Put `properties` where the schema wants it: those of paragraphs, those of runs, those of tables."""
    after = (
        ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr") if name == "pPr" else ("tblPr", "trPr", "tcPr", "tblStylePr")
    )
    following = next(style.iterchildren(*map(w, after)), None)
    if following is None:
        style.append(properties)
    else:
        following.addprevious(properties)


def _add(properties: etree._Element, element: etree._Element, order: tuple[str, ...]) -> None:
    """Add a property, or those of its attributes that are not there yet."""
    known = properties.find(element.tag)
    if known is not None:
        for name, value in element.attrib.items():
            # "val" says all that an element says; others may be said in part.
            if known.get(name) is None and name != w("val"):
                known.set(name, value)
        return
    later = order[order.index(etree.QName(element).localname) + 1 :] if _is_known(element, order) else ()
    following = next(properties.iterchildren(*map(w, later)), None) if later else None
    if following is None:
        properties.append(element)
    else:
        following.addprevious(element)


def _is_known(element: etree._Element, order: tuple[str, ...]) -> bool:
    return element.tag in map(w, order)


def settle_theme(roots: Iterable[etree._Element], theme: etree._Element | None) -> None:
    """Name the fonts that what is below `roots` takes from `theme`; colours stay as they are written beside it."""
    fonts = _theme_fonts(theme)
    for root in roots:
        for element in root.iter(w("rFonts")):
            for attribute, plain in _THEME_FONTS.items():
                face = fonts.get(str(element.attrib.pop(w(attribute), "")), "")
                if face:
                    element.set(w(plain), face)
        for element in root.iter(etree.Element):
            for name in _THEME_COLOURS:
                element.attrib.pop(name, "")


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """Return the typefaces of a theme by the names that runs call them: "minorHAnsi" is "Cambria"."""
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        for script, names in (("latin", ("HAnsi", "Ascii")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
            face = None if theme is None else theme.find(f".//a:fontScheme/a:{size}Font/a:{script}", _A)
            for name in names:
                found[f"{size}{name}"] = "" if face is None else face.get("typeface", "")
    return found
