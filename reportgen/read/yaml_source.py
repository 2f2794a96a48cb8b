"""YAML and JSON of users to plain values that remember their places: the one home of PyYAML.

Only structure is taken from YAML. Every scalar stays the text that was typed, so that `no`, `05`, `12:30` and
`2020-12-25` are never turned into something else; an empty value, `~` and `null` are `None`. Tags, anchors and
aliases are refused, and limits hold for size, depth and number of values. JSON is read the same way, as it is YAML;
only its numbers (in files named .json) get the comma that Vietnamese text has for their point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from reportgen.model.input_model import KeyPath
from reportgen.problems import Place, Problem
from reportgen.problems.input import (
    ALIAS,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    KEY_NOT_TEXT,
    MORE_CONTROL_CHARACTERS,
    SEVERAL_DOCUMENTS,
    TAG,
    TEXT_TOO_LARGE,
    TOO_DEEP,
    TOO_MANY_VALUES,
)
from reportgen.read.encoding import decode_utf8
from reportgen.read.source import Mark, Source, describe_path
from reportgen.read.yaml_syntax import MAX_DEPTH, explain_syntax_error
from reportgen.vietnamese.unicode_forms import compose, find_forbidden_characters

__all__ = ["MAX_DEPTH", "KeyPath", "Mark", "Source", "describe_path", "read_yaml"]

MAX_FILE_BYTES = 20_000_000
MAX_TEXT_CHARACTERS = 1_000_000
MAX_VALUES = 200_000
MAX_CHARACTERS_LISTED = 100


_A_LIST = {"found_vi": "một danh sách", "found_en": "a list"}
_A_GROUP = {"found_vi": "một nhóm mục", "found_en": "a group of keys"}
_NOTHING = {"found_vi": "chỗ trống", "found_en": "nothing"}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,40})(?:\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,2})?")


def read_yaml(data: bytes, file: str) -> tuple[Source | None, list[Problem]]:
    """Read `data`, the bytes of the file named `file`, and return its values with every problem found.

    The source is `None` when no values can be had (encoding, syntax, limits); otherwise it comes along with the
    problems, so that its content can be checked in the same run.
    """
    if len(data) > MAX_FILE_BYTES:
        return None, [FILE_TOO_LARGE.at(Place(file=file), found=len(data), limit=MAX_FILE_BYTES)]
    text = decode_utf8(data, file)
    if isinstance(text, Problem):
        return None, [text]
    if not text.strip():
        return None, [EMPTY_FILE.at(Place(file=file))]
    text, problems = _without_forbidden_characters(text, file)
    builder = _Builder(file, text.splitlines())
    try:
        builder.take(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _LimitError:
        return None, [*problems, *builder.problems]
    except yaml.YAMLError as error:
        return None, [*problems, *builder.problems, *explain_syntax_error(error, text, file)]
    problems += builder.problems
    if builder.root is None:
        return None, problems or [EMPTY_FILE.at(Place(file=file))]
    return Source(file, builder.root, builder.marks, frozenset(builder.damaged)), problems


def _without_forbidden_characters(text: str, file: str) -> tuple[str, list[Problem]]:
    """Replace each forbidden character by a space, which keeps all places, and return the problems for them."""
    found = find_forbidden_characters(text)
    if not found:
        return text, []
    characters = list(text)
    for index, _ in found:
        characters[index] = " "
    problems = []
    for index, character in found[:MAX_CHARACTERS_LISTED]:
        line, column = _line_and_column(text, index)
        place = Place(file=file, line=line, column=column)
        problems.append(CONTROL_CHARACTER.at(place, character=_code_point(character)))
    if len(found) > MAX_CHARACTERS_LISTED:
        problems.append(MORE_CONTROL_CHARACTERS.at(Place(file=file), count=len(found) - MAX_CHARACTERS_LISTED))
    return "".join(characters), problems


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


class _LimitError(Exception):
    """The file passes a limit that makes further reading unsafe; the problem is already noted."""


@dataclass
class _Frame:
    """An open mapping or list. `path` is `None` for content that is read only to be thrown away."""

    node: dict[str, Any] | list[Any]
    path: KeyPath | None
    key: str | None = None
    key_mark: tuple[int, int] = (1, 1)
    awaits_key: bool = True
    lines: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Builds values and places from the events of the parser, without recursion."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.is_json = file.casefold().endswith(".json")
        self.lines = lines
        self.root: Any = None
        self.marks: dict[KeyPath, Mark] = {}
        self.damaged: set[KeyPath] = set()
        self.problems: list[Problem] = []
        self._stack: list[_Frame] = []
        self._values = 0
        self._documents = 0

    def take(self, events: Iterable[yaml.Event] | Iterator[Any]) -> None:
        """Take all `events`; raises `_LimitError` and what the parser raises."""
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._note(SEVERAL_DOCUMENTS, event, None)
                    return
            elif isinstance(event, yaml.NodeEvent):
                self._count(event)
                self._take_node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._stack.pop()

    def _take_node(self, event: yaml.NodeEvent) -> None:
        if self._stack and isinstance(self._stack[-1].node, dict) and self._stack[-1].awaits_key:
            self._take_key(self._stack[-1], event)
            return
        path, key_mark = self._next_path(event)
        self._refuse_extras(event, path)
        if isinstance(event, yaml.ScalarEvent):
            self._attach(self._scalar(event, path), path)
        elif isinstance(event, yaml.AliasEvent):
            self._attach(None, path)
        else:
            self._open(event, path)
        self._mark(event, path, key_mark)
        if self._stack and isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            self._stack[-1].awaits_key = True

    def _take_key(self, frame: _Frame, event: yaml.NodeEvent) -> None:
        """Take `event` as the next key of `frame`; a key that is no text has its value thrown away."""
        frame.awaits_key = False
        frame.key_mark = _position(event)
        frame.key = None
        self._refuse_extras(event, None)
        if isinstance(event, yaml.CollectionStartEvent):
            is_list = isinstance(event, yaml.SequenceStartEvent)
            self._note(KEY_NOT_TEXT, event, frame.path, **(_A_LIST if is_list else _A_GROUP))
            self._stack.append(_Frame([] if is_list else {}, None))
            return
        key = compose(event.value) if isinstance(event, yaml.ScalarEvent) else ""
        if not key.strip():
            if isinstance(event, yaml.ScalarEvent):
                self._note(KEY_NOT_TEXT, event, frame.path, **_NOTHING)
            return
        if frame.path is None:
            return
        if key in frame.lines:
            second = frame.key_mark[0]
            path = (*frame.path, key)
            self._note(DUPLICATE_KEY, event, path, name=describe_path(path), first=frame.lines[key], second=second)
        else:
            frame.lines[key] = frame.key_mark[0]
            frame.key = key

    def _next_path(self, event: yaml.NodeEvent) -> tuple[KeyPath | None, tuple[int, int]]:
        """Return the path of the value that `event` begins, and where its key stands."""
        if not self._stack:
            return (), _position(event)
        frame = self._stack[-1]
        if frame.path is None:
            return None, _position(event)
        if isinstance(frame.node, list):
            return (*frame.path, len(frame.node)), _position(event)
        return None if frame.key is None else (*frame.path, frame.key), frame.key_mark

    def _open(self, event: yaml.NodeEvent, path: KeyPath | None) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._note(TOO_DEEP, event, path, limit=MAX_DEPTH)
            raise _LimitError
        node: dict[str, Any] | list[Any] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._attach(node, path)
        if self._stack:
            self._stack[-1].awaits_key = True
        self._stack.append(_Frame(node, path))

    def _attach(self, value: Any, path: KeyPath | None) -> None:  # noqa: ANN401  any value of a file
        if path is None:
            return
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        if isinstance(frame.node, list):
            frame.node.append(value)
        elif frame.key is not None:
            frame.node[frame.key] = value

    def _mark(self, event: yaml.NodeEvent, path: KeyPath | None, key_mark: tuple[int, int]) -> None:
        if not path:
            return
        is_scalar = isinstance(event, yaml.ScalarEvent) and not _is_null(event)
        line, column = self._text_position(event) if is_scalar else _position(event)
        self.marks[path] = Mark(line, column, *key_mark, is_scalar)

    def _text_position(self, event: yaml.NodeEvent) -> tuple[int, int]:
        """Where the text begins: for a block (`|`, `>`) its first written line, not the sign."""
        line, column = _position(event)
        if not (isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">")):
            return line, column
        for number in range(line, min(_end_line(event), len(self.lines))):
            content = self.lines[number]
            if content.strip():
                return number + 1, len(content) - len(content.lstrip(" ")) + 1
        return line, column

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath | None) -> str | None:
        if _is_null(event):
            return None
        text = compose(event.value)
        if self.is_json and event.implicit[0] and _JSON_NUMBER.fullmatch(text):
            # The point of JSON parts decimals whatever the language; in Vietnamese text it parts thousands.
            text = f"{Decimal(text):f}".replace(".", ",")
        if len(text) > MAX_TEXT_CHARACTERS and path is not None:
            name, found = describe_path(path), len(text)
            self._note(TEXT_TOO_LARGE, event, path, name=name, found=found, limit=MAX_TEXT_CHARACTERS)
            self.damaged.add(path)
        if event.style == '"':  # an escape such as "\0" can bring in what the file itself does not hold
            for _, character in find_forbidden_characters(text)[:MAX_CHARACTERS_LISTED]:
                self._note(CONTROL_CHARACTER, event, path, character=_code_point(character))
        return text

    def _refuse_extras(self, event: yaml.NodeEvent, path: KeyPath | None) -> None:
        """Refuse tags, anchors and aliases: they run code, or make a small file grow without end."""
        if event.anchor is not None:
            self._note(ALIAS, event, path, name=event.anchor)
            if path is not None and isinstance(event, yaml.AliasEvent):
                self.damaged.add(path)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._note(TAG, event, path, tag=tag)
            if path is not None:
                self.damaged.add(path)

    def _count(self, event: yaml.NodeEvent) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            self._note(TOO_MANY_VALUES, event, None, limit=MAX_VALUES)
            raise _LimitError

    def _note(self, kind: Any, event: yaml.Event, path: KeyPath | None, **values: object) -> None:  # noqa: ANN401
        line, column = _position(event)
        key = None if path is None else describe_path(path)
        self.problems.append(kind.at(Place(file=self.file, line=line, column=column, key=key), **values))


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


def _end_line(event: yaml.Event) -> int:
    return 1 if event.end_mark is None else event.end_mark.line + 1


def _is_null(event: yaml.ScalarEvent) -> bool:
    return bool(event.implicit[0]) and event.style in (None, "") and event.value in _NULLS
