"""Word files in which values are no numbers, missing, or far too large: read as far as they go, never a traceback."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest
from lxml import etree

from reportgen.decree30.check import check_document
from reportgen.decree30.fix import fix_document
from reportgen.decree30.report_comments import annotate_report
from reportgen.decree30.word_values import length, symbol, twips, whole_number
from reportgen.problems import InputProblems
from tests.decree30.changed import DECISION, LETTER, LETTER_TO_ONE, sample_docx

_VALUES = ("", "abc", "-1", "99999999999999999999999", "1.5", "1e400", "nan", "0", "٣", "²")


def damaged(data: bytes, random: Random, faults: int) -> bytes:
    """Return `data` with values changed or taken away, and elements taken away, in any of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    trees = {name: etree.fromstring(parts[name]) for name in sorted(parts) if name.endswith(".xml")}
    trees = {name: tree for name, tree in trees.items() if name.startswith("word/")}
    for _ in range(faults):
        tree = trees[random.choice(["word/document.xml", *trees])]
        element = random.choice(list(tree.iter(etree.Element)))
        names = sorted(str(name) for name in element.attrib)
        if names and random.random() < 0.7:
            element.set(random.choice(names), random.choice(_VALUES))
        elif names and random.random() < 0.5:
            del element.attrib[random.choice(names)]
        elif (parent := element.getparent()) is not None:
            parent.remove(element)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, etree.tostring(trees[name]) if name in trees else content)
    return buffer.getvalue()


@pytest.mark.parametrize("seed", range(18))
def test_a_damaged_file_is_checked_annotated_and_mended_or_refused(seed: int) -> None:
    random = Random(seed)  # noqa: S311  (a place, not a secret)
    data = damaged(sample_docx(random.choice((LETTER, DECISION, LETTER_TO_ONE))), random, random.choice((5, 40, 90)))
    try:
        report = check_document(data, "thư.docx")
        annotate_report(data, report)
        fix_document(data, "thư.docx", tracked=bool(seed % 2))
    except InputProblems as refused:
        assert refused.problems


@pytest.mark.parametrize(
    ("value", "points"),
    [("240", 12.0), ("12pt", 12.0), ("1in", 72.0), (" 25.4mm ", 72.0), ("-20", -1.0), ("abc", 0.0), ("", 0.0),
     ("nan", 0.0), ("1e9", 0.0), ("12em", 0.0), (None, 0.0)],
)  # fmt: skip
def test_a_length_counts_only_if_it_is_one(value: str | None, points: float) -> None:
    assert twips(value) == pytest.approx(points)
    assert length("28", 1 / 2) == 14


def test_whole_numbers_and_symbols_are_read_strictly() -> None:
    assert [whole_number(value) for value in ("5", "-3", "²", "٣", "1.0", "", None)] == [5, -3] + [None] * 5
    assert [symbol(code) for code in ("F0B7", "d800", "0000", "zz", "12345", "", None)] == ["\uf0b7"] + [""] * 6
