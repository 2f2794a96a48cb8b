"""The checker: a Word file held against every rule in force, its findings in the order of its pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from reportgen.decree30.checks import CHECKS, Departure, Examined
from reportgen.decree30.checks.place_date import day_of_issue
from reportgen.decree30.elements import Doubt, RecognisedDocument
from reportgen.decree30.finding import Finding, Grade, span_of
from reportgen.decree30.layers import Layer, with_layers
from reportgen.decree30.layout import load_layout
from reportgen.decree30.recognise import recognise
from reportgen.decree30.rules import DECREE_FROM, Rule, load_rules, rules_in_force
from reportgen.decree30.seen import PageSource, SeenDocument, SeenParagraph
from reportgen.decree30.several_documents import put_back, split_documents
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import form_checking as kinds

# Of these, nothing that a rule could say would help the reader.
HOPELESS = (Doubt.NO_TEXT, Doubt.NOT_VIETNAMESE, Doubt.NOT_ADMINISTRATIVE)


@dataclass(frozen=True)
class CheckReport:
    """What the check of one file found. `rules` are those that were applied; `problems` say what limits the check.

    `page_problems` are what is wrong on the pages themselves, where these were looked at.
    """

    file: str
    recognised: RecognisedDocument
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()
    page_problems: tuple[Problem, ...] = ()

    @property
    def page_source(self) -> PageSource | None:
        """Where the page numbers of the findings come from; `None` if they have none."""
        return self.recognised.seen.page_source

    def in_page_order(self) -> Iterator[Finding | Problem]:
        """Yield the findings and what is wrong on the pages, page by page, what is about the whole file first."""
        waiting = sorted(self.page_problems, key=lambda problem: problem.place.page or 0)
        for finding in self.findings:
            reached = finding.page or (0 if finding.paragraph is None else None)
            while waiting and reached is not None and (waiting[0].place.page or 0) <= reached:
                yield waiting.pop(0)
            yield finding
        yield from waiting

    def count(self, grade: Grade) -> int:
        """How many findings there are of `grade`."""
        return sum(finding.grade is grade for finding in self.findings)

    def slim(self) -> CheckReport:
        """Return this report without the document's text and the rules that found nothing, for runs of many files."""
        seen = replace(self.recognised.seen, paragraphs=(), sections=(), tables=(), lines=(), footnotes=())
        recognised = replace(self.recognised, seen=seen, elements=(), unrecognised=(), parts=())
        told = {finding.rule.id for finding in self.findings}
        return replace(self, recognised=recognised, rules=tuple(rule for rule in self.rules if rule.id in told))

    @property
    def is_clean(self) -> bool:
        """Whether nothing surely departs from the decree itself."""
        return self.count(Grade.ERROR) == 0


def check_document(
    data: bytes,
    file: str,
    *,
    layers: Sequence[Layer] = (),
    names: Mapping[str, str] | None = None,
    today: date | None = None,
) -> CheckReport:
    """Return what departs from the rules in the Word file `data`; `file` names it in messages.

    `layers` are agencies' own rules beside the shipped ones, `names` the right forms of names of agencies by
    themselves in small letters, and `today` stands for the date of a document that has none.

    Raises:
        InputProblems: the file is no Word file, is encrypted or damaged, grows beyond the limits when opened, has no
            text, is in another language, or is no administrative document at all.
    """
    return check_seen(read_word(data, file), layers=layers, names=names, today=today)


def check_seen(
    seen: SeenDocument,
    *,
    layers: Sequence[Layer] = (),
    names: Mapping[str, str] | None = None,
    today: date | None = None,
    hopeless: Collection[Doubt] = HOPELESS,
) -> CheckReport:
    """Do as `check_document` does, for a document that has been read; it is refused for doubts of `hopeless`.

    Raises:
        InputProblems: it has no text, is in another language, or is no administrative document at all.
    """
    recognised = recognise(seen)
    place = Place(file=seen.file)
    refused = [kinds.NOT_CHECKED.at(place, reason=doubt.value) for doubt in recognised.doubts if doubt in hopeless]
    if refused:
        raise InputProblems(refused[:1])
    if Doubt.SEVERAL_DOCUMENTS in recognised.doubts:
        return _check_several(recognised, layers=layers, names=names, today=today)
    return check_recognised(recognised, layers=layers, names=names, today=today)


