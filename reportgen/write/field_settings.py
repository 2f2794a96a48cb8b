"""Whether Word brings the fields of a file up to date as it opens it, which it asks the user about."""

from __future__ import annotations

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.package import Member, deflate
from reportgen.write.xml_parts import NAMESPACES, parse_part, w

_SETTINGS_PART = "word/settings.xml"
# The elements of w:settings that stand after w:updateFields, in the order of the schema.
_LATER = {
    w(name)
    for name in (
        "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema",
        "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
        "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags",
        "decimalSymbol", "listSeparator",
    )
}  # fmt: skip


def set_field_updating(members: dict[str, Member], file: str, *, wanted: bool) -> None:
    """Have Word update the fields as it opens the file, or have it open the file without a question.

    Raises:
        InputProblems: it is wanted, and the template has no settings to say so in.
    """
    if _SETTINGS_PART not in members:
        if not wanted:
            return
        reason = f"thiếu phần cài đặt `{_SETTINGS_PART}`"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)])
    root = parse_part(members[_SETTINGS_PART].read(), _SETTINGS_PART, file)
    found = root.findall("w:updateFields", NAMESPACES)
    if not wanted and not found:
        return
    for old in found:
        root.remove(old)
    if wanted:
        element = etree.Element(w("updateFields"))
        element.set(w("val"), "true")
        # Elements of other namespaces (mathematics, later versions of Word) stand further behind as well.
        later = next((child for child in root if child.tag in _LATER or not _is_ours(child)), None)
        if later is None:
            root.append(element)
        else:
            later.addprevious(element)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    members[_SETTINGS_PART] = deflate(_SETTINGS_PART, content)


def _is_ours(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(w(""))
