"""What the input files to be filled in have in common: the words that explain a key, and how it is set out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic.fields import FieldInfo

from reportgen.compose.yaml_text import yaml_value

# The spaces within do not break, so that these words stay together on a line.
REQUIRED, OPTIONAL, FOR_EXAMPLE = (
    "Bắt\N{NO-BREAK SPACE}buộc.",
    "Tùy\N{NO-BREAK SPACE}chọn.",
    "Ví\N{NO-BREAK SPACE}dụ:",
)
HOW_TO_FILL = (
    "Cách điền: ghi ngay sau dấu hai chấm và một dấu cách. Đoạn văn nhiều dòng thì ghi dấu | sau dấu hai chấm rồi"
    " xuống dòng, thụt vào hai dấu cách. Câu có dấu hai chấm, dấu # hay bắt đầu bằng ký hiệu thì đặt trong ngoặc"
    " kép.",
    "“Bắt buộc” là cần cho bản chính thức; bản dự thảo thiếu thì đánh dấu chỗ thiếu. Dòng bắt đầu bằng dấu # là lời"
    " giải thích, máy không đọc.",
)
STEP = "  "
"""The indentation of a level."""


def description(field: FieldInfo) -> str:
    """Return what the model says of `field`."""
    return (field.description or field.title or "").strip()


def example(field: FieldInfo) -> str:
    """Return " Ví dụ: …" with the first example of `field` on one line; nothing if it has none."""
    if not field.examples:
        return ""
    first = field.examples[0]
    return f" {FOR_EXAMPLE} {_flow(first) if isinstance(first, dict | list) else yaml_value(first)}"


def _flow(value: object) -> str:
    """Return `value` on one line: groups of keys in braces, lists in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(own)}" for key, own in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    # A list of one quotes what a comma would part.
    return yaml_value([str(value)])[1:-1] if isinstance(value, str) else yaml_value(value)


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield `lines` one level further in."""
    for line in lines:
        yield f"{STEP}{line}"
