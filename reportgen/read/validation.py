"""What the model refuses, said as problems with places, in the words of clerks. No text of pydantic gets through."""

from __future__ import annotations

import copy
import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reportgen.model.input_model import InputModel, KeyPath, find_inner_model, iter_input_fields
from reportgen.problems import Place, Problem, ProblemKind
from reportgen.problems import input as kinds
from reportgen.problems.agency import BROKEN_CITATION
from reportgen.read.source import Source

_Model = TypeVar("_Model", bound=InputModel)
_MAX_ROUNDS = 20
_LONGEST_QUOTE = 60

_EXPECTED: Mapping[str, tuple[str, str]] = {
    "text": ("chữ", "text"),
    "number": ("một số", "a number"),
    "date": ("một ngày", "a date"),
    "period": ("một kỳ", "a period"),
    "deadline": ("một thời hạn", "a deadline"),
    "yes_no": ("true hoặc false", "true or false"),
    "list": ("một danh sách", "a list"),
    "text_or_list": ("chữ hoặc một danh sách chữ", "text or a list of texts"),
    "list_or_none_stated": ("một danh sách hoặc “không có”", "a list or “không có”"),
    "group": ("một nhóm mục", "a group of keys"),
}
_SIMPLE: Mapping[str, ProblemKind] = {
    "bad_integer": kinds.BAD_INTEGER,
    "bad_document_number": kinds.BAD_NUMBER_OF_DOCUMENT,
    "bad_date": kinds.BAD_DATE,
    "impossible_date": kinds.IMPOSSIBLE_DATE,
    "bad_period": kinds.BAD_PERIOD,
    "bad_deadline": kinds.BAD_DEADLINE,
    "bad_yes_no": kinds.BAD_CHOICE_OF_YES_NO,
}
_GROUP_ERRORS = frozenset(("model_type", "model_attributes_type", "dict_type"))
_CITATION_FAULTS: Mapping[str, tuple[str, str]] = {
    "empty": ("không có chữ nào", "it holds no words"),
    "unknown_word": (
        "ở ký tự thứ {position} cần “điểm”, “khoản”, “mục” hoặc “Điều”, nhưng ghi “{word}”",
        "character {position} should begin “điểm”, “khoản”, “mục” or “Điều”, but “{word}” was found",
    ),
    "bad_number": (
        "ở ký tự thứ {position} cần một số, nhưng ghi “{word}”",
        "character {position} should begin a number, but “{word}” was found",
    ),
    "bad_roman": (
        "ở ký tự thứ {position} cần số La Mã của mục, nhưng ghi “{word}”",
        "character {position} should begin a Roman number, but “{word}” was found",
    ),
    "bad_letter": (
        "ở ký tự thứ {position} cần chữ cái của điểm, nhưng ghi “{word}”",
        "character {position} should be the letter of a point, but “{word}” was found",
    ),
    "missing": ("ở ký tự thứ {position} còn thiếu chữ hoặc số", "something is missing at character {position}"),
    "order": (
        "ở ký tự thứ {position}, “{word}” sai thứ tự; viết từ điểm, khoản, mục đến Điều",
        "“{word}” at character {position} is out of order; write điểm, khoản, mục, then Điều",
    ),
    "ambiguous": (
        "ở ký tự thứ {position}, không rõ “{word}” thuộc mục hay điều nào",
        "it is unclear what “{word}” at character {position} belongs to",
    ),
    "no_article": (
        "ở ký tự thứ {position}, “{word}” không ghi thuộc mục hay Điều nào",
        "“{word}” at character {position} names no mục or Điều",
    ),
}
_OTHER_CITATION_FAULT = ("sai ở ký tự thứ {position}", "it is wrong at character {position}")


@dataclass(frozen=True, slots=True)
class Validated(Generic[_Model]):
    """A model made from a source.

    `refused` holds the paths whose values were left out because a problem was found there: nothing more needs to be
    said about them. `value` is `None` only if nothing at all could be made.
    """

    value: _Model | None
    problems: list[Problem]
    refused: frozenset[KeyPath]

    def is_refused(self, path: KeyPath) -> bool:
        """Say whether the value at `path`, or one above it, was left out."""
        return any(path[:length] in self.refused for length in range(len(path) + 1))


