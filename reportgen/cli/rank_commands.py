"""The words, arguments and options of `reportgen rank`."""

# ruff: noqa: PLC0415  (what the command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from reportgen.cli.batch_commands import COUNT
from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option, output_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.values import OneOf
from reportgen.cli.words import Words
from reportgen.problems import Language

INDEX_SETS: Mapping[str, tuple[str, int, int | None]] = {
    "dti_cap_tinh_2020": ("1726/QĐ-BTTTT", 2020, 2020),
    "dti_cap_tinh_922": ("922/QĐ-BTTTT", 2021, 2023),
    "dti_cap_bo_922": ("922/QĐ-BTTTT", 2021, 2023),
    "dti_cap_tinh_405": ("405/QĐ-BKHCN", 2024, None),
    "dti_cap_bo_405": ("405/QĐ-BKHCN", 2024, None),
}
"""The index sets by key: the decision that issued each, and the first and last year of figures that it is for."""
SCALES = ("gia_tri", "diem", "so_lieu")
MISSING_RULES = ("chua_biet", "loai_tru", "tinh_khong", "thay_trung_binh")
"""The values of these options as the model has them; a test holds all three equal: help must not load the model."""


@click.pass_context
def _rank(
    ctx: click.Context,
    source: Path,
    index_set: str,
    year: int,
    scale: str,
    missing: str,
    published: bool,
    draws: int | None,
    output: Path | None,
    all_tables: bool,
) -> Outcome:
    from reportgen.cli.rank import rank

    return rank(
        source,
        index_set=index_set,
        year=year,
        scale=scale,
        missing=missing,
        published=published,
        draws=draws or 0,
        output=output,
        all_tables=all_tables,
        language=settings_of(ctx).language,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else None,
    )


def _list_sets(language: Language) -> str:
    """Return the index sets with their years and decisions, for the help page."""
    words = {"vi": ("từ {}", "Quyết định"), "en": ("from {}", "Decision")}[language]
    said = []
    for number, first, last in dict.fromkeys(INDEX_SETS.values()):
        keys = ", ".join(key for key, about in INDEX_SETS.items() if about == (number, first, last))
        years = words[0].format(first) if last is None else str(first) if first == last else f"{first}-{last}"
        said.append(f"{keys}: {years}, {words[1]} {number}")
    return "; ".join(said)


def scoring_options() -> list[Option]:
    """The options that say by what rules a table of indicators is scored and ranked."""
    return [
        Option(
            "--set",
            "index_set",
            words=Words(
                f"Bộ chỉ số của các tỉnh (cap_tinh) hoặc của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ "
                f"(cap_bo), theo năm của số liệu: {_list_sets('vi')}.",
                f"The index set, of provinces (cap_tinh) or of ministries and the like (cap_bo), by the year of the "
                f"figures: {_list_sets('en')}.",
            ),
            type=OneOf(tuple(INDEX_SETS)),
            required=True,
        ),
        Option(
            "--year",
            words=Words("Năm của số liệu.", "The year of the figures."),
            type=COUNT,
            required=True,
            metavars=Words("NĂM", "YEAR"),
        ),
        Option(
            "--scale",
            words=Words(
                "Số trong bảng là gì: gia_tri: giá trị từ 0 đến 1 hoặc phần trăm có dấu %; diem: điểm, đến điểm tối "
                "đa của từng chỉ số; so_lieu: số liệu chưa chấm. Mặc định: gia_tri.",
                "What the numbers are: gia_tri: values from 0 to 1, or percentages with “%”; diem: points, up to the "
                "maximum of each index; so_lieu: raw figures, to be scored. Default: gia_tri.",
            ),
            type=OneOf(SCALES),
            default=SCALES[0],
        ),
        Option(
            "--missing",
            words=Words(
                "Cách xử lý số chưa biết: chua_biet: để là chưa biết, đơn vị thiếu chỉ số không được xếp hạng; "
                "loai_tru: bỏ khỏi cả điểm đạt và điểm tối đa; tinh_khong: tính 0 điểm; thay_trung_binh: thay bằng "
                "trung bình của các đơn vị có số liệu. Mặc định: chua_biet.",
                "What is done with unknown values: chua_biet: they stay unknown, and a unit that lacks an index has "
                "no rank; loai_tru: they are left out of both points and maxima; tinh_khong: they count as 0; "
                "thay_trung_binh: they are taken to be the mean of the other units. Default: chua_biet.",
            ),
            type=OneOf(MISSING_RULES),
            default=MISSING_RULES[0],
        ),
        Option(
            "--published",
            words=Words("Xếp theo tổng đã công bố trong bảng.", "Rank by the published totals in the table."),
            is_flag=True,
        ),
    ]


rank_command = Command(
    "rank",
    Words(
        "Chấm điểm và xếp hạng một bảng chỉ số theo bộ chỉ số DTI.\n\n"
        "Số chưa biết được giữ là chưa biết, trừ khi chọn cách khác; kết quả đã công bố trong bảng được đối chiếu "
        "với kết quả tính lại.",
        "Score and rank a table of indicators by a DTI index set.\n\n"
        "What is unknown stays unknown unless another rule is chosen; published results in the table are checked "
        "against recomputation.",
    ),
    [
        Argument(
            "source",
            Words("Bảng số liệu, CSV hoặc Excel.", "The table of figures, CSV or Excel."),
            metavars=Words("BẢNG", "TABLE"),
            type=PATH,
        ),
        *scoring_options(),
        Option(
            "--draws",
            words=Words(
                "Số lần thử trọng số và cách tính khác nhau, để biết thứ hạng chắc đến đâu; thêm các cột hạng tốt "
                "nhất, hạng thấp nhất và khả năng giữ hạng (từ 0 đến 1). Mặc định: không thử.",
                "How many variants of weights and method say how firm the ranks are; adds the columns best rank, "
                "worst rank and chance to keep the rank (from 0 to 1). Default: none.",
            ),
            type=COUNT,
            metavars=Words("SỐ", "NUMBER"),
        ),
        Option(
            "--all",
            "all_tables",
            words=Words(
                "Thêm xếp hạng theo từng trụ cột và chỉ số chính.", "Add the rankings by pillar and by main index."
            ),
            is_flag=True,
        ),
        output_option(
            Words("Tệp .csv, .xlsx hoặc .json cần ghi.", "The .csv, .xlsx or .json file to write."),
            Words("TỆP", "FILE"),
        ),
        json_option(),
        *common_options(),
    ],
    _rank,
)
