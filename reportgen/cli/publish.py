"""`reportgen publish`: the annual publication from an edition file, all its files or none."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.machine import find_soffice, font_folders
from reportgen.cli.outcome import Outcome
from reportgen.cli.pdf_fonts import find_pdf_fonts
from reportgen.cli.settings import Settings
from reportgen.cli.stages import StageBar
from reportgen.cli.usage import UsageProblem
from reportgen.cli.words import Words
from reportgen.problems import Place
from reportgen.problems import command as kinds
from reportgen.problems import files as file_kinds
from reportgen.production.publishing import ChartForm, Output, Stage, make_publication, stages_of
from reportgen.write.files import prepare_folder, write_file
from reportgen.write.pdf import convert_to_pdf

_WORDS: Mapping[Stage, Words] = {
    Stage.READING: Words("Đọc số liệu và bài viết", "Reading data and texts"),
    Stage.RANKING: Words("Chấm điểm, xếp hạng, thử độ chắc chắn", "Scoring, ranking, testing how firm ranks are"),
    Stage.COMPOSING: Words("Soạn nội dung", "Composing"),
    Stage.WORD: Words("Vẽ biểu đồ, ghi Word", "Drawing charts, writing Word"),
    Stage.PAGES: Words("Dàn trang, điền số trang", "Laying out pages, filling in page numbers"),
    Stage.EXCEL: Words("Ghi phụ lục Excel", "Writing the Excel appendix"),
    Stage.WEB: Words("Ghi trang web", "Writing the web page"),
    Stage.PICTURES: Words("Ghi hình cho báo và web", "Writing pictures for press and web"),
}
_WANTED_FONT = "Times New Roman"


def publish(
    source: Path,
    settings: Settings,
    *,
    folder: Path | None = None,
    outputs: Sequence[str] = (),
    charts: str = ChartForm.NATIVE,
    draft: bool = False,
    template: Path | None = None,
) -> Outcome:
    """Make the publication that `source` describes and write its files to `folder`, or beside `source`.

    Nothing is written until everything is finished.

    Raises:
        UsageProblem: a file that is read would be replaced.
        InputProblems: the edition cannot be published; every problem is in it.
        OutputError: a file cannot be read or written, or the conversion to PDF failed.
    """
    target = source.parent if folder is None else folder
    prepare_folder(target)
    soffice = find_soffice(settings.environment)
    asked = tuple(Output(output) for output in outputs) or tuple(Output)
    wanted = tuple(output for output in asked if output is not Output.PDF or soffice is not None)
    outcome = Outcome()
    if Output.PDF in map(Output, outputs) and soffice is None:
        outcome = Outcome(problems=(file_kinds.NO_LIBREOFFICE.at(Place(file=str(target / f"{source.stem}.pdf"))),))
    bar = StageBar(
        [_WORDS[stage] for stage in stages_of(wanted)],
        settings.language,
        sys.stderr,
        is_terminal=sys.stderr.isatty(),
    )
    try:
        with faults_of_data_as_problems():
            made = make_publication(
                source,
                outputs=wanted,
                chart_form=ChartForm(charts),
                draft=draft,
                template=template,
                font_folders=font_folders(settings.environment),
                to_pdf=None
                if soffice is None
                else lambda docx: convert_to_pdf(docx, soffice=soffice, file=f"{source.stem}.pdf"),
                on_stage=lambda _: bar.begin(),
            )
    finally:
        bar.stop()
    paths = {target / name: content for name, content in made.files.items()}
    read = {path.resolve() for path in (source, template) if path is not None}
    for path in paths:
        if path.resolve() in read:
            raise UsageProblem(kinds.OUTPUT_IS_INPUT.at(Place(), found=str(path)))
    for path, content in paths.items():
        write_file(path, content)
    pdf = made.files.get(f"{source.stem}.pdf")
    fonts = find_pdf_fonts(pdf) if pdf is not None else ()
    substituted = (
        (file_kinds.SUBSTITUTE_FONT.at(Place(file=f"{source.stem}.pdf"), font=", ".join(fonts)),)
        if fonts and _WANTED_FONT not in fonts
        else ()
    )
    return outcome.joined(
        Outcome(
            _listed(paths),
            (*made.problems, *substituted),
            made.missing,
            made.checks,
            made.chart_font,
            tuple(fonts),
        )
    )


def _listed(paths: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """The files, those in the folder of pictures as the folder."""
    folders = {path.parent for path in paths if path.suffix in {".png", ".svg"}}
    return (*(path for path in paths if path.parent not in folders), *sorted(folders))
