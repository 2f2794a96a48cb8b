"""The kinds of administrative documents, as their names stand in documents; `kinds.yaml` beside this lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from reportgen.decree30.recognise_lines import fold

COPY_KINDS = frozenset({"sao_y", "trich_sao", "sao_luc"})
"""The kinds of copies: their names stand in the letterhead (Appendix III, form 3.1)."""


class Kind(BaseModel):
    """A kind of document: its name, its title as printed in capitals, and its abbreviation in symbols."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str | None
    abbreviation: str | None


@cache
def load_kinds() -> Mapping[str, Kind]:
    """Return the kinds by their keys ("quyet_dinh"), in the order of Article 7 of the decree."""
    text = resources.files("reportgen.decree30").joinpath("kinds.yaml").read_text(encoding="utf-8")
    return {key: Kind.model_validate(value) for key, value in yaml.safe_load(text)["kinds"].items()}


@cache
def _by_title() -> Mapping[str, str]:
    return {fold(kind.title): key for key, kind in load_kinds().items() if kind.title is not None}


def find_kind(title: str) -> str | None:
    """Return the key of the kind with that title, however its tones and capitals are written; `None` if none has."""
    return _by_title().get(fold(title))


def find_kind_beginning(text: str) -> tuple[str, str] | None:
    """Return the key of the kind whose title `text` begins with, and that title folded; the longest counts."""
    words = fold(text)
    found = [title for title in _by_title() if words.startswith(f"{title} ")]
    longest = max(found, key=len, default=None)
    return None if longest is None else (_by_title()[longest], longest)


def find_kind_by_abbreviation(abbreviation: str) -> str | None:
    """Return the key of the kind that is abbreviated so in symbols ("QĐ"); case matters, as in "QyĐ"."""
    return next((key for key, kind in load_kinds().items() if kind.abbreviation == abbreviation), None)
