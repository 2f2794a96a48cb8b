"""`reportgen new`: an input file to start from, for any kind of administrative document and for the publication."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.agencies import format_table
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.kept_files import check_free
from reportgen.cli.outcome import Outcome
from reportgen.cli.usage import UsageProblem, find_nearest
from reportgen.cli.words import Words
from reportgen.compose.new_edition import compose_new_edition
from reportgen.compose.new_input import compose_new_input
from reportgen.model import publication
from reportgen.model.document_kinds import DocumentKind, DocumentKinds
from reportgen.model.progress_report import KIND
from reportgen.problems import Language, Place
from reportgen.problems.command import BAD_CHOICE, UNKNOWN_KIND
from reportgen.read.data_files import load_document_kinds
from reportgen.write.files import write_file

_COLUMNS = (Words("Loại", "Kind"), Words("Viết tắt", "Abbreviation"), Words("Tên", "Name"))
_TOTAL = Words(
    "{} loại. Làm tệp dữ liệu để điền: reportgen new LOẠI\n"
    "Ấn phẩm DTI hằng năm (`an_pham_dti`): reportgen new an_pham_dti, rồi reportgen publish\n"
    "Báo cáo theo Quyết định 749 (`{}`): reportgen outline CƠ_QUAN",
    "{} kinds. To make the data file to fill in: reportgen new KIND\n"
    "The annual DTI publication (`an_pham_dti`): reportgen new an_pham_dti, then reportgen publish\n"
    "Reports on Decision 749 (`{}`): reportgen outline AGENCY",
)
_PUBLICATION = Words("Ấn phẩm DTI hằng năm", "The annual DTI publication")
_OUTLINE = Words("reportgen outline CƠ_QUAN", "reportgen outline AGENCY")


def new(kind: str | None, output: Path | None, language: Language, *, force: bool = False) -> Outcome:
    """Write the input file of `kind` (a key, name or abbreviation), with a comment for each key; or list the kinds.

    A file that is there already and says something else stays, unless `force` is given.

    Raises:
        UsageProblem: there is no such kind, or it is made by another command.
        OutputError: a file stands in the way, or cannot be read or written.
    """
    with faults_of_data_as_problems():
        known = load_document_kinds()
        if kind is None:
            return _list(known, language)
        if kind == publication.KIND:
            key, content, command = kind, compose_new_edition().encode(), "publish"
        else:
            found = _find(kind, known, language)
            key, content, command = found.key, compose_new_input(found, known).encode(), "build"
    path = _path(output, key)
    if not force:
        check_free(path, content)
    write_file(path, content)
    step = Words(
        f'Tiếp theo: điền tệp này, rồi chạy: reportgen {command} "{path}"',
        f'Next: fill in this file, then run: reportgen {command} "{path}"',
    )
    return Outcome((path,), next_step=step, data={"kind": key})


def _list(known: DocumentKinds, language: Language) -> Outcome:
    heading = tuple(column.of(language) for column in _COLUMNS)
    table = format_table([heading, *((kind.key, kind.abbreviation or "-", kind.name) for kind in known.kinds)])
    total = _TOTAL.of(language).format(len(known.kinds), KIND)
    kinds = [{"kind": kind.key, "abbreviation": kind.abbreviation, "name": kind.name} for kind in known.kinds]
    kinds.append({"kind": publication.KIND, "abbreviation": None, "name": _PUBLICATION.of(language)})
    return Outcome(text=f"{table}\n\n{total}", data={"kinds": kinds})


def _find(kind: str, known: DocumentKinds, language: Language) -> DocumentKind:
    found = known.find(kind)
    if found is not None:
        return found
    keys = [*(kind.key for kind in known.kinds), publication.KIND]
    if kind == KIND:
        raise UsageProblem(
            BAD_CHOICE.at(Place(), option="new", found=kind, allowed=", ".join(keys), nearest=_OUTLINE.of(language))
        )
    names = {name.casefold(): one.key for one in known.kinds for name in (one.key, one.name)}
    names[publication.KIND] = publication.KIND
    nearest = find_nearest(kind, names)
    raise UsageProblem(
        UNKNOWN_KIND.at(Place(), found=kind, kinds=", ".join(keys), nearest=names[nearest] if nearest else None)
    )


def _path(output: Path | None, key: str) -> Path:
    name = f"{key}.yaml"
    if output is None:
        return Path(name)
    return output / name if output.is_dir() else output
