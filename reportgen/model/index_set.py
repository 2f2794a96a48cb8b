"""A set of indices as a decision lays it down: pillars, main indices, component indicators, points and validity.

What is not public is `None` here (the points of an index, the rule of an indicator): it is asked for in the data and
put in with `IndexSet.complete`. The number of components that a main index has by decision may be larger than the
number of those whose names are public.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from reportgen.model.agencies import Agency, AgencyGroup, Name
from reportgen.model.outline import IssuedDocument, Key
from reportgen.model.scoring_rule import Direction, ScoringRule, find_direction_fault

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class TotalRule(StrEnum):
    """How the total is made."""

    POINTS = "tong_diem"
    """The points of all main indices over their maximum."""
    PILLARS = "trong_so_tru_cot"
    """The mean of the pillars by their weights."""


class ComponentIndicator(BaseModel):
    """A component indicator: what is measured, how it is scored, what shows it."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    name: Name = Field(alias="ten")
    max_points: Decimal | None = Field(default=None, alias="diem_toi_da", ge=0)
    direction: Direction = Field(default=Direction.MORE_IS_BETTER, alias="chieu")
    unit: Name | None = Field(default=None, alias="don_vi")
    rule: ScoringRule | None = Field(default=None, alias="cach_cham")
    evidence: Name | None = Field(default=None, alias="tai_lieu_kiem_chung")
    focus_number: int | None = Field(default=None, alias="so_trong_cong_van", ge=1)
    """Its number among those that the dispatch named in `IndexSet.focus` asks to push; `None` if it is none."""

    @model_validator(mode="after")
    def _check_direction(self) -> ComponentIndicator:
        if self.rule and (fault := find_direction_fault(self.rule, self.direction)):
            raise ValueError(f"{self.key}: {fault}")
        return self


class MainIndex(BaseModel):
    """A main index (chỉ số chính) with the components that are known by name."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    name: Name = Field(alias="ten")
    max_points: Decimal | None = Field(default=None, alias="diem_toi_da", ge=0)
    """The maximum; 0 for an index that is measured and not scored, `None` where it is not public."""
    component_count: int | None = Field(default=None, alias="so_chi_so_thanh_phan", ge=0)
    components: tuple[ComponentIndicator, ...] = Field(default=(), alias="chi_so_thanh_phan")

    @property
    def is_scored(self) -> bool:
        """Whether the index counts in the total: a maximum of 0 does not."""
        return self.max_points != 0


class Pillar(BaseModel):
    """A pillar: the main indices whose points it adds; several pillars may share some."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    name: Name = Field(alias="ten")
    weight: Decimal | None = Field(default=None, alias="trong_so", ge=0, le=1)
    main_index_keys: tuple[Key, ...] = Field(alias="chi_so_chinh", min_length=1)
    max_points: Decimal | None = Field(default=None, alias="diem_toi_da", gt=0)
    """The maximum as the decision states it; it has to be the sum of its main indices."""


