"""The invented tables that every program gets. Standard library only: the peers' environment has nothing of ours."""

from __future__ import annotations

import csv
import io
import math

POINTS = {
    "nhan_thuc_so": 100,
    "the_che_so": 100,
    "ha_tang_so": 100,
    "nhan_luc_so": 100,
    "an_toan_thong_tin_mang": 100,
    "hoat_dong_chinh_quyen_so": 200,
    "hoat_dong_kinh_te_so": 150,
    "hoat_dong_xa_hoi_so": 150,
}
_FOUNDATION = tuple(POINTS)[:5]
PILLARS = {key: (*_FOUNDATION, key) for key in tuple(POINTS)[5:]}
"""The main indices of the provincial set of 922 with their points, and those of each pillar by its activity group."""

UNITS, INDICATORS = 63, 98
MOST_POINTS = 10
SPREAD = 0.25
"""The case of the draws: 63 units by 98 indicators of ten points each, weights varied by a quarter."""
WARM_UP = 100
"""Draws that each program makes before it is timed, so that libraries have started their threads."""


def commune_table(count: int) -> bytes:
    """Return the CSV file of `count` communes: code, name, values from 0 to 1 with four decimals."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["ma", "ten", *POINTS])
    for number in range(1, count + 1):
        values = [f"{_value(number, column) / 10_000:.4f}" for column in range(len(POINTS))]
        writer.writerow([f"X{number:05d}", f"Xã số {number}", *values])
    return stream.getvalue().encode()


def draw_table() -> list[list[float]]:
    """Return the points of each unit (row) for each indicator: strong units are strong in most of them."""
    return [
        [round(MOST_POINTS * (0.6 * unit / UNITS + 0.4 * _value(unit + 1, column) / 10_000), 2)
         for column in range(INDICATORS)]
        for unit in range(UNITS)
    ]  # fmt: skip


def concentration() -> float:
    """Return the sum of the parameters of the Dirichlet distribution that has the declared spread."""
    return (INDICATORS - 1) / SPREAD**2 - 1


def _value(row: int, column: int) -> int:
    """A number from 0 to 9999 that looks like chance and is the same everywhere."""
    fraction = math.modf(math.sin(row * 12.9898 + column * 78.233) * 43758.5453)[0]
    return int(abs(fraction) * 10_000)
