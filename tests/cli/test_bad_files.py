"""`reportgen check` and `fix` on files that are no clean Word documents: a clear problem each, never a traceback."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from reportgen.write.merge import merge_documents
from tests.cli.conftest import RunProgram
from tests.decree30.changed import DECISION, LETTER, sample_docx

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636000000002000148afa471"
    "0000000049454e44ae426082"
)
_MAIN = "word/document.xml"
_BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body>'
    "</w:document>"
)
_DEEP = _BODY.format("<w:sdt>" * 5000 + "</w:sdt>" * 5000)
_LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


def package(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr({"body": _MAIN}.get(name, f"word/{name}.xml"), content)
    return buffer.getvalue()


def word(*texts: str) -> bytes:
    return saved(_with(*texts))


def _with(*texts: str) -> docx.document.Document:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return document


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def encrypted() -> bytes:
    """What Word makes of a file with a password: an OLE container with a stream called EncryptedPackage."""
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6) + struct.pack("<IIII", 0, 1, 1, 0)
    header += struct.pack("<IIIII", 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xff" * 432
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    entries = [
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62) for name in names
    ]
    return header + table + b"".join(entries).ljust(512, b"\0")


def only_pictures() -> bytes:
    document = docx.Document()
    for _ in range(3):
        document.add_picture(io.BytesIO(_PIXEL))
    return saved(document)


@dataclass(frozen=True)
class Bad:
    make: Callable[[], bytes]
    code: str
    message: str


BAD = {
    "no Word file": Bad(lambda: b"V\xc4\x83n b\xe1\xba\xa3n", "MB001", "tệp không phải gói zip"),
    "empty": Bad(lambda: b"", "MB001", "tệp không phải gói zip"),
    "truncated": Bad(lambda: sample_docx(LETTER)[:5000], "MB001", "bị hỏng hay cụt"),
    "another zip": Bad(lambda: package(styles=b"<a/>"), "MB001", "thiếu phần thân văn bản"),
    "broken XML": Bad(lambda: package(body=b"<w:document"), "MB001", f"phần `{_MAIN}` không phải XML đúng"),
    "encrypted": Bad(encrypted, "MB002", "mật khẩu"),
    "zip bomb": Bad(lambda: package(body=bytes(100_000_001)), "MB003", "100 MB"),
    "many parts": Bad(lambda: package(**{f"p{number}": b"" for number in range(2001)}), "MB003", "2000"),
    "entity bomb": Bad(lambda: package(body=(_LAUGHS + _BODY.format("&c;")).encode()), "MB004", _MAIN),
    "deep XML": Bad(lambda: package(body=_DEEP.encode()), "MB001", f"phần `{_MAIN}` không phải XML đúng"),
    "no words": Bad(word, "TT101", "văn bản không có chữ"),
    "only pictures": Bad(only_pictures, "TT101", "văn bản không có chữ"),
    "English": Bad(
        lambda: word(*["The ministry shall report on its progress to the committee by the end of June."] * 9),
        "TT101",
        "phần lớn văn bản không phải tiếng Việt",
    ),
    "a story": Bad(
        lambda: word(*["Hôm nay trời đẹp, chúng tôi đi chơi ở công viên cùng các bạn nhỏ trong xóm."] * 9),
        "TT101",
        "không nhận ra thể thức của văn bản hành chính",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_a_clear_problem(name: str, run: RunProgram) -> None:
    bad = BAD[name]
    Path("xấu.docx").write_bytes(bad.make())
    for arguments, code in ((("check", "xấu.docx"), 3), (("fix", "xấu.docx", "-o", "sửa.docx"), 1)):
        done = run(*arguments)
        assert done.code == code
        assert done.err.startswith(f"lỗi[{bad.code}]: ")
        assert bad.message in done.err
        assert "xấu.docx" in done.err
        assert "Traceback" not in done.err
    assert not Path("sửa.docx").exists()


def test_bad_files_in_a_folder_do_not_stop_the_good_ones(run: RunProgram, tmp_path: Path) -> None:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    for name in ("empty", "encrypted", "truncated", "English"):
        (folder / f"{name}.docx").write_bytes(BAD[name].make())
    (folder / "tốt.docx").write_bytes(sample_docx(DECISION))
    done = run("check", "hồ sơ", "--json")
    assert done.code == 3
    assert [one["file"] for one in done.data["documents"]] == ["hồ sơ/tốt.docx"]
    assert sorted(one["code"] for one in done.data["problems"]) == ["MB001", "MB001", "MB002", "TT101"]


def test_two_documents_in_one_file_are_told_and_checked_each(run: RunProgram) -> None:
    data = merge_documents([("a.docx", sample_docx(DECISION)), ("b.docx", sample_docx(LETTER))])
    Path("hai.docx").write_bytes(data)
    done = run("check", "hai.docx")
    assert done.code == 0
    assert done.out == "hai.docx: không thấy gì trái quy định\n"
    assert done.err.startswith("cảnh báo[TT102]: tệp có 2 văn bản, mỗi văn bản được kiểm riêng")


def test_a_thousand_pages_are_checked_in_seconds(run: RunProgram) -> None:
    document = docx.Document(io.BytesIO(sample_docx(DECISION)))
    model = next(one for one in document.paragraphs if "thành lập" in one.text)
    # Small writers of XML make python-docx the slow one: the paragraph is copied as text.
    paragraph = model.insert_paragraph_before(model.text)
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    data = saved(document)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    body = parts[_MAIN].decode()
    before, _, after = body.partition('<w:br w:type="page"/>')
    start, end = before.rindex("<w:p>"), after.index("</w:p>") + len("</w:p>")
    page = before[start:] + '<w:br w:type="page"/>' + after[:end]
    parts[_MAIN] = (before[:start] + page * 1000 + after[end:]).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    Path("dài.docx").write_bytes(buffer.getvalue())
    begin = time.perf_counter()
    done = run("check", "dài.docx")
    assert time.perf_counter() - begin < 20
    assert done.code == 1
    assert "dài.docx: " in done.out
    assert "Traceback" not in done.err


def test_a_signed_file_is_checked_and_never_mended(run: RunProgram) -> None:
    buffer = io.BytesIO(sample_docx(LETTER))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    Path("ký.docx").write_bytes(buffer.getvalue())
    assert run("check", "ký.docx").code == 0
    for how in (("-o", "sửa.docx"), ("--in-place",), ("--in-place", "--tracked")):
        done = run("fix", "ký.docx", *how)
        assert done.code == 1
        assert done.err.startswith("lỗi[TT301]: tệp đã ký số nên không được sửa")
    assert not Path("sửa.docx").exists()
    assert Path("ký.docx").read_bytes() == buffer.getvalue()


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".rtf", ".pdf"])
def test_what_is_not_docx_needs_libreoffice(suffix: str, run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: None)
    Path(f"cũ{suffix}").write_bytes(b"x")
    done = run("check", f"cũ{suffix}")
    assert done.code == 3
    assert done.err.startswith(f"lỗi[TT116]: tệp {suffix} phải qua LibreOffice mới đọc được")
    assert "Traceback" not in done.err


def test_what_libreoffice_cannot_read_is_told(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: Path("no such program"))
    Path("cũ.doc").write_bytes(b"x")
    done = run("check", "cũ.doc")
    assert done.code == 3
    assert done.err.startswith("lỗi[TT117]: LibreOffice không đọc được tệp .doc: ")
