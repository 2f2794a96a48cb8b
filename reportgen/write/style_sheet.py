"""The named styles of a template: their ids, and the font figures that measuring text needs.

Styles are found by their name in the file: a localised Word translates the id ("Titre1"), never the name.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from reportgen.document import Role, TableRole, TextRole
from reportgen.write.xml_parts import NAMESPACES, w


@dataclass(frozen=True, slots=True)
class FontFigures:
    """The look of a style's text as far as its width depends on it; `size` in points."""

    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class StyleSheet:
    """The styles of a template. Roles that it does not offer are collected in `missing`."""

    ids: dict[str, str]
    fonts: dict[str, FontFigures]
    missing: set[str] = field(default_factory=set)

    def id_of(self, role: Role | TextRole | TableRole) -> str:
        """Return the id of the style for `role`; a style that the template lacks is noted in `missing`."""
        found = self.ids.get(role.value.lower())
        if found is None:
            self.missing.add(role.value)
            return role.value
        return found

    def font_of(self, role: Role) -> FontFigures:
        """Return the font figures of the style for `role`."""
        return self.fonts.get(self.id_of(role)) or FontFigures(14, bold=False, italic=False)


def read_style_sheet(styles: etree._Element) -> StyleSheet:
    """Return the styles in the root element of `word/styles.xml`."""
    by_id = {style.get(w("styleId"), ""): style for style in styles.iterfind("w:style", NAMESPACES)}
    ids = {}
    for key, style in by_id.items():
        name = style.find("w:name", NAMESPACES)
        if name is not None:
            ids[name.get(w("val"), "").lower()] = key
    defaults = styles.find("w:docDefaults/w:rPrDefault/w:rPr", NAMESPACES)
    return StyleSheet(ids, {key: _font_figures(style, by_id, defaults) for key, style in by_id.items()})


def _font_figures(
    style: etree._Element, by_id: dict[str, etree._Element], defaults: etree._Element | None
) -> FontFigures:
    chain: list[etree._Element | None] = []
    current: etree._Element | None = style
    # A style may not be based on itself, but a broken file may say so: the chain ends where it would repeat.
    while current is not None and current not in chain:
        chain.append(current)
        parent = current.find("w:basedOn", NAMESPACES)
        current = by_id.get(parent.get(w("val"), "")) if parent is not None else None
    properties = [level.find("w:rPr", NAMESPACES) for level in chain if level is not None] + [defaults]
    return FontFigures(
        size=_half_points(_first(properties, "sz", "20")) / 2,
        bold=_first(properties, "b", "0") not in _OFF,
        italic=_first(properties, "i", "0") not in _OFF,
    )


_OFF = {"0", "false", "off"}
_DEFAULT_HALF_POINTS = 20.0


def _half_points(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return _DEFAULT_HALF_POINTS


def _first(levels: list[etree._Element | None], name: str, default: str) -> str:
    for level in levels:
        found = level.find(f"w:{name}", NAMESPACES) if level is not None else None
        if found is not None:
            return found.get(w("val")) or "1"
    return default
