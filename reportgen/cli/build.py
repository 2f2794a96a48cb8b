"""`reportgen build`: the document that an input file describes, as a Word file and if asked for as a PDF."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.machine import find_soffice, font_folders
from reportgen.cli.os_errors import explain
from reportgen.cli.outcome import Outcome
from reportgen.cli.pdf_fonts import find_pdf_fonts
from reportgen.cli.settings import Settings
from reportgen.cli.usage import UsageProblem
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, OutputError, Place, Problem, Severity
from reportgen.problems import command as kinds
from reportgen.problems import files as file_kinds
from reportgen.problems import form_pages as page_kinds
from reportgen.production import BuiltDocument, build_document
from reportgen.write.files import write_file
from reportgen.write.pdf import convert_to_pdf

_WANTED_FONT = "Times New Roman"


def build(
    source: Path,
    settings: Settings,
    *,
    output: Path | None = None,
    template: Path | None = None,
    draft: bool = False,
    pdf: bool = False,
    strict: bool = False,
) -> Outcome:
    """Build the document that `source` describes and write it to `output`, or beside `source`.

    Nothing is written until the Word file is finished. If the PDF fails, the Word file stays, and the outcome holds
    the problem. With `strict`, a warning counts as an error.

    Raises:
        UsageProblem: `output` is no place for the document.
        InputProblems: the input or the template cannot become a document.
        OutputError: a file cannot be read or written.
    """
    target = find_target(source, output)
    if output is not None:
        _check_suffix(target)
    _check_nothing_read_is_replaced(target, source, template)
    with faults_of_data_as_problems():
        built = build_document(
            source, draft=draft, template=template, font_folders=font_folders(settings.environment)
        )
    warnings = sum(problem.severity is Severity.WARNING for problem in built.problems)
    if strict and warnings:
        refusal = kinds.STRICT_WARNINGS.at(Place(), count=warnings)
        return Outcome(problems=(*built.problems, refusal), missing=built.missing)
    built.save(target)
    outcome = Outcome((target,), built.problems, built.missing, built.checks, built.chart_font)
    return outcome.joined(write_pdf(built, target, settings)) if pdf else outcome


def write_pdf(built: BuiltDocument, docx: Path, settings: Settings) -> Outcome:
    """Write the PDF of `built` beside its Word file `docx`; a failure is a problem of the outcome."""
    target = docx.with_suffix(".pdf")
    soffice = find_soffice(settings.environment)
    if soffice is None:
        return Outcome(problems=(file_kinds.NO_LIBREOFFICE.at(Place(file=str(target))),))
    try:
        content = convert_to_pdf(built.docx, soffice=soffice, file=str(target))
        write_file(target, content)
    except OutputError as error:
        return Outcome(problems=(explain(error, settings.language),))
    fonts = find_pdf_fonts(content) or _likely_fonts(settings)
    known = {problem.code for problem in built.problems}
    substituted = _WANTED_FONT not in fonts and file_kinds.SUBSTITUTE_FONT.code not in known
    found = (*([_substitute(target, fonts)] if substituted else []), *check_pages_of(built, content, target))
    return Outcome((target,), found, pdf_fonts=fonts)


def check_pages_of(built: BuiltDocument, pdf: bytes, target: Path) -> tuple[Problem, ...]:
    """Return what is wrong on the pages of `pdf`, made from `built`; fonts are told of elsewhere."""
    from reportgen.decree30.page_check import check_pages  # noqa: PLC0415  long to import, and for PDFs alone

    try:
        tables = read_word(built.docx, str(target)).tables
        return check_pages(pdf, str(target), tables=tables, font=None)
    except InputProblems:
        # The PDF is there all the same; that nobody has looked at its pages has to be said.
        return (page_kinds.NOT_LOOKED_AT.at(Place(file=str(target))),)


def _substitute(target: Path, fonts: tuple[str, ...]) -> Problem:
    return file_kinds.SUBSTITUTE_FONT.at(Place(file=str(target)), font=", ".join(fonts))


def _likely_fonts(settings: Settings) -> tuple[str, ...]:
    """The font that stands for Times New Roman on this machine, when the PDF does not tell."""
    from reportgen.chart import find_chart_font  # noqa: PLC0415  seldom needed, and long to import

    return (find_chart_font(font_folders(settings.environment)).name,)


def find_target(source: Path, output: Path | None) -> Path:
    """Return where the Word file goes: `output`, in `output` if that is a folder, else beside `source`."""
    name = f"{source.stem}.docx"
    if output is None:
        return source.parent / name
    return output / name if output.is_dir() else output


def _check_suffix(target: Path) -> None:
    if target.suffix.lower() != ".docx":
        suggestion = target.with_suffix(".docx")
        raise UsageProblem(kinds.OUTPUT_NOT_DOCX.at(Place(), found=str(target), suggestion=str(suggestion)))


def _check_nothing_read_is_replaced(target: Path, source: Path, template: Path | None) -> None:
    read = {path.resolve() for path in (source, template) if path is not None}
    if target.resolve() in read:
        raise UsageProblem(kinds.OUTPUT_IS_INPUT.at(Place(), found=str(target)))
