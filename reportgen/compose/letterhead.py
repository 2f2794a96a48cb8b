"""What stands around the content of every document: names, number, date, addressees, signature, distribution list.

The wording, order and punctuation are those of Decree 30/2020/ND-CP, Appendix I, part I, section II.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from reportgen.document import (
    Blank,
    Blocks,
    Inlines,
    Missing,
    Paragraph,
    Role,
    Rule,
    text,
)
from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import KeyPath, MissingItem
from reportgen.model.letterhead import FilingLine, Letterhead, Signer, SigningAuthority
from reportgen.vietnamese import document_number, official_date, roman, upper_vi

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MOTTO_RULE_SHARE = 1.0
NAME_RULE_SHARE = 0.4
SAME_AS_ABOVE = "Như trên"

_NUMBER_ROOM, _DAY_ROOM, _MONTH_ROOM, _YEAR_ROOM = 8, 5, 5, 8


Missings: TypeAlias = Mapping[KeyPath, tuple[str, ...]]
"""What a draft still lacks, in words, by the path of the input where it belongs."""


def group_missing(missing: Sequence[MissingItem]) -> Missings:
    """Return what is missing by its path."""
    found: dict[KeyPath, tuple[str, ...]] = {}
    for item in missing:
        found[item.path] = (*found.get(item.path, ()), item.what)
    return found


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a document on `day`, the day whose names of agencies count."""

    agency: Agency
    register: AgencyRegister
    day: date

    def name_of(self, code_or_name: str) -> str:
        """Return the full name in force for a code or name of the register; other words as they are."""
        found = self.register.find(code_or_name, self.day)
        return found.name if found else code_or_name


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """Number, symbol and date of a document as they are printed, each open where the registry still fills it in."""

    kind_name: str
    symbol: Inlines
    number: int | None
    day: date | None
    year: int | None
    issuer_name: str

    @property
    def number_inlines(self) -> Inlines:
        """The number, two digits at least (II.3.c), or room for it."""
        return (Blank(_NUMBER_ROOM),) if self.number is None else text(document_number(self.number))

    @property
    def day_inlines(self) -> Inlines:
        """The date as II.4.b has it ("ngày 05 tháng 3 năm 2025"), or room for day and month."""
        if self.day is not None:
            return text(official_date(self.day))
        year = text(f" năm {self.year}") if self.year else (*text(" năm"), Blank(_YEAR_ROOM))
        return (*text("ngày"), Blank(_DAY_ROOM), *text("tháng"), Blank(_MONTH_ROOM), *year)

    def attached_to(self) -> Inlines:
        """Return "(Kèm theo Báo cáo số … ngày … của …)", which an appendix says below its title (III.1.c)."""
        return (
            *text(f"(Kèm theo {self.kind_name} số "),
            *self.number_inlines,
            *text("/"),
            *self.symbol,
            *text(" "),
            *self.day_inlines,
            *text(f" của {self.issuer_name})"),
        )


def document_head(
    letterhead: Letterhead, issuer: Issuer, *, kind_name: str, symbol: Inlines, issuer_name: str | None = None
) -> DocumentHead:
    """Return the head of a document; the input's own symbol, if it gives one, goes before `symbol`.

    `issuer_name` is who issues it in citations where that is not the agency: "Bộ trưởng Bộ Tài chính".
    """
    return DocumentHead(
        kind_name=kind_name,
        symbol=text(letterhead.symbol) if letterhead.symbol else symbol,
        number=letterhead.number,
        day=letterhead.day,
        year=None if issuer.day == date.max else issuer.day.year,
        issuer_name=issuer_name or issuer.agency.name,
    )


def compose_letterhead(
    letterhead: Letterhead, head: DocumentHead, issuer: Issuer
) -> tuple[dict[str, Inlines], dict[str, Blocks]]:
    """Return the content of the letterhead's tags: those of running text, and those of whole paragraphs."""
    agency_name = upper_vi(issuer.agency.name)
    parent = letterhead.parent_agency or _parent_name(issuer)
    return (
        {
            "co_quan_chu_quan": text(upper_vi(parent)) if parent else (),
            "co_quan_ban_hanh": text(agency_name),
            "so": head.number_inlines,
            "ky_hieu": head.symbol,
            "dia_danh": text(letterhead.place or issuer.agency.place),
            "ngay_ban_hanh": head.day_inlines,
        },
        {
            "ke_duoi_co_quan": (Rule(agency_name, Role.ISSUING_AGENCY, NAME_RULE_SHARE),),
            "ke_duoi_tieu_ngu": (Rule(MOTTO, Role.MOTTO, MOTTO_RULE_SHARE),),
        },
    )


def _parent_name(issuer: Issuer) -> str | None:
    parent = issuer.agency.parent_code
    return issuer.register.name_on(parent, issuer.day) if parent else None


