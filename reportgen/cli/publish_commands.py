"""The words, arguments and options of `reportgen publish`."""

# ruff: noqa: PLC0415  (what the command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option, output_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.values import OneOf
from reportgen.cli.words import Words

OUTPUTS = ("docx", "pdf", "xlsx", "html", "hinh")
CHARTS = ("native", "picture")
"""The values of these options as the production room has them; a test holds them equal."""


@click.pass_context
def _publish(
    ctx: click.Context,
    source: Path,
    output: Path | None,
    outputs: tuple[str, ...],
    charts: str,
    template: Path | None,
    draft: bool,
) -> Outcome:
    from reportgen.cli.publish import publish

    settings = settings_of(ctx)
    return publish(source, settings, folder=output, outputs=outputs, charts=charts, draft=draft, template=template)


publish_command = Command(
    "publish",
    Words(
        "Làm ấn phẩm DTI hằng năm từ một tệp ấn phẩm: Word, PDF, phụ lục Excel, trang web và hình.\n\n"
        "Tệp ấn phẩm nêu bảng số liệu, bộ chỉ số, các năm trước và bài viết. Mọi con số trong câu, bảng và biểu đồ "
        "lấy từ cùng một bảng số liệu; câu được đối chiếu lại với số liệu trước khi ghi. Khi còn lỗi thì không tệp "
        "nào được ghi.",
        "Make the annual DTI publication from an edition file: Word, PDF, Excel appendix, web page and pictures.\n\n"
        "The edition file names tables, index sets, earlier years and texts. Every number in sentences, tables and "
        "charts comes from one table; sentences are checked against it before anything is written. While there are "
        "errors nothing is written.",
    ),
    [
        Argument(
            "source",
            Words("Tệp ấn phẩm, YAML hoặc JSON.", "The edition file, YAML or JSON."),
            metavars=Words("TỆP", "FILE"),
            type=PATH,
        ),
        output_option(
            Words("Thư mục để ghi vào; mặc định: cạnh tệp ấn phẩm.", "The folder to write to; default: beside FILE."),
            Words("THƯ_MỤC", "FOLDER"),
        ),
        Option(
            "--only",
            "outputs",
            words=Words(
                "Chỉ làm dạng này (ghi được nhiều lần); mặc định: tất cả, PDF nếu máy có LibreOffice.",
                "Make only this form (may be repeated); default: all, the PDF where LibreOffice is.",
            ),
            type=OneOf(OUTPUTS),
            multiple=True,
        ),
        Option(
            "--charts",
            words=Words(
                "Biểu đồ trong tệp Word: native (sửa được trong Word) hoặc picture (ảnh).",
                "Charts in the Word file: native (Word can edit them) or picture.",
            ),
            type=OneOf(CHARTS),
            default=CHARTS[0],
        ),
        Option(
            "--template",
            words=Words(
                "Mẫu Word của cơ quan, thay cho mẫu có sẵn.",
                "The agency's own Word template instead of the shipped one.",
            ),
            metavars=Words("TỆP.docx", "FILE.docx"),
            type=PATH,
        ),
        Option(
            "--draft",
            words=Words(
                "Bản nháp: chỗ còn thiếu được đánh dấu thay vì báo lỗi.",
                "A draft: what is missing is marked instead of refused.",
            ),
            is_flag=True,
        ),
        json_option(),
        *common_options(),
    ],
    _publish,
)