def _check_several(
    recognised: RecognisedDocument, *, layers: Sequence[Layer], names: Mapping[str, str] | None, today: date | None
) -> CheckReport:
    """Check each document of a file by itself: what one says of its number or its appendices binds no other."""
    every = [recognise(document) for document in split_documents(recognised)]
    checked = [one for one in every if not {*one.doubts} & {*HOPELESS}]
    reports = [check_recognised(one, layers=layers, names=names, today=today) for one in checked]
    findings = [finding for report in reports for finding in put_back(report.findings, recognised.seen)]
    rules = {rule.id: rule for report in reports for rule in report.rules}
    # What limits the check of one document and of the next alike is said once.
    limits = {(problem.code, str(problem.values)): problem for report in reports for problem in report.problems}
    several = kinds.SEVERAL_DOCUMENTS.at(Place(file=recognised.seen.file), count=len(every), checked=len(checked))
    return CheckReport(
        recognised.seen.file,
        recognised,
        tuple(rules.values()),
        _sorted(findings, recognised.seen),
        (several, *limits.values()),
    )


def check_recognised(
    recognised: RecognisedDocument,
    *,
    layers: Sequence[Layer] = (),
    names: Mapping[str, str] | None = None,
    today: date | None = None,
) -> CheckReport:
    """Do as `check_document` does, for a document whose elements are known."""
    examined = Examined(recognised, load_layout(), names or {}, today)
    issued = day_of_issue(examined)
    rules = rules_in_force(with_layers(load_rules(), layers), max(issued or today or DECREE_FROM, DECREE_FROM))
    findings = [
        _finding(rule, departure, recognised.seen) for rule in rules for departure in _departures(rule, examined)
    ]
    return CheckReport(
        recognised.seen.file,
        recognised,
        rules,
        _sorted(findings, recognised.seen),
        tuple(_limits(recognised, issued)),
    )


def _departures(rule: Rule, examined: Examined) -> Iterable[Departure]:
    check = CHECKS[rule.check]
    return check.run(examined, check.parameters.model_validate(rule.parameters))


def _finding(rule: Rule, departure: Departure, seen: SeenDocument) -> Finding:
    paragraph = departure.paragraph
    if paragraph is None:
        return Finding(rule, None, None, "", departure.values, departure.unsure)
    text = paragraph.text
    end = len(text) if departure.end is None else departure.end
    whole = _whole_paragraph(paragraph, seen)
    # A paragraph that several elements share stands in each with its own piece of the text.
    offset = 0 if whole is paragraph else max(0, whole.text.find(text.split("\n")[0]))
    span = span_of(whole, departure.start + offset, end + offset)
    return Finding(rule, whole, span, text[departure.start : end], departure.values, departure.unsure)


def _whole_paragraph(paragraph: SeenParagraph, seen: SeenDocument) -> SeenParagraph:
    position = paragraph.index - 1
    if 0 <= position < len(seen.paragraphs):
        whole = seen.paragraphs[position]
        if whole.locator == paragraph.locator and whole.text != paragraph.text:
            return whole
    return paragraph


def _without_doubles(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Leave out what one rule finds twice at one place, as where two elements share a paragraph."""
    told = set()
    for finding in findings:
        key = (finding.rule.id, finding.span, finding.message("vi"))
        if key not in told:
            told.add(key)
            yield finding


def _sorted(findings: Iterable[Finding], seen: SeenDocument) -> tuple[Finding, ...]:
    return tuple(sorted(_without_doubles(findings), key=partial(_order, pages=_reached_pages(seen))))


def _reached_pages(seen: SeenDocument) -> Mapping[int, int]:
    """Return the page that the text has come to at each paragraph of the body: its own, or the last one known."""
    reached, pages = 0, {}
    for paragraph in seen.paragraphs:
        reached = paragraph.page or reached
        pages[paragraph.index] = reached
    return pages


def _order(finding: Finding, pages: Mapping[int, int]) -> tuple[int, int, int, int, str]:
    """Sort by place: what is about the file first, then the body by pages and text, then headers and notes."""
    if finding.paragraph is None or finding.span is None:
        return (0, 0, 0, 0, finding.rule.id)
    index, start = finding.paragraph.index, finding.span.start
    if finding.number is None:
        return (2, 0, index, start, finding.rule.id)
    return (1, finding.page or pages.get(index, 0), index, start, finding.rule.id)


def _limits(recognised: RecognisedDocument, issued: date | None) -> Iterable[Problem]:
    """Yield what a reader has to know of how far the check goes."""
    seen, place = recognised.seen, Place(file=recognised.seen.file)
    if Doubt.LEGACY_FONT in recognised.doubts:
        yield kinds.LEGACY_TEXT.at(place)
    if issued is not None and issued < DECREE_FROM:
        yield kinds.BEFORE_DECREE.at(place, day=f"{issued.day:02d}/{issued.month}/{issued.year}")
    if seen.insertions or seen.deletions:
        yield kinds.TRACKED_CHANGES.at(place, count=seen.insertions + seen.deletions)
    if seen.unread:
        yield kinds.NOT_READ.at(place, what="; ".join(seen.unread))
    if recognised.kind_key is None:
        yield kinds.KIND_UNKNOWN.at(place)