def compose_addressees(addressees: Sequence[str] | None, issuer: Issuer) -> Blocks:
    """Return the lines after "Kính gửi:": one addressee on the same line, several each on its own (II.9.d)."""
    names = [issuer.name_of(name) for name in addressees or ()]
    if not names:
        return ()
    if len(names) == 1:
        return (Paragraph(Role.ADDRESSEE, text(f"Kính gửi: {names[0]}")),)
    items = (Paragraph(Role.ADDRESSEE_ITEM, text(f"- {name}{end}")) for name, end in _punctuated(names, last="."))
    return (Paragraph(Role.ADDRESSEE_HEAD, text("Kính gửi:")), *items)


def _punctuated(names: Sequence[str], *, last: str) -> list[tuple[str, str]]:
    return [(name.rstrip(" ;."), ";" if at < len(names) else last) for at, name in enumerate(names, start=1)]


def compose_distribution(
    letterhead: Letterhead, missing: Missings, *, copies: int | None = None, filed_as: str | None = None
) -> Blocks:
    """Return the distribution list, its filing line last (II.9.d), then the drafter's mark and the copies (III.3).

    `filed_as` is the filing line of a specimen that names no drafting unit ("Lưu: VT"), for documents without one.
    """
    names = list(letterhead.recipients or ())
    if letterhead.addressees and not any(name.strip(" ;.") == SAME_AS_ABOVE for name in names):
        names.insert(0, SAME_AS_ABOVE)
    lines = [Paragraph(Role.DISTRIBUTION_ITEM, text(f"- {name};")) for name, _ in _punctuated(names, last=";")]
    lines.append(Paragraph(Role.DISTRIBUTION_ITEM, _filing_line(letterhead.filing, missing, filed_as)))
    if letterhead.drafter_mark or copies:
        mark = upper_vi(letterhead.drafter_mark or "")
        lines.append(
            Paragraph(
                Role.DISTRIBUTION_ITEM, text(f"{mark}.({copies})" if mark and copies else mark or f"({copies})")
            )
        )
    return tuple(lines)


def _filing_line(filing: FilingLine, missing: Missings, filed_as: str | None) -> Inlines:
    copies = f" ({filing.copies:02d})" if filing.copies else ""
    if filing.unit is None and filed_as is not None:
        return text(f"- {filed_as}{copies}.")
    unit = text(filing.unit) if filing.unit else mark_missing(("luu", "don_vi"), missing)
    return (*text("- Lưu: VT, "), *unit, *text(f"{copies}."))


def mark_missing(path: KeyPath, missing: Missings) -> Inlines:
    """Return the visible marks for what is still missing at `path`."""
    return tuple(Missing(what) for what in missing.get(path, (f"`{path[-1]}`",)))


def compose_signature(
    signer: Signer, issuer: Issuer, missing: Missings
) -> tuple[dict[str, Inlines], dict[str, Blocks]]:
    """Return the content of the signature's tags: authority and title above, the name below (II.7)."""
    title = text(upper_vi(signer.title)) if signer.title else mark_missing(("nguoi_ky", "chuc_vu"), missing)
    head_title = upper_vi(signer.title_of_head or issuer.agency.title_for_signature)
    match signer.authority:
        case None:
            lines = [title]
        case SigningAuthority.ACTING:
            lines = [(*text("Q. "), *title)]
        case SigningAuthority.ON_BEHALF_OF_COLLECTIVE:
            lines = [text(f"TM. {upper_vi(signer.title_of_head or issuer.agency.name)}"), title]
        case _:
            lines = [text(f"{signer.authority.value} {head_title}"), title]
    name = text(signer.name) if signer.name else mark_missing(("nguoi_ky", "ho_ten"), missing)
    return (
        {"ho_ten_nguoi_ky": name},
        {"quyen_han_chuc_vu": tuple(Paragraph(Role.SIGNING_AUTHORITY, line) for line in lines)},
    )


def appendix_label(number: int, total: int) -> str:
    """Return "Phụ lục", with a Roman number where there are two or more (III.1.a)."""
    return "Phụ lục" if total == 1 else f"Phụ lục {roman(number)}"


def compose_appendix_heading(label: str, title: Inlines, head: DocumentHead) -> Blocks:
    """Return the heading of an appendix: number, title, what it belongs to, and a short rule (III.1, Mẫu 2.1)."""
    return (
        Paragraph(Role.APPENDIX_NUMBER, text(label)),
        Paragraph(Role.APPENDIX_TITLE, title),
        Paragraph(Role.APPENDIX_ATTACHMENT, head.attached_to()),
        Rule(label, Role.APPENDIX_NUMBER, MOTTO_RULE_SHARE),
    )
