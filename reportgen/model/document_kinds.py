"""The kinds of administrative document of Decree 30/2020/NĐ-CP, Article 7, the kinds of copies, and their specimens.

A `Specimen` is a layout of Appendix III, part II: which parts it has, and the words that it prints. A `DocumentKind`
has the name, the abbreviation (case matters: QyĐ, CTr, TTr, TrS) and the specimens that it follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from reportgen.model.agencies import Name
from reportgen.problems import ReportgenError
from reportgen.vietnamese.document_symbols import SYMBOL_PATTERN
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces, tone_key

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)

KindKey = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
SpecimenKey = Annotated[str, StringConstraints(pattern=r"^[1-3]\.[1-9][0-9]*(\.[a-z_]+)?$")]
Abbreviation = Annotated[str, StringConstraints(pattern=rf"^{SYMBOL_PATTERN}$")]


class UnknownDocumentKindError(ReportgenError):
    """There is no kind of document with this key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"không có loại văn bản `{key}`")


class MissingUnitError(ReportgenError):
    """The symbol of this kind of document needs the abbreviation of the drafting unit, and none is given."""

    def __init__(self, kind: DocumentKind) -> None:
        self.kind = kind
        super().__init__(f"ký hiệu của {kind.name.lower()} cần chữ viết tắt của đơn vị soạn thảo")


class SymbolForm(StrEnum):
    """Of which groups the symbol is made (Appendix I, part I, II.3.b)."""

    KIND_AND_AGENCY = "loai_co_quan"
    """"QĐ-BNV"."""
    AGENCY_AND_UNIT = "co_quan_don_vi"
    """"BNV-VP", of dispatches only."""
    AGENCY = "co_quan"
    """"BNV": of the one other kind without an abbreviation, whose symbol the decree does not give."""


class AddresseeUse(StrEnum):
    """When "Kính gửi:" stands above the content (Appendix I, part I, II.9.b)."""

    ALWAYS = "co"
    TO_HIGHER_BODY = "gui_cap_tren"
    NEVER = "khong"


class AbstractPlace(StrEnum):
    """Where the abstract stands (Appendix I, part I, II.5.b)."""

    BELOW_TITLE = "duoi_ten_loai"
    BELOW_SYMBOL = "duoi_so_ky_hieu"
    NONE = "khong"


class ArticleUse(StrEnum):
    """Whether the content is set out in articles (Appendix I, part I, II.6.c)."""

    ALWAYS = "co"
    BY_CONTENT = "tuy_noi_dung"
    NEVER = "khong"


class SignatureForm(StrEnum):
    """Who signs."""

    ONE = "mot_nguoi"
    SECRETARY_AND_CHAIR = "thu_ky_va_chu_toa"
    ONE_AND_CONFIRMATION = "mot_nguoi_va_xac_nhan"
    """The signer, and below the body of the place that confirms, where needed (giấy nghỉ phép)."""
    NONE = "khong"


