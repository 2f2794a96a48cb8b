"""`reportgen schema`."""

import json
from pathlib import Path

from reportgen.read.schema import INPUT_MODELS, input_schema
from tests.cli.conftest import RunProgram


def test_without_a_kind_the_kinds_are_listed(run: RunProgram) -> None:
    assert run("schema").out.split() == list(INPUT_MODELS)


def test_the_schema_is_printed_or_written(run: RunProgram, tmp_path: Path) -> None:
    printed = run("schema", "bao_cao_749")
    assert json.loads(printed.out) == input_schema("bao_cao_749")
    assert "Báo cáo" in printed.out or "báo cáo" in printed.out
    written = run("schema", "bao_cao_749", "-o", "s/bao_cao.schema.json")
    assert written.out == "Đã ghi:\n  s/bao_cao.schema.json\n"
    assert (tmp_path / "s" / "bao_cao.schema.json").read_text("utf-8") == printed.out
