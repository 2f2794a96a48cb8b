"""Makes `docs/rules.md`, the catalogue of the rules of form, from the rules themselves.

    python -m tools.make_rule_docs

writes it anew; `tests/decree30/test_rule_docs.py` fails while it differs from what this makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from reportgen.decree30.checks import CHECKS
from reportgen.decree30.layout import load_layout
from reportgen.decree30.rules import Level, Rule, load_families, load_rules
from tools.make_docs import ROOT

PATH = ROOT / "docs" / "rules.md"
_LEVELS: Mapping[Level, str] = {
    Level.DECREE: "quy định · decree",
    Level.PRACTICE: "thông lệ · practice",
    Level.AGENCY: "cơ quan · agency",
}
_HEAD = "| mã · id | yêu cầu · requirement | căn cứ · clause | mức · level | sai → đúng · wrong → right | sửa · fix |"
_INTRO = """\
<!-- Made by `python -m tools.make_rule_docs`; edits here are lost. -->

# Quy tắc thể thức · the rules of form

`reportgen check` đối chiếu văn bản với các quy tắc dưới đây. “PL I” là Phụ lục I của Nghị định 30/2020/NĐ-CP, “P.I”
là Phần I của phụ lục đó. Mức *quy định* là lời của Nghị định: tìm thấy một chỗ chắc chắn trái thì mã kết thúc là 1.
Mức *thông lệ* là cách làm thường gặp. Dấu **?** là lưu ý: chỗ tìm thấy có thể vẫn đúng. Cột cuối là cách sửa tự động
mà không động đến lời văn, nếu có.

`reportgen check` holds documents against the rules below. “PL I” is Appendix I of Decree 30/2020/ND-CP, “P.I” its
part I. *Decree* is what the decree says: a sure departure makes the exit code 1. *Practice* is what agencies usually
do. **?** marks notes: what is found may be right all the same. The last column names the safe mending, if any.

## Quy tắc riêng của cơ quan · an agency's own layer

```yaml
# reportgen check --layer bo_mau.yaml van_ban.docx
ten: Bộ Mẫu
tat: [CHU-HAI-CACH]            # chỉ tắt được thông lệ · only practice can be left out
quy_tac:
  - ma: BM-TEN-CONG
    kiem: cum_tu_hoa           # một phép kiểm có sẵn · one of the checks
    tham_so: {dung: ["Cổng Thông tin điện tử Bộ Mẫu"]}
    can_cu: "Quy chế văn thư của Bộ Mẫu, Điều 5"
    yeu_cau: ["Viết “Cổng Thông tin điện tử Bộ Mẫu”", "Write the portal's name so"]
    bao: ["viết “{found}”", "“{found}” is written"]
    cach_sua: ["viết “{expected}”", "write “{expected}”"]
    sai: "cổng thông tin điện tử Bộ Mẫu"
    dung: "Cổng Thông tin điện tử Bộ Mẫu"
```

Khóa khác: `chac_chan: false` (chỉ lưu ý · a note), `sua_duoc`, `tu_ngay`, `den_ngay`. Trong `bao` và `cach_sua`, chỗ
trong ngoặc nhọn được phép kiểm thay · what is in braces is filled by the check.
"""


def main() -> None:
    """Write the page."""
    PATH.write_text(make_rules_page(), "utf-8", newline="\n")


def make_rules_page() -> str:
    """Return the catalogue: how to read it, the checks, and a table for each family of rules."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRO
    rules = load_rules()
    levels = Counter(rule.level for rule in rules)
    yield f"Tất cả · in all: {len(rules)}, " + ", ".join(
        f"{_LEVELS[level]} {count}" for level, count in levels.items()
    )
    yield ""
    yield "Các phép kiểm · the checks: " + ", ".join(f"`{name}`" for name in sorted(CHECKS))
    yield ""
    for family in load_families():
        yield f"## {family.name.vi} · {family.name.en}"
        yield ""
        yield _HEAD
        yield "|---|---|---|---|---|---|"
        yield from (_row(rule) for rule in family.rules(load_layout()))
        yield ""


def _row(rule: Rule) -> str:
    cells = (
        f"`{rule.id}`",
        f"{rule.requirement.vi} · {rule.requirement.en}",
        rule.clause,
        _LEVELS[rule.level] + ("" if rule.is_sure else " **?**"),
        f"{rule.wrong} → {rule.right}",
        f"`{rule.fix}`" if rule.fix else "",
    )
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    main()
