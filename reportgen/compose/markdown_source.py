"""The typed text of a Markdown field: what is checked and prepared before pandoc, and where a word stands in it.

What a clerk types and pandoc's Markdown take differently is bridged here: "đ)" is a list marker in Vietnamese but not
for pandoc, and a backslash before a space stays a backslash. Two noncharacters of Unicode carry this through pandoc.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reportgen.problems import Place, Problem
from reportgen.problems.text import (
    CONTROL_CHARACTER,
    DUPLICATE_DEFINITION,
    NESTED_TOO_DEEP,
    TEXT_TOO_LONG,
    UNUSED_DEFINITION,
)
from reportgen.vietnamese.unicode_forms import compose, find_forbidden_characters

MAX_NESTING = 12
_MAX_MEGABYTES = 1
_MAX_OPEN_BRACKETS = 40
_WINDOW = 5000  # characters that are searched for the next word; keeps the search linear

_BACKSLASH = "\ufdd0"
_LETTER_DD = "\ufdd1"
# An odd backslash before a space would make a no-break space; pairs before it are escaped backslashes.
_LONE_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\(?= )")
_DD_MARKER = re.compile(r"^(?P<before>[ \t>]*)đ(?P<rest>[.)][ \t]+)(?=\S)", re.MULTILINE)
_DD_RESTORED = re.compile(rf"e([.)]\s+){_LETTER_DD}")
# After these a further mark would hide a block (a nested list, a heading, a picture) or an emphasis from pandoc.
_NOT_PLAIN_START = re.compile(r"[-+#>|~!`_<=:]|\*\s|\(?\w+[.)]\s")

# From the ruler of a simple table to the next empty line: there, "đ)" stands in a column.
_SIMPLE_TABLE = re.compile(r"^ *-+(?: +-+)+ *\n(?:.*\S.*(?:\n|\Z))*", re.MULTILINE)

_MARKER = r"(?:[-+*]|\(?(?:\d{1,9}|[^\W\d_]{1,9})[.)])"
_SYNTAX = re.compile(
    r"[\\`*_\[\]<>#|~^&\t]"  # characters that mean something anywhere
    r"|^ *(?:[-+:=]|\(?@|\(?\w+[.)](?:\s|$))|^ {4}|  +$",  # starts and ends of lines
    re.MULTILINE,
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:", re.MULTILINE)
_BRACKETS = re.compile(r"\[(?P<label>[^\[\]]+)\]")


def prepare_text(text: str) -> str:
    """Return `text` composed (NFC), without a byte order mark, with line feeds and spaces for tabs (stops of 4)."""
    lines = compose(text.lstrip("\ufeff")).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.expandtabs(4) for line in lines)


def check_text(text: str, place: Place) -> list[Problem]:
    """Return why `text` cannot be converted at all: its length, its characters, its nesting; empty if it can."""
    megabytes = len(text.encode("utf-8", "surrogatepass")) / 1_000_000
    if megabytes > _MAX_MEGABYTES:
        return [TEXT_TOO_LONG.at(place, megabytes=f"{megabytes:.1f}".replace(".", ","), limit=_MAX_MEGABYTES)]
    forbidden = sorted(
        [*find_forbidden_characters(text), *((m.start(), m[0]) for m in re.finditer("[\ufdd0-\ufdef]", text))]
    )
    if forbidden:
        offset, character = forbidden[0]
        found = f"U+{ord(character):04X}"
        return [CONTROL_CHARACTER.at(place_at(text, offset, place), count=len(forbidden), found=found)]
    deep = _bracket_too_deep(text)
    return [] if deep is None else [NESTED_TOO_DEEP.at(place_at(text, deep, place), limit=MAX_NESTING)]


def check_definitions(text: str, place: Place) -> list[Problem]:
    """Return the notes and link addresses of `text` that are defined twice, or defined and never referred to."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for match in _DEFINITION.finditer(text):
        label = match["label"]
        key = _label_key(label)
        where = place_at(text, match.start(), place)
        if key in seen:
            problems.append(DUPLICATE_DEFINITION.at(where, label=label))
        seen.add(key)
    referred = {_label_key(m["label"]) for m in _BRACKETS.finditer(text) if not _DEFINITION.match(text, m.start())}
    problems += (
        UNUSED_DEFINITION.at(place_at(text, match.start(), place), label=match["label"])
        for match in _DEFINITION.finditer(text)
        if _label_key(match["label"]) not in referred
    )
    return problems


def _label_key(label: str) -> str:
    """The form in which Markdown compares labels: white space and case do not count."""
    return " ".join(label.casefold().split())


def is_plain(text: str) -> bool:
    """Say whether prepared `text` holds nothing that Markdown could take for syntax: it is only paragraphs."""
    return _SYNTAX.search(text) is None


