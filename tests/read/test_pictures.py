"""Picture files named in an input."""

from __future__ import annotations

import os
import struct
import unicodedata
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from reportgen.document import Picture
from reportgen.problems import Problem
from reportgen.read.pictures import read_picture, read_picture_bytes


def picture_bytes(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, kind)
    return out.getvalue()


def code_of(result: Picture | Problem) -> str:
    assert isinstance(result, Problem)
    return result.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "du_lieu" / "hinh").mkdir(parents=True)
    (tmp_path / "du_lieu" / "hinh" / "ban_do.png").write_bytes(picture_bytes())
    (tmp_path / "mat.png").write_bytes(picture_bytes())
    return tmp_path / "du_lieu"


@pytest.mark.parametrize(("kind", "format_"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_png_and_jpeg_keep_their_bytes_and_get_their_size(folder: Path, kind: str, format_: str) -> None:
    data = picture_bytes(kind)
    (folder / "a.dat").write_bytes(data)  # the name's ending does not count
    assert read_picture(folder, "a.dat") == Picture(data, format_, 40, 30)  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["hinh/ban_do.png", "./hinh/ban_do.png", r"hinh\ban_do.png"])
def test_a_path_inside_the_folder_is_read(folder: Path, path: str) -> None:
    assert isinstance(read_picture(folder, path), Picture)


def test_composed_and_decomposed_names_are_the_same(folder: Path) -> None:
    (folder / unicodedata.normalize("NFD", "bản đồ Huế.png")).write_bytes(picture_bytes())
    assert isinstance(read_picture(folder, "bản đồ Huế.png"), Picture)


@pytest.mark.parametrize(
    "path", ["../mat.png", "hinh/../../mat.png", r"..\mat.png", "/etc/passwd", "C:/a.png", "", "a\0b"]
)
def test_a_path_that_leaves_the_folder_is_refused(folder: Path, path: str) -> None:
    assert code_of(read_picture(folder, path)) == "VB301"


def test_an_absolute_path_and_symbolic_links_out_of_the_folder_are_refused(folder: Path) -> None:
    assert code_of(read_picture(folder, str(folder / "hinh" / "ban_do.png"))) == "VB301"
    (folder / "lien_ket.png").symlink_to(folder.parent / "mat.png")
    (folder / "ra").symlink_to(folder.parent)
    (folder / "vong.png").symlink_to(folder / "vong.png")
    assert code_of(read_picture(folder, "lien_ket.png")) == "VB301"
    assert code_of(read_picture(folder, "ra/mat.png")) == "VB301"
    assert code_of(read_picture(folder, "vong.png")) == "VB301"


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("hinh/ban_đo.png", "có phải “hinh/ban_do.png”?"),
        ("ban_do.png", "có phải “hinh/ban_do.png”?"),
        ("hinh/Ban_Do.PNG", "có phải “hinh/ban_do.png”?"),
        ("khac.png", "xem lại tên tệp và thư mục"),
        ("hinh", "xem lại tên tệp và thư mục"),
    ],
)
def test_a_missing_file_is_named_with_the_nearest_one(folder: Path, path: str, hint: str) -> None:
    problem = read_picture(folder, path)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.hint()) == ("VB302", hint)
    assert problem.message() == f"không có tệp hình “{path}”"
    assert str(folder) not in f"{problem.message()} {problem.hint()} {problem.place.describe('vi')}"


def test_a_name_too_long_for_the_disk_is_a_problem(folder: Path) -> None:
    assert code_of(read_picture(folder, "a" * 5000)) == "VB304"


@pytest.mark.parametrize("data", [b"", b"GIF89a" + b"\0" * 50, b"<svg/>", b"%PDF-1.7", b"BM" + b"\0" * 60])
def test_other_formats_are_refused_whatever_their_name(folder: Path, data: bytes) -> None:
    (folder / "a.png").write_bytes(data)
    assert code_of(read_picture(folder, "a.png")) == "VB303"


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_truncated_picture_is_damaged(kind: str) -> None:
    data = picture_bytes(kind, (300, 300))
    assert code_of(read_picture_bytes(data[: len(data) // 2], "a")) == "VB304"


def test_a_file_of_more_than_twenty_megabytes_is_not_read(folder: Path) -> None:
    with (folder / "to.png").open("wb") as file:
        os.truncate(file.fileno(), 20_000_001)
    assert code_of(read_picture(folder, "to.png")) == "VB305"


@pytest.mark.parametrize("side", [7072, 60_000])
def test_a_picture_of_more_than_fifty_megapixels_is_not_decoded(side: int) -> None:
    header = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    idat = b"IDAT" + zlib.compress(b"")
    data += struct.pack(">I", len(idat) - 4) + idat + struct.pack(">I", zlib.crc32(idat))
    assert code_of(read_picture_bytes(data, "a")) == "VB306"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["PNG", "JPEG"]), st.data())
def test_damaged_bytes_never_raise(kind: str, data: st.DataObject) -> None:
    original = bytearray(picture_bytes(kind))
    for _ in range(data.draw(st.integers(1, 4))):
        original[data.draw(st.integers(0, len(original) - 1))] = data.draw(st.integers(0, 255))
    result = read_picture_bytes(bytes(original), "a")
    assert isinstance(result, Picture) or result.code.startswith("VB30")
