"""The blank outline for an agency: the Word file to fill in, and the matching input file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportgen.compose.blank_input import compose_blank_input
from reportgen.compose.blank_outline import compose_blank_outline
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import agency as agency_kinds
from reportgen.production.sources import OUTLINE, read_bytes
from reportgen.read.agencies import resolve_agency
from reportgen.read.data_files import data_folder, load_outline, load_register
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template


@dataclass(frozen=True, slots=True)
class OutlineFiles:
    """A blank outline: the Word file to fill in, and the matching input file with comments, for one agency."""

    docx: bytes
    input_yaml: str
    agency: Agency
    problems: tuple[Problem, ...]


def make_outline(agency: str, *, day: date) -> OutlineFiles:
    """Return the blank outline of Phụ lục I for `agency` (a code or a name), with the names in force on `day`.

    Raises:
        InputProblems: the register does not know the agency on that day.
    """
    register, outline = load_register(), load_outline(OUTLINE)
    found = resolve_agency(agency, register, day, Place())
    if isinstance(found, Problem):
        raise InputProblems([found])
    document = compose_blank_outline(outline, found, register, day=day)
    path = data_folder("templates_vi") / f"{document.template}.docx"
    template = compile_template(read_bytes(path), file=path.name, tags=document.tags)
    outside = found.group is AgencyGroup.PROVINCE
    return OutlineFiles(
        docx=write_docx(document, template),
        input_yaml=compose_blank_input(outline, found, register, day=day),
        agency=found,
        problems=(agency_kinds.NOT_ADDRESSED.at(Place(), agency=found.name),) if outside else (),
    )
