"""Finding the font of a chart, and measuring text in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.chart import ChartFont, find_chart_font
from reportgen.chart.font import TextMeasure


def save_variant(source: Path, target: Path, *, family: str | None = None, without: str = "") -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(source)
    for table in font["cmap"].tables:
        for letter in without:
            table.cmap.pop(ord(letter), None)
    if family:
        for record in font["name"].names:
            if record.nameID == 1:
                record.string = family
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def test_without_fonts_the_one_of_matplotlib_is_chosen(tmp_path: Path) -> None:
    font = find_chart_font([tmp_path, tmp_path / "absent"])
    assert (font.name, font.path.name, font.path.is_file()) == ("DejaVu Serif", "DejaVuSerif.ttf", True)


def test_times_new_roman_goes_before_liberation_serif_wherever_it_lies(liberation: Path, tmp_path: Path) -> None:
    times = tmp_path / "windows" / "Times.TTF"
    save_variant(liberation, times, family="Times New Roman")
    assert find_chart_font([liberation.parent]) == ChartFont("Liberation Serif", liberation)
    assert find_chart_font([liberation.parent, tmp_path]) == ChartFont("Times New Roman", times)


def test_font_that_lacks_a_vietnamese_letter_is_passed_over(liberation: Path, tmp_path: Path) -> None:
    save_variant(liberation, tmp_path / "LiberationSerif-Regular.ttf", without="ệ")
    assert find_chart_font([tmp_path]).name == "DejaVu Serif"


def test_file_of_another_family_or_none_is_passed_over(liberation: Path, tmp_path: Path) -> None:
    save_variant(liberation, tmp_path / "a" / "times.ttf")
    (tmp_path / "LiberationSerif-Regular.ttf").write_bytes(b"no font")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "LiberationSerif-Regular.ttf").write_bytes(b"")
    assert find_chart_font([tmp_path]).name == "DejaVu Serif"


def test_widths_are_those_of_the_font(liberation: Path) -> None:
    measure = TextMeasure(ChartFont("Liberation Serif", liberation))
    assert measure.width("1234567890", 14) == pytest.approx(70)
    assert measure.width("Ệ", 2048) == pytest.approx(1251)


@pytest.mark.parametrize(
    ("text", "drawn", "missing"),
    [
        ("Tỷ lệ\nhộ \r\n nghèo ", "Tỷ lệ hộ nghèo", ""),
        ("a\u0323\u0302", "ậ", ""),
        ("năm\u00a02025", "năm\u00a02025", ""),
        ("漢\x01b", "□□b", "\x01漢"),
    ],
)
def test_text_is_made_drawable_and_what_the_font_lacks_is_told(
    font: ChartFont, text: str, drawn: str, missing: str
) -> None:
    measure = TextMeasure(font)
    assert measure.drawable(text) == drawn
    assert "".join(sorted(measure.missing)) == missing


def test_lines_fit_and_only_a_word_wider_than_the_room_is_cut(font: ChartFont) -> None:
    measure = TextMeasure(font)
    lines = measure.wrap("Tỷ lệ dịch vụ công trực tuyến " + "W" * 30, 10, 90)
    assert all(measure.width(line, 10) <= 90 for line in lines)
    assert "".join(lines).replace(" ", "") == "Tỷlệdịchvụcôngtrựctuyến" + "W" * 30
    assert measure.wrap("", 10, 90) == ("",)
    assert measure.wrap("WW", 10, 1) == ("W", "W")
