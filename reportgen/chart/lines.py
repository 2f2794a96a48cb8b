"""The drawing of lines over years: one for each series, its name and last value at its end, gaps where unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import REFERENCE_DASH, Entry, add_legend, reference_entry, words_entry
from reportgen.chart.looks import LinesStyle
from reportgen.chart.picture import Line, Mark, Picture, Polyline
from reportgen.chart.scale import Scale, axis_up
from reportgen.chart.series_look import SeriesLook, line_looks
from reportgen.chart.shape import check_shape
from reportgen.chart.spread import spread_between
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import UNKNOWN, rounding, say_value
from reportgen.document import Chart, Series

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_LEAST_PLOT = 70.0  # points
_AFTER_LABEL = 0.8  # between the axis and its numbers, as a share of the letter size
_SAMPLE = 2.4  # the line beside a name, with the gap after it, as shares of the letter size
_SAMPLE_GAP = 0.5
_BETWEEN = 0.6  # between two labels beside one another
_GAP_NOTE = f"Chỗ đường bị ngắt: {UNKNOWN}"


def lay_out_lines(
    chart: Chart, *, width: float, style: LinesStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for the lines.
    """
    check_shape(chart)
    typeset, write = Typeset(measure, style.line_spacing), rounding(format_quantity, chart.decimals)
    looks, size = line_looks(chart, style), style.axis_size
    left, right = style.margin, width - style.margin
    ends = _EndLabels.of(chart, style.name_share * (right - left), style, typeset, write)
    height = max(style.plot_height, sum(ends.heights))
    axis = axis_up(chart, height, intervals=style.axis_intervals, size=size)
    labels = [measure.drawable(format_quantity(tick, "")) for tick in axis.ticks]
    start = left + max(measure.width(label, size) for label in labels) + _AFTER_LABEL * size
    stop = right - ends.width - style.column_gap
    if stop - start < _LEAST_PLOT:
        raise ChartShapeError(f"{width:.0f} points are too narrow for this chart")
    marks: list[Mark] = []
    title = chart.value_axis or chart.series[0].unit
    lines = measure.wrap(title, size, right - left) if title else ()
    marks.extend(typeset.below(lines, left, style.margin, size, style.muted_colour, "left"))
    title_height = typeset.height(len(lines), size) if lines else 0.0
    # The number above the highest marker stands below the title.
    top = style.margin + title_height + typeset.height(1, size) + style.marker_size / 2 + 1
    bottom = top + height
    plot = _Plot(chart, style, typeset, write, Scale(axis, bottom, top), start, stop)
    marks.extend(plot.grid(labels))
    marks.extend(plot.reference())
    for series, look in reversed(list(zip(chart.series, looks, strict=True))):
        marks.extend(plot.line(series, look))
    marks.extend(plot.values(chart.series[0]))
    marks.extend(ends.marks(plot.scale, looks, right))
    end, names = bottom + 0.3 * size, plot.names()
    for place, name in names.items():
        marks.extend(typeset.below(name, plot.x(place), end, size, style.text_colour, "center"))
    end += typeset.height(max(map(len, names.values())), size)
    notes = list(_notes(chart, style, write))
    end += style.column_gap / 2 if notes else 0
    end = add_legend(marks, end, notes, left=start, right=right, size=size, typeset=typeset, style=style)
    return Picture(width, end + style.margin, style.background, tuple(marks))


@dataclass(frozen=True, slots=True)
class _EndLabels:
    """The names of the series with their last values, which stand at the ends of the lines."""

    chart: Chart
    style: LinesStyle
    typeset: Typeset
    lines: tuple[tuple[str, ...], ...]
    width: float

    @classmethod
    def of(cls, chart: Chart, room: float, style: LinesStyle, typeset: Typeset, write: FormatQuantity) -> _EndLabels:
        size, sample = style.value_size, (_SAMPLE + _SAMPLE_GAP) * style.value_size
        said = [
            f"{series.name}: {say_value(_last(series), series.unit, write)}{_when(chart, series)}"
            for series in chart.series
        ]
        lines = tuple(typeset.measure.wrap(words, size, max(room - sample, size)) for words in said)
        return cls(chart, style, typeset, lines, sample + max(typeset.width(each, size) for each in lines))

    @property
    def heights(self) -> list[float]:
        """How tall each label is, with a little room around it."""
        return [self.typeset.height(len(lines), self.style.value_size) + 2 for lines in self.lines]

    def marks(self, scale: Scale, looks: tuple[SeriesLook, ...], right: float) -> Iterator[Mark]:
        """Yield the labels with samples of their lines, each as near to its line's end as the others let it."""
        style, size, x = self.style, self.style.value_size, right - self.width
        ends = [_last(series) for series in self.chart.series]
        wanted = [scale.start if end is None else scale.at(end) for end in ends]
        middles = spread_between(wanted, self.heights, scale.end, scale.start)
        for lines, look, middle in zip(self.lines, looks, middles, strict=True):
            yield from look.sample(style.line_width, style.marker_size, style)(x, x + _SAMPLE * size, middle, size)
            start = x + (_SAMPLE + _SAMPLE_GAP) * size
            yield from self.typeset.centred(lines, start, middle, size, style.text_colour, "left")


