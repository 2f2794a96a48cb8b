"""The blank input file: complete, explained, and a valid draft as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from reportgen.compose.blank_input import compose_blank_input
from reportgen.compose.progress_report import compose_progress_report
from reportgen.document import Document
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.model.input_model import InputModel, find_inner_model, iter_input_fields
from reportgen.model.progress_report import ProgressReport
from reportgen.problems import Problem
from reportgen.read.data_files import load_outline, load_register
from reportgen.read.progress_report import ReadReport, read_progress_report
from reportgen.read.yaml_source import read_yaml

DAYS = (date(2020, 12, 10), date(2023, 6, 1), date(2025, 4, 1), date(2025, 8, 1))
LONGEST_COMMENT = 100
_SAMPLE_LINE = re.compile(r"^( *)# ((?:- |  )[a-z_]+:|# .*|  # .*)$", re.MULTILINE)


def blank(code: str, day: date) -> str:
    register = load_register()
    return compose_blank_input(load_outline("bao_cao_749"), register.get(code, day), register, day=day)


def uncommented(text: str) -> str:
    """The file as a clerk makes it who takes "# " off every sample."""
    return _SAMPLE_LINE.sub(r"\1\2", text)


def read(text: str) -> tuple[ReadReport | None, list[Problem]]:
    outline, register = load_outline("bao_cao_749"), load_register()
    return read_progress_report(text.encode(), "dau_vao.yaml", register=register, outline=outline, draft=True)


def compose_draft(read_report: ReadReport) -> Document:
    return compose_progress_report(
        read_report.report,
        outline=load_outline("bao_cao_749"),
        register=load_register(),
        narratives={},
        missing=read_report.missing,
    )


def agencies(day: date) -> list[Agency]:
    everyone = load_register().in_force(day)
    provinces = [agency for agency in everyone if agency.group is AgencyGroup.PROVINCE]
    return [agency for agency in everyone if agency.group is not AgencyGroup.PROVINCE] + provinces[::10]


def key_tree(model: type[InputModel]) -> dict[str, object]:
    """The keys of `model` in their order, each with those under it."""
    tree: dict[str, object] = {}
    for alias, _, field in iter_input_fields(model):
        inner = find_inner_model(field.annotation)
        tree[alias] = None if inner is None else key_tree(inner)
    return tree


def keys_in(value: object) -> object:
    """The keys of an input in their order; of a list, those of its first entry."""
    if isinstance(value, dict):
        return {key: keys_in(inner) for key, inner in value.items()}
    return keys_in(value[0]) if isinstance(value, list) else None


def in_order(tree: object) -> list[object]:
    """A tree of keys as lists, so that their order counts when it is compared."""
    return [[key, in_order(inner)] for key, inner in tree.items()] if isinstance(tree, dict) else []


def filled(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from filled(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from filled(inner, f"{path}[]")
    elif value is not None:
        yield path, value


def test_its_keys_are_those_of_the_model_in_their_order_once_the_samples_are_uncommented() -> None:
    source, problems = read_yaml(uncommented(blank("BGDDT", DAYS[0])).encode(), "x.yaml")
    assert source is not None
    assert problems == []
    assert in_order(keys_in(source.root)) == in_order(key_tree(ProgressReport))


@pytest.mark.parametrize(
    ("code", "day", "citations"),
    [
        (
            "BGDDT",
            DAYS[0],
            ["khoản 3, 4 Mục VII Điều 1", "khoản 2 Mục VIII Điều 1", "điểm b, c, d khoản 8 Điều 2"],
        ),
        (
            "BTC",
            DAYS[2],
            ["điểm đ khoản 2, khoản 5 Mục IV Điều 1", "khoản 3 Mục VIII Điều 1", "khoản 5 Điều 2"],
        ),
        ("BNG", DAYS[3], []),
    ],
)
def test_only_the_kind_the_agency_and_the_citations_of_its_own_tasks_are_filled_in(
    code: str, day: date, citations: list[str]
) -> None:
    source, _ = read_yaml(blank(code, day).encode(), "x.yaml")
    assert source is not None
    assert list(filled(source.root)) == [
        ("loai", "bao_cao_749"),
        ("co_quan", code),
        *(("nhiem_vu_rieng[].vien_dan", citation) for citation in citations),
    ]


def test_it_tells_which_tasks_came_from_another_body_and_who_has_none() -> None:
    assert "  # Nhiệm vụ giao Bộ Kế hoạch và Đầu tư.\n" in blank("BTC", DAYS[2])
    assert "Nhiệm vụ giao" not in blank("BTC", DAYS[0])
    none = " ".join(line.removeprefix("# ") for line in blank("BNG", DAYS[0]).splitlines())
    assert "Quyết định số 749/QĐ-TTg không giao nhiệm vụ đặc thù cho Bộ Ngoại giao. Để trống. nhiem_vu_rieng:" in none


@pytest.mark.parametrize("day", DAYS)
def test_as_it_stands_it_is_a_valid_draft_for_every_agency(day: date) -> None:
    for agency in agencies(day):
        report, problems = read(blank(agency.code, day))
        assert problems == [], agency.code
        assert report is not None
        assert report.report.agency == agency.code


@pytest.mark.parametrize("day", DAYS)
def test_a_draft_comes_out_of_it_for_every_agency(day: date) -> None:
    for agency in agencies(day):
        report, _ = read(blank(agency.code, day))
        assert report is not None
        document = compose_draft(report)
        assert document.author in {agency.name, load_register().get(agency.code).name}


def test_what_the_final_form_needs_is_still_missing() -> None:
    report, _ = read(blank("BGDDT", DAYS[0]))
    assert report is not None
    missing = [item.what for item in report.missing]
    assert "số văn bản" in missing
    assert "kết quả của nhiệm vụ tại khoản 2 Mục VIII Điều 1" in missing
    assert "chỉ tiêu hoặc nhận xét về Chính phủ số" in missing
    assert "họ tên người ký" in missing


def test_no_optional_entry_is_asked_for_before_its_sample_is_uncommented() -> None:
    report, _ = read(blank("BGDDT", DAYS[0]))
    assert report is not None
    paths = [item.path for item in report.missing]
    assert not [path for path in paths if {"so_lieu", "van_ban", "phu_luc", "chi_tieu"} & set(path)]


def test_with_every_sample_uncommented_it_is_still_a_valid_draft() -> None:
    report, problems = read(uncommented(blank("BKHCN", DAYS[0])))
    assert problems == []
    assert report is not None
    assert report.report.own_tasks is not None
    assert [len(task.documents or ()) for task in report.report.own_tasks] == [1, 1, 1]


def test_every_key_has_its_meaning_its_example_and_whether_it_is_required_above_it() -> None:
    above: list[str] = []
    explained: dict[str, str] = {}
    for line in blank("BGDDT", DAYS[0]).splitlines():
        if match := re.match(r" *(?:# +)?(?:- )?([a-z_]+):(?: |$)", line):
            explained.setdefault(match[1], " ".join(above))
        above = [*above, line.lstrip("# ")] if line.lstrip().startswith("#") and not match else []
    assert explained["so"] == "Số văn bản; dưới 10 thì ghi số 0 phía trước. Bắt buộc. Ví dụ: 05"
    assert explained["minh_hoa"].endswith("Tùy chọn. Ví dụ: true")
    assert explained["don_vi"] == 'Đơn vị tính. Bắt buộc. Ví dụ: "%"'
    assert explained["kinh_gui"].endswith("Ví dụ: [Bộ Thông tin và Truyền thông]")
    assert "Đề cương: Nêu cụ thể đề xuất, kiến nghị (nếu có)" in explained["de_xuat"]
    assert not [key for key, words in explained.items() if not words]


@pytest.mark.parametrize(("code", "day"), [("BKHCN", DAYS[0]), ("BNV", DAYS[3]), ("UBND_HANOI", DAYS[3])])
def test_no_comment_is_longer_than_a_screen_is_wide(code: str, day: date) -> None:
    too_long = [line for line in blank(code, day).splitlines() if len(line) > LONGEST_COMMENT]
    assert too_long == []


def test_the_file_is_composed_unicode_and_ends_with_one_line_feed() -> None:
    text = blank("BGDDT", DAYS[0])
    assert text.endswith("kho_ngang:\n")
    assert "\N{NO-BREAK SPACE}" not in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