class Specimen(BaseModel):
    """A specimen layout of Appendix III, part II."""

    model_config = _CONFIG

    key: SpecimenKey = Field(alias="so")
    """Its number, "1.5"; "1.3.kem_theo_giay" is the text issued with the decision of specimen 1.3."""
    name: Name = Field(alias="ten")
    clause: Name = Field(alias="can_cu")
    """Where the decree shows it."""
    has_national_title: bool = Field(alias="quoc_hieu")
    has_number: bool = Field(alias="so_ky_hieu")
    has_place_and_date: bool = Field(alias="dia_danh_thoi_gian")
    """Place and date on the line of the number, at the right (II.4.c)."""
    prints_title: bool = Field(alias="in_ten_loai")
    abstract_place: AbstractPlace = Field(alias="trich_yeu")
    abstract_openings: tuple[Name, ...] = Field(default=(), alias="mo_dau_trich_yeu")
    """The words that an abstract opens with, one of them: "Về việc"; empty where the specimen leaves it open."""
    has_title_rule: bool = Field(alias="ke_duoi_trich_yeu")
    """The rule below the abstract or, where there is none, below the title."""
    has_authority_line: bool = Field(default=False, alias="tham_quyen_ban_hanh")
    recitals: bool = Field(default=False, alias="can_cu_ban_hanh")
    """Whether the specimen shows recitals; any other document may have them too (II.6.c)."""
    enacting_words: Name | None = Field(default=None, alias="loi_quyet_dinh")
    """The line between recitals and content: "QUYẾT ĐỊNH:"."""
    articles: ArticleUse = Field(alias="dieu")
    lines: tuple[Name, ...] = Field(default=(), alias="dong_mau")
    """The set lines of the content, with "{…}" for what is filled in."""
    end_mark: bool = Field(alias="dau_ket_thuc")
    """Whether "./." closes the content."""
    signature: SignatureForm = Field(alias="chu_ky")
    first_recipient: Name | None = Field(default=None, alias="noi_nhan_dau")
    """The first line of the distribution list, where the specimen gives it: "Như trên"."""
    filing: Name | None = Field(default=None, alias="luu")
    """The last line of the distribution list, with "{don_vi}" for the drafting unit; `None`: it has no list."""
    shows_agency_address: bool = Field(default=False, alias="dia_chi_cuoi_trang")
    attached_line: Name | None = Field(default=None, alias="kem_theo")
    """The line that says what the text came with; "{…}" stay empty in electronic documents where `is_electronic`."""
    is_electronic: bool = Field(default=False, alias="dien_tu")


class DocumentKind(BaseModel):
    """A kind of administrative document or of copy."""

    model_config = _CONFIG

    key: KindKey = Field(alias="khoa")
    name: Name = Field(alias="ten")
    """The name as a citation has it: "Quyết định"."""
    name_in_decree: Name = Field(alias="ten_trong_nghi_dinh")
    """The name as Article 7 lists it ("Quyết định (cá biệt)"), of copies as Appendix III, part I does."""
    title: Name | None = Field(alias="ten_loai")
    """The title printed over the text: "QUYẾT ĐỊNH"; `None` for a dispatch, which has none."""
    abbreviation: Abbreviation | None = Field(alias="viet_tat")
    """The abbreviation in the symbol; `None` for the two kinds that have none."""
    symbol_form: SymbolForm = Field(alias="cach_ghi_ky_hieu")
    specimen_keys: tuple[SpecimenKey, ...] = Field(alias="mau")
    """The specimens that the decree gives for this kind; empty if it gives none."""
    nearest_specimen_key: SpecimenKey | None = Field(default=None, alias="mau_gan_nhat")
    """The specimen to use where the decree gives none."""
    addressees: AddresseeUse = Field(alias="kinh_gui")
    is_copy: bool = Field(default=False, alias="ban_sao")

    @property
    def layout_key(self) -> str:
        """The specimen to use unless another of the kind's is asked for."""
        return next(key for key in (*self.specimen_keys, self.nearest_specimen_key) if key)

    @model_validator(mode="after")
    def _check(self) -> DocumentKind:
        faults = []
        if bool(self.specimen_keys) == bool(self.nearest_specimen_key):
            faults.append("phải có hoặc mau, hoặc mau_gan_nhat")
        if (self.symbol_form is SymbolForm.KIND_AND_AGENCY) != (self.abbreviation is not None):
            faults.append("viet_tat không hợp với cach_ghi_ky_hieu")
        if faults:
            raise ValueError(f"{self.key}: {'; '.join(faults)}")
        return self