def validate_input(model: type[_Model], source: Source) -> Validated[_Model]:
    """Make a `model` of `source`, leaving out what is wrong, and return it with the problems found."""
    if not isinstance(source.root, dict):
        place = Place(file=source.file, line=1, column=1)
        return Validated(None, [_wrong_type(place, "group", source.root)], frozenset(((),)))
    data = copy.deepcopy(source.root)
    problems: list[Problem] = []
    refused = set(source.damaged)
    for _ in range(_MAX_ROUNDS):
        try:
            return Validated(model.model_validate(data), problems, frozenset(refused))
        except ValidationError as error:
            # Leaving a value out can bring up what its fault hid, so this goes round until nothing is refused.
            for details in error.errors(include_url=False):
                path = tuple(details["loc"])
                is_told = any(path[:length] in refused for length in range(1, len(path)))
                if details["type"] == "extra_forbidden" or not (is_told or path in refused):
                    problem = _to_problem(details, path, model, source)
                    if not source.is_damaged(path):
                        problems.append(problem)
                refused.add(path)
                if details["type"] == "extra_forbidden" and (meant := _meant_key(path, model)) is not None:
                    # The value stands under a misspelt key, so it is not missing as well.
                    refused.add((*path[:-1], meant))
                _leave_out(data, path, details["type"], model)
    return Validated(None, problems, frozenset(refused))


def _leave_out(data: dict[str, Any], path: KeyPath, kind: str, model: type[InputModel]) -> None:
    """Take the value at `path` out of `data`; a key that its model does not do without gets its example."""
    target: Any = data
    for index, step in enumerate(path):
        is_last = index == len(path) - 1
        inner = _step_into(target, step)
        if not is_last and isinstance(inner, (dict, list)):
            target = inner
            continue
        if isinstance(target, list) and isinstance(step, int):
            # What is asked for in an item that was left out has its place there in the next round.
            target[step] = None if is_last else {}
        elif isinstance(target, dict) and isinstance(step, str):
            target.pop(step, None)
            field = None if kind == "extra_forbidden" else _field_at(model, path)
            if field is not None and field.is_required():
                target[step] = copy.deepcopy((field.examples or ["?"])[0])
        return


def _step_into(target: Any, step: str | int) -> Any:  # noqa: ANN401  values of a file
    if isinstance(target, dict):
        return target.get(str(step))
    return target[step] if isinstance(target, list) and isinstance(step, int) and step < len(target) else None


def _to_problem(details: ErrorDetails, path: KeyPath, model: type[InputModel], source: Source) -> Problem:
    kind, place = details["type"], source.place(path)
    values: dict[str, Any] = dict(details.get("ctx") or {})
    found = values.get("found")
    if kind == "extra_forbidden":
        return _unknown_key(path, model, source)
    if kind == "missing":
        field = _field_at(model, path)
        what = (field.title if field else None) or str(path[-1])
        return kinds.MISSING_ALWAYS.at(source.key_place(path), what=what, name=path[-1])
    if kind in _GROUP_ERRORS:
        return _wrong_type(place, "group", details["input"])
    if kind == "tuple_type":
        return _wrong_type(place, "list", details["input"])
    if kind == "wrong_type":
        return _wrong_type(place, values["expected"], details["input"])
    if kind in _SIMPLE:
        return _SIMPLE[kind].at(place, found=_quote(found))
    return _to_special_problem(kind, place, {"found": details["input"]} | values, path, model)


def _to_special_problem(
    kind: str, place: Place, values: Mapping[str, Any], path: KeyPath, model: type[InputModel]
) -> Problem:
    found = str(values["found"])
    match kind:
        case "bad_number":
            return kinds.BAD_NUMBER.at(place, found=_quote(found), **_advice_for_number(found))
        case "unknown_choice":
            return _unknown_choice(place, found, [str(choice) for choice in values["choices"]])
        case "literal_error":
            field = _field_at(model, path)
            return _unknown_choice(place, found, [str(one) for one in get_args(field.annotation)] if field else [])
        case "not_one_line":
            return kinds.NOT_ONE_LINE.at(place, found=values["lines"])
        case "too_long":
            return kinds.TOO_LONG.at(place, limit=values["limit"], found=values["length"])
        case "bad_symbol":
            field = _field_at(model, path)
            example = (field.examples or ["QĐ-BGDĐT"])[0] if field else "QĐ-BGDĐT"
            return kinds.BAD_SYMBOL.at(place, found=_quote(found), example=example)
        case "broken_citation":
            return _broken_citation(place, values)
    return kinds.OTHER_VALUE.at(place, type=kind)


