"""The plain way: pyplot, docxtpl and openpyxl as their tutorials show them, given everything but the drawing.

It is handed the finished content (texts, tables, figures of the same document), so that only making files is timed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from docx import Document as NewDocument
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from matplotlib.patches import Rectangle
from openpyxl import Workbook

from reportgen.compose.publication.content import Publication
from reportgen.compose.ranking_table import compose_ranking_table
from reportgen.document import (
    Block,
    Chart,
    ChartKind,
    Figure,
    Frame,
    Heading,
    Landscape,
    ListItem,
    Paragraph,
    Table,
    print_blocks,
    print_inlines,
)
from reportgen.document.data_table import DataTable

_DPI = 200
_PAGE = re.compile(r"→trang \S+")
_HEIGHTS = {ChartKind.RANKED_BARS: 0.13, ChartKind.HEAT_MAP: 0.13, ChartKind.RANK_CHANGE: 0.16}


@dataclass
class Piece:
    """A block as a template sees it."""

    kind: str
    text: str = ""
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    image: Any = None
    chart: Chart | None = None


def pieces_of(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Yield the blocks of a publication flattened to what a template prints."""
    for block in blocks:
        match block:
            case Heading(level=level):
                yield Piece(f"h{level}", f"{block.label} {print_inlines(block.inlines)}".strip())
            case Paragraph() | ListItem():
                yield Piece("p", print_inlines(block.inlines))
            case Table():
                caption = print_inlines(block.caption.inlines) if block.caption else ""
                head = [_text(cell.blocks) for row in block.head for cell in row.cells]
                yield Piece(
                    "table", caption, head, [[_text(cell.blocks) for cell in row.cells] for row in block.body]
                )
            case Figure() if isinstance(block.content, Chart):
                caption = print_inlines(block.caption.inlines) if block.caption else ""
                yield Piece("figure", caption, chart=block.content)
            case Frame(left, right):
                yield from pieces_of((*left, *right))
            case Landscape(inner):
                yield from pieces_of(inner)
            case _:
                pass


def _text(blocks: Iterable[Block]) -> str:
    # A page that is not known yet is printed as the program prints it.
    return _PAGE.sub("?", print_blocks(blocks).partition(": ")[2])


def make_template(path: Path) -> None:
    """Write the Word template that the plain way fills: a loop over blocks, each kind with its paragraph."""
    word = NewDocument()
    word.add_heading("{{ title }}", 0)
    word.add_paragraph("{%p for b in blocks %}")
    for level in (1, 2, 3):
        word.add_paragraph(f"{{%p if b.kind == 'h{level}' %}}")
        word.add_heading("{{ b.text }}", level)
        word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if b.kind == 'p' %}")
    word.add_paragraph("{{ b.text }}")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if b.kind == 'figure' %}")
    word.add_paragraph("{{ b.image }}")
    word.add_paragraph("{{ b.text }}", "Caption")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if b.kind == 'table' %}")
    word.add_paragraph("{{ b.text }}", "Caption")
    table = word.add_table(4, 3, "Table Grid")
    for row, cells in enumerate(
        (
            ("{%tc for c in b.head %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr for r in b.rows %}", "", ""),
            ("{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"),
            ("{%tr endfor %}", "", ""),
        )
    ):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    word.save(str(path))


def make_docx(template: Path, title: str, pieces: list[Piece]) -> bytes:
    """Return the book made by docxtpl, its charts drawn by pyplot."""
    word = DocxTemplate(str(template))
    for piece in pieces:
        if piece.chart is not None:
            piece.image = InlineImage(word, io.BytesIO(draw(piece.chart)), width=Cm(15))
    word.render({"title": title, "blocks": pieces}, autoescape=True)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def draw(chart: Chart) -> bytes:
    """Return a PNG of `chart`, drawn with pyplot."""
    rows = len(chart.categories)
    height = max(2.5, _HEIGHTS.get(chart.kind, 0) * rows)
    numbers = [[float(value) if value is not None else float("nan") for value in s.values] for s in chart.series]
    polar = {"projection": "polar"} if chart.kind is ChartKind.RADAR else None
    figure, axes = plt.subplots(figsize=(6.3, height if not polar else 4), dpi=_DPI, subplot_kw=polar)
    match chart.kind:
        case ChartKind.RANKED_BARS:
            axes.barh(chart.categories, numbers[0])
            axes.invert_yaxis()
            if chart.reference is not None:
                axes.axvline(float(chart.reference.value), linestyle="--")
            for place, value in enumerate(numbers[0]):
                axes.text(value, place, f"{value:.4f}".replace(".", ","), va="center", fontsize=6)
        case ChartKind.DISTRIBUTION:
            axes.bar(chart.categories, numbers[0])
            axes.tick_params(axis="x", rotation=45)
        case ChartKind.RADAR:
            angles = [2 * 3.14159265 * place / rows for place in range(rows)]
            for series, values in zip(chart.series, numbers, strict=True):
                axes.plot([*angles, angles[0]], [*values, values[0]], label=series.name)
            axes.set_xticks(angles, chart.categories, fontsize=7)
            axes.legend(fontsize=7)
        case ChartKind.HEAT_MAP:
            cells = list(map(list, zip(*numbers, strict=True)))
            axes.imshow(cells, aspect="auto", cmap="Blues")
            axes.set_yticks(range(rows), chart.categories, fontsize=5)
            axes.set_xticks(range(len(numbers)), [series.name for series in chart.series], fontsize=5, rotation=45)
            for row, values in enumerate(cells):
                for column, value in enumerate(values):
                    axes.text(column, row, f"{value:.2f}".replace(".", ","), ha="center", va="center", fontsize=4)
        case ChartKind.RANK_CHANGE:
            for place, (before, now) in enumerate(zip(*numbers, strict=True)):
                axes.plot([before, now], [place, place], marker="o")
            axes.set_yticks(range(rows), chart.categories, fontsize=6)
        case ChartKind.TILE_MAP:
            for name, value, (column, row) in zip(chart.categories, numbers[0], chart.tiles, strict=True):
                axes.add_patch(Rectangle((column, -row), 1, 1, color=plt.cm.Blues(value)))
                axes.text(column + 0.5, 0.5 - row, f"{name}\n{value:.2f}", ha="center", va="center", fontsize=4)
            axes.autoscale()
        case _:
            for series, values in zip(chart.series, numbers, strict=True):
                axes.plot(chart.categories, values, marker="o", label=series.name)
            axes.legend()
    figure.tight_layout()
    stream = io.BytesIO()
    figure.savefig(stream, format="png")
    plt.close(figure)
    return stream.getvalue()


def tables_of(publication: Publication) -> list[DataTable]:
    """Return the rankings of a publication as tables of data, as `reportgen rank` gives them."""
    tables = []
    for part in publication.parts:
        for result in part.results:
            firmness = result.robustness.firmness() if result.robustness else None
            tables.append(compose_ranking_table(result.total, firmness=firmness))
            tables += [compose_ranking_table(ranking) for ranking in (*result.pillars, *result.main_indices)]
    return tables


def make_xlsx(tables: Iterable[DataTable]) -> bytes:
    """Return the tables as a workbook made by openpyxl."""
    book = Workbook()
    book.remove(book.active)
    for number, table in enumerate(tables):
        sheet = book.create_sheet(f"{number + 1}")
        sheet.append([column.title for column in table.columns])
        for row in table.rows:
            sheet.append([float(cell) if isinstance(cell, Decimal) else cell for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
