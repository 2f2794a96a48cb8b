from pathlib import Path
from typing import get_args

import pytest

from reportgen.read.data_files import (
    DataFileError,
    DataFolder,
    data_folder,
    find_data_folder,
    load_outline,
    load_register,
    read_outline,
    read_register,
)


def test_an_installed_package_holds_its_data_inside(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "reportgen"
    (package / "data" / "charts").mkdir(parents=True)
    assert find_data_folder(package, "charts") == package / "data" / "charts"


def test_a_checkout_holds_its_data_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "charts").mkdir()
    assert find_data_folder(tmp_path / "reportgen", "charts") == tmp_path / "charts"


def test_a_folder_of_another_package_is_not_taken_for_ours(tmp_path: Path) -> None:
    (tmp_path / "charts").mkdir()
    with pytest.raises(DataFileError, match="charts: không tìm thấy thư mục"):
        find_data_folder(tmp_path / "reportgen", "charts")


def test_the_outlines_are_found_and_loaded_once() -> None:
    assert "outlines" in get_args(DataFolder)
    assert (data_folder("outlines") / "co_quan.yaml").is_file()
    assert load_register() is load_register()
    assert load_outline("bao_cao_749") is load_outline("bao_cao_749")


@pytest.mark.parametrize("name", ["khong_co", "../outlines/bao_cao_749", "sub/x", "bao_cao_749.yaml"])
def test_only_a_file_of_the_folder_itself_is_an_outline(name: str) -> None:
    with pytest.raises(DataFileError, match="không có tệp này"):
        load_outline(name)


_ENTRY = "ten: A, ten_ngan: A, ky_hieu: A, dia_danh: A, thu_truong: A"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{}", ["co_quan: thiếu khóa này"]),
        ("co_quan: 5", ["co_quan: giá trị không dùng được: 5 (Input should be a valid tuple)"]),
        (
            f"co_quan: [{{ma: bA, nhom: bo, la: 1, {_ENTRY}}}, {{ma: B, nhom: xa, {_ENTRY}}}]",
            [
                "co_quan.0.ma: “bA” không đúng mẫu ^[A-Z][A-Z0-9_]*$",
                "co_quan.0.la: không có khóa này",
                "co_quan.1.nhom: phải là một trong 'chinh_phu', 'bo', 'co_quan_ngang_bo', 'co_quan_thuoc_chinh_phu', "
                "'don_vi_thuoc_bo' or 'tinh'",
            ],
        ),
        (
            f"co_quan: [{{ma: A, nhom: bo, cha: C, {_ENTRY}}}, {{ma: B, nhom: bo, {_ENTRY}}}]",
            ["A: không có cơ quan chủ quản C; A, B: trùng tên “a”"],
        ),
    ],
)
def test_a_spoilt_file_is_told_with_its_name_and_all_faults(tmp_path: Path, text: str, faults: list[str]) -> None:
    (tmp_path / "co_quan.yaml").write_text(text, "utf-8")
    with pytest.raises(DataFileError) as caught:
        read_register(tmp_path)
    assert caught.value.file == f"{tmp_path.name}/co_quan.yaml"
    assert list(caught.value.faults) == faults


def test_broken_yaml_is_told_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "co_quan.yaml").write_text("co_quan: [\n", "utf-8")
    with pytest.raises(DataFileError, match=r"không phải YAML hợp lệ: .*line 2"):
        read_register(tmp_path)


def test_yaml_that_would_run_code_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("!!python/object/apply:os.getcwd []", "utf-8")
    with pytest.raises(DataFileError, match="YAML"):
        read_outline(tmp_path, "x")
