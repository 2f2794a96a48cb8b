"""An agency's own tasks, split as they are cited."""

from __future__ import annotations

from datetime import date

import pytest

from reportgen.compose.own_task_groups import no_own_tasks, own_task_groups, split_by_group
from reportgen.read.data_files import load_outline, load_register
from reportgen.vietnamese import format_provisions, parse_citation

DAYS = (date(2020, 12, 10), date(2023, 6, 1), date(2025, 4, 1), date(2025, 8, 1))


@pytest.mark.parametrize(
    ("citation", "groups"),
    [
        ("khoản 17 Điều 2", ["khoản 17 Điều 2"]),
        (
            "khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1; điểm b, c, d khoản 8 Điều 2",
            ["khoản 3, 4 Mục VII Điều 1", "khoản 2 Mục VIII Điều 1", "điểm b, c, d khoản 8 Điều 2"],
        ),
        (
            "điểm đ, khoản 2, 5 Mục IV; khoản 3, mục VIII Điều 1",
            ["điểm đ khoản 2, khoản 5 Mục IV Điều 1", "khoản 3 Mục VIII Điều 1"],
        ),
        (
            "điểm c, d khoản 2; điểm a, b, c khoản 6 mục IV Điều 1; điểm b, c khoản 7 Điều 2",
            [
                "điểm c, d khoản 2 Mục IV Điều 1",
                "điểm a, b, c khoản 6 Mục IV Điều 1",
                "điểm b, c khoản 7 Điều 2",
            ],
        ),
    ],
)
def test_each_group_of_a_citation_stands_by_itself(citation: str, groups: list[str]) -> None:
    assert [format_provisions(provisions) for provisions in split_by_group(parse_citation(citation))] == groups


def test_no_provision_is_lost_for_any_agency_on_any_day() -> None:
    register, outline = load_register(), load_outline("bao_cao_749")
    for day in DAYS:
        for agency in register.in_force(day):
            tasks = outline.tasks_of(agency.code, register, day)
            split = [provision for group in own_task_groups(tasks) for provision in group.provisions]
            assert split == [provision for assigned in tasks for provision in assigned.task.provisions]


def test_a_group_says_from_whom_the_agency_took_its_tasks_over() -> None:
    tasks = load_outline("bao_cao_749").tasks_of("BTC", load_register(), DAYS[2])
    assert [(group.citation, group.given_to) for group in own_task_groups(tasks)] == [
        ("điểm đ khoản 2, khoản 5 Mục IV Điều 1", None),
        ("khoản 3 Mục VIII Điều 1", None),
        ("khoản 5 Điều 2", "Bộ Kế hoạch và Đầu tư"),
    ]


def test_what_two_bodies_had_in_common_stands_once_after_their_merger() -> None:
    register, outline = load_register(), load_outline("bao_cao_749")
    both = (*outline.tasks_of("VTV", register, DAYS[0]), *outline.tasks_of("VOV", register, DAYS[0]))
    assert [group.citation for group in own_task_groups(both)] == ["khoản 17 Điều 2"]


def test_an_agency_without_tasks_of_its_own_is_told_so() -> None:
    agency = load_register().get("BNG")
    assert no_own_tasks(load_outline("bao_cao_749"), agency) == (
        "Quyết định số 749/QĐ-TTg không giao nhiệm vụ đặc thù cho Bộ Ngoại giao."
    )
