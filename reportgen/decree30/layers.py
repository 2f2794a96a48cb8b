"""An agency's own layer: a YAML file beside the shipped rules that adds rules of its own, or leaves out practice.

What the decree says cannot be switched off.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportgen.decree30.checks import CHECKS
from reportgen.decree30.rules import Level, Rule, load_rules
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import form_checking as kinds

_MOST_BYTES = 1_000_000


class Layer(BaseModel):
    """The rules of one agency: its name, which shipped rules of practice it leaves out, and its own rules."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    name: str = Field(alias="ten", min_length=1)
    without: tuple[str, ...] = Field(default=(), alias="tat")
    own_rules: tuple[Rule, ...] = Field(default=(), alias="quy_tac")


def with_layers(rules: Sequence[Rule], layers: Sequence[Layer]) -> tuple[Rule, ...]:
    """Return `rules` with those of `layers`, without the practice that these leave out."""
    left_out = {identity for layer in layers for identity in layer.without}
    kept = [rule for rule in rules if rule.level is Level.DECREE or rule.id not in left_out]
    own = (rule for layer in layers for rule in layer.own_rules)
    return (*kept, *(rule.model_copy(update={"level": Level.AGENCY, "family": "co_quan"}) for rule in own))


def read_layer(data: bytes, file: str) -> Layer:
    """Return the layer that the YAML file `data` describes; `file` names it in messages.

    Raises:
        InputProblems: it is no YAML, a key is wrong or missing, or a rule cannot be applied; every problem is in it.
    """
    place = Place(file=file)
    if len(data) > _MOST_BYTES:
        raise InputProblems([kinds.LAYER_UNREADABLE.at(place, reason="tệp lớn hơn 1 MB")])
    try:
        loaded = yaml.load(data, Loader=yaml.CSafeLoader)
        layer = Layer.model_validate(loaded if isinstance(loaded, dict) else {})
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise InputProblems([kinds.LAYER_UNREADABLE.at(place, reason=reason)]) from error
    except ValidationError as error:
        raise InputProblems([_of_validation(found, file) for found in error.errors()]) from error
    problems = _check(layer, file)
    if problems:
        raise InputProblems(problems)
    return layer


def _of_validation(error: object, file: str) -> Problem:
    details = dict(error) if isinstance(error, dict) else {}
    key = ".".join(str(part) for part in details.get("loc", ())) or None
    return kinds.LAYER_KEY.at(Place(file=file, key=key), reason=str(details.get("msg", "")))


def _check(layer: Layer, file: str) -> list[Problem]:
    shipped = {rule.id: rule for rule in load_rules()}
    problems = []
    for identity in layer.without:
        if identity not in shipped:
            problems.append(kinds.LAYER_UNKNOWN_RULE.at(Place(file=file, key="tat"), id=identity))
        elif shipped[identity].level is Level.DECREE:
            problems.append(kinds.LAYER_DECREE_RULE.at(Place(file=file, key="tat"), id=identity))
    seen = set(shipped)
    for rule in layer.own_rules:
        place = Place(file=file, key=f"quy_tac.{rule.id}")
        if rule.id in seen:
            problems.append(kinds.LAYER_SAME_ID.at(place, id=rule.id))
        seen.add(rule.id)
        problems += _check_parameters(rule, place)
    return problems


def _check_parameters(rule: Rule, place: Place) -> list[Problem]:
    check = CHECKS.get(rule.check)
    if check is None:
        return [kinds.LAYER_UNKNOWN_CHECK.at(place, check=rule.check, checks=", ".join(sorted(CHECKS)))]
    try:
        check.parameters.model_validate(rule.parameters)
    except ValidationError as error:
        return [kinds.LAYER_KEY.at(place, reason=str(one.get("msg", ""))) for one in error.errors()]
    return []
