"""The rules of form as data: what a Vietnamese administrative document must look like, each with its clause.

The rules stand in `rules/*.yaml`, one file for each family. A rule names a check (a function of `checks/`) and what
it is to look for; figures of size, style and spacing stay in `layout.yaml`, from which rules of looks are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Annotated, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reportgen.decree30.elements import Element
from reportgen.decree30.layout import Layout, ParagraphFigures, load_layout
from reportgen.problems import Language

DECREE_FROM = date(2020, 3, 5)
"""The day on which Decree 30/2020/ND-CP took force (its Article 37)."""

RuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$")]
_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class Level(StrEnum):
    """What a rule rests on: the text of the decree, what agencies usually do, or an agency's own layer."""

    DECREE = "quy_dinh"
    PRACTICE = "thong_le"
    AGENCY = "co_quan"


class Both(NamedTuple):
    """The same words in Vietnamese and in English; patterns of `str.format` in messages."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """Return the words for a reader of `language`."""
        return self.vi if language == "vi" else self.en


_PRACTICE = "thông lệ:"
_PARTS_IN_ENGLISH = {
    "PL": "Appendix", "P.": "Part ", "Mục": "Section", "khoản": "clause", "điểm": "point", "số": "no.", "Mẫu": "Form",
    "Điều": "Article", "ví dụ": "example", "các mẫu": "the forms", "chỉ số nhỏ hơn": "an index below",
}  # fmt: skip
_NAMED_PARTS = re.compile(r"chỉ số nhỏ hơn|các mẫu|ví dụ|\bP\.|\b(?:PL|Mục|khoản|điểm|số|Mẫu|Điều)\b")


class Rule(BaseModel):
    """One rule. What is found by a rule that is not `is_sure` is a note: it may be right as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

    id: RuleId = Field(alias="ma")
    check: str = Field(alias="kiem")
    parameters: Mapping[str, object] = Field(default_factory=dict, alias="tham_so")
    clause: str = Field(alias="can_cu", min_length=1)
    """Where the decree says it ("PL I" is Appendix I), or what practice it is."""
    requirement: Both = Field(alias="yeu_cau")
    message: Both = Field(alias="bao")
    hint: Both | None = Field(default=None, alias="cach_sua")
    level: Level = Field(default=Level.DECREE, alias="muc")
    is_sure: bool = Field(default=True, alias="chac_chan")
    fix: str | None = Field(default=None, alias="sua_duoc")
    """The safe mending that `reportgen fix` may do for it, `None` if a person has to decide."""
    wrong: str = Field(alias="sai", min_length=1)
    right: str = Field(alias="dung", min_length=1)
    since: date = Field(default=DECREE_FROM, alias="tu_ngay")
    until: date | None = Field(default=None, alias="den_ngay")
    family: str = Field(default="", alias="nhom")

    def basis(self, language: Language = "vi") -> str:
        """Return the clause for a reader of `language`; what an agency wrote stays as it is."""
        if language == "vi" or self.level is Level.AGENCY:
            return self.clause
        if self.clause.startswith(_PRACTICE):
            return f"practice: {self.requirement.en[:1].lower()}{self.requirement.en[1:]}"
        return _NAMED_PARTS.sub(lambda match: _PARTS_IN_ENGLISH[match[0]], self.clause)

    def applies_on(self, day: date) -> bool:
        """Say whether the rule holds for a document issued on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)


class Aspect(StrEnum):
    """What of an element's look a rule is about; the value ends the rule's id."""

    SIZE = "CO"
    FACE = "KIEU"
    CASE = "HOA"
    ALIGN = "CANH"


class LookOfElement(BaseModel):
    """The look of one element: made into a rule for each aspect, its figures those of a style of `layout.yaml`."""

    model_config = _CONFIG

    id: RuleId = Field(alias="ma")
    element: Element = Field(alias="yeu_to")
    style: str = Field(alias="kieu")
    aspects: tuple[Aspect, ...] = Field(alias="xet", min_length=1)
    level: Level = Field(default=Level.DECREE, alias="muc")
    example: str = Field(alias="vi_du", min_length=1)


class Family(BaseModel):
    """A file of rules about one thing."""

    model_config = _CONFIG

    key: str = Field(alias="nhom")
    name: Both = Field(alias="ten")
    looks: tuple[LookOfElement, ...] = Field(default=(), alias="hinh_thuc")
    own_rules: tuple[Rule, ...] = Field(default=(), alias="quy_tac")

    def rules(self, layout: Layout) -> Iterator[Rule]:
        """Yield the rules of the family, those of looks first."""
        for look in self.looks:
            yield from (_rule_of_look(look, aspect, layout.style(look.style), self.key) for aspect in look.aspects)
        yield from (rule.model_copy(update={"family": self.key}) for rule in self.own_rules)


@cache
def load_families() -> tuple[Family, ...]:
    """Return the families of shipped rules, in the order of their file names."""
    folder = resources.files(__package__).joinpath("rules")
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda item: item.name)
    return tuple(Family.model_validate(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)) for file in files)


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return every shipped rule, family by family.

    Raises:
        ValueError: two rules have the same id, or an element's style is not in `layout.yaml` (a `KeyError` then).
    """
    layout = load_layout()
    rules = tuple(rule for family in load_families() for rule in family.rules(layout))
    ids = [rule.id for rule in rules]
    twice = {identity for identity in ids if ids.count(identity) > 1}
    if twice:
        raise ValueError(f"rules with the same id: {', '.join(sorted(twice))}")
    return rules


