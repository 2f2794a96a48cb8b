"""The register of agencies: who exists on a day, under what name and symbol, and who carries on whose work.

An `Agency` is one body over a span of days in which its name, symbol and standing did not change. A body that changed
its name or standing but stayed itself (Thừa Thiên Huế, then Huế) has several entries with the same code, one after
the other. A body that was merged into another ends, and names its successors; the one that took it in goes on as one
entry, even where the law speaks of a new body with the old name (Bộ Tài chính of 1/3/2025, An Giang of 1/7/2025).
"""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from reportgen.problems import ReportgenError
from reportgen.vietnamese.unicode_forms import tone_key

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)
_PUNCTUATION = re.compile(r"[\s.,&\-\u2010-\u2015]+")
_ONE_DAY = timedelta(days=1)

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class UnknownAgencyError(ReportgenError):
    """The register has no body with this code, or none on the day asked for."""

    def __init__(self, code: str, day: date | None = None) -> None:
        self.code = code
        self.day = day
        on_day = f" vào ngày {day:%d/%m/%Y}" if day else ""
        super().__init__(f"sổ đăng ký cơ quan không có mã `{code}`{on_day}")


class AgencyGroup(StrEnum):
    """The standing of a body in the State apparatus."""

    GOVERNMENT = "chinh_phu"
    MINISTRY = "bo"
    MINISTERIAL_AGENCY = "co_quan_ngang_bo"
    GOVERNMENT_AGENCY = "co_quan_thuoc_chinh_phu"
    UNIT_OF_MINISTRY = "don_vi_thuoc_bo"
    PROVINCE = "tinh"


