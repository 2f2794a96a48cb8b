"""From the file of an edition to its `Publication`: tables read, scored, ranked, compared with earlier years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from reportgen.compose.publication.content import (
    CLOSING,
    EarlierEdition,
    HistoryPoint,
    Publication,
    PublicationPart,
)
from reportgen.document import Blocks
from reportgen.index.edition import GroupResult, rank_edition
from reportgen.index.errors import RobustnessError
from reportgen.index.improvements import Improvement, find_improvements
from reportgen.index.merging import MergedMeasurements, NoSuccessorError, merge_units
from reportgen.index.published import report_discrepancies
from reportgen.index.rank_change import Edition, RankChange, explain_rank_changes
from reportgen.index.residual import join_unknown_indices
from reportgen.index.robustness import RobustnessSettings
from reportgen.model.agencies import AgencyGroup, AgencyRegister
from reportgen.model.index_set import IndexSet
from reportgen.model.input_model import KeyPath, iter_narratives
from reportgen.model.measurements import Measurements
from reportgen.model.publication import EditionData, PartInput, PublicationInput
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import indicators as data_kinds
from reportgen.problems import publication as kinds
from reportgen.production.sources import convert_narratives, read_bytes
from reportgen.read.data_files import load_index_set, load_register, load_tile_maps
from reportgen.read.indicator_data import IndicatorData, read_indicator_data
from reportgen.read.publication import ReadPublication, read_publication
from reportgen.read.publication_checks import iter_editions
from reportgen.read.source import describe_path

_CITIES = "Thành phố trực thuộc Trung ương"
_PROVINCES = "Tỉnh"


@dataclass(frozen=True, eq=False, slots=True)
class LoadedPublication:
    """A publication ready to be composed; `problems` are warnings and notes, `missing` what a draft lacks."""

    publication: Publication
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]


def load_publication(
    source: str | Path, *, draft: bool = False, on_read: Callable[[], None] = lambda: None
) -> LoadedPublication:
    """Return the publication that the edition file `source` (YAML or JSON) describes, with its data ranked.

    A `draft` may leave texts open. `on_read` is called when everything has been read and the computing begins.

    Raises:
        InputProblems: the edition, its texts or one of its tables cannot be used; every problem is in it.
        OutputError: a file cannot be read.
        DataFileError: a shipped index set or register is broken.
    """
    path = Path(source)
    register = load_register()
    read, problems = read_publication(
        read_bytes(path), str(source), register=register, folder=path.parent, draft=draft
    )
    if read is None:
        raise InputProblems(problems)
    narratives, found = convert_narratives(iter_narratives(read.publication), read.place, path.parent)
    problems += found
    tables, found = _read_tables(read, register)
    problems += found
    if has_errors(problems):
        raise InputProblems(problems)
    on_read()
    ranking = _Ranking(read, register, tables)
    parts = [ranking.part(part, index) for index, part in enumerate(read.publication.parts)]
    ranked = [part for part in parts if part is not None]
    problems += ranking.problems
    if has_errors(problems):
        raise InputProblems(problems)
    publication = _publication(read, ranked, narratives)
    if publication.is_illustrative and not read.publication.is_illustrative:
        names = ", ".join(part.title for part in ranked if part.is_illustrative)
        problems.append(kinds.NOT_DECLARED.at(read.source.key_place(("minh_hoa",)), parts=names))
    return LoadedPublication(publication, tuple(problems), tuple(item.what for item in read.missing))


def _publication(
    read: ReadPublication, parts: Sequence[PublicationPart], narratives: Mapping[KeyPath, Blocks]
) -> Publication:
    given = read.publication
    comments = {
        part.key: narratives[path]
        for index, part in enumerate(given.parts)
        if (path := ("phan", index, "nhan_dinh")) in narratives
    }
    if ("ket_luan",) in narratives:
        comments[CLOSING] = narratives[("ket_luan",)]
    return Publication(
        title=given.title,
        subtitle=given.subtitle or "",
        agency=read.agency,
        place=given.place,
        year=given.year,
        day=given.day,
        parts=tuple(parts),
        foreword=narratives.get(("loi_noi_dau",), ()),
        comments=comments,
        tiles=load_tile_maps().tiles_on(max(map(_units_day, given.parts), default=_year_end(given))),
        targets=given.targets or (),
    )


def _year_end(edition: PublicationInput | EditionData) -> date:
    return date(edition.year, 12, 31)


def _units_day(part: PartInput) -> date:
    """The day whose units a part ranks."""
    return part.units_day or _year_end(part)


def _read_tables(
    read: ReadPublication, register: AgencyRegister
) -> tuple[dict[KeyPath, IndicatorData], list[Problem]]:
    """Return the table of each edition by the path of its keys; every problem of every table in one run.

    A problem says which edition it was found for, since several may use the same file.
    """
    tables: dict[KeyPath, IndicatorData] = {}
    problems: list[Problem] = []
    for path, edition in iter_editions(read.publication):
        if (*path, "so_lieu") not in read.data_files:
            continue
        data, found = _read_table(read, register, path, edition)
        key = describe_path(path)
        problems += [replace(problem, place=replace(problem.place, key=key)) for problem in found]
        if data is not None:
            tables[path] = data
    return tables, problems


def _read_table(
    read: ReadPublication, register: AgencyRegister, path: KeyPath, edition: EditionData
) -> tuple[IndicatorData | None, list[Problem]]:
    """Read a table, its units named as in its own year or, if these do not fit, on the day of its part's units."""
    file = read.data_files[*path, "so_lieu"]
    content = read_bytes(file)
    part = read.publication.parts[int(path[1])]
    first: tuple[IndicatorData | None, list[Problem]] | None = None
    for day in dict.fromkeys((_year_end(edition), _units_day(part))):
        result = read_indicator_data(
            content,
            str(file),
            index_set=load_index_set(edition.index_set),
            year=edition.year,
            register=register,
            scale=edition.scale,
            day=day,
            source=edition.source or "",
        )
        if not has_errors(result[1]) and not any(problem.kind is data_kinds.UNITS_MISSING for problem in result[1]):
            return result
        first = first or result
    assert first is not None  # noqa: S101  there is always a day
    return first


