"""The base of every input model: how keys, empty values and things still missing are treated.

A key that is present but empty (`null`, blank text) counts as not given. What only the final form needs is optional
in the model and carries the marker `NEEDED`; `iter_missing` names what is still missing, so that a draft can mark it
and the final form can refuse it. Texts in Markdown carry the marker `NARRATIVE`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, get_args

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.fields import FieldInfo

KeyPath = tuple[str | int, ...]
"""The input keys and list indices (from 0) that lead to a value; the whole input is `()`."""


class Marker(Enum):
    """What a field of an input model is, besides its type."""

    NEEDED = "needed"
    NARRATIVE = "narrative"


NEEDED = Marker.NEEDED
"""The final form needs this field; a draft may leave it open."""
NARRATIVE = Marker.NARRATIVE
"""This field is running text in Markdown."""


@dataclass(frozen=True, slots=True)
class MissingItem:
    """Something the final form needs: where it belongs, and what it is, in Vietnamese ("họ tên người ký")."""

    path: KeyPath
    what: str


class InputModel(BaseModel):
    """A group of input keys: frozen, strict about unknown keys, named to clerks by its aliases only.

    `key_order` lists the aliases in the order that a clerk writes them, where it is not the order of the fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", regex_engine="rust-regex")

    key_order: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_values(cls, data: Any) -> Any:  # noqa: ANN401  whatever an input file holds
        if data is None:
            return {}
        if not isinstance(data, dict):
            return data
        known = {field.alias for field in cls.model_fields.values()}
        return {key: value for key, value in data.items() if key not in known or not _is_blank(value)}

    def name_of_item(self) -> str | None:
        """How messages call this item among its kind, e.g. "của chỉ tiêu “…”"; `None` if it has no name."""
        return None


def iter_input_fields(model: type[InputModel]) -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield alias, attribute and field of each key of `model`, in the order that a clerk writes them."""
    fields = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    for alias in model.key_order or tuple(fields):
        name, field = fields[alias]
        yield alias, name, field


def find_inner_model(annotation: object) -> type[InputModel] | None:
    """Return the model that a field of type `annotation` holds, one or many of; `None` if it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, InputModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := find_inner_model(part))), None)


def iter_missing(value: InputModel, path: KeyPath = ()) -> Iterator[MissingItem]:
    """Yield what the final form needs and `value`, found at `path`, does not give, in the order of the keys."""
    for alias, name, field in iter_input_fields(type(value)):
        content = getattr(value, name)
        if content is None and NEEDED in field.metadata:
            yield MissingItem((*path, alias), " ".join(filter(None, (field.title or alias, value.name_of_item()))))
        for step, inner in _iter_models(content):
            yield from iter_missing(inner, (*path, alias, *step))


def iter_narratives(value: InputModel, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield path and text of every Markdown field given at or below `value`, in the order of the keys."""
    for alias, name, field in iter_input_fields(type(value)):
        content = getattr(value, name)
        if NARRATIVE in field.metadata and content is not None:
            yield (*path, alias), content
        for step, inner in _iter_models(content):
            yield from iter_narratives(inner, (*path, alias, *step))


def _iter_models(content: object) -> Iterator[tuple[KeyPath, InputModel]]:
    if isinstance(content, InputModel):
        yield (), content
    elif isinstance(content, tuple):
        for index, item in enumerate(content):
            if isinstance(item, InputModel):
                yield (index,), item


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
