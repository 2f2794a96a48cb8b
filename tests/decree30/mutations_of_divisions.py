"""Faults of parts, chapters, sections, articles, clauses and points: their numbers, signs and titles."""

# ruff: noqa: E501, N817  (a table: one kind of fault to a line, and short names in it)

from __future__ import annotations

import re
from random import Random

from lxml import etree

from reportgen.decree30.checks.base import CAPITAL_LETTERS
from reportgen.decree30.elements import Element
from tests.decree30.editable import Editable, rewrite, text_of
from tests.decree30.placed import Placed, at
from tests.decree30.seeders import Chooser, of, words
from tests.decree30.seeders import Mutation as M

_CLAUSE, _POINT, _ARTICLE = of(Element.CLAUSE, part=None), of(Element.POINT, part=None), of(Element.ARTICLE)
_PART, _SECTION = of(Element.PART, part=None), of(Element.SECTION, part=None)


def _as_title(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _one_more(match: re.Match[str]) -> str:
    return str(int(match.group()) + 1)


def _one_less(match: re.Match[str]) -> str:
    return str(int(match.group()) - 1)


def _in_chapters(pattern: str) -> Chooser:
    """Choose among the articles of texts that have chapters."""

    def choose(doc: Editable) -> list[etree._Element]:
        parts = {found.part for found in doc.document.all(Element.PART) if found.text.startswith("Chương")}
        articles = [one for part in sorted(parts) for one in doc.of(Element.ARTICLE, part=part)]
        return [one for one in articles if re.search(pattern, text_of(one))]

    return choose


def _untitled(doc: Editable, random: Random) -> Placed | None:
    """Take the title below the number of a part or chapter away."""
    titled = [found for found in doc.document.all(Element.PART) if len(found.paragraphs) == 2]
    if not titled:
        return None
    number, title = (doc.markup(one) for one in random.choice(titled).paragraphs)
    rewrite(title, r"(?s).+", "")
    return at(number)


DIVISIONS: tuple[M, ...] = (
    M("khoan_nhay", "khoản nhảy số", ("KHOAN-THU-TU",), words(_CLAUSE, r"^[2-9](?=\. )", _one_more)),
    M("khoan_lap", "khoản trùng số", ("KHOAN-THU-TU",), words(_CLAUSE, r"^[2-9](?=\. )", _one_less)),
    M("diem_dd", "điểm thiếu đ", ("DIEM-THU-TU", "DIEM-CHU-CAI"), words(_POINT, r"^đ(?=\))", "e")),
    M("diem_la", "điểm có chữ w", ("DIEM-CHU-CAI",), words(_POINT, r"^c(?=\))", "w")),
    M("diem_nhay", "điểm nhảy chữ", ("DIEM-THU-TU",), words(_POINT, r"^b(?=\))", "c")),
    M("diem_cham", "điểm có dấu chấm thay ngoặc", ("DIEM-NGOAC",), words(_POINT, r"^(\w)\)", r"\1.")),
    M("khoan_ngoac", "khoản có ngoặc thay dấu chấm", ("KHOAN-DAU-CHAM",), words(_CLAUSE, r"^(\d+)\.", r"\1)")),
    M("dieu_lap", "điều trùng số", ("DIEU-THU-TU",), words(_ARTICLE, r"(?<=^Điều )[2-9]", _one_less)),
    M("dieu_nhay", "điều nhảy số", ("DIEU-THU-TU",), words(_ARTICLE, r"(?<=^Điều )[2-9]", _one_more)),
    M("dieu_hai_cham", "sau số điều là dấu hai chấm", ("DIEU-DAU-CHAM",), words(_ARTICLE, r"^(Điều \d+)\.", r"\1:")),
    M("dieu_hoa", "chữ ĐIỀU in hoa", ("DIEU-CHU",), words(_ARTICLE, r"^Điều", "ĐIỀU")),
    M("dieu_la_ma", "điều đánh số La Mã", ("MUC-A-RAP",), words(_ARTICLE, r"(?<=^Điều )2(?=\.)", "II")),
    M("dieu_khong_ten", "điều trong chương không có tiêu đề", ("DIEU-CO-TEN",), words(_in_chapters(r"^Điều \d\. "), r"(?<=^Điều \d\. ).+$", "Các đơn vị thuộc Bộ thực hiện theo Quy chế này.")),
    M("chuong_nhay", "chương nhảy số", ("CHUONG-THU-TU",), words(_PART, r"^Chương II$", "Chương IV")),
    M("chuong_a_rap", "chương đánh số Ả Rập", ("CHUONG-LA-MA",), words(_PART, r"^Chương II$", "Chương 2")),
    M("chuong_hoa", "chữ CHƯƠNG in hoa", ("CHUONG-TU",), words(_PART, r"^Chương(?= )", "CHƯƠNG")),
    M("chuong_mot_dong", "chương và tiêu đề trên một dòng", ("CHUONG-TIEU-DE",), words(_PART, r"^(Chương|Phần) (I+)$", r"\1 \2. QUY ĐỊNH CHUNG")),
    M("chuong_ten_thuong", "tiêu đề của chương chữ thường", ("CHUONG-TEN-HOA",), words(_PART, rf"^[{CAPITAL_LETTERS}]{{2}}.+", _as_title)),
    M("chuong_khong_ten", "chương, phần không có tiêu đề", ("CHUONG-CO-TEN",), _untitled),
    M("phan_nhay", "phần nhảy số", ("PHAN-THU-TU",), words(_PART, r"^Phần II$", "Phần III")),
    M("muc_nhay", "mục La Mã nhảy số", ("MUC-LM-THU-TU",), words(_SECTION, r"^II\.", "III.")),
    M("muc_gach", "sau số La Mã của mục là gạch chéo", ("MUC-LM-DAU-CHAM",), words(_SECTION, r"^(I+)\.", r"\1/")),
    M("muc_thuong", "tiêu đề của mục chữ thường", ("MUC-LM-HOA",), words(_SECTION, rf"(?<=\. )[{CAPITAL_LETTERS}]{{2}}.+", _as_title)),
)  # fmt: skip
