"""From an input file to a finished document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.compose.administrative import compose_administrative_document, template_of
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Document
from reportgen.model.input_model import MissingItem, iter_narratives
from reportgen.model.report_kind import KIND, PUBLICATION
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import publication as publication_kinds
from reportgen.production.built import BuiltDocument, describe_checks
from reportgen.production.charts import Charts
from reportgen.production.form import check_own_form
from reportgen.production.mentions import find_work_of_a_run
from reportgen.production.sources import OUTLINE, convert_narratives, read_bytes, read_template
from reportgen.read.administrative import read_administrative_document
from reportgen.read.data_files import (
    data_folder,
    load_document_kinds,
    load_outline,
    load_register,
    load_yearly_targets,
)
from reportgen.write.docx import write_docx
from reportgen.write.template import CompiledTemplate

if TYPE_CHECKING:
    from reportgen.model.yearly_targets import YearlyTargets


def build_document(
    source: str | Path, *, draft: bool = False, template: str | Path | None = None, font_folders: Sequence[Path] = ()
) -> BuiltDocument:
    """Return the document made from the input file `source` (YAML or JSON); its key `loai` says which kind.

    A `draft` marks what is missing and leaves number and date open. `template` is a Word template of the agency's
    own in place of the shipped one. Charts use the best font found in `font_folders`.

    Raises:
        InputProblems: the input or the template cannot become a document; every problem is in it.
        OutputError: a file cannot be read.
    """
    content = read_bytes(Path(source))
    if _is_of_kind(content, PUBLICATION):
        raise InputProblems([publication_kinds.OTHER_COMMAND.at(Place(file=str(source)), file=str(source))])
    if _is_of_kind(content, KIND):
        return build_report(source, draft=draft, template=template, font_folders=font_folders)
    return build_administrative_document(source, draft=draft, template=template)


def _is_of_kind(content: bytes, kind: str) -> bool:
    """Say whether an input names `kind` in its key `loai`; found in its bytes, before it is read as YAML."""
    pattern = rb"^\xef?\xbb?\xbf?\s*\{?\s*[\"']?loai[\"']?\s*:\s*[\"']?" + kind.encode() + rb"\b"
    return re.search(pattern, content, re.MULTILINE) is not None


def build_report(
    source: str | Path, *, draft: bool = False, template: str | Path | None = None, font_folders: Sequence[Path] = ()
) -> BuiltDocument:
    """Return the progress report on Decision 749 made from `source`; otherwise as `build_document`."""
    # Imported here, for a letter need not wait for them.
    from reportgen.compose.progress_report import TEMPLATE, compose_progress_report  # noqa: PLC0415
    from reportgen.read.progress_report import read_progress_report  # noqa: PLC0415

    path = Path(source)
    outline, register = load_outline(OUTLINE), load_register()
    read, problems = read_progress_report(
        read_bytes(path), str(source), register=register, outline=outline, draft=draft
    )
    narratives, found = (
        convert_narratives(iter_narratives(read.report), read.place, path.parent) if read else ({}, [])
    )
    # The template is looked at even when the input is wrong: all problems come in one run.
    compiled, template_problems = read_template(template, TEMPLATE, NAMED_KIND_TAGS)
    problems += [*found, *template_problems]
    if read is None or compiled is None or has_errors(problems):
        raise InputProblems(problems)
    document = compose_progress_report(
        read.report, outline=outline, register=register, narratives=narratives, missing=read.missing
    )
    return _finish(document, compiled, problems, read.missing, font_folders=font_folders)


def build_administrative_document(
    source: str | Path, *, draft: bool = False, template: str | Path | None = None, data: bytes | None = None
) -> BuiltDocument:
    """Return the letter, decision, plan or other administrative document made from `source`; as `build_document`.

    With `data`, that is taken for the content of `source`, which then only names it and says where pictures are.
    """
    path = Path(source)
    kinds, register = load_document_kinds(), load_register()
    content = read_bytes(path) if data is None else data
    read, problems = read_administrative_document(content, str(source), register=register, kinds=kinds, draft=draft)
    if read is None:
        raise InputProblems(problems)
    narratives, found = convert_narratives(iter_narratives(read.document), read.place, path.parent)
    compiled, template_problems = read_template(template, *template_of(read.specimen.key))
    # With `data`, a run of letters has marked what it fills.
    left = find_work_of_a_run(content, str(source)) if data is None else ()
    problems += [*found, *left, *template_problems]
    if compiled is None or has_errors(problems):
        raise InputProblems(problems)
    document = compose_administrative_document(
        read.document,
        kinds=kinds,
        register=register,
        narratives=narratives,
        missing=read.missing,
        targets=ShippedTargets(),
    )
    return _finish(document, compiled, problems, read.missing, has_slots=data is not None)


class ShippedTargets(Mapping[str, "YearlyTargets"]):
    """Every shipped table of yearly targets by its key, read when a document asks for it: few do."""

    def __init__(self) -> None:
        self._names = sorted(path.stem for path in data_folder("outlines").glob("ke_hoach_*.yaml"))

    def __getitem__(self, name: str) -> YearlyTargets:
        """Return the table `name`. Raises `KeyError` when there is none, `DataFileError` when its file is broken."""
        if name not in self._names:
            raise KeyError(name)
        return load_yearly_targets(name)

    def __iter__(self) -> Iterator[str]:
        """Yield the keys, sorted."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many tables there are."""
        return len(self._names)


def _finish(
    document: Document,
    template: CompiledTemplate,
    problems: Sequence[Problem],
    missing: Sequence[MissingItem],
    *,
    font_folders: Sequence[Path] = (),
    has_slots: bool = False,
) -> BuiltDocument:
    charts = Charts(font_folders)
    content = write_docx(document, template, draw_chart=charts.draw)
    is_finished = not missing and not has_slots
    form = check_own_form(content, template.file, is_finished=is_finished, day=document.day)
    return BuiltDocument(
        docx=content,
        document=document,
        problems=(*problems, *form.problems),
        missing=tuple(item.what for item in missing),
        checks=describe_checks(document, form, len(missing)),
        chart_font=charts.font.name if charts.font else None,
    )
