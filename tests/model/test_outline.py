from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.agencies import AgencyRegister
from reportgen.model.outline import Outline

MERGED_ON = date(2025, 3, 1)


def agency(code: str, name: str, **changes: object) -> dict[str, Any]:
    required = {"ma": code, "ten": name, "ten_ngan": name, "ky_hieu": code, "nhom": "bo"}
    return {**required, "dia_danh": "Hà Nội", "thu_truong": "Bộ trưởng", **changes}


REGISTER = AgencyRegister.model_validate(
    {
        "co_quan": [
            agency("BD", "Bộ Đường", hieu_luc_den=date(2025, 2, 28), ke_thua=["BN"]),
            agency("BN", "Bộ Nhà"),
            agency("BS", "Ủy ban Sông", hieu_luc_den=date(2025, 2, 28)),
            agency("BS", "Bộ Sông", hieu_luc_tu=MERGED_ON),
        ]
    }
)


def outline(*items: dict[str, Any]) -> Outline:
    document = {"ten_loai": "Quyết định", "so_ky_hieu": "1/QĐ-BN", "ngay": date(2020, 6, 3), "co_quan": "BN"}
    document["trich_yeu"] = "phê duyệt"
    return Outline.model_validate(
        {
            "khoa": "bao_cao",
            "ban_hanh_kem_theo": document,
            "phu_luc": "I",
            "can_cu": document,
            "tieu_de": "BÁO CÁO",
            "trich_yeu": "Tình hình",
            "tinh_den": "12/2020",
            "muc": items,
        }
    )


TASKS = outline(
    {
        "khoa": "rieng",
        "so": "I",
        "tieu_de": "Nhiệm vụ (tính đến {tinh_den})",
        "nguyen_van": "Nhiệm vụ vụ (tính đến 12/2020):",
        "nhiem_vu": [
            {"co_quan": ["BD"], "ten_in": "Bộ Đường", "trich_dan": "điểm đ, khoản 2, 5 Mục IV Điều 1"},
            {"co_quan": ["BN", "BS"], "ten_in": "BN, Ủy ban Sông", "trich_dan": "khoản 17 Điều 2"},
        ],
    }
)


def test_a_line_for_several_bodies_gives_each_its_task() -> None:
    given = [(task.agency_code, str(task.citation)) for task in TASKS.special_tasks]
    assert given == [
        ("BD", "điểm đ, khoản 2, 5 Mục IV Điều 1"),
        ("BN", "khoản 17 Điều 2"),
        ("BS", "khoản 17 Điều 2"),
    ]


def test_a_task_is_split_into_the_single_provisions_that_it_cites() -> None:
    provisions = [(p.article, p.section, p.clause, p.point) for p in TASKS.special_tasks[0].provisions]
    assert provisions == [(1, 4, 2, "đ"), (1, 4, 5, None)]


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("BN", date(2025, 2, 28), [("Bộ Nhà", "khoản 17 Điều 2", False)]),
        (
            "BN",
            MERGED_ON,
            [("Bộ Nhà", "khoản 17 Điều 2", False), ("Bộ Đường", "điểm đ, khoản 2, 5 Mục IV Điều 1", True)],
        ),
        ("BS", MERGED_ON, [("Ủy ban Sông", "khoản 17 Điều 2", False)]),
    ],
)
def test_a_merged_body_does_its_own_tasks_and_those_it_inherited(
    code: str, day: date, expected: list[tuple[str, str, bool]]
) -> None:
    tasks = TASKS.tasks_of(code, REGISTER, day)
    assert [(t.given_to, str(t.task.citation), t.is_inherited) for t in tasks] == expected


def test_a_title_takes_the_period_of_the_round_and_keeps_its_printed_wording() -> None:
    (item,) = TASKS.items
    assert item.title_for("6/2025") == "Nhiệm vụ (tính đến 6/2025)"
    assert item.printed_title == "Nhiệm vụ vụ (tính đến 12/2020):"


def test_items_are_walked_in_order_and_found_by_key() -> None:
    inner = {"khoa": "a.b", "so": "1", "tieu_de": "B", "muc": [{"khoa": "a.c", "so": "a", "tieu_de": "C"}]}
    tree = outline(
        {"khoa": "a", "so": "I", "tieu_de": "A", "muc": [inner]}, {"khoa": "d", "so": "II", "tieu_de": "D"}
    )
    assert [item.key for item in tree.items] == ["a", "a.b", "a.c", "d"]
    found = tree.find("a.c")
    assert found is not None
    assert (found.title, found.printed_title) == ("C", "C")
    assert tree.find("a.z") is None


@pytest.mark.parametrize(
    ("items", "fault"),
    [
        ([{"khoa": "a", "so": "I", "tieu_de": "A"}] * 2, "trùng khoa `a`"),
        ([{"khoa": "a", "so": "I", "tieu_de": "A {ten_la}"}], "`{ten_la}`"),
        ([{"khoa": "Mục A", "so": "I", "tieu_de": "A"}], "should match pattern"),
        ([{"khoa": "a", "so": "I", "tieu_de": "A", "la": 1}], "Extra inputs"),
        ([], "at least 1 item"),
        (
            [
                {
                    "khoa": "a",
                    "so": "I",
                    "tieu_de": "A",
                    "nhiem_vu": [{"co_quan": ["BN"], "ten_in": "N", "trich_dan": "khoan 3"}],
                }
            ],
            "unknown_word",
        ),
    ],
)
def test_an_outline_that_cannot_be_used_is_refused(items: list[dict[str, Any]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        outline(*items)
