"""The words, arguments and options of `reportgen improve`."""

# ruff: noqa: PLC0415  (what the command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.batch_commands import COUNT, folder_option, jobs_option, letter_template_option, pdfs_option
from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.rank_commands import scoring_options
from reportgen.cli.settings import settings_of
from reportgen.cli.words import Words

_DOCX = Words("TỆP.docx", "FILE.docx")


@click.pass_context
def _improve(
    ctx: click.Context,
    table: Path,
    letter: Path,
    folder: Path,
    index_set: str,
    year: int,
    scale: str,
    missing: str,
    published: bool,
    most: int | None,
    names: str | None,
    jobs: int,
    pdf: bool,
    merged: Path | None,
    template: Path | None,
) -> Outcome:
    from reportgen.cli.improve import ImproveOrder, improve

    order = ImproveOrder(
        table, letter, folder, index_set, year, scale, missing, published, most, names, jobs, pdf, merged, template
    )
    return improve(order, settings_of(ctx))


improve_command = Command(
    "improve",
    Words(
        "Làm công văn gửi riêng từng đơn vị về các chỉ số mà chính đơn vị đó có thể thêm nhiều điểm nhất, từ một "
        "bảng chỉ số DTI.\n\n"
        "Điểm có thể thêm là so với mức cao nhất của nhóm. Thư soạn một lần; {{ket_qua}}, {{chi_so_yeu}}, "
        "{{ghi_chu}}… được thay bằng lời riêng của từng đơn vị; câu {{chi_so_yeu}} và bảng ghi `dong_theo: chi_so` "
        "nêu cùng các chỉ số ấy, bảng ghi `dong_theo: trong_tam` nêu các chỉ số thành phần cần tập trung của chúng. "
        "Thư mục kết quả có cả các danh sách đã dùng, để sửa và làm lại bằng `reportgen batch`.",
        "Make a letter to each unit about the indices where it could gain most points, from a table of DTI "
        "indicators.\n\n"
        "The gain is what the best value of the group would bring. The letter is composed once; {{ket_qua}}, "
        "{{chi_so_yeu}}, {{ghi_chu}} and so on stand for each unit's own words; the sentence {{chi_so_yeu}} and the "
        "table with `dong_theo: chi_so` name these same indices, the table with `dong_theo: trong_tam` their "
        "components to push. The lists that were used are in the output folder, to be edited and used with "
        "`reportgen batch`.",
    ),
    [
        Argument(
            "table",
            Words("Bảng số liệu, CSV hoặc Excel.", "The table of figures, CSV or Excel."),
            metavars=Words("BẢNG", "TABLE"),
            type=PATH,
        ),
        Option(
            "--letter",
            words=Words(
                "Tệp dữ liệu YAML hoặc JSON của công văn; mẫu: samples/cong_van_cai_thien_dti.",
                "The YAML or JSON data file of the letter; a sample: samples/cong_van_cai_thien_dti.",
            ),
            metavars=Words("TỆP", "FILE"),
            type=PATH,
            required=True,
        ),
        folder_option(),
        *scoring_options(),
        Option(
            "--most",
            words=Words(
                "Nêu nhiều nhất bấy nhiêu chỉ số, có thể thêm nhiều điểm nhất trước; mặc định: 3.",
                "Name at most so many indices, those that could bring most points first; default: 3.",
            ),
            type=COUNT,
            metavars=Words("SỐ", "NUMBER"),
        ),
        Option(
            "--names",
            words=Words(
                "Mẫu tên tệp, không có đuôi; dùng được {stt}, {ma}, {ten}, {hang} và mọi tên khác có trong thư; mặc "
                "định: “{ma}”.",
                "The pattern of file names, without suffix; it may have {stt}, {ma}, {ten}, {hang} and whatever else "
                "the letter may mention; default: “{ma}”.",
            ),
            metavars=Words("MẪU", "PATTERN"),
        ),
        jobs_option(),
        pdfs_option(),
        Option(
            "--merge",
            "merged",
            words=Words(
                "Ghép mọi văn bản, theo thứ hạng, thành tệp này để in.",
                "Merge all letters, in the order of the ranks, into this file for printing.",
            ),
            metavars=_DOCX,
            type=PATH,
        ),
        letter_template_option(),
        json_option(),
        *common_options(),
    ],
    _improve,
)
