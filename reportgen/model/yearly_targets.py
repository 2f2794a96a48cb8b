"""The targets of a plan year by year: what was reached, what is planned for each year, the goal, and who answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from reportgen.model.agencies import Name
from reportgen.model.outline import Key
from reportgen.model.plan_structure import CitedDocument, DocumentKey, PlanAppendix, PlanDecision, PlanSection
from reportgen.vietnamese.target_values import TargetValue, format_target_value, parse_target_value

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

RowNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*(\.[1-9][0-9]*)*$")]
Printed = Annotated[str, StringConstraints(min_length=1)]


class ColumnKind(StrEnum):
    """What the values of a column are: measured, planned for a year on the way, or the goal at the end."""

    ACTUAL = "thuc_hien"
    PLANNED = "ke_hoach"
    GOAL = "muc_tieu"


class TargetColumn(BaseModel):
    """A column of values, one year."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    title: Name = Field(alias="tieu_de")
    year: int = Field(alias="nam", ge=2000, le=2100)
    kind: ColumnKind = Field(alias="loai")


class ColumnTitles(BaseModel):
    """The titles of the columns around the values, as printed."""

    model_config = _CONFIG

    number: Name = Field(alias="so")
    name: Name = Field(alias="ten")
    bases: Name = Field(alias="can_cu")
    measured_by: Name = Field(alias="don_vi_do_luong")
    carried_out_by: Name = Field(alias="thuc_hien_phoi_hop")


def _read_cell(value: object) -> object:
    """Take a blank (`null`) or the text of a cell for a cell whose printed form is that text."""
    if value is None:
        return {"gia_tri": ""}
    return {"gia_tri": value} if isinstance(value, str) else value


class TargetCell(BaseModel):
    """The value of a row in one column, as the file writes it. `TargetRow.values` has it typed."""

    model_config = _CONFIG

    text: str = Field(alias="gia_tri")
    """The value in the uniform printed form ("30,14%"), without its footnote; empty for a blank cell."""
    note: int | None = Field(default=None, alias="ghi_chu", ge=1)
    verbatim_text: Printed | None = Field(default=None, alias="nguyen_van")
    """The cell exactly as printed ("30.14%", "86(2)"), where it differs from `text`."""

    @property
    def printed_text(self) -> str:
        """The cell exactly as the plan prints it."""
        return self.verbatim_text or self.text

    def value(self, *, is_rank: bool) -> TargetValue:
        """Return what the cell says, with the number of its footnote."""
        return parse_target_value(f"{self.text}({self.note})" if self.note else self.text, is_rank=is_rank)


class TargetRow(BaseModel):
    """A target with its values, or the heading of the parts of one, whose values are blank."""

    model_config = _CONFIG

    number: RowNumber = Field(alias="so")
    name: Printed = Field(alias="ten")
    """The name exactly as printed: a full stop at its end or a dash at its start is kept."""
    name_note: int | None = Field(default=None, alias="ghi_chu", ge=1)
    """The number of the footnote that the name carries."""
    is_rank: bool = Field(default=False, alias="thu_hang")
    """Whether the values are places in a ranking, where less is better."""
    cells: tuple[Annotated[TargetCell, BeforeValidator(_read_cell)], ...] = Field(alias="gia_tri")
    bases: tuple[DocumentKey, ...] = Field(default=(), alias="can_cu")
    verbatim_bases: Printed | None = Field(default=None, alias="can_cu_nguyen_van")
    """The cell of the bases exactly as printed ("QĐ 942;749"), where it differs from the bases joined by "; "."""
    measured_by: tuple[Name, ...] = Field(default=(), alias="don_vi_do_luong")
    """The units that measure the target, as printed; empty for a blank cell."""
    carried_out_by: tuple[Name, ...] = Field(default=(), alias="thuc_hien_phoi_hop")
    """The bodies that carry it out or work along, as printed; empty for a blank cell."""
    rows: tuple[TargetRow, ...] = Field(default=(), alias="chi_tieu")

    @property
    def is_blank(self) -> bool:
        """Whether no cell has a value, as in the heading of the parts of a target."""
        return all(value.kind == "blank" for value in self.values)

    @cached_property
    def values(self) -> tuple[TargetValue, ...]:
        """The typed values, in the order of the columns."""
        return tuple(cell.value(is_rank=self.is_rank) for cell in self.cells)

    @property
    def printed_bases(self) -> str:
        """The cell of the bases exactly as the plan prints it."""
        return self.verbatim_bases or "; ".join(self.bases)

    def walk(self) -> Iterator[TargetRow]:
        """Yield this row and those of its parts, in order."""
        yield self
        for row in self.rows:
            yield from row.walk()

    @model_validator(mode="after")
    def _check_cells(self) -> TargetRow:
        faults = []
        for cell, value in zip(self.cells, self.values, strict=True):
            if format_target_value(value) != cell.text:
                faults.append(f"{self.number}: gia_tri “{cell.text}” phải ghi “{format_target_value(value)}”")
            if cell.verbatim_text and parse_target_value(cell.verbatim_text, is_rank=self.is_rank) != value:
                faults.append(f"{self.number}: nguyen_van “{cell.verbatim_text}” không cùng giá trị “{cell.text}”")
        faults += [
            f"{self.number}: {row.number} không phải là chỉ tiêu con"
            for row in self.rows
            if not re.fullmatch(rf"{re.escape(self.number)}\.[0-9]+", row.number)
        ]
        if faults:
            raise ValueError("; ".join(faults))
        return self


