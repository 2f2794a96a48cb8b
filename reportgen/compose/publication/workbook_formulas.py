"""The formulas of the appendix workbook, made of ranges only: no text from data ever enters one."""

from __future__ import annotations

from typing import assert_never

from reportgen.compose.ranking_table import UNKNOWN
from reportgen.model.ranking import MissingRule

_UNKNOWN = f'"{UNKNOWN}"'


def total_points(values: str, weights: str) -> str:
    """Return the points of a row of `values`; unknown ones, which are texts, add nothing: guard it."""
    return f"SUMPRODUCT({values},{weights})"


def all_known(values: str, weights: str) -> str:
    """Return whether all values are known that have a weight."""
    return f"SUMPRODUCT(({weights}>0)*(1-ISNUMBER({values})))=0"


def weighted_mean(values: str, weights: str, means: str, rule: MissingRule) -> str:
    """Return the mean of a row of `values` by `weights`, with unknown ones treated by `rule`.

    `means` are the means of the columns. The formula gives "chưa có số liệu" where the program knows no value.
    """
    points, none_known = total_points(values, weights), f"SUMPRODUCT(({weights}>0)*ISNUMBER({values}))=0"
    match rule:
        case MissingRule.KEEP:
            return f"=IF({all_known(values, weights)},{points}/SUM({weights}),{_UNKNOWN})"
        case MissingRule.ZERO:
            return f"={points}/SUM({weights})"
        case MissingRule.EXCLUDE:
            return f"=IF({none_known},{_UNKNOWN},{points}/SUMPRODUCT({weights}*ISNUMBER({values})))"
        case MissingRule.IMPUTE:
            gaps = f"({weights}>0)*(1-ISNUMBER({values}))"
            imputed = f"SUMPRODUCT({means},{weights}*(1-ISNUMBER({values})))"
            hopeless = f"SUMPRODUCT({gaps}*(1-ISNUMBER({means})))>0"
            return f"=IF(OR({none_known},{hopeless}),{_UNKNOWN},({points}+{imputed})/SUM({weights}))"
        case _:
            assert_never(rule)


def derived_mean(values: str, weights: str, all_weights: str, total: str) -> str:
    """Return a pillar's value: of its indices if they are known, else what the published `total` leaves for them.

    `weights` are the points within the pillar (0 outside it), `all_weights` those of all indices.
    """
    own = f"{total_points(values, weights)}/SUM({weights})"
    outside = f"({all_weights}-{weights})"
    others_known = f"SUMPRODUCT(({outside}>0)*(1-ISNUMBER({values})))=0"
    left = f"({total}*SUM({all_weights})-SUMPRODUCT({values},{outside}))/SUM({weights})"
    derived = f"IF(AND(ISNUMBER({total}),{others_known}),{left},{_UNKNOWN})"
    return f"=IF({all_known(values, weights)},{own},{derived})"


def mean_of(column: str) -> str:
    """Return the mean of what is known in a column."""
    return f"=IF(COUNT({column})=0,{_UNKNOWN},SUM({column})/COUNT({column}))"


def sum_of(cells: str) -> str:
    """Return the sum of what is known in `cells`, unknown if nothing is."""
    return f"=IF(COUNT({cells})=0,{_UNKNOWN},SUM({cells}))"


def agreement(one: str, other: str) -> str:
    """Return "khớp" where two numbers are the same, "lệch" where they are not, unknown if either is."""
    same = f'IF(ABS({one}-{other})<0.000001,"khớp","lệch")'
    return f"=IF(AND(ISNUMBER({one}),ISNUMBER({other})),{same},{_UNKNOWN})"


def difference(one: str, other: str) -> str:
    """Return `one` less `other`, unknown if either is."""
    return f"=IF(AND(ISNUMBER({one}),ISNUMBER({other})),{one}-{other},{_UNKNOWN})"


def lookup(values: str, codes: str, code: str) -> str:
    """Return the value of the unit with `code`, whichever row of the other sheet it stands in."""
    return f"=IFERROR(INDEX({values},MATCH({code},{codes},0)),{_UNKNOWN})"


def rounded_lookup(values: str, codes: str, code: str, decimals: int) -> str:
    """Return the value of the unit with `code`, rounded to what ranks are compared at; found by code, so that both
    sheets can be sorted.
    """  # noqa: D205  one thought
    return f"=IFERROR(ROUND(INDEX({values},MATCH({code},{codes},0)),{decimals}),{_UNKNOWN})"


def rank(value: str, column: str) -> str:
    """Return the standard competition rank of `value` in `column`, the highest first; unknown values have none."""
    return f"=IF(ISNUMBER({value}),RANK.EQ({value},{column}),{_UNKNOWN})"


def tie_mark(value: str, column: str) -> str:
    """Return "đồng hạng" for a value that stands more than once in `column`, else an empty text."""
    return f'=IF(ISNUMBER({value}),IF(COUNTIF({column},{value})>1,"đồng hạng",""),"")'


def count_between(column: str, low: str, high: str, *, with_high: bool) -> str:
    """Return how many values of `column` are at least `low` and below `high`, or at most that."""
    return f"=SUMPRODUCT(ISNUMBER({column})*({column}>={low})*({column}{'<=' if with_high else '<'}{high}))"
