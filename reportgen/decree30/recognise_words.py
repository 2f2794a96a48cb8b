"""The wording by which elements are known, tested on text whose tones, capitals and spaces may be anyone's."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reportgen.decree30.parsed import parse_date_in, parse_number_symbol
from reportgen.decree30.recognise_lines import fold, is_upper
from reportgen.vietnamese import tone_key

NATIONAL_NAME = "cong hoa xa hoi chu nghia viet nam"
MOTTO = "doc lap tu do hanh phuc"
_URGENCY = re.compile(r"(?:hoa toc(?: hen gio)?|thuong khan|khan|hoa toc .{0,30})")
_SECRECY = re.compile(r"(?:tuyet mat|toi mat|mat)")
_CIRCULATION = re.compile(r"(?:xem xong tra lai|luu hanh noi bo|tai lieu thu hoi|khong sao chup)")
_RECITAL = re.compile(
    r"(?:can cu|theo (?:de nghi|quyet dinh|nghi quyet)|thuc hien|xet|thi hanh|tren co so|sau khi|de thuc hien)\b"
)
_ENACTING = re.compile(r"(?:quyet dinh|quyet nghi|chi thi|nay quyet dinh)")
_ATTACHMENT = re.compile(r"(?:ban hanh )?kem(?: theo)?\b.*")
_AGENCY = (
    "bộ", "ủy ban", "ubnd", "hđnd", "sở", "cục", "vụ", "tổng cục", "văn phòng", "hội đồng", "trường", "trung tâm",
    "ban", "viện", "chi cục", "công ty", "tập đoàn", "tổng công ty", "phòng", "chính phủ", "thủ tướng", "học viện",
    "bệnh viện", "kho bạc", "ngân hàng", "đại học", "tòa án", "thanh tra", "đài", "quốc hội", "liên hiệp", "hội",
    "mặt trận", "tổ công tác", "thông tấn xã", "bảo hiểm", "công an", "chủ tịch", "bộ trưởng", "quân khu",
    "kiểm toán", "công đoàn", "đoàn", "đơn vị", "tên cơ quan", "tên cq", "cơ quan", "tổ chuyên gia", "thành đoàn",
)  # fmt: skip
_UNLIKE_NAMES = tuple(head for head in _AGENCY if head not in {"đoàn", "hội", "đài"})
_UNFINISHED = (" va", " cua", " cac", " ve", " cho")
_TITLES = (
    "bộ trưởng", "thứ trưởng", "chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "cục trưởng", "phó cục trưởng",
    "vụ trưởng", "phó vụ trưởng", "chánh văn phòng", "phó chánh", "thủ tướng", "phó thủ tướng", "tổng cục trưởng",
    "hiệu trưởng", "phó hiệu trưởng", "viện trưởng", "trưởng ban", "trưởng phòng", "phó trưởng", "chủ tọa", "thư ký",
    "trưởng đoàn", "tổ trưởng", "kế toán trưởng", "tổng giám đốc", "phó tổng", "chi cục trưởng", "phó chi cục trưởng",
    "bí thư", "phó bí thư", "ủy viên", "tổng thư ký", "chánh thanh tra", "thủ trưởng", "tổng kiểm toán", "người ghi",
    "đại diện", "quyền hạn", "thống đốc", "phó thống đốc", "chủ nhiệm", "phó chủ nhiệm", "trưởng", "người", "chủ trì",
    "phó viện trưởng", "chánh án", "viện kiểm sát", "tổ phó", "phó trưởng ban", "quyền", "phó tổng cục trưởng",
)  # fmt: skip
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s*\.", re.IGNORECASE)
_RANKS = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|BS|CKI{1,2}|KS|LS|NGND|NGƯT|TTND|TTƯT|AHLĐ|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng"
    r"|Đại tá|Thượng tá|Trung tá|Thiếu tá|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Ông|Bà)\.?\s*)+"
)
_SIGNED = re.compile(r"(?:da ky|chu ky.*|ky ten.*|ky va ghi ro ho ten|ky dien tu.*|ky so.*|dau|ky ghi ro ho ten)")
_FUZZY = 0.84


def is_national_name(text: str) -> bool:
    """Say whether `text` is the national name, a slip of the pen in it or not."""
    return _resembles(fold(text), NATIONAL_NAME)


def is_piece_of_national_name(text: str, before: str) -> bool:
    """Say whether `text` goes on with the national name, of which the lines `before` have been found."""
    joined = fold(f"{before} {text}")
    return is_upper(text) and (joined == NATIONAL_NAME or NATIONAL_NAME.startswith(f"{joined} "))


def is_motto(text: str) -> bool:
    """Say whether `text` is the motto, a slip of the pen in it or not."""
    return _resembles(fold(text), MOTTO)


def _resembles(text: str, wanted: str) -> bool:
    if text == wanted:
        return True
    if abs(len(text) - len(wanted)) > 6:
        return False
    matcher = SequenceMatcher(None, text, wanted, autojunk=False)
    return matcher.real_quick_ratio() >= _FUZZY and matcher.quick_ratio() >= _FUZZY and matcher.ratio() >= _FUZZY


def is_number_line(text: str) -> bool:
    """Say whether a line of a letterhead is the number and symbol, open or with faults in its signs."""
    if len(text) > 90 or is_place_date(text):
        return False
    parsed = parse_number_symbol(text)
    if parsed is None:
        return re.match(r"Số\s*:", text) is not None
    return parsed.has_word or (parsed.has_stroke and bool(parsed.groups) and is_upper(parsed.symbol.replace(" ", "")))


def is_place_date(text: str) -> bool:
    """Say whether a line is place and date, in words or figures, its parts perhaps open."""
    if len(text) > 90 or text.startswith("("):
        return False
    words = fold(text)
    if re.search(r"\bngay\b.*\bthang\b", words):
        return re.match(r"can cu|theo|kem|thuc hien|so\b", words) is None and len(words.split("ngay")[0]) <= 50
    found = parse_date_in(text)
    return found is not None and len(text) - len(found.raw) <= 40 and text.rstrip(" .").endswith(found.raw)


def is_place_before_date(text: str) -> bool:
    """Say whether a line is a place whose date goes on below: "Hà Nội,"."""
    return re.fullmatch(r"[A-ZĐ][^\d:;/]{1,40},", text) is not None and not is_upper(text)


def is_urgency(text: str) -> bool:
    """Say whether `text` is a stamp of urgency."""
    return len(text) < 45 and text[:1].isupper() and _URGENCY.fullmatch(fold(text)) is not None


def is_secrecy(text: str) -> bool:
    """Say whether `text` is a stamp of secrecy."""
    return text[:1].isupper() and _SECRECY.fullmatch(fold(text)) is not None


def is_circulation(text: str) -> bool:
    """Say whether `text` is a note on circulation."""
    return _CIRCULATION.fullmatch(fold(text)) is not None


def is_dispatch_abstract(text: str) -> bool:
    """Say whether a line of a letterhead begins the abstract of a dispatch: "V/v …"."""
    begins = re.match(r"(?:v\s?[/.]\s?v|về việc)\b", text, re.IGNORECASE) is not None
    return begins or _is_open_field(text, "trich yeu")


def is_addressees(text: str) -> bool:
    """Say whether `text` begins with "Kính gửi"."""
    return re.match(r"kinh gui\b", fold(text)) is not None


def is_recital(text: str) -> bool:
    """Say whether `text` begins as a recital does: "Căn cứ", "Theo đề nghị", "Thực hiện" …."""
    return _RECITAL.match(fold(text)) is not None


def is_enacting(text: str) -> bool:
    """Say whether `text` is the words of decision alone: "QUYẾT ĐỊNH:"."""
    return len(text) < 30 and _ENACTING.fullmatch(fold(text)) is not None


def is_attachment(text: str) -> bool:
    """Say whether `text` begins as "(Kèm theo …" does."""
    words = fold(text)
    return _ATTACHMENT.fullmatch(words) is not None and (text.lstrip().startswith("(") or len(text) < 250)


def begins_agency(text: str) -> bool:
    """Say whether a line begins with the head word of an agency's name: "BỘ", "SỞ", "ỦY BAN"."""
    return _begins_with(text, _AGENCY) and not _begins_with(text, ("ban hành",))


