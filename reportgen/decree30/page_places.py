"""On which page of a PDF each paragraph of the Word file stands that it was made from.

Both tell the same text in nearly the same order, without what stands in the margins. A paragraph is looked for a
little way on from the one before it, never further than what lies between them can reach: short texts come again and
again, and a page is only told where it is sure. What is not found is on the page of its neighbours if they share one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportgen.decree30.pdf_pages import PdfPage, bare
from reportgen.decree30.seen import PageSource, SeenDocument, SeenParagraph

# What may stand between two paragraphs beside footnotes, a table's repeated head and paragraphs that were not found.
_BETWEEN = 200
# A text so long is not taken for another that begins alike; shorter ones have to follow more closely.
_TELLING, _CLOSE = 12, 40
# So much of a long paragraph is looked for if all of it is not there, as when a footnote stands inside.
_PART = 40


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a paragraph begins in the text of all pages, and where it ends."""

    start: int
    end: int


def place_on_pages(seen: SeenDocument, pages: Sequence[PdfPage]) -> SeenDocument:
    """Return `seen` with the page of each paragraph of its body, as `pages` show it; `None` where it is not sure."""
    bodies = [page.body for page in pages]
    ends = list(accumulate(map(len, bodies)))
    between = _BETWEEN + _length_of_notes(seen) + _length_of_heads(seen)
    hits = _find_all(seen.paragraphs, "".join(bodies), ends, between)
    placed = [
        _placed(paragraph, hit, ends) if hit is not None else replace(paragraph, page=None, page_turns=())
        for paragraph, hit in zip(seen.paragraphs, hits, strict=True)
    ]
    return replace(seen, paragraphs=tuple(_with_neighbours(placed, len(pages))), page_source=PageSource.PDF)


def _length_of_notes(seen: SeenDocument) -> int:
    """Return how many letters the footnotes have: at the most, one page holds all of them."""
    return sum(len(bare(note.text)) for note in seen.footnotes)


def _length_of_heads(seen: SeenDocument) -> int:
    """Return how many letters the longest head of a table has that pages may repeat."""
    return max(
        (sum(len(bare("".join(row))) for row in table.rows[: table.head_rows]) for table in seen.tables), default=0
    )


def _find_all(
    paragraphs: Sequence[SeenParagraph], stream: str, ends: Sequence[int], between: int
) -> list[_Hit | None]:
    """Return where each paragraph stands in `stream`, `None` for those without text and those that are not found.

    `ends` are those of the pages, and `between` is how many letters may stand between one paragraph and the next.
    """
    # The text of a PDF comes in boxes, line by line; in other files a box may stand anywhere beside the text.
    has_text_outside = any(one.text.strip() and not one.in_text_box for one in paragraphs)
    hits: list[_Hit | None] = []
    position = skipped = 0
    for paragraph in paragraphs:
        text = bare(paragraph.text)
        if not text:
            hits.append(None)
            continue
        # Twice what was passed over: so one that is written otherwise in the PDF does not lose all that follow.
        reach = position + 2 * skipped + between if len(text) >= _TELLING else position + skipped + _CLOSE
        hit = _find(text, stream, position, reach, between)
        if hit is None:
            hit = _find_before(text, stream, position, ends)
            skipped += len(text) if hit is None else 0
        elif not (paragraph.in_text_box and has_text_outside):
            position, skipped = hit.end, 0
        hits.append(hit)
    return hits


def _find_before(text: str, stream: str, position: int, ends: Sequence[int]) -> _Hit | None:
    """Look for what stands before `position` on its page, as cells beside each other do; only if it is there once."""
    page = bisect_right(ends, max(0, position - 1))
    start = ends[page - 1] if page else 0
    at = stream.find(text, start, position)
    if at < 0 or stream.find(text, at + 1, position) >= 0:
        return None
    return _Hit(at, at + len(text))


def _find(text: str, stream: str, start: int, reach: int, between: int) -> _Hit | None:
    at = stream.find(text, start, reach + len(text))
    if at >= 0:
        return _Hit(at, at + len(text))
    if len(text) < 2 * _PART:
        return None
    first = stream.find(text[:_PART], start, reach + _PART)
    if first < 0:
        return None
    last = stream.find(text[-_PART:], first + _PART, first + len(text) + between + _PART)
    return _Hit(first, last + _PART if last >= 0 else first + _PART)


def _placed(paragraph: SeenParagraph, hit: _Hit, ends: Sequence[int]) -> SeenParagraph:
    """Return `paragraph` with its page, and with the characters before which the next pages begin."""
    page = bisect_right(ends, hit.start) + 1
    last = bisect_right(ends, hit.end - 1) + 1
    turns = tuple(_character(paragraph, ends[number - 1] - hit.start) for number in range(page, last))
    return replace(paragraph, page=page, page_turns=turns)


def _character(paragraph: SeenParagraph, count: int) -> int:
    """Return the position, hidden characters counted, of what follows the first `count` that are no spaces."""
    position = 0
    for run in paragraph.runs:
        for letter in run.text:
            if not run.is_hidden and not letter.isspace():
                if count == 0:
                    return position
                count -= 1
            position += 1
    return position


def _with_neighbours(paragraphs: Sequence[SeenParagraph], last: int) -> list[SeenParagraph]:
    """Put paragraphs without a page on that of the ones before and after them, if these share one.

    Nothing comes before page one, and nothing after the page `last`.
    """
    after: list[int] = []
    following = last
    for paragraph in reversed(paragraphs):
        following = paragraph.page or following
        after.append(following)
    done = []
    before = 1
    for paragraph, following in zip(paragraphs, reversed(after), strict=True):
        if paragraph.page is not None:
            before = paragraph.page + len(paragraph.page_turns)
        done.append(replace(paragraph, page=before) if paragraph.page is None and before == following else paragraph)
    return done