def _broken_citation(place: Place, values: Mapping[str, Any]) -> Problem:
    words = _CITATION_FAULTS.get(values["reason"], _OTHER_CITATION_FAULT)
    where = {"position": values["position"] + 1, "word": _quote(values["word"])}
    fault, fault_en = (pattern.format(**where) for pattern in words)
    return BROKEN_CITATION.at(place, found=_quote(values["found"]), fault=fault, fault_en=fault_en)


def _wrong_type(place: Place, expected: str, found: object) -> Problem:
    expected_vi, expected_en = _EXPECTED[expected]
    found_vi, found_en = _describe(found)
    return kinds.WRONG_TYPE.at(
        place, expected_vi=expected_vi, expected_en=expected_en, found_vi=found_vi, found_en=found_en
    )


def _describe(value: object) -> tuple[str, str]:
    """Say in both languages what kind of value stands in the file."""
    if isinstance(value, str) and value.strip():
        return f"chữ “{_quote(value)}”", f"the text “{_quote(value)}”"
    if isinstance(value, (list, tuple)):
        return "một danh sách", "a list"
    if isinstance(value, dict):
        return "một nhóm mục", "a group of keys"
    return "chỗ trống", "nothing"


def _advice_for_number(found: str) -> dict[str, str]:
    if found.rstrip().endswith("%"):
        number = found.rstrip().rstrip("%").rstrip()
        return {
            "advice": f"chỉ ghi {number}; dấu % ghi ở `don_vi`",
            "advice_en": f"give only {number}; the sign % goes to `don_vi`",
        }
    if any(character.isalpha() for character in found):
        return {
            "advice": "chỉ ghi số, đơn vị ghi ở `don_vi`; kết quả chưa có thì ghi “chưa có số liệu”",
            "advice_en": "give the number alone, its unit in `don_vi`; for a result not known, “chưa có số liệu”",
        }
    return {}


def _unknown_choice(place: Place, found: str, choices: Sequence[str]) -> Problem:
    nearest = find_nearest(found, {choice: choice for choice in choices})
    return kinds.UNKNOWN_CHOICE.at(place, found=_quote(found), allowed=", ".join(choices), nearest=nearest)


def _unknown_key(path: KeyPath, model: type[InputModel], source: Source) -> Problem:
    owner = _model_at(model, path[:-1])
    allowed = ", ".join(f"`{alias}`" for alias, _, _ in iter_input_fields(owner)) if owner else None
    place, name = source.key_place(path), _quote(path[-1])
    return kinds.UNKNOWN_KEY.at(place, name=name, nearest=_meant_key(path, model), allowed=allowed)


def _meant_key(path: KeyPath, model: type[InputModel]) -> str | None:
    """Return the key that the unknown key at the end of `path` is most like, the English names counted too."""
    owner = _model_at(model, path[:-1])
    names: dict[str, str] = {}
    for alias, attribute, _ in iter_input_fields(owner) if owner else ():
        names |= {attribute: alias, alias: alias}
    return find_nearest(str(path[-1]), names)


def find_nearest(word: str, known: Mapping[str, str]) -> str | None:
    """Return the value of `known` whose key is most like `word`, diacritics and `_` apart; `None` if none is."""
    bare = {_bare(key): value for key, value in known.items()}
    close = difflib.get_close_matches(_bare(word[:_LONGEST_QUOTE]), bare, n=1, cutoff=0.7)
    return bare[close[0]] if close else None


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(character for character in decomposed if character.isalnum())


def _quote(value: object) -> str:
    """Return `value` as messages quote it: on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _field_at(model: type[InputModel], path: KeyPath) -> Any:  # noqa: ANN401  a FieldInfo or None
    names = [step for step in path if isinstance(step, str)]
    owner = _model_at(model, path[: len(path) - 1 - path[::-1].index(names[-1])]) if names else None
    return (
        next((field for alias, _, field in iter_input_fields(owner) if alias == names[-1]), None) if owner else None
    )


def _model_at(model: type[InputModel], path: KeyPath) -> type[InputModel] | None:
    """Return the model whose keys are allowed at `path`."""
    current: type[InputModel] | None = model
    for step in path:
        if current is not None and isinstance(step, str):
            field = next((field for alias, _, field in iter_input_fields(current) if alias == step), None)
            current = find_inner_model(field.annotation) if field else None
    return current
