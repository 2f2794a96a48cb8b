"""The complaints of the YAML parser, said in Vietnamese with a place and what to do."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reportgen.problems import Place, Problem
from reportgen.problems.input import TAB_INDENTATION, TOO_DEEP, YAML_SYNTAX

MAX_DEPTH = 50
"""How deep keys may be nested; the parser itself gives up some levels further on."""

_MAX_TABS_LISTED = 50
_KEY_WITHOUT_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_][\w]*):\S")


class _Fault(NamedTuple):
    """How a complaint of the parser is said: what is wrong and what to do, in both languages."""

    fault: str
    fault_en: str
    advice: str
    advice_en: str


_MISSING_SPACE = _Fault(
    "thiếu dấu cách sau dấu hai chấm ở dòng {line}",
    "no space after the colon on line {line}",
    "viết `{key}: …`, có dấu cách sau dấu hai chấm",
    "write `{key}: …`, with a space after the colon",
)
_COLON = _Fault(
    "dấu hai chấm không được phép ở chỗ này",
    "a colon is not allowed here",
    "nếu câu chữ có dấu hai chấm thì đặt cả câu trong ngoặc kép; nếu đây là một mục thì sửa thụt lề cho thẳng hàng",
    "put text that holds a colon in double quotes; if this is a key, line it up with the keys beside it",
)
_NO_COLON = _Fault(
    "thiếu dấu hai chấm sau tên mục, hoặc dòng này thụt lề sai",
    "no colon after a key, or the line is wrongly indented",
    "viết `ten_muc: giá trị`; các dòng tiếp theo của một đoạn văn phải thụt vào bằng nhau",
    "write `key: value`; further lines of a text must be indented alike",
)
_INDENTATION = _Fault(
    "dòng này thụt lề không thẳng hàng với các mục cùng cấp",
    "the line is not lined up with the keys beside it",
    "các mục cùng cấp phải bắt đầu ở cùng một cột; sau ngoặc kép đóng không viết thêm chữ",
    "keys of one level begin in one column; nothing follows a closing quote",
)
_DASH = _Fault(
    "danh sách bắt đầu bằng dấu `-` không được phép ở chỗ này",
    "a list item is not allowed here",
    "xuống dòng rồi mới viết dấu `-`; nếu dấu `-` là chữ thì đặt cả câu trong ngoặc kép",
    "begin the list on a line of its own; if - is meant as text, put the text in double quotes",
)
_QUOTE = _Fault(
    "dấu ngoặc kép hoặc ngoặc đơn bắt đầu ở dòng {opened} không được đóng",
    "the quote opened on line {opened} is not closed",
    "thêm dấu ngoặc đóng; dấu ngoặc kép nằm trong câu viết là “ ” hoặc dùng khối `|`",
    "close the quote; for quotes within text use “ ” or a `|` block",
)
_BRACKET = _Fault(
    "ngoặc vuông hoặc ngoặc nhọn bắt đầu ở dòng {opened} không được đóng đúng",
    "the bracket opened on line {opened} is not closed properly",
    "thêm ngoặc đóng hoặc dấu phẩy; nếu dấu ngoặc là chữ thì đặt cả câu trong ngoặc kép",
    "close the bracket or add a comma; if it is meant as text, put the text in double quotes",
)
_FIRST_CHARACTER = _Fault(
    "giá trị không được bắt đầu bằng ký tự {character}",
    "a value cannot begin with the character {character}",
    "đặt cả câu trong ngoặc kép",
    "put the text in double quotes",
)
_ESCAPE = _Fault(
    "dấu \\ trong ngoặc kép không đúng quy tắc",
    "a backslash within double quotes is not a valid escape",
    "viết \\\\ hai lần, hoặc dùng ngoặc đơn",
    "write the backslash twice, or use single quotes",
)
_BLOCK = _Fault(
    "sau dấu `|` hoặc `>` không được viết chữ trên cùng dòng",
    "nothing may follow `|` or `>` on its line",
    "xuống dòng rồi viết nội dung, thụt vào hai dấu cách",
    "write the text on the next line, indented by two spaces",
)
_SPECIAL = _Fault(
    "dấu &, *, ! hoặc % đầu giá trị có nghĩa riêng trong YAML và ở đây không đúng quy tắc",
    "an opening &, *, ! or % has a meaning of its own in YAML and is wrong here",
    "đặt cả câu trong ngoặc kép",
    "put the text in double quotes",
)
_OTHER = _Fault(
    "không hiểu được cấu trúc ở chỗ này",
    "the structure cannot be understood here",
    "kiểm tra thụt lề, dấu hai chấm và dấu ngoặc ở dòng này và dòng trước",
    "check indentation, colons and quotes on this line and the one before",
)

# The first entry whose words occur in the parser's complaint (its context and its problem) says what is wrong.
_FAULTS: tuple[tuple[str, _Fault], ...] = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _NO_COLON),
    ("block sequence entries are not allowed", _DASH),
    ("found unexpected end of stream", _QUOTE),
    ("found unexpected document indicator", _QUOTE),
    ("while parsing a flow", _BRACKET),
    ("cannot start any token", _FIRST_CHARACTER),
    ("while parsing a quoted scalar", _ESCAPE),
    ("while scanning a block scalar", _BLOCK),
    ("anchor", _SPECIAL),
    ("alias", _SPECIAL),
    ("tag", _SPECIAL),
    ("directive", _SPECIAL),
    ("incompatible YAML document", _SPECIAL),
    ("did not find expected key", _INDENTATION),
    ("did not find expected '-' indicator", _INDENTATION),
)


def explain_syntax_error(error: Exception, text: str, file: str) -> list[Problem]:
    """Return the problems that `error`, raised by the YAML parser on `text`, stands for."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return [YAML_SYNTAX.at(Place(file=file), **_OTHER._asdict())]
    if "depth" in str(getattr(error, "problem", "")):
        return [TOO_DEEP.at(Place(file=file, line=mark.line + 1, column=mark.column + 1), limit=MAX_DEPTH)]
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return _tab_problems(lines, mark.line + 1, file)
    fault, place, values = _find_fault(error, mark, lines, file)
    return [YAML_SYNTAX.at(place, **{name: word.format(**values) for name, word in fault._asdict().items()})]


