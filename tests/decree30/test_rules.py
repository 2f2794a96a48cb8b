"""The rules as data: complete, with clauses and examples, and the looks of every element held to them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reportgen.decree30.check import check_recognised
from reportgen.decree30.checks import CHECKS
from reportgen.decree30.elements import Element, Recognised, RecognisedDocument
from reportgen.decree30.layers import Layer, read_layer, with_layers
from reportgen.decree30.layout import load_layout
from reportgen.decree30.rules import DECREE_FROM, Level, Rule, load_families, load_rules, rules_in_force
from reportgen.decree30.seen import Locator, SeenDocument, SeenParagraph, SeenRun, SeenSection, Story
from reportgen.problems import InputProblems

RULES = {rule.id: rule for rule in load_rules()}
LOOKS = [rule for rule in load_rules() if rule.check in {"co_chu", "kieu_chu", "loai_chu", "canh_le"}]
EXAMPLE = (
    "Các cơ quan, đơn vị tiếp tục thực hiện nhiệm vụ được giao, bảo đảm tiến độ và chất lượng theo kế hoạch đề ra"
)
OWN = """
ten: Bộ Mẫu
tat: [CHU-HAI-CACH]
quy_tac:
  - ma: BM-CO-QUAN
    kiem: cum_tu_hoa
    tham_so: {dung: ["Cổng Thông tin Bộ Mẫu"]}
    can_cu: "Quy chế của Bộ Mẫu, Điều 5"
    yeu_cau: ["Viết Cổng Thông tin Bộ Mẫu", "Write it so"]
    bao: ["viết “{found}”", "“{found}”"]
    sai: "cổng thông tin Bộ Mẫu"
    dung: "Cổng Thông tin Bộ Mẫu"
