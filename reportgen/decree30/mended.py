"""What became of a place that was mended, in a few words: the new text, the new size, the new margin."""

from __future__ import annotations

from difflib import SequenceMatcher

from reportgen.decree30.finding import Finding
from reportgen.decree30.fix import FixResult
from reportgen.decree30.layout import load_layout
from reportgen.problems import Language

# So many characters on each side of a change are shown, to whole words.
_AROUND = 12


def describe_mended(finding: Finding, result: FixResult, language: Language = "vi") -> str | None:
    """Return what stands now where `finding`, one of `result.mended`, was; `None` where the finding says it all."""
    return _new_text(finding, result) or _new_look(finding, language) or finding.hint(language)


def _new_look(finding: Finding, language: Language) -> str | None:
    page, fix = load_layout().page, finding.rule.fix
    if fix == "kho_giay":
        return f"{page.width_mm:g} x {page.height_mm:g} mm"
    if fix == "le_trang":
        margins = page.margins_mm
        sides = {"tren": margins.top, "duoi": margins.bottom, "trai": margins.left, "phai": margins.right}
        return f"{sides[str(finding.rule.parameters['canh'])].chosen:g} mm"
    if fix == "co_chu" and "kieu" in finding.rule.parameters:
        size = load_layout().style(str(finding.rule.parameters["kieu"])).size
        return f"cỡ {size:g}" if language == "vi" else f"size {size:g}"
    expected = finding.values.get("expected_en" if language == "en" else "expected", finding.values.get("expected"))
    return None if expected is None else str(expected)


def _new_text(finding: Finding, result: FixResult) -> str | None:
    """Return the words that were written nearest to the finding, `None` if its paragraph reads as before."""
    old = finding.paragraph
    if old is None or finding.span is None:
        return None
    seen = result.after.recognised.seen
    new = next((one for one in (*seen.paragraphs, *seen.footnotes) if one.locator == old.locator), None)
    if new is None or new.text == old.text:
        return None
    start = finding.span.start
    edits = [
        one for one in SequenceMatcher(None, old.text, new.text, autojunk=False).get_opcodes() if one[0] != "equal"
    ]
    _kind, _first, _last, first, last = min(edits, key=lambda one: max(one[1] - start, start - one[2], 0))
    return f"“{_words_around(new.text, first, last)}”"


def _words_around(text: str, first: int, last: int) -> str:
    """Return the characters `first` to `last` with the words beside them, dots where the text goes on."""
    begin = text.rfind(" ", 0, max(0, first - _AROUND)) + 1
    end = text.find(" ", min(len(text), last + _AROUND))
    words = " ".join(text[begin : end if end >= 0 else len(text)].split())
    return f"{'…' if begin else ''}{words}{'…' if end >= 0 else ''}"
