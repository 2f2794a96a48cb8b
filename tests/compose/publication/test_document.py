"""The book as a whole: its order, its numbers, its references, what it says of invented figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.compose.publication.content import CLOSING, Publication
from reportgen.compose.publication.document import compose_publication
from reportgen.document import (
    Block,
    Caption,
    Contents,
    Figure,
    Frame,
    Heading,
    Inline,
    Landscape,
    Paragraph,
    Reference,
    Role,
    Table,
    print_blocks,
    print_inlines,
    rewrite_blocks,
    text,
)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Frame):
            yield from flat((*block.left, *block.right))
        if isinstance(block, Landscape):
            yield from flat(block.blocks)


def test_chapters_are_numbered_and_stand_in_order(publication: Publication) -> None:
    blocks = list(flat(compose_publication(publication).block_slots["noi_dung"]))
    headings = [(block.label, print_inlines(block.inlines)) for block in blocks if isinstance(block, Heading)]
    chapters = [f"{label} {title}".strip() for label, title in headings if label.startswith("Chương") or not label]
    assert chapters == [
        "Lời nói đầu",
        "Chương 1. Tổng quan",
        "Chương 2. Phương pháp đánh giá",
        "Chương 3. Xếp hạng cấp bộ",
        "Chương 4. Xếp hạng cấp tỉnh",
        "Chương 5. Hồ sơ cấp bộ",
        "Chương 6. Hồ sơ cấp tỉnh",
        "Chương 7. Số liệu chi tiết",
    ]
    assert ("6.1.", "Đà Nẵng") in headings
    labels = [label for label, _ in headings if label]
    assert len(labels) == len(set(labels))


def test_captions_count_up_and_every_reference_leads_to_one_anchor(publication: Publication) -> None:
    content = compose_publication(publication).block_slots["noi_dung"]
    blocks = list(flat(content))
    captions = [
        block.caption for block in blocks if isinstance(block, Table | Figure) and isinstance(block.caption, Caption)
    ]
    for label in ("Bảng", "Hình"):
        numbers = [caption.number for caption in captions if caption.label == label and caption.number is not None]
        assert numbers == list(range(1, len(numbers) + 1))
    anchors = Counter(caption.anchor for caption in captions if caption.anchor)
    anchors.update(block.anchor for block in blocks if isinstance(block, Heading) and block.anchor)
    assert {anchor for anchor, count in anchors.items() if count > 1} == set()
    references: list[str] = []

    def note(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Reference):
            references.append(inline.anchor)
        return (inline,)

    rewrite_blocks(content, note)
    assert references
    assert set(references) <= set(anchors)


def test_contents_and_lists_stand_before_the_first_chapter(publication: Publication) -> None:
    blocks = compose_publication(publication).block_slots["noi_dung"]
    lists = [index for index, block in enumerate(blocks) if isinstance(block, Contents)]
    first = next(
        index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.label == "Chương 1."
    )
    assert len(lists) == 3
    assert max(lists) < first


def test_cover_and_parts_say_which_figures_are_invented(publication: Publication) -> None:
    document = compose_publication(publication)
    assert print_inlines(document.inline_slots["minh_hoa"]) == "SỐ LIỆU MINH HỌA Ở PHẦN CẤP BỘ"
    words = print_blocks(document.block_slots["noi_dung"])
    assert words.count("Số liệu cấp bộ là số liệu minh họa") == 3
    assert "Số liệu cấp tỉnh là số liệu minh họa" not in words
    only = replace(publication, parts=publication.parts[:1])
    assert print_inlines(compose_publication(only).inline_slots["minh_hoa"]) == "SỐ LIỆU MINH HỌA"
    real = replace(publication, parts=publication.parts[1:])
    assert compose_publication(real).inline_slots["minh_hoa"] == ()


def test_texts_of_the_editors_stand_in_their_places_and_a_missing_foreword_is_marked(
    publication: Publication,
) -> None:
    comments = {
        "cap_tinh": (Paragraph(Role.BODY, text("Nhận định mẫu.")),),
        CLOSING: (Paragraph(Role.BODY, text("Lời kết mẫu.")),),
    }
    given = replace(publication, foreword=(), comments=comments)
    words = print_blocks(compose_publication(given).block_slots["noi_dung"])
    assert "Nội dung: [Thiếu: lời nói đầu]" in words
    assert words.index("Nhận định cấp tỉnh") < words.index("Nhận định mẫu.") < words.index("Chương 2.")
    assert words.rstrip().endswith("Nội dung: Lời kết mẫu.")