def _begins_with(text: str, heads: tuple[str, ...]) -> bool:
    """Say whether `text` begins with one of these words, tones and all: "Vũ" is a name, "vụ" an agency."""
    words = " ".join(re.findall(r"\w+", tone_key(text).lower()))
    return any(words == head or words.startswith(f"{head} ") for head in heads)


def begins_place(text: str) -> bool:
    """Say whether a line goes on with the name of a people's committee or council: "TỈNH LÀO CAI"."""
    return _begins_with(text, ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"))


def is_unfinished(text: str) -> bool:
    """Say whether a line of a name has to go on: it ends with "VÀ", or is a head word alone."""
    words = fold(text)
    return (
        words in {"bo", "so", "uy ban", "cuc", "ban"} or words.endswith(_UNFINISHED) or text.endswith((",", "-", "&"))
    )


def is_distribution(text: str) -> bool:
    """Say whether `text` begins with "Nơi nhận"."""
    return re.match(r"noi nhan\b", fold(text)) is not None and len(text) < 60


def is_filing(text: str) -> bool:
    """Say whether `text` is the filing line: "- Lưu: VT, …"."""
    return re.match(r"[-–—•+]?\s*lưu\b\s*(?:[:;,.]|VT|văn thư)", text, re.IGNORECASE) is not None


def is_authority(text: str) -> bool:
    """Say whether `text` is a signer's authority: "TM. ỦY BAN NHÂN DÂN", "KT. BỘ TRƯỞNG"."""
    if len(text) >= 120 or (match := _AUTHORITY.match(text)) is None:
        return False
    return is_upper(text) or is_title(text) or begins_agency(text[match.end() :].strip())


def is_title(text: str) -> bool:
    """Say whether `text` begins with a signer's title, his authority before it or not: "KT. Cục trưởng"."""
    without_authority = _AUTHORITY.sub("", text, count=1)
    return len(text) < 120 and (_begins_with(without_authority, _TITLES) or _is_open_field(text, "chuc vu"))


def _is_open_field(text: str, *names: str) -> bool:
    """Say whether `text` is a place left to fill in, as forms and drafts have it: "[Thiếu: chức vụ người ký]"."""
    inside = text.startswith(("[", "(", "<", "{")) or fold(text) in names
    return inside and any(name in fold(text) for name in names)


def is_signature(text: str) -> bool:
    """Say whether `text` stands for a signature: "(Đã ký)", "(Chữ ký, dấu)"."""
    return len(text) < 120 and _SIGNED.fullmatch(fold(text)) is not None


def is_person(text: str) -> bool:
    """Say whether `text` is the name of a person, a rank or degree before it or not; or the place left for it."""
    if _is_open_field(text, "ho ten", "ho va ten", "thu ky", "chu tri"):
        return True
    words = _RANKS.sub("", text).split()
    if not 2 <= len(words) <= 6 or is_title(text) or _begins_with(text, _UNLIKE_NAMES):
        return False
    return all(word.isalpha() and word[0].isupper() and (word[1:].islower() or len(word) == 1) for word in words)