class TargetGroup(BaseModel):
    """Targets under a heading that runs over the whole row."""

    model_config = _CONFIG

    number: RowNumber = Field(alias="so")
    name: Printed = Field(alias="ten")
    rows: tuple[TargetRow, ...] = Field(alias="chi_tieu", min_length=1)


class TargetNote(BaseModel):
    """A footnote of the table, as printed."""

    model_config = _CONFIG

    number: int = Field(alias="so", ge=1)
    text: Name = Field(alias="noi_dung")


class TargetTable(BaseModel):
    """The table of targets: columns, groups of rows, footnotes."""

    model_config = _CONFIG

    titles: ColumnTitles = Field(alias="ten_cot")
    columns: tuple[TargetColumn, ...] = Field(alias="cot", min_length=1)
    groups: tuple[TargetGroup, ...] = Field(alias="nhom", min_length=1)
    notes: tuple[TargetNote, ...] = Field(default=(), alias="ghi_chu")

    @property
    def rows(self) -> tuple[TargetRow, ...]:
        """All rows below the headings of the groups, in the order of the table."""
        return tuple(row for group in self.groups for top in group.rows for row in top.walk())

    @property
    def measured_rows(self) -> tuple[TargetRow, ...]:
        """The rows that have a value in some year."""
        return tuple(row for row in self.rows if not row.is_blank)

    def find(self, number: str) -> TargetRow | None:
        """Return the row with `number` ("3.5.1"), or `None` if the table has none."""
        return self._by_number.get(number)

    def parent_of(self, number: str) -> TargetRow | None:
        """Return the row whose part the row with `number` is, or `None` if it is no part of another."""
        return self._by_number.get(number.rpartition(".")[0])

    def measuring_units_of(self, number: str) -> tuple[str, ...]:
        """Return the units that measure the row with `number`: its own or, where it names none, those of its parent.

        Empty if neither names one, or there is no such row.
        """
        row = self.find(number)
        if row is None:
            return ()
        parent = self.parent_of(number)
        return row.measured_by or (parent.measured_by if parent else ())

    @cached_property
    def _by_number(self) -> Mapping[str, TargetRow]:
        return {row.number: row for row in self.rows}

    @model_validator(mode="after")
    def _check_consistency(self) -> TargetTable:
        faults = [*self._faults_of_rows(), *self._faults_of_notes()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def _faults_of_rows(self) -> Iterator[str]:
        numbers = [group.number for group in self.groups] + [row.number for row in self.rows]
        yield from (f"trùng số {number}" for number in dict.fromkeys(numbers) if numbers.count(number) > 1)
        for group in self.groups:
            for row in group.rows:
                if row.number.rpartition(".")[0] != group.number:
                    yield f"{row.number} không thuộc nhóm {group.number}"
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                yield f"{row.number}: có {len(row.cells)} giá trị cho {len(self.columns)} cột"

    def _faults_of_notes(self) -> Iterator[str]:
        known = [note.number for note in self.notes]
        used = [n for row in self.rows for n in (row.name_note, *(cell.note for cell in row.cells)) if n is not None]
        yield from (f"không có ghi_chu {number}" for number in used if number not in known)
        if known != sorted(set(used)):
            yield f"ghi_chu {known} không khớp với các số được dẫn {used}"


class YearlyTargets(BaseModel):
    """A plan with targets for each year, the decision that issues it, and the documents that both rest on."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    title: Name = Field(alias="tieu_de")
    """The name of the kind with what is done, as over the plan: "KẾ HOẠCH HÀNH ĐỘNG"."""
    abstract: Name = Field(alias="trich_yeu")
    documents: tuple[CitedDocument, ...] = Field(alias="van_ban_vien_dan")
    unit_names: Mapping[Name, Name] = Field(alias="ten_don_vi")
    """The full names of the units that the plan abbreviates: "Cục CĐSQG"."""
    decision: PlanDecision = Field(alias="quyet_dinh")
    sections: tuple[PlanSection, ...] = Field(alias="muc", min_length=1)
    appendices: tuple[PlanAppendix, ...] = Field(default=(), alias="phu_luc")
    table: TargetTable = Field(alias="bang_chi_tieu")

    def document(self, key: str) -> CitedDocument | None:
        """Return the cited document that the plan calls `key` ("QĐ 942"), or `None`."""
        return next((document for document in self.documents if document.key == key), None)

    @property
    def all_sections(self) -> tuple[PlanSection, ...]:
        """All sections of the plan, in order."""
        return tuple(section for top in self.sections for section in top.walk())

    @model_validator(mode="after")
    def _check_references(self) -> YearlyTargets:
        cited = (*self.decision.recitals, *(key for row in self.table.rows for key in row.bases))
        faults = [f"van_ban_vien_dan không có `{key}`" for key in dict.fromkeys(cited) if self.document(key) is None]
        if sum(section.holds_target_table for section in self.all_sections) != 1:
            faults.append("đúng một mục phải có co_bang_chi_tieu")
        if faults:
            raise ValueError("; ".join(faults))
        return self
