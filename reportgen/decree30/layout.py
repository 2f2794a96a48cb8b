"""The layout figures of Decree 30/2020/ND-CP as types; `layout.yaml` beside this module holds them, with clauses."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field


class _Figures(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Margin(_Figures):
    """A page margin in millimetres: the one that the shipped templates use, and what the decree allows."""

    chosen: float
    range: tuple[float, float]


class Margins(_Figures):
    """The four margins of a page in portrait orientation."""

    top: Margin
    bottom: Margin
    left: Margin
    right: Margin


class Page(_Figures):
    """Paper, margins, font, colour and language of a document."""

    clause: str
    width_mm: float
    height_mm: float
    margins_mm: Margins
    header_distance_mm: float
    font: str
    font_clause: str
    color: str
    language: str


class PageNumber(_Figures):
    """How pages are numbered."""

    clause: str
    first_number: int
    hidden_on_first_page: bool


class TwoColumns(_Figures):
    """The widths of a two-column layout table, as shares of the text width."""

    clause: str
    columns: tuple[float, float]


class LayoutTables(_Figures):
    """The two tables that hold the elements of the first and the last page."""

    letterhead: TwoColumns
    signature: TwoColumns


class RuleFigures(_Figures):
    """A line under the text of tag `under`: its length as a share of the text's length."""

    under: str
    share: float
    share_range: tuple[float, float]
    clause: str


class ParagraphFigures(_Figures):
    """How paragraphs of one named style look. Sizes and spacing are points; `line` is in lines."""

    name: str
    clause: str | None = None
    practice: str | None = None
    based_on: str | None = None
    size: float
    size_range: tuple[float, float] | None = None
    bold: bool = False
    italic: bool = False
    case: Literal["sentence", "upper"] = "sentence"
    align: Literal["left", "center", "right", "justify"]
    first_line_cm: float = 0
    left_cm: float = 0
    right_cm: float = 0
    hanging_cm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    line: float = 1.0
    exact_line_pt: float | None = None
    keep_next: bool = False
    outline: Literal[1, 2, 3] | None = None
    box: bool = False
    color: str | None = None


class TextFigures(_Figures):
    """How stretches of text of one named style look."""

    name: str
    practice: str
    bold: bool = False
    superscript: bool = False
    color: str | None = None
    background: str | None = None
    font: str | None = None
    size: float | None = None


class Layout(_Figures):
    """All layout figures, in the order of the decree."""

    page: Page
    page_number: PageNumber
    tables: LayoutTables
    rules: dict[str, RuleFigures]
    styles: tuple[ParagraphFigures, ...] = Field(min_length=1)
    text_styles: tuple[TextFigures, ...]

    def style(self, name: str) -> ParagraphFigures:
        """Return the figures of the paragraph style called `name`; raises `KeyError` for an unknown one."""
        by_name = {figures.name: figures for figures in self.styles}
        return by_name[name]


@cache
def load_layout() -> Layout:
    """Return the layout figures of the decree."""
    data = resources.files(__package__).joinpath("layout.yaml").read_bytes()
    return Layout.model_validate(yaml.load(data, Loader=yaml.CSafeLoader))
