"""The commands: their words, arguments and options. What they do stands in a module each, imported when they run."""

# ruff: noqa: PLC0415  (what a command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from reportgen.cli.batch_commands import batch_command, merge_command
from reportgen.cli.bilingual import Argument, Command, Group, Option, PageAsked
from reportgen.cli.check_commands import check_command
from reportgen.cli.exit_codes import ExitCode
from reportgen.cli.fix_commands import fix_command
from reportgen.cli.improve_commands import improve_command
from reportgen.cli.options import PATH, common_options, date_option, json_option, output_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.publish_commands import publish_command
from reportgen.cli.rank_commands import rank_command
from reportgen.cli.settings import settings_of
from reportgen.cli.template_commands import template_group
from reportgen.cli.values import OneOf
from reportgen.cli.words import Words

PROGRAM = "reportgen"
AGENCY_GROUPS = ("chinh_phu", "bo", "co_quan_ngang_bo", "co_quan_thuoc_chinh_phu", "don_vi_thuoc_bo", "tinh")
"""The groups of the register; a test holds them to those of the model, which takes long to import."""

_FILE = Words("TỆP", "FILE")
_FOLDER = Words("THƯ_MỤC", "FOLDER")


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        try:
            raise PageAsked(f"{PROGRAM} {version(PROGRAM)}")
        except PackageNotFoundError:
            unknown = Words("(chạy từ mã nguồn, chưa cài đặt)", "(run from source, not installed)")
            raise PageAsked(f"{PROGRAM} {unknown.of(settings_of(ctx).language)}") from None