class _Ranking:
    """Ranks the parts; `problems` are those found so far."""

    def __init__(
        self, read: ReadPublication, register: AgencyRegister, tables: Mapping[KeyPath, IndicatorData]
    ) -> None:
        self.read = read
        self.register = register
        self.tables = tables
        self.problems: list[Problem] = []

    def part(self, part: PartInput, index: int) -> PublicationPart | None:
        """Return `part` ranked, or `None` if it cannot be."""
        path: KeyPath = ("phan", index)
        table = self.tables[path]
        settings = RobustnessSettings(draws=self.read.publication.draws)
        merged = self._carry_over(table, part, part)
        if merged is None:
            return None
        try:
            results = self._rank(merged.measurements, table.index_set, part, _units_day(part), settings)
        except RobustnessError as error:
            place = self.read.source.place((*path, "so_lieu"))
            self.problems.append(data_kinds.NO_ROBUSTNESS.at(place, reason=str(error)))
            return None
        for result in results:
            self.problems += report_discrepancies(
                result.check, table.unit_places, total_places=table.total_places, rank_places=table.rank_places
            )
            if not result.total.ranks:
                self.problems.append(kinds.NOTHING_RANKED.at(self.read.source.place((*path, "so_lieu"))))
        earlier = self._earlier(part, path)
        return PublicationPart(
            key=part.key,
            title=part.title,
            unit_noun=part.unit_noun,
            year=part.year,
            index_set=table.index_set,
            missing_rule=part.missing_rule,
            takes_published=part.takes_published,
            results=results,
            improvements=_improvements(results),
            earlier=earlier,
            changes=_changes(part, results, table.index_set, earlier),
            history=_history(part.year, results, earlier),
            unit_groups=self._unit_groups(merged.measurements, part),
            merge_rule=part.merge_rule,
            merged_units=_merged_codes(merged),
            given_points=_given_points(table.index_set, load_index_set(part.index_set)),
        )

    def _carry_over(self, table: IndicatorData, edition: EditionData, part: PartInput) -> MergedMeasurements | None:
        """Return the figures of `edition` for the units that `part` ranks; note a problem if that cannot be."""
        try:
            merged = merge_units(table.measurements, self.register, _units_day(part), part.merge_rule)
        except NoSuccessorError as error:
            place = table.unit_places.get(error.unit.code, Place(file=edition.data))
            self.problems.append(kinds.CANNOT_CARRY_OVER.at(place, year=edition.year, reason=str(error)))
            return None
        if merged.measurements.units == table.measurements.units:
            # Nothing changed, so that published ranks and pillars still hold.
            return replace(merged, measurements=table.measurements)
        return merged

    def _rank(
        self,
        measurements: Measurements,
        index_set: IndexSet,
        edition: EditionData,
        day: date,
        settings: RobustnessSettings | None = None,
    ) -> tuple[GroupResult, ...]:
        return rank_edition(
            measurements,
            index_set,
            register=self.register,
            day=day,
            missing_rule=edition.missing_rule,
            take_published=edition.takes_published,
            settings=settings,
        )

    def _earlier(self, part: PartInput, path: KeyPath) -> tuple[EarlierEdition, ...]:
        """The editions before, the latest first, carried over to the units that exist in the part's year."""
        found = []
        for number, edition in enumerate(part.earlier or ()):
            table = self.tables[*path, "cac_nam_truoc", number]
            merged = self._carry_over(table, edition, part)
            if merged is not None:
                results = self._rank(merged.measurements, table.index_set, edition, _units_day(part))
                codes = _merged_codes(merged)
                found.append(EarlierEdition(edition.year, table.index_set, results, part.merge_rule, codes))
        return tuple(sorted(found, key=lambda edition: -edition.year))

    def _unit_groups(self, measurements: Measurements, part: PartInput) -> dict[str, str]:
        """Cities and provinces, where the units are provinces of both kinds."""
        agencies = [self.register.get(code, _units_day(part)) for code in measurements.codes]
        if any(agency.group is not AgencyGroup.PROVINCE for agency in agencies):
            return {}
        kinds_of_unit = {
            agency.code: _CITIES if "thành phố" in agency.name.lower() else _PROVINCES for agency in agencies
        }
        return kinds_of_unit if len(set(kinds_of_unit.values())) > 1 else {}


