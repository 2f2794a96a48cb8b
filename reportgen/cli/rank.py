"""`reportgen rank`: scores and ranks of a table of indicators, on the terminal or as CSV, Excel or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.outcome import Outcome
from reportgen.cli.usage import UsageProblem
from reportgen.cli.words import Words
from reportgen.compose.ranking_table import FIXED_KEYS
from reportgen.document.data_table import DataTable
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.problems import Language, Place
from reportgen.problems import command as kinds
from reportgen.production.ranking import rank_file
from reportgen.write.data_text import fit_columns, tables_as_objects, write_csv, write_json, write_terminal
from reportgen.write.files import write_file
from reportgen.write.xlsx import write_xlsx

_NO_ROOM = Words(
    "Màn hình không đủ chỗ cho: {}; ghi ra tệp bằng `-o` để có đủ.",
    "The terminal has no room for: {}; write a file with `-o` to have them.",
)
_WRITERS: Mapping[str, Callable[[Sequence[DataTable]], bytes]] = {
    ".csv": lambda tables: b"\r\n".join(write_csv(table) for table in tables),
    ".json": write_json,
    ".xlsx": write_xlsx,
}


def rank(
    source: Path,
    *,
    index_set: str,
    year: int,
    scale: str,
    missing: str,
    published: bool = False,
    draws: int = 0,
    output: Path | None = None,
    all_tables: bool = False,
    language: Language = "vi",
    width: int | None = None,
) -> Outcome:
    """Rank the units in `source`; print the ranking by total, or write it to `output`.

    With `all_tables` the rankings by pillar and by main index come as well. Files are Vietnamese; what is printed has
    its fixed words in `language`, and leaves out the indices that lines of `width` characters have no room for.

    Raises:
        UsageProblem: `output` is no CSV, Excel or JSON file.
        InputProblems: the table cannot be ranked.
        OutputError: a file cannot be read or written.
    """
    if output is not None and output.suffix.lower() not in _WRITERS:
        allowed = ", ".join(_WRITERS)
        raise UsageProblem(kinds.BAD_CHOICE.at(Place(), option="-o", found=output.name, allowed=allowed))
    with faults_of_data_as_problems():
        ranked = rank_file(
            source,
            index_set=index_set,
            year=year,
            scale=Scale(scale),
            missing_rule=MissingRule(missing),
            take_published=published,
            draws=draws,
            language="vi" if output else language,
        )
    totals = {result.total.name for result in ranked.results}
    tables = [table for table in ranked.tables if all_tables or any(name in table.title for name in totals)]
    data = {"rankings": tables_as_objects(tables)}
    if output is None:
        text = "\n\n".join(_printed(table, width, language) for table in tables)
        return Outcome(text=text, problems=ranked.problems, data=data)
    write_file(output, _WRITERS[output.suffix.lower()](tables))
    return Outcome((output,), ranked.problems, data=data)


def _printed(table: DataTable, width: int | None, language: Language) -> str:
    """Return `table` for a terminal of `width` columns, or as wide as it is, and what there was no room for."""
    if width is None:
        return write_terminal(table)
    keys = [column.key for column in table.columns]
    fitted = fit_columns(table, width, ["ma", *(key for key in keys if key not in FIXED_KEYS)])
    shown = {column.key for column in fitted.columns}
    left_out = [column.title for column in table.columns if column.key not in shown]
    if not left_out:
        return write_terminal(table)
    note = _NO_ROOM.of(language).format(", ".join(left_out))
    return write_terminal(replace(fitted, notes=(*table.notes, note)))