@click.pass_context
def _program(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise PageAsked(ctx.get_help(), ExitCode.WRONG_COMMAND_LINE)


@click.pass_context
def _build(
    ctx: click.Context,
    source: Path,
    output: Path | None,
    template: Path | None,
    draft: bool,
    pdf: bool,
    strict: bool,
) -> Outcome:
    from reportgen.cli.build import build

    settings = settings_of(ctx)
    return build(source, settings, output=output, template=template, draft=draft, pdf=pdf, strict=strict)


def _outline(agency: str, output: Path | None, day: date | None, force: bool) -> Outcome:
    from reportgen.cli.outline import outline

    return outline(agency, output or Path(), day or date.today(), force=force)


@click.pass_context
def _new(ctx: click.Context, kind: str | None, output: Path | None, force: bool) -> Outcome:
    from reportgen.cli.new import new

    return new(kind, output, settings_of(ctx).language, force=force)


def _schema(kind: str | None, output: Path | None) -> Outcome:
    from reportgen.cli.schema import schema

    return schema(kind, output)


@click.pass_context
def _agencies(ctx: click.Context, day: date | None, groups: tuple[str, ...]) -> Outcome:
    from reportgen.cli.agencies import agencies

    return agencies(day or date.today(), groups, settings_of(ctx).language)


@click.pass_context
def _sample(ctx: click.Context, folder: Path) -> Outcome:
    from reportgen.cli.sample import sample

    return sample(folder, settings_of(ctx))


program = Group(
    PROGRAM,
    Words(
        "Làm văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP từ tệp dữ liệu.\n\n"
        "Bắt đầu nhanh: `reportgen sample mau` làm một báo cáo mẫu trong thư mục `mau`; "
        "`reportgen outline BTP` làm đề cương trống và tệp dữ liệu để điền cho Bộ Tư pháp.",
        "Make official Vietnamese documents in the form of Decree 30/2020/ND-CP from data files.\n\n"
        "Quick start: `reportgen sample demo` makes a sample report in the folder `demo`; "
        "`reportgen outline BTP` makes the blank outline and the data file to fill in for the Ministry of Justice.",
    ),
    [
        Option(
            "--version",
            words=Words("In phiên bản của chương trình.", "Print the version of the program."),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
        ),
        *common_options(),
    ],
    _program,
    invoke_without_command=True,
)

program.add_command(
    Command(
        "build",
        Words(
            "Làm văn bản Word (và PDF) từ một tệp dữ liệu YAML hoặc JSON.\n\n"
            "Loại văn bản đọc từ mục `loai` của tệp (`reportgen schema` liệt kê các loại). Mọi chỗ sai trong tệp "
            "được báo cùng một lần, và khi còn lỗi thì không tệp nào được ghi.",
            "Make the Word document (and the PDF) that a YAML or JSON data file describes.\n\n"
            "The kind of document is read from the key `loai` (`reportgen schema` lists the kinds). Everything "
            "that is wrong with the file is reported at once, and nothing is written while there are errors.",
        ),
        [
            Argument(
                "source",
                Words("Tệp dữ liệu YAML hoặc JSON.", "The YAML or JSON data file."),
                metavars=_FILE,
                type=PATH,
            ),
            output_option(
                Words(
                    "Tệp Word cần ghi, hoặc thư mục để ghi vào; mặc định: cạnh tệp dữ liệu, cùng tên.",
                    "The Word file to write, or the folder to write it to; default: beside the input, same name.",
                ),
                Words("TỆP.docx", "FILE.docx"),
            ),
            Option(
                "--draft",
                words=Words(
                    "Làm bản nháp: được để trống những mục chỉ bản chính thức cần, và nói rõ còn thiếu gì.",
                    "Make a draft: what only the final form needs may be left out, and it says what is missing.",
                ),
                is_flag=True,
            ),
            Option(
                "--pdf",
                words=Words("Làm thêm bản PDF, nhờ LibreOffice.", "Make the PDF too, through LibreOffice."),
                is_flag=True,
            ),
            Option(
                "--template",
                words=Words(
                    "Mẫu Word của cơ quan, dùng thay mẫu đi kèm chương trình.",
                    "A Word template of the agency's own, in place of the shipped one.",
                ),
                metavars=Words("TỆP.docx", "FILE.docx"),
                type=PATH,
            ),
            Option(
                "--strict",
                words=Words("Coi cảnh báo là lỗi.", "Treat warnings as errors."),
                is_flag=True,
            ),
            json_option(),
            *common_options(),
        ],
        _build,
    )
)

program.add_command(
    Command(
        "outline",
        Words(
            "Làm đề cương báo cáo trống của một cơ quan: tệp Word và tệp dữ liệu YAML để điền.\n\n"
            "Tệp đã có và đã được điền thì giữ nguyên, trừ khi có `--force`.",
            "Make the blank outline of an agency's report: a Word file, and the YAML data file to fill in.\n\n"
            "A file that is there and was filled in is left as it is, unless `--force` is given.",
        ),
        [
            Argument(
                "agency",
                Words("Mã hoặc tên cơ quan, như BTP hoặc “Bộ Tư pháp”.", "The agency's code or name, such as BTP."),
                metavars=Words("CƠ_QUAN", "AGENCY"),
            ),
            output_option(
                Words(
                    "Thư mục để ghi hai tệp vào; mặc định: thư mục hiện tại.",
                    "The folder to write to; default: here.",
                ),
                _FOLDER,
            ),
            date_option(),
            Option(
                "--force",
                words=Words("Ghi đè cả tệp đã điền.", "Replace even a file that was filled in."),
                is_flag=True,
            ),
            json_option(),
            *common_options(),
        ],
        _outline,
    )
)

program.add_command(
    Command(
        "new",
        Words(
            "Làm tệp dữ liệu YAML để điền cho một loại văn bản; không ghi loại thì liệt kê các loại.\n\n"
            "Mỗi mục trong tệp có lời giải thích. Tệp đã có và đã được điền thì giữ nguyên, trừ khi có `--force`.",
            "Make the YAML data file to fill in for a kind of document; without a kind, list the kinds.\n\n"
            "Each key has a comment that explains it. A file that is there and was filled in is left as it is, "
            "unless `--force` is given.",
        ),
        [
            Argument(
                "kind",
                Words(
                    "Loại văn bản: mã, tên hoặc chữ viết tắt, như cong_van, “Kế hoạch”, QĐ; hoặc an_pham_dti.",
                    "The kind of document: its key, name or abbreviation, such as cong_van; or an_pham_dti.",
                ),
                metavars=Words("LOẠI", "KIND"),
                required=False,
            ),
            output_option(
                Words(
                    "Tệp cần ghi, hoặc thư mục để ghi vào; mặc định: LOẠI.yaml ở thư mục hiện tại.",
                    "What to write, or the place to write it to; default: KIND.yaml, here.",
                ),
                Words("TỆP.yaml", "FILE.yaml"),
            ),
            Option(
                "--force",
                words=Words("Ghi đè cả tệp đã điền.", "Replace even a file that was filled in."),
                is_flag=True,
            ),
            json_option(),
            *common_options(),
        ],
        _new,
    )
)

program.add_command(batch_command)
program.add_command(merge_command)
program.add_command(check_command)
program.add_command(fix_command)
program.add_command(rank_command)
program.add_command(publish_command)
program.add_command(improve_command)
program.add_command(template_group)

program.add_command(
    Command(
        "schema",
        Words(
            "In JSON Schema của một loại tệp dữ liệu; không ghi loại thì liệt kê các loại.\n\n"
            "Trình soạn thảo dùng tệp này để gợi ý và kiểm tra ngay khi gõ.",
            "Print the JSON Schema of a kind of data file; without a kind, list the kinds.\n\n"
            "An editor uses it to complete and to check while one types.",
        ),
        [
            Argument(
                "kind",
                Words("Loại tệp dữ liệu, như bao_cao_749.", "The kind of data file, such as bao_cao_749."),
                metavars=Words("LOẠI", "KIND"),
                required=False,
            ),
            output_option(
                Words("Ghi vào tệp này thay vì in ra.", "Write it to this file in place of printing it."), _FILE
            ),
            *common_options(),
        ],
        _schema,
    )
)

program.add_command(
    Command(
        "agencies",
        Words(
            "Liệt kê mã, tên và ký hiệu của các cơ quan tại một ngày.",
            "List the codes, names and symbols of the agencies on a day.",
        ),
        [
            date_option(),
            Option(
                "--group",
                "groups",
                words=Words(
                    f"Chỉ liệt kê nhóm này (ghi được nhiều lần): {', '.join(AGENCY_GROUPS)}.",
                    f"List only this group (may be repeated): {', '.join(AGENCY_GROUPS)}.",
                ),
                metavars=Words("NHÓM", "GROUP"),
                type=OneOf(AGENCY_GROUPS),
                multiple=True,
            ),
            json_option(),
            *common_options(),
        ],
        _agencies,
    )
)

program.add_command(
    Command(
        "sample",
        Words(
            "Chép các mẫu vào một thư mục và làm báo cáo mẫu ở đó (Word, và PDF nếu máy có LibreOffice).",
            "Copy the samples to a folder and build the sample report there (Word, and PDF where LibreOffice is).",
        ),
        [
            Argument(
                "folder",
                Words("Thư mục để ghi vào; chưa có thì được tạo.", "The folder to write to; it is made if need be."),
                metavars=_FOLDER,
                type=PATH,
            ),
            json_option(),
            *common_options(),
        ],
        _sample,
    )
)
