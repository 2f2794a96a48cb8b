"""The words, arguments and options of `reportgen rank`."""

# ruff: noqa: PLC0415  (what the command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

from reportgen.cli.batch_commands import COUNT
from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option, output_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.values import OneOf
from reportgen.cli.words import Words

INDEX_SETS = ("dti_cap_tinh_2020", "dti_cap_tinh_922", "dti_cap_bo_922", "dti_cap_tinh_405", "dti_cap_bo_405")
SCALES = ("gia_tri", "diem", "so_lieu")
MISSING_RULES = ("chua_biet", "loai_tru", "tinh_khong", "thay_trung_binh")
"""The values of these options as the model has them; a test holds them equal, for help must not load the model."""


def _rank(
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
    )


def scoring_options() -> list[Option]:
    """The options that say by what rules a table of indicators is scored and ranked."""
    return [
        Option(
            "--set", "index_set", words=Words("Bộ chỉ số.", "The index set."), type=OneOf(INDEX_SETS), required=True
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
                "Số trong bảng là giá trị từ 0 đến 1, điểm, hay số liệu thô.",
                "Whether the numbers are values from 0 to 1, points, or raw figures.",
            ),
            type=OneOf(SCALES),
            default=SCALES[0],
        ),
        Option(
            "--missing",
            words=Words("Cách xử lý số chưa biết.", "What is done with unknown values."),
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
                "Số lần thử trọng số và cách tính khác nhau, để biết thứ hạng chắc đến đâu.",
                "How many variants of weights and method say how firm the ranks are.",
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