def _rule_of_look(look: LookOfElement, aspect: Aspect, figures: ParagraphFigures, family: str) -> Rule:
    name = look.element.value
    need, wrong = _NEEDS[aspect](figures)
    message = _MESSAGES[aspect]
    return Rule(
        id=f"{look.id}-{aspect.value}",
        check=_CHECKS[aspect],
        parameters={"yeu_to": name, "kieu": look.style},
        clause=figures.clause or f"thông lệ: {figures.practice}",
        requirement=Both(f"{name}: {need.vi}", f"{_ENGLISH[look.element]}: {need.en}"),
        message=Both(f"{name} {message.vi}", f"{_ENGLISH[look.element]}: {message.en}"),
        hint=Both(f"đặt lại {need.vi}", f"set {need.en}"),
        level=look.level,
        fix=_FIXES[aspect],
        wrong=f"{look.example} ({wrong})",
        right=f"{look.example if aspect is not Aspect.CASE else _cased(look.example, figures)} ({need.vi})",
        family=family,
    )


def _cased(example: str, figures: ParagraphFigures) -> str:
    return example.upper() if figures.case == "upper" else example


def _size(figures: ParagraphFigures) -> tuple[Both, str]:
    least, most = figures.size_range or (figures.size, figures.size)
    span = Both(f"cỡ chữ {least:g}", f"size {least:g}")
    if most != least:
        span = Both(f"cỡ chữ từ {least:g} đến {most:g}", f"size {least:g} to {most:g}")
    return span, f"cỡ chữ {most + 4:g}"


def face_words(*, bold: bool, italic: bool) -> Both:
    """Return what a face is called: "đứng, đậm"."""
    vi = ("nghiêng" if italic else "đứng") + (", đậm" if bold else ", không đậm" if not italic else "")
    en = ("italic" if italic else "upright") + (", bold" if bold else ", not bold" if not italic else "")
    return Both(vi, en)


def _face(figures: ParagraphFigures) -> tuple[Both, str]:
    words = face_words(bold=figures.bold, italic=figures.italic)
    wrong = face_words(bold=not figures.bold, italic=figures.italic)
    return Both(f"kiểu chữ {words.vi}", words.en), f"kiểu chữ {wrong.vi}"


def _case(figures: ParagraphFigures) -> tuple[Both, str]:
    if figures.case == "upper":
        return Both("chữ in hoa", "capitals"), "chữ in thường"
    return Both("chữ in thường", "small letters"), "chữ in hoa"


ALIGNMENTS: Mapping[str, Both] = {
    "left": Both("trái", "left"),
    "center": Both("giữa", "centred"),
    "right": Both("phải", "right"),
    "justify": Both("đều hai lề", "justified"),
}


def _align(figures: ParagraphFigures) -> tuple[Both, str]:
    words = ALIGNMENTS[figures.align]
    return Both(f"canh {words.vi}", f"alignment: {words.en}"), "canh trái" if figures.align != "left" else "canh phải"


_NEEDS = {Aspect.SIZE: _size, Aspect.FACE: _face, Aspect.CASE: _case, Aspect.ALIGN: _align}
_CHECKS = {Aspect.SIZE: "co_chu", Aspect.FACE: "kieu_chu", Aspect.CASE: "loai_chu", Aspect.ALIGN: "canh_le"}
_FIXES = {Aspect.SIZE: "co_chu", Aspect.FACE: "kieu_chu", Aspect.CASE: None, Aspect.ALIGN: "canh_le"}
_MESSAGES = {
    Aspect.SIZE: Both("cỡ {found}, quy định {expected}", "size {found}, not {expected}"),
    Aspect.FACE: Both("kiểu chữ {found}, quy định {expected}", "{found_en}, not {expected_en}"),
    Aspect.CASE: Both("là chữ {found}, quy định là chữ {expected}", "{found_en}, not {expected_en}"),
    Aspect.ALIGN: Both("canh {found}, quy định canh {expected}", "{found_en}, not {expected_en}"),
}
_ENGLISH: Mapping[Element, str] = {element: element.name.lower().replace("_", " ") for element in Element}


def rules_in_force(rules: Sequence[Rule], day: date) -> tuple[Rule, ...]:
    """Return those of `rules` that hold for a document issued on `day`."""
    return tuple(rule for rule in rules if rule.applies_on(day))