@dataclass(frozen=True, slots=True)
class _Plot:
    chart: Chart
    style: LinesStyle
    typeset: Typeset
    write: FormatQuantity
    scale: Scale
    start: float
    stop: float

    @property
    def slot(self) -> float:
        """How wide the room of a year is."""
        return (self.stop - self.start) / len(self.chart.categories)

    def x(self, place: int) -> float:
        """Return where the year at `place` stands."""
        return self.start + (place + 0.5) * self.slot

    def grid(self, labels: list[str]) -> Iterator[Mark]:
        """Yield the lines of the ticks with their numbers, and the base line."""
        style, size = self.style, self.style.axis_size
        for tick, label in zip(self.scale.axis.ticks, labels, strict=True):
            y, x = self.scale.at(tick), self.start - _AFTER_LABEL * size / 2
            yield Line(self.start, y, self.stop, y, style.grid_width, style.grid_colour)
            yield from self.typeset.centred((label,), x, y, size, style.muted_colour, "right")
        y = self.scale.base
        yield Line(self.start, y, self.stop, y, style.baseline_width, style.baseline_colour)

    def reference(self) -> Iterator[Mark]:
        """Yield the line of the reference value."""
        reference, style = self.chart.reference, self.style
        if reference is not None:
            y, width, colour = self.scale.at(reference.value), style.reference_width, style.reference_colour
            yield Line(self.start, y, self.stop, y, width, colour, REFERENCE_DASH, reference.name)

    def line(self, series: Series, look: SeriesLook) -> Iterator[Mark]:
        """Yield the stretches of a series between unknown years, then its markers."""
        for stretch in _stretches(series):
            points = tuple((self.x(place), self.scale.at(value)) for place, value in stretch)
            if len(points) > 1:
                yield Polyline(points, self.style.line_width, look.colour, look.dash, series.name)
            for (place, _), (x, y) in zip(stretch, points, strict=True):
                yield look.marker(x, y, self.style.marker_size, self.style, self.chart.categories[place])

    def values(self, series: Series) -> Iterator[Mark]:
        """Yield the numbers of a series above its markers, if there is room for all of them beside one another."""
        size, colour, measure = self.style.axis_size, self.style.text_colour, self.typeset.measure
        said = {place: measure.drawable(self.write(v, "")) for place, v in enumerate(series.values) if v is not None}
        if any(measure.width(words, size) + _BETWEEN * size > self.slot for words in said.values()):
            return
        for place, value in enumerate(series.values):
            if value is not None:
                y = self._label_top(place, value, self.typeset.height(1, size))
                yield from self.typeset.below((said[place],), self.x(place), y, size, colour, "center")

    def _label_top(self, place: int, value: Decimal, height: float) -> float:
        """Return where the number of a marker starts: above it, or below if only there no other marker is met."""
        here, away = self.scale.at(value), self.style.marker_size / 2 + 1
        others = [self.scale.at(v) for s in self.chart.series[1:] if (v := s.values[place]) is not None]
        above, below = here - away - height, here + away

        def is_free(top: float) -> bool:
            return not any(top - away < other < top + height + away for other in others)

        fits_below = below + height <= self.scale.start
        return below if fits_below and is_free(below) and not is_free(above) else above

    def names(self) -> dict[int, tuple[str, ...]]:
        """Return the wrapped names of the years: of all, or of every second, third… one if they have no room."""
        size, measure, names = self.style.axis_size, self.typeset.measure, self.chart.categories
        widest = max(measure.longest_word_width(measure.drawable(name), size) for name in names)
        step = 1
        while step * self.slot < widest + _BETWEEN * size and step < len(names):
            step += 1
        # The first name is centred near the left edge, and must not reach over it.
        to_edge = 2 * (self.x(0) - self.style.margin)
        room = max(min(step * self.slot - _BETWEEN * size, to_edge), size)
        return {place: measure.wrap(names[place], size, room) for place in range(0, len(names), step)}


def _notes(chart: Chart, style: LinesStyle, write: FormatQuantity) -> Iterator[Entry]:
    if chart.reference is not None:
        value = write(chart.reference.value, chart.series[0].unit)
        yield reference_entry(f"{chart.reference.name}: {value}", style)
    if any(None in series.values for series in chart.series):
        yield words_entry(_GAP_NOTE)


def _when(chart: Chart, series: Series) -> str:
    """The year of the last value, where the line ends before the others may."""
    known = [place for place, value in enumerate(series.values) if value is not None]
    return f" ({chart.categories[known[-1]]})" if known and known[-1] < len(series.values) - 1 else ""


def _last(series: Series) -> Decimal | None:
    return next((value for value in reversed(series.values) if value is not None), None)


def _stretches(series: Series) -> list[list[tuple[int, Decimal]]]:
    """Return the known values with their places, cut where one is unknown."""
    stretches: list[list[tuple[int, Decimal]]] = [[]]
    for place, value in enumerate(series.values):
        if value is not None:
            stretches[-1].append((place, value))
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]
