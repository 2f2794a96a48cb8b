"""The improvement letters: what each unit is told of its result, what it could gain, and the components to push.

Sentence and table speak of the same indices: those where the best value of the group would bring most points.

Everything is a text of one unit, ready for the slots and table rows of a letter. Semicolons are kept out of them:
they part the columns of the lists that the same texts are written to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.compose.ranking_table import ILLUSTRATIVE, UNKNOWN
from reportgen.index.edition import GroupResult
from reportgen.index.residual import RESIDUAL_KEY
from reportgen.index.shortfalls import Shortfall, find_shortfalls, points_in_all
from reportgen.model.index_set import ComponentIndicator, IndexSet
from reportgen.model.measurements import Scale, Unit
from reportgen.model.ranking import MissingRule, RankedUnit, round_score
from reportgen.vietnamese import format_number, format_quantity

VALUE_TITLES: Mapping[str, str] = {
    "ma": "Mã",
    "co_quan": "Cơ quan",
    "ten": "Tên",
    "nhom": "Nhóm",
    "nam": "Năm",
    "hang": "Hạng",
    "tong": "Tổng",
    "so_don_vi": "Số đơn vị",
    "trung_binh": "Trung bình",
    "ket_qua": "Kết quả",
    "chi_so_yeu": "Chỉ số yếu",
    "chua_co_so_lieu": "Chưa có số liệu",
    "can_ra_soat": "Cần rà soát",
    "thang_diem": "Thang điểm",
    "ghi_chu": "Ghi chú",
}
"""What a letter may mention of its unit: the key in the mention, and the column's title, which reads as that key."""
WEAK_TITLES = ("STT", "Chỉ số", "Giá trị", "Trung bình nhóm", "Cao nhất nhóm", "Điểm có thể thêm", "Hạng nếu đạt")
FOCUS_TITLES = ("STT", "Chỉ số chính", "Chỉ số thành phần", "Giá trị")
"""The columns of a letter's own rows: the indices to gain at, and the components named under them."""

NOT_RANKED = "chưa xếp hạng"
_DECIMALS = 4
_POINT_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class UnitAdvice:
    """What one unit is told: `values` by the keys of `VALUE_TITLES`, and its own rows of the two tables."""

    unit: Unit
    values: Mapping[str, str]
    weak_rows: tuple[tuple[str, ...], ...]
    focus_rows: tuple[tuple[str, ...], ...]


def compose_advice(result: GroupResult, agencies: Mapping[str, str], *, most: int) -> Iterator[UnitAdvice]:
    """Yield what each unit of a group is told, in the order of the ranking.

    `agencies` are the names of the units' agencies by code; sentence and table name the same indices, at most `most`
    with a value, those that would bring most points first, and the table below them all that are unknown.
    """
    shortfalls = dict(zip((unit.code for unit in result.basis.units), find_shortfalls(result.basis), strict=True))
    for row in result.total.rows:
        yield _Advisor(result, row, agencies[row.unit.code], shortfalls[row.unit.code], most).advise()


