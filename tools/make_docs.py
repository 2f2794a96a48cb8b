"""Makes the pages of `docs/` that the code itself knows best: the command line and the catalogue of problems.

    python -m tools.make_docs

writes them anew; `tests/test_docs.py` fails while they differ from what this makes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from reportgen import problems
from reportgen.cli.commands import PROGRAM, program
from reportgen.cli.exit_codes import MEANINGS
from reportgen.cli.settings import Settings
from reportgen.cli.words import LANGUAGES
from reportgen.problems import Language, ProblemKind

ROOT = Path(__file__).parents[1]
AREAS: Mapping[str, str] = {
    "DV": "Tệp đầu vào · the input file",
    "CQ": "Cơ quan và viện dẫn · agencies and citations",
    "VB": "Phần diễn giải (Markdown) và hình · running text and pictures",
    "MB": "Mẫu Word · templates",
    "TT": "Thể thức theo Nghị định 30/2020/NĐ-CP · the form of Decree 30",
    "DL": "Số liệu chỉ số · indicator data",
    "AP": "Ấn phẩm DTI · the annual publication",
    "DS": "Danh sách nơi nhận và làm hàng loạt · lists of recipients and runs of letters",
    "BT": "Điền văn bản hàng loạt · filling the letters of a run",
    "GH": "Ghép văn bản · merging documents",
    "GF": "Tệp, thư mục và chương trình khác · files, folders and outside programs",
    "TL": "Dòng lệnh · the command line",
}
"""What each group of codes is about, in the order of the page."""

_MADE = "<!-- Made by `python -m tools.make_docs`; edits here are lost. -->"
_CLI_INTRO = """\
# Dòng lệnh · the command line

Trang này in lại những gì `reportgen LỆNH --help` nói, bằng tiếng Việt rồi tiếng Anh (`--lang en`). Kết quả in ra đầu
ra chuẩn. Lỗi, cảnh báo và lưu ý in ra đầu ra lỗi, xếp theo chỗ trong tệp, kèm dòng có lỗi nếu tệp là văn bản; các mã
ở [problems.md](problems.md). Chỉ tô màu trên màn hình, và không tô khi có biến môi trường `NO_COLOR`.

This page repeats what `reportgen COMMAND --help` says, in Vietnamese and then in English (`--lang en`). Results go to
standard output. Errors, warnings and notes go to standard error, in the order of their places, with the line itself
where the file is text; the codes are in [problems.md](problems.md). Colour is for terminals only, and never used when
the environment has `NO_COLOR`.

Với `--json`, đầu ra chuẩn là đúng một đối tượng · with `--json`, standard output is exactly one object:

| khóa · key | nội dung · content |
|---|---|
| `ok` | `true` khi mã kết thúc là 0 · when the exit code is 0 |
| `files` | các tệp đã ghi · the files written |
| `problems` | lỗi, cảnh báo, lưu ý, theo thứ tự trong tệp · problems, in the order of their places |
| `missing` | những gì bản nháp còn thiếu · what a draft still lacks |
| `checks` | những gì đã kiểm tra trên tệp đã làm · what was checked on the finished file |
| `chart_font`, `pdf_fonts` | phông chữ trong biểu đồ và trong bản PDF · the fonts of charts and of the PDF |
| `agency` | chỉ `outline`: mã cơ quan · `outline` only: the code of the agency |
| `rankings` | chỉ `rank`: các bảng xếp hạng như tệp `.json`: `ten`, `tieu_de`, `cot`, `dong` (`hang`, `ma`, `ten`, \
`gia_tri` và khóa từng chỉ số), `ghi_chu`; số có đủ chữ số · `rank` only: the tables, numbers with all digits |
| `summary`, `documents` | chỉ `check`: tổng số, báo cáo từng tệp · `check` only: counts, a report of each file |
| `mended`, `left` | chỉ `fix`: chỗ đã sửa (`became`: thành gì), còn lại · \
`fix` only: mended (`became`: to what), left |
| `letters`, `folder` | chỉ `batch`, `improve`: số văn bản `written`, `kept`, `refused`, `pdfs`, và thư mục; tên \
tệp ở `ket_qua.json` · `batch` and `improve` only: how many letters, and where |
| `date`, `agencies` | chỉ `agencies`: ngày và các cơ quan · `agencies` only: the day and the agencies |

Mỗi phần tử của `problems` có các khóa sau, không biết thì là `null` · each of `problems` has these keys, `null` where
not known: `code`, `severity` (`error`, `warning`, `note`), `file`, `line`, `column`, `key`, `sheet`, `cell`, `page`,
`paragraph`, `text`, `message`, `hint`.
"""
_PROBLEMS_INTRO = """\
# Lỗi, cảnh báo và lưu ý · problems

