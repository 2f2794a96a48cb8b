"""The catalogue in `docs/` is what the rules make."""

from reportgen.decree30.rules import load_rules
from tools.make_rule_docs import PATH, make_rules_page


def test_the_page_is_what_the_tool_makes() -> None:
    assert PATH.read_text("utf-8") == make_rules_page(), "run `python -m tools.make_rule_docs`"


def test_every_rule_has_its_row_with_clause_and_example() -> None:
    text = make_rules_page()
    for rule in load_rules():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{rule.id}` |"))
        assert rule.clause in row
        assert f"{rule.wrong} → {rule.right}" in row