def split_plain(text: str) -> list[str]:
    """Return the paragraphs of plain `text`, each as one line."""
    paragraphs = re.split(r"\n(?: *\n)+", text)
    return [line for paragraph in paragraphs if (line := re.sub("[ \n]+", " ", paragraph).strip(" "))]


def encode_for_pandoc(text: str) -> str:
    """Return prepared `text` as pandoc has to see it; `decode` undoes it in what pandoc gives back."""
    escaped = _LONE_BACKSLASH.sub(rf"\1{_BACKSLASH}", text)
    tables = [match.span() for match in _SIMPLE_TABLE.finditer(escaped)]

    def encode_marker(match: re.Match[str]) -> str:
        in_table = any(start <= match.start() < end for start, end in tables)
        return match[0] if in_table else _encode_marker(match)

    return _DD_MARKER.sub(encode_marker, escaped)


def _encode_marker(match: re.Match[str]) -> str:
    rest = match.string[match.end() : match.end() + 40]
    mark = "" if _NOT_PLAIN_START.match(rest) else _LETTER_DD
    return f"{match['before']}e{match['rest']}{mark}"


def decode(text: str) -> str:
    """Return what a clerk typed for a stretch of pandoc's output, composed (NFC)."""
    restored = _DD_RESTORED.sub(r"đ\1", text).replace(_LETTER_DD, "")
    return compose(restored.replace(_BACKSLASH, "\\"))


def place_at(text: str, offset: int, place: Place) -> Place:
    """Return `place` moved down to the line of `text` on which `offset` stands; `place.line` is the first line."""
    lines_down = text.count("\n", 0, offset)
    if place.line is None or lines_down == 0:
        return place
    return replace(place, line=place.line + lines_down, column=None)


def _bracket_too_deep(text: str) -> int | None:
    """The offset at which more brackets are open than pandoc reads in reasonable time, or `None`."""
    open_brackets = 0
    for match in re.finditer(r"[\[\]]|\n *\n", text):
        if match[0] == "[":
            open_brackets += 1
            if open_brackets > _MAX_OPEN_BRACKETS:
                return match.start()
        else:
            open_brackets = max(open_brackets - 1, 0) if match[0] == "]" else 0
    return None


@dataclass(frozen=True, slots=True)
class FoundMarker:
    """A list marker as typed ("đ)", "-") and the offset of its line."""

    marker: str
    line_start: int


@dataclass(slots=True)
class SourceCursor:
    """A reader's finger on the typed text: follows pandoc's words so that a problem can name its line.

    pandoc's Markdown reader gives no positions. Each word is looked for a little further on; one that is not found
    (an entity, an escape) leaves the finger where it is.
    """

    text: str
    offset: int = 0
    _notes_offset: int = field(default=-1)

    def pass_over(self, word: str) -> None:
        """Move behind the next occurrence of `word`."""
        found = self.text.find(word, self.offset, self.offset + _WINDOW)
        if found >= 0:
            self.offset = found + len(word)

    def find(self, pattern: str) -> int | None:
        """Return the offset of the next match of `pattern` and move behind it; `None` if there is none."""
        match = re.compile(pattern, re.MULTILINE).search(self.text, self.offset, self.offset + _WINDOW)
        if match is None:
            return None
        self.offset = match.end()
        return match.start()

    def find_marker(self, first_word: str) -> FoundMarker | None:
        """Return the list marker in front of `first_word`, and move before that word; `None` if it is not found."""
        pattern = rf"^[ >]*(?:{_MARKER} +)*?({_MARKER}) +(?:[^\w\s]|_){{0,4}}?(?={re.escape(first_word)})"
        match = re.compile(pattern, re.MULTILINE).search(self.text, self.offset, self.offset + _WINDOW)
        if match is None:
            return None
        self.offset = match.end()
        return FoundMarker(match[1], match.start())

    def follows_text(self, offset: int) -> bool:
        """Say whether the line above `offset`, the start of a line, holds text."""
        line_above = self.text[self.text.rfind("\n", 0, max(offset - 1, 0)) + 1 : offset]
        return line_above.strip(" >\n") != ""

    def enter_note(self) -> int:
        """Move to the next footnote's text and return the offset to go back to with `leave_note`."""
        back = self.offset
        if self._notes_offset < 0:
            definition = re.search(r"^ {0,3}\[\^[^\]\n]+\]:", self.text, re.MULTILINE)
            self._notes_offset = definition.end() if definition else back
        self.offset = self._notes_offset
        return back

    def leave_note(self, back: int) -> None:
        """Go back to the text from which the note was called."""
        self._notes_offset, self.offset = self.offset, back