Mỗi loại có một mã không đổi. Dưới mỗi mã là lời báo như màn hình in ra, bằng tiếng Việt rồi tiếng Anh; chỗ trong
ngoặc nhọn được thay bằng những gì tìm thấy. Có nhiều gợi ý thì chỉ gợi ý đầu tiên dùng được được in ra.

Every kind has a stable code. Below it stand its words as a terminal prints them, in Vietnamese and then in English;
what is in braces is replaced by what was found. Of several hints, the first that applies is printed.
"""


def main() -> None:
    """Write every page."""
    for path, text in make_pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def make_pages() -> dict[Path, str]:
    """Return the text of each page by its path."""
    return {ROOT / "docs" / "cli.md": make_cli_page(), ROOT / "docs" / "problems.md": make_problems_page()}


def make_cli_page() -> str:
    """Return the page of the command line: how it behaves, its exit codes, and the help of every command."""
    codes = ["## Mã kết thúc · exit codes", "", "| mã · code | nghĩa | meaning |", "|---|---|---|"]
    codes += [f"| {int(code)} | {words.vi} | {words.en} |" for code, words in MEANINGS.items()]
    pages = [_help_section(path) for path in _iter_commands((program,))]
    return "\n".join([_MADE, "", _CLI_INTRO, *codes, "", *pages])


def _iter_commands(path: tuple[click.Command, ...]) -> Iterator[tuple[click.Command, ...]]:
    """Yield `path`, the commands from the program down to one, and the paths to all below that."""
    yield path
    if isinstance(path[-1], click.Group):
        for command in path[-1].commands.values():
            yield from _iter_commands((*path, command))


def _help_section(path: tuple[click.Command, ...]) -> str:
    title = " ".join([PROGRAM, *(str(command.name) for command in path[1:])])
    parts = [f"## {title}", ""]
    for language in LANGUAGES:
        parts += ["```text", _help(path, language), "```", ""]
    return "\n".join(parts)


def _help(path: tuple[click.Command, ...], language: Language) -> str:
    """Return the help page of the last command of `path`, as 80 columns show it."""
    context = click.Context(path[0], info_name=PROGRAM, obj=Settings(language), terminal_width=80)
    for command in path[1:]:
        context = click.Context(command, parent=context, info_name=command.name, terminal_width=80)
    return path[-1].get_help(context)


def find_kinds() -> tuple[ProblemKind, ...]:
    """Return every kind of problem that a module of the catalogue defines, in the order of the codes."""
    modules = (f"{problems.__name__}.{found.name}" for found in pkgutil.iter_modules(problems.__path__))
    values = [value for name in modules for value in vars(importlib.import_module(name)).values()]
    # A module may import a kind of another, which is then the same object.
    kinds = {id(value): value for value in values if isinstance(value, ProblemKind)}
    return tuple(sorted(kinds.values(), key=lambda kind: kind.code))


def make_problems_page() -> str:
    """Return the catalogue of problems, one section for each area.

    Raises:
        ValueError: a code belongs to no area.
    """
    kinds = find_kinds()
    strays = [kind.code for kind in kinds if kind.code[:2] not in AREAS]
    if strays:
        raise ValueError(f"no area for {', '.join(strays)}")
    lines = [_MADE, "", _PROBLEMS_INTRO]
    for prefix, title in AREAS.items():
        found = [kind for kind in kinds if kind.code.startswith(prefix)]
        if found:
            lines += [f"## {prefix}: {title}", "", *(line for kind in found for line in _kind_lines(kind))]
    return "\n".join(lines)


def _kind_lines(kind: ProblemKind) -> Iterator[str]:
    """The section of one kind. It is set as text: messages hold backticks and brackets that Markdown would take."""
    yield f"### {kind.code}"
    yield ""
    yield "```text"
    for language in LANGUAGES:
        message, hints = (kind.vi, kind.hints_vi) if language == "vi" else (kind.en, kind.hints_en)
        yield f"{kind.severity.label(language)}[{kind.code}]: {_unescaped(message)}"
        yield from (f"  {'gợi ý' if language == 'vi' else 'hint'}: {_unescaped(hint)}" for hint in hints)
    yield "```"
    yield ""


def _unescaped(pattern: str) -> str:
    """Return a `str.format` pattern with its doubled braces single, as the message will have them."""
    return pattern.replace("{{", "{").replace("}}", "}")


if __name__ == "__main__":
    main()
