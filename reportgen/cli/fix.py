"""`reportgen fix`: a copy of a Word file in which what is safe to mend is mended, with a list of what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import Settings
from reportgen.cli.words import Words
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.fix import FixResult, fix_document
from reportgen.decree30.layers import read_layer
from reportgen.decree30.mended import describe_mended
from reportgen.decree30.report_text import describe_place
from reportgen.problems import InputProblems, Language, Place
from reportgen.problems import form_fixing as kinds
from reportgen.production.form import agency_names
from reportgen.production.sources import read_bytes
from reportgen.write.files import write_file

_MENDED = Words("Đã sửa {} chỗ:", "Mended {}:")
_TRACKED = Words(
    "Đã sửa {} chỗ, ghi thành thay đổi được theo dõi:", "Mended {}, as tracked changes to accept or reject:"
)
_NOTHING = Words("Không có chỗ nào sửa được một cách an toàn.", "There is nothing that can safely be mended.")
_LEFT = Words("Còn {} chỗ phải tự xem:", "{} left for a person to look at:")
_NOTES = Words(
    "Còn {} lưu ý, không chắc là lỗi; `reportgen check` liệt kê.",
    "{} notes are left, which may be no faults; `reportgen check` lists them.",
)


@dataclass(frozen=True, slots=True)
class FixOrder:
    """What the command line asks for: the file, where the mended one goes, and how it is mended."""

    source: Path
    output: Path | None
    in_place: bool = False
    tracked: bool = False
    layers: Sequence[Path] = ()


def fix(order: FixOrder, settings: Settings) -> Outcome:
    """Write the mended file, even if nothing was mended: a copy that was asked for has to be there.

    Raises:
        InputProblems: the file cannot be checked or mended, or it is not said where the copy goes.
        OutputError: a file cannot be read or written.
    """
    target = _target(order)
    layers = [read_layer(read_bytes(path), str(path)) for path in order.layers]
    result = fix_document(
        read_bytes(order.source), str(order.source), tracked=order.tracked, layers=layers, names=agency_names(),
        today=date.today(),
    )  # fmt: skip
    if result.is_changed or not order.in_place:
        write_file(target, result.data)
    is_written = result.is_changed or not order.in_place
    return Outcome(
        files=(target,) if is_written else (),
        problems=result.before.problems,
        text="\n".join(_lines(result, settings.language, tracked=order.tracked)),
        data={
            "mended": [
                {
                    **_to_dict(finding, settings.language),
                    "became": describe_mended(finding, result, settings.language),
                }
                for finding in result.mended
            ],
            "left": [_to_dict(finding, settings.language) for finding in result.after.findings],
        },
    )


def _target(order: FixOrder) -> Path:
    place = Place(file=str(order.source))
    if order.source.suffix.lower() != ".docx":
        raise InputProblems([kinds.NOT_DOCX.at(place)])
    if order.in_place:
        return order.source
    if order.output is None:
        raise InputProblems([kinds.NO_OUTPUT.at(place)])
    target = order.output / order.source.name if order.output.is_dir() else order.output
    if target.resolve() == order.source.resolve():
        raise InputProblems([kinds.IS_ORIGINAL.at(Place(file=str(target)))])
    return target


def _lines(result: FixResult, language: Language, *, tracked: bool) -> Iterator[str]:
    if result.mended:
        yield (_TRACKED if tracked else _MENDED).of(language).format(len(result.mended))
        for finding in result.mended:
            became = describe_mended(finding, result, language)
            yield _line(finding, language) + (f" → {became}" if became else "")
    else:
        yield _NOTHING.of(language)
    left = [one for one in result.after.findings if one.grade is not Grade.NOTE]
    if left:
        yield _LEFT.of(language).format(len(left))
        yield from (_line(finding, language) for finding in left)
    notes = len(result.after.findings) - len(left)
    if notes:
        yield _NOTES.of(language).format(notes)


def _line(finding: Finding, language: Language) -> str:
    return f"  - {describe_place(finding, language)}: {finding.message(language)} [{finding.rule.id}]"


def _to_dict(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "clause": finding.rule.clause,
        "grade": finding.grade.value,
        "page": finding.page,
        "paragraph": finding.number,
        "region": finding.region(language),
        "text": finding.excerpt,
        "message": finding.message(language),
    }
