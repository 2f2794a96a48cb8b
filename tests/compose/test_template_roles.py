"""The styles that a kind is said to need are those that its documents ask for when they are written."""

from pathlib import Path

import pytest

from reportgen.compose.administrative import template_of
from reportgen.compose.template_roles import find_needed_roles
from reportgen.document import Picture, Role, TableRole, TextRole
from reportgen.problems import InputProblems
from reportgen.production import build_document
from reportgen.read.data_files import load_document_kinds
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template
from reportgen.write.xml_parts import W
from tests.write.changed_template import template_bytes, with_parts

FOLDER = Path(__file__).parents[2] / "samples"
# A letter of a run is not built alone.
SAMPLES = sorted(path for path in FOLDER.glob("*/*.yaml") if "dong_theo:" not in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_a_document_asks_for_no_other_styles_and_for_all_that_are_always_needed(sample: Path) -> None:
    document = build_document(sample, draft=True).document
    bare = with_parts(template_bytes(document.template), {"word/styles.xml": f'<w:styles xmlns:w="{W}"/>'})
    template = compile_template(bare, file="mau.docx", tags=document.tags)
    with pytest.raises(InputProblems) as raised:
        write_docx(document, template, draw_chart=lambda *_: Picture(b"", "png", 1, 1))
    asked = {str(problem.values["style"]) for problem in raised.value.problems}
    always, sometimes = find_needed_roles([tag.name for tag in document.tags], load_document_kinds().specimens)
    assert asked <= {role.value for role in always | sometimes}
    assert {role.value for role in always} <= asked


def test_only_kinds_with_the_words_need_the_style_of_enacting_words() -> None:
    kinds = load_document_kinds()
    for key, expected in (("quyet_dinh", True), ("bao_cao", False)):
        specimen = kinds.layout_of(kinds.get(key))
        tags = [tag.name for tag in template_of(specimen.key)[1]]
        assert (Role.ENACTING_WORDS in find_needed_roles(tags, [specimen])[1]) is expected


def test_a_template_without_content_needs_no_style_for_content() -> None:
    always, sometimes = find_needed_roles(["so", "ky_hieu"])
    assert (always, sometimes) == (frozenset(), frozenset({TextRole.MISSING}))
    assert TableRole.GRID in find_needed_roles(["noi_dung"])[1]
