"""Makes `docs/inputs.md`, the page of every input key, and the tables of `docs/templates.md`, from the code.

    python -m tools.make_input_docs

writes them anew; `tests/test_readme.py` fails while they differ from what this makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from reportgen.decree30.layout import load_layout
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.fields import NO_ITEMS, Markdown, Recurring, StatedList, Unknown
from reportgen.model.input_model import NEEDED, InputModel, find_inner_model, iter_input_fields
from reportgen.model.progress_report import ProgressReport
from reportgen.model.publication import PublicationInput
from reportgen.read.data_files import load_document_kinds
from reportgen.vietnamese.citations import Citation
from reportgen.vietnamese.periods import Period
from tools.make_templates import TAGS
from tools.publication_template import load_publication_layout

DOCS = Path(__file__).resolve().parent.parent / "docs"
_MODELS: Mapping[str, tuple[str, type[InputModel]]] = {
    "`bao_cao_749`": ("Báo cáo tình hình triển khai Quyết định 749/QĐ-TTg", ProgressReport),
    "các loại văn bản khác": (
        "Công văn, quyết định, kế hoạch và các loại khác của Nghị định 30",
        AdministrativeDocument,
    ),
    "`an_pham_dti`": ("Ấn phẩm DTI hằng năm, làm bằng `reportgen publish`", PublicationInput),
}
_INTRO = """\
<!-- Made by `python -m tools.make_input_docs`; edits here are lost. -->
# Các mục của tệp dữ liệu · the keys of the inputs

Tệp dữ liệu là YAML (hoặc JSON). Cột “cần” nói mục nào bản chính thức phải có; bản nháp chỉ cần `loai` và `co_quan`.
Mục nằm trong một danh sách (`[]`) chỉ cần khi danh sách có phần tử. Kiểu “đoạn văn” là Markdown: nhận chữ đậm, chữ
nghiêng, danh sách, bảng, hình và chú thích. Lược đồ cho trình soạn thảo: `reportgen schema LOẠI`.