def _find_fault(error: Exception, mark: Any, lines: list[str], file: str) -> tuple[_Fault, Place, dict[str, Any]]:  # noqa: ANN401
    """Return which fault it is, where, and the values its wording names."""
    complaint = f"{getattr(error, 'context', None)} {getattr(error, 'problem', None)}"
    opened = getattr(error, "context_mark", None) or mark
    line = lines[mark.line] if mark.line < len(lines) else ""
    values: dict[str, Any] = {"opened": opened.line + 1, "character": line[mark.column : mark.column + 1]}
    fault = next((fault for words, fault in _FAULTS if words in complaint), _OTHER)
    at = opened if fault in (_QUOTE, _BRACKET, _ESCAPE, _NO_COLON) else mark
    if fault in (_COLON, _NO_COLON):
        for number in range(min(mark.line, len(lines) - 1), max(mark.line - 3, -1), -1):
            match = _KEY_WITHOUT_SPACE.match(lines[number])
            if match:
                place = Place(file=file, line=number + 1, column=match.end(1) + 1)
                return _MISSING_SPACE, place, {"line": number + 1, "key": match[1]}
    return fault, Place(file=file, line=at.line + 1, column=at.column + 1), values


def _tab_problems(lines: list[str], first: int, file: str) -> list[Problem]:
    """Return one problem for each line that a tab indents: the parser stops at the `first`, empty or not."""
    problems = []
    for number, line in enumerate(lines, start=1):
        indentation = line[: len(line) - len(line.lstrip())]
        if "\t" in indentation and (line.strip() or number == first):
            problems.append(TAB_INDENTATION.at(Place(file=file, line=number, column=indentation.index("\t") + 1)))
    return problems[:_MAX_TABS_LISTED]
