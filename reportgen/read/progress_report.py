"""Reading the input of a 749 progress report: file, model and cross checks, with every problem in one run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import KeyPath, MissingItem, iter_input_fields
from reportgen.model.outline import Outline
from reportgen.model.progress_report import ProgressReport, find_missing
from reportgen.model.report_parts import CommonTask, CommonTasks, OwnTask
from reportgen.problems import Place, Problem
from reportgen.read.agencies import resolve_name
from reportgen.read.input_reading import InputReading, in_order
from reportgen.read.report_checks import check_own_tasks, check_report
from reportgen.read.source import Source
from reportgen.read.validation import Validated, validate_input
from reportgen.read.yaml_source import read_yaml
from reportgen.vietnamese.provisions import Provision

_Task = TypeVar("_Task", CommonTask, OwnTask)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report as far as it could be read: whatever an error concerns is left out.

    `report.agency` is the code of the issuer in the register; every other agency stands with its name on the day of
    the report, or of the document that it issued. `missing` is what a draft leaves open (empty in the final form).
    `source` gives the place of each key.
    """

    report: ProgressReport
    source: Source
    missing: tuple[MissingItem, ...] = ()

    def place(self, path: KeyPath) -> Place:
        """Return where the value at `path` stands in the input file."""
        return self.source.place(path)


def read_progress_report(
    data: bytes, file: str, *, register: AgencyRegister, outline: Outline, draft: bool
) -> tuple[ReadReport | None, list[Problem]]:
    """Read `data`, the bytes of `file`, and return the report with every problem found, in the order of the lines.

    Where an error concerns single values the report comes without them, so that its texts can be checked in the same
    run; it is `None` if nothing could be read. A `draft` may leave out what only the final form needs.
    """
    source, problems = read_yaml(data, file)
    if source is None:
        return None, problems
    validated = validate_input(ProgressReport, source)
    problems = [*problems, *validated.problems]
    if validated.value is None:
        return None, in_order(problems)
    reading = _Reading(source, validated, register, outline)
    report, missing = reading.finish(validated.value, draft=draft)
    return ReadReport(report, source, missing), in_order([*problems, *reading.problems])


class _Reading(InputReading):
    """The checks that need more than one key, the register or the outline."""

    def __init__(
        self, source: Source, validated: Validated[ProgressReport], register: AgencyRegister, outline: Outline
    ) -> None:
        super().__init__(source, validated, register)
        self.outline = outline

    def finish(self, report: ProgressReport, *, draft: bool) -> tuple[ProgressReport, tuple[MissingItem, ...]]:
        """Return `report` with its agencies resolved, and what is missing from it; note all problems."""
        day = report.day or (report.period.end if report.period else None)
        agency = self.resolve_issuer(report.agency, day)
        self.problems += check_report(report, self.source, agency, self.outline)
        provisions = self._own_provisions(report, agency, day)
        missing = self.keep_missing(find_missing(report, provisions), draft=draft)
        return self._with_names(report, agency, day), missing

    def _own_provisions(self, report: ProgressReport, agency: Agency | None, day: date | None) -> list[Provision]:
        """Return what gives `agency` tasks of its own, having checked the entries of `report` against it."""
        if agency is None:
            return []
        tasks = self.outline.tasks_of(agency.code, self.register, day or date.max)
        provisions = [provision for assigned in tasks for provision in assigned.task.provisions]
        self.problems += check_own_tasks(report, self.source, agency, provisions, self.outline, self.register)
        # An entry whose citation could not be read may be about any of the tasks.
        entries = range(len(report.own_tasks or ()))
        if any(self.is_refused(("nhiem_vu_rieng", index, "vien_dan")) for index in entries):
            return []
        return provisions

    def _with_names(self, report: ProgressReport, agency: Agency | None, day: date | None) -> ProgressReport:
        """Return `report` with the names that agencies bear on `day` in place of codes and other names."""
        update: dict[str, Any] = {
            "agency": agency.code if agency else report.agency,
            "addressees": self._names(report.addressees, ("kinh_gui",), day),
            "next_tasks": self._in_items(report.next_tasks, "nhiem_vu_toi", "coordinating_agencies", "phoi_hop", day),
            "proposals": self._in_items(report.proposals, "de_xuat", "recipient", "gui", day),
        }
        common = {
            name: self._with_issuers(getattr(report.common_tasks, name), ("nhiem_vu_chung", alias), day)
            for alias, name, _ in iter_input_fields(CommonTasks)
        }
        update["common_tasks"] = report.common_tasks.model_copy(update=common)
        if report.own_tasks is not None:
            update["own_tasks"] = tuple(
                self._with_issuers(task, ("nhiem_vu_rieng", index), day)
                for index, task in enumerate(report.own_tasks)
            )
        return report.model_copy(update=update)

    def _with_issuers(self, task: _Task, path: KeyPath, day: date | None) -> _Task:
        """Return `task` with the issuers of its documents by the names they bore when they issued them."""
        if task.documents is None:
            return task
        documents = []
        for index, document in enumerate(task.documents):
            if document.agency is not None:
                name = self._name(document.agency, (*path, "van_ban", index, "co_quan"), document.day or day)
                documents.append(document.model_copy(update={"agency": name}))
            else:
                documents.append(document)
        return task.model_copy(update={"documents": tuple(documents)})

    def _in_items(self, items: tuple[Any, ...] | None, key: str, attribute: str, alias: str, day: date | None) -> Any:  # noqa: ANN401
        if items is None:
            return None
        resolved = []
        for index, item in enumerate(items):
            value, path = getattr(item, attribute), (key, index, alias)
            name = self._name(value, path, day) if isinstance(value, str) else self._names(value, path, day)
            resolved.append(item.model_copy(update={attribute: name}))
        return tuple(resolved)

    def _names(self, texts: tuple[str, ...] | None, path: KeyPath, day: date | None) -> tuple[str, ...] | None:
        if texts is None:
            return None
        return tuple(self._name(text, (*path, index), day) for index, text in enumerate(texts))

    def _name(self, text: str, path: KeyPath, day: date | None) -> str:
        name = resolve_name(text, self.register, day, self.source.place(path))
        if isinstance(name, Problem):
            self.problems.append(name)
            return text
        return name
