"""Checks of an administrative document that look at its kind, its issuer or several keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_keys import KeyUse, allowed_numberings, default_numbering
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.model.document_kinds import DocumentKind, DocumentKinds, Specimen, SymbolForm, symbol_for
from reportgen.model.input_model import KeyPath, iter_input_fields
from reportgen.model.letterhead import SigningAuthority
from reportgen.problems import Problem
from reportgen.problems import administrative as kinds
from reportgen.problems.input import SYMBOL_OF_OTHER_AGENCY
from reportgen.read.letterhead_checks import check_day_of_decree, check_number, check_signer_name
from reportgen.read.source import Source
from reportgen.read.validation import find_nearest
from reportgen.vietnamese.dates import short_date
from reportgen.vietnamese.unicode_forms import upper_vi

_UNIT = "VP"
"""The drafting unit of an example, where none is known (an office, which every agency has)."""
_NO_ABBREVIATION = "CV"
"""What is often written for "công văn", a kind that has no abbreviation."""
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}")
_PHONE = re.compile(r"\+?[0-9(][0-9().\s-]*(?:(?:máy lẻ|ext\.?|,|;|/)\s*[+0-9(][0-9().\s-]*)*", re.IGNORECASE)
_FEWEST_DIGITS = 3
_DEPUTY = re.compile(r"PHÓ |THỨ TRƯỞNG")
_LED_BY_ONE = frozenset((AgencyGroup.MINISTRY, AgencyGroup.MINISTERIAL_AGENCY))


def find_kind(text: str, document_kinds: DocumentKinds, source: Source, path: KeyPath) -> DocumentKind | Problem:
    """Return the kind that `text`, found at `path`, means, or what is wrong with it."""
    found = document_kinds.find(text)
    if found is not None:
        return found
    allowed = ", ".join(kind.key for kind in document_kinds.kinds)
    nearest = nearest_kind(text, document_kinds)
    return kinds.UNKNOWN_KIND.at(
        source.place(path), found=text, nearest=nearest.key if nearest else None, allowed=allowed
    )


def nearest_kind(text: str, document_kinds: DocumentKinds) -> DocumentKind | None:
    """Return the kind whose key or name is most like `text`, or `None`."""
    names = {name: kind.key for kind in document_kinds.kinds for name in (kind.name, kind.key)}
    key = find_nearest(text, names)
    return document_kinds.get(key) if key else None


def check_document(
    document: AdministrativeDocument, source: Source, kind: DocumentKind, specimen: Specimen, use: KeyUse
) -> Iterator[Problem]:
    """Yield what is wrong or odd in `document` of `kind` whoever issues it."""
    yield from check_number(document, source)
    yield from check_day_of_decree(document, source)
    yield from check_signer_name(document, source)
    yield from _check_unused_keys(document, source, kind, use)
    yield from _check_numbering(document, source, kind, specimen)
    yield from _check_contacts(document, source)
    yield from _check_days(document, source)
    if document.secrecy is not None:
        yield kinds.SECRECY_STAMP.at(source.place(("do_mat",)))


def check_issuer(
    document: AdministrativeDocument, source: Source, kind: DocumentKind, agency: Agency
) -> Iterator[Problem]:
    """Yield what in `document` does not fit `agency`, which issues it: its symbol and the right to sign."""
    if document.symbol is not None:
        if kind.symbol_form is SymbolForm.AGENCY_AND_UNIT:
            yield from _check_dispatch_symbol(document, source, agency, document.symbol)
        else:
            yield from _check_symbol(document.symbol, source, kind, agency)
    yield from _check_authority(document, source, agency)


def check_addressees(document: AdministrativeDocument, source: Source) -> Iterator[Problem]:
    """Yield the addressees that `document`, its agencies already by their names, gives twice."""
    first: dict[str, int | None] = {}
    for index, name in enumerate(document.addressees or ()):
        place = source.place(("kinh_gui", index))
        key = name.casefold()
        if key in first:
            yield kinds.DUPLICATE_ADDRESSEE.at(place, name=name, first=first[key], second=place.line)
        first.setdefault(key, place.line)


def _check_symbol(symbol: str, source: Source, kind: DocumentKind, agency: Agency) -> Iterator[Problem]:
    place, expected = source.place(("ky_hieu",)), symbol_for(kind, agency.symbol)
    if kind.abbreviation and not symbol.startswith(f"{kind.abbreviation}-"):
        yield kinds.SYMBOL_OF_OTHER_KIND.at(
            place, found=symbol, abbreviation=kind.abbreviation, kind=kind.name.lower(), expected=expected
        )
    elif not any(f"-{symbol}".endswith(f"-{one}") for one in agency.symbols):
        yield SYMBOL_OF_OTHER_AGENCY.at(
            place, found=symbol, symbol=agency.symbol, agency=agency.name, expected=expected
        )


def _check_dispatch_symbol(
    document: AdministrativeDocument, source: Source, agency: Agency, symbol: str
) -> Iterator[Problem]:
    """The symbol of a dispatch has the agency first, then the drafting unit, and no kind (Appendix I, II.3.b)."""
    place, unit = source.place(("ky_hieu",)), document.drafting_unit
    example = f"{agency.symbol}-{unit or _UNIT}"
    names_kind = symbol.split("-", maxsplit=1)[0].upper() == _NO_ABBREVIATION
    ends_with_agency = any(f"-{symbol}".endswith(f"-{one}") for one in agency.symbols)
    if names_kind or ends_with_agency or "-" not in symbol:
        yield kinds.DISPATCH_SYMBOL.at(place, found=symbol, example=example)
    elif not any(symbol.startswith(f"{one}-") for one in agency.symbols):
        yield kinds.SYMBOL_STARTS_WITH_OTHER_AGENCY.at(
            place, found=symbol, symbol=agency.symbol, agency=agency.name, example=example
        )
    elif unit is not None and not symbol.endswith(f"-{unit}"):
        yield kinds.UNIT_DISAGREES.at(place, found=symbol, unit=unit)


def _check_authority(document: AdministrativeDocument, source: Source, agency: Agency) -> Iterator[Problem]:
    signer = document.signer
    title = upper_vi(signer.title or "")
    head = upper_vi(signer.title_of_head or agency.title_for_signature)
    if signer.authority is SigningAuthority.ON_BEHALF_OF_COLLECTIVE and agency.group in _LED_BY_ONE:
        yield kinds.NO_COLLECTIVE.at(source.place(("nguoi_ky", "quyen_han")), agency=agency.name)
    if signer.authority is None and _DEPUTY.match(title):
        yield kinds.DEPUTY_WITHOUT_AUTHORITY.at(source.place(("nguoi_ky", "chuc_vu")), found=title)
    signs_for_head = {SigningAuthority.FOR_HEAD, SigningAuthority.BY_ORDER, SigningAuthority.BY_AUTHORISATION}
    if signer.authority in signs_for_head and title == head:
        place = source.place(("nguoi_ky", "chuc_vu"))
        yield kinds.SIGNS_FOR_ONESELF.at(place, authority=signer.authority, head=head, found=title)


def _check_unused_keys(
    document: AdministrativeDocument, source: Source, kind: DocumentKind, use: KeyUse
) -> Iterator[Problem]:
    for path in _given_keys(document):
        if not use.uses(path):
            name = ".".join(str(step) for step in path)
            yield kinds.KEY_NOT_USED.at(source.key_place(path), kind=kind.name.lower(), name=name)


def _given_keys(document: AdministrativeDocument) -> Iterator[KeyPath]:
    """Yield the keys that `document` gives, those of `chi_tiet` one by one."""
    for alias, name, field in iter_input_fields(AdministrativeDocument):
        value = getattr(document, name)
        if alias == "chi_tiet":
            for inner, attribute, _ in iter_input_fields(type(document.particulars)):
                if getattr(document.particulars, attribute) is not None:
                    yield alias, inner
        elif value != field.get_default(call_default_factory=True):
            yield (alias,)


def _check_numbering(
    document: AdministrativeDocument, source: Source, kind: DocumentKind, specimen: Specimen
) -> Iterator[Problem]:
    allowed = allowed_numberings(specimen)
    if document.numbering is not None and document.numbering not in allowed:
        yield kinds.NUMBERING_NOT_ALLOWED.at(
            source.place(("bo_cuc",)),
            kind=kind.name.lower(),
            found=document.numbering,
            allowed=", ".join(allowed),
            expected=default_numbering(specimen),
        )


def _check_contacts(document: AdministrativeDocument, source: Source) -> Iterator[Problem]:
    for index, contact in enumerate(document.contacts or ()):
        path: KeyPath = ("dau_moi", index)
        if contact.email is not None and not _EMAIL.fullmatch(contact.email):
            yield kinds.BAD_EMAIL.at(source.place((*path, "thu_dien_tu")), found=contact.email)
        if contact.phone is not None and not _is_phone(contact.phone):
            yield kinds.BAD_PHONE.at(source.place((*path, "dien_thoai")), found=contact.phone)


def _is_phone(text: str) -> bool:
    return len(re.findall(r"[0-9]", text)) >= _FEWEST_DIGITS and _PHONE.fullmatch(text) is not None


def _check_days(document: AdministrativeDocument, source: Source) -> Iterator[Problem]:
    """The days of an introduction or a leave follow each other."""
    given = document.particulars
    pairs: tuple[tuple[str, date | None, date | None, str, str], ...] = (
        ("gia_tri_den", given.valid_until, document.day, "ngày của văn bản", "the day of the document"),
        ("nghi_den", given.leave_until, given.leave_from, "ngày bắt đầu nghỉ", "the first day of the leave"),
    )
    for alias, day, earlier, words, words_en in pairs:
        if day is not None and earlier is not None and day < earlier:
            place, found, other = source.place(("chi_tiet", alias)), short_date(day), short_date(earlier)
            yield kinds.DATES_REVERSED.at(place, found=found, other_vi=words, other_en=words_en, other=other)
