"""Which input keys a kind of document uses and needs, derived from its specimen (Decree 30/2020/ND-CP, Appendix III).

The set lines of a specimen name what is filled in ("{khach_moi}"); this module knows the input key of each. Reading
checks by it, and a new input file lists by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_parts import Numbering
from reportgen.model.document_kinds import (
    AbstractPlace,
    AddresseeUse,
    ArticleUse,
    DocumentKind,
    DocumentKinds,
    SignatureForm,
    Specimen,
    SymbolForm,
)
from reportgen.model.input_model import InputModel, KeyPath, find_inner_model, iter_input_fields

_BRACED = re.compile(r"\{([a-z_]+)\}")
_KEY_OF: Mapping[str, KeyPath] = {
    "khach_moi": ("chi_tiet", "kinh_moi"),
    "cuoc_hop": ("chi_tiet", "toi_du"),
    "chu_tri": ("chi_tiet", "chu_tri"),
    "thu_ky": ("chi_tiet", "thu_ky"),
    "thoi_gian": ("chi_tiet", "thoi_gian"),
    "thoi_gian_bat_dau": ("chi_tiet", "thoi_gian"),
    "gio": ("chi_tiet", "thoi_gian_ket_thuc"),
    "dia_diem": ("chi_tiet", "dia_diem"),
    "thanh_phan": ("chi_tiet", "thanh_phan"),
    "nguoi_duoc_gioi_thieu": ("chi_tiet", "ong_ba"),
    "nguoi_nghi_phep": ("chi_tiet", "ong_ba"),
    "chuc_vu": ("chi_tiet", "chuc_vu"),
    "noi_den": ("chi_tiet", "den"),
    "viec": ("chi_tiet", "ve_viec"),
    "ngay_het_han": ("chi_tiet", "gia_tri_den"),
    "ngay_don": ("chi_tiet", "ngay_don"),
    "tu_ngay": ("chi_tiet", "nghi_tu"),
    "den_ngay": ("chi_tiet", "nghi_den"),
    "noi_nghi_phep": ("chi_tiet", "dia_diem"),
    "loai_nghi": ("chi_tiet", "tinh_vao"),
    "noi_nhan_dien": ("kinh_gui",),
    "co_quan_hoac_chuc_danh": ("tham_quyen",),
    "ban_hanh_phe_duyet": ("kem_theo",),
}
"""The input key of each place to fill in. What is not listed comes from the letterhead or is the content itself."""
_HAS_OWN_VALUE = "co_quan_hoac_chuc_danh"
"""Who telegraphs: the head of the agency, unless the input names another."""
_CONTENT_PLACES = frozenset(("noi_dung", "noi_nhan_dien", "ban_hanh_phe_duyet"))
"""The places of specimens with set lines that come with running text."""

_LETTERHEAD: tuple[str, ...] = ("loai", "minh_hoa", "co_quan", "co_quan_chu_quan", "ban_dien_tu")
_MARKS: tuple[str, ...] = ("do_khan", "do_mat", "pham_vi_luu_hanh", "nguoi_soan", "so_luong_ban", "dia_chi")
"""Parts that any document may have (Article 8, clause 3)."""
_CONTENT: tuple[str, ...] = (
    *("van_ban_dan", "can_cu", "de_nghi", "mo_dau", "bo_cuc", "noi_dung", "dau_moi", "ket_thuc", "phu_luc"),
)
_ARTICLES = (Numbering.ARTICLES, Numbering.CHAPTERS)


@dataclass(frozen=True, slots=True)
class KeyUse:
    """The keys of a kind, by their paths; the keys of a group are listed only for `chi_tiet`, `luu` and `nguoi_ky`.

    `needed` are those without which there is only a draft, in the order that a clerk writes them. `instead` names
    keys that stand in for a needed one.
    """

    used: frozenset[KeyPath]
    needed: tuple[KeyPath, ...]
    instead: Mapping[KeyPath, tuple[KeyPath, ...]]

    def uses(self, path: KeyPath) -> bool:
        """Say whether the kind has a use for the value at `path`."""
        return path[:1] in self.used and (path[0] != "chi_tiet" or len(path) == 1 or path[:2] in self.used)


def find_specimen(kind: DocumentKind, kinds: DocumentKinds, document: AdministrativeDocument | None) -> Specimen:
    """Return the specimen that `document` of `kind` follows; without a document, the usual one.

    A decision that issues a text follows the specimen of indirect decisions (1.3). The paper specimen of copies is
    used for electronic ones too, which only add the data of the digital signature.

    Raises:
        UnknownDocumentKindError: the specimen is unknown.
    """
    if document is not None and document.issued_texts:
        for key in kind.specimen_keys:
            specimen = kinds.specimen(key)
            if specimen is not None and "ban_hanh_phe_duyet" in _places_of(specimen):
                return specimen
    return kinds.layout_of(kind)


def find_key_use(kind: DocumentKind, kinds: DocumentKinds, specimen: Specimen) -> KeyUse:
    """Return which keys a document of `kind` that follows `specimen` uses and needs."""
    places = _places_of(specimen)
    own = {_KEY_OF[place] for place in places if place in _KEY_OF}
    used = own | {path[:1] for path in own} | _used_of_letterhead(kind, specimen)
    if not kind.is_copy:
        used |= {(key,) for key in _CONTENT}
    if any("ban_hanh_phe_duyet" in _places_of(kinds.specimen(key)) for key in kind.specimen_keys):
        used.add(("kem_theo",))
    needed = _needed_keys(kind, specimen, places)
    instead: dict[KeyPath, tuple[KeyPath, ...]] = {("don_vi_soan_thao",): (("ky_hieu",), ("luu", "don_vi"))}
    if specimen.articles is not ArticleUse.ALWAYS:
        instead["noi_dung",] = (("mo_dau",),)
    return KeyUse(frozenset(used), tuple(path for path in _iter_paths() if path in needed), instead)


def find_field(path: KeyPath) -> FieldInfo:
    """Return the field of the key at `path`, which names keys only: `("nguoi_ky", "ho_ten")`.

    Raises:
        KeyError: there is no such key.
    """
    model: type[InputModel] | None = AdministrativeDocument
    for step in path[:-1]:
        model = find_inner_model(_fields_of(model)[str(step)].annotation)
    return _fields_of(model)[str(path[-1])]


def _fields_of(model: type[InputModel] | None) -> Mapping[str, FieldInfo]:
    return {alias: field for alias, _, field in iter_input_fields(model)} if model else {}


def allowed_numberings(specimen: Specimen) -> tuple[Numbering, ...]:
    """Return how the content of a document that follows `specimen` may be numbered."""
    match specimen.articles:
        case ArticleUse.ALWAYS:
            return _ARTICLES
        case ArticleUse.NEVER:
            return tuple(one for one in Numbering if one not in _ARTICLES)
        case ArticleUse.BY_CONTENT:
            return tuple(Numbering)


def default_numbering(specimen: Specimen) -> Numbering:
    """Return how the content is numbered where the input does not say."""
    if specimen.articles is ArticleUse.ALWAYS or specimen.has_authority_line:
        return Numbering.ARTICLES
    return Numbering.CLAUSES if specimen.articles is ArticleUse.NEVER else Numbering.SECTIONS


def levels_above_points(numbering: Numbering) -> int:
    """Return how many levels of parts stand above those that carry letters: 1 for "1., a)"."""
    return {
        Numbering.SECTIONS: 2,
        Numbering.CLAUSES: 1,
        Numbering.ARTICLES: 2,
        Numbering.CHAPTERS: 3,
        Numbering.PARTS: 3,
    }[numbering]


def _iter_paths(model: type[InputModel] = AdministrativeDocument, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the paths of all keys outside lists, in the order that a clerk writes them."""
    for alias, _, field in iter_input_fields(model):
        yield (*path, alias)
        inner = find_inner_model(field.annotation)
        if inner is not None and isinstance(field.annotation, type):
            yield from _iter_paths(inner, (*path, alias))