class Agency(BaseModel):
    """A body over a span of days in which its name, symbol and standing did not change."""

    model_config = _CONFIG

    code: Code = Field(alias="ma")
    """The stable key: it stays when the body changes its name."""
    name: Name = Field(alias="ten")
    short_name: Name = Field(alias="ten_ngan")
    symbol: Name = Field(alias="ky_hieu")
    """The letters for the body in the number of a document: "BGDĐT"; the same "UBND" for all provinces."""
    symbol_variants: tuple[Name, ...] = Field(default=(), alias="ky_hieu_khac")
    parent_code: Code | None = Field(default=None, alias="cha")
    """The body named above this one at the head of its documents; `None` where none is."""
    group: AgencyGroup = Field(alias="nhom")
    provides_public_services: bool | None = Field(default=None, alias="dich_vu_cong")
    """Which of the two rankings of ministries the body belongs to; `None` if that is not known."""
    place: Name = Field(alias="dia_danh")
    """The place name written with the date of issue (Decree 30/2020/NĐ-CP, Appendix I, part I, section II.4)."""
    head_title: Name = Field(alias="thu_truong")
    signing_title: Name | None = Field(default=None, alias="chuc_danh_ky")
    """The head's title over the signature, where it is shorter than `head_title`."""
    valid_from: date | None = Field(default=None, alias="hieu_luc_tu")
    """The first day; `None`: before the register begins (2020)."""
    valid_until: date | None = Field(default=None, alias="hieu_luc_den")
    """The last day; `None`: still so."""
    successor_codes: tuple[Code, ...] = Field(default=(), alias="ke_thua")
    variants: tuple[Name, ...] = Field(default=(), alias="ten_khac")

    @model_validator(mode="after")
    def _check_span(self) -> Agency:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError(f"{self.code}: hieu_luc_den trước hieu_luc_tu")
        if self.successor_codes and not self.valid_until:
            raise ValueError(f"{self.code}: có ke_thua thì phải có hieu_luc_den")
        return self

    def is_in_force(self, day: date) -> bool:
        """Say whether the body exists on `day` under this entry."""
        return (self.valid_from or date.min) <= day <= (self.valid_until or date.max)

    @property
    def title_for_signature(self) -> str:
        """The head's title as it stands over the signature: "Bộ trưởng, Chủ nhiệm", "Chủ tịch"."""
        return self.signing_title or self.head_title

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write the body's name, the full name first."""
        return (self.name, self.short_name, *self.variants)

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbol and its variants."""
        return (self.symbol, *self.symbol_variants)


class AgencyRegister(BaseModel):
    """All bodies known, today's and former, looked up by day."""

    model_config = _CONFIG

    agencies: tuple[Agency, ...] = Field(alias="co_quan")

    def in_force(self, day: date, *groups: AgencyGroup) -> tuple[Agency, ...]:
        """Return the bodies that exist on `day` (of `groups` only, if any are given), in the register's order."""
        return tuple(a for a in self.agencies if a.is_in_force(day) and (not groups or a.group in groups))

    def get(self, code: str, day: date | None = None) -> Agency:
        """Return the body with `code` as it is on `day`; without a day, its latest entry, even if it has ended.

        Raises:
            UnknownAgencyError: there is no such code, or the body does not exist on `day`.
        """
        entries = self._by_code.get(code, ())
        found = [agency for agency in entries if day is None or agency.is_in_force(day)]
        if not found:
            raise UnknownAgencyError(code, day)
        return found[-1]

    def find(self, name_or_code: str, day: date | None) -> Agency | None:
        """Return the body that `name_or_code` means on `day`, or `None` if it means none or more than one.

        A code, a full or short name, a variant or a symbol of that day counts; case, Unicode form, placement of tone
        marks, dashes, stops and "&" do not. Without a day, the latest entry that ever bore the name is returned: if
        it has ended, `successors` tells who carries on.
        """
        entries = self._by_key.get(_name_key(name_or_code), ())
        found = [agency for agency in entries if day is None or agency.is_in_force(day)]
        return found[-1] if len({agency.code for agency in found}) == 1 else None

    def name_on(self, code: str, day: date) -> str:
        """Return the full name that the body with `code` has on `day`.

        Raises:
            UnknownAgencyError: there is no such code, or the body does not exist on `day`.
        """
        return self.get(code, day).name

    def successors(self, code: str, day: date) -> tuple[Agency, ...]:
        """Return who does on `day` what the body with `code` did: itself while it exists, its successors afterwards.

        Empty if the body does not exist yet, or ended without a successor.

        Raises:
            UnknownAgencyError: there is no such code.
        """
        last = self.get(code)
        if last.valid_until is None or day <= last.valid_until:
            return tuple(agency for agency in self._by_code[code] if agency.is_in_force(day))
        heirs = itertools.chain.from_iterable(self.successors(heir, day) for heir in last.successor_codes)
        return tuple(dict.fromkeys(heirs))

    def predecessors(self, code: str, day: date | None = None) -> tuple[Agency, ...]:
        """Return the ended bodies whose work came to the body with `code`, directly or through others.

        With a `day`, only those that had ended before it. Each is the last entry of its body, in the register's order
        within each step back.

        Raises:
            UnknownAgencyError: there is no such code.
        """
        self.get(code)
        found: dict[str, Agency] = {}
        for agency in self.agencies:
            ended = agency.valid_until is not None and (day is None or agency.valid_until < day)
            if ended and code in agency.successor_codes:
                for earlier in (agency, *self.predecessors(agency.code, day)):
                    found.setdefault(earlier.code, earlier)
        return tuple(found.values())

    def nearest(self, name: str, day: date | None = None) -> str | None:
        """Return the name or code of `day` most like `name`, as the register writes it; `None` if none is like it.

        For hints only: marks are left out of account, so "Bo Tu phap" is near "Bộ Tư pháp".
        """
        known = {
            _bare_key(text): text
            for agency in self.agencies
            if day is None or agency.is_in_force(day)
            for text in (*reversed(agency.names), agency.code)
        }
        close = difflib.get_close_matches(_bare_key(name), known, n=1, cutoff=0.6)
        return known[close[0]] if close else None

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[Agency, ...]]:
        """The entries of each code, from the earliest to the latest."""
        ordered = sorted(self.agencies, key=lambda agency: (agency.code, agency.valid_from or date.min))
        return {code: tuple(group) for code, group in itertools.groupby(ordered, key=lambda agency: agency.code)}

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Agency, ...]]:
        return _index_by_key((a, (a.code, *a.names, *a.symbols)) for a in itertools.chain(*self._by_code.values()))

    @model_validator(mode="after")
    def _check_consistency(self) -> AgencyRegister:
        faults = [
            *(fault for entries in self._by_code.values() for fault in _faults_of_spans(entries)),
            *(fault for agency in self.agencies for fault in self._faults_of_references(agency)),
            *self._faults_of_names(),
        ]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def _faults_of_references(self, agency: Agency) -> Iterable[str]:
        """What is wrong with the codes that `agency` refers to: each has to exist when it is needed."""
        if agency.parent_code and not self._exists(agency.parent_code, agency.valid_from):
            yield f"{agency.code}: không có cơ quan chủ quản {agency.parent_code}"
        for heir in agency.successor_codes:
            if agency.valid_until and not self._exists(heir, agency.valid_until + _ONE_DAY):
                yield f"{agency.code}: cơ quan kế thừa {heir} không có vào ngày tiếp theo"

    def _exists(self, code: str, day: date | None) -> bool:
        return any(agency.is_in_force(day or date.min) for agency in self._by_code.get(code, ()))

    def _faults_of_names(self) -> Iterable[str]:
        """Names that two bodies bear on the same day (symbols may be shared, as all provinces' "UBND" is)."""
        for key, agencies in _index_by_key((a, (a.code, *a.names)) for a in self.agencies).items():
            for one, other in itertools.combinations(agencies, 2):
                if one.code != other.code and _overlap(one, other):
                    yield f"{one.code}, {other.code}: trùng tên “{key}”"


def _faults_of_spans(entries: tuple[Agency, ...]) -> Iterable[str]:
    """What is wrong with the entries of one code, which have to follow each other day on day."""
    for earlier, later in itertools.pairwise(entries):
        if earlier.valid_until is None or later.valid_from != earlier.valid_until + _ONE_DAY:
            yield f"{earlier.code}: các mục cùng mã không nối tiếp nhau về thời gian"
        if earlier.successor_codes:
            yield f"{earlier.code}: chỉ mục cuối cùng của một mã được có ke_thua"


def _overlap(one: Agency, other: Agency) -> bool:
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    return start <= min(one.valid_until or date.max, other.valid_until or date.max)


def _index_by_key(named: Iterable[tuple[Agency, Iterable[str]]]) -> Mapping[str, tuple[Agency, ...]]:
    """Return each key with the entries that bear it, once each, in the order given."""
    index: defaultdict[str, list[Agency]] = defaultdict(list)
    for agency, texts in named:
        for key in {_name_key(text) for text in texts}:
            index[key].append(agency)
    return {key: tuple(agencies) for key, agencies in index.items()}


def _name_key(text: str) -> str:
    """Return `text` as names are compared: one case and tone placement, a space for spaces, dashes, stops and "&"."""
    return _PUNCTUATION.sub(" ", tone_key(text).casefold()).strip()


def _bare_key(text: str) -> str:
    """Return the key of `text` without any marks, as someone types who has no Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", _name_key(text).replace("đ", "d"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
