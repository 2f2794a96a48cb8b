"""The files of a publication, made whole in memory: Word with page numbers, PDF, workbook, web page, pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportgen.compose.publication.content import Publication
from reportgen.compose.publication.document import TEMPLATE, compose_publication
from reportgen.compose.publication.workbook import compose_workbook
from reportgen.compose.template_tags import PUBLICATION_TAGS
from reportgen.document import Block, Chart, Document, Figure, Frame, Landscape, Picture
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import publication as kinds
from reportgen.production.charts import Charts
from reportgen.production.publication_data import load_publication
from reportgen.production.sources import read_template
from reportgen.write.docx import write_docx
from reportgen.write.html import write_html
from reportgen.write.native_chart_look import look_of_style
from reportgen.write.page_numbers import number_pages
from reportgen.write.template import CompiledTemplate
from reportgen.write.xlsx_workbook import write_workbook

PICTURE_FOLDER = "hinh"
PICTURE_WIDTH_CM = 16.0


class Output(StrEnum):
    """A form that the publication is made in."""

    WORD = "docx"
    PDF = "pdf"
    EXCEL = "xlsx"
    WEB = "html"
    PICTURES = "hinh"


class ChartForm(StrEnum):
    """What charts are in the Word file."""

    NATIVE = "native"
    PICTURE = "picture"


class Stage(StrEnum):
    """What is being done, for whoever shows it."""

    READING = "reading"
    RANKING = "ranking"
    COMPOSING = "composing"
    WORD = "word"
    PAGES = "pages"
    EXCEL = "excel"
    WEB = "web"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class MadePublication:
    """A publication made: `files` by their names, the folder of pictures with a slash.

    `problems` are warnings and notes, `missing` what a draft lacks, `checks` what was checked on the way.
    """

    files: Mapping[str, bytes]
    publication: Publication
    document: Document
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    checks: tuple[str, ...]
    chart_font: str | None


def stages_of(outputs: Collection[Output]) -> tuple[Stage, ...]:
    """Return the stages that making `outputs` goes through, in order."""
    stages = [Stage.READING, Stage.RANKING, Stage.COMPOSING]
    if {Output.WORD, Output.PDF} & set(outputs):
        stages += [Stage.WORD, Stage.PAGES]
    asked = ((Output.EXCEL, Stage.EXCEL), (Output.WEB, Stage.WEB), (Output.PICTURES, Stage.PICTURES))
    return (*stages, *(stage for output, stage in asked if output in outputs))


def make_publication(
    source: str | Path,
    *,
    outputs: Collection[Output | str] = tuple(Output),
    chart_form: ChartForm | str = ChartForm.NATIVE,
    draft: bool = False,
    template: str | Path | None = None,
    font_folders: Sequence[Path] = (),
    to_pdf: Callable[[bytes], bytes] | None = None,
    on_stage: Callable[[Stage], None] = lambda _: None,
) -> MadePublication:
    """Return the publication that the edition file `source` (YAML or JSON) describes.

    Args:
        source: The file of the edition.
        outputs: The forms to make. A PDF needs `to_pdf`.
        chart_form: Whether charts in the Word file are Word's own, where Word can draw them, or pictures.
        draft: Mark texts that are missing instead of refusing.
        template: A Word template of the agency's own in place of the shipped one.
        font_folders: Where the font of the pictures is looked for.
        to_pdf: Converts a Word file to PDF; page numbers are read from its pages. Without it the numbers are left to
            Word, and a warning says so.
        on_stage: Called as each of `stages_of(outputs)` begins.

    Raises:
        InputProblems: the edition, its texts, tables or template cannot be used; every problem is in it.
        OutputError: a file cannot be read, or the conversion failed.
        DataFileError: a shipped file is broken.
        ValueError: `outputs` or `chart_form` names no such form.
    """
    asked, form = {Output(output) for output in outputs}, ChartForm(chart_form)
    on_stage(Stage.READING)
    loaded = load_publication(source, draft=draft, on_read=lambda: on_stage(Stage.RANKING))
    on_stage(Stage.COMPOSING)
    document = compose_publication(loaded.publication)
    maker = _Maker(Path(source).stem, document, template, form, font_folders, to_pdf, on_stage)
    files: dict[str, bytes] = {}
    if {Output.WORD, Output.PDF} & asked:
        files |= maker.word_and_pdf(asked)
    if Output.EXCEL in asked:
        on_stage(Stage.EXCEL)
        files[f"{maker.stem}.xlsx"] = write_workbook(compose_workbook(loaded.publication))
    if Output.WEB in asked:
        on_stage(Stage.WEB)
        files[f"{maker.stem}.html"] = write_html(document, draw_svg=maker.charts.draw_svg)
    if Output.PICTURES in asked:
        on_stage(Stage.PICTURES)
        files |= dict(maker.pictures())
    return MadePublication(
        files=files,
        publication=loaded.publication,
        document=document,
        problems=(*loaded.problems, *maker.problems),
        missing=loaded.missing,
        checks=(*_checks_of(loaded.publication), *maker.checks),
        chart_font=maker.charts.font.name if maker.charts.font else None,
    )


def _checks_of(publication: Publication) -> Iterator[str]:
    """What was checked on the way to the document, in sentences."""
    yield "câu tổng quan: đã đọc lại và tính lại từ số liệu, đúng"
    checks = [result.check for part in publication.parts for result in part.results]
    totals, ranks = sum(one.totals_checked for one in checks), sum(one.ranks_checked for one in checks)
    if totals or ranks:
        yield f"kết quả đã công bố: tính lại {totals} tổng (các tổng có đủ chỉ số) và đối chiếu {ranks} thứ hạng"


class _Maker:
    """Makes the files of one document; `problems` are those found on the way, `checks` what was checked."""

    def __init__(
        self,
        stem: str,
        document: Document,
        template: str | Path | None,
        chart_form: ChartForm,
        font_folders: Sequence[Path],
        to_pdf: Callable[[bytes], bytes] | None,
        on_stage: Callable[[Stage], None],
    ) -> None:
        self.stem = stem
        self.document = document
        self.template = template
        self.charts = Charts(font_folders)
        self.to_pdf = to_pdf
        self.on_stage = on_stage
        self.problems: list[Problem] = []
        self.checks: list[str] = []
        self.native = chart_form is ChartForm.NATIVE
        self._drawn: dict[tuple[Chart, float], Picture] = {}

    def word_and_pdf(self, outputs: Collection[Output]) -> dict[str, bytes]:
        self.on_stage(Stage.WORD)
        template, found = read_template(self.template, TEMPLATE, PUBLICATION_TAGS)
        if template is None or has_errors(found):
            raise InputProblems(found)
        self.problems += found
        word, pdf = f"{self.stem}.docx", f"{self.stem}.pdf"
        if self.to_pdf is None:
            self.problems.append(kinds.NO_PAGE_NUMBERS.at(Place(file=word)))
            docx = self._write(template, None)
            self.on_stage(Stage.PAGES)
            return {word: docx}
        first = self._write(template, None)
        self.on_stage(Stage.PAGES)
        numbered = number_pages(
            lambda pages: first if pages is None else self._write(template, pages), self.to_pdf, file=word
        )
        if numbered.pages is None:
            self.problems.append(kinds.PAGES_NOT_SETTLED.at(Place(file=word)))
        else:
            self.checks.append(
                f"số trang: {len(numbered.pages)} chỗ đọc từ các trang, đã ghi vào mục lục và tham chiếu"
            )
        made = {Output.WORD: (word, numbered.docx), Output.PDF: (pdf, numbered.pdf)}
        return {name: content for output, (name, content) in made.items() if output in outputs}

    def _write(self, template: CompiledTemplate, pages: Mapping[str, int] | None) -> bytes:
        return write_docx(
            self.document,
            template,
            draw_chart=self._draw,
            native_charts=self.native,
            chart_look=look_of_style(self.charts.style),
            pages=pages,
        )

    def _draw(self, chart: Chart, width_cm: float) -> Picture:
        """Draw a chart once, however often the document is written."""
        key = (chart, width_cm)
        if key not in self._drawn:
            self._drawn[key] = self.charts.draw(chart, width_cm)
        return self._drawn[key]

    def pictures(self) -> Iterator[tuple[str, bytes]]:
        """Yield each chart as PNG and SVG, named by its number and anchor."""
        for figure in _figures(self.document.block_slots["noi_dung"]):
            if not isinstance(figure.content, Chart) or figure.caption is None:
                continue
            number = figure.caption.number
            name = f"{PICTURE_FOLDER}/{f'{number:03}_' if number is not None else ''}{figure.caption.anchor}"
            width = PICTURE_WIDTH_CM
            yield f"{name}.png", self.charts.draw_png(figure.content, width)
            yield f"{name}.svg", self.charts.draw_svg(figure.content, width).encode()


def _figures(blocks: Sequence[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Frame(left, right):
                yield from _figures((*left, *right))
            case Landscape(inner):
                yield from _figures(inner)
            case _:
                pass
