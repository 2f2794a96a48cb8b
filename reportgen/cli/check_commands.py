"""The words, arguments and options of `reportgen check`."""

# ruff: noqa: PLC0415  (what a command needs takes a second to import, and help must not wait for it)

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.batch_commands import COUNT
from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.options import PATH, common_options, json_option
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import settings_of
from reportgen.cli.words import Words


@click.pass_context
def _check(
    ctx: click.Context,
    sources: tuple[Path, ...],
    layers: tuple[Path, ...],
    sarif: Path | None,
    html: Path | None,
    copy: Path | None,
    strict: bool,
    pages: bool,
    jobs: int | None,
) -> Outcome:
    from reportgen.cli.check import CheckOrder, check

    order = CheckOrder(
        sources, layers=layers, sarif=sarif, html=html, copy=copy, strict=strict, pages=pages, jobs=jobs
    )
    return check(order, settings_of(ctx))


check_command = Command(
    "check",
    Words(
        "Tìm chỗ trái thể thức Nghị định 30/2020/NĐ-CP trong tệp Word, của chương trình hay của bất kỳ ai.\n\n"
        "Mỗi chỗ ghi rõ căn cứ, vị trí, chữ có lỗi và cách sửa. Mã kết thúc là 0 khi không có chỗ nào chắc chắn trái "
        "quy định (vẫn có thể có thông lệ và lưu ý), 1 khi có, 3 khi không có nhưng có tệp không đọc được. Thư mục "
        "thì kiểm tra mọi tệp .docx, .doc, .odt, .rtf, .pdf trong đó; tệp không phải .docx được LibreOffice chuyển "
        "trước, nên có thể mất bớt định dạng. Danh mục quy tắc ở docs/rules.md.",
        "Find what departs from the form of Decree 30/2020/ND-CP in Word files, ours or anyone's.\n\n"
        "Each finding has its clause, its place, the text concerned and what to do. The exit code is 0 if nothing "
        "surely departs from the decree (practice and notes aside), 1 if something does, 3 if nothing does but a "
        "file cannot be read. Of a folder, every .docx, .doc, .odt, .rtf and .pdf is checked; what is not .docx goes "
        "through LibreOffice first, and may lose some formatting. docs/rules.md lists the rules.",
    ),
    [
        Argument(
            "sources",
            Words("Tệp cần kiểm tra, hoặc thư mục có các tệp đó.", "The files to check, or folders of them."),
            metavars=Words("TỆP_HOẶC_THƯ_MỤC...", "FILE_OR_FOLDER..."),
            type=PATH,
            nargs=-1,
            required=True,
        ),
        Option(
            "--layer",
            "layers",
            words=Words(
                "Quy tắc riêng của cơ quan: thêm quy tắc, hoặc tắt thông lệ (ghi được nhiều lần).",
                "An agency's own rules: more of them, or practice left out (may be repeated).",
            ),
            metavars=Words("TỆP.yaml", "FILE.yaml"),
            type=PATH,
            multiple=True,
        ),
        Option(
            "--html",
            words=Words("Ghi thêm kết quả thành một trang HTML để gửi.", "Also write the result as an HTML page."),
            metavars=Words("TỆP.html", "FILE.html"),
            type=PATH,
        ),
        Option(
            "--sarif",
            words=Words(
                "Ghi thêm kết quả theo SARIF 2.1.0, để kho mã nguồn hiển thị.",
                "Also write the result as SARIF 2.1.0, for code hosts to show.",
            ),
            metavars=Words("TỆP.sarif", "FILE.sarif"),
            type=PATH,
        ),
        Option(
            "--annotate",
            "copy",
            words=Words(
                "Ghi thêm một bản sao của tệp .docx, mỗi chỗ là một nhận xét của Word; tệp gốc giữ nguyên.",
                "Also write a copy of the .docx file with each finding as a Word comment; the file stays as it is.",
            ),
            metavars=Words("BẢN_SAO.docx", "COPY.docx"),
            type=PATH,
        ),
        Option(
            "--pages",
            words=Words(
                "Cho LibreOffice dàn trang: mỗi chỗ ghi đúng số trang, và kiểm cả quy tắc của trang in (Quốc hiệu "
                "trên một dòng, số trang ở trang một, phần ký một mình một trang, tiêu đề bảng). Chậm hơn nhiều.",
                "Have LibreOffice lay the pages out: each finding with its exact page, and rules of the printed page "
                "too (national name on one line, number on page one, lone signature, table heads). Much slower.",
            ),
            is_flag=True,
        ),
        Option(
            "--strict",
            words=Words(
                "Mã kết thúc là 1 cả khi chỉ khác thông lệ, quy tắc của cơ quan hoặc quy tắc của trang in.",
                "Exit with 1 for departures from practice, the agency's rules and those of the printed page too.",
            ),
            is_flag=True,
        ),
        Option(
            "--jobs",
            words=Words(
                "Số tiến trình cùng làm; mặc định: một, hoặc mọi lõi của máy (nhiều nhất 8) khi có từ 60 tệp.",
                "How many processes work side by side; default: one, or all cores (at most 8) from 60 files on.",
            ),
            metavars=Words("SỐ", "NUMBER"),
            type=COUNT,
        ),
        json_option(),
        *common_options(),
    ],
    _check,
)
