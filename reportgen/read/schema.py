"""The JSON Schema of each kind of input, made from its model: for editors that complete and check while one types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from reportgen.model import publication
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.input_model import InputModel, find_inner_model, iter_input_fields
from reportgen.model.progress_report import KIND, ProgressReport
from reportgen.problems import ReportgenError
from reportgen.read.data_files import load_document_kinds

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}

_TITLES: Mapping[str, str] = {
    KIND: "Đầu vào của báo cáo tình hình triển khai Quyết định số 749/QĐ-TTg",
    publication.KIND: "Đầu vào của ấn phẩm DTI hằng năm",
}


class _InputModels(Mapping[str, type[InputModel]]):
    """Knows the kinds of documents only when asked, so that importing this module opens no file."""

    def __getitem__(self, kind: str) -> type[InputModel]:
        return self._models[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._models)

    def __len__(self) -> int:
        return len(self._models)

    @cached_property
    def _models(self) -> Mapping[str, type[InputModel]]:
        documents = dict.fromkeys((kind.key for kind in load_document_kinds().kinds), AdministrativeDocument)
        return {KIND: ProgressReport, publication.KIND: publication.PublicationInput, **documents}


INPUT_MODELS: Mapping[str, type[InputModel]] = _InputModels()
"""The model of each kind of input, by the value of its key `loai`."""


class UnknownKindError(ReportgenError):
    """There is no kind of input with this name."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"không có loại tệp đầu vào `{kind}`; các loại: {', '.join(INPUT_MODELS)}")


def input_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of inputs of `kind`, keys in the order that a clerk writes them.

    It accepts empty values wherever a draft does, and numbers typed as numbers or as text.

    Raises:
        UnknownKindError: there is no such kind.
    """
    if kind not in INPUT_MODELS:
        raise UnknownKindError(kind)
    model = INPUT_MODELS[kind]
    made = model.model_json_schema(by_alias=True, mode="validation")
    definitions: dict[str, Any] = made.pop("$defs")
    names = _names_of_definitions(model)
    choices = {
        name: {"type": "string", "enum": definition["enum"]}
        for name, definition in definitions.items()
        if "enum" in definition
    }
    references = {cls.__name__: {"$ref": f"#/$defs/{name}"} for cls, name in names.items()} | choices
    parts = {name: _object(definitions[cls.__name__], cls) for cls, name in names.items()}
    schema = {"$schema": _DIALECT, "title": _title(kind), **_object(made, model), "$defs": parts}
    schema["properties"]["loai"] |= {"enum": [kind], "examples": [kind]}
    return {key: _resolved(part, references) for key, part in schema.items()}


def _title(kind: str) -> str:
    return _TITLES.get(kind) or f"Đầu vào của {load_document_kinds().get(kind).name.lower()}"


def _names_of_definitions(model: type[InputModel]) -> dict[type[InputModel], str]:
    """Name each model within `model` by the key that first leads to it, numbered where two would be the same."""
    names: dict[type[InputModel], str] = {}
    queue = [model]
    while queue:
        for alias, _, field in iter_input_fields(queue.pop(0)):
            inner = find_inner_model(field.annotation)
            if inner is not None and inner not in names:
                count = sum(1 for name in names.values() if name.rstrip("_0123456789") == alias)
                names[inner] = f"{alias}_{count + 1}" if count else alias
                queue.append(inner)
    return names


def _object(made: dict[str, Any], model: type[InputModel]) -> dict[str, Any]:
    """Return the schema of the keys of `model`, without the English words of its class."""
    required = made.get("required", [])
    properties = {}
    for alias, _, _ in iter_input_fields(model):
        value = {key: part for key, part in made["properties"][alias].items() if key != "default"}
        properties[alias] = value if alias in required else _or_null(value)
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = [alias for alias in properties if alias in required]
    return {**schema, "additionalProperties": False}


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema `value` so that it takes an empty value too."""
    words: dict[str, Any] = {key: value[key] for key in ("title", "description", "examples") if key in value}
    rest = {key: part for key, part in value.items() if key not in words}
    if set(rest) == {"anyOf"}:
        options = rest["anyOf"]
        return {**words, "anyOf": options if _NULL in options else [*options, _NULL]}
    return {**words, "anyOf": [rest, _NULL]}


def _resolved(value: Any, references: Mapping[str, dict[str, Any]]) -> Any:  # noqa: ANN401  any part of a schema
    """Return `value` with `references` in place of those to the English names of classes."""
    if isinstance(value, dict):
        if "$ref" in value:
            rest = {key: part for key, part in value.items() if key != "$ref"}
            return {**rest, **references[value["$ref"].removeprefix("#/$defs/")]}
        return {key: _resolved(part, references) for key, part in value.items()}
    return [_resolved(part, references) for part in value] if isinstance(value, list) else value
