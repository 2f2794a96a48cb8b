"""The words, arguments and options of `reportgen fix`."""

# ruff: noqa: PLC0415  (what a command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option, output_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.words import Words


@click.pass_context
def _fix(
    ctx: click.Context,
    source: Path,
    output: Path | None,
    layers: tuple[Path, ...],
    tracked: bool,
    in_place: bool,
) -> Outcome:
    from reportgen.cli.fix import FixOrder, fix

    return fix(FixOrder(source, output, in_place=in_place, tracked=tracked, layers=layers), settings_of(ctx))


fix_command = Command(
    "fix",
    Words(
        "Sửa những chỗ trái thể thức sửa được một cách an toàn trong tệp Word, và liệt kê những gì đã sửa.\n\n"
        "Chỉ sửa định dạng, khoảng trắng, dấu câu của danh sách, số 0 và dạng chữ Unicode; không sửa lời văn, "
        "không sửa tệp đã ký số. Những gì chỉ là lưu ý thì để nguyên.",
        "Mend what can safely be mended of the form of a Word file, and list what was done.\n\n"
        "Only formatting, spaces, punctuation of lists, zeros and the form of letters are mended: never the wording, "
        "and never a digitally signed file. What is only a note is left alone.",
    ),
    [
        Argument(
            "source",
            Words("Tệp .docx cần sửa.", "The .docx file to mend."),
            metavars=Words("TỆP.docx", "FILE.docx"),
            type=PATH,
        ),
        output_option(
            Words(
                "Tệp để ghi bản đã sửa, hoặc thư mục; bắt buộc, trừ khi có `--in-place`.",
                "Where to write the mended copy, or its folder; required unless `--in-place` is given.",
            ),
            Words("BẢN_SAO.docx", "COPY.docx"),
        ),
        Option(
            "--layer",
            "layers",
            words=Words(
                "Quy tắc riêng của cơ quan, như của `reportgen check` (ghi được nhiều lần).",
                "An agency's own rules, as for `reportgen check` (may be repeated).",
            ),
            metavars=Words("TỆP.yaml", "FILE.yaml"),
            type=PATH,
            multiple=True,
        ),
        Option(
            "--tracked",
            words=Words(
                "Ghi chỗ sửa thành thay đổi được theo dõi của Word, để người soạn chấp nhận hoặc bỏ.",
                "Write what is mended as Word's tracked changes, to be accepted or rejected.",
            ),
            is_flag=True,
        ),
        Option(
            "--in-place",
            words=Words("Ghi vào chính tệp đó.", "Write to the file itself."),
            is_flag=True,
        ),
        json_option(),
        *common_options(),
    ],
    _fix,
)
