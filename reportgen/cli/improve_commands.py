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
        "Làm công văn gửi riêng từng đơn vị về chỉ số còn yếu của chính đơn vị đó, từ một bảng chỉ số DTI.\n\n"
        "Thư soạn một lần; {{ket_qua}}, {{chi_so_yeu}}, {{ghi_chu}}… được thay bằng lời riêng của từng đơn vị; bảng "
        "ghi `dong_theo: chi_so` nhận các chỉ số còn yếu, bảng ghi `dong_theo: trong_tam` nhận các chỉ số thành phần "
        "cần tập trung. Thư mục kết quả có cả các danh sách đã dùng, để sửa và làm lại bằng `reportgen batch`.",
        "Make a letter to each unit about its own weak indices, from a table of DTI indicators.\n\n"
        "The letter is composed once; {{ket_qua}}, {{chi_so_yeu}}, {{ghi_chu}} and so on stand for each unit's own "
        "words; the table with `dong_theo: chi_so` takes its weak indices, that with `dong_theo: trong_tam` the "
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
                "Nêu nhiều nhất bấy nhiêu chỉ số yếu, có thể thêm nhiều điểm nhất trước; mặc định: 3.",
                "Name at most so many weak indices, those that could bring most points first; default: 3.",
            ),
            type=COUNT,
            metavars=Words("SỐ", "NUMBER"),
        ),
        Option(
            "--names",
            words=Words(
                "Mẫu tên tệp, không có đuôi; mặc định: “{ma}”.",
                "The pattern of file names, without suffix; default: “{ma}”.",
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
