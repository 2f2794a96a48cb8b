"""The style file: complete, and strict about what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reportgen.chart import ChartStyleError, load_chart_style
from reportgen.document import ChartKind

SHIPPED = Path(__file__).parents[2] / "charts"
NAME = "thanh_ngang_so_voi_muc_tieu.yaml"


def test_shipped_style_is_read() -> None:
    style = load_chart_style(SHIPPED)
    assert style.bars_against_goal.bar_colour == "#5B8DB8"
    assert style.ranked_bars.axis_intervals == 6
    assert style.radar.background == style.tile_map.background == "#FFFFFF"


def test_every_file_belongs_to_a_kind_or_to_all() -> None:
    names = {path.stem for path in SHIPPED.glob("*.yaml")}
    assert names == {"chung", *ChartKind}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('thanh: "#5B8DB8"', "thanh: xanh", '`mau.thanh`: cần một màu dạng "#RRGGBB", nhưng tệp ghi `xanh`'),
        ("day_thanh: 10", "day_thanh: -1", "`net.day_thanh`: cần một số dương, nhưng tệp ghi `-1`"),
        ("day_thanh: 10", "day_thanh: yes", "`net.day_thanh`: cần một số dương, nhưng tệp ghi `True`"),
        ("day_thanh: 10", "day_thanh: .nan", "`net.day_thanh`: cần một số dương, nhưng tệp ghi `nan`"),
        ("day_thanh: 10", "be_day: 10", "`net.be_day`: mục này không có trong kiểu biểu đồ"),
        ("  day_thanh: 10\n", "", "`net.day_thanh`: thiếu mục này"),
        (
            "so_khoang_chia: 5",
            "so_khoang_chia: 2.5",
            "`so_khoang_chia`: cần một số nguyên dương, nhưng tệp ghi `2.5`",
        ),
        (
            "cot_so_lieu: 0.165",
            "cot_so_lieu: 1",
            "`be_rong_nhieu_nhat.cot_so_lieu`: cần một số lớn hơn 0 và nhỏ hơn 1, nhưng tệp ghi `1`",
        ),
    ],
)
def test_wrong_entry_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (SHIPPED / NAME).read_text(encoding="utf-8")
    assert old in text
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    (tmp_path / NAME).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ChartStyleError) as caught:
        load_chart_style(tmp_path)
    assert str(caught.value) == f"{NAME}, {message}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "không đọc được tệp"),
        ("a: [", "tệp không đúng cú pháp YAML"),
        ("- a", "cần các cặp `khóa: giá trị`"),
        ("", "cần các cặp `khóa: giá trị`"),
    ],
)
def test_file_that_cannot_be_used_says_why(tmp_path: Path, content: str | None, reason: str) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    (tmp_path / NAME).unlink()
    if content is not None:
        (tmp_path / NAME).write_text(content, encoding="utf-8")
    with pytest.raises(ChartStyleError) as caught:
        load_chart_style(tmp_path)
    assert (caught.value.key, caught.value.reason) == (None, reason)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('nen: "#FFFFFF"', "nen: trắng", '`mau.nen`: cần một màu dạng "#RRGGBB", nhưng tệp ghi `trắng`'),
        (
            '["#0072B2", "#E69F00"',
            '["xanh", "#E69F00"',
            '`mau.nhom`: cần một màu dạng "#RRGGBB", nhưng tệp ghi `xanh`',
        ),
        (
            'day_so_lieu: ["#0072B2", ',
            'day_so_lieu: "#0072B2" # ',
            "`mau.day_so_lieu`: cần một danh sách có ít nhất 2 màu",
        ),
        ('  nen: "#FFFFFF"\n', "", "`mau.nen`: thiếu mục này"),
    ],
)
def test_wrong_entry_of_the_common_file_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    text = (SHIPPED / "chung.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "chung.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ChartStyleError) as caught:
        load_chart_style(tmp_path)
    assert str(caught.value).startswith(f"chung.yaml, {message}")