def _given_points(index_set: IndexSet, public: IndexSet) -> frozenset[str]:
    """The keys whose maximum is in `index_set`, as completed with the data, and not in the `public` one."""
    given, known = (
        {
            **{index.key: index.max_points for index in found.main_indices},
            **{component.key: component.max_points for component in found.components},
        }
        for found in (index_set, public)
    )
    return frozenset(key for key, points in given.items() if points is not None and known.get(key) is None)


def _merged_codes(merged: MergedMeasurements) -> frozenset[str]:
    return frozenset(item.unit.code for item in merged.units if item.is_merged)


def _improvements(results: Sequence[GroupResult]) -> dict[str, tuple[Improvement, ...]]:
    return {
        unit.code: found
        for result in results
        for unit, found in zip(result.basis.units, find_improvements(result.basis), strict=True)
    }


def _changes(
    part: PartInput, results: Sequence[GroupResult], index_set: IndexSet, earlier: Sequence[EarlierEdition]
) -> dict[str, RankChange]:
    """Why ranks changed since the latest edition before; only where that explains the ranks that are printed."""
    if not earlier or part.earlier is None:
        return {}
    before = earlier[0]
    given = next(edition for edition in part.earlier if edition.year == before.year)
    groups = {result.group.key: result for result in before.results}
    changes = chain.from_iterable(
        explain_rank_changes(
            _edition(groups[result.group.key].measurements, before.index_set, given),
            _edition(result.measurements, index_set, part),
        )
        for result in results
        if result.group.key in groups
    )
    printed = [_ranks(before.results), _ranks(results)]
    return {
        change.unit.code: change
        for change in changes
        if [ranks.get(change.unit.code) for ranks in printed] == [change.rank_before, change.rank_after]
    }


def _edition(measurements: Measurements, index_set: IndexSet, given: EditionData) -> Edition:
    joined = join_unknown_indices(measurements, index_set) if given.takes_published else None
    return Edition(*(joined or (measurements, index_set)), given.missing_rule)


def _ranks(results: Sequence[GroupResult]) -> dict[str, int]:
    return {code: rank for result in results for code, rank in result.total.ranks.items()}


def _history(
    year: int, results: Sequence[GroupResult], earlier: Sequence[EarlierEdition]
) -> dict[str, tuple[HistoryPoint, ...]]:
    editions = [*((edition.year, edition.results) for edition in reversed(earlier)), (year, results)]
    rows = [(when, {row.unit.code: row for result in found for row in result.total.rows}) for when, found in editions]
    return {
        code: tuple(
            HistoryPoint(when, by_code[code].score, by_code[code].rank)
            if code in by_code
            else HistoryPoint(when, None, None)
            for when, by_code in rows
        )
        for result in results
        for code in result.measurements.codes
    }
