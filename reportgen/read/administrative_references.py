"""Checks of the documents that a document cites: their keys, what mentions them, and whether they are in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_parts import CitedDocument
from reportgen.model.input_model import InputModel, KeyPath, MissingItem, iter_input_fields
from reportgen.problems import Place, Problem
from reportgen.problems import administrative as kinds
from reportgen.read.source import Source
from reportgen.read.validation import find_nearest
from reportgen.vietnamese.dates import short_date
from reportgen.vietnamese.legal_documents import DocumentReferenceError, format_document_reference

_MENTION = re.compile(r"\[\[\s*(?P<key>[^\[\]]+?)\s*\]\]|(?P<open>\[\[(?!.*\]\())")
_CONTENT = frozenset(
    ("can_cu", "de_nghi", "mo_dau", "noi_dung", "chi_tiet", "dau_moi", "ket_thuc", "phu_luc", "kem_theo")
)
"""The keys in which mentions are replaced by citations."""
_LOOKED_UP = 50
"""For so many unknown keys the nearest is looked for, which takes time; beyond, the problem comes without."""


def check_cited_documents(document: AdministrativeDocument, source: Source) -> Iterator[Problem]:
    """Yield what is wrong with the cited documents of `document` and with the mentions of them."""
    known = {cited.key: cited.key for cited in document.cited_documents or () if cited.key}
    used: set[str] = set()
    lookups = 0
    for path, key, place in _iter_mentions(document, source):
        if key is None:
            yield kinds.OPEN_MENTION.at(place)
        elif path[0] not in _CONTENT:
            yield kinds.MENTION_NOT_HERE.at(place, found=key)
        elif key not in known and key not in used:
            nearest = find_nearest(key, known) if lookups < _LOOKED_UP else None
            lookups += 1
            yield kinds.UNKNOWN_CITED.at(place, found=key, nearest=nearest)
        used.add(key or "")
    yield from _check_keys(document, source, used)
    if document.day is not None:
        yield from _check_days(document, source, document.day)


def find_missing_of_cited(document: AdministrativeDocument) -> Iterator[MissingItem]:
    """Yield what the full citation of each cited document still needs; laws and ordinances need their name only."""
    for index, cited in enumerate(document.cited_documents or ()):
        if cited.type_name is None or _has_name_only(cited.type_name):
            continue
        for alias, name, field in iter_input_fields(CitedDocument):
            if name in {"number", "symbol", "day", "agency"} and getattr(cited, name) is None:
                what = f"{field.title} của văn bản viện dẫn {cited.name_of_item() or ''}".rstrip()
                yield MissingItem(("van_ban_dan", index, alias), what)


def _has_name_only(type_name: str) -> bool:
    try:
        format_document_reference(type_name, None, None, abstract=type_name, full=False)
    except DocumentReferenceError:
        return False
    return True


def _iter_mentions(document: AdministrativeDocument, source: Source) -> Iterator[tuple[KeyPath, str | None, Place]]:
    """Yield path, key and place of every mention, in the order of the keys; a `[[` that begins none has no key."""
    recital_keys = {cited.key for cited in document.cited_documents or ()}
    for path, text in _iter_texts(document, ()):
        # A recital is a key or words; a single word is taken for a key, so it has to be one.
        if path[0] == "can_cu" and "[[" not in text and (text in recital_keys or " " not in text):
            yield path, text, source.place(path)
        elif "[[" in text:
            for match in _MENTION.finditer(text):
                yield path, match["key"], _moved_down(source.place(path), text.count("\n", 0, match.start()))


def _iter_texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, InputModel):
        for alias, name, _ in iter_input_fields(type(value)):
            yield from _iter_texts(getattr(value, name), (*path, alias))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _iter_texts(item, (*path, index))


def _moved_down(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines, column=None) if place.line is not None and lines else place


def _check_keys(document: AdministrativeDocument, source: Source, used: set[str]) -> Iterator[Problem]:
    first: dict[str, int | None] = {}
    for index, cited in enumerate(document.cited_documents or ()):
        if cited.key is None:
            continue
        path: KeyPath = ("van_ban_dan", index, "khoa")
        place = source.place(path)
        if cited.key in first:
            yield kinds.DUPLICATE_CITED.at(place, key=cited.key, first=first[cited.key], second=place.line)
        elif cited.key not in used:
            yield kinds.UNUSED_CITED.at(place, key=cited.key)
        first.setdefault(cited.key, place.line)


def _check_days(document: AdministrativeDocument, source: Source, day: date) -> Iterator[Problem]:
    for index, cited in enumerate(document.cited_documents or ()):
        key = cited.key or cited.type_name or str(index + 1)
        if cited.day is not None and cited.day > day:
            place = source.place(("van_ban_dan", index, "ngay"))
            yield kinds.CITED_AFTER_DOCUMENT.at(place, key=key, found=short_date(cited.day), day=short_date(day))
        if cited.expired_on is not None and cited.expired_on <= day:
            place, found = source.place(("van_ban_dan", index, "het_hieu_luc")), short_date(cited.expired_on)
            yield kinds.CITED_NOT_IN_FORCE.at(place, key=key, found=found, day=short_date(day))
