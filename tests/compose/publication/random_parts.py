"""Parts made of random tables, for tests of the words that are made from them."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

from hypothesis import strategies as st

from reportgen.compose.publication.content import EarlierEdition, PublicationPart
from reportgen.index.edition import GroupResult, rank_edition
from reportgen.index.rank_change import Edition, explain_rank_changes
from reportgen.index.robustness import RobustnessSettings
from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Measurements, PublishedResults, Scale, Unit
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import FULL_PRECISION, MissingRule
from tests.index.sets import make_set

# Names that hold the joints of lists, a point and a bracket, and names that begin with others.
NAMES = ("A", "A và B", "B", "Bộ C, D và Đ", "TP. H", "Bộ C", "E (cũ)", "Bắc Kạn", "G", "Thanh H", "I", "K", "L")
VALUES = st.one_of(
    st.none(),
    st.integers(0, 4).map(lambda n: Decimal(n) / 4),
    st.integers(0, 10**6).map(lambda n: Decimal(n) / 10**6),
)
PILLARS = [
    {"khoa": "tru_x", "ten": "Trụ X", "chi_so_chinh": ["a", "b"]},
    {"khoa": "tru_y", "ten": "Trụ, Y và Z", "chi_so_chinh": ["a", "c"]},
]


def make_measurements(rows: dict[int, list[Decimal | None]], year: int, *, published: bool = False) -> Measurements:
    """A table of the units numbered by the keys of `rows`; `published` totals are the means of what is known."""
    units = tuple(Unit(f"U{number}", NAMES[number]) for number in rows)
    totals = {
        f"U{number}": (sum(known, Decimal(0)) / len(known)).quantize(Decimal("0.0001"))
        for number, row in rows.items()
        if (known := [value for value in row if value is not None])
    }
    return Measurements(
        index_set_key="thu",
        year=year,
        scale=Scale.INDEX,
        units=units,
        keys=("a", "b", "c"),
        values=tuple(tuple(row) for row in rows.values()),
        published=PublishedResults(totals=totals if published else {}),
        source="bảng để thử",
    )


def make_part(
    measurements: Measurements,
    earlier: tuple[Measurements, ...] = (),
    *,
    index_set: IndexSet | None = None,
    old_set: IndexSet | None = None,
    takes_published: bool = False,
    missing_rule: MissingRule = MissingRule.KEEP,
    precision: int = FULL_PRECISION,
    draws: int = 0,
) -> PublicationPart:
    """A part of one group, as the production makes it."""
    used = index_set or make_set({"a": 30, "b": 50, "c": 20}, tru_cot=PILLARS)

    def rank(table: Measurements, by: IndexSet, settings: RobustnessSettings | None) -> tuple[GroupResult, ...]:
        return rank_edition(
            table,
            by,
            missing_rule=missing_rule,
            precision=precision,
            take_published=takes_published,
            settings=settings,
        )

    scored = {index.key for index in used.scored_indices}
    any_known = any(
        value is not None and key in scored
        for row in measurements.values
        for key, value in zip(measurements.keys, row, strict=True)
    )
    results = rank(measurements, used, RobustnessSettings(draws=draws) if draws and any_known else None)
    before = tuple(
        EarlierEdition(table.year, old_set or used, rank(table, old_set or used, None), MergeRule.MEAN)
        for table in earlier
    )
    changes = (
        explain_rank_changes(
            Edition(old.measurements, old_set or used, missing_rule), Edition(new.measurements, used, missing_rule)
        )
        for edition in before[:1]
        for old, new in zip(edition.results, results, strict=True)
    )
    return PublicationPart(
        "thu", "cấp thử", "tỉnh, thành phố", measurements.year, used, missing_rule, takes_published, results, {},
        before, {change.unit.code: change for change in chain.from_iterable(changes)}, {},
    )  # fmt: skip


@st.composite
def parts(draw: st.DrawFn) -> PublicationPart:
    """Any part: few or many units, ties, unknown values, editions before, published totals or not."""
    published = draw(st.booleans())
    tables = [
        make_measurements(draw(_rows()), 2022 - back, published=published) for back in range(draw(st.integers(1, 3)))
    ]
    points: dict[str, int | None] = draw(st.sampled_from([{"a": 30, "b": 50, "c": 20}, {"a": 1, "b": 1, "c": 0}]))
    pillars = PILLARS if draw(st.booleans()) else []
    return make_part(
        tables[0],
        tuple(tables[1:]),
        index_set=make_set(points, tru_cot=pillars),
        old_set=make_set({"a": 10, "b": 10, "c": 80}, tru_cot=pillars) if draw(st.booleans()) else None,
        takes_published=published,
        missing_rule=draw(st.sampled_from([MissingRule.KEEP, MissingRule.EXCLUDE, MissingRule.ZERO])),
        precision=draw(st.sampled_from([1, 3, FULL_PRECISION])),
        draws=draw(st.sampled_from([0, 7])),
    )


def _rows() -> st.SearchStrategy[dict[int, list[Decimal | None]]]:
    row = st.lists(VALUES, min_size=3, max_size=3)
    return st.dictionaries(st.integers(0, len(NAMES) - 1), row, min_size=1, max_size=len(NAMES))
