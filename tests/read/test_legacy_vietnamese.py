import unicodedata

import pytest

from reportgen.read.data_files import data_folder, load_index_set, load_register
from reportgen.read.indicator_data import read_indicator_data
from reportgen.read.legacy_vietnamese import convert_legacy, recognise_legacy

# Written out of the tables that were in use then, not made by the code under test.
TCVN3 = "Thµnh phè Hå ChÝ Minh, §¾k L¾k, B¾c K¹n, Thõa Thiªn HuÕ, Qu¶ng Ng·i, NghÖ An, CÇn Th¬, L¹ng S¬n".encode(
    "latin-1"
)
VNI = "Thaønh phoá Hoà Chí Minh, Ñaék Laék, Baéc Kaïn, Thöøa Thieân Hueá, Quaûng Ngaõi, Ngheä An, Caàn Thô, Laïng Sôn"
TEXT = "Thành phố Hồ Chí Minh, Đắk Lắk, Bắc Kạn, Thừa Thiên Huế, Quảng Ngãi, Nghệ An, Cần Thơ, Lạng Sơn"


def with_tones_apart(text: str) -> str:
    """Windows-1258 has the vowels ă, â, ê, ô, ơ, ư in one byte, and a tone mark in a byte after its vowel."""
    written = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        vowel = "".join(mark for mark in parts if mark not in tone)
        written.append(unicodedata.normalize("NFC", vowel) + tone)
    return "".join(written)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TCVN3, "TCVN3 (ABC)"),
        (VNI.encode("cp1252"), "VNI"),
        (with_tones_apart(TEXT).encode("cp1258"), "Windows-1258"),
    ],
)
def test_names_in_old_encodings_become_unicode(data: bytes, encoding: str) -> None:
    assert convert_legacy(data, encoding) == TEXT
    assert recognise_legacy(data) == (encoding, TEXT)


@pytest.mark.parametrize(
    "data", ["Café, Zürich, Göteborg, naïve".encode("cp1252"), b"plain", "Łódź".encode("cp1250")]
)
def test_text_of_other_languages_is_not_taken_for_vietnamese(data: bytes) -> None:
    assert recognise_legacy(data) is None


@pytest.mark.parametrize(("data", "encoding"), [(b"\xff", "TCVN3 (ABC)"), (b"\xa9", "VNI"), (b"\x81", "VNI")])
def test_a_byte_without_a_meaning_makes_no_text(data: bytes, encoding: str) -> None:
    assert convert_legacy(data, encoding) is None


def test_an_unknown_encoding_makes_no_text() -> None:
    assert convert_legacy(b"abc", "VISCII") is None


def test_the_real_table_of_2022_reads_the_same_from_every_encoding() -> None:
    path = data_folder("samples") / "dti_2022" / "dti_2022_cap_tinh.csv"
    text = path.read_text(encoding="utf-8")
    read = [
        read_indicator_data(
            data, path.name, index_set=load_index_set("dti_cap_tinh_922"), year=2022, register=load_register()
        )
        for data in (text.encode(), text.encode("utf-16"), with_tones_apart(text).encode("cp1258"), to_tcvn3(text))
    ]
    tables = [data.measurements for data, _ in read if data is not None]
    assert len(tables) == 4
    assert all(table == tables[0] for table in tables)
    assert [[problem.code for problem in problems] for _, problems in read] == [[], [], ["DL102"], ["DL102"]]


def to_tcvn3(text: str) -> bytes:
    letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ"
    written = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢£¤¥¦§"
    return text.translate(str.maketrans(letters, written)).encode("latin-1")


def to_vni(text: str) -> bytes:
    marks = dict(zip("\u0300\u0301\u0309\u0303\u0323", "øùûõï", strict=True))
    with_circumflex = {"\u0302": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
    with_breve = {"\u0306": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
    alone = dict(zip("đơưìíỉĩịỵĐƠƯÌÍỈĨỊỴ", "ñôöìíæóòîÑÔÖÌÍÆÓÒÎ", strict=True))
    written = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in alone:
            written.append(alone[letter])
            continue
        vowel, *found = list(unicodedata.normalize("NFD", letter))
        if "\u0302" in found or "\u0306" in found:
            table = with_circumflex if "\u0302" in found else with_breve
            written.append(vowel + table[next((one for one in found if one in marks), found[0])])
        else:
            horned = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[vowel] if "\u031b" in found else vowel
            written.append(horned + "".join(marks[one] for one in found if one in marks))
    return "".join(written).encode("cp1252")
