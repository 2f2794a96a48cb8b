"""The input file of a progress report for one agency to fill in: every key in order, explained by the model's words.

Optional lists stand empty above a sample entry in comments, since an entry that is left blank would be asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pydantic.fields import FieldInfo

from reportgen.compose.input_form import (
    HOW_TO_FILL,
    OPTIONAL,
    REQUIRED,
    STEP,
    description,
    example,
    indented,
)
from reportgen.compose.own_task_groups import no_own_tasks, own_task_groups
from reportgen.compose.yaml_text import comment_lines, yaml_value
from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import NEEDED, InputModel, find_inner_model, iter_input_fields
from reportgen.model.outline import Outline
from reportgen.model.progress_report import KIND, ProgressReport
from reportgen.vietnamese import short_date

_SAMPLE_HINT = "Muốn ghi thì xóa dấu # và một dấu cách ở đầu các dòng mẫu dưới đây; thêm mục thì chép lại mẫu."
_COPY_HINT = "Thêm mục thì chép lại các dòng của một mục."
_OWN_TASK_HINT = "Bắt buộc đủ các mục đã ghi sẵn viện dẫn dưới đây; có thể tách nhỏ một viện dẫn."

_Entry: TypeAlias = Mapping[str, str]
"""Values already known of one entry of a list, by key."""


@dataclass(frozen=True, slots=True)
class _Prefilled:
    """The entries of a list that are known, each with a remark above it (or none)."""

    hint: str
    entries: tuple[tuple[str, _Entry], ...]


def compose_blank_input(outline: Outline, agency: Agency, register: AgencyRegister, *, day: date) -> str:
    """Return the input file (YAML) for a report of `agency`, with all keys of the model and their explanations.

    The kind, the agency and the citations of its own tasks are filled in, the rest is empty; read as a draft, it is
    valid as it stands. `day` decides which tasks the agency has taken over.

    Raises:
        UnknownAgencyError: the register does not know the agency.
    """
    form = _Form(
        values={"loai": KIND, "co_quan": agency.code},
        prefilled={"nhiem_vu_rieng": _own_tasks(outline, agency, register, day)},
        instructions={item.key: item.instructions for item in outline.items},
        explained={},
    )
    issued = outline.issued_with
    head = (
        f"Đầu vào của báo cáo tình hình triển khai {outline.basis.type_name} số {outline.basis.number}:"
        f" {agency.name}. Đề cương: Phụ lục {outline.appendix_number} kèm theo {issued.type_name} số {issued.number};"
        f" tên cơ quan và nhiệm vụ theo ngày {short_date(day)}.",
        *HOW_TO_FILL,
    )
    lines = [line for paragraph in head for line in comment_lines(paragraph)]
    for block in form.top_level():
        lines += ["", *block]
    return "\n".join(lines) + "\n"


def _own_tasks(outline: Outline, agency: Agency, register: AgencyRegister, day: date) -> _Prefilled:
    groups = own_task_groups(outline.tasks_of(agency.code, register, day))
    if not groups:
        return _Prefilled(f"{no_own_tasks(outline, agency)} Để trống.", ())
    return _Prefilled(
        _OWN_TASK_HINT,
        tuple(
            (f"Nhiệm vụ giao {group.given_to}." if group.given_to else "", {"vien_dan": group.citation})
            for group in groups
        ),
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """What is known beforehand; `explained` notes where the keys of each optional list were explained first."""

    values: Mapping[str, str]
    prefilled: Mapping[str, _Prefilled]
    instructions: Mapping[str, Sequence[str]]
    explained: dict[type[InputModel], str]

    def top_level(self) -> Iterator[list[str]]:
        """Yield the lines of each key of the report."""
        for alias, _, field in iter_input_fields(ProgressReport):
            yield list(self._key(alias, field, alias, self.values))

    def _keys(self, model: type[InputModel], path: str, values: _Entry) -> Iterator[str]:
        for alias, _, field in iter_input_fields(model):
            yield from self._key(alias, field, f"{path}.{alias}", values)

    def _key(self, alias: str, field: FieldInfo, path: str, values: _Entry) -> Iterator[str]:
        inner = find_inner_model(field.annotation)
        if inner is None:
            yield from comment_lines(f"{description(field)} {_obligation(field)}{example(field)}")
            yield f"{alias}: {yaml_value(values[alias])}" if alias in values else f"{alias}:"
        elif isinstance(field.annotation, type):
            yield from comment_lines(description(field))
            yield f"{alias}:"
            yield from indented(self._keys(inner, path, {}))
        else:
            yield from self._list(alias, field, inner, path)

    def _list(self, alias: str, field: FieldInfo, inner: type[InputModel], path: str) -> Iterator[str]:
        prefilled = self.prefilled.get(path)
        is_sample = prefilled is None and NEEDED not in field.metadata
        if prefilled:
            remark = prefilled.hint
        else:
            remark = f"{_obligation(field)} {self._sample_hint(inner, path) if is_sample else _COPY_HINT}"
        yield from comment_lines(f"{description(field)} {remark}")
        for instruction in self.instructions.get(path, ()):
            yield from comment_lines(f"Đề cương: {instruction}")
        yield f"{alias}:"
        if is_sample:
            yield from self._sample(inner, path)
        else:
            for words, values in prefilled.entries if prefilled else (("", {}),):
                yield from indented(comment_lines(words))
                yield from indented(_as_item(list(self._keys(inner, f"{path}[]", values))))

    def _sample_hint(self, inner: type[InputModel], path: str) -> str:
        first = self.explained.setdefault(inner, path)
        return _SAMPLE_HINT if first == path else f"Cách ghi như `{first}`."

    def _sample(self, inner: type[InputModel], path: str) -> Iterator[str]:
        """Yield a blank entry as comments; its keys are explained only where they are met first."""
        lines = list(self._keys(inner, f"{path}[]", {}))
        if self.explained[inner] != path:
            lines = [line for line in lines if not line.lstrip().startswith("#")]
        for line in _as_item(lines):
            yield f"# {line}"


def _as_item(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a group as those of a list item: "- " before its first key, the comments above in line."""
    is_first = True
    for line in lines:
        is_comment = line.startswith("#")
        yield line if is_first and is_comment else f"- {line}" if is_first else f"{STEP}{line}"
        is_first = is_first and is_comment


def _obligation(field: FieldInfo) -> str:
    return REQUIRED if field.is_required() or NEEDED in field.metadata else OPTIONAL
