"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.bilingual import Option
from reportgen.cli.values import Day, OneOf
from reportgen.cli.words import LANGUAGE_OPTION, LANGUAGE_VARIABLE, LANGUAGES, Words

JSON_OPTION = "--json"
DEBUG_OPTION = "--debug"
PATH = click.Path(path_type=Path)


def common_options() -> list[click.Parameter]:
    """The options that every command takes, and the program itself. `main` looks for them before parsing."""
    return [
        Option(
            LANGUAGE_OPTION,
            words=Words(
                f"Tiếng của thông báo; cũng đặt được bằng biến môi trường {LANGUAGE_VARIABLE}.",
                f"The language of messages; the environment variable {LANGUAGE_VARIABLE} sets it too.",
            ),
            type=OneOf(LANGUAGES),
            envvar=LANGUAGE_VARIABLE,
            expose_value=False,
        ),
        Option(
            DEBUG_OPTION,
            words=Words(
                "Khi chương trình gặp lỗi của chính nó: in đầy đủ vết lỗi.",
                "When the program itself fails: print the full traceback.",
            ),
            is_flag=True,
            expose_value=False,
        ),
    ]


def json_option() -> Option:
    """The option to print the result for other programs; `main` looks for it before parsing."""
    words = Words(
        "In kết quả thành một đối tượng JSON, để chương trình khác đọc.",
        "Print the result as one JSON object, for other programs to read.",
    )
    return Option(JSON_OPTION, words=words, is_flag=True, expose_value=False)


def output_option(words: Words, metavars: Words) -> Option:
    """The option that says where to write; `words` tell what is written when it is left out."""
    return Option("-o", "--output", words=words, metavars=metavars, type=PATH)


def date_option() -> Option:
    """The option for the day whose names of agencies count."""
    words = Words(
        "Lấy tên và ký hiệu cơ quan theo ngày này, như 25/12/2020 hoặc 2020-12-25; mặc định: hôm nay.",
        "Use the names and symbols in force on this day, such as 25/12/2020 or 2020-12-25; default: today.",
    )
    return Option("--date", "day", words=words, metavars=Words("NGÀY", "DATE"), type=Day())
