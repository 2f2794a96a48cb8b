"""Documents that this program makes, as seen, and one change to each: what a clerk might get wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from reportgen.decree30.seen import SeenDocument, SeenParagraph, SeenRun
from reportgen.decree30.word_reader import read_word
from reportgen.production import build_document

SAMPLES = Path(__file__).parents[2] / "samples"
Change: TypeAlias = Callable[[SeenDocument], SeenDocument]

LETTER = "loai_khac/cong_van_khan"
"""A letter to three bodies, with points, a mark of urgency and one appendix."""
LETTER_TO_ONE = "cong_van_5065/cong_van"
"""A letter to one group, with two appendices."""
DECISION = "loai_khac/quyet_dinh_truc_tiep"
COPY = "loai_khac/sao_y"
RESOLUTION = "loai_khac/nghi_quyet"
REPORT = "bao_cao_749/bao_cao"


@cache
def sample_docx(name: str) -> bytes:
    """Return the Word file of a sample."""
    return build_document(SAMPLES / f"{name}.yaml").docx


@cache
def sample(name: str) -> SeenDocument:
    """Return a sample's document as seen."""
    return read_word(sample_docx(name), f"{name}.docx")


def find(seen: SeenDocument, text: str) -> SeenParagraph:
    """Return the first paragraph that has `text`."""
    return next(one for one in seen.paragraphs if text in one.text)


def with_text(paragraph: SeenParagraph, text: str) -> SeenParagraph:
    """Return `paragraph` saying `text` in the look that it begins with."""
    look = next((run for run in paragraph.runs if run.text.strip()), None) or SeenRun(
        "", "Times New Roman", 14.0, bold=False, italic=False, underline=False, color="000000"
    )
    return replace(paragraph, runs=(replace(look, text=text),) if text else ())


def _with(seen: SeenDocument, paragraph: SeenParagraph) -> SeenDocument:
    changed = tuple(paragraph if one.index == paragraph.index else one for one in seen.paragraphs)
    return replace(seen, paragraphs=changed)


def say(old: str, new: str) -> Change:
    """Write `new` for `old` in the first paragraph that has it."""

    def change(seen: SeenDocument) -> SeenDocument:
        paragraph = find(seen, old)
        runs = tuple(replace(run, text=run.text.replace(old, new)) for run in paragraph.runs)
        changed = replace(paragraph, runs=runs)
        if changed.text == paragraph.text:
            changed = with_text(paragraph, paragraph.text.replace(old, new))
        return _with(seen, changed)

    return change


def look(text: str, **changes: Any) -> Change:  # noqa: ANN401
    """Change the look of the first paragraph that has `text`."""

    def change(seen: SeenDocument) -> SeenDocument:
        paragraph = find(seen, text)
        return _with(seen, replace(paragraph, runs=tuple(replace(run, **changes) for run in paragraph.runs)))

    return change


def set_out(text: str, **changes: Any) -> Change:  # noqa: ANN401
    """Change how the first paragraph that has `text` is set out."""
    return lambda seen: _with(seen, replace(find(seen, text), **changes))


def page(number: int = 0, **changes: Any) -> Change:  # noqa: ANN401
    """Change the pages of a section."""

    def change(seen: SeenDocument) -> SeenDocument:
        sections = list(seen.sections)
        sections[number] = replace(sections[number], **changes)
        return replace(seen, sections=tuple(sections))

    return change


def all_pages(**changes: Any) -> Change:  # noqa: ANN401
    """Change the pages of every section."""
    return lambda seen: replace(seen, sections=tuple(replace(one, **changes) for one in seen.sections))


def after(text: str, *added: str) -> Change:
    """Add paragraphs in the look of the first that has `text`, after it."""

    def change(seen: SeenDocument) -> SeenDocument:
        model = find(seen, text)
        place = model.locator
        more = [
            # Beyond what the part has, so that no two paragraphs are taken for one.
            with_text(replace(model, number="", locator=replace(place, index=10_000 + place.index + step)), one)
            for step, one in enumerate(added)
        ]
        return _reordered(seen, lambda one: [one, *more] if one.index == model.index else [one])

    return change


def without(*texts: str) -> Change:
    """Leave out the paragraphs that have one of `texts`."""
    return lambda seen: _reordered(seen, lambda one: [] if any(text in one.text for text in texts) else [one])


def blank(*texts: str) -> Change:
    """Take the text out of the first paragraphs that have `texts`."""

    def change(seen: SeenDocument) -> SeenDocument:
        for text in texts:
            seen = _with(seen, replace(find(seen, text), runs=()))
        return seen

    return change


def unlined(text: str) -> Change:
    """Take away the line below the paragraph that has `text`."""

    def change(seen: SeenDocument) -> SeenDocument:
        position = find(seen, text).index
        line = next(one for one in seen.paragraphs[position:] if one.border_top)
        return _with(seen, replace(line, border_top=False))

    return change


def line_of(text: str, side: float) -> Change:
    """Make the line below the paragraph that has `text` as far from the edges as `side` points."""

    def change(seen: SeenDocument) -> SeenDocument:
        position = find(seen, text).index
        line = next(one for one in seen.paragraphs[position:] if one.border_top)
        return _with(seen, replace(line, left=side, right=side))

    return change


def both(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(seen: SeenDocument) -> SeenDocument:
        for one in changes:
            seen = one(seen)
        return seen

    return change


def _reordered(seen: SeenDocument, replaced: Callable[[SeenParagraph], list[SeenParagraph]]) -> SeenDocument:
    """Return `seen` with each paragraph replaced by some; every index follows."""
    paragraphs: list[SeenParagraph] = []
    moved: dict[int, int] = {}
    for paragraph in seen.paragraphs:
        moved[paragraph.index] = len(paragraphs) + 1
        paragraphs += replaced(paragraph)
    numbered = tuple(replace(one, index=index) for index, one in enumerate(paragraphs, start=1))
    sections = tuple(replace(one, first_paragraph=moved.get(one.first_paragraph, 1)) for one in seen.sections)
    tables = tuple(replace(one, first_paragraph=moved.get(one.first_paragraph, 1)) for one in seen.tables)
    return replace(seen, paragraphs=numbered, sections=sections, tables=tables)
