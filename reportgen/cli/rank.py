"""`reportgen rank`: scores and ranks of a table of indicators, on the terminal or as CSV, Excel or JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.outcome import Outcome
from reportgen.cli.usage import UsageProblem
from reportgen.document.data_table import DataTable
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.problems import Place
from reportgen.problems import command as kinds
from reportgen.production.ranking import rank_file
from reportgen.write.data_text import write_csv, write_json, write_terminal
from reportgen.write.files import write_file
from reportgen.write.xlsx import write_xlsx

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
) -> Outcome:
    """Rank the units in `source`; print the ranking by total, or write it to `output`.

    With `all_tables` the rankings by pillar and by main index come as well.

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
        )
    totals = {result.total.name for result in ranked.results}
    tables = [table for table in ranked.tables if all_tables or any(name in table.title for name in totals)]
    if output is None:
        return Outcome(text="\n\n".join(write_terminal(table) for table in tables), problems=ranked.problems)
    write_file(output, _WRITERS[output.suffix.lower()](tables))
    return Outcome((output,), ranked.problems)
