"""A small spreadsheet calculator: it recomputes the formulas of a workbook, with the functions that ours use.

It stands in for a spreadsheet program, which the tests do not have. What it gives was compared once with LibreOffice
Calc 7.4, which recalculated the appendix of the test publication without its cached values: all formulas agreed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

Value = Any
_TOKENS = re.compile(
    r"""\s*(?:(?P<range>(?:'(?:[^']|'')+'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    |(?P<number>\d+(?:\.\d+)?)|(?P<text>"(?:[^"]|"")*")|(?P<name>[A-Za-z_][\w.]*)(?=\()|(?P<sign><=|>=|<>|[-+*/(),<>=]))""",
    re.VERBOSE,
)


class CellError(Exception):
    """A cell whose value is an error, such as #VALUE!."""


class Calculator:
    """Computes the cells of a workbook from its formulas; cached values are never looked at."""

    def __init__(self, workbook: openpyxl.Workbook) -> None:
        self.workbook = workbook
        self._values: dict[tuple[str, int, int], Value] = {}
        self._ranges: dict[tuple[str, str], list[Value]] = {}

    def value(self, sheet: str, row: int, column: int) -> Value:
        key = (sheet, row, column)
        if key not in self._values:
            cell = self.workbook[sheet].cell(row, column)
            is_formula = cell.data_type == "f"
            self._values[key] = _Expression(self, sheet, cell.value[1:]).value if is_formula else cell.value
        return self._values[key]

    def cells(self, sheet: str, address: str) -> list[Value]:
        """The values of a range, row by row."""
        if (sheet, address) not in self._ranges:
            left, top, right, bottom = range_boundaries(address)
            rows, columns = range(top, bottom + 1), range(left, right + 1)
            self._ranges[sheet, address] = [self.value(sheet, row, column) for row in rows for column in columns]
        return self._ranges[sheet, address]


class _Expression:
    """One formula, parsed and computed in one pass."""

    def __init__(self, calculator: Calculator, sheet: str, text: str) -> None:
        self.calculator, self.sheet = calculator, sheet
        self.tokens = list(_tokens(text))
        self.position = 0

    @cached_property
    def value(self) -> Value:
        found = self._comparison()
        assert self.position == len(self.tokens), self.tokens[self.position :]
        return found

    def _next(self, *signs: str) -> str | None:
        if self.position < len(self.tokens) and self.tokens[self.position] in {("sign", sign) for sign in signs}:
            self.position += 1
            return self.tokens[self.position - 1][1]
        return None

    def _comparison(self) -> Value:
        left = self._sum()
        while sign := self._next("<=", ">=", "<>", "<", ">", "="):
            left = _each(_COMPARE[sign], left, self._sum())
        return left

    def _sum(self) -> Value:
        left = self._product()
        while sign := self._next("+", "-"):
            left = _each(_ADD[sign], left, self._product())
        return left

    def _product(self) -> Value:
        left = self._unary()
        while sign := self._next("*", "/"):
            left = _each(_ADD[sign], left, self._unary())
        return left

    def _unary(self) -> Value:
        return _each(_ADD["-"], 0, self._unary()) if self._next("-") else self._atom()

    def _atom(self) -> Value:
        if self._next("("):
            inside = self._comparison()
            assert self._next(")")
            return inside
        kind, text = self.tokens[self.position]
        self.position += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "range":
            name, _, address = text.rpartition("!")
            cells = self.calculator.cells(name[1:-1].replace("''", "'") or self.sheet, address.replace("$", ""))
            return cells if ":" in address else cells[0]
        return self._call(text.removeprefix("_xlfn."))

    def _call(self, name: str) -> Value:
        assert self._next("(")
        arguments: list[Callable[[], Value]] = []
        while not self._next(")"):
            arguments.append(self._argument())
            self._next(",")
        return _FUNCTIONS[name](*arguments)

    def _argument(self) -> Callable[[], Value]:
        """An argument, computed at once; an error in it shows where it is used, so that IF and IFERROR can choose."""
        start = self.position
        try:
            found = self._comparison()
        except CellError as error:
            self.position = self._end_of_argument(start)
            return lambda error=error: _raise(error)  # type: ignore[misc]
        return lambda: found

    def _end_of_argument(self, start: int) -> int:
        depth = 0
        for position in range(start, len(self.tokens)):
            token = self.tokens[position]
            depth += (token == ("sign", "(")) - (token == ("sign", ")"))
            if depth < 0 or (depth == 0 and token == ("sign", ",")):
                return position
        return len(self.tokens)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    position = 0
    while position < len(text):
        match = _TOKENS.match(text, position)
        assert match and match.lastgroup, text[position:]
        yield match.lastgroup, match[match.lastgroup]
        position = match.end()


