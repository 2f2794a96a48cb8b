"""The overview of a part: what the figures of its groups say, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.compose.blocks import body, punctuated_items
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.sentences import group_anchor, group_title, scores_of
from reportgen.compose.publication.sentences_change import write_change_texts
from reportgen.compose.publication.sentences_firmness import write_firmness_sentences
from reportgen.compose.publication.sentences_parts import (
    PILLARS_INTRODUCED,
    make_summary_table,
    write_index_sentences,
    write_pillar_items,
    write_pillar_sentences,
)
from reportgen.compose.publication.sentences_result import write_result_paragraphs
from reportgen.document import Block, Blocks, Heading, Inlines, Paragraph, Reference, Table, Text, text
from reportgen.index.edition import GroupResult


def compose_overview(part: PublicationPart) -> Blocks:
    """Return the overview of `part` in sentences made from its figures.

    Each group has a heading of level 2 and sections of level 3. Their labels are empty: the document numbers them.
    Anchors begin with the part's key. `agreement.check_statements` holds the result against the figures.
    """
    return tuple(block for result in part.results for block in _compose_group(part, result))


def _compose_group(part: PublicationPart, result: GroupResult) -> Iterator[Block]:
    anchor = group_anchor(part, result)
    yield Heading(2, "", text(group_title(part, result)), anchor)
    yield Heading(3, "", text("Kết quả chung"), f"{anchor}_ket_qua_chung")
    for sentences in write_result_paragraphs(part, result):
        yield _paragraph(sentences)
    if not scores_of(result.total) and not any(scores_of(ranking) for ranking in result.main_indices):
        return
    yield Heading(3, "", text(_parts_title(result)), f"{anchor}_theo_chi_so")
    yield from _compose_parts(part, result)
    if firmness := write_firmness_sentences(part, result):
        yield Heading(3, "", text("Mức độ vững chắc của thứ hạng"), f"{anchor}_do_vung")
        yield _paragraph(firmness)
    if changes := write_change_texts(part, result):
        yield Heading(3, "", text(f"So với năm {part.earlier[0].year}"), f"{anchor}_so_voi_nam_truoc")
        yield _paragraph(changes.sentences)
        for words, items in changes.lists:
            yield _paragraph([words])
            yield from punctuated_items([text(item) for item in items])


def _parts_title(result: GroupResult) -> str:
    return "Kết quả theo trụ cột và chỉ số chính" if result.pillars else "Kết quả theo chỉ số chính"


def _compose_parts(part: PublicationPart, result: GroupResult) -> Iterator[Block]:
    if result.pillars:
        yield _paragraph([PILLARS_INTRODUCED])
        yield from punctuated_items([text(item) for item in write_pillar_items(part, result)])
        if sentences := write_pillar_sentences(part, result):
            yield _paragraph(sentences)
    table = make_summary_table(part, result)
    yield _paragraph(write_index_sentences(part, result), _refer(table))
    yield table


def _refer(table: Table) -> Inlines:
    anchor = table.caption.anchor if table.caption else ""
    return (Text("Giá trị cụ thể của từng chỉ số nêu tại "), Reference(anchor), Text("."))


def _paragraph(sentences: Sequence[str], ending: Inlines = ()) -> Paragraph:
    words = " ".join(sentences)
    return body((*text(f"{words} " if words and ending else words), *ending))
