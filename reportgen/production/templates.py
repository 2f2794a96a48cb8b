"""Templates of a user's own: which tags a kind of document offers, and checking a template before there is data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportgen.compose.administrative import template_of
from reportgen.compose.progress_report import KIND_NAME
from reportgen.compose.template_roles import find_needed_roles
from reportgen.compose.template_tags import NAMED_KIND_TAGS, OUTLINE_TAGS, PUBLICATION_TAGS
from reportgen.decree30.foreign_form import check_foreign_form
from reportgen.document import TemplateTag
from reportgen.model.document_kinds import DocumentKind, Specimen
from reportgen.model.progress_report import KIND
from reportgen.model.report_kind import PUBLICATION
from reportgen.problems import InputProblems, Language, Place, Problem
from reportgen.problems import template as kinds
from reportgen.production.sources import read_bytes
from reportgen.read.data_files import load_document_kinds
from reportgen.write.annotate import Finding, annotate_docx
from reportgen.write.tag_meaning import TagMeanings
from reportgen.write.template_check import TemplateFinding, check_tags, find_tag_names
from reportgen.write.template_styles import check_style_references, check_styles
from reportgen.write.template_text import TemplateText, read_template_text
from reportgen.write.word_text import WordPlace

BLANK_OUTLINE = "de_cuong"
_MOST_COMMENTS = 500
_MORE: Mapping[Language, str] = {
    "vi": "Còn {} chỗ nữa không ghi thành nhận xét; xem danh sách mà lệnh kiểm tra in ra.",
    "en": "There are {} more findings without a comment; see the list that the check prints.",
}
# Of several kinds with the same tags, the one that a guess names.
_EXAMPLES = ("bao_cao", "cong_van", "bien_ban", "sao_y", BLANK_OUTLINE, PUBLICATION)


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """A kind of document as its templates see it: the key and name, the tags, the specimens of its layout."""

    key: str
    name: str
    tags: tuple[TemplateTag, ...]
    specimens: tuple[Specimen, ...] = ()


@dataclass(frozen=True)
class CheckedTemplate:
    """A template and everything that was found in it.

    `kind` is what it was checked for, `None` if the file could not be read at all; `is_guessed` says whether that was
    the program's own guess. `data` is the file as it was read.
    """

    file: str
    data: bytes
    kind: TemplateKind | None
    is_guessed: bool
    findings: tuple[TemplateFinding, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the findings, in the order of the text."""
        return tuple(finding.problem for finding in self.findings)

    @cached_property
    def can_be_annotated(self) -> bool:
        """Whether a copy with comments makes sense: the file could be read, and carries no macros."""
        return self.kind is not None and all(problem.kind is not kinds.MACROS for problem in self.problems)

    def annotated(self, language: Language = "vi") -> bytes:
        """Return a copy of the template with the findings as Word comments, up to as many as one can read.

        Raises:
            InputProblems: the file cannot be read.
        """
        notes = [
            Finding(_comment(finding.problem, language), finding.span) for finding in self.findings[:_MOST_COMMENTS]
        ]
        if more := len(self.findings) - len(notes):
            notes.append(Finding(_MORE[language].format(more)))
        return annotate_docx(self.data, notes, self.file)


def list_template_kinds() -> Mapping[str, TemplateKind]:
    """Return every kind of document that can have a template, by the key that inputs and commands use."""
    known = load_document_kinds()
    found = {KIND: TemplateKind(KIND, f"{KIND_NAME} theo Quyết định 749", NAMED_KIND_TAGS)}
    for kind in known.kinds:
        tags = template_of(known.layout_of(kind).key)[1]
        found[kind.key] = TemplateKind(kind.key, kind.name, tags, _specimens(kind))
    found[BLANK_OUTLINE] = TemplateKind(BLANK_OUTLINE, "Đề cương trống", OUTLINE_TAGS)
    found[PUBLICATION] = TemplateKind(PUBLICATION, "Ấn phẩm DTI hằng năm", PUBLICATION_TAGS)
    return found


def _specimens(kind: DocumentKind) -> tuple[Specimen, ...]:
    known = load_document_kinds()
    keys = (*kind.specimen_keys, *([kind.nearest_specimen_key] if kind.nearest_specimen_key else []))
    return tuple(specimen for key in keys if (specimen := known.specimen(key)) is not None)


def check_template(source: str | Path, *, kind: str | None = None) -> CheckedTemplate:
    """Return everything that is wrong with the Word template at `source`, found before there is any data.

    `kind` is the key of the kind of document that it is for, one of `list_template_kinds`; without it the kind is
    guessed from the tags, and a note says so. Departures from the form of Decree 30 are warnings.

    Raises:
        KeyError: there is no such kind.
        OutputError: the file cannot be read.
    """
    known = list_template_kinds()
    asked = known[kind] if kind is not None else None
    file, data = str(source), read_bytes(Path(source))
    try:
        template = read_template_text(data, file)
    except InputProblems as found:
        return CheckedTemplate(file, data, None, False, tuple(map(TemplateFinding, found.problems)))
    chosen = asked or _guess(template, known)
    findings = [] if asked else [_guessed(template, chosen)]
    findings += check_tags(template, data, chosen.tags, chosen.key)
    findings += _check_styles(template, chosen)
    # A book is no document of the decree.
    if not template.faults and chosen.key != PUBLICATION:
        findings += [TemplateFinding(problem) for problem in check_foreign_form(data, file)]
    return CheckedTemplate(file, data, chosen, asked is None, tuple(findings))


def _guess(template: TemplateText, known: Mapping[str, TemplateKind]) -> TemplateKind:
    """Return the kind whose tags fit best: most of them used, fewest required ones lacking."""

    def fit(kind: TemplateKind) -> tuple[int, int]:
        names = find_tag_names(template, TagMeanings(kind.tags))
        lacking = sum(tag.required and tag.name not in names for tag in kind.tags)
        return len(names) - lacking, len(names)

    return max((known[key] for key in _EXAMPLES), key=fit)


def _guessed(template: TemplateText, kind: TemplateKind) -> TemplateFinding:
    count = len(find_tag_names(template, TagMeanings(kind.tags)))
    place = Place(file=template.file)
    shown = f"`{kind.key}` ({kind.name})"
    return TemplateFinding(kinds.KIND_GUESSED.at(place, kind=shown, count=count, total=len(kind.tags)))


def _check_styles(template: TemplateText, kind: TemplateKind) -> list[TemplateFinding]:
    names = find_tag_names(template, TagMeanings(kind.tags))
    always, sometimes = find_needed_roles(names, kind.specimens)
    findings = [TemplateFinding(problem) for problem in check_styles(template, always, sometimes)]
    for paragraph, problem in check_style_references(template):
        findings.append(TemplateFinding(problem, paragraph.span(0, len(paragraph.text))))
    return findings


def _comment(problem: Problem, language: Language) -> str:
    """The words of a comment: region if Word cannot show it there, what is wrong, what to do."""
    place = problem.place
    region = place.region if isinstance(place, WordPlace) else None
    where = f"[{region.of(language)}] " if region is not None and not region.takes_comments else ""
    label = f"{problem.severity.label(language)}[{problem.code}]: "
    lines = [f"{where}{label}{problem.message(language)}"]
    if hint := problem.hint(language):
        lines.append(f"{'Gợi ý' if language == 'vi' else 'Hint'}: {hint}")
    return "\n".join(lines)
