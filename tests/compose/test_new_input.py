from __future__ import annotations

import pytest
import yaml

from reportgen.compose.new_input import compose_new_input
from reportgen.compose.yaml_text import LONGEST_LINE
from reportgen.model.document_kinds import DocumentKind
from reportgen.read.administrative import ReadDocument, read_administrative_document
from reportgen.read.data_files import load_document_kinds, load_register
from tests.read.sample import shown

KINDS = load_document_kinds()


def new_input(key: str, agency: str | None = None) -> str:
    return compose_new_input(KINDS.get(key), KINDS, agency=agency)


def read_draft(text: str) -> tuple[ReadDocument | None, list[str]]:
    read, problems = read_administrative_document(
        text.encode(), "moi.yaml", register=load_register(), kinds=KINDS, draft=True
    )
    return read, shown(problems)


def without_marks(text: str, *, key: str) -> str:
    """Take the marks from the sample entry below `key`, as its instruction says."""
    lines = text.splitlines()
    start = lines.index(f"{key}:") + 1
    end = start + next(i for i, line in enumerate([*lines[start:], ""]) if not line)
    return "\n".join([*lines[:start], *(line.removeprefix("# ") for line in lines[start:end]), *lines[end:]]) + "\n"


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.key)
def test_the_new_input_of_every_kind_is_accepted_as_a_draft_as_it_stands(kind: DocumentKind) -> None:
    text = compose_new_input(kind, KINDS)
    read, problems = read_draft(text)
    assert problems == []
    assert read is not None
    assert read.kind == kind
    assert text == compose_new_input(kind, KINDS)
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


@pytest.mark.parametrize("kind", KINDS.kinds, ids=lambda kind: kind.key)
def test_what_a_draft_lacks_is_marked_as_required_and_nothing_else_is(kind: DocumentKind) -> None:
    text = compose_new_input(kind, KINDS)
    read, _ = read_draft(text)
    assert read is not None
    assert {path for path, words in explained(text) if "Bắt buộc" in words} == {
        "loai",
        "co_quan",
        *(".".join(str(step) for step in item.path) for item in read.missing),
    }


def explained(text: str) -> list[tuple[str, str]]:
    """The path of each key with the comment above it; sample entries are part of the comment above the next key."""
    found, words, group = [], "", ""
    for line in text.splitlines():
        if not line:
            words = ""
        elif line.lstrip().startswith("#"):
            words += f" {line.strip().removeprefix('# ')}"
        else:
            key = line.strip().split(":")[0]
            path = f"{group}.{key}" if line.startswith(" ") else key
            group = group if line.startswith(" ") else key
            found.append((path, words))
            words = ""
    return found


@pytest.mark.parametrize(
    ("kind", "present", "absent"),
    [
        ("cong_van", ["kinh_gui", "don_vi_soan_thao", "noi_dung"], ["tham_quyen", "chi_tiet", "kem_theo"]),
        ("quyet_dinh", ["tham_quyen", "can_cu", "kem_theo"], ["kinh_gui", "chi_tiet", "don_vi_soan_thao"]),
        ("ke_hoach", ["noi_dung", "trich_yeu"], ["kinh_gui", "tham_quyen", "kem_theo"]),
        ("giay_gioi_thieu", ["chi_tiet"], ["trich_yeu", "kinh_gui"]),
        ("sao_y", ["so", "nguoi_ky"], ["noi_dung", "trich_yeu", "phu_luc", "do_khan"]),
    ],
)
def test_only_the_keys_of_the_kind_are_listed(kind: str, present: list[str], absent: list[str]) -> None:
    keys = yaml.safe_load(new_input(kind)).keys()
    assert set(present) <= keys
    assert not set(absent) & keys


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("giay_moi", "chu_tri thoi_gian dia_diem kinh_moi toi_du"),
        ("giay_gioi_thieu", "ong_ba chuc_vu den ve_viec gia_tri_den"),
        ("bien_ban", "chu_tri thu_ky thoi_gian thoi_gian_ket_thuc dia_diem thanh_phan"),
        ("giay_nghi_phep", "thoi_gian dia_diem ong_ba chuc_vu ngay_don nghi_tu nghi_den tinh_vao"),
    ],
)
def test_a_form_lists_the_lines_of_its_specimen(kind: str, details: str) -> None:
    assert set(yaml.safe_load(new_input(kind))["chi_tiet"]) == set(details.split())


@pytest.mark.parametrize(
    ("kind", "symbol"), [("cong_van", "BGDĐT-CNTT"), ("quy_dinh", "QyĐ-BGDĐT"), ("thu_cong", "BGDĐT")]
)
def test_the_example_of_the_symbol_has_the_form_of_the_kind(kind: str, symbol: str) -> None:
    assert dict(explained(new_input(kind)))["ky_hieu"].endswith(f"Ví dụ: {symbol}")


def test_the_agency_is_filled_in_or_marked_as_an_example() -> None:
    assert yaml.safe_load(new_input("cong_van", "BTTTT"))["co_quan"] == "BTTTT"
    assert "chỉ để làm mẫu" not in new_input("cong_van", "BTTTT")
    assert "chỉ để làm mẫu" in dict(explained(new_input("cong_van")))["co_quan"]


@pytest.mark.parametrize("key", ["van_ban_dan", "dau_moi", "phu_luc"])
def test_a_sample_entry_counts_once_its_marks_are_deleted(key: str) -> None:
    read, problems = read_draft(without_marks(new_input("quyet_dinh"), key=key))
    assert problems == []
    assert read is not None
    assert any(item.path[:2] == (key, 0) for item in read.missing)


def test_a_part_that_is_left_blank_is_asked_for() -> None:
    _, problems = read_draft(without_marks(new_input("cong_van"), key="noi_dung"))
    assert len(problems) == 1
    assert problems[0].startswith("error[DV532]")


def test_the_start_of_a_dispatch_reads_as_written_here() -> None:
    assert new_input("cong_van", "BTTTT").splitlines()[:14] == [
        "# Đầu vào của công văn, trình bày theo Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.",
        "# Cách điền: ghi ngay sau dấu hai chấm và một dấu cách. Đoạn văn nhiều dòng thì ghi dấu",
        "# | sau dấu hai chấm rồi xuống dòng, thụt vào hai dấu cách. Câu có dấu hai chấm, dấu #",
        "# hay bắt đầu bằng ký hiệu thì đặt trong ngoặc kép.",
        "# “Bắt buộc” là cần cho bản chính thức; bản dự thảo thiếu thì đánh dấu chỗ thiếu. Dòng",
        "# bắt đầu bằng dấu # là lời giải thích, máy không đọc.",
        "",
        "# Khóa của loại văn bản. Bắt buộc. Ví dụ: cong_van",
        "loai: cong_van",
        "",
        "# Ghi true khi số liệu chỉ để minh họa; văn bản sẽ nói rõ điều đó. Tùy chọn. Ví dụ: true",
        "minh_hoa:",
        "",
        "# Mã hoặc tên cơ quan ban hành, theo danh mục cơ quan. Bắt buộc. Ví dụ: BGDDT",
    ]
