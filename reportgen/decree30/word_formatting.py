"""The look of text in a Word file: what defaults, styles and direct formatting give together.

Properties come in layers, the later ones over the earlier: document defaults, table style, paragraph style with its
ancestors, character style with its ancestors, direct formatting. Of bold, italic and capitals, a paragraph style and
a character style that both say so cancel each other, as in Word.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from reportgen.decree30.word_values import length, twips
from reportgen.write.xml_parts import NAMESPACES, w

_OFF = {"0", "false", "off", "none"}
_THEME = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEFAULT_SIZE = 10.0
# Properties that have no part in a look, with much in them.
_NO_LOOKS = {w("sectPr"), w("rPrChange"), w("pPrChange"), w("rPr")}
_Key: TypeAlias = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class TextLook:
    """The look of a run. Sizes are points; `color` is six hexadecimal digits or "auto"."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    underline: bool
    all_capitals: bool
    hidden: bool
    color: str
    vertical: str | None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """The look of a paragraph, lengths in points; `line` in lines or, with exact spacing, `line_points`."""

    align: str
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float | None
    line_points: float | None
    border_top: bool
    border_bottom: bool
    keep_next: bool
    page_break_before: bool


class Formatting:
    """Resolves looks with the styles, the defaults and the theme of one file."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        found = styles.iterfind("w:style", NAMESPACES) if styles is not None else iter(())
        self._styles: Mapping[str, etree._Element] = {style.get(w("styleId"), ""): style for style in found}
        defaults = styles.find("w:docDefaults", NAMESPACES) if styles is not None else None
        self._run_defaults = defaults.find("w:rPrDefault/w:rPr", NAMESPACES) if defaults is not None else None
        self._paragraph_defaults = defaults.find("w:pPrDefault/w:pPr", NAMESPACES) if defaults is not None else None
        self._theme_fonts = _theme_fonts(theme)
        self._default_style = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}
            ),
            "",
        )
        self._chains: dict[str, tuple[etree._Element, ...]] = {}
        # A file has few looks and many runs: each look is worked out once.
        self._text_looks: dict[_Key, TextLook] = {}
        self._paragraph_looks: dict[_Key, ParagraphLook] = {}

    def style_name(self, style_id: str | None) -> str:
        """Return the name of a paragraph's style, that of the default style where it names none."""
        style = self._styles.get(style_id or self._default_style)
        name = style.find("w:name", NAMESPACES) if style is not None else None
        return name.get(w("val"), "") if name is not None else ""

    def chain(self, style_id: str | None) -> tuple[etree._Element, ...]:
        """Return the style and those that it is based on, the nearest first; a chain that would repeat ends."""
        key = style_id if style_id in self._styles else ""
        if key not in self._chains:
            chain: list[etree._Element] = []
            current = self._styles.get(key or "")
            while current is not None and current not in chain:
                chain.append(current)
                parent = current.find("w:basedOn", NAMESPACES)
                current = self._styles.get(parent.get(w("val"), "")) if parent is not None else None
            self._chains[key or ""] = tuple(chain)
        return self._chains[key or ""]

    def text_look(self, run: etree._Element | None, paragraph_style: str | None, table_style: str | None) -> TextLook:
        """Return the look of a run with properties `run` in a paragraph and a table of these styles."""
        key = (_key_of(run), paragraph_style, table_style)
        look = self._text_looks.get(key)
        if look is None:
            look = self._text_looks[key] = self._text_look(run, paragraph_style, table_style)
        return look

    def _text_look(
        self, run: etree._Element | None, paragraph_style: str | None, table_style: str | None
    ) -> TextLook:
        paragraph_levels = self._levels(paragraph_style or self._default_style, "w:rPr")
        character = run.find("w:rStyle", NAMESPACES) if run is not None else None
        character_levels = self._levels(character.get(w("val")), "w:rPr") if character is not None else ()
        table_levels = self._levels(table_style, "w:rPr") if table_style else ()
        direct = () if run is None else (run,)
        defaults = () if self._run_defaults is None else (self._run_defaults,)
        layers = (*direct, *character_levels, *paragraph_levels, *table_levels, *defaults)

        def toggle(name: str) -> bool:
            own = _flag(direct, name)
            if own is not None:
                return own
            one, other = _flag(character_levels, name), _flag(paragraph_levels, name)
            if one is not None or other is not None:
                return bool(one) != bool(other)
            return bool(_flag(table_levels, name) or _flag(defaults, name))

        return TextLook(
            font=self._font(layers),
            size=length(_value(layers, "sz"), 1 / 2) or _DEFAULT_SIZE,
            bold=toggle("b"),
            italic=toggle("i"),
            underline=(_value(layers, "u") or "none") != "none",
            all_capitals=toggle("caps"),
            hidden=bool(_flag(layers, "vanish")),
            color=(_value(layers, "color") or "auto"),
            vertical=_value(layers, "vertAlign"),
        )

    def paragraph_look(
        self, properties: etree._Element | None, numbering: etree._Element | None, table_style: str | None
    ) -> ParagraphLook:
        """Return the look of a paragraph with direct `properties` and the properties of its list level."""
        key = (_key_of(properties), _key_of(numbering), table_style)
        look = self._paragraph_looks.get(key)
        if look is None:
            look = self._paragraph_looks[key] = self._paragraph_look(properties, numbering, table_style)
        return look

    def _paragraph_look(
        self, properties: etree._Element | None, numbering: etree._Element | None, table_style: str | None
    ) -> ParagraphLook:
        style = properties.find("w:pStyle", NAMESPACES) if properties is not None else None
        styled = self._levels(style.get(w("val")) if style is not None else self._default_style, "w:pPr")
        table = self._levels(table_style, "w:pPr") if table_style else ()
        layers = (
            *(() if properties is None else (properties,)),
            *(() if numbering is None else (numbering,)),
            *styled,
            *table,
            *(() if self._paragraph_defaults is None else (self._paragraph_defaults,)),
        )
        line, points = _line_spacing(layers)
        return ParagraphLook(
            align={"both": "justify", "distribute": "justify", "start": "left", "end": "right"}.get(
                found := _value(layers, "jc") or "left", found
            ),
            left=_indent(layers, "left", "start"),
            right=_indent(layers, "right", "end"),
            first_line=_first_line(layers),
            before=twips(_attribute(layers, "spacing", "before")),
            after=twips(_attribute(layers, "spacing", "after")),
            line=line,
            line_points=points,
            border_top=_border(layers, "top"),
            border_bottom=_border(layers, "bottom"),
            keep_next=bool(_flag(layers, "keepNext")),
            page_break_before=bool(_flag(layers, "pageBreakBefore")),
        )

    def _levels(self, style_id: str | None, path: str) -> tuple[etree._Element, ...]:
        return tuple(found for style in self.chain(style_id) if (found := style.find(path, NAMESPACES)) is not None)

    def _font(self, layers: Sequence[etree._Element]) -> str | None:
        for layer in layers:
            fonts = layer.find("w:rFonts", NAMESPACES)
            if fonts is None:
                continue
            for name in ("ascii", "hAnsi"):
                if (theme := fonts.get(w(f"{name}Theme"))) is not None:
                    return self._theme_fonts.get(theme[:5])
                if (font := fonts.get(w(name))) is not None:
                    return font
        return None


