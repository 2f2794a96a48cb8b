"""Tables put into a page of the docs, each between two comments that name it; the words around them stay."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def put_section(page: Path, name: str, lines: Sequence[str]) -> None:
    """Put `lines` between `<!-- name -->` and `<!-- /name -->` of the Markdown file `page`.

    Raises `ValueError` when the page has no such place.
    """
    before, opening, rest = page.read_text(encoding="utf-8").partition(f"<!-- {name} -->\n")
    _, closing, after = rest.partition(f"<!-- /{name} -->\n")
    if not (opening and closing):
        message = f"{page} has no place between `<!-- {name} -->` and `<!-- /{name} -->`"
        raise ValueError(message)
    text = "\n".join(["", *lines, "", ""])
    page.write_text(before + opening + text + closing + after, encoding="utf-8")
