"""What is wrong with an input, where, and what to do: the one type that every room complains with.

A `ProblemKind` is an entry of the catalogue (a stable code, a severity, the wording in Vietnamese and English);
a `Problem` is one finding of that kind at one place. Terminal and JSON are two printers of the same value.

    ReportgenError
    ├── InputProblems      the input cannot become a document; carries every problem found
    └── OutputError        a file cannot be written; carries its problem

Codes are grouped by what they are about: `DV` the input file, `CQ` agencies and citations, `VB` running text,
`MB` templates, `TT` the form of Decree 30, `DL` indicator data, `DS` lists of recipients, `BT` runs of letters,
`GH` merging, `GF` files, folders and outside programs, `TL` the command line.
"""

from reportgen.problems.problem import (
    InputProblems,
    Language,
    OutputError,
    Place,
    Problem,
    ProblemKind,
    ReportgenError,
    Severity,
    has_errors,
)

__all__ = [
    "InputProblems",
    "Language",
    "OutputError",
    "Place",
    "Problem",
    "ProblemKind",
    "ReportgenError",
    "Severity",
    "has_errors",
]
