"""What a template may not carry: macros, and content that is fetched from outside when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import template as kinds
from reportgen.write.package import Member
from reportgen.write.xml_parts import CONTENT_TYPES_PART, parse_part


def refuse_unsafe(members: Mapping[str, Member], file: str) -> None:
    """Raise `InputProblems` for a package with macros or outside content; hyperlinks may lead outside."""
    problems = [*_macros(members, file), *_external_links(members, file)]
    if problems:
        raise InputProblems(problems)


def _macros(members: Mapping[str, Member], file: str) -> Iterator[Problem]:
    types = members[CONTENT_TYPES_PART].read() if CONTENT_TYPES_PART in members else b""
    if any("vbaproject" in name.lower() for name in members) or b"macroEnabled" in types:
        yield kinds.MACROS.at(Place(file=file))


def _external_links(members: Mapping[str, Member], file: str) -> Iterator[Problem]:
    for name, member in members.items():
        if not name.endswith(".rels"):
            continue
        for relationship in parse_part(member.read(), name, file):
            outside = relationship.get("TargetMode") == "External"
            if outside and not relationship.get("Type", "").endswith("/hyperlink"):
                target = relationship.get("Target", "")[:80]
                yield kinds.EXTERNAL_LINK.at(Place(file=file), part=name, target=target)
