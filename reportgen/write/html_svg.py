"""A drawn chart as part of a page: its ids unlike those of other charts, told in words to those who do not see it."""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_TOLD = {f"{_SVG}title", f"{_SVG}desc"}
_ID_LISTS = {"aria-labelledby", "aria-describedby"}
_USE = re.compile(r"url\(#([^)]+)\)")


def inline_svg(document: str, prefix: str, alt_text: str) -> str:
    """Return the SVG `document` as an element of a page.

    All its ids begin with `prefix`; `alt_text` takes the place of its own title and description. What is not part of
    a picture (scripts, foreign content) is left out.

    Raises:
        ValueError: the document is no well-formed SVG.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(document.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"not an SVG document: {error}") from error
    if root.tag != f"{_SVG}svg":
        raise ValueError(f"not an SVG document: {root.tag}")
    for child in list(root):
        if child.tag in _TOLD:
            root.remove(child)
    for element in list(root.iter(f"{_SVG}script", f"{_SVG}foreignObject")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter():
        _rename(element, prefix)
    for name in _ID_LISTS:
        root.attrib.pop(name, "")
    root.set("role", "img")
    root.set("aria-label", alt_text)
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _rename(element: etree._Element, prefix: str) -> None:
    for name, value in list(element.attrib.items()):
        key, text = str(name), str(value)
        if key == "id":
            element.set(key, prefix + text)
        elif key.rpartition("}")[2] == "href" and text.startswith("#"):
            element.set(key, f"#{prefix}{text[1:]}")
        elif key in _ID_LISTS:
            element.set(key, " ".join(prefix + one for one in text.split()))
        elif "url(#" in text:
            element.set(key, _USE.sub(rf"url(#{prefix}\1)", text))
