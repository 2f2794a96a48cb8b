"""`reportgen template`: what a template of a user's own may hold, and what is wrong with one, before any data."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.agencies import format_table
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.outcome import Outcome, in_order
from reportgen.cli.usage import UsageProblem, find_nearest
from reportgen.cli.words import Words
from reportgen.document import TemplateTag
from reportgen.problems import Language, Place, has_errors
from reportgen.problems.command import UNKNOWN_KIND
from reportgen.problems.template import COPY_IS_ORIGINAL, COPY_NOT_DOCX, COPY_NOT_MADE
from reportgen.production.templates import CheckedTemplate, TemplateKind, check_template, list_template_kinds
from reportgen.write.files import write_file
from reportgen.write.word_text import WordPlace

_COLUMNS = (
    Words("Thẻ", "Tag"),
    Words("Thay cho", "Stands for"),
    Words("Bắt buộc", "Required"),
    Words("Nghĩa", "Meaning"),
)
_BLOCK, _TEXT = Words("cả đoạn", "paragraphs"), Words("chữ", "text")
_YES, _NO = Words("có", "yes"), Words("không", "no")
_TOTAL = Words("{} thẻ của `{}` ({}).", "{} tags of `{}` ({}).")
_HOW = Words(
    "Thẻ cho cả đoạn đứng riêng một đoạn. Muốn một đoạn chỉ hiện khi thẻ có nội dung: `{%p if ten_the %}` và "
    "`{%p endif %}`, mỗi lệnh một đoạn.",
    "A tag for paragraphs stands alone in one. To show a paragraph only where a tag has content, put "
    "`{%p if ten_the %}` before and `{%p endif %}` after it, each in a paragraph of its own.",
)
_USABLE = Words("`{}` dùng được làm mẫu cho `{}` ({}).", "`{}` can serve as a template of `{}` ({}).")
_UNUSABLE = Words("`{}` chưa dùng được làm mẫu cho `{}` ({}).", "`{}` cannot serve as a template of `{}` ({}) yet.")
_STEP = Words(
    "Mở bản có nhận xét bằng Word để xem từng chỗ; sửa trong mẫu gốc rồi kiểm tra lại.",
    "Open the copy in Word to see each place; mend the template itself and check it again.",
)


def check(source: Path, kind: str | None, copy: Path | None, language: Language) -> Outcome:
    """Check the template at `source` for documents of `kind`, and write its findings as comments into `copy`.

    Raises:
        UsageProblem: there is no such kind.
        InputProblems: the copy would replace the template, or is no .docx.
        OutputError: a file cannot be read or written.
    """
    refused = _refuse_copy(source, copy)
    if refused:
        return refused
    with faults_of_data_as_problems():
        if kind is not None:
            _find_kind(kind)
        checked = check_template(source, kind=kind)
    problems = list(checked.problems)
    files: tuple[Path, ...] = ()
    if copy is not None and checked.can_be_annotated:
        write_file(copy, checked.annotated(language))
        files = (copy,)
    elif copy is not None:
        problems.append(COPY_NOT_MADE.at(Place(file=str(copy))))
    return Outcome(
        files=files,
        problems=tuple(problems),
        text=_verdict(checked, language),
        next_step=_STEP if files and checked.problems else None,
        data=_data(checked, language),
    )


def _refuse_copy(source: Path, copy: Path | None) -> Outcome | None:
    if copy is None:
        return None
    place = Place(file=str(copy))
    if copy.resolve() == source.resolve() or (copy.exists() and source.exists() and copy.samefile(source)):
        return Outcome(problems=(COPY_IS_ORIGINAL.at(place, found=str(source)),))
    if copy.suffix.lower() != ".docx":
        suggestion = str(copy.with_suffix(".docx"))
        return Outcome(problems=(COPY_NOT_DOCX.at(place, found=str(copy), suggestion=suggestion),))
    return None


def _verdict(checked: CheckedTemplate, language: Language) -> str:
    if checked.kind is None:
        return ""
    words = _UNUSABLE if has_errors(checked.problems) else _USABLE
    return words.of(language).format(checked.file, checked.kind.key, checked.kind.name)


def _data(checked: CheckedTemplate, language: Language) -> dict[str, object]:
    """What JSON says beside the problems: the kind, and where each problem is, in the order of `problems`."""
    findings = {id(finding.problem): finding for finding in checked.findings}
    places = []
    for problem in in_order(checked.problems):
        place, span = problem.place, findings[id(problem)].span
        places.append(
            {
                "code": problem.code,
                "region": place.region.of(language) if isinstance(place, WordPlace) else None,
                "part": span.part if span else None,
                "paragraph_in_part": span.paragraph if span else None,
                "start": span.start if span else None,
                "end": span.end if span else None,
            }
        )
    return {
        "kind": checked.kind.key if checked.kind else None,
        "kind_is_guessed": checked.is_guessed,
        "places": places,
    }


def tags(kind: str, language: Language) -> Outcome:
    """List the tags that a template of `kind` may hold.

    Raises:
        UsageProblem: there is no such kind.
    """
    with faults_of_data_as_problems():
        found = _find_kind(kind)
    heading = tuple(column.of(language) for column in _COLUMNS)
    table = format_table([heading, *(_row(tag, language) for tag in found.tags)])
    total = _TOTAL.of(language).format(len(found.tags), found.key, found.name)
    return Outcome(
        text=f"{table}\n\n{total}\n{_HOW.of(language)}",
        data={"kind": found.key, "tags": [_to_dict(tag) for tag in found.tags]},
    )


def _find_kind(kind: str) -> TemplateKind:
    known = list_template_kinds()
    if kind not in known:
        raise UsageProblem(
            UNKNOWN_KIND.at(Place(), found=kind, kinds=", ".join(known), nearest=find_nearest(kind, known))
        )
    return known[kind]


def _row(tag: TemplateTag, language: Language) -> tuple[str, ...]:
    return (
        tag.written,
        (_BLOCK if tag.block else _TEXT).of(language),
        (_YES if tag.required else _NO).of(language),
        tag.meaning_vi if language == "vi" else tag.meaning_en,
    )


def _to_dict(tag: TemplateTag) -> dict[str, object]:
    return {
        "name": tag.name,
        "written": tag.written,
        "block": tag.block,
        "required": tag.required,
        "meaning_vi": tag.meaning_vi,
        "meaning_en": tag.meaning_en,
    }
