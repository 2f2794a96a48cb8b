"""A Word template checked before there is any data: every tag that is unknown, missing or broken, with its place.

Compiling a template refuses what it cannot use; this says all that is wrong at once, where, and what was likely
meant, and finds what compiling cannot see: what only looks like a tag, words that a tag would swallow, an `if` that
ends in another cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from reportgen.document import TemplateTag
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import template as kinds
from reportgen.write.tag_meaning import TagMeanings
from reportgen.write.tag_scan import TagForm
from reportgen.write.template import compile_template
from reportgen.write.template_conditions import (
    CONDITION_WORDS,
    LOOP_WORDS,
    TemplateCommand,
    check_balance,
    has_picture,
    names_in_condition,
    read_command,
)
from reportgen.write.template_text import FoundTag, TemplateText
from reportgen.write.word_text import WordParagraph, WordPlace, WordSpan
from reportgen.write.xml_parts import NAMESPACES, w

_PRINT = re.compile(r"(?:(?P<scope>p|tr|tc|r) )?\s*(?P<name>\w+)\s*", re.DOTALL)
_SIMPLE = re.compile(r"[\w\s\u00ad\u200b-\u200d\u2060\ufeff“”‘’\"'-]{1,80}")
_MERGE_FIELD = re.compile(r'MERGEFIELD\s+"?([^"\s\\{}]{1,60})')
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_WORD = re.compile(r"\w+")
_SHOWN = 80
_MOST_WORDS = 20
_NO_TAG_STORIES = {"footnotes", "endnotes", "comments"}
# What differs between runs without being seen: language, proofing, the session in which it was typed.
_UNSEEN = {w("lang"), w("noProof"), w("proofErr")}


@dataclass(frozen=True, slots=True)
class TemplateFinding:
    """A problem of a template, and the stretch of text that it is about; `None`: the template as a whole."""

    problem: Problem
    span: WordSpan | None = None


def check_tags(template: TemplateText, data: bytes, tags: Sequence[TemplateTag], kind: str) -> list[TemplateFinding]:
    """Return what is wrong with the tags of `template`, which was read from `data`, for documents with `tags`.

    `kind` is the name of the kind of document as the command line takes it. Faults of the file itself are included.
    """
    findings = [TemplateFinding(fault) for fault in template.faults]
    findings += _TagCheck(template, tags, kind).findings()
    if not has_errors(finding.problem for finding in findings):
        # Whatever else compiling would refuse; without errors above this finds nothing as a rule.
        try:
            compile_template(data, file=template.file, tags=tags)
        except InputProblems as found:
            findings += [TemplateFinding(problem) for problem in found.problems]
    return findings


def find_tag_names(template: TemplateText, meanings: TagMeanings) -> set[str]:
    """Return the names of `meanings` that the template prints, those typed wrongly included."""
    found = set()
    for tag in template.tags:
        if tag.scanned.form is TagForm.COMMAND:
            continue
        meant = meanings.find(tag.scanned.words)
        if meant is not None:
            found.add(meant.name)
    return found


class _TagCheck:
    def __init__(self, template: TemplateText, tags: Sequence[TemplateTag], kind: str) -> None:
        self.template = template
        self.file = template.file
        self.meanings = TagMeanings(tags)
        self.kind = kind
        self.meant: set[str] = set()
        self.printed: set[str] = set()

    def findings(self) -> Iterator[TemplateFinding]:
        """Yield everything, in the order of the text; what is missing comes last."""
        for paragraph, found in groupby(self.template.tags, key=lambda tag: tag.paragraph):
            yield from self._paragraph(paragraph, list(found))
        yield from self._merge_fields_without_text()
        commands = [read_command(tag) for tag in self.template.tags if tag.scanned.form is TagForm.COMMAND]
        for _, of_part in groupby(commands, key=lambda command: command.found.paragraph.part):
            for tag, problem in check_balance(list(of_part), self.file):
                yield _finding(tag, problem)
        yield from self._hidden()
        yield from self._missing()

    def _paragraph(self, paragraph: WordParagraph, found: list[FoundTag]) -> Iterator[TemplateFinding]:
        fields = set(_merge_fields(paragraph.element))
        for tag in found:
            if paragraph.story.story in _NO_TAG_STORIES and tag.scanned.form is not TagForm.LOOK_ALIKE:
                problems: Iterator[Problem] = iter(
                    [kinds.TAG_OUTSIDE_BODY.at(tag.place(self.file), part=paragraph.region.of("vi"))]
                )
            else:
                problems = self._one(tag, is_field=tag.scanned.inner.strip() in fields)
            for problem in problems:
                yield _finding(tag, problem)

    def _one(self, tag: FoundTag, *, is_field: bool) -> Iterator[Problem]:
        match tag.scanned.form:
            case TagForm.PRINT:
                yield from self._print(tag)
            case TagForm.COMMAND:
                yield from self._command(read_command(tag))
            case TagForm.COMMENT:
                yield kinds.FORBIDDEN_TAG.at(tag.place(self.file), expression=_shown(tag))
            case TagForm.BROKEN:
                yield self._broken(tag)
            case TagForm.LOOK_ALIKE:
                yield from self._look_alike(tag, is_field=is_field)

    def _print(self, tag: FoundTag) -> Iterator[Problem]:
        match = _PRINT.fullmatch(tag.scanned.inner)
        if match is None:
            if _SIMPLE.fullmatch(tag.scanned.inner) and self.meanings.find(tag.scanned.words):
                yield self._broken(tag)
            else:
                self.meant.update(_WORD.findall(tag.scanned.inner)[:_MOST_WORDS])
                yield kinds.FORBIDDEN_TAG.at(tag.place(self.file), expression=_shown(tag))
            return
        scope, known = match["scope"] or "", self.meanings.by_name.get(match["name"])
        if known is None:
            yield self._unknown(tag, match["name"])
            return
        yield from self._known(tag, known, scope)

    def _known(self, tag: FoundTag, known: TemplateTag, scope: str) -> Iterator[Problem]:
        place, repeated = tag.place(self.file), known.name in self.printed
        self.printed.add(known.name)
        if known.block:
            words = tag.paragraph.text[tag.scanned.start : tag.scanned.end]
            is_alone = tag.paragraph.text.strip() == words and not has_picture(tag.paragraph.element)
            if scope != "p" or not is_alone:
                yield kinds.TAG_NOT_ALONE.at(place, tag=known.name)
            elif repeated:
                yield kinds.BLOCK_TAG_REPEATED.at(place, tag=known.name, **_meaning(known))
        elif scope:
            yield self._broken(tag)
        elif _has_mixed_formatting(tag):
            yield kinds.MIXED_FORMATTING.at(place, tag=known.name)

    def _unknown(self, tag: FoundTag, name: str) -> Problem:
        nearest = self.meanings.find_nearest(name)
        if nearest is not None:
            self.meant.add(nearest.name)
        return kinds.UNKNOWN_TAG.at(
            tag.place(self.file),
            tag=name,
            suggestion=nearest.name if nearest else None,
            tags=", ".join(sorted(self.meanings.by_name)),
            **_meaning(nearest),
        )

    def _broken(self, tag: FoundTag) -> Problem:
        nearest = self.meanings.find_nearest(tag.scanned.words)
        if nearest is not None:
            self.meant.add(nearest.name)
        return kinds.BROKEN_TAG.at(tag.place(self.file), reason=_shown(tag), **_meaning(nearest))

    def _look_alike(self, tag: FoundTag, *, is_field: bool) -> Iterator[Problem]:
        nearest = self.meanings.find_nearest(tag.scanned.words, very=True)
        place = tag.place(self.file)
        if nearest is not None:
            self.meant.add(nearest.name)
            yield kinds.LOOK_ALIKE_TAG.at(place, found=tag.written[:_SHOWN], **_meaning(nearest))
        elif is_field or not tag.written.startswith("«"):
            # Vietnamese text may quote with «…»: only a field of a mail merge is surely meant as a tag.
            yield kinds.UNCLEAR_BRACKETS.at(place, found=tag.written[:_SHOWN], kind=self.kind)

    def _command(self, command: TemplateCommand) -> Iterator[Problem]:
        tag, keyword = command.found, command.keyword
        place = tag.place(self.file)
        names = names_in_condition(command.words[1:]) if keyword in {"if", "elif"} else []
        is_plain = keyword in {"else", "endif"} and len(command.words) == 1
        if keyword in LOOP_WORDS:
            yield kinds.LOOP.at(place, expression=_shown(tag))
        elif keyword not in CONDITION_WORDS or names is None or not (names or is_plain):
            yield kinds.FORBIDDEN_TAG.at(place, expression=_shown(tag))
        else:
            yield from (self._unknown(tag, name) for name in names if name not in self.meanings.by_name)
            if not command.is_alone:
                yield kinds.COMMAND_NOT_ALONE.at(place, expression=_shown(tag))

    def _merge_fields_without_text(self) -> Iterator[TemplateFinding]:
        """Fields of a mail merge whose result shows another text than «name», or none."""
        shown = {(id(tag.paragraph), tag.scanned.inner.strip()) for tag in self.template.tags}
        for paragraph in self.template.paragraphs:
            for name in _merge_fields(paragraph.element):
                if (id(paragraph), name) in shown:
                    continue
                end = len(paragraph.text)
                place = WordPlace(self.file, paragraph=paragraph.number, text=name, region=paragraph.region)
                nearest, found = self.meanings.find_nearest(name, very=True), f"MERGEFIELD {name}"
                if nearest is not None:
                    self.meant.add(nearest.name)
                    problem = kinds.LOOK_ALIKE_TAG.at(place, found=found, **_meaning(nearest))
                else:
                    problem = kinds.UNCLEAR_BRACKETS.at(place, found=found, kind=self.kind)
                yield TemplateFinding(problem, paragraph.span(0, end))

    def _hidden(self) -> Iterator[TemplateFinding]:
        for paragraph in self.template.paragraphs:
            for text, vi, en in _hidden_texts(paragraph.element):
                place = WordPlace(self.file, paragraph=paragraph.number, text=None, region=paragraph.region)
                problem = kinds.TAG_IN_HIDDEN_PLACE.at(place, found=text[:_SHOWN], where=vi, where_en=en)
                yield TemplateFinding(problem, paragraph.span(0, len(paragraph.text)))

    def _missing(self) -> Iterator[TemplateFinding]:
        for tag in self.meanings.by_name.values():
            if tag.required and tag.name not in self.printed | self.meant:
                place = Place(file=self.file)
                problem = kinds.MISSING_TAG.at(place, tag=tag.name, meaning=tag.meaning_vi, example=tag.written)
                yield TemplateFinding(problem)


def _finding(tag: FoundTag, problem: Problem) -> TemplateFinding:
    return TemplateFinding(problem, tag.paragraph.span(tag.scanned.start, tag.scanned.end))


def _meaning(tag: TemplateTag | None) -> dict[str, str]:
    if tag is None:
        return {}
    return {"example": f"`{tag.written}`", "meaning": tag.meaning_vi, "meaning_en": tag.meaning_en}


def _shown(tag: FoundTag) -> str:
    words = tag.written
    return f"`{words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}`"


def _has_mixed_formatting(tag: FoundTag) -> bool:
    pieces = tag.paragraph.pieces_between(tag.scanned.start, tag.scanned.end)
    return len({_formatting(piece) for piece in pieces}) > 1


def _formatting(piece: etree._Element) -> tuple[bytes, ...]:
    run = next(piece.iterancestors(w("r")), None)
    properties = run.find("w:rPr", NAMESPACES) if run is not None else None
    if properties is None:
        return ()
    return tuple(sorted(etree.tostring(item, method="c14n") for item in properties if item.tag not in _UNSEEN))


def _merge_fields(paragraph: etree._Element) -> Iterator[str]:
    codes = "".join(code.text or "" for code in paragraph.iter(w("instrText")))
    simple = (field.get(w("instr"), "") for field in paragraph.iter(w("fldSimple")))
    for code in (codes, *simple):
        yield from _MERGE_FIELD.findall(code)


def _hidden_texts(paragraph: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield each text with a tag where Word shows none, and what that place is in both languages."""
    for element in paragraph.iter(etree.Element):
        if next(element.iterancestors(w("p")), paragraph) is not paragraph and element is not paragraph:
            continue
        if element.tag == w("delText") and _BRACES.search(element.text or ""):
            yield element.text or "", "phần đã xóa còn theo dõi", "deleted text that is still tracked"
        elif element.tag == w("instrText") and _BRACES.search(element.text or ""):
            yield element.text or "", "mã trường (field)", "the code of a field"
        for value in map(str, element.attrib.values()):
            if _BRACES.search(value):
                yield (
                    value,
                    "thuộc tính (như văn bản thay thế của hình)",
                    "an attribute (such as a picture's alt text)",
                )
