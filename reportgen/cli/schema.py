"""`reportgen schema`: the JSON Schema of a kind of input, for editors that check while one types."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.outcome import Outcome
from reportgen.cli.usage import UsageProblem, find_nearest
from reportgen.problems import Place
from reportgen.problems.command import UNKNOWN_KIND
from reportgen.read.schema import INPUT_MODELS, input_schema
from reportgen.write.files import write_file


def schema(kind: str | None, output: Path | None) -> Outcome:
    """Return the schema of `kind` as text, or write it to `output`; without a kind, list the kinds.

    Raises:
        UsageProblem: there is no such kind.
        OutputError: the file cannot be written, or the list of kinds is not usable.
    """
    with faults_of_data_as_problems():
        return _schema(kind, output)


def _schema(kind: str | None, output: Path | None) -> Outcome:
    if kind is None:
        return Outcome(text="\n".join(INPUT_MODELS))
    if kind not in INPUT_MODELS:
        kinds, nearest = ", ".join(INPUT_MODELS), find_nearest(kind, INPUT_MODELS)
        raise UsageProblem(UNKNOWN_KIND.at(Place(), found=kind, kinds=kinds, nearest=nearest))
    text = json.dumps(input_schema(kind), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        return Outcome(text=text)
    write_file(output, text.encode())
    return Outcome((output,))