def _places_of(specimen: Specimen | None) -> frozenset[str]:
    return frozenset(place for line in (specimen.lines if specimen else ()) for place in _BRACED.findall(line))


def _needs_content(kind: DocumentKind, places: frozenset[str]) -> bool:
    """Say whether there has to be running text: in all kinds but copies and forms whose set lines say everything."""
    return not kind.is_copy and (not places or bool(places & _CONTENT_PLACES))


def _used_of_letterhead(kind: DocumentKind, specimen: Specimen) -> set[KeyPath]:
    # The day counts even where it is not printed: agencies are named as they were called on it.
    used: set[KeyPath] = {(key,) for key in (*_LETTERHEAD, "ngay")}
    if not kind.is_copy:
        used |= {(key,) for key in _MARKS}
    for condition, keys in (
        (specimen.has_number, ("so", "ky_hieu")),
        (specimen.has_place_and_date, ("dia_danh",)),
        (kind.symbol_form is SymbolForm.AGENCY_AND_UNIT, ("don_vi_soan_thao",)),
        (specimen.abstract_place is not AbstractPlace.NONE, ("trich_yeu",)),
        (kind.addressees is not AddresseeUse.NEVER, ("kinh_gui",)),
        (specimen.has_authority_line, ("tham_quyen",)),
        (specimen.filing is not None, ("noi_nhan", "luu")),
        (specimen.signature is not SignatureForm.NONE, ("nguoi_ky",)),
    ):
        used |= {(key,) for key in keys if condition}
    return used


def _needed_keys(kind: DocumentKind, specimen: Specimen, places: frozenset[str]) -> set[KeyPath]:
    needed = {_KEY_OF[place] for place in places - {_HAS_OWN_VALUE} if place in _KEY_OF}
    one_signs = specimen.signature in {SignatureForm.ONE, SignatureForm.ONE_AND_CONFIRMATION}
    two_sign = specimen.signature is SignatureForm.SECRETARY_AND_CHAIR
    conditions: tuple[tuple[bool, tuple[KeyPath, ...]], ...] = (
        (specimen.has_number, (("so",),)),
        (specimen.has_place_and_date, (("ngay",),)),
        (kind.symbol_form is SymbolForm.AGENCY_AND_UNIT, (("don_vi_soan_thao",),)),
        (specimen.abstract_place is not AbstractPlace.NONE, (("trich_yeu",),)),
        (kind.addressees is AddresseeUse.ALWAYS, (("kinh_gui",),)),
        (specimen.recitals, (("can_cu",),)),
        (_needs_content(kind, places), (("noi_dung",),)),
        ("{don_vi}" in (specimen.filing or ""), (("luu", "don_vi"),)),
        (one_signs, (("nguoi_ky", "chuc_vu"), ("nguoi_ky", "ho_ten"))),
        (two_sign, (("chi_tiet", "chu_tri"), ("chi_tiet", "thu_ky"))),
    )
    return needed.union(*(keys for condition, keys in conditions if condition))