def _key_of(element: etree._Element | None) -> Hashable:
    """Return what `element` holds, down to its grandchildren: properties go no deeper."""
    if element is None:
        return None
    return tuple(
        (child.tag, tuple(child.items()), tuple((inner.tag, tuple(inner.items())) for inner in child))
        for child in element
        if child.tag not in _NO_LOOKS
    )


def _theme_fonts(theme: etree._Element | None) -> Mapping[str, str]:
    """The Latin fonts of the theme by the first five letters of their names in styles: "major", "minor"."""
    fonts = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_THEME}{kind}Font/{_THEME}latin") if theme is not None else None
        if latin is not None:
            fonts[kind] = latin.get("typeface", "")
    return fonts


def _found(layers: Sequence[etree._Element], name: str) -> Iterator[etree._Element]:
    for layer in layers:
        element = layer.find(f"w:{name}", NAMESPACES)
        if element is not None:
            yield element


def _value(layers: Sequence[etree._Element], name: str) -> str | None:
    return next((element.get(w("val")) for element in _found(layers, name)), None)


def _flag(layers: Sequence[etree._Element], name: str) -> bool | None:
    for element in _found(layers, name):
        return (element.get(w("val")) or "1") not in _OFF
    return None


def _attribute(layers: Sequence[etree._Element], name: str, *attributes: str) -> str | None:
    for element in _found(layers, name):
        for attribute in attributes:
            if (value := element.get(w(attribute))) is not None:
                return value
    return None


def _indent(layers: Sequence[etree._Element], *names: str) -> float:
    return twips(_attribute(layers, "ind", *names))


def _first_line(layers: Sequence[etree._Element]) -> float:
    for element in _found(layers, "ind"):
        if (hanging := element.get(w("hanging"))) is not None:
            return -twips(hanging)
        if (first := element.get(w("firstLine"))) is not None:
            return twips(first)
    return 0.0


def _line_spacing(layers: Sequence[etree._Element]) -> tuple[float | None, float | None]:
    for element in _found(layers, "spacing"):
        if (line := element.get(w("line"))) is not None:
            if element.get(w("lineRule"), "auto") == "auto":
                return twips(line) * 20 / 240, None
            return None, twips(line)
    return 1.0, None


def _border(layers: Sequence[etree._Element], side: str) -> bool:
    for borders in _found(layers, "pBdr"):
        border = borders.find(f"w:{side}", NAMESPACES)
        return border is not None and border.get(w("val")) not in {None, "nil", "none"}
    return False
