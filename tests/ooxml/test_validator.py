"""The two validators are asked, and each finds what it is there for."""

import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.conftest import AssertValid
from tests.ooxml import sdk
from tests.ooxml.minimal import BODY, cell, table, word_file, word_parts, zipped
from tests.ooxml.sdk import ValidatorMissing
from tests.ooxml.validator import validate
from tests.programs import miss


@pytest.fixture(autouse=True)
def _validator_is_there() -> None:
    try:
        sdk.find_program()
    except ValidatorMissing as missing:
        miss(str(missing))


def judges(findings: list[str]) -> set[str]:
    return {finding.partition(":")[0] for finding in findings}


def test_a_sound_file_passes_as_bytes_and_as_a_path(assert_valid_docx: AssertValid, tmp_path: Path) -> None:
    path = tmp_path / "Báo cáo.docx"
    path.write_bytes(word_file())
    assert_valid_docx(path)
    assert_valid_docx(path.read_bytes())


def test_a_file_of_python_docx_passes_without_its_stale_part(assert_valid_docx: AssertValid) -> None:
    document = docx.Document()
    for id_, relationship in list(document.part.rels.items()):
        if relationship.reltype.endswith("stylesWithEffects"):
            document.part.rels.pop(id_)
    document.add_heading("Mục lục")
    document.add_table(2, 3)
    document.save(buffer := BytesIO())
    assert_valid_docx(buffer.getvalue())


def test_both_validators_find_a_value_that_the_schema_lacks() -> None:
    findings = validate(word_file(BODY.replace('"center"', '"middle"')))
    assert judges(findings) == {"Open XML SDK", "openxml-audit"}
    assert all("middle" in finding and "/word/document.xml" in finding for finding in findings)


def test_a_cell_without_a_paragraph_which_the_sdk_lets_pass_is_found_by_the_other() -> None:
    body = table("<w:tc/>" + cell("hai")) + BODY
    assert judges(validate(word_file(body))) == {"openxml-audit"}


def test_a_file_that_is_no_package_is_found_by_all() -> None:
    assert judges(validate(b"khong phai tep Word")) == {"Open XML SDK", "openxml-audit", "lint"}


def test_the_fixture_fails_with_the_findings(assert_valid_docx: AssertValid) -> None:
    with pytest.raises(AssertionError, match=r"lint: word/document\.xml: paragraph style `Boddy` is not defined"):
        assert_valid_docx(word_file(BODY.replace('"Body"', '"Boddy"')))


def test_identical_bytes_are_given_to_the_validators_once(monkeypatch: pytest.MonkeyPatch) -> None:
    file = word_file(BODY.replace("Đầu đề", "chỉ trong phép thử này"))
    first = validate(file)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("asked again"))
    assert validate(bytes(bytearray(file))) == first == []


def test_only_parts_that_the_standard_leaves_free_may_be_missing() -> None:
    parts = word_parts()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("/styles", "/glossary")
    assert any("relationships/styles' is missing" in finding for finding in validate(zipped(parts)))
