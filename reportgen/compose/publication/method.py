"""The method of a part, told from the index set in force and from what was really done with the figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.compose.blocks import body, punctuated_items
from reportgen.compose.publication.charts import group_name
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.method_robustness import compose_robustness
from reportgen.compose.publication.method_tables import (
    foundation,
    make_component_table,
    make_index_table,
    make_pillar_table,
    method_anchor,
    print_points,
    table_reference,
    words_of_given_points,
)
from reportgen.compose.publication.printed import SCORE_DECIMALS
from reportgen.compose.publication.sentences import (
    TOTAL,
    capitalised,
    format_count,
    index_labels,
    listed,
    number_word,
)
from reportgen.document import Block, Blocks, Heading, Inlines, Text, text
from reportgen.model.index_set import TotalRule
from reportgen.model.measurements import Scale
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import FULL_PRECISION, ScoreOrigin
from reportgen.vietnamese import format_number, short_date

_SCALES = {
    Scale.INDEX: "Số liệu đầu vào là giá trị của các chỉ số, từ 0 đến 1, bằng điểm đạt được chia cho điểm tối đa.",
    Scale.POINTS: "Số liệu đầu vào là điểm; giá trị của mỗi chỉ số, từ 0 đến 1, là điểm đạt được trên điểm tối đa.",
    Scale.RAW: (
        "Số liệu đầu vào là số đo của các chỉ số thành phần, được chấm điểm theo cách chấm của từng chỉ số; giá trị "
        "của mỗi chỉ số, từ 0 đến 1, là điểm đạt được chia cho điểm tối đa."
    ),
}
_MERGE_WORDS = {
    MergeRule.MEAN: "là trung bình cộng giá trị của các đơn vị trước khi sáp nhập",
    MergeRule.SUM: "là tổng giá trị của các đơn vị trước khi sáp nhập",
    MergeRule.DO_NOT_COMPARE: "được để là chưa có số liệu, không so sánh trước và sau khi sáp nhập",
}


def compose_method(part: PublicationPart) -> Blocks:
    """Return the method of `part`: index set, points, how totals and ranks are made, how firm they are, the data.

    The heading of the part is of level 2, those of its sections of level 3, without labels; captions have number 0.
    """
    anchor = method_anchor(part)
    blocks: list[Block] = [Heading(2, "", text(capitalised(part.title)), anchor)]
    for name, title, section in (
        ("bo_chi_so", "Bộ chỉ số", _index_set(part)),
        ("cach_tinh", "Cách tính", _calculation(part)),
        ("xep_hang", "Xếp hạng", _ranking(part)),
        ("do_vung", "Mức độ vững chắc của thứ hạng", compose_robustness(part)),
        ("so_lieu", "Số liệu", _data(part)),
    ):
        if content := tuple(section):
            blocks += [Heading(3, "", text(title), f"{anchor}_{name}"), *content]
    return tuple(blocks)


def _index_set(part: PublicationPart) -> Iterator[Block]:
    index_set = part.index_set
    issued = index_set.issued_by
    yield _say(
        f"Đánh giá {part.title} năm {part.year} thực hiện theo {index_set.name} ban hành tại {issued.type_name} số "
        f"{issued.number} ngày {short_date(issued.issued_on)} {issued.abstract}.",
        f"Bộ chỉ số áp dụng {_validity(part)}, gồm {_contents(part)}.",
    )
    tables = [make_index_table(part)]
    given = f"; {points_given}" if (points_given := words_of_given_points(part, index_set.main_indices)) else ""
    sentences: list[Inlines] = [(*table_reference(tables[0]), *text(f" liệt kê các chỉ số chính{given}."))]
    if index_set.pillars:
        tables.append(make_pillar_table(part))
        sentences.append(
            (*_foundation(part), *table_reference(tables[1]), *text(" nêu thành phần của từng trụ cột."))
        )
    yield body(_joined(sentences))
    yield from tables
    if components := make_component_table(part):
        table, lacking = components
        words = text(f" nêu {format_count(len(index_set.components))} chỉ số thành phần đã biết tên.")
        missing = text(f" Chưa có thông tin về {listed(lacking)} của các chỉ số này.") if lacking else ()
        yield body((*table_reference(table), *words, *missing))
        yield table
    if index_set.not_public:
        yield _say("Văn bản đã công bố không nêu:")
        yield from punctuated_items([text(words) for words in index_set.not_public])


def _validity(part: PublicationPart) -> str:
    first, last = part.index_set.first_year, part.index_set.last_year
    if last is None:
        return f"từ năm {first}"
    return f"cho năm {first}" if first == last else f"từ năm {first} đến năm {last}"


def _contents(part: PublicationPart) -> str:
    index_set = part.index_set
    counted = [(len(index_set.pillars), "trụ cột"), (len(index_set.scored_indices), "chỉ số chính được tính điểm")]
    counted += [(index_set.component_count or 0, "chỉ số thành phần"), (index_set.criterion_count or 0, "tiêu chí")]
    words = listed([f"{format_count(number)} {noun}" for number, noun in counted if number])
    if index_set.total_points is not None:
        words += f", tổng điểm tối đa là {print_points(index_set.total_points)}"
    unscored = [index.name for index in index_set.main_indices if not index.is_scored]
    return f"{words}; {listed(unscored)} được đo nhưng không tính điểm" if unscored else words


def _foundation(part: PublicationPart) -> Inlines:
    """What the pillars share, if they share anything: the scored main indices that are in all of them."""
    shared, points = foundation(part.index_set)
    if not shared:
        return ()
    labels = index_labels(part.index_set)
    names = listed([labels[index.key] for index in shared])
    worth = f", tối đa {print_points(points)} điểm" if points is not None else ""
    pillars = number_word(len(part.index_set.pillars))
    return text(
        f"{names} là nền tảng chung của cả {pillars} trụ cột{worth}: điểm của nền tảng chung tính vào từng trụ cột. "
    )


def _calculation(part: PublicationPart) -> Iterator[Block]:
    index_set = part.index_set
    scales = dict.fromkeys(result.measurements.scale for result in part.results)
    sentences = [_SCALES[scale] for scale in scales]
    if index_set.pillars:
        sentences.append(
            "Giá trị của trụ cột là tổng điểm các chỉ số chính thuộc trụ cột chia cho tổng điểm tối đa của chúng."
        )
    sentences.append(_total_rule(part))
    yield _say(*sentences)
    unknown = [f"Khi tính toán, {part.missing_rule.words}."]
    if part.takes_published:
        unknown.insert(
            0, f"{capitalised(TOTAL)} và thứ hạng chung trong ấn phẩm là kết quả đã công bố, không tính lại."
        )
        labels = index_labels(index_set)
        derived = list(dict.fromkeys(key for result in part.results for key in result.derived))
        if derived:
            unknown.append(
                f"Giá trị trụ cột {listed([labels[key] for key in derived])} của đơn vị chưa đủ số liệu được suy ra "
                "bằng cách lấy tổng điểm đã công bố trừ điểm của các chỉ số ngoài trụ cột."
            )
    yield _say(*unknown)
    rounding = f"Số in ra được làm tròn đến {number_word(SCORE_DECIMALS)} chữ số thập phân"
    difference = (
        "chênh lệch được tính trước khi làm tròn nên có thể khác hiệu của các số đã in một đơn vị ở chữ số cuối."
    )
    yield _say("Các bước tính trung gian không làm tròn.", f"{rounding}; {difference}")


def _total_rule(part: PublicationPart) -> str:
    index_set = part.index_set
    if index_set.total_rule is TotalRule.PILLARS:
        weights = listed(
            [f"{pillar.name} {format_number(pillar.weight or Decimal(0))}" for pillar in index_set.pillars]
        )
        return f"{capitalised(TOTAL)} là trung bình giá trị của các trụ cột theo trọng số: {weights}."
    points = [index.max_points for index in index_set.scored_indices]
    known = [value for value in points if value is not None]
    of = f" ({print_points(sum(known, Decimal(0)))} điểm)" if len(known) == len(points) else ""
    return f"{capitalised(TOTAL)} là tổng điểm của các chỉ số chính chia cho tổng điểm tối đa{of}."


def _ranking(part: PublicationPart) -> Iterator[Block]:
    if not part.results:
        return
    ranking = part.results[0].total
    if ranking.origin is ScoreOrigin.PUBLISHED:
        compared = f"đã công bố với {format_count(ranking.precision)} chữ số thập phân"
    elif ranking.precision >= FULL_PRECISION:
        compared = "chưa làm tròn"
    else:
        compared = f"làm tròn đến {format_count(ranking.precision)} chữ số thập phân"
    yield _say(
        f"Đơn vị được xếp hạng từ giá trị cao đến thấp, theo giá trị {compared}.",
        "Các đơn vị bằng nhau thì đồng hạng, và bấy nhiêu thứ hạng tiếp theo được bỏ trống (ví dụ: 1, 2, 2, 4).",
        "Đơn vị chưa có giá trị thì không xếp hạng.",
    )
    if len(part.results) > 1:
        yield _say(f"Các đơn vị được chia thành {number_word(len(part.results))} nhóm, xếp hạng riêng:")
        yield from punctuated_items(
            [
                text(f"{format_count(len(result.total.rows))} {part.unit_noun} {group_name(result)}")
                for result in part.results
            ]
        )


def _data(part: PublicationPart) -> Iterator[Block]:
    sources = dict.fromkeys(r.measurements.source for r in part.results if r.measurements.source)
    is_invented = any(result.measurements.is_illustrative for result in part.results)
    if sources:
        yield _say(f"Số liệu năm {part.year}: {'; '.join(sources)}.")
    elif is_invented:
        yield _say(f"Số liệu năm {part.year} là số liệu minh họa.")
    else:
        yield _say(f"Nguồn số liệu năm {part.year}: chưa có thông tin.")
    for edition in part.earlier:
        issued = edition.index_set.issued_by
        yield _say(
            f"Kết quả năm {edition.year} tính theo {edition.index_set.name} tại "
            f"{issued.type_name} số {issued.number}.",
            *_merging(part, edition.year, edition.merge_rule, sorted(edition.merged_units)),
        )


def _merging(part: PublicationPart, year: int, rule: MergeRule, merged: Sequence[str]) -> list[str]:
    if not merged:
        return []
    whose = "mỗi đơn vị này" if len(merged) > 1 else "đơn vị này"
    return [
        f"Có {format_count(len(merged))} {part.unit_noun} sáp nhập từ nhiều đơn vị sau năm {year}; giá trị năm "
        f"{year} của {whose} {_MERGE_WORDS[rule]}."
    ]


def _say(*sentences: str) -> Block:
    return body(text(" ".join(sentences)))


def _joined(sentences: Sequence[Inlines]) -> Inlines:
    joined: Inlines = ()
    for number, sentence in enumerate(sentences):
        joined += (*((Text(" "),) if number else ()), *sentence)
    return joined
