"""Mending: what is safe goes, what is not stays, the words stay the same, and mending twice changes nothing more."""

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reportgen.decree30 import fix
from reportgen.decree30.check import CheckReport, check_document
from reportgen.decree30.fix import FixResult, fix_document, is_mendable
from reportgen.decree30.rules import load_rules
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems
from reportgen.production.form import agency_names
from tests.conftest import AssertValid
from tests.decree30.changed import DECISION, LETTER, sample_docx
from tests.decree30.editable import Editable
from tests.decree30.mutations import MUTATIONS
from tests.decree30.seeding import invented_documents

MENDED = (
    "kho_giay", "le_trai", "le_phai", "so_trang_dau", "so_trang_tu_5", "so_trang_phai", "so_trang_nho",
    "phong", "mau",
    "to_hop", "hai_cach", "cach_truoc", "thieu_cach", "trong_ngoac", "quoc_hieu_co", "quoc_hieu_dam", "tieu_ngu_hoa",
    "tieu_ngu_gach", "co_quan_canh", "trich_yeu_cham",
    "tieu_ngu_ke_dai", "co_quan_ke_dai",
    "ngay_dung", "noi_dung_co", "noi_dung_canh", "lui_dong",
    "cach_dong", "can_cu_dung", "so_khong", "so_hai_cham", "so_in_hoa", "so_gach", "ky_hieu_cach", "dia_danh_phay",
    "ngay_khong", "thang_mot", "thang_thua", "ngay_so", "kinh_gui_hoa", "kinh_gui_gach", "kinh_gui_phay",
    "noi_nhan_gach", "noi_nhan_phay",
    "luu_cham", "luu_hai_cham", "kt_cham", "can_cu_cuoi",
    "diem_cham", "khoan_ngoac", "dieu_hai_cham", "dieu_hoa",
)  # fmt: skip
LEFT = ("hoa_co_quan", "ho_ten_hoa", "khoan_nhay", "kem_so", "thieu_so", "ty_le", "ky_hieu_loai", "so_trang_mat")


KINDS = ("quyet_dinh_quy_che", "ke_hoach_bang", "giay_moi", "quyet_dinh", "bien_ban")
BY_KEY = {mutation.key: mutation for mutation in MUTATIONS}