def _raise(error: CellError) -> Value:
    raise error


def _number(value: Value) -> float:
    if isinstance(value, str):
        raise CellError("#VALUE!")
    return 0.0 if value is None else float(value)


def _divide(one: Value, other: Value) -> float:
    if not _number(other):
        raise CellError("#DIV/0!")
    return _number(one) / _number(other)


def _order(value: Value) -> tuple[int, Any]:
    """Numbers come before texts, as spreadsheets have it."""
    return (1, value) if isinstance(value, str) else (0, _number(value))


_ADD: dict[str, Callable[[Value, Value], Value]] = {
    "+": lambda a, b: _number(a) + _number(b),
    "-": lambda a, b: _number(a) - _number(b),
    "*": lambda a, b: _number(a) * _number(b),
    "/": _divide,
}
_COMPARE: dict[str, Callable[[Value, Value], Value]] = {
    "=": lambda a, b: _order(a) == _order(b),
    "<>": lambda a, b: _order(a) != _order(b),
    "<": lambda a, b: _order(a) < _order(b),
    ">": lambda a, b: _order(a) > _order(b),
    "<=": lambda a, b: _order(a) <= _order(b),
    ">=": lambda a, b: _order(a) >= _order(b),
}


def _each(operation: Callable[[Value, Value], Value], one: Value, other: Value) -> Value:
    if not isinstance(one, list) and not isinstance(other, list):
        return operation(one, other)
    count = len(one) if isinstance(one, list) else len(other)
    left, right = (value if isinstance(value, list) else [value] * count for value in (one, other))
    return [operation(a, b) for a, b in zip(left, right, strict=True)]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _numbers(value: Value) -> list[float]:
    return [v for v in (value if isinstance(value, list) else [value]) if _is_number(v)]


def _sumproduct(*arguments: Callable[[], Value]) -> float:
    # Texts count as zero where a range is an argument of its own; within a sum they are an error already.
    lists = [value if isinstance(value := argument(), list) else [value] for argument in arguments]
    factors = [[float(v) if isinstance(v, int | float) else 0.0 for v in values] for values in lists]
    total = 0.0
    for parts in zip(*factors, strict=True):
        product = 1.0
        for part in parts:
            product *= part
        total += product
    return total


def _isnumber(argument: Callable[[], Value]) -> Value:
    try:
        value = argument()
    except CellError:
        return False
    return [_is_number(v) for v in value] if isinstance(value, list) else _is_number(value)


def _iferror(argument: Callable[[], Value], otherwise: Callable[[], Value]) -> Value:
    try:
        return argument()
    except CellError:
        return otherwise()


def _match(wanted: Callable[[], Value], among: Callable[[], Value], kind: Callable[[], Value]) -> int:
    assert kind() == 0
    try:
        return int(among().index(wanted())) + 1
    except ValueError:
        raise CellError("#N/A") from None


def _round(value: Callable[[], Value], places: Callable[[], Value]) -> float:
    step = Decimal(1).scaleb(-int(places()))
    return float(Decimal(repr(_number(value()))).quantize(step, rounding=ROUND_HALF_UP))


def _rank(value: Callable[[], Value], among: Callable[[], Value]) -> int:
    own = _number(value())
    return 1 + len([other for other in _numbers(among()) if other > own])


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUMPRODUCT": _sumproduct,
    "SUM": lambda *arguments: sum(number for argument in arguments for number in _numbers(argument())),
    "COUNT": lambda argument: len(_numbers(argument())),
    "COUNTIF": lambda cells, wanted: sum(_order(cell) == _order(wanted()) for cell in cells()),
    "IF": lambda test, then, otherwise: then() if test() else otherwise(),
    "IFERROR": _iferror,
    "ISNUMBER": _isnumber,
    "AND": lambda *arguments: all(argument() for argument in arguments),
    "OR": lambda *arguments: any(argument() for argument in arguments),
    "ROUND": _round,
    "RANK.EQ": _rank,
    "INDEX": lambda cells, place: cells()[place() - 1],
    "MATCH": _match,
    "ABS": lambda value: abs(_number(value())),
}
