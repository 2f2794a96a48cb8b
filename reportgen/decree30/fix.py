"""Mending what may safely be mended: looks, spaces, punctuation of lists, zeros and the form of letters, never words.

A mending counts only if the check no longer finds the fault afterwards. What is uncertain (a note) is left alone, and
so is everything in a paragraph that several elements share, but for spaces and the form of letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from reportgen.decree30.check import CheckReport, check_document
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.fix_looks import LOOKS_OF_PARAGRAPHS, mend_section
from reportgen.decree30.fix_markup import Tracker
from reportgen.decree30.fix_text import rewrite_paragraph
from reportgen.decree30.fix_words import MENDS_OF_WORDS, SAFE_IN_SHARED
from reportgen.decree30.layers import Layer
from reportgen.decree30.layout import load_layout
from reportgen.problems import InputProblems, Place
from reportgen.problems import form_fixing as kinds
from reportgen.write.word_file import WordFile
from reportgen.write.word_text import iter_pieces, piece_text
from reportgen.write.xml_parts import W, w

AUTHOR = "reportgen"
# Some faults show only once others are mended: one margin of each section, one mark of each line.
_MOST_PASSES = 8
_OF_SECTIONS = {"kho_giay", "le_trang"}
_SECTION_RULES = {"SO-TRANG-TU-1", "SO-TRANG-TRANG-DAU"}


@dataclass(frozen=True, slots=True)
class FixResult:
    """A mended file. `before` and `after` are the checks of both; `mended` are the findings of `before` that went.

    `data` is the file as it was if nothing could be mended.
    """

    data: bytes
    before: CheckReport
    after: CheckReport
    mended: tuple[Finding, ...]

    @property
    def is_changed(self) -> bool:
        """Whether anything was mended."""
        return bool(self.mended)


def fix_document(
    data: bytes,
    file: str,
    *,
    tracked: bool = False,
    layers: Sequence[Layer] = (),
    names: Mapping[str, str] | None = None,
    today: date | None = None,
) -> FixResult:
    """Return the Word file `data` with what is safe to mend mended, as tracked changes if `tracked`.

    The other arguments are those of `check_document`. The same arguments give the same bytes; marks carry no time.

    Raises:
        InputProblems: the file cannot be checked (see `check_document`), is digitally signed, or has macros.
    """
    report = first = check_document(data, file, layers=layers, names=names, today=today)
    if first.recognised.seen.is_signed:
        raise InputProblems([kinds.SIGNED.at(Place(file=file))])
    mended: list[Finding] = []
    for _ in range(_MOST_PASSES):
        changed = _Pass(data, report, tracked=tracked).run()
        if changed is None:
            break
        checked = check_document(changed, file, layers=layers, names=names, today=today)
        gone = _gone(report, checked)
        if not gone or _loses_element(report, checked):
            break
        mended += gone
        data, report = changed, checked
    return FixResult(data, first, report, tuple(mended))


def _key(finding: Finding) -> tuple[str, object]:
    return finding.rule.id, finding.span and (finding.span.part, finding.span.paragraph)


def _keys(report: CheckReport) -> Counter[tuple[str, object]]:
    return Counter(_key(finding) for finding in report.findings)


def _loses_element(before: CheckReport, after: CheckReport) -> bool:
    """Say whether an element is no longer recognised: a mending has gone wrong, and is given up.

    Other faults may well come to light, as when a number can be read again and the appendix has another.
    """
    missing = [{one.rule.id for one in report.findings if one.rule.check == "phai_co"} for report in (before, after)]
    return bool(missing[1] - missing[0])


def _gone(before: CheckReport, after: CheckReport) -> list[Finding]:
    left = _keys(after)
    gone = []
    for finding in before.findings:
        if left[_key(finding)]:
            left[_key(finding)] -= 1
        elif is_mendable(finding):
            gone.append(finding)
    return gone


def is_mendable(finding: Finding) -> bool:
    """Say whether `finding` is sure, and of a rule that a safe mending is known for."""
    known = {*LOOKS_OF_PARAGRAPHS, *MENDS_OF_WORDS, *_OF_SECTIONS}
    return finding.grade is not Grade.NOTE and finding.rule.fix in known


class _Pass:
    """One round of mending of one file."""

    def __init__(self, data: bytes, report: CheckReport, *, tracked: bool) -> None:
        self._report = report
        self._layout = load_layout()
        self._file = WordFile(report.file, data)
        self._tracker = Tracker(AUTHOR, self._free_id(), is_on=tracked)
        self._paragraphs: dict[str, list[etree._Element]] = {}
        shares = Counter(one.locator for found in report.recognised.elements for one in found.paragraphs)
        self._shared = {locator for locator, count in shares.items() if count > 1}

    def _free_id(self) -> int:
        """Return a number above that of every mark that the file has."""
        marks = (element.get(w("id"), "") for root in self._file.stories() for element in root.iter(f"{{{W}}}*"))
        return max((int(mark) for mark in marks if mark.isdecimal()), default=0) + 1

    def run(self) -> bytes | None:
        """Return the mended file, or `None` if there is nothing to mend."""
        done = [self._mend(finding) for finding in self._report.findings if is_mendable(finding)]
        return self._file.to_bytes() if any(done) else None

    def _mend(self, finding: Finding) -> bool:
        fix = finding.rule.fix or ""
        if fix in _OF_SECTIONS or finding.rule.id in _SECTION_RULES:
            section = self._section(finding)
            return section is not None and mend_section(section, finding, self._layout, self._tracker)
        paragraph = self._paragraph(finding)
        if paragraph is None or (self._is_shared(finding) and fix not in SAFE_IN_SHARED):
            return False
        if fix in LOOKS_OF_PARAGRAPHS:
            return LOOKS_OF_PARAGRAPHS[fix](paragraph, finding, self._layout, self._tracker)
        old = "".join(piece_text(piece) for piece in iter_pieces(paragraph))
        return rewrite_paragraph(paragraph, MENDS_OF_WORDS[fix](old, finding), self._tracker)

    def _is_shared(self, finding: Finding) -> bool:
        return finding.paragraph is not None and finding.paragraph.locator in self._shared

    def _paragraph(self, finding: Finding) -> etree._Element | None:
        span = finding.span
        if span is None:
            return None
        if span.part not in self._paragraphs:
            self._paragraphs[span.part] = list(self._file.root(span.part).iter(w("p")))
        paragraphs = self._paragraphs[span.part]
        return paragraphs[span.paragraph] if span.paragraph < len(paragraphs) else None

    def _section(self, finding: Finding) -> etree._Element | None:
        sections = [
            one
            for one in self._file.body.iter(w("sectPr"))
            if next(one.iterancestors(w("sectPrChange")), None) is None
        ]
        number = 1 if finding.rule.id in _SECTION_RULES else finding.paragraph.section if finding.paragraph else 0
        return sections[number - 1] if 0 < number <= len(sections) else None
