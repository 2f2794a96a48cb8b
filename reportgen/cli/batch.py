"""`reportgen batch`: one letter for each row of a list or agency of a group, and a manifest of what was made."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.cli.console import complain
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.machine import find_soffice
from reportgen.cli.merge import check_suffix, merge_to
from reportgen.cli.outcome import Outcome
from reportgen.cli.pdf_fonts import find_pdf_fonts
from reportgen.cli.progress import ProgressBar, format_count
from reportgen.cli.settings import Settings
from reportgen.cli.usage import UsageProblem
from reportgen.cli.words import Words
from reportgen.model.agencies import AgencyGroup
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import command as kinds
from reportgen.problems import files as file_kinds
from reportgen.problems import recipients as list_kinds
from reportgen.production.batch_plan import BatchPlan, plan_batch
from reportgen.production.batch_run import run_batch
from reportgen.production.letter_check import check_letters
from reportgen.production.letters import LetterResult
from reportgen.production.manifest import CSV_NAME, JSON_NAME, keep_pdfs, read_manifest, write_manifest
from reportgen.production.pdf_batch import convert_letters
from reportgen.production.sources import read_bytes
from reportgen.read.recipients import AGENCY_CODE, RecipientList, column_key, read_recipients
from reportgen.read.records import RecordList, read_records

MOST_SHOWN = 20
"""Problems of rows that are printed; the manifest has them all."""

_WANTED_FONT = "Times New Roman"
_LETTERS = Words("Làm văn bản", "Making letters")
_PDFS = Words("Làm bản PDF", "Making PDFs")
_GO_ON = Words(
    "Mọi tệp đã ghi đều nguyên vẹn. Chạy lại đúng lệnh này để làm tiếp; tệp đã xong không bị làm lại.",
    "Every file that was written is whole. Run the same command again to go on; what is done is not done again.",
)
_SUMMARY = Words(
    "{total} nơi nhận: ghi mới {written}, giữ nguyên {kept}, không làm được {refused} (thư mục {folder})",
    "{total} recipients: {written} written, {kept} kept, {refused} refused (folder {folder})",
)
_PDF_SUMMARY = Words("Bản PDF: {made} mới, {kept} giữ nguyên", "PDFs: {made} made, {kept} kept")


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """What the command line asks for. `rows` are the files of records by name, `groups` codes of agency groups."""

    source: Path
    folder: Path
    list_file: Path | None = None
    groups: Sequence[str] = ()
    names: str | None = None
    rows: Mapping[str, Path] = field(default_factory=dict)
    key: str | None = None
    jobs: int = 1
    cluster: str | None = None
    pdf: bool = False
    merged: Path | None = None
    template: Path | None = None


def batch(order: BatchOrder, settings: Settings) -> Outcome:
    """Make the letters that `order` asks for; rows that are refused do not stop the others and are in the outcome.

    Raises:
        UsageProblem: the command line does not say who gets the letter, or where something would replace its input.
        InputProblems: the letter, the template, the pattern or a list as a whole is wrong; nothing was written.
        OutputError: a file or folder cannot be read or written, or the cluster does not answer.
    """
    _check_usage(order)
    with faults_of_data_as_problems():
        recipients, records, problems = _read(order)
        names = order.names or (f"{{stt}}_{{{AGENCY_CODE}}}" if order.groups else "{stt}")
        plan = plan_batch(order.source, recipients, pattern=names, template=order.template, records=records)
    check_nothing_read_is_replaced(order, plan)
    outcome = make_planned(order, plan, settings)
    return replace(outcome, problems=(*problems, *outcome.problems))


def make_planned(order: BatchOrder, plan: BatchPlan, settings: Settings) -> Outcome:
    """Make the letters of `plan` where and how `order` says; the problems of the plan are in the outcome.

    Raises:
        OutputError: a file or folder cannot be read or written, or the cluster does not answer.
    """
    checked = check_letters(plan)
    try:
        outcome = _make(order, plan, settings)
        if order.merged is not None:
            outcome = outcome.joined(_merge(order, order.merged, plan, settings))
    except KeyboardInterrupt:
        complain(_GO_ON.of(settings.language), settings.environment)
        raise
    problems = (*plan.problems, *checked.problems, *outcome.problems)
    return replace(outcome, problems=problems, checks=(*checked.checks, *outcome.checks))


def _check_usage(order: BatchOrder) -> None:
    if (order.list_file is None) == (not order.groups):
        raise UsageProblem(kinds.RECIPIENTS_NEEDED.at(Place()))
    if order.rows and order.key is None and not order.groups:
        raise UsageProblem(kinds.KEY_NEEDED.at(Place()))
    if order.merged is not None:
        check_suffix(order.merged)


def _read(order: BatchOrder) -> tuple[RecipientList | list[AgencyGroup], dict[str, RecordList], list[Problem]]:
    """Return the recipients, the lists of records, and their warnings; all their errors are raised at once."""
    problems: list[Problem] = []
    recipients: RecipientList | list[AgencyGroup] | None = [AgencyGroup(group) for group in order.groups]
    if order.list_file is not None:
        recipients, problems = read_recipients(read_bytes(order.list_file), str(order.list_file))
    records: dict[str, RecordList] = {}
    key = AGENCY_CODE if order.key is None else column_key(order.key)
    for name, path in order.rows.items():
        listed, found = read_records(read_bytes(path), str(path), key)
        problems += found
        if listed is not None:
            records[name] = listed
    if recipients is None or has_errors(problems):
        raise InputProblems(problems)
    return recipients, records, problems


def check_nothing_read_is_replaced(order: BatchOrder, plan: BatchPlan, more: Sequence[str] = ()) -> None:
    """Check that no file to be written, `more` names of files in the folder among them, is one that is read.

    Raises:
        UsageProblem: one is, or two of them are the same.
    """
    taken = {path.resolve() for path in (order.source, order.list_file, order.template, *order.rows.values()) if path}
    letters = (letter.file for letter in plan.letters if letter.file is not None)
    written = [order.folder / name for name in (JSON_NAME, CSV_NAME, *more, *letters)]
    for path in (*written, *([order.merged] if order.merged else [])):
        if path.resolve() in taken:
            raise UsageProblem(kinds.OUTPUT_IS_INPUT.at(Place(), found=str(path)))
        taken.add(path.resolve())


def _make(order: BatchOrder, plan: BatchPlan, settings: Settings) -> Outcome:
    """Make letters, PDFs and manifest."""
    earlier = read_manifest(order.folder)
    bar = _bar(_LETTERS, len(plan.letters), settings)
    try:
        results = run_batch(plan, order.folder, jobs=order.jobs, cluster=order.cluster, progress=bar.advance)
    finally:
        bar.stop()
    text = _summary(results, order.folder, settings)
    results = keep_pdfs(results, earlier, order.folder)
    paths = write_manifest(results, order.folder)
    outcome = Outcome()
    if order.pdf:
        results, outcome = _make_pdfs(order, results, settings)
        paths = write_manifest(results, order.folder)
    listed = {name for each in results for name in (each.file, each.pdf)}
    strays = [
        list_kinds.NO_LONGER_LISTED.at(Place(file=str(order.folder / name)))
        for name in (*earlier.files, *earlier.pdfs)
        if name not in listed and (order.folder / name).is_file()
    ]
    problems = (*_shown([problem for each in results for problem in each.problems]), *_shown(strays))
    counts = {state: sum(each.state == state for each in results) for state in ("written", "kept", "refused")}
    counts["pdfs"] = sum(each.pdf is not None for each in results)
    text = "\n".join(filter(None, (text, outcome.text)))
    return Outcome(paths, problems, text=text, data={"letters": counts, "folder": str(order.folder)}).joined(outcome)


def _bar(label: Words, total: int, settings: Settings) -> ProgressBar:
    is_terminal = sys.stderr.isatty() and settings.environment.get("TERM") != "dumb"
    return ProgressBar(label, total, settings.language, sys.stderr, is_terminal=is_terminal)


def _make_pdfs(
    order: BatchOrder, results: list[LetterResult], settings: Settings
) -> tuple[list[LetterResult], Outcome]:
    soffice = find_soffice(settings.environment)
    if soffice is None:
        return results, Outcome(problems=(file_kinds.NO_LIBREOFFICE.at(Place(file=str(order.folder))),))
    wanted = [each for each in results if each.file is not None]
    kept = sum(each.pdf is not None for each in wanted)
    bar = _bar(_PDFS, len(wanted) - kept, settings)
    try:
        results = convert_letters(
            results,
            order.folder,
            soffice=soffice,
            jobs=order.jobs,
            progress=bar.advance,
            save=lambda so_far: write_manifest(so_far, order.folder),
        )
    finally:
        bar.stop()
    made = sum(each.pdf is not None for each in results) - kept
    text = _PDF_SUMMARY.of(settings.language).format(
        made=format_count(made, settings.language), kept=format_count(kept, settings.language)
    )
    first = next((each.pdf for each in results if each.pdf is not None), None)
    fonts = find_pdf_fonts(read_bytes(order.folder / first)) if first else ()
    substituted = bool(fonts) and _WANTED_FONT not in fonts
    note = file_kinds.SUBSTITUTE_FONT.at(Place(), font=", ".join(fonts))
    return results, Outcome(problems=(note,) if substituted else (), pdf_fonts=fonts, text=text)


def _merge(order: BatchOrder, target: Path, plan: BatchPlan, settings: Settings) -> Outcome:
    """Merge the letters, in the order of the rows."""
    files = [order.folder / letter.file for letter in plan.letters if letter.file is not None]
    try:
        return merge_to([path for path in files if path.is_file()], target, settings, pdf=order.pdf)
    except InputProblems as error:
        return Outcome(problems=error.problems)


def _shown(problems: Sequence[Problem]) -> list[Problem]:
    """Return the first of `problems`, with a note that says how many more there are."""
    more = len(problems) - MOST_SHOWN
    note = list_kinds.MORE_PROBLEMS.at(Place(), count=more, manifest=CSV_NAME)
    return [*problems[:MOST_SHOWN], *([note] if more > 0 else [])]


def _summary(results: Sequence[LetterResult], folder: Path, settings: Settings) -> str:
    language = settings.language
    counts = {state: sum(each.state == state for each in results) for state in ("written", "kept", "refused")}
    said = {state: format_count(count, language) for state, count in counts.items()}
    return _SUMMARY.of(language).format(total=format_count(len(results), language), folder=folder, **said)
