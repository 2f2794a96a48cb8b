"""The parts of a document's native charts, with names and relationship ids that its template does not use yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.write.native_chart_look import ChartLook
from reportgen.write.package import Member, deflate
from reportgen.write.xml_parts import DOCUMENT_RELATIONSHIPS_PART, parse_part

_PACKAGE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORKBOOK_RELATIONSHIP = "rId1"


@dataclass(frozen=True, slots=True)
class NativeChart:
    """The chart part's XML, which refers to its workbook by `WORKBOOK_RELATIONSHIP`, and the workbook."""

    markup: bytes
    workbook: bytes


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with its number in the names of its parts, and the id of its relationship to the document."""

    number: int
    relationship: str
    chart: NativeChart

    @property
    def part(self) -> str:
        """The name of the chart part."""
        return f"word/charts/chart{self.number}.xml"

    @property
    def workbook_part(self) -> str:
        """The name of the embedded workbook."""
        return f"word/embeddings/Microsoft_Excel_Worksheet{self.number}.xlsx"

    @property
    def relationships_part(self) -> str:
        """The name of the part that ties the chart to its workbook."""
        return f"word/charts/_rels/chart{self.number}.xml.rels"

    def members(self) -> Iterator[Member]:
        """Yield the three parts."""
        link = f"../{self.workbook_part.removeprefix('word/')}"
        relationships = (
            f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="{WORKBOOK_RELATIONSHIP}" '
            f'Type="{_PACKAGE_TYPE}" Target="{link}"/></Relationships>'
        )
        yield deflate(self.part, self.chart.markup)
        yield deflate(self.relationships_part, relationships.encode())
        yield deflate(self.workbook_part, self.chart.workbook)


@dataclass(slots=True)
class ChartShelf:
    """The native charts of a document, in the order of its text, all of one look.

    `taken` are the names of parts and ids of relationships that are in use, in lower case.
    """

    taken: frozenset[str]
    look: ChartLook
    placed: list[PlacedChart] = field(default_factory=list)
    _last: int = 0

    def add(self, chart: NativeChart) -> str:
        """Keep `chart` and return the id of its relationship to the document."""
        while True:
            self._last += 1
            placed = PlacedChart(self._last, f"rIdChart{self._last}", chart)
            names = {placed.part, placed.workbook_part, placed.relationships_part, placed.relationship}
            # Names of parts that differ in their case only are the same to Office.
            if self.taken.isdisjoint(name.lower() for name in names):
                self.placed.append(placed)
                return placed.relationship


def new_shelf(members: Mapping[str, Member], file: str, look: ChartLook) -> ChartShelf:
    """Return an empty shelf beside the parts of a template.

    Raises `InputProblems` when the list of the document's relationships is not sound XML.
    """
    root = parse_part(members[DOCUMENT_RELATIONSHIPS_PART].read(), DOCUMENT_RELATIONSHIPS_PART, file)
    ids = (relationship.get("Id", "") for relationship in root)
    return ChartShelf(frozenset(name.lower() for name in (*members, *ids)), look)
