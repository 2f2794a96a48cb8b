from __future__ import annotations

import re

import pytest

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_keys import (
    allowed_numberings,
    default_numbering,
    find_field,
    find_key_use,
    find_specimen,
    levels_above_points,
)
from reportgen.model.administrative_parts import IssuedText, Numbering
from reportgen.model.document_kinds import DocumentKind
from reportgen.read.data_files import load_document_kinds

KINDS = load_document_kinds()
FROM_LETTERHEAD_OR_CONTENT = {"co_quan", "trich_yeu", "noi_dung", "luu_y", "phut", "ngay"}
"""Places of the specimens that have no key of their own: the minute and day of an hour stand with it."""


@pytest.mark.parametrize("kind", KINDS.documents, ids=lambda kind: kind.key)
def test_every_place_of_a_specimen_is_a_key_that_its_kinds_need(kind: DocumentKind) -> None:
    specimen = find_specimen(kind, KINDS, None)
    places = {place for line in specimen.lines for place in re.findall(r"\{([a-z_]+)\}", line)}
    of_letterhead = FROM_LETTERHEAD_OR_CONTENT | {"noi_nhan_dien", "co_quan_hoac_chuc_danh"}
    details = [path for path in find_key_use(kind, KINDS, specimen).needed if path[0] == "chi_tiet"]
    assert len(details) == len(places - of_letterhead)


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.key)
def test_what_is_needed_is_used_and_is_a_key_of_the_model(kind: DocumentKind) -> None:
    use = find_key_use(kind, KINDS, find_specimen(kind, KINDS, None))
    for path in use.needed:
        assert use.uses(path)
        assert find_field(path).title
    for others in use.instead.values():
        for other in others:
            assert find_field(other).title


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.key)
def test_the_default_numbering_is_one_of_those_allowed(kind: DocumentKind) -> None:
    specimen = find_specimen(kind, KINDS, None)
    assert default_numbering(specimen) in allowed_numberings(specimen)


@pytest.mark.parametrize(
    ("key", "numbering"),
    [
        ("quyet_dinh", Numbering.ARTICLES),
        ("nghi_quyet", Numbering.ARTICLES),
        ("ke_hoach", Numbering.SECTIONS),
        ("cong_van", Numbering.CLAUSES),
        ("giay_moi", Numbering.CLAUSES),
    ],
)
def test_each_kind_has_its_usual_numbering(key: str, numbering: Numbering) -> None:
    assert default_numbering(find_specimen(KINDS.get(key), KINDS, None)) is numbering


@pytest.mark.parametrize(
    ("numbering", "levels"),
    [("muc", 2), ("khoan", 1), ("dieu", 2), ("chuong", 3), ("phan", 3)],
)
def test_points_stand_below_clauses_in_every_numbering(numbering: str, levels: int) -> None:
    assert levels_above_points(Numbering(numbering)) == levels


def test_a_decision_that_issues_a_text_follows_the_indirect_specimen() -> None:
    kind = KINDS.get("quyet_dinh")
    direct = AdministrativeDocument(loai="quyet_dinh", co_quan="BTTTT")
    indirect = direct.model_copy(update={"issued_texts": (IssuedText(),)})
    assert find_specimen(kind, KINDS, direct).key == "1.2"
    assert find_specimen(kind, KINDS, indirect).key == "1.3"


def test_an_unknown_key_has_no_field() -> None:
    with pytest.raises(KeyError):
        find_field(("nguoi_ky", "tuoi"))
