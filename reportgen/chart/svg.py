"""A `Picture` as SVG for press and web: text stays text, so that it can be searched, translated and set anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from reportgen.chart.picture import Box, Circle, Hatch, Line, Mark, Picture, Point, Polygon, Polyline, Words

if TYPE_CHECKING:
    from reportgen.chart.drawn import ChartFont

# All as wide as Times New Roman, letter by letter; the last ones are there for a reader who has none of them.
_FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "DejaVu Serif")
_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}
# What XML 1.0 cannot hold.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


def write_svg(picture: Picture, font: ChartFont, *, title: str, description: str) -> str:
    """Return `picture` as an SVG document with a `title` and a `description` for readers who do not see it.

    The text asks for `font` first, then for fonts of the same widths. Sizes are in points, and nothing is fetched
    from outside. The same picture gives the same text.
    """
    width, height = _number(picture.width), _number(picture.height)
    families = ", ".join(f"'{name}'" for name in dict.fromkeys((font.name.replace("'", ""), *_FAMILIES)))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" role="img" lang="vi" '
        f'font-family={_attribute(f"{families}, serif")} aria-labelledby="title desc">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(description)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{picture.background}"/>',
        *(element for mark in picture.marks for element in _iter_elements(mark)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _iter_elements(mark: Mark) -> Iterator[str]:
    match mark:
        case Box():
            place = _place(x=mark.x, y=mark.y, width=max(mark.width, 0), height=max(mark.height, 0))
            yield f'<rect {place} fill="{mark.colour}"{_close("rect", mark.label)}'
        case Hatch():
            strokes = "".join(
                f"M{_points([(x, y)])}l{_points([(right - x, top - y)])}" for (x, y), (right, top) in mark.segments()
            )
            if strokes:
                yield f'<path d="{strokes}" {_stroke(mark.stroke, mark.colour)}{_close("path", mark.label)}'
        case Line():
            place = _place(x1=mark.x1, y1=mark.y1, x2=mark.x2, y2=mark.y2)
            yield f"<line {place} {_stroke(mark.width, mark.colour, mark.dash)}{_close('line', mark.label)}"
        case Polyline():
            stroke = f'fill="none" stroke-linejoin="round" {_stroke(mark.width, mark.colour, mark.dash)}'
            yield f'<polyline points="{_points(mark.points)}" {stroke}{_close("polyline", mark.label)}'
        case Polygon():
            look = _fill(mark.colour, mark.opacity) + _edge(mark.edge_width, mark.edge_colour)
            yield f'<polygon points="{_points(mark.points)}" {look}{_close("polygon", mark.label)}'
        case Circle():
            place = _place(cx=mark.x, cy=mark.y, r=mark.radius)
            look = _fill(mark.colour, 1.0) + _edge(mark.edge_width, mark.edge_colour)
            yield f"<circle {place} {look}{_close('circle', mark.label)}"
        case Words():
            place = f"{_place(x=mark.x, y=mark.y)}{_ANCHORS[mark.align]}"
            yield f'<text {place} font-size="{_number(mark.size)}" fill="{mark.colour}">{_text(mark.text)}</text>'


def _place(**numbers: float) -> str:
    return " ".join(f'{name}="{_number(number)}"' for name, number in numbers.items())


def _fill(colour: str, opacity: float) -> str:
    if not colour:
        return 'fill="none"'
    return f'fill="{colour}"' + (f' fill-opacity="{_number(opacity)}"' if opacity < 1 else "")


def _edge(width: float, colour: str) -> str:
    return f' stroke-linejoin="round" {_stroke(width, colour)}' if width and colour else ""


def _stroke(width: float, colour: str, dash: tuple[float, ...] = ()) -> str:
    dashes = f' stroke-dasharray="{" ".join(map(_number, dash))}"' if dash else ""
    return f'stroke="{colour}" stroke-width="{_number(width)}"{dashes}'


def _close(name: str, label: str) -> str:
    """Return the end of an element; a label becomes its title, which a browser shows under the pointer."""
    return f"><title>{_text(label)}</title></{name}>" if label else "/>"


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    return escape(_UNPRINTABLE.sub(_REPLACEMENT, text))


def _attribute(text: str) -> str:
    return quoteattr(_UNPRINTABLE.sub(_REPLACEMENT, text))
