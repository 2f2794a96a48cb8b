"""Reading what a document is made from: the input file, its texts, the template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reportgen.compose.markdown import MarkdownField, convert_markdown
from reportgen.document import Blocks, TemplateTag
from reportgen.model.input_model import KeyPath
from reportgen.problems import InputProblems, OutputError, Place, Problem, Severity, has_errors
from reportgen.problems import files as kinds
from reportgen.read.data_files import data_folder
from reportgen.read.pictures import read_picture
from reportgen.read.source import describe_path
from reportgen.write.template import CompiledTemplate, compile_template

OUTLINE = "bao_cao_749"


def read_bytes(path: Path) -> bytes:
    """Return the content of the file at `path`. Raises `OutputError` when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "lỗi không rõ"
        raise OutputError(kinds.CANNOT_READ.at(Place(file=str(path)), reason=reason)) from error


def convert_narratives(
    narratives: Iterable[tuple[KeyPath, str]], place: Callable[[KeyPath], Place], folder: Path
) -> tuple[dict[KeyPath, Blocks], list[Problem]]:
    """Return the blocks of each Markdown text by its path, and the problems found in them.

    `place` says where the text at a path stands in the input; pictures are taken from `folder` and below.
    """
    paths = {str(describe_path(path)): (path, text) for path, text in narratives}
    fields = [MarkdownField(key, text, place(path)) for key, (path, text) in paths.items()]
    converted, problems = convert_markdown(fields, load_picture=lambda relative: read_picture(folder, relative))
    return {paths[key][0]: blocks for key, blocks in converted.items()}, problems


def read_template(
    template: str | Path | None, name: str, tags: tuple[TemplateTag, ...]
) -> tuple[CompiledTemplate | None, list[Problem]]:
    """Return the Word template at path `template`, or else the shipped one called `name`, and the problems it has.

    A template of the user's own is checked as `reportgen template check` does it: compiling alone would not see the
    words that stand beside a whole-paragraph tag and would be lost.
    """
    path = data_folder("templates_vi") / f"{name}.docx" if template is None else Path(template)
    data = read_bytes(path)
    try:
        problems = [] if template is None else _check_own_template(data, str(template), name, tags)
        if has_errors(problems):
            return None, problems
        return compile_template(data, file=path.name if template is None else str(template), tags=tags), problems
    except InputProblems as found:
        return None, list(found.problems)


def _check_own_template(data: bytes, file: str, name: str, tags: tuple[TemplateTag, ...]) -> list[Problem]:
    from reportgen.write.template_check import check_tags  # noqa: PLC0415  the shipped templates need no such check
    from reportgen.write.template_text import read_template_text  # noqa: PLC0415

    found = check_tags(read_template_text(data, file), data, tags, name)
    return [finding.problem for finding in found if finding.problem.severity is Severity.ERROR]