@pytest.fixture(scope="module", autouse=True)
def _check_a_file_once() -> Iterator[None]:
    """Keep the check of each file: the same bytes are checked after a mending and before the next one."""
    known: dict[bytes, CheckReport] = {}

    def check_once(data: bytes, file: str, **settings: Any) -> CheckReport:  # noqa: ANN401
        if data not in known:
            known[data] = check_document(data, file, **settings)
        return known[data]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fix, "check_document", check_once)
        yield


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Short documents that have room for every fault between them."""
    return {**invented_documents(tmp_path_factory.mktemp("inputs"), KINDS), LETTER: sample_docx(LETTER)}


def seed(data: bytes, name: str, key: str, random: Random) -> bytes | None:
    """Return a document with the fault `key` at a place by chance; `None` if it has no room for it."""
    copy = Editable(data, name)
    return None if BY_KEY[key].seed(copy, random) is None else copy.file.to_bytes()


def spoil(key: str, documents: Mapping[str, bytes]) -> bytes:
    for name, data in sorted(documents.items()):
        spoilt = seed(data, name, key, Random(key))  # noqa: S311  (a place, not a secret)
        if spoilt is not None:
            return spoilt
    pytest.fail(f"no document has room for {key}")


def spoil_much(name: str, data: bytes, keys: Iterable[str], random: Random) -> tuple[bytes, Sequence[str]]:
    """Return a document with one fault after the other, and the keys of those that it had room for."""
    seeded = []
    for key in keys:
        spoilt = seed(data, f"{name} {key}", key, random)
        if spoilt is not None:
            data = spoilt
            seeded.append(key)
    return data, seeded


def mend(data: bytes, *, tracked: bool = False) -> FixResult:
    return fix_document(data, "thư.docx", tracked=tracked, names=agency_names())


def assert_mended_for_good(result: FixResult, *, tracked: bool) -> None:
    """Hold a mended file to this: nothing mendable is left, and mending it again changes nothing."""
    assert [(one.rule.id, one.excerpt) for one in result.after.findings if is_mendable(one)] == []
    again = mend(result.data, tracked=tracked)
    assert again.data == result.data
    assert again.mended == ()


def words_of(data: bytes) -> Sequence[str]:
    """Return the words alone: no signs, no figures, no capitals; the "V/v" and "Số" of forms are words too."""
    text = " ".join(one.text for one in read_word(data, "thư.docx").paragraphs)
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).casefold())


@pytest.mark.parametrize("key", MENDED)
def test_a_fault_that_is_safe_to_mend_is_mended_for_good(key: str, documents: dict[str, bytes]) -> None:
    spoilt = spoil(key, documents)
    for tracked in (False, True):
        result = mend(spoilt, tracked=tracked)
        assert {finding.rule.id for finding in result.mended} & set(BY_KEY[key].rules)
        assert_mended_for_good(result, tracked=tracked)
        if key != "ngay_so":
            assert words_of(result.data) == words_of(spoilt)


@pytest.mark.parametrize("seed", range(3))
def test_many_faults_at_once_are_mended_for_good(seed: int, documents: dict[str, bytes]) -> None:
    random = Random(seed)  # noqa: S311  (a place, not a secret)
    name = random.choice(sorted(documents))
    keys = random.sample([key for key in MENDED if key != "ngay_so"], 10)
    spoilt, seeded = spoil_much(name, documents[name], keys, random)
    for tracked in (False, True):
        result = mend(spoilt, tracked=tracked)
        assert len(result.mended) >= len(seeded) - 1 > 2
        assert_mended_for_good(result, tracked=tracked)
        assert words_of(result.data) == words_of(spoilt)
        # The list of what was done has each mended finding of the file as it was, and none is left in the mended one.
        left = {(one.rule.id, one.span) for one in result.after.findings}
        assert [one for one in result.mended if (one.rule.id, one.span) in left] == []


@pytest.mark.parametrize("tracked", [False, True])
def test_a_file_with_every_kind_of_mending_is_valid(
    tracked: bool, documents: dict[str, bytes], assert_valid_docx: AssertValid
) -> None:
    mended = set()
    for name in ("thu/quyet_dinh_quy_che", LETTER):
        spoilt, _ = spoil_much(name, documents[name], MENDED, Random(0))  # noqa: S311
        result = mend(spoilt, tracked=tracked)
        mended |= {finding.rule.fix for finding in result.mended}
        assert_valid_docx(result.data)
    assert mended == {rule.fix for key in MENDED for rule in load_rules() if rule.id in BY_KEY[key].rules} - {None}


def test_an_address_at_the_foot_of_the_page_keeps_nothing_from_being_mended(documents: dict[str, bytes]) -> None:
    """Paragraphs of footers are numbered by themselves: one of the body with the same number is another."""
    spoilt = seed(documents[LETTER], LETTER, "quoc_hieu_co", Random(0))  # noqa: S311
    assert spoilt is not None
    result = mend(spoilt)
    assert [one.rule.id for one in result.mended] == ["QUOC-HIEU-CO"]
    assert [one.rule.id for one in result.after.findings if is_mendable(one)] == []


@pytest.mark.parametrize("key", LEFT)
def test_a_fault_in_the_words_or_facts_is_left(key: str, documents: dict[str, bytes]) -> None:
    spoilt = spoil(key, documents)
    result = mend(spoilt)
    assert result.data == spoilt
    assert not result.is_changed
    assert result.after.findings == result.before.findings


@pytest.mark.parametrize("name", [LETTER, DECISION])
def test_a_clean_document_stays_as_it_is(name: str) -> None:
    assert mend(sample_docx(name)).data == sample_docx(name)


def test_tracked_changes_keep_what_was_there(documents: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(mend(spoil("so_khong", documents), tracked=True).data)) as package:
        body = package.read("word/document.xml").decode()
    assert re.search(r'<w:ins [^>]*w:author="reportgen"[^>]*>.*?0</w:t>', body)
    with zipfile.ZipFile(BytesIO(mend(spoil("quoc_hieu_co", documents), tracked=True).data)) as package:
        body = package.read("word/document.xml").decode()
    assert re.search(r'<w:rPrChange [^>]*><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrChange>', body)


def test_a_signed_file_is_never_mended(documents: dict[str, bytes]) -> None:
    data = BytesIO(spoil("so_khong", documents))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    with pytest.raises(InputProblems) as refused:
        mend(data.getvalue())
    assert [problem.code for problem in refused.value.problems] == ["TT301"]


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblems):
        mend(b"not a file")
