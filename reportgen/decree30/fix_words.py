"""What a line says once its punctuation, spaces, zeros and letters' form are mended; never another word.

Each mending is named as rules name it (`sua_duoc`) and gives the text of the paragraph, the same if it does not know
what to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from reportgen.decree30.finding import Finding

Mend = Callable[[str, Finding], str]

MOTTO = "Độc lập - Tự do - Hạnh phúc"
_LETTERS = re.compile(r"[^\W\d_]+")
_AUTHORITY = re.compile(r"^(\s*)(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[.:]?\s*(?=\S)")
_SPACING: Mapping[str, str] = {"CHU-CACH-SAU-DAU": r"\g<0> ", "CHU-HAI-CACH": " "}
_LEVELS: Mapping[str, str] = {
    "DIEU-DAU-CHAM": r"^(\s*Điều \d+)\s*[:)./-]*\s*",
    "KHOAN-DAU-CHAM": r"^(\s*\d+)\s*[:)./-]*\s*",
    "DIEM-NGOAC": r"^(\s*\w)\s*[:)./-]*\s*",
    "MUC-LM-DAU-CHAM": r"^(\s*[IVXLC]+)\s*[:)./-]*\s*",
}


def _compose(text: str, _: Finding) -> str:
    return unicodedata.normalize("NFC", text)


def _space(text: str, finding: Finding) -> str:
    pattern = finding.rule.parameters.get("mau")
    return re.sub(pattern, _SPACING.get(finding.rule.id, ""), text) if isinstance(pattern, str) else text


def _motto(text: str, _: Finding) -> str:
    same = [word.casefold() for word in _LETTERS.findall(text)] == [
        word.casefold() for word in _LETTERS.findall(MOTTO)
    ]
    return MOTTO if same else text


def _about(text: str, _: Finding) -> str:
    return re.sub(r"^\s*(?:[Vv]\s*/\s*[Vv]|Về việc)\s*:?\s*", "V/v ", text)


def _end(text: str, finding: Finding) -> str:
    """Put the sign that has to stand at the end, or none."""
    bare = text.rstrip().rstrip(".,;:").rstrip()
    if finding.rule.id == "LUU-DAU-CHAM":
        return f"{bare}."
    return f"{bare}{finding.values.get('expected', '')}"


def _number(text: str, finding: Finding) -> str:
    mendings = {
        "SO-CHU": (r"^(\s*)[Ss][Ốố](?=[\s:])", r"\1Số"),
        "SO-HAI-CHAM": (r"^(\s*Số)\s*[.;]?\s*", r"\1: "),
        "SO-KHONG": (r"(?<!\d)(\d)(?=\s*/)", r"0\1"),
        "SO-THUA-KHONG": (r"(?<!\d)0+(\d{2,})(?=\s*/)", r"\1"),
        "SO-GACH-CHEO": (r"^(\s*Số:\s*\d+)\s*[-–]\s*", r"\1/"),
        "KY-HIEU-GACH-NOI": (r"(?<=\w)\s*[-–—]\s*(?=\w)", "-"),
    }
    pattern, new = mendings[finding.rule.id]
    return re.sub(pattern, new, text, count=0 if finding.rule.id == "KY-HIEU-GACH-NOI" else 1)


def _day(text: str, finding: Finding) -> str:
    if finding.rule.id == "DIA-DANH-PHAY":
        return re.sub(r"^(\s*\S.*?)\s*[;.:]?\s+(?=ngày\b)", r"\1, ", text, count=1)
    if finding.rule.id == "NGAY-SO-KHONG":
        padded = re.sub(r"\bngày (\d)(?=\s)", r"ngày 0\1", text, count=1)
        return re.sub(r"\btháng ([12])(?=\s)", r"tháng 0\1", padded, count=1)
    if finding.rule.id == "THANG-THUA-KHONG":
        return re.sub(r"\btháng 0([3-9])\b", r"tháng \1", text, count=1)
    return re.sub(r"(?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})", _written_day, text, count=1)


def _written_day(match: re.Match[str]) -> str:
    day, month = int(match[1]), int(match[2])
    return (
        f"ngày {day:02d} tháng {month:02d} năm {match[3]}"
        if month < 3
        else f"ngày {day:02d} tháng {month} năm {match[3]}"
    )


def _mark(text: str, finding: Finding) -> str:
    return re.sub(_LEVELS[finding.rule.id], rf"\g<1>{finding.values.get('expected', '')} ", text, count=1)


def _article(text: str, _: Finding) -> str:
    return re.sub(r"^(\s*)điều(?=\s+\d)", r"\1Điều", text, count=1, flags=re.IGNORECASE)


def _end_mark(text: str, _: Finding) -> str:
    bare = re.sub(r"[./,;:\s]+$", "", text)
    return f"{bare}./."


def _addressed(text: str, finding: Finding) -> str:
    if finding.rule.id == "KINH-GUI-CHU":
        return re.sub(r"^(\s*)kính gửi", r"\1Kính gửi", text, count=1, flags=re.IGNORECASE)
    rest = re.sub(r"^\s*Kính gửi\s*[:;.]?\s*", "", text)
    return f"Kính gửi: {rest}".rstrip() if rest != text else text


def _dash(text: str, _: Finding) -> str:
    return "- " + re.sub(r"^\s*[-–—+*•]*\s*", "", text)


def _distribution(text: str, _: Finding) -> str:
    return re.sub(r"^(\s*Nơi nhận)\s*[.;]?\s*$", r"\1:", text)


def _filing(text: str, _: Finding) -> str:
    return re.sub(r"^(\s*[-–]?\s*Lưu)\s*[.;,]?\s*(?!:)", r"\1: ", text, count=1)


def _authority(text: str, _: Finding) -> str:
    return _AUTHORITY.sub(lambda match: f"{match[1]}{match[2].replace('/', '')}. ", text, count=1)


MENDS_OF_WORDS: Mapping[str, Mend] = {
    "unicode_dung_san": _compose,
    "khoang_trang": _space,
    "tieu_ngu": _motto,
    "v_v": _about,
    "dau_cuoi": _end,
    "so_ky_hieu": _number,
    "dia_danh_ngay": _day,
    "dau_sau_so": _mark,
    "dieu_chu": _article,
    "dau_ket_thuc": _end_mark,
    "kinh_gui": _addressed,
    "gach_dau_dong": _dash,
    "noi_nhan": _distribution,
    "dong_luu": _filing,
    "quyen_han": _authority,
}
SAFE_IN_SHARED = frozenset({"unicode_dung_san", "khoang_trang"})
"""What may be mended in a paragraph that several elements share."""
