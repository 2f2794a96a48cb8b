"""A prescribed outline of a report: its parts and items, what each asks for, and the tasks given to single bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints, model_validator

from reportgen.model.agencies import AgencyRegister, Code, Name
from reportgen.vietnamese.citations import Citation, parse_citation
from reportgen.vietnamese.provisions import Provision

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
_PERIOD = "{tinh_den}"
_BRACED = re.compile(r"\{[^{}]*\}")

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]


def _read_citation(value: object) -> object:
    return parse_citation(value) if isinstance(value, str) else value


class IssuedDocument(BaseModel):
    """A document that the outline rests on or came with."""

    model_config = _CONFIG

    type_name: Name = Field(alias="ten_loai")
    number: Name = Field(alias="so_ky_hieu")
    """Number and symbol together: "749/QĐ-TTg"."""
    issued_on: date = Field(alias="ngay")
    agency_code: Code = Field(alias="co_quan")
    abstract: Name = Field(alias="trich_yeu")


class OutlineColumn(BaseModel):
    """One thing that has to be stated for each entry of an item."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    title: Name = Field(alias="tieu_de")


class TaskLine(BaseModel):
    """A line of the outline that gives tasks to one or more bodies, as printed."""

    model_config = _CONFIG

    agency_codes: tuple[Code, ...] = Field(alias="co_quan", min_length=1)
    printed_name: Name = Field(alias="ten_in")
    """The name of the body or bodies as printed: "VTV, VOV, Thông tấn xã Việt Nam"."""
    citation: Annotated[InstanceOf[Citation], BeforeValidator(_read_citation)] = Field(alias="trich_dan")


@dataclass(frozen=True, slots=True)
class SpecialTask:
    """The tasks given to one body, as the citation of the provisions that give them."""

    agency_code: str
    citation: Citation

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The single provisions cited, in order; a report states a result for each."""
        return self.citation.provisions


@dataclass(frozen=True, slots=True)
class AssignedTask:
    """A special task seen from the body that has to do it now.

    `given_to` is the full name, when the task was given, of the body it was given to; `is_inherited` says that this
    body has ended and its work came to another.
    """

    task: SpecialTask
    given_to: str
    is_inherited: bool


class OutlineItem(BaseModel):
    """A part or item of the outline, with those under it."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    """The stable key, used in inputs and in the tags of content controls."""
    number: Name = Field(alias="so")
    title: Name = Field(alias="tieu_de")
    """The heading for a report; "{tinh_den}" stands for the time up to which the figures count."""
    verbatim_title: Name | None = Field(default=None, alias="nguyen_van")
    """The heading exactly as printed, where `title` differs from it."""
    instructions: tuple[Name, ...] = Field(default=(), alias="huong_dan")
    columns: tuple[OutlineColumn, ...] = Field(default=(), alias="cot")
    task_lines: tuple[TaskLine, ...] = Field(default=(), alias="nhiem_vu")
    items: tuple[OutlineItem, ...] = Field(default=(), alias="muc")

    @property
    def printed_title(self) -> str:
        """The heading exactly as the outline prints it."""
        return self.verbatim_title or self.title

    def title_for(self, period: str) -> str:
        """Return the heading with `period` ("12/2020") as the time up to which the figures count."""
        return self.title.replace(_PERIOD, period)

    def walk(self) -> Iterator[OutlineItem]:
        """Yield this item and all items under it, in the order of the outline."""
        yield self
        for item in self.items:
            yield from item.walk()


class SubmissionNote(BaseModel):
    """The closing note of the outline: where the report goes, and before what day."""

    model_config = _CONFIG

    text: Name = Field(alias="noi_dung")
    agency_code: Code = Field(alias="noi_nhan")
    before: date = Field(alias="truoc_ngay")


class Outline(BaseModel):
    """A prescribed outline, and the document that it asks to report on."""

    model_config = _CONFIG

    key: Key = Field(alias="khoa")
    issued_with: IssuedDocument = Field(alias="ban_hanh_kem_theo")
    appendix_number: Name = Field(alias="phu_luc")
    basis: IssuedDocument = Field(alias="can_cu")
    """The document whose tasks are reported on."""
    title: Name = Field(alias="tieu_de")
    verbatim_title: Name | None = Field(default=None, alias="nguyen_van")
    abstract: Name = Field(alias="trich_yeu")
    """The abstract of a report that follows the outline, under the words BÁO CÁO."""
    period: Name = Field(alias="tinh_den")
    """The time up to which the figures of the printed outline count; later rounds give their own."""
    parts: tuple[OutlineItem, ...] = Field(alias="muc", min_length=1)
    note: SubmissionNote | None = Field(default=None, alias="luu_y")

    @property
    def printed_title(self) -> str:
        """The title exactly as the outline prints it."""
        return self.verbatim_title or self.title

    @property
    def items(self) -> tuple[OutlineItem, ...]:
        """All parts and items, in the order of the outline."""
        return tuple(item for part in self.parts for item in part.walk())

    def find(self, key: str) -> OutlineItem | None:
        """Return the item with `key`, or `None` if the outline has none."""
        return next((item for item in self.items if item.key == key), None)

    @property
    def special_tasks(self) -> tuple[SpecialTask, ...]:
        """The tasks given to single bodies, one value for each body, in the order of the outline."""
        lines = (line for item in self.items for line in item.task_lines)
        return tuple(SpecialTask(code, line.citation) for line in lines for code in line.agency_codes)

    def tasks_of(self, agency_code: str, register: AgencyRegister, day: date) -> tuple[AssignedTask, ...]:
        """Return the special tasks that the body has on `day`: its own first, then those of the bodies it took over.

        A body that was merged into another by `day` leaves its tasks to it, at any remove.

        Raises:
            UnknownAgencyError: the register does not know the body, or does not know one when its task was given.
        """
        heritage = [agency.code for agency in register.predecessors(agency_code, day)]
        return tuple(
            AssignedTask(task, register.name_on(code, self.basis.issued_on), is_inherited=code != agency_code)
            for code in (agency_code, *heritage)
            for task in self.special_tasks
            if task.agency_code == code
        )

    @model_validator(mode="after")
    def _check_keys_and_titles(self) -> Outline:
        keys = [item.key for item in self.items]
        faults = [f"trùng khoa `{key}`" for key in dict.fromkeys(keys) if keys.count(key) > 1]
        for item in self.items:
            unknown = [braced for braced in _BRACED.findall(item.title) if braced != _PERIOD]
            faults += [f"`{item.key}`: tieu_de có `{braced}` không dùng được" for braced in unknown]
        if faults:
            raise ValueError("; ".join(faults))
        return self
