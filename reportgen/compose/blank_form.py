"""The keys of an input model as a form in YAML: each in order, explained by the model's words, with what is known.

Optional lists stand empty above a sample entry in comments, since an entry that is left blank would be asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TypeAlias

from pydantic.fields import FieldInfo

from reportgen.compose.input_form import OPTIONAL, REQUIRED, STEP, description, example, indented
from reportgen.compose.yaml_text import comment_lines, yaml_value
from reportgen.model.input_model import NEEDED, InputModel, find_inner_model, iter_input_fields

_SAMPLE_HINT = "Muốn ghi thì xóa dấu # và một dấu cách ở đầu các dòng mẫu dưới đây; thêm mục thì chép lại mẫu."
_COPY_HINT = "Thêm mục thì chép lại các dòng của một mục."

Entry: TypeAlias = Mapping[str, str]
"""Values already known of one entry of a list, by key."""


@dataclass(frozen=True, slots=True)
class Prefilled:
    """The entries of a list that are known, each with a remark above it (or none)."""

    hint: str
    entries: tuple[tuple[str, Entry], ...]


@dataclass(frozen=True, slots=True)
class BlankForm:
    """What is known beforehand: values by key, entries of lists and the words of an outline by path of a key.

    `explained` notes where the keys of each optional list were explained first.
    """

    values: Mapping[str, str]
    prefilled: Mapping[str, Prefilled] = dataclass_field(default_factory=dict)
    instructions: Mapping[str, Sequence[str]] = dataclass_field(default_factory=dict)
    explained: dict[type[InputModel], str] = dataclass_field(default_factory=dict)

    def top_level(self, model: type[InputModel]) -> Iterator[list[str]]:
        """Yield the lines of each key of `model`."""
        for alias, _, field in iter_input_fields(model):
            yield list(self._key(alias, field, alias, self.values))

    def _keys(self, model: type[InputModel], path: str, values: Entry) -> Iterator[str]:
        for alias, _, field in iter_input_fields(model):
            yield from self._key(alias, field, f"{path}.{alias}", values)

    def _key(self, alias: str, field: FieldInfo, path: str, values: Entry) -> Iterator[str]:
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
        is_sample = prefilled is None and _obligation(field) == OPTIONAL
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
