"""The file of an edition of the annual publication, to start from: every key in order, one part to be filled in."""

from __future__ import annotations

from reportgen.compose.blank_form import BlankForm
from reportgen.compose.input_form import HOW_TO_FILL
from reportgen.compose.yaml_text import comment_lines
from reportgen.model.publication import KIND, PublicationInput

_HEAD = (
    "Đầu vào của ấn phẩm DTI hằng năm. Tệp số liệu và bài viết để cạnh tệp này hoặc trong thư mục con. Bản nháp chỉ"
    " được thiếu ngày công bố và lời nói đầu."
)


def compose_new_edition() -> str:
    """Return the file (YAML) of an edition with all keys of the model, explained; only the kind is filled in.

    A draft needs what is marked as required too, but for the day and the foreword.
    """
    lines = [line for paragraph in (_HEAD, *HOW_TO_FILL) for line in comment_lines(paragraph)]
    for block in BlankForm({"loai": KIND}).top_level(PublicationInput):
        lines += ["", *block]
    return "\n".join(lines) + "\n"
