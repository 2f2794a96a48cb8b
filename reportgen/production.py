"""The whole job in one call: an input file in, a finished document out. The command line and callers' code use this.

Nothing here reads the clock or the environment; folders of fonts are given by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.chart import ChartFont, draw_chart, find_chart_font, load_chart_style
from reportgen.compose.blank_input import compose_blank_input
from reportgen.compose.blank_outline import compose_blank_outline
from reportgen.compose.markdown import MarkdownField, convert_markdown
from reportgen.compose.progress_report import TEMPLATE, compose_progress_report
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.decree30.form_check import check_form
from reportgen.document import Blocks, Chart, Document, Picture
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.model.input_model import KeyPath, iter_narratives
from reportgen.problems import InputProblems, OutputError, Place, Problem, has_errors
from reportgen.problems import agency as agency_kinds
from reportgen.problems import files as file_kinds
from reportgen.read.agencies import resolve_agency
from reportgen.read.data_files import data_folder, load_outline, load_register
from reportgen.read.pictures import read_picture
from reportgen.read.progress_report import ReadReport, read_progress_report
from reportgen.read.yaml_source import describe_path
from reportgen.vietnamese import format_quantity
from reportgen.write.docx import write_docx
from reportgen.write.files import write_file
from reportgen.write.template import CompiledTemplate, compile_template

OUTLINE = "bao_cao_749"


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A finished document.

    `docx` is the Word file and `document` the tree that it was written from; `problems` are the warnings and notes
    met on the way (an error would have stopped it); `missing` says what a draft still lacks; `checks` what was
    checked on the finished file. `chart_font` is the font of its charts, `None` if it has none.
    """

    docx: bytes
    document: Document
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    checks: tuple[str, ...]
    chart_font: str | None

    def save(self, path: str | Path) -> None:
        """Write the Word file to `path`, whole or not at all. Raises `OutputError` when it cannot be written."""
        write_file(Path(path), self.docx)


@dataclass(frozen=True, slots=True)
class OutlineFiles:
    """A blank outline: the Word file to fill in, and the matching input file with comments, for one agency."""

    docx: bytes
    input_yaml: str
    agency: Agency
    problems: tuple[Problem, ...]


def build_report(
    source: str | Path, *, draft: bool = False, template: str | Path | None = None, font_folders: Sequence[Path] = ()
) -> BuiltDocument:
    """Return the progress report made from the input file `source` (YAML or JSON).

    A `draft` marks what is missing and leaves number and date open. `template` is a Word template of the agency's
    own in place of the shipped one. Charts use the best font found in `font_folders`.

    Raises:
        InputProblems: the input or the template cannot become a report; every problem is in it.
        OutputError: a file cannot be read.
    """
    path = Path(source)
    read, problems = read_progress_report(
        read_bytes(path), str(source), register=load_register(), outline=load_outline(OUTLINE), draft=draft
    )
    narratives, text_problems = _convert_narratives(read, path.parent) if read else ({}, [])
    problems += text_problems
    # The template is looked at even when the input is wrong: all problems come in one run.
    compiled, template_problems = _read_template(template)
    problems += template_problems
    if read is None or compiled is None or has_errors(problems):
        raise InputProblems(problems)
    document = compose_progress_report(
        read.report,
        outline=load_outline(OUTLINE),
        register=load_register(),
        narratives=narratives,
        missing=read.missing,
    )
    charts = _Charts(font_folders)
    content = write_docx(document, compiled, draw_chart=charts.draw)
    form = check_form(content, compiled.file)
    return BuiltDocument(
        docx=content,
        document=document,
        problems=(*problems, *form),
        missing=tuple(item.what for item in read.missing),
        checks=_checks(document, form),
        chart_font=charts.font.name if charts.font else None,
    )


def read_bytes(path: Path) -> bytes:
    """Return the content of the file at `path`. Raises `OutputError` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "lỗi không rõ"
        raise OutputError(file_kinds.CANNOT_READ.at(Place(file=str(path)), reason=reason)) from error


def _convert_narratives(read: ReadReport, folder: Path) -> tuple[dict[KeyPath, Blocks], list[Problem]]:
    paths = {str(describe_path(path)): (path, text) for path, text in iter_narratives(read.report)}
    fields = [MarkdownField(key, text, read.place(path)) for key, (path, text) in paths.items()]
    converted, problems = convert_markdown(fields, load_picture=lambda relative: read_picture(folder, relative))
    return {paths[key][0]: blocks for key, blocks in converted.items()}, problems


def _read_template(template: str | Path | None) -> tuple[CompiledTemplate | None, list[Problem]]:
    path = data_folder("templates_vi") / f"{TEMPLATE}.docx" if template is None else Path(template)
    try:
        return compile_template(read_bytes(path), file=path.name, tags=NAMED_KIND_TAGS), []
    except InputProblems as found:
        return None, list(found.problems)


class _Charts:
    """Draws charts in the shipped style; the font is looked for when the first one is drawn."""

    def __init__(self, font_folders: Sequence[Path]) -> None:
        self.font_folders = font_folders
        self.font: ChartFont | None = None

    def draw(self, chart: Chart, width_cm: float) -> Picture:
        self.font = self.font or find_chart_font(self.font_folders)
        style = load_chart_style(data_folder("charts"))
        drawn = draw_chart(chart, style=style, font=self.font, width_cm=width_cm, format_quantity=format_quantity)
        return Picture(drawn.png, "png", drawn.width_px, drawn.height_px)


def _checks(document: Document, form: Sequence[Problem]) -> tuple[str, ...]:
    tags = sum(bool(document.inline_slots.get(tag.name) or document.block_slots.get(tag.name)) for tag in document.tags)
    said = f"có {len(form)} chỗ lệch, xem cảnh báo" if form else "đúng"
    return (
        "dữ liệu đầu vào: đủ trường, đúng kiểu, đúng danh mục cơ quan và viện dẫn",
        f"mẫu Word: đủ {tags} thẻ cần dùng, đủ kiểu chữ, không có macro hay liên kết ngoài",
        f"thể thức theo Nghị định 30/2020/NĐ-CP (khổ giấy, lề, phông, cỡ và kiểu chữ, số trang): {said}",
    )


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
