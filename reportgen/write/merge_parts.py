"""What the text of a Word file refers to (headers, pictures, links) taken into another; equal parts are shared."""

from __future__ import annotations

from lxml import etree

from reportgen.write.word_file import WordFile, target_of
from reportgen.write.xml_parts import DOCUMENT_PART, R

_REFERENCE = f"{{{R}}}"
_Key = tuple[str, bytes, tuple[tuple[str, str, str, str], ...]]


class PartCopier:
    """Copies parts into `target`. Letters of one run have the same headers and pictures, which are there once."""

    def __init__(self, target: WordFile) -> None:
        self._target = target
        self._known: dict[_Key, str] = {}
        self._at_work: list[str] = []
        for relationship in target.relationships(DOCUMENT_PART):
            part = target_of(relationship, DOCUMENT_PART)
            # A part with relationships of its own is not shared with another file's.
            if part is not None and target.has(part) and not len(target.relationships(part)):
                self._known.setdefault((target.content_type(part), target.content(part), ()), part)

    def copy_references(self, source: WordFile, part: str, root: etree._Element, target_part: str) -> None:
        """Copy what `root`, text of `part` of `source`, refers to, and make it refer to the copies.

        `target_part` is the part of the target that `root` goes into.
        """
        known = {relationship.get("Id", ""): relationship for relationship in source.relationships(part)}
        new_ids: dict[str, str] = {}
        for element in root.iter(etree.Element):
            for name, value in element.attrib.items():
                if not str(name).startswith(_REFERENCE) or str(value) not in known:
                    continue
                old = str(value)
                if old not in new_ids:
                    new_ids[old] = self._relate(source, part, known[old], target_part)
                element.set(name, new_ids[old])

    def _relate(self, source: WordFile, part: str, relationship: etree._Element, target_part: str) -> str:
        kind = relationship.get("Type", "")
        inside = target_of(relationship, part)
        if inside is None:
            return self._target.relate(target_part, kind, relationship.get("Target", ""), mode="External")
        return self._target.relate(target_part, kind, self._copy(source, inside))

    def _copy(self, source: WordFile, part: str) -> str:
        """Copy `part` with what it refers to in turn; return its name in the target."""
        if part in self._at_work:
            raise source.broken(f"phần `{part}` dẫn vòng về chính nó")
        self._at_work.append(part)
        references = []
        for relationship in source.relationships(part):
            inside = target_of(relationship, part)
            where = relationship.get("Target", "") if inside is None else self._copy(source, inside)
            mode = "External" if inside is None else ""
            references.append((relationship.get("Id", ""), relationship.get("Type", ""), where, mode))
        self._at_work.pop()
        content, content_type = source.content(part), source.content_type(part)
        key = (content_type, content, tuple(references))
        if key not in self._known:
            name = self._target.add(part, content, content_type)
            for reference in references:
                self._target.add_relationship(name, *reference)
            self._known[key] = name
        return self._known[key]
