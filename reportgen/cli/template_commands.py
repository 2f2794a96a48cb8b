"""The words, arguments and options of `reportgen template …`."""

# ruff: noqa: PLC0415  (what a command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.bilingual import Argument, Command, Group, Option, PageAsked
from reportgen.cli.exit_codes import ExitCode
from reportgen.cli.options import PATH, common_options, json_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.words import Words

_KIND = Words("LOẠI", "KIND")


@click.pass_context
def _template(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise PageAsked(ctx.get_help(), ExitCode.WRONG_COMMAND_LINE)


@click.pass_context
def _check(ctx: click.Context, source: Path, kind: str | None, copy: Path | None) -> Outcome:
    from reportgen.cli.template import check

    return check(source, kind, copy, settings_of(ctx).language)


@click.pass_context
def _tags(ctx: click.Context, kind: str) -> Outcome:
    from reportgen.cli.template import tags

    return tags(kind, settings_of(ctx).language)


template_group = Group(
    "template",
    Words(
        "Kiểm tra mẫu Word của cơ quan, và liệt kê các thẻ mà mẫu dùng được.",
        "Check a Word template of the agency's own, and list the tags that it may hold.",
    ),
    common_options(),
    _template,
    invoke_without_command=True,
)

template_group.add_command(
    Command(
        "check",
        Words(
            "Tìm mọi chỗ sai của một mẫu Word trước khi có dữ liệu.\n\n"
            "Báo thẻ lạ, thẻ thiếu, thẻ viết hỏng (cả ở đầu trang, chân trang, hộp chữ, chú thích), lệnh `if` lẻ, "
            "kiểu chữ thiếu, macro và liên kết ngoài; chỗ lệch thể thức Nghị định 30/2020/NĐ-CP là cảnh báo.",
            "Find all that is wrong with a Word template before there is any data.\n\n"
            "Reports tags that are unknown, missing or broken (in headers, footers, text boxes and notes too), an "
            "`if` without its end, missing styles, macros and outside content; departures from the form of Decree "
            "30/2020/ND-CP are warnings.",
        ),
        [
            Argument(
                "source",
                Words("Mẫu Word cần kiểm tra.", "The Word template to check."),
                metavars=Words("TỆP.docx", "FILE.docx"),
                type=PATH,
            ),
            Option(
                "--kind",
                words=Words(
                    "Mẫu dùng cho loại văn bản nào, như bao_cao_749, cong_van; mặc định: đoán theo các thẻ.",
                    "The kind of document that it is for, such as bao_cao_749, cong_van; default: guessed from "
                    "the tags.",
                ),
                metavars=_KIND,
            ),
            Option(
                "--annotate",
                "copy",
                words=Words(
                    "Ghi thêm một bản sao của mẫu, mỗi chỗ sai là một nhận xét của Word; mẫu gốc giữ nguyên.",
                    "Also write a copy of the template with each finding as a Word comment; the template stays as it "
                    "is.",
                ),
                metavars=Words("BẢN_SAO.docx", "COPY.docx"),
                type=PATH,
            ),
            json_option(),
            *common_options(),
        ],
        _check,
    )
)

template_group.add_command(
    Command(
        "tags",
        Words(
            "Liệt kê các thẻ mà mẫu của một loại văn bản dùng được.",
            "List the tags that a template of a kind of document may hold.",
        ),
        [
            Argument(
                "kind",
                Words("Loại văn bản, như bao_cao_749 hoặc cong_van.", "The kind of document, such as cong_van."),
                metavars=_KIND,
            ),
            json_option(),
            *common_options(),
        ],
        _tags,
    )
)