class _Advisor:
    """Words the advice for one unit of a group."""

    def __init__(
        self, result: GroupResult, row: RankedUnit, agency: str, shortfalls: Sequence[Shortfall], most: int
    ) -> None:
        self._result = result
        self._row = row
        self._agency = agency
        self._set: IndexSet = result.scores.index_set
        known = [item for item in shortfalls if item.value is not None]
        self._known = known
        self._lacking = [item for item in known if _is_below(item, item.best)]
        # A unit that is the best in everything is shown that it is.
        self._weak = (self._lacking or known)[:most]
        self._unknown = [item for item in shortfalls if item.value is None]

    def advise(self) -> UnitAdvice:
        """Return all that the unit is told."""
        total, unknown = self._result.total, self._unknown_names()
        ranked = [row.score for row in total.rows if row.score is not None]
        mean = sum(ranked, Decimal(0)) / len(ranked) if ranked else None
        values = {
            "ma": self._row.unit.code,
            "co_quan": self._agency,
            "ten": self._row.unit.name,
            "nhom": self._result.group.name,
            "nam": str(total.year),
            "hang": NOT_RANKED if self._row.rank is None else str(self._row.rank),
            "tong": _value(self._row.score),
            "so_don_vi": str(len(ranked)),
            "trung_binh": _value(mean),
            "ket_qua": self._standing(len(ranked), mean),
            "chi_so_yeu": self._weakness(),
            "chua_co_so_lieu": ", ".join(unknown) or "không có",
            "can_ra_soat": f"các chỉ số chưa có số liệu riêng: {', '.join(unknown)}" if unknown else "mọi chỉ số",
            "thang_diem": format_number(points_in_all(self._result.basis.index_set)),
            "ghi_chu": " ".join(self._notes()),
        }
        return UnitAdvice(self._row.unit, values, tuple(self._weak_rows()), tuple(self._focus_rows()))

    def _standing(self, ranked: int, mean: Decimal | None) -> str:
        """Value, rank and the units that share it; or that there is none."""
        unit, group = self._row.unit, self._result.group.name
        if mean is None:
            return f"{unit.name} chưa có số liệu để tính giá trị chung, cũng như mọi đơn vị của nhóm “{group}”"
        if self._row.rank is None:
            others = f"nhóm “{group}” có {ranked} đơn vị được xếp hạng, trung bình {_value(mean)}"
            return f"{unit.name} chưa có số liệu để tính giá trị chung nên chưa được xếp hạng ({others})"
        among = f"trên {ranked} đơn vị được xếp hạng của nhóm “{group}” (trung bình của nhóm: {_value(mean)})"
        rank = f"xếp hạng {self._row.rank}"
        if self._row.is_tied:
            tied = [row.unit.name for row in self._result.total.rows if row.rank == self._row.rank]
            rank = f"đồng hạng {self._row.rank} với {', '.join(name for name in tied if name != unit.name)},"
        return f"{unit.name} đạt giá trị {_value(self._row.score)}, {rank} {among}"

    def _weakness(self) -> str:
        """The indices of the table, as printed figures show them, and how many there are that are not the best."""
        name, lacking = self._row.unit.name, self._lacking
        if not self._known:
            return f"{name} chưa có số liệu của chỉ số nào để so với mức cao nhất của nhóm"
        if not lacking:
            return f"{name} đạt mức cao nhất của nhóm ở mọi chỉ số đã có số liệu"
        below = sum(_is_below(item, item.mean) for item in lacking)
        of_mean = "thấp hơn trung bình của nhóm"
        if below == len(lacking):
            words = f"cũng {of_mean}" if below == 1 else f"đều {of_mean}"
        else:
            words = f"trong đó {below} chỉ số {of_mean}" if below else f"không chỉ số nào {of_mean}"
        most = ", có thể thêm nhiều điểm nhất ở" if len(lacking) > len(self._weak) else ""
        named = ", ".join(
            f"{self._name(item)} ({_value(item.value)} so với mức cao nhất {_value(item.best)})"
            for item in self._weak
        )
        return f"{name} thấp hơn mức cao nhất của nhóm ở {len(lacking)} chỉ số ({words}){most}: {named}"

    def _unknown_names(self) -> list[str]:
        """The main indices that are unknown, and the unknown components of the others."""
        row = self._result.scores.units.index(self._row.unit)
        main = self._result.scores.main_indices[row]
        indices = zip(self._set.main_indices, main, strict=True)
        whole = [index for index, value in indices if index.is_scored and value != value]  # noqa: PLR0124  NaN
        keys = {index.key for index in whole}
        parts = [item.name for item in self._unknown if item.main_index_key not in {*keys, RESIDUAL_KEY}]
        return [*(index.name for index in whole), *parts]

    def _notes(self) -> Iterator[str]:
        table, total = self._result.measurements, self._result.total
        if table.is_illustrative:
            yield f"{ILLUSTRATIVE}."
        yield "Giá trị của chỉ số từ 0 đến 1, bằng điểm đạt được chia cho điểm tối đa."
        if self._result.basis is not self._result.scores:
            yield f"Phần gộp chung ({self._joined_names()}) được suy ra từ giá trị chung đã công bố."
        if total.missing_rule is not MissingRule.KEEP:
            yield f"{total.missing_rule.words[0].upper()}{total.missing_rule.words[1:]}."
        if table.source:
            yield f"Nguồn: {table.source}."

    def _weak_rows(self) -> Iterator[tuple[str, ...]]:
        for number, item in enumerate((*self._weak, *self._unknown), start=1):
            points = UNKNOWN if item.points is None else format_number(item.points, decimals=_POINT_DECIMALS)
            rank = NOT_RANKED if self._row.rank is None else UNKNOWN
            rank = rank if item.rank_after is None else str(item.rank_after)
            figures = (_value(item.value), _value(item.mean), _value(item.best), points, rank)
            yield (str(number), self._capital_name(item), *figures)
        if not (self._weak or self._unknown):
            yield ("1", "Mọi chỉ số", *[UNKNOWN] * (len(WEAK_TITLES) - 2))

    def _focus_rows(self) -> Iterator[tuple[str, ...]]:
        """The components to push under the indices of the other table, each with its value where that is known."""
        wanted = {key for item in (*self._weak, *self._unknown) for key in self._keys_under(item)}
        wanted = wanted or {index.key for index in self._set.scored_indices}
        found = [part for part in self._set.focus_components if self._set.main_index_of(part.key).key in wanted]
        for number, part in enumerate(found, start=1):
            yield (str(number), self._set.main_index_of(part.key).name, part.name, self._measured(part))
        if not found:
            nothing = "Không có chỉ số thành phần nào được nêu cho các chỉ số ở bảng trên"
            yield ("1", "Các chỉ số ở bảng trên", nothing, UNKNOWN)

    def _keys_under(self, item: Shortfall) -> tuple[str, ...]:
        """The main indices that a row stands for: several where they were joined."""
        return self._joined if item.main_index_key == RESIDUAL_KEY else (item.main_index_key,)

    @property
    def _joined(self) -> tuple[str, ...]:
        kept = {index.key for index in self._result.basis.index_set.main_indices}
        return tuple(index.key for index in self._set.scored_indices if index.key not in kept)

    def _joined_names(self) -> str:
        return ", ".join(index.name for index in self._set.scored_indices if index.key in self._joined)

    def _name(self, item: Shortfall) -> str:
        return f"phần gộp chung của {self._joined_names()}" if item.key == RESIDUAL_KEY else item.name

    def _capital_name(self, item: Shortfall) -> str:
        return f"Phần gộp chung: {self._joined_names()}" if item.key == RESIDUAL_KEY else item.name

    def _measured(self, part: ComponentIndicator) -> str:
        table = self._result.measurements
        value = table.value(self._row.unit.code, part.key) if part.key in table.keys else None
        if value is None:
            return UNKNOWN
        return format_quantity(value, part.unit or "") if table.scale is Scale.RAW else format_number(value)


def _is_below(item: Shortfall, level: Decimal) -> bool:
    """Whether the figures as printed say so: what prints the same is not called lower."""
    return item.value is not None and round_score(item.value) < round_score(level)


def _value(value: Decimal | None) -> str:
    return UNKNOWN if value is None else format_number(value, decimals=_DECIMALS)
