r"""Narrative fields in Markdown → blocks of the document tree; one run of pandoc for a whole report.

This is the home of pypandoc, which carries pandoc; it is imported only when a field needs it. Inside the one process
a short Lua script reads each field on its own, so nothing that stands in one field (an open fence, a footnote label,
an address of a link) can reach the next.

The Markdown that fields may use: paragraphs, `*nghiêng*`, `**đậm**`, `~~gạch~~`, `x^2^`, `H~2~O`, `` `nguyên văn` ``,
links, bullet and ordered lists, tables (pipe, grid, simple), footnotes, pictures, quotes, line blocks (`| `), hard
line breaks (two spaces or a backslash at the end of a line). Text comes out as typed: quotes and dashes stay, `$`,
`{{`, `@`, `&` and a backslash before a letter or a space mean nothing. Character references are Markdown and are
read: `&amp;` gives "&"; to print one, write `\&amp;` or put it in backticks. A definition list becomes a bold
paragraph and its explanations; the boxes `[ ]` and `[x]` of a task list stay as typed.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.compose.markdown_source import (
    MAX_NESTING,
    SourceCursor,
    check_definitions,
    check_text,
    encode_for_pandoc,
    is_plain,
    prepare_text,
    split_plain,
)
from reportgen.compose.pandoc_inlines import FieldContext, NestingTooDeepError, PictureLoader
from reportgen.compose.pandoc_tree import read_document, read_note
from reportgen.document import Blocks, Paragraph, Role, Text
from reportgen.problems import OutputError, Place, Problem
from reportgen.problems.text import NESTED_TOO_DEEP, NO_PANDOC, TEXT_TOO_COMPLEX

__all__ = ["MarkdownField", "PictureLoader", "convert_markdown"]

# Each extension costs pandoc 0.2 ms a field. On by default: shortcut_reference_links; raw_html, so that a tag is told
# from text and refused.
_FORMAT = "+".join(
    (
        "markdown_strict",
        "all_symbols_escapable",
        "backtick_code_blocks",
        "blank_before_blockquote",
        "blank_before_header",
        "definition_lists",
        "escaped_line_breaks",
        "fancy_lists",
        "footnotes",
        "grid_tables",
        "implicit_figures",
        "inline_notes",
        "intraword_underscores",
        "line_blocks",
        # A list right below its lead-in ("Kết quả:") is how clerks type; pandoc's own Markdown would run it together.
        "lists_without_preceding_blankline",
        "pipe_tables",
        "simple_tables",
        "space_in_atx_header",
        "startnum",
        "strikeout",
        "subscript",
        "superscript",
        "table_captions",
    )
)
_FORMAT += "-spaced_reference_links"  # "[a] [b](…)" is a word in brackets and a link
_SCRIPT = f"""
for _, text in ipairs(pandoc.json.decode(io.read('a'), false)) do
  local ok, json = pcall(function() return pandoc.write(pandoc.read(text, '{_FORMAT}'), 'json') end)
  io.write(ok and json or 'null', '\\n')
  io.flush()
end
"""
_MEGABYTES = 512
_SECONDS = 10
_SECONDS_PER_MEGABYTE = 5
_MAX_RUNS = 3  # a text that pandoc cannot read costs a run; after so many, the rest is given up


@dataclass(frozen=True, slots=True)
class MarkdownField:
    """One narrative field of an input.

    `key` is its key path ("nhiem_vu_chung.the_che.noi_dung"), unique among the fields converted together; `place` is
    where it stands in the input, its line being the first line of `text`.
    """

    key: str
    text: str
    place: Place


def convert_markdown(
    fields: Sequence[MarkdownField], *, load_picture: PictureLoader
) -> tuple[dict[str, Blocks], list[Problem]]:
    """Return the blocks of each field by its key, and every problem found, in the order of the fields.

    A field that cannot be converted at all has no blocks, and an error says why. `load_picture` is called once for
    every mention of a picture whose written path stays inside the folder of the input.

    Raises:
        OutputError: if pandoc is not installed.
    """
    prepared = {field.key: prepare_text(field.text) for field in fields}
    refused = {field.key: found for field in fields if (found := check_text(field.text, field.place))}
    for_pandoc = [field for field in fields if field.key not in refused and not is_plain(prepared[field.key])]
    trees = _run_pandoc([prepared[field.key] for field in for_pandoc])
    tree_of = {field.key: tree for field, tree in zip(for_pandoc, trees, strict=True)}

    blocks: dict[str, Blocks] = {}
    problems: list[Problem] = []
    for field in fields:
        if field.key in refused:
            blocks[field.key], found = (), refused[field.key]
        elif field.key in tree_of:
            text = prepared[field.key]
            blocks[field.key], found = _read_tree(tree_of[field.key], text, field.place, load_picture)
        else:
            blocks[field.key], found = _plain_blocks(prepared[field.key]), []
        problems += found
    return blocks, problems


def _plain_blocks(text: str) -> Blocks:
    return tuple(Paragraph(Role.BODY, (Text(line),)) for line in split_plain(text))


def _read_tree(
    tree: str | None, text: str, place: Place, load_picture: PictureLoader
) -> tuple[Blocks, list[Problem]]:
    if tree is None:
        return (), [TEXT_TOO_COMPLEX.at(place, seconds=_time_limit([text]), megabytes=_MEGABYTES)]
    context = FieldContext(place, SourceCursor(text), load_picture, read_note, check_definitions(text, place))
    try:
        blocks = read_document(json.loads(tree)["blocks"], context)
    except (NestingTooDeepError, RecursionError):  # json gives up at some hundred levels
        return (), [NESTED_TOO_DEEP.at(place, limit=MAX_NESTING)]
    return blocks, context.problems


def _run_pandoc(texts: list[str]) -> list[str | None]:
    """Return pandoc's JSON of each text, `None` where pandoc ran out of time or memory.

    One process reads them all. If it is stopped, the text that it was reading is left out and another process goes on
    with the next.
    """
    trees: list[str | None] = []
    runs = 0
    while len(trees) < len(texts):
        if runs == _MAX_RUNS:
            trees += [None] * (len(texts) - len(trees))
            break
        done = _pandoc_lines([encode_for_pandoc(text) for text in texts[len(trees) :]])
        trees += [None if line == "null" else line for line in done]
        if len(trees) < len(texts):
            trees.append(None)
        runs += 1
    return trees


def _pandoc_lines(texts: list[str]) -> list[str]:
    """Return the lines that one pandoc process wrote, one for each text that it got through."""
    command = [_find_pandoc(), "+RTS", f"-M{_MEGABYTES}m", "-RTS", "lua", "-e", _SCRIPT]
    try:
        run = subprocess.run(  # noqa: S603  the command is ours; the texts go through standard input
            command, input=json.dumps(texts).encode(), capture_output=True, timeout=_time_limit(texts), check=False
        )
        output = run.stdout
    except subprocess.TimeoutExpired as expired:
        output = expired.stdout or b""
    return output.decode("utf-8").split("\n")[:-1]


def _time_limit(texts: list[str]) -> int:
    """Seconds that pandoc may take; ordinary text takes about three for a megabyte."""
    return _SECONDS + _SECONDS_PER_MEGABYTE * (sum(map(len, texts)) // 1_000_000)


def _find_pandoc() -> str:
    try:
        import pypandoc  # noqa: PLC0415  only a field with Markdown needs it

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise OutputError(NO_PANDOC.at(Place())) from error
