"""Every sample: built without errors, valid, the same twice, and reading as its approved text beside it says.

    pytest tests/samples --approve

writes the approved texts anew; look at the pages before you commit them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.compose.publication.document import compose_publication
from reportgen.document import Heading, print_blocks, print_document
from reportgen.problems import Severity
from reportgen.production import BuiltDocument, build_document
from reportgen.production.publication_data import load_publication
from tests.conftest import AssertValid

SAMPLES = Path(__file__).parents[2] / "samples"
# A draft is a sample too: number and date of this letter are still open.
DRAFTS = {"cong_van_2023/cong_van.yaml"}
INPUTS = sorted(
    path.relative_to(SAMPLES).as_posix()
    for path in SAMPLES.rglob("*.yaml")
    if "loai:" in path.read_text(encoding="utf-8")
    and "{{" not in path.read_text(encoding="utf-8")
    and path.name != "an_pham_dti_2022.yaml"
)


def built(name: str) -> BuiltDocument:
    return build_document(SAMPLES / name, draft=name in DRAFTS)


@pytest.mark.parametrize("name", INPUTS)
def test_a_sample_makes_what_was_approved(
    name: str, assert_valid_docx: AssertValid, request: pytest.FixtureRequest
) -> None:
    made = built(name)
    assert [problem.message() for problem in made.problems if problem.severity is not Severity.NOTE] == []
    assert_valid_docx(made.docx)
    assert built(name).docx == made.docx
    approved = (SAMPLES / name).with_suffix(".txt")
    printed = print_document(made.document)
    if request.config.getoption("--approve"):
        approved.write_text(printed, encoding="utf-8")
    assert printed == approved.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", INPUTS)
def test_a_sample_says_that_it_is_invented(name: str) -> None:
    assert "MINH HỌA" in print_document(built(name).document)
    assert "minh họa" in (SAMPLES / name).read_text(encoding="utf-8").lower()


def test_the_first_chapters_of_the_publication_are_what_was_approved(request: pytest.FixtureRequest) -> None:
    document = compose_publication(load_publication(SAMPLES / "an_pham_dti_2022.yaml").publication)
    blocks = document.block_slots["noi_dung"]
    chapters = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    printed = print_blocks(blocks[: chapters[3]]) + "\n"
    approved = SAMPLES / "an_pham_dti_2022" / "hai_chuong_dau.txt"
    if request.config.getoption("--approve"):
        approved.write_text(printed, encoding="utf-8")
    assert printed == approved.read_text(encoding="utf-8")
