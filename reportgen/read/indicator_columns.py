"""The header of a table of indicators: which row it is, and what each column holds."""

from __future__ import annotations

import difflib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportgen.model.index_set import ComponentIndicator, IndexSet, MainIndex
from reportgen.problems import Problem
from reportgen.problems.indicators import INDICATOR_TWICE, UNKNOWN_INDICATOR
from reportgen.read.sheet_table import SheetTable, cell_name

_ROWS_SEARCHED = 30


class Role(StrEnum):
    """What a column holds, if not an index."""

    CODE = "ma"
    NAME = "ten"
    RANK = "hang"
    TOTAL = "tong"
    PILLAR = "tru_cot"
    INDEX = "chi_so"
    IGNORED = "bo_qua"


_WORDS: Mapping[Role, tuple[str, ...]] = {
    Role.CODE: ("ma", "mã", "mã đơn vị", "mã tỉnh", "code"),
    Role.NAME: (
        "ten", "tên", "don vi", "đơn vị", "tên đơn vị", "tỉnh, thành phố", "tỉnh/thành phố", "tỉnh/thành", "tỉnh",
        "bộ, ngành", "bộ, cơ quan", "cơ quan", "xã", "tên xã", "name",
    ),
    Role.RANK: ("hang", "hạng", "xếp hạng", "thứ hạng", "rank"),
    Role.TOTAL: ("tong", "tổng", "tổng điểm", "dti", "giá trị dti", "total", "total pdti"),
    Role.IGNORED: ("stt", "tt", "số tt", "số thứ tự", "ghi chú"),
}  # fmt: skip
_ROLE_OF_WORD = {word: role for role, words in _WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: its position from 0, its role, and what it measures, if it does."""

    position: int
    role: Role
    key: str = ""
    name: str = ""
    item: MainIndex | ComponentIndicator | None = None

    @property
    def max_points(self) -> Decimal | None:
        """The maximum that the index set gives for it."""
        return self.item.max_points if self.item else None


@dataclass(frozen=True, slots=True)
class Header:
    """The row of titles and the columns under it."""

    row: int
    width: int
    columns: tuple[Column, ...]

    def find(self, role: Role) -> Column | None:
        """Return the first column with `role`."""
        return next((column for column in self.columns if column.role is role), None)

    @property
    def indices(self) -> tuple[Column, ...]:
        """The columns of main indices and components."""
        return tuple(column for column in self.columns if column.role is Role.INDEX)


class ColumnCatalogue:
    """What a column may be called: key or name of everything in an index set, and a few common words."""

    def __init__(self, index_set: IndexSet) -> None:
        self._index_set = index_set
        items: list[tuple[Role, str, str, MainIndex | ComponentIndicator | None]] = [
            *((Role.INDEX, index.key, index.name, index) for index in index_set.main_indices),
            *((Role.INDEX, part.key, part.name, part) for part in index_set.components),
            *((Role.PILLAR, pillar.key, pillar.name, None) for pillar in index_set.pillars),
        ]
        names = Counter(fold(name) for _, _, name, _ in items)
        self._items = {fold(key): (role, key, name, item) for role, key, name, item in items}
        # A name that several indices share (the seven under each pillar of 2020) tells none of them.
        for role, key, name, item in items:
            if names[fold(name)] == 1:
                self._items.setdefault(fold(name), (role, key, name, item))

    def find_column(self, text: str, position: int) -> Column | None:
        """Return the column that the title `text` means, or `None`."""
        folded = fold(text)
        if folded in self._items:
            role, key, name, item = self._items[folded]
            return Column(position, role, key, name, item)
        role_of_word = _ROLE_OF_WORD.get(folded)
        return None if role_of_word is None else Column(position, role_of_word, name=text)

    def nearest(self, text: str) -> str | None:
        """Return the key of the index whose key or name is most like `text`; `None` if none is like it."""
        bare = {_without_marks(folded): key for folded, (_, key, _, _) in self._items.items()}
        close = difflib.get_close_matches(_without_marks(fold(text)), bare, n=1, cutoff=0.6)
        return bare[close[0]] if close else None

    def find_header(self, table: SheetTable) -> tuple[Header | None, list[Problem]]:
        """Return the header of `table`: the row, of the first thirty, that names most columns, with its problems.

        It has to name a column of units and one of values. Rows above it are titles.
        """
        best: Header | None = None
        for row in range(min(len(table.rows), _ROWS_SEARCHED)):
            header = self._read_header(table, row)
            names = {column.role for column in header.columns}
            is_header = names & {Role.CODE, Role.NAME} and names & {Role.INDEX, Role.TOTAL}
            if is_header and (best is None or len(header.columns) > len(best.columns)):
                best = header
        return best, [] if best is None else self._problems(table, best)

    def _read_header(self, table: SheetTable, row: int) -> Header:
        cells = table.rows[row]
        found = [self.find_column(cell.text, position) for position, cell in enumerate(cells) if not cell.is_blank]
        width = max((position + 1 for position, cell in enumerate(cells) if not cell.is_blank), default=0)
        return Header(row, width, tuple(column for column in found if column is not None))

    def _problems(self, table: SheetTable, header: Header) -> list[Problem]:
        problems: list[Problem] = []
        known = {column.position: column for column in header.columns}
        first: dict[tuple[Role, str], int] = {}
        for position, cell in enumerate(table.rows[header.row][: header.width]):
            column, place = known.get(position), table.place(header.row, position)
            if column is None:
                has_data = any(
                    not row[position].is_blank for row in table.rows[header.row + 1 :] if position < len(row)
                )
                if not cell.is_blank or has_data:
                    found, nearest = cell.text or "(không tên)", self.nearest(cell.text)
                    problem = UNKNOWN_INDICATOR.at(
                        place, found=found, nearest=nearest, index_set=self._index_set.name
                    )
                    problems.append(problem)
            elif column.role is not Role.IGNORED:
                where = first.setdefault((column.role, column.key), position)
                if where != position:
                    cells = {"first": cell_name(header.row, where), "second": cell_name(header.row, position)}
                    problems.append(INDICATOR_TWICE.at(place, column=cell.text, **cells))
        return problems


def fold(text: str) -> str:
    """Return `text` as titles are compared: one case, a space for spaces and underscores."""
    return " ".join(text.casefold().replace("_", " ").split())


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
