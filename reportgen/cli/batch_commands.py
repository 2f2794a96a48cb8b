"""The words, arguments and options of `reportgen batch` and `reportgen merge`."""

# ruff: noqa: PLC0415  (what a command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.usage import UsageProblem, find_nearest
from reportgen.cli.words import Words
from reportgen.problems import Place
from reportgen.problems import command as kinds

ADDRESSED_GROUPS = ("bo", "co_quan_ngang_bo", "co_quan_thuoc_chinh_phu", "tinh")
"""The groups that `--to` takes: those whose agencies get letters of this kind. A test holds them to the model's."""

ALL_GROUPS = "tat_ca"

_DOCX = Words("TỆP.docx", "FILE.docx")


class _Groups(click.ParamType[tuple[str, ...]]):
    """Groups of agencies with commas between them, or the word for all."""

    name = "groups"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in value.split(",")]
        known = (*ADDRESSED_GROUPS, ALL_GROUPS)
        for word in words:
            if word not in known:
                nearest, command = find_nearest(word, known), ctx.command_path if ctx else ""
                allowed = ", ".join(known)
                values = {"option": "--to", "found": word, "allowed": allowed, "nearest": nearest, "command": command}
                raise UsageProblem(kinds.BAD_CHOICE.at(Place(), **values))
        return ADDRESSED_GROUPS if ALL_GROUPS in words else tuple(dict.fromkeys(words))


class _Count(click.ParamType[int]):
    """A whole number from 1."""

    name = "count"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not (text.isascii() and text.isdecimal()) or int(text) < 1:
            option = max(param.opts, key=len) if param else ""
            raise UsageProblem(kinds.BAD_NUMBER.at(Place(), option=option, found=text))
        return int(text)


COUNT = _Count()
"""The type of an option that takes a whole number from 1."""


def _rows(given: tuple[str, ...]) -> dict[str, Path]:
    """Return the files of `--rows` by their names."""
    rows: dict[str, Path] = {}
    for text in given:
        name, equals, path = text.partition("=")
        if not (equals and name.strip() and path) or name.strip() in rows:
            raise UsageProblem(kinds.BAD_ROWS_OPTION.at(Place(), found=text))
        rows[name.strip()] = Path(path)
    return rows


@click.pass_context
def _batch(
    ctx: click.Context,
    source: Path,
    list_file: Path | None,
    groups: tuple[str, ...] | None,
    folder: Path,
    names: str | None,
    rows: tuple[str, ...],
    key: str | None,
    jobs: int,
    cluster: str | None,
    pdf: bool,
    merged: Path | None,
    template: Path | None,
) -> Outcome:
    from reportgen.cli.batch import BatchOrder, batch

    order = BatchOrder(
        source, folder, list_file, groups or (), names, _rows(rows), key, jobs, cluster, pdf, merged, template
    )
    return batch(order, settings_of(ctx))


@click.pass_context
def _merge(ctx: click.Context, files: tuple[Path, ...], output: Path, pdf: bool) -> Outcome:
    from reportgen.cli.merge import merge

    return merge(files, output, settings_of(ctx), pdf=pdf)


def folder_option() -> Option:
    """The option for the folder that letters are written to."""
    return Option(
        "-o",
        "--output",
        "folder",
        words=Words("Thư mục để ghi vào; chưa có thì được tạo.", "The folder to write to; it is made if need be."),
        metavars=Words("THƯ_MỤC", "FOLDER"),
        type=PATH,
        required=True,
    )


def jobs_option() -> Option:
    """The option for how many processes make letters."""
    return Option(
        "--jobs",
        words=Words("Số tiến trình cùng làm; mặc định: 1.", "How many processes work side by side; default: 1."),
        metavars=Words("SỐ", "NUMBER"),
        type=COUNT,
        default=1,
    )


def pdfs_option() -> Option:
    """The option to make the PDFs of the letters too."""
    return Option(
        "--pdf",
        words=Words("Làm thêm các bản PDF, nhờ LibreOffice.", "Make the PDFs too, through LibreOffice."),
        is_flag=True,
    )


def letter_template_option() -> Option:
    """The option for a Word template of the agency's own."""
    return Option(
        "--template",
        words=Words(
            "Mẫu Word của cơ quan, dùng thay mẫu đi kèm chương trình.",
            "A Word template of the agency's own, in place of the shipped one.",
        ),
        metavars=_DOCX,
        type=PATH,
    )


