"""The set lines of the kinds that are forms (Mẫu 1.7 to 1.10): invitation, introduction, minutes, leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from reportgen.compose.blocks import body, punctuated_items
from reportgen.compose.letterhead import Issuer, Missings, mark_missing
from reportgen.document import Blocks, Inlines, text
from reportgen.model.administrative_parts import Particulars
from reportgen.vietnamese import official_date, short_date


def _value(value: str | None, key: str, missing: Missings) -> Inlines:
    return text(value) if value else mark_missing(("chi_tiet", key), missing)


def _day(day: date | None, key: str, missing: Missings) -> Inlines:
    return text(short_date(day)) if day else mark_missing(("chi_tiet", key), missing)


def _invitation(given: Particulars, issuer: Issuer, content: Blocks, missing: Missings) -> Blocks:
    return (
        body((*text(f"{issuer.agency.name} trân trọng kính mời: "), *_value(given.invited, "kinh_moi", missing))),
        body((*text("Tới dự "), *_value(given.event, "toi_du", missing), *text("."))),
        body((*text("Chủ trì: "), *_value(given.chair, "chu_tri", missing), *text("."))),
        body((*text("Thời gian: "), *_value(given.time, "thoi_gian", missing), *text("."))),
        body((*text("Địa điểm: "), *_value(given.location, "dia_diem", missing), *text("."))),
        *content,
    )


def _introduction(given: Particulars, issuer: Issuer, content: Blocks, missing: Missings) -> Blocks:
    until = text(official_date(given.valid_until)) if given.valid_until else None
    return (
        body(text(f"{issuer.agency.name} trân trọng giới thiệu:")),
        body((*text("Ông (bà): "), *_value(given.person, "ong_ba", missing))),
        body((*text("Chức vụ: "), *_value(given.position, "chuc_vu", missing))),
        body((*text("Được cử đến: "), *_value(given.sent_to, "den", missing))),
        body((*text("Về việc: "), *_value(given.purpose, "ve_viec", missing))),
        *content,
        body(text("Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.")),
        body(
            (
                *text("Giấy này có giá trị đến hết "),
                *(until or mark_missing(("chi_tiet", "gia_tri_den"), missing)),
                *text("."),
            )
        ),
    )


def _minutes(given: Particulars, issuer: Issuer, content: Blocks, missing: Missings) -> Blocks:
    attendance = (
        punctuated_items([text(name) for name in given.attendance])
        if given.attendance
        else (body(mark_missing(("chi_tiet", "thanh_phan"), missing)),)
    )
    end = (
        *text("Cuộc họp kết thúc vào "),
        *_value(given.time_until, "thoi_gian_ket_thuc", missing),
        *text("."),
    )
    return (
        body((*text("Thời gian bắt đầu: "), *_value(given.time, "thoi_gian", missing))),
        body((*text("Địa điểm: "), *_value(given.location, "dia_diem", missing))),
        body(text("Thành phần tham dự:")),
        *attendance,
        body((*text("Chủ trì (chủ tọa): "), *_value(given.chair, "chu_tri", missing))),
        body((*text("Thư ký (người ghi biên bản): "), *_value(given.secretary, "thu_ky", missing))),
        body(text("Nội dung:")),
        *content,
        body(end),
    )


def _leave(given: Particulars, issuer: Issuer, content: Blocks, missing: Missings) -> Blocks:
    person = _value(given.person, "ong_ba", missing)
    requested = _day(given.requested_on, "ngay_don", missing)
    start, end = _day(given.leave_from, "nghi_tu", missing), _day(given.leave_until, "nghi_den", missing)
    return (
        body((*text("Xét Đơn đề nghị nghỉ phép ngày "), *requested, *text(" của ông (bà) "), *person, *text(","))),
        body(text(f"{issuer.agency.name} cấp cho:")),
        body((*text("Ông (bà): "), *person)),
        body((*text("Chức vụ: "), *_value(given.position, "chuc_vu", missing))),
        body(
            (
                *text("Được nghỉ phép trong thời gian "),
                *_value(given.time, "thoi_gian", missing),
                *text(" kể từ ngày "),
                *start,
                *text(" đến hết ngày "),
                *end,
                *text(" tại "),
                *_value(given.location, "dia_diem", missing),
                *text("."),
            )
        ),
        *content,
        body(
            (
                *text("Số ngày nghỉ phép nêu trên được tính vào thời gian "),
                *_value(given.leave_kind, "tinh_vao", missing),
                *text("."),
            )
        ),
    )


FORMS: Mapping[str, Callable[[Particulars, Issuer, Blocks, Missings], Blocks]] = {
    "1.7": _invitation,
    "1.8": _introduction,
    "1.9": _minutes,
    "1.10": _leave,
}
"""The form of each specimen that is one: it puts its set lines around the free content."""
