"""Sentences and the table on pillars and main indices: who leads each, which are strong, which are weak."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from reportgen.compose.blocks import group_row, head_row, text_cell
from reportgen.compose.publication.charts import group_words
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import SCORE_DECIMALS, UNKNOWN
from reportgen.compose.publication.sentences import (
    describe_leaders,
    format_count,
    format_score,
    group_anchor,
    index_labels,
    listed,
    mean_of,
    names_of,
    number_word,
    printed_alike,
    ranked_rows,
    rows_by_rank,
    scores_of,
)
from reportgen.document import Caption, Column, Inlines, Row, Table, text
from reportgen.index.edition import GroupResult
from reportgen.model.ranking import Ranking
from reportgen.vietnamese import format_number

PILLARS_INTRODUCED = "Kết quả theo từng trụ cột như sau:"
_PILLAR_PLACES = 3


def write_pillar_items(part: PublicationPart, result: GroupResult) -> list[str]:
    """Return an item for each pillar, without the punctuation at its end."""
    labels = index_labels(part.index_set)
    return [f"{labels[pillar.key]}: {_pillar(part, pillar)}" for pillar in result.pillars]


def _pillar(part: PublicationPart, pillar: Ranking) -> str:
    rows, mean = ranked_rows(pillar), mean_of(pillar)
    if mean is None:
        return UNKNOWN
    unknown = len(pillar.rows) - len(rows)
    ending = f"; {UNKNOWN} của {format_count(unknown)} {part.unit_noun}" if unknown else ""
    if len(rows) == 1:
        return f"{rows[0].unit.name} đạt {format_score(mean)}{ending}"
    if len(rows_by_rank(rows)) == 1:
        return f"{format_count(len(rows))} {part.unit_noun} bằng nhau{printed_alike(rows)}{ending}"
    return f"trung bình là {format_score(mean)}; {describe_leaders(rows, part.unit_noun, _PILLAR_PLACES)}{ending}"


def write_pillar_sentences(part: PublicationPart, result: GroupResult) -> list[str]:
    """Return what is to be said of all pillars together, after their items."""
    labels = index_labels(part.index_set)
    sentences = []
    leaders = [rows_by_rank(ranked_rows(pillar))[:1] for pillar in result.pillars]
    codes = [leader[0][0].unit.code if leader and len(leader[0]) == 1 else None for leader in leaders]
    whole = len(ranked_rows(result.total))
    if len(codes) > 1 and whole > 1 and codes[0] and len(set(codes)) == 1:
        name = leaders[0][0][0].unit.name
        sentences.append(f"{name} dẫn đầu ở cả {number_word(len(codes))} trụ cột.")
    if result.derived:
        of = (
            ""
            if len(result.derived) == len(result.pillars)
            else f" {listed([labels[key] for key in result.derived])}"
        )
        limit = max(found.tolerance for found in result.derived.values())
        # Rounded up, with a decimal more than the values: "no more than" has to stay true.
        rounded = limit.quantize(Decimal(1).scaleb(-SCORE_DECIMALS - 1), rounding=ROUND_CEILING)
        sentences.append(
            f"Giá trị trụ cột{of} được suy ra từ kết quả đã công bố, sai số do làm tròn không quá "
            f"{format_number(rounded)}."
        )
        near = [(key, len(found.uncertain)) for key, found in result.derived.items() if found.uncertain]
        if near:
            counts = listed([f"{format_count(n)} {part.unit_noun} ở trụ cột {labels[key]}" for key, n in near])
            sentences.append(f"Sai số này có thể làm đổi thứ hạng của {counts}.")
    return sentences


def write_index_sentences(part: PublicationPart, result: GroupResult) -> list[str]:
    """Return the sentences on the strongest, the weakest and the most uneven main index, and on unknown values.

    Indices are compared with one another only where all units are known: a mean over a few units, who may be the best
    ones, says nothing beside a mean over all.
    """
    labels = index_labels(part.index_set)
    full = [ranking for ranking in result.main_indices if len(scores_of(ranking)) == len(ranking.rows)]
    lacking = [index.key for index in part.index_set.scored_indices if index.key not in {r.key for r in full}]
    sentences = []
    means = {ranking.key: mean_of(ranking) or Decimal(0) for ranking in full}
    # Of a single unit there are no means; means that print the same are told apart by nobody.
    printed = {format_score(mean) for mean in means.values()}
    if len(printed) > 1 and len(result.total.rows) > 1:
        best, worst = (
            listed([labels[key] for key in means if means[key] == wanted])
            for wanted in (max(means.values()), min(means.values()))
        )
        known = " có đủ số liệu" if lacking else ""
        sentences.append(
            f"Trong {format_count(len(full))} chỉ số chính{known}, giá trị trung bình cao nhất là của {best} "
            f"({format_score(max(means.values()))}), thấp nhất là của {worst} ({format_score(min(means.values()))})."
        )
        sentences += _most_uneven(full, labels)
    if lacking:
        sentences.append(_lacking(part, result, lacking, labels))
    return sentences


def _most_uneven(full: Sequence[Ranking], labels: dict[str, str]) -> list[str]:
    spans = {}
    for ranking in full:
        values = scores_of(ranking).values()
        spans[ranking.key] = (max(values) - min(values), min(values), max(values))
    widest = max(span for span, _, _ in spans.values())
    found = [key for key, (span, _, _) in spans.items() if span == widest]
    if not widest or len(found) > 1:
        return []
    _, low, high = spans[found[0]]
    return [
        f"Chênh lệch giữa các đơn vị lớn nhất là ở {labels[found[0]]}, "
        f"từ {format_score(low)} đến {format_score(high)}."
    ]


def _lacking(part: PublicationPart, result: GroupResult, lacking: Sequence[str], labels: dict[str, str]) -> str:
    known = {ranking.key for ranking in result.main_indices}
    partly = [labels[key] for key in lacking if key in known]
    wholly = [labels[key] for key in lacking if key not in known]
    said = []
    if partly:
        said.append(f"{UNKNOWN} của một số {part.unit_noun} về {listed(partly)}")
    if wholly:
        said.append(f"{UNKNOWN} của tất cả {part.unit_noun} về {listed(wholly)}")
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def make_summary_table(part: PublicationPart, result: GroupResult) -> Table:
    """Return the table of pillars and main indices: mean, highest, who has it, lowest, and how many are known."""
    labels, units = index_labels(part.index_set), len(result.total.rows)
    rankings = (*result.pillars, *result.main_indices)
    is_complete = len(result.main_indices) == len(part.index_set.scored_indices)
    shows_known = not is_complete or any(len(scores_of(ranking)) < len(ranking.rows) for ranking in rankings)
    titles = ["Chỉ số", "Trung bình", "Cao nhất", "Đơn vị dẫn đầu", "Thấp nhất"]
    columns = [Column(3.2), Column(1.3, "right"), Column(1.2, "right"), Column(2.8), Column(1.2, "right")]
    if shows_known:
        titles.append("Số đơn vị có số liệu")
        columns.append(Column(1.3, "right"))
    scored = {ranking.key: ranking for ranking in result.main_indices}
    body: list[Row] = []
    if result.pillars:
        body.append(group_row(text("Trụ cột"), len(columns)))
        body += [_summary_row(part, labels[pillar.key], pillar, units, len(columns)) for pillar in result.pillars]
        body.append(group_row(text("Chỉ số chính"), len(columns)))
    for index in part.index_set.scored_indices:
        body.append(_summary_row(part, labels[index.key], scored.get(index.key), units, len(columns)))
    title = f"Giá trị theo chỉ số năm {part.year} của {group_words(part, result)}"
    caption = Caption("Bảng", 0, text(title), f"{group_anchor(part, result)}_tong_hop")
    return Table(tuple(columns), (head_row(titles),), tuple(body), caption, _source(result))


def _source(result: GroupResult) -> Inlines:
    if result.measurements.is_illustrative:
        return text("Số liệu minh họa.")
    return text(f"Nguồn: {result.measurements.source}.") if result.measurements.source else ()


def _summary_row(part: PublicationPart, label: str, ranking: Ranking | None, units: int, width: int) -> Row:
    mean = mean_of(ranking) if ranking else None
    if ranking is None or mean is None:
        cells = [label, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, f"0/{format_count(units)}"]
    else:
        rows = ranked_rows(ranking)
        scores = scores_of(ranking).values()
        leaders = rows_by_rank(rows)[0]
        cells = [
            label, format_score(mean), format_score(max(scores)), names_of(leaders, part.unit_noun),
            format_score(min(scores)), f"{format_count(len(rows))}/{format_count(units)}",
        ]  # fmt: skip
    return Row(tuple(text_cell(text(cell)) for cell in cells[:width]))