class RankedGroup(BaseModel):
    """Units that are ranked among themselves only."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    name: Name = Field(alias="ten")
    short_name: Name | None = Field(default=None, alias="ten_ngan")
    """What sets its units apart, as it follows their noun ("có dịch vụ công"); `None` where there is one group."""
    agency_groups: tuple[AgencyGroup, ...] = Field(alias="nhom_co_quan", min_length=1)
    provides_public_services: bool | None = Field(default=None, alias="dich_vu_cong")
    """Only units that do, or do not, provide public services; `None`: both."""

    def holds(self, agency: Agency) -> bool:
        """Say whether `agency` is ranked in this group."""
        is_of_kind = self.provides_public_services in (None, agency.provides_public_services)
        return agency.group in self.agency_groups and is_of_kind


class FocusDispatch(BaseModel):
    """A dispatch that names the components to push first."""

    model_config = _CONFIG

    document: Name = Field(alias="van_ban")
    heading: Name = Field(alias="tieu_de")


class IndexSet(BaseModel):
    """A set of indices in force for the editions of some years."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    name: Name = Field(alias="ten")
    issued_by: IssuedDocument = Field(alias="ban_hanh_tai")
    first_year: int = Field(alias="tu_nam", ge=2000, le=2100)
    last_year: int | None = Field(default=None, alias="den_nam", ge=2000, le=2100)
    """The last edition made with it; `None`: none later is known."""
    total_points: Decimal | None = Field(default=None, alias="tong_diem", gt=0)
    component_count: int | None = Field(default=None, alias="so_chi_so_thanh_phan", ge=1)
    criterion_count: int | None = Field(default=None, alias="so_tieu_chi", ge=1)
    total_rule: TotalRule = Field(default=TotalRule.POINTS, alias="cach_tinh_tong")
    main_indices: tuple[MainIndex, ...] = Field(alias="chi_so_chinh", min_length=1)
    pillars: tuple[Pillar, ...] = Field(default=(), alias="tru_cot")
    groups: tuple[RankedGroup, ...] = Field(alias="nhom_xep_hang", min_length=1)
    focus: FocusDispatch | None = Field(default=None, alias="cong_van_luu_y")
    not_public: tuple[Name, ...] = Field(default=(), alias="chua_cong_bo")
    """What public text does not say, in words for a reader of the method chapter."""

    def covers(self, year: int) -> bool:
        """Say whether the edition of `year` is made with this set."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @cached_property
    def components(self) -> tuple[ComponentIndicator, ...]:
        """All components known by name, in order."""
        return tuple(component for index in self.main_indices for component in index.components)

    @cached_property
    def scored_indices(self) -> tuple[MainIndex, ...]:
        """The main indices that count in the total, in order."""
        return tuple(index for index in self.main_indices if index.is_scored)

    @cached_property
    def focus_components(self) -> tuple[ComponentIndicator, ...]:
        """The components that the dispatch asks to push, in its order."""
        return tuple(sorted((c for c in self.components if c.focus_number), key=lambda c: c.focus_number or 0))

    def find_main_index(self, key: str) -> MainIndex | None:
        """Return the main index with `key`, or `None`."""
        return next((index for index in self.main_indices if index.key == key), None)

    def find_component(self, key: str) -> ComponentIndicator | None:
        """Return the component with `key`, or `None`."""
        return next((component for component in self.components if component.key == key), None)

    def main_index_of(self, component_key: str) -> MainIndex:
        """Return the main index that the component belongs to; raises `KeyError` if there is none."""
        for index in self.main_indices:
            if any(component.key == component_key for component in index.components):
                return index
        raise KeyError(component_key)

    @property
    def missing_points(self) -> tuple[str, ...]:
        """The keys of the main indices whose maximum is not public and has to come with the data."""
        return tuple(index.key for index in self.main_indices if index.max_points is None)

    def complete(
        self, points: Mapping[str, Decimal], components: Mapping[str, tuple[ComponentIndicator, ...]] | None = None
    ) -> IndexSet:
        """Return this set with what was not public: maxima by key, and whole lists of components by main index.

        Public figures stay as they are, whatever `points` says of them; check it first with `find_point_conflicts`.

        Raises:
            pydantic.ValidationError: the completed set contradicts itself (points that do not sum).
        """
        given = components or {}
        completed = []
        for index in self.main_indices:
            parts = given.get(index.key, index.components)
            filled = tuple(
                part if part.max_points is not None else part.model_copy(update={"max_points": points.get(part.key)})
                for part in parts
            )
            maximum = index.max_points if index.max_points is not None else points.get(index.key)
            completed.append(index.model_copy(update={"max_points": maximum, "components": filled}))
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return IndexSet(**{**fields, "main_indices": tuple(completed)})

    def find_point_conflicts(self, points: Mapping[str, Decimal]) -> tuple[tuple[str, Decimal, Decimal], ...]:
        """Return key, given and public maximum of everything in `points` that the decision says otherwise."""
        public = {index.key: index.max_points for index in self.main_indices}
        public |= {component.key: component.max_points for component in self.components}
        return tuple(
            (key, given, known)
            for key, given in points.items()
            if (known := public.get(key)) is not None and known != given
        )

    @model_validator(mode="after")
    def _check_consistency(self) -> IndexSet:
        faults = [*self._faults_of_keys(), *self._faults_of_points(), *self._faults_of_weights()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def _faults_of_keys(self) -> list[str]:
        keys = [index.key for index in self.main_indices]
        keys += [component.key for component in self.components]
        keys += [pillar.key for pillar in self.pillars]
        faults = [f"trùng khoa `{key}`" for key in dict.fromkeys(keys) if keys.count(key) > 1]
        known = {index.key for index in self.main_indices}
        for pillar in self.pillars:
            faults += [
                f"`{pillar.key}`: không có chỉ số chính `{k}`" for k in pillar.main_index_keys if k not in known
            ]
        if self.last_year is not None and self.last_year < self.first_year:
            faults.append("den_nam trước tu_nam")
        return faults

    def _faults_of_points(self) -> list[str]:
        maxima = {index.key: index.max_points for index in self.main_indices}
        faults = _sum_fault(self.key, self.total_points, list(maxima.values()))
        for pillar in self.pillars:
            faults += _sum_fault(pillar.key, pillar.max_points, [maxima.get(key) for key in pillar.main_index_keys])
        for index in self.main_indices:
            if index.component_count is not None and len(index.components) > index.component_count:
                faults.append(
                    f"`{index.key}`: {len(index.components)} chỉ số thành phần, nhiều hơn so_chi_so_thanh_phan"
                )
            if index.components and index.component_count in (None, len(index.components)):
                faults += _sum_fault(index.key, index.max_points, [part.max_points for part in index.components])
        counts = [index.component_count for index in self.main_indices]
        if (
            self.component_count
            and None not in counts
            and sum(count or 0 for count in counts) != self.component_count
        ):
            faults.append(
                f"`{self.key}`: so_chi_so_thanh_phan của các chỉ số chính không cộng thành {self.component_count}"
            )
        return faults

    def _faults_of_weights(self) -> list[str]:
        if self.total_rule is not TotalRule.PILLARS:
            return []
        weights = [pillar.weight for pillar in self.pillars]
        if not weights or sum(weight or 0 for weight in weights) != 1:
            return ["trong_so của các trụ cột phải cộng thành 1"]
        return []


def _sum_fault(key: str, stated: Decimal | None, parts: list[Decimal | None]) -> list[str]:
    """The fault of parts that do not add up to what is stated, where all of it is known."""
    known = [part for part in parts if part is not None]
    if stated is None or len(known) < len(parts) or sum(known) == stated:
        return []
    return [f"`{key}`: điểm các phần cộng lại là {sum(known)}, không phải {stated}"]


Level = Literal["chi_so_chinh", "chi_so_thanh_phan"]
