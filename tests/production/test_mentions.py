"""A letter meant for a run, built alone: what would be left in it is told."""

from pathlib import Path

import pytest

from reportgen.problems import InputProblems
from reportgen.production import build_document
from tests.production.letter import LETTER, TABLE, write_letter


def test_mentions_are_a_warning_and_those_in_comments_none(tmp_path: Path) -> None:
    built = build_document(write_letter(tmp_path, "# {{cột}}\n" + LETTER))
    assert [(p.code, p.place.line, p.message()) for p in built.problems if p.code.startswith("DS")] == [
        ("DS109", 9, "văn bản có 3 chỗ như {{ten}}, chỉ được điền khi làm hàng loạt; ở đây in nguyên như vậy")
    ]


def test_rows_of_a_run_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputProblems) as caught:
        build_document(write_letter(tmp_path, LETTER + TABLE))
    assert [(p.code, p.place.line) for p in caught.value.problems] == [("DS109", 8), ("DS110", 18)]
