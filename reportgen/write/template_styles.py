"""The styles of a template against what a kind of document needs, and those that the template itself asks for."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from reportgen.document import Role, TableRole, TextRole
from reportgen.problems import Place, Problem, ProblemKind
from reportgen.problems import template as kinds
from reportgen.write.template_text import TemplateText, place_in
from reportgen.write.word_text import WordParagraph
from reportgen.write.xml_parts import FOOTNOTES_PART, NAMESPACES, STYLES_PART, w

_TYPES: Mapping[type, str] = {Role: "paragraph", TextRole: "character", TableRole: "table"}
_WORDS = {
    "paragraph": ("đoạn (paragraph)", "paragraph"),
    "character": ("chữ (character)", "character"),
    "table": ("bảng (table)", "table"),
    "numbering": ("danh sách (list)", "list"),
}


def check_styles(
    template: TemplateText,
    always: Iterable[Role | TextRole | TableRole],
    sometimes: Iterable[Role | TextRole | TableRole],
) -> Iterator[Problem]:
    """Yield a problem for each style of `always` and `sometimes` that the template lacks, or has of a wrong type."""
    types = _types_by_name(template.roots[STYLES_PART])
    for kind, roles in ((kinds.MISSING_STYLE, always), (kinds.STYLE_MAY_BE_NEEDED, sometimes)):
        for role in sorted(roles, key=lambda role: role.value):
            yield from _check_style(kind, role, types, template.file)
    if FOOTNOTES_PART not in template.members and Role.FOOTNOTE in {*always, *sometimes}:
        yield kinds.NO_FOOTNOTES.at(Place(file=template.file))


def _check_style(
    kind: ProblemKind, role: Role | TextRole | TableRole, types: Mapping[str, tuple[str, str]], file: str
) -> Iterator[Problem]:
    expected = _TYPES[type(role)]
    found = types.get(role.value.lower())
    if found is None:
        yield kind.at(Place(file=file), style=role.value, nearest=_nearest(role.value, expected, types))
    elif found[1] != expected:
        (expected_vi, expected_en), (found_vi, found_en) = _WORDS[expected], _WORDS.get(found[1], (found[1],) * 2)
        yield kinds.STYLE_OF_OTHER_TYPE.at(
            Place(file=file),
            style=role.value,
            expected=expected_vi,
            found=found_vi,
            expected_en=expected_en,
            found_en=found_en,
        )


def _types_by_name(styles: etree._Element) -> dict[str, tuple[str, str]]:
    """Return the name and the type of each style by its name in lower case."""
    types = {}
    for style in styles.iterfind("w:style", NAMESPACES):
        name = style.find("w:name", NAMESPACES)
        if name is not None:
            shown = name.get(w("val"), "")
            types[shown.lower()] = (shown, style.get(w("type"), "paragraph"))
    return types


def _nearest(name: str, expected: str, types: Mapping[str, tuple[str, str]]) -> str | None:
    """Return the style that may be meant: one of no role that differs in tones, spaces or a letter or two."""
    known = {role.value.lower() for roles in (Role, TextRole, TableRole) for role in roles}
    plain = {_plain(shown): shown for key, (shown, kind) in types.items() if kind == expected and key not in known}
    close = difflib.get_close_matches(_plain(name), plain, 1, cutoff=0.8)
    return plain[close[0]] if close else None


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def check_style_references(template: TemplateText) -> Iterator[tuple[WordParagraph, Problem]]:
    """Yield a problem for each style that the template's own text uses and does not have, where it is first used."""
    ids = {style.get(w("styleId")) for style in template.roots[STYLES_PART].iterfind("w:style", NAMESPACES)}
    reported = set()
    for paragraph in template.paragraphs:
        for used in _used_styles(paragraph.element):
            if used not in ids and used not in reported:
                reported.add(used)
                place = place_in(paragraph, template.file, 0, len(paragraph.text))
                yield paragraph, kinds.UNKNOWN_STYLE.at(place, style=used)


def _used_styles(paragraph: etree._Element) -> Iterator[str]:
    found = [paragraph.find("w:pPr/w:pStyle", NAMESPACES), *paragraph.iterfind("w:r/w:rPr/w:rStyle", NAMESPACES)]
    table = next(paragraph.iterancestors(w("tbl")), None)
    if table is not None:
        found.append(table.find("w:tblPr/w:tblStyle", NAMESPACES))
    yield from (style.get(w("val"), "") for style in found if style is not None)