"""


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_names_a_check_with_good_parameters_and_says_what_is_needed(rule: Rule) -> None:
    check = CHECKS[rule.check]
    check.parameters.model_validate(rule.parameters)
    assert rule.clause.startswith(("PL I", "Điều", "thông lệ: "))
    assert (rule.level is Level.PRACTICE) or not rule.clause.startswith("thông lệ")
    assert rule.wrong != rule.right
    for words in (rule.requirement, rule.message, *([rule.hint] if rule.hint else [])):
        assert words.vi
        assert words.en
    # Both languages tell the same, but for words that are given in each.
    fields = [set(re.findall(r"\{(\w+)\}", words)) for words in rule.message]
    assert {name.removesuffix("_en") for name in fields[1]} <= {name.removesuffix("_en") for name in fields[0]}


def test_each_check_serves_a_rule() -> None:
    assert set(CHECKS) == {rule.check for rule in RULES.values()}


def test_families_have_names_and_rules() -> None:
    assert [family.key for family in load_families()] == list(dict.fromkeys(family.key for family in load_families()))
    assert all(list(family.rules(load_layout())) for family in load_families())


def test_rules_hold_from_the_day_of_the_decree() -> None:
    rule = RULES["SO-KHONG"]
    assert not rule.applies_on(date(2020, 3, 4))
    assert rule.applies_on(DECREE_FROM)
    ended = rule.model_copy(update={"until": date(2025, 12, 31)})
    assert rules_in_force([ended], date(2026, 1, 1)) == ()


def _document(rule: Rule) -> tuple[RecognisedDocument, SeenParagraph, Element]:
    element, figures = Element(str(rule.parameters["yeu_to"])), load_layout().style(str(rule.parameters["kieu"]))
    # Lettered parts are left alone: the decree speaks of "Phần" and "Chương".
    words = f"Phần I. {EXAMPLE}" if element is Element.PART else EXAMPLE
    text = words.upper() if figures.case == "upper" else words
    run = SeenRun(
        text, "Times New Roman", figures.size, figures.bold, figures.italic, underline=False, color="000000"
    )
    paragraph = SeenParagraph(
        1, Locator("word/document.xml", 0), Story.BODY, 1, (run,), "Normal", figures.align, 0, 0, 36, 6, 0, 1.0
    )
    return _with(paragraph, element), paragraph, element


def _with(paragraph: SeenParagraph, element: Element) -> RecognisedDocument:
    section = SeenSection(1, 1, 210, 297, 20, 20, 30, 15, 10, first_page_differs=True, number_start=1)
    seen = SeenDocument("x.docx", (paragraph,), (section,), (), ())
    return RecognisedDocument(seen, (Recognised(element, (paragraph,), 0.95),), (), None)


def _spoilt(paragraph: SeenParagraph, check: str) -> SeenParagraph:
    run = paragraph.runs[0]
    if check == "co_chu":
        return replace(paragraph, runs=(replace(run, size=(run.size or 0) + 4),))
    if check == "kieu_chu":
        return replace(paragraph, runs=(replace(run, bold=not run.bold),))
    if check == "loai_chu":
        text = run.text.lower() if run.text.isupper() else run.text.upper()
        return replace(paragraph, runs=(replace(run, text=text),))
    return replace(paragraph, align="right")


@pytest.mark.parametrize("rule", LOOKS, ids=lambda rule: rule.id)
def test_the_look_of_an_element_is_held_to_the_rule(rule: Rule) -> None:
    document, paragraph, element = _document(rule)
    assert rule.id not in {finding.rule.id for finding in check_recognised(document).findings}
    spoilt = check_recognised(_with(_spoilt(paragraph, rule.check), element))
    found = next(finding for finding in spoilt.findings if finding.rule.id == rule.id)
    assert found.grade.value == "error"
    assert found.span is not None
    assert "{" not in found.message("vi") + found.message("en") + str(found.hint("vi")) + str(found.hint("en"))


def test_an_element_that_is_hardly_recognised_gives_only_a_note() -> None:
    document, paragraph, element = _document(RULES["QUOC-HIEU-CO"])
    spoilt = _with(_spoilt(paragraph, "co_chu"), element)
    doubtful = replace(spoilt, elements=tuple(replace(one, confidence=0.5) for one in spoilt.elements))
    found = next(one for one in check_recognised(doubtful).findings if one.rule.id == "QUOC-HIEU-CO")
    assert found.grade.value == "note"
    assert document.elements[0].confidence > 0.9


def test_an_agency_adds_rules_and_leaves_out_practice() -> None:
    layer = read_layer(OWN.encode(), "bo_mau.yaml")
    rules = {rule.id: rule for rule in with_layers(load_rules(), [layer])}
    assert "CHU-HAI-CACH" not in rules
    assert rules["BM-CO-QUAN"].level is Level.AGENCY


def test_a_layer_cannot_leave_out_the_decree_even_when_made_in_code() -> None:
    layer = Layer(name="Bộ Mẫu", without=("SO-KHONG",))
    assert "SO-KHONG" in {rule.id for rule in with_layers(load_rules(), [layer])}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ten: [", ["TT201"]),
        ("- a\n- b", ["TT202"]),
        ("ten: Bộ Mẫu\nsai_khoa: 1", ["TT202"]),
        ("ten: Bộ Mẫu\ntat: [KHONG-CO, SO-KHONG]", ["TT203", "TT204"]),
        (OWN.replace("BM-CO-QUAN", "SO-KHONG"), ["TT205"]),
        (OWN.replace("cum_tu_hoa", "phep_la"), ["TT206"]),
        (OWN.replace("dung: [", "khac: ["), ["TT202", "TT202"]),
        (
            OWN.replace("cum_tu_hoa", "mau_chu_sai").replace('{dung: ["Cổng Thông tin Bộ Mẫu"]}', '{mau: "("}'),
            ["TT202"],
        ),
    ],
)
def test_a_wrong_layer_says_what_is_wrong_with_it(text: str, codes: list[str]) -> None:
    with pytest.raises(InputProblems) as raised:
        read_layer(text.encode(), "bo_mau.yaml")
    assert [problem.code for problem in raised.value.problems] == codes
    assert all(problem.message("vi") and problem.message("en") for problem in raised.value.problems)