class DocumentKinds(BaseModel):
    """All kinds of documents and copies, and the specimens they follow."""

    model_config = _CONFIG

    specimens: tuple[Specimen, ...] = Field(alias="mau")
    kinds: tuple[DocumentKind, ...] = Field(alias="loai")

    @property
    def documents(self) -> tuple[DocumentKind, ...]:
        """The kinds of Article 7, in its order."""
        return tuple(kind for kind in self.kinds if not kind.is_copy)

    @property
    def copies(self) -> tuple[DocumentKind, ...]:
        """The kinds of copies, in the order of Appendix III, part I."""
        return tuple(kind for kind in self.kinds if kind.is_copy)

    def get(self, key: str) -> DocumentKind:
        """Return the kind with `key` ("quyet_dinh").

        Raises:
            UnknownDocumentKindError: there is none.
        """
        kind = next((kind for kind in self.kinds if kind.key == key), None)
        if kind is None:
            raise UnknownDocumentKindError(key)
        return kind

    def by_abbreviation(self, text: str) -> DocumentKind | None:
        """Return the kind whose abbreviation is `text`, case and all, or `None`: "QyĐ" is a kind, "QYĐ" is none."""
        return self._by_abbreviation.get(compose(text))

    def find(self, text: str) -> DocumentKind | None:
        """Return the kind that `text` means, or `None`: a key, an abbreviation, or a name or title in any case."""
        return self.by_abbreviation(text) or self._by_name.get(_name_key(text))

    def specimen(self, key: str) -> Specimen | None:
        """Return the specimen with `key` ("1.5"), or `None`."""
        return next((specimen for specimen in self.specimens if specimen.key == key), None)

    def layout_of(self, kind: DocumentKind) -> Specimen:
        """Return the specimen that a document of `kind` follows unless another is asked for.

        Raises:
            UnknownDocumentKindError: `kind` is not one of these, and follows a specimen that is unknown here.
        """
        specimen = self.specimen(kind.layout_key)
        if specimen is None:
            raise UnknownDocumentKindError(kind.key)
        return specimen

    @cached_property
    def _by_abbreviation(self) -> Mapping[str, DocumentKind]:
        return {kind.abbreviation: kind for kind in self.kinds if kind.abbreviation}

    @cached_property
    def _by_name(self) -> Mapping[str, DocumentKind]:
        return {_name_key(text): kind for kind in self.kinds for text in _names_of(kind)}

    @model_validator(mode="after")
    def _check_consistency(self) -> DocumentKinds:
        faults = [
            *_repeated("khoa", (kind.key for kind in self.kinds)),
            *_repeated("viet_tat", (kind.abbreviation for kind in self.kinds if kind.abbreviation)),
            *_repeated("mau", (specimen.key for specimen in self.specimens)),
        ]
        for kind in self.kinds:
            keys = (*kind.specimen_keys, *([kind.nearest_specimen_key] if kind.nearest_specimen_key else []))
            faults += [f"{kind.key}: không có mẫu {key}" for key in keys if self.specimen(key) is None]
        if faults:
            raise ValueError("; ".join(faults))
        return self


def symbol_for(kind: DocumentKind, agency_symbol: str, unit: str | None = None) -> str:
    """Return the symbol of a document of `kind` issued by the agency: "QĐ-BNV", of a dispatch "BNV-VP".

    `unit` is the abbreviation of the drafting unit or of the field dealt with. Only the symbol of a dispatch has it;
    the other kinds are the same whatever it is (Appendix I, part I, II.3.b; of copies part II, II.1.c).

    Raises:
        MissingUnitError: a dispatch without `unit`.
    """
    if kind.symbol_form is SymbolForm.AGENCY_AND_UNIT:
        if not unit:
            raise MissingUnitError(kind)
        return f"{agency_symbol}-{unit}"
    return f"{kind.abbreviation}-{agency_symbol}" if kind.abbreviation else agency_symbol


def _names_of(kind: DocumentKind) -> Iterator[str]:
    yield from (kind.key, kind.name, kind.name_in_decree)
    if kind.title:
        yield kind.title


def _name_key(text: str) -> str:
    """Return `text` as names are compared: in one case and one placement of tones."""
    return tone_key(normalise_spaces(text)).casefold()


def _repeated(field: str, values: Iterator[str]) -> Iterator[str]:
    given = list(values)
    yield from (f"trùng {field} `{value}`" for value in dict.fromkeys(given) if given.count(value) > 1)
