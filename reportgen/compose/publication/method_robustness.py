"""How the firmness of ranks was measured, in plain words and with what was really drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.compose.blocks import body, head_row, punctuated_items, text_cell
from reportgen.compose.publication.charts import group_name
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.method_tables import method_anchor, table_reference
from reportgen.compose.publication.sentences import capitalised, format_count, listed, number_word
from reportgen.compose.publication.sentences_firmness import INTERVAL_PERCENT
from reportgen.document import Block, Caption, Column, Row, Table, text
from reportgen.index.robustness import RankRobustness
from reportgen.index.scenarios import Aggregation, Normalisation
from reportgen.model.ranking import MissingRule
from reportgen.vietnamese import format_percent

GROUP_PERCENT = 95
"""In how many trials, in percent, a unit has to be ahead of another one to be told apart from it."""

_NORMALISATIONS = {
    Normalisation.AS_SCORED: "điểm đạt được chia cho điểm tối đa",
    Normalisation.MIN_MAX: "thang từ 0 (đơn vị thấp nhất) đến 1 (đơn vị cao nhất)",
    Normalisation.PERCENTILE: "tỷ lệ đơn vị xếp sau",
}
_MISSING = {
    MissingRule.KEEP: "để là chưa có số liệu",
    MissingRule.EXCLUDE: "loại khỏi cả điểm đạt và điểm tối đa",
    MissingRule.ZERO: "tính 0 điểm",
    MissingRule.IMPUTE: "thay bằng trung bình của các đơn vị có số liệu",
}
_AGGREGATIONS = {
    Aggregation.ARITHMETIC: "trung bình cộng",
    Aggregation.GEOMETRIC: "trung bình nhân (chỉ số yếu không được bù hoàn toàn bằng chỉ số mạnh)",
}


def compose_robustness(part: PublicationPart) -> Iterator[Block]:
    """Yield what was varied, how often, and what intervals and groups of ranks mean; nothing if it was not done."""
    measured = [(result, result.robustness) for result in part.results if result.robustness is not None]
    if not measured:
        return
    draws = list(dict.fromkeys(format_count(robustness.draws) for _, robustness in measured))
    table = _weights_table(part)
    yield body(
        (
            *text(
                "Trọng số và cách tính của một bộ chỉ số là lựa chọn, có thể có lựa chọn khác cũng hợp lý. Để biết "
                "thứ hạng phụ thuộc vào lựa chọn đến mức nào, việc xếp hạng được thử lại "
                f"{' và '.join(draws)} lần, mỗi lần rút ngẫu nhiên một bộ trọng số quanh trọng số đang áp dụng ("
            ),
            *table_reference(table),
            *text(") và một phương án tính. Số ngẫu nhiên được tạo từ chính số liệu, nên làm lại cho cùng kết quả."),
        )
    )
    yield body(text("Các phương án tính gồm mọi tổ hợp của:"))
    yield from punctuated_items([text(item) for item in _choices([robustness for _, robustness in measured])])
    if any(result.basis is not result.scores for result, _ in measured):
        yield body(
            text(
                "Khi thử, các chỉ số chính có đơn vị chưa có số liệu được gộp thành một phần, có điểm bằng tổng điểm "
                "đã công bố trừ điểm của các chỉ số còn lại."
            )
        )
    yield body(
        text(
            f"Khoảng thứ hạng của một đơn vị là khoảng chứa {INTERVAL_PERCENT}% số lần thử. Hai đơn vị được coi là "
            f"phân biệt được khi đơn vị xếp trên vẫn đứng trước trong ít nhất {GROUP_PERCENT}% số lần thử, mỗi lần "
            "bằng hạng được tính là một nửa."
        )
    )
    yield table


def _choices(measured: list[RankRobustness]) -> list[str]:
    scenarios = [scenario for robustness in measured for scenario in robustness.scenarios]
    normalisations = dict.fromkeys(_NORMALISATIONS[scenario.normalisation] for scenario in scenarios)
    aggregations = dict.fromkeys(_AGGREGATIONS[scenario.aggregation] for scenario in scenarios)
    items = [_choice("cách chuẩn hóa", list(normalisations)), _choice("cách gộp", list(aggregations))]
    rules = dict.fromkeys(_MISSING[scenario.missing_rule] for scenario in scenarios)
    # With all values known the rule for unknown ones changes nothing, and there is only one.
    if len(rules) > 1:
        items.append(_choice("cách xử lý giá trị chưa có số liệu", list(rules)))
    return items


def _choice(name: str, options: list[str]) -> str:
    if len(options) == 1:
        return f"một {name}: {options[0]}"
    return f"{number_word(len(options))} {name}: {listed(options)}"


def _weights_table(part: PublicationPart) -> Table:
    """Return between what bounds the weight of each main index lay in most trials, by group."""
    measured = [(result, result.robustness) for result in part.results if result.robustness is not None]
    names = list(dict.fromkeys(name for _, robustness in measured for name in robustness.index_names))
    columns = (Column(3.4), *(Column(2.0, "center") for _ in measured))
    titles = [f"Trọng số trong {INTERVAL_PERCENT}% số lần thử"]
    if len(measured) > 1:
        titles = [capitalised(f"{part.unit_noun} {group_name(result)}") for result, _ in measured]
    bounds = [_weight_bounds(robustness) for _, robustness in measured]
    rows = tuple(
        Row(tuple(text_cell(text(cell)) for cell in (name, *(found.get(name, "–") for found in bounds))))
        for name in names
    )
    title = f"Khoảng trọng số của các chỉ số chính {part.title} trong {INTERVAL_PERCENT}% số lần thử"
    caption = Caption("Bảng", 0, text(title), f"{method_anchor(part)}_trong_so_thu")
    return Table(columns, (head_row(["Chỉ số chính", *titles]),), rows, caption)


def _weight_bounds(robustness: RankRobustness) -> dict[str, str]:
    tail = robustness.draws * (100 - INTERVAL_PERCENT) // 200
    bounds = {}
    for position, name in enumerate(robustness.index_names):
        ordered = sorted(robustness.index_weights[:, position].tolist())
        low, high = (
            format_percent(Decimal(f"{100 * value:.6f}"), decimals=1) for value in (ordered[tail], ordered[-1 - tail])
        )
        bounds[name] = f"{low} – {high}"
    return bounds