Data files are YAML (or JSON). The column “cần” says what the final form needs; a draft needs only `loai` and
`co_quan`.
"""
_NOTES: Mapping[type[InputModel], str] = {
    ProgressReport: (
        "Ngoài ra, bản chính thức cần: trong `muc_tieu`, mỗi nhóm có `chi_tieu` hoặc `nhan_xet`; trong "
        "`nhiem_vu_rieng`, mọi nhiệm vụ mà Quyết định 749 giao riêng cho cơ quan."
    ),
    AdministrativeDocument: (
        "Mục nào dùng được và cần cho từng loại tùy mẫu của Nghị định; `reportgen new LOẠI` làm tệp có đúng các mục "
        "đó. Giá trị của `loai`: {kinds}."
    ),
    PublicationInput: (
        "Tệp số liệu và tệp bài viết nằm trong thư mục của tệp ấn phẩm hoặc thư mục con; xem "
        "[publication.md](publication.md)."
    ),
}
_TYPES: Mapping[object, str] = {
    str: "dòng chữ",
    Markdown: "đoạn văn",
    int: "số nguyên",
    Decimal: "số",
    date: "ngày",
    Period: "kỳ",
    Citation: "viện dẫn",
    bool: "có, không",
    Recurring: " hoặc ".join(f"“{word}”" for word in Recurring),
    Unknown: f"“{Unknown.NOT_AVAILABLE.value}”",
}


def make_input_page() -> str:
    """Return the page of every key of every input kind, with meaning, need and example."""
    lines = [_INTRO]
    for key, (title, model) in _MODELS.items():
        kinds = ", ".join(f"`{kind.key}`" for kind in load_document_kinds().kinds)
        lines += [f"## {key}: {title}", "", _NOTES[model].format(kinds=kinds), ""]
        lines += ["| mục · key | kiểu · type | nghĩa · meaning | cần | ví dụ · example |", "|---|---|---|---|---|"]
        lines += [_row(path, field) for path, field in _walk(model)]
        lines.append("")
    return "\n".join(lines)


def _walk(model: type[InputModel], above: str = "", seen: tuple[type, ...] = ()) -> Iterator[tuple[str, FieldInfo]]:
    for alias, _, field in iter_input_fields(model):
        inner = find_inner_model(field.annotation)
        path = f"{above}{alias}"
        yield path, field
        if inner is not None and inner not in seen:
            several = "[]" if "tuple" in str(field.annotation) else ""
            yield from _walk(inner, f"{path}{several}.", (*seen, model, inner))


def _row(path: str, field: FieldInfo) -> str:
    needed = field.is_required() or NEEDED in field.metadata
    kind = _type_of(field.annotation)
    if StatedList in field.metadata:
        kind += f", hoặc “{NO_ITEMS}”"
    description = (field.description or "").replace(" (Markdown)", "")
    example = _shown((field.examples or [""])[0])
    return f"| `{path}` | {kind} | {description} | {'có' if needed else ''} | {example} |"


def _type_of(annotation: Any) -> str:  # noqa: ANN401  whatever annotates a field
    """Return in Vietnamese what a value of type `annotation` is typed as.

    Raises:
        TypeError: the page has no words for this type yet.
    """
    if annotation in _TYPES:
        return _TYPES[annotation]
    origin, parts = get_origin(annotation), [part for part in get_args(annotation) if part not in (type(None), ...)]
    if origin is Literal:
        return ", ".join(f"`{part}`" for part in parts)
    if origin is tuple:
        return "danh sách" if find_inner_model(annotation) else f"danh sách {_type_of(parts[0])}"
    if hasattr(annotation, "__metadata__"):
        return _type_of(annotation.__origin__)
    if parts:
        return " hoặc ".join(_type_of(part) for part in parts)
    if isinstance(annotation, type) and issubclass(annotation, InputModel):
        return "nhóm mục"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ", ".join(f"`{member.value}`" for member in annotation)
    message = f"no words for the type {annotation!r}"
    raise TypeError(message)


def _shown(example: Any) -> str:  # noqa: ANN401  an example may be any value of YAML
    words = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    words = words.replace("|", "\\|").replace("\n", " ")
    return f"`{words[:70]}{'…' if len(words) > 70 else ''}`" if words else ""


def make_template_page(page: str) -> str:
    """Return `page` with its tables of tags and styles as they are now."""
    head, _, rest = page.partition("| Tag | Meaning | Templates |\n|---|---|---|\n")
    _, _, rest = rest.partition("\n\n## Styles")
    middle, _, _ = rest.partition("| Style | Look | Rests on |\n|---|---|---|\n")
    tags = "\n".join(_tag_rows())
    styles = "\n".join(_style_rows())
    return (
        f"{head}| Tag | Meaning | Templates |\n|---|---|---|\n{tags}\n\n## Styles{middle}"
        f"| Style | Look | Rests on |\n|---|---|---|\n{styles}\n"
    )


def _tag_rows() -> Iterator[str]:
    templates: dict[str, list[str]] = {}
    meanings: dict[str, str] = {}
    for name, tags in TAGS.items():
        for tag in tags:
            templates.setdefault(tag.written, []).append(name)
            meanings.setdefault(tag.written, f"{tag.meaning_vi} · {tag.meaning_en}")
    for written, names in templates.items():
        yield f"| `{written}` | {meanings[written]} | {', '.join(names)} |"


def _style_rows() -> Iterator[str]:
    layout = load_layout()
    known = {figures.name for figures in layout.styles}
    of_a_book = (figures for figures in load_publication_layout().styles if figures.name not in known)
    for figures in (*layout.styles, *of_a_book):
        face = " ".join(("bold" if figures.bold else "", "italic" if figures.italic else "")).strip() or "upright"
        rule = figures.clause or figures.practice
        yield f"| {figures.name} | {figures.size:g} pt, {face}, {figures.align} | {rule} |"
    for one in layout.text_styles:
        yield f"| {one.name} | in the line | {one.practice} |"


def main() -> None:
    """Write the pages."""
    (DOCS / "inputs.md").write_text(make_input_page(), encoding="utf-8")
    templates = DOCS / "templates.md"
    templates.write_text(make_template_page(templates.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
