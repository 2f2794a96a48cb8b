"""`reportgen outline`: the blank outline of an agency, as a Word file to read and an input file to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.kept_files import check_free
from reportgen.cli.outcome import Outcome
from reportgen.cli.words import Words
from reportgen.production import make_outline
from reportgen.write.files import write_file


def outline(agency: str, folder: Path, day: date, *, force: bool = False) -> Outcome:
    """Write the two files of the blank outline for `agency`, with the names in force on `day`, into `folder`.

    A file that is there already and says something else may be someone's work: it stays, and nothing is written,
    unless `force` is given.

    Raises:
        InputProblems: the register does not know the agency on that day.
        OutputError: a file stands in the way, or cannot be read or written.
    """
    with faults_of_data_as_problems():
        made = make_outline(agency, day=day)
    stem = f"de_cuong_bao_cao_749_{made.agency.code}"
    blank = {folder / f"{stem}.docx": made.docx, folder / f"{stem}.yaml": made.input_yaml.encode()}
    if not force:
        for path, content in blank.items():
            check_free(path, content)
    for path, content in blank.items():
        write_file(path, content)
    step = Words(
        f'Tiếp theo: điền tệp .yaml, rồi chạy: reportgen build "{folder / stem}.yaml"',
        f'Next: fill in the .yaml file, then run: reportgen build "{folder / stem}.yaml"',
    )
    return Outcome(tuple(blank), made.problems, next_step=step, data={"agency": made.agency.code})
