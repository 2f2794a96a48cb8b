"""What stands before the body: kind name, abstract, addressees, authority, recitals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.decree30.elements import Element, PartKind
from reportgen.decree30.parsed import Level, parse_division
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_head import end_of_table
from reportgen.decree30.recognise_kinds import find_kind, find_kind_beginning
from reportgen.decree30.recognise_lines import is_rule, is_upper, lines_of
from reportgen.decree30.recognise_words import (
    begins_agency,
    is_addressees,
    is_attachment,
    is_circulation,
    is_enacting,
    is_recital,
    is_secrecy,
    is_title,
    is_urgency,
)
from reportgen.decree30.seen import SeenParagraph

_MOST_BEFORE_KIND = 5
_MOST_RECITALS = 60
LONG_TITLE = 600
"""A title is not longer than so many letters."""


def recognise_opening(paragraphs: Sequence[SeenParagraph], kind: PartKind, claims: Claims) -> tuple[int, str | None]:
    """Claim the opening of a text. Return where its body begins among `paragraphs`, and the key of its kind."""
    opening = Opening(paragraphs, claims)
    opening.read_kind_name(is_issued=kind is PartKind.ISSUED_TEXT)
    opening.read_rest()
    return opening.at, opening.kind_key


class Opening:
    """Reads the opening of a text from top to bottom; `at` is the position reached among its paragraphs."""

    def __init__(self, paragraphs: Sequence[SeenParagraph], claims: Claims) -> None:
        self.paragraphs = paragraphs
        self.claims = claims
        self.at = 0
        self.kind_key: str | None = None
        self.enacting: int | None = None
        """Where the words of decision stand, once they have been looked for."""

    def text_at(self, at: int) -> str:
        """Return the text of a paragraph without spaces around it."""
        return self.paragraphs[at].text.strip()

    def next_text(self, at: int) -> int:
        """Return the position of the next paragraph with text from `at` on."""
        while at < len(self.paragraphs) and not self.text_at(at):
            at += 1
        return at

    def skip_rules(self) -> bool:
        """Claim the rules at the reading position and go to what has text; say whether there were any."""
        any_rule = False
        while self.at < len(self.paragraphs):
            paragraph = self.paragraphs[self.at]
            text = paragraph.text.strip()
            if text and not is_rule(text):
                break
            if text or paragraph.border_top or paragraph.border_bottom:
                self.claims.add(Element.RULE, [paragraph], 0.95)
                any_rule = True
            self.at += 1
        return any_rule

    def read_kind_name(self, *, is_issued: bool) -> None:
        """Claim the kind name and the abstract below it, if there are any; a text that is issued begins so."""
        self.skip_rules()
        at = self._find_kind(is_issued=is_issued)
        if at is None:
            self._read_abstract_alone()
            return
        self.at = at
        self.enacting = self._find_enacting(at + 1)
        paragraph = self.paragraphs[at]
        lines = list(lines_of([paragraph]))
        exact = find_kind(lines[0].text)
        beginning = find_kind_beginning(lines[0].text)
        self.kind_key = exact or (beginning[0] if beginning is not None else None)
        looks = (paragraph.align == "center") + lines[0].is_bold + is_upper(lines[0].text)
        confidence = (0.92 + 0.02 * looks) if exact else 0.75
        self.claims.add_lines(Element.KIND_NAME, lines[:1], confidence)
        self.at += 1
        if rest := [line for line in lines[1:] if not is_rule(line.text)]:
            self.claims.add_lines(Element.ABSTRACT, rest, 0.9)
        else:
            self._read_abstract(paragraph)

    def _read_abstract_alone(self) -> None:
        """Claim an abstract whose kind name is missing: centred and bold right below the letterhead."""
        at = self.next_text(self.at)
        if at >= len(self.paragraphs) or self.claims.first(Element.NUMBER_SYMBOL) is None:
            return
        self.enacting = self._find_enacting(at)
        paragraph = self.paragraphs[at]
        bold = any(run.bold for run in paragraph.runs if run.text.strip())
        stops = self._ends_title(at) or self._is_authority(at) or is_boxed(paragraph) or is_urgency(self.text_at(at))
        if paragraph.align == "center" and bold and paragraph.cell is None and not stops:
            self.claims.add(Element.ABSTRACT, [paragraph], 0.7)
            self.at = at + 1

    def _find_enacting(self, start: int) -> int | None:
        """The position of the words of decision: below recitals, before the first article."""
        for at in range(start, min(start + _MOST_RECITALS * 2, len(self.paragraphs))):
            if self.paragraphs[at].cell is not None or self.is_division(at):
                return None
            if is_enacting(self.text_at(at)):
                return at
        return None

    def _find_kind(self, *, is_issued: bool) -> int | None:
        at = begin = self.next_text(self.at)
        for _ in range(_MOST_BEFORE_KIND):
            if at >= len(self.paragraphs) or self.paragraphs[at].cell is not None:
                return None
            paragraph, text = self.paragraphs[at], self.text_at(at)
            first = text.splitlines()[0]
            bold = any(run.bold for run in paragraph.runs if run.text.strip())
            stands_out = paragraph.align == "center" or bold or is_upper(first)
            if find_kind(first) is not None and stands_out:
                return at
            begins = find_kind_beginning(first) is not None and is_upper(first)
            if begins and (paragraph.align == "center" or (bold and at == begin) or (is_issued and at == begin)):
                return at
            if is_addressees(text) or is_recital(text) or is_attachment(text) or self.is_division(at):
                return None
            at = self.next_text(at + 1)
        return None

    def is_division(self, at: int) -> bool:
        """Say whether a paragraph begins with the number of a section, article or clause."""
        division = parse_division(f"{self.paragraphs[at].number} {self.text_at(at)}")
        return division is not None and division.level is not Level.DASH

    def _read_abstract(self, kind_name: SeenParagraph) -> None:
        found: list[SeenParagraph] = []
        while not self.skip_rules() and self.at < len(self.paragraphs):
            paragraph, text = self.paragraphs[self.at], self.text_at(self.at)
            if paragraph.cell is not None or is_boxed(paragraph) or self._ends_title(self.at):
                break
            if self._is_authority(self.at) and (found or not self._is_authority(self.next_text(self.at + 1))):
                break
            bold = any(run.bold for run in paragraph.runs if run.text.strip())
            centred = paragraph.align == kind_name.align == "center"
            if not centred and (found or not (bold or is_upper(text)) or len(text) > LONG_TITLE):
                break
            found.append(paragraph)
            self.at += 1
        centred = all(paragraph.align == "center" for paragraph in found)
        self.claims.add(Element.ABSTRACT, found, 0.96 if centred else 0.75)

    def _ends_title(self, at: int) -> bool:
        text = self.text_at(at)
        if is_addressees(text) or is_attachment(text) or is_enacting(text) or self.is_division(at):
            return True
        return is_recital(text) and self.paragraphs[at].align != "center"

    def _is_authority(self, at: int) -> bool:
        """Whether the paragraph names who decides: in capitals, right above the recitals."""
        if at >= len(self.paragraphs) or is_enacting(self.text_at(at)) or is_recital(self.text_at(at)):
            return False
        names_one = begins_agency(self.text_at(at)) or is_title(self.text_at(at))
        upper = is_upper(self.text_at(at))
        if self.enacting is not None and at < self.enacting and names_one:
            centred = self.paragraphs[at].align == "center" and not self.text_at(at).endswith((";", "."))
            return upper or (centred and self.claims.first(Element.ABSTRACT) is not None)
        if not upper:
            return False
        following = at + 1
        while following < len(self.paragraphs) and self._is_between(following):
            following += 1
        if following >= len(self.paragraphs):
            return False
        text = self.text_at(following)
        if is_recital(text) and not is_upper(text):
            return names_one or self.enacting is not None
        return names_one and is_upper(text) and self._is_authority(following)

    def _is_between(self, at: int) -> bool:
        paragraph = self.paragraphs[at]
        return not paragraph.text.strip() or is_rule(paragraph.text) or is_boxed(paragraph)

    def read_rest(self) -> None:
        """Claim what stands before the body: attachment, addressees, authority, recitals, words of decision."""
        readers: tuple[Callable[[], bool], ...] = (
            self.read_attachment,
            self._read_addressees,
            self._read_stamp,
            self._read_authority,
            self._read_recitals,
        )
        while True:
            self.skip_rules()
            if self.at >= len(self.paragraphs):
                return
            if is_boxed(self.paragraphs[self.at]):
                self.at += 1
            elif not any(read() for read in readers):
                return

    def read_attachment(self) -> bool:
        """Claim the line "(Kèm theo …)" if it stands here; say whether it does."""
        if self.claims.first(Element.APPENDIX_ATTACHMENT) or not is_attachment(self.text_at(self.at)):
            return False
        if not self.text_at(self.at).startswith("(") and self.paragraphs[self.at].align != "center":
            return False
        found = [self.paragraphs[self.at]]
        self.at += 1
        while ")" not in found[-1].text and found[0].text.lstrip().startswith("(") and self.at < len(self.paragraphs):
            if not self.text_at(self.at) or len(found) == 4 or self.paragraphs[self.at].align != found[0].align:
                break
            found.append(self.paragraphs[self.at])
            self.at += 1
        self.claims.add(Element.APPENDIX_ATTACHMENT, found, 0.97)
        return True

    def _read_addressees(self) -> bool:
        if self.claims.first(Element.ADDRESSEES):
            return False
        paragraph = self.paragraphs[self.at]
        if paragraph.cell is not None:
            end = end_of_table(self.paragraphs, self.at)
            texts = [one for one in self.paragraphs[self.at : end] if one.text.strip()]
            if not any(is_addressees(one.text.strip()) for one in texts):
                return False
            self.claims.add(Element.ADDRESSEES, texts, 0.97)
            self.at = end
            return True
        if not is_addressees(self.text_at(self.at)):
            return False
        found = [paragraph]
        self.at += 1
        alone = _is_alone(paragraph.text)
        while (at := self.next_text(self.at)) < len(self.paragraphs) and self._goes_on_with(at, found, alone=alone):
            found.append(self.paragraphs[at])
            self.at = at + 1
        self.claims.add(Element.ADDRESSEES, found, 0.98)
        return True

    def _goes_on_with(self, at: int, found: Sequence[SeenParagraph], *, alone: bool) -> bool:
        """Whether the paragraph is a further addressee; `alone` says that "Kính gửi" has a line of its own."""
        paragraph, text = self.paragraphs[at], self.text_at(at)
        if paragraph.cell is not None or is_boxed(paragraph) or is_rule(text) or is_recital(text):
            return False
        last = found[-1].text.strip()
        dash = text.startswith(("-", "–", "—", "+", "•")) or paragraph.number in {"-", "–", "•", "+", "▪"}
        if dash:
            return not last.endswith(".") or len(found) == 1
        if len(found) == 1 and alone:
            return True
        if alone and last.endswith(";") and text.endswith((";", ".")) and abs(paragraph.left - found[-1].left) < 1:
            # One of a list whose dash was forgotten.
            return True
        # A line that goes on with the addressee above it, as lines broken by hand do.
        return len(found) > 1 and not last.endswith((".", ";")) and text[:1].islower()

    def _read_stamp(self) -> bool:
        text = self.text_at(self.at)
        for element, matches in (
            (Element.URGENCY, is_urgency),
            (Element.SECRECY, is_secrecy),
            (Element.CIRCULATION, is_circulation),
        ):
            if matches(text):
                self.claims.add(element, [self.paragraphs[self.at]], 0.95)
                self.at += 1
                return True
        return False

    def _read_authority(self) -> bool:
        if self.claims.first(Element.AUTHORITY) or self.claims.first(Element.RECITAL):
            return False
        found = []
        while self.at < len(self.paragraphs) and self._is_authority(self.at):
            found.append(self.paragraphs[self.at])
            self.at = self.next_text(self.at + 1)
        self.claims.add(Element.AUTHORITY, found, 0.96)
        return bool(found)

    def _read_recitals(self) -> bool:
        if self.claims.first(Element.RECITAL) or self.claims.first(Element.ENACTING_WORDS):
            return False
        if self.enacting is not None and self.at <= self.enacting:
            return self._read_to_enacting(self.enacting)
        begun = self.at
        while self._is_recital_in_run(begun):
            self.claims.add(Element.RECITAL, [self.paragraphs[self.at]], 0.93)
            self.at = self.next_text(self.at + 1)
        return self.at > begun

    def _read_to_enacting(self, enacting: int) -> bool:
        begun = next((at for at in range(self.at, enacting) if is_recital(self.text_at(at))), self.at)
        for at in range(begun, enacting):
            paragraph = self.paragraphs[at]
            if paragraph.text.strip() and not self._is_between(at):
                sure = is_recital(paragraph.text.strip())
                self.claims.add(Element.RECITAL, [paragraph], 0.98 if sure else 0.85)
        self.claims.add(Element.ENACTING_WORDS, [self.paragraphs[enacting]], 0.98)
        self.at = enacting + 1
        return True

    def _is_recital_in_run(self, begun: int) -> bool:
        """Whether the paragraph is one of a run of recitals: a sentence may begin with "Căn cứ" too."""
        if self.at >= len(self.paragraphs) or self.paragraphs[self.at].cell is not None:
            return False
        text = self.text_at(self.at)
        if not is_recital(text):
            return self.at > begun and text.endswith(";") and self.claims.first(Element.AUTHORITY) is not None
        following = self.next_text(self.at + 1)
        next_is_one = following < len(self.paragraphs) and is_recital(self.text_at(following))
        return text.endswith(";") or next_is_one or self.at > begun


def _is_alone(text: str) -> bool:
    """Whether "Kính gửi:" stands without an addressee on its line."""
    return not text.partition(":")[2].strip() if ":" in text else len(text.strip()) < 10


def is_boxed(paragraph: SeenParagraph) -> bool:
    """Say whether the paragraph is a notice in a frame, such as the one on illustrative samples."""
    return bool(paragraph.text.strip()) and paragraph.border_top and paragraph.border_bottom