batch_command = Command(
    "batch",
    Words(
        "Làm một văn bản cho từng nơi nhận: các dòng của danh sách Excel hoặc CSV, hoặc mọi cơ quan của một nhóm.\n\n"
        "Trong tệp dữ liệu, {{cột}} được thay bằng giá trị của từng dòng. Dòng sai không cản các dòng khác. Thư mục "
        "kết quả có ket_qua.csv và ket_qua.json ghi mỗi dòng được tệp nào. Bị ngắt giữa chừng thì chạy lại đúng "
        "lệnh đó để làm tiếp.",
        "Make a document for each recipient: the rows of an Excel or CSV list, or the agencies of a group.\n\n"
        "In the data file, {{column}} stands for the value of each row. A bad row does not stop the others. In the "
        "output folder, ket_qua.csv and ket_qua.json say which row has which file. After an interruption, run the "
        "same command again to go on.",
    ),
    [
        Argument(
            "source",
            Words("Tệp dữ liệu YAML hoặc JSON của văn bản.", "The YAML or JSON data file of the document."),
            metavars=Words("TỆP", "FILE"),
            type=PATH,
        ),
        Option(
            "--list",
            "list_file",
            words=Words(
                "Danh sách nơi nhận; dòng đầu là tên các cột.", "The recipients; the first row names the columns."
            ),
            metavars=Words("TỆP.xlsx|TỆP.csv", "FILE.xlsx|FILE.csv"),
            type=PATH,
        ),
        Option(
            "--to",
            "groups",
            words=Words(
                "Gửi mọi cơ quan của các nhóm này, theo danh mục vào ngày của văn bản, trừ nơi gửi: "
                f"{', '.join(ADDRESSED_GROUPS)}, hoặc {ALL_GROUPS}. Các cột: stt, ma, ten, ten_ngan, ky_hieu, "
                "dia_danh.",
                "Write to all agencies of these groups, as the register has them on the day of the document, but for "
                f"the sender: {', '.join(ADDRESSED_GROUPS)}, or {ALL_GROUPS} for all of these. The columns: stt, ma, "
                "ten, ten_ngan, ky_hieu, dia_danh.",
            ),
            metavars=Words("NHÓM[,NHÓM]", "GROUP[,GROUP]"),
            type=_Groups(),
        ),
        folder_option(),
        Option(
            "--names",
            words=Words(
                "Mẫu tên tệp, không có đuôi; mặc định: “{stt}”, với `--to` là “{stt}_{ma}”.",
                "The pattern of file names, without suffix; default: “{stt}”, with `--to` “{stt}_{ma}”.",
            ),
            metavars=Words("MẪU", "PATTERN"),
        ),
        Option(
            "--rows",
            words=Words(
                "Tệp có các dòng riêng của từng nơi nhận, cho bảng ghi `dong_theo: TÊN` (ghi được nhiều lần).",
                "The file with each recipient's own rows, for the table with `dong_theo: NAME` (may be repeated).",
            ),
            metavars=Words("TÊN=TỆP", "NAME=FILE"),
            multiple=True,
        ),
        Option(
            "--key",
            words=Words(
                "Cột của danh sách nơi nhận mà cột đầu của tệp `--rows` ghi lại; mặc định với `--to`: ma.",
                "The recipients' column that the first column of the `--rows` file repeats; default with `--to`: ma.",
            ),
            metavars=Words("CỘT", "COLUMN"),
        ),
        jobs_option(),
        Option(
            "--cluster",
            words=Words(
                "Địa chỉ bộ điều phối Dask có sẵn; các máy của cụm phải dùng chung thư mục kết quả.",
                "The address of an existing Dask scheduler; its machines have to share the output folder.",
            ),
            metavars=Words("tcp://MÁY:CỔNG", "tcp://HOST:PORT"),
        ),
        pdfs_option(),
        Option(
            "--merge",
            "merged",
            words=Words(
                "Ghép mọi văn bản, theo thứ tự dòng, thành tệp này để in.",
                "Merge all documents, in the order of the rows, into this file for printing.",
            ),
            metavars=_DOCX,
            type=PATH,
        ),
        letter_template_option(),
        json_option(),
        *common_options(),
    ],
    _batch,
)

merge_command = Command(
    "merge",
    Words(
        "Ghép nhiều tệp Word thành một để in.\n\n"
        "Mỗi văn bản bắt đầu ở trang mới, đánh số trang lại từ 1, giữ nguyên kiểu chữ, danh sách, chú thích, đầu "
        "trang và chân trang của nó.",
        "Merge several Word files into one for printing.\n\n"
        "Each document begins on a new page, its pages counted from 1, with its own styles, lists, notes, and heads "
        "and feet of pages.",
    ),
    [
        Argument(
            "files",
            Words("Các tệp Word, theo thứ tự in.", "The Word files, in the order of printing."),
            metavars=Words("TỆP.docx ...", "FILE.docx ..."),
            type=PATH,
            nargs=-1,
            required=True,
        ),
        Option(
            "-o",
            "--output",
            words=Words("Tệp Word cần ghi.", "The Word file to write."),
            metavars=_DOCX,
            type=PATH,
            required=True,
        ),
        Option(
            "--pdf",
            words=Words("Làm thêm bản PDF cạnh tệp Word, nhờ LibreOffice.", "Make its PDF too, through LibreOffice."),
            is_flag=True,
        ),
        json_option(),
        *common_options(),
    ],
    _merge,
)
