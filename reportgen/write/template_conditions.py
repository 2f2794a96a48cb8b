"""The commands of a template: `if`, `elif`, `else`, `endif`, each with its partner and in the same place as that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from reportgen.problems import Problem, ProblemKind
from reportgen.problems import template as kinds
from reportgen.write.template_text import FoundTag
from reportgen.write.word_text import iter_pieces, piece_text
from reportgen.write.xml_parts import w

_PARTS = re.compile(r"(?:(?P<scope>p|tr|tc|r) )?\s*(?P<words>\S.*?)?\s*", re.DOTALL)
_CONNECTORS = {"and", "or"}
LOOP_WORDS = {"for", "endfor"}
CONDITION_WORDS = {"if", "elif", "else", "endif"}


@dataclass(frozen=True, slots=True)
class TemplateCommand:
    """A `{% … %}`: its `scope` is what it stands for (`p`: its paragraph, `tr` its row, …), empty within a line."""

    found: FoundTag
    scope: str
    words: tuple[str, ...]

    @property
    def keyword(self) -> str:
        """The first word, such as `if` or `endif`."""
        return self.words[0] if self.words else ""

    @property
    def host(self) -> etree._Element:
        """The element that the command replaces, or that it stands in where it is within a line."""
        paragraph = self.found.paragraph
        if self.scope in {"tr", "tc"}:
            return next(paragraph.element.iterancestors(w(self.scope)), paragraph.element)
        if self.scope == "p":
            return paragraph.element
        piece = paragraph.pieces_between(self.found.scanned.start, self.found.scanned.end)[0]
        run = next(piece.iterancestors(w("r")), piece)
        parent = run.getparent()
        return parent if parent is not None else paragraph.element

    @property
    def place(self) -> tuple[str, etree._Element | None]:
        """What two commands have in common that may belong together."""
        return (self.scope, self.host.getparent() if self.scope in {"p", "tr", "tc"} else self.host)

    @property
    def is_alone(self) -> bool:
        """Whether what the command replaces holds no other words and no picture, which would be lost."""
        if self.scope not in {"p", "tr", "tc"}:
            return True
        words = "".join(piece_text(piece) for piece in iter_pieces(self.host))
        typed = self.found.paragraph.text[self.found.scanned.start : self.found.scanned.end]
        return words.strip() == typed and not has_picture(self.host)


def has_picture(element: etree._Element) -> bool:
    """Say whether a picture or a text box is anchored in `element`."""
    return next(element.iter(w("drawing"), w("pict"), w("object")), None) is not None


def read_command(found: FoundTag) -> TemplateCommand:
    """Return the command in a `{% … %}`."""
    match = _PARTS.fullmatch(found.scanned.inner)
    scope, words = (match["scope"] or "", match["words"] or "") if match else ("", "")
    return TemplateCommand(found, scope, tuple(words.split()))


def names_in_condition(words: Sequence[str]) -> list[str] | None:
    """Return the tags that the condition after `if` asks for, or `None` if it is more than `not`, `and` and `or`."""
    names: list[str] = []
    rest = list(words)
    while rest:
        if rest[0] == "not":
            rest.pop(0)
        if not rest or not re.fullmatch(r"\w+", rest[0]) or rest[0] in {*_CONNECTORS, "not"}:
            return None
        names.append(rest.pop(0))
        if rest and (rest.pop(0) not in _CONNECTORS or not rest):
            return None
    return names or None


def check_balance(commands: Sequence[TemplateCommand], file: str) -> Iterator[tuple[FoundTag, Problem]]:
    """Yield a problem for each command of one part without its partner, or in another place than its `if`."""
    opened: list[TemplateCommand] = []
    after_else: list[bool] = []
    for command in commands:
        if command.keyword == "if":
            opened.append(command)
            after_else.append(False)
        elif command.keyword not in CONDITION_WORDS:
            continue
        elif not opened or (after_else[-1] and command.keyword != "endif"):
            yield _problem(kinds.UNBALANCED_IF, command, file)
        else:
            if command.place != opened[-1].place:
                yield _problem(kinds.IF_ACROSS_PLACES, command, file)
            after_else[-1] = after_else[-1] or command.keyword == "else"
            if command.keyword == "endif":
                opened.pop()
                after_else.pop()
    for command in opened:
        yield _problem(kinds.UNBALANCED_IF, command, file)


def _problem(kind: ProblemKind, command: TemplateCommand, file: str) -> tuple[FoundTag, Problem]:
    found = command.found
    return found, kind.at(found.place(file), expression=f"`{found.written[:80]}`")
