"""Checking a template: each fault is found at its place, none in the shipped templates."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.problems import Problem, Severity
from reportgen.production.templates import CheckedTemplate, check_template, list_template_kinds
from reportgen.write import package
from reportgen.write.tag_scan import TagForm, scan_tags
from reportgen.write.template_check import TemplateFinding
from reportgen.write.template_text import read_template_text
from reportgen.write.xml_parts import NAMESPACES, w
from tests.write.changed_template import (
    BODY,
    appended,
    changed,
    element,
    paragraph,
    part_of,
    replaced,
    run,
    template_bytes,
    text_box,
    with_parts,
)

KINDS = {
    "van_ban": "bao_cao",
    "cong_van": "cong_van",
    "bien_ban": "bien_ban",
    "ban_sao": "sao_y",
    "de_cuong": "de_cuong",
}
"""The kind that each shipped template is for."""


@dataclass(frozen=True)
class Checks:
    """Checks the bytes of a template."""

    folder: Path

    def __call__(self, data: bytes, kind: str | None = "cong_van") -> CheckedTemplate:
        path = self.folder / "mau.docx"
        path.write_bytes(data)
        return check_template(path, kind=kind)


@pytest.fixture
def check(tmp_path: Path) -> Checks:
    return Checks(tmp_path)


def codes(checked: CheckedTemplate) -> list[str]:
    return [problem.code for problem in checked.problems]


def text_of(checked: CheckedTemplate, finding: TemplateFinding) -> str:
    """The text that a finding is about."""
    assert finding.span is not None
    template = read_template_text(checked.data, "mau.docx")
    here = (finding.span.part, finding.span.paragraph)
    found = next(one for one in template.paragraphs if (one.part, one.index) == here)
    return found.text[finding.span.start : finding.span.end]


def only(checked: CheckedTemplate, code: str) -> TemplateFinding:
    """The one finding with `code`."""
    found = [finding for finding in checked.findings if finding.problem.code == code]
    assert len(found) == 1, codes(checked)
    return found[0]


# Shipped templates


@pytest.mark.parametrize("kind", list_template_kinds())
def test_the_shipped_template_of_every_kind_has_no_findings(check: Checks, kind: str) -> None:
    from reportgen.compose.administrative import template_of
    from reportgen.read.data_files import load_document_kinds

    known = load_document_kinds()
    names = {"bao_cao_749": "van_ban", "de_cuong": "de_cuong", "an_pham_dti": "an_pham_dti"}
    name = names.get(kind) or template_of(known.layout_of(known.get(kind)).key)[0]
    assert codes(check(template_bytes(name), kind)) == []


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_kind_is_guessed_from_the_tags_and_said(check: Checks, name: str, kind: str) -> None:
    checked = check(template_bytes(name), None)
    assert (checked.kind and checked.kind.key, checked.is_guessed) == (kind, True)
    assert codes(checked) == ["MB029"]
    assert f"`{kind}`" in checked.problems[0].message()


# Seeded faults: each at a place chosen by chance, from a fixed seed

Seeded = tuple[etree._Element, str]
"""The paragraph with the fault, and the text that the finding has to be about."""


@dataclass(frozen=True)
class Fault:
    """Something that clerks do to templates; `seed` does it somewhere in the body and says where."""

    name: str
    code: str
    seed: Callable[[etree._Element, random.Random, str], Seeded]


def _texts(root: etree._Element, name: str, *, block: bool) -> list[tuple[etree._Element, str, str]]:
    """The `w:t` elements with a tag of the kind, with the tag as it is typed and its name."""
    tags = list_template_kinds()[KINDS[name]].tags
    return [
        (text, tag.written, tag.name)
        for text in root.iter(w("t"))
        for tag in tags
        if tag.block == block and tag.written in (text.text or "")
    ]


def _paragraph(inner: etree._Element) -> etree._Element:
    return next(inner.iterancestors(w("p")))


def retyped(name: str, code: str, pattern: str, *, block: bool = False) -> Fault:
    """A tag typed as `pattern`, in which N stands for its name."""

    def seed(root: etree._Element, chance: random.Random, template: str) -> Seeded:
        text, written, tag = chance.choice(_texts(root, template, block=block))
        new = pattern.replace("N", tag)
        text.text = (text.text or "").replace(written, new)
        return _paragraph(text), new

    return Fault(name, code, seed)


def inserted(name: str, code: str, markup: str, about: str, at: int = 0) -> Fault:
    """More paragraphs somewhere in the body; the finding is about `about` in that at index `at`."""

    def seed(root: etree._Element, chance: random.Random, template: str) -> Seeded:
        body = root[0]
        tag = chance.choice(_texts(root, template, block=False))[2]
        place = chance.randrange(len(body))
        new = list(element(f"<w:body>{markup.replace('NAME', tag)}</w:body>"))
        for offset, one in enumerate(new):
            body.insert(place + offset, one)
        return new[at], about.replace("NAME", tag)

    return Fault(name, code, seed)


def words_beside(root: etree._Element, chance: random.Random, template: str) -> Seeded:
    text, written, _ = chance.choice(_texts(root, template, block=True))
    text.text = f"Kính thưa {written}"
    return _paragraph(text), written


def half_bold(root: etree._Element, chance: random.Random, template: str) -> Seeded:
    text, written, _ = chance.choice(_texts(root, template, block=False))
    old = _paragraph(text)
    for child in old.findall("w:r", NAMESPACES):
        old.remove(child)
    for markup in (run("{"), run(written[1:6], "<w:b/>"), run(written[6:])):
        old.append(element(markup))
    return old, written


def if_into_a_cell(root: etree._Element, chance: random.Random, template: str) -> Seeded:
    tag = chance.choice(_texts(root, template, block=False))[2]
    cells = list(root.iter(w("tc")))
    last = element(paragraph(run("{%p endif %}")))
    root[0].insert(0, element(paragraph(run("{%p if " + tag + " %}"))))
    if cells:
        chance.choice(cells).append(last)
    else:
        root[0].insert(1, element(f"<w:tbl><w:tblGrid/><w:tr><w:tc>{paragraph()}</w:tc></w:tr></w:tbl>"))
        next(root.iter(w("tc"))).append(last)
    return last, "{%p endif %}"


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD {0} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{1}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
FAULTS = [
    retyped("a closing brace missing", "MB012", "{{N}"),
    retyped("an opening brace missing", "MB012", "{ N }}"),
    retyped("a brace too many", "MB012", "{{{ N }}"),
    retyped("quotes in the tag", "MB012", "{{ “N” }}"),
    retyped("an invisible character", "MB012", "{{ N\u200b }}"),
    retyped("p before a tag within a line", "MB012", "{{p N }}"),
    retyped("braces with spaces", "MB016", "{ { N } }"),
    retyped("fullwidth braces", "MB016", "｛｛ N ｝｝"),
    retyped("single braces", "MB016", "{N}"),
    retyped("left over from a mail merge", "MB016", "«N»"),
    retyped("square brackets", "MB016", "[[N]]"),
    retyped("an unknown tag", "MB010", "{{ khong_he_co }}"),
    retyped("a slip of the pen", "MB010", "{{ N_ }}"),
    retyped("attribute access", "MB013", "{{ N.__class__ }}"),
    retyped("a call", "MB013", "{{ N() }}"),
    retyped("a filter", "MB013", "{{ N|upper }}"),
    retyped("a comment", "MB013", "{# N #}"),
    retyped("a whole-paragraph tag within a line", "MB014", "{{ N }}", block=True),
    retyped("a tag for rows", "MB014", "{{tr N }}", block=True),
    Fault("words beside a whole-paragraph tag", "MB014", words_beside),
    Fault("formatting within a tag", "MB018", half_bold),
    inserted("a loop", "MB019", paragraph(run("{%p for dong in NAME %}")), "{%p for dong in NAME %}"),
    inserted("an import", "MB013", paragraph(run("{% import os %}")), "{% import os %}"),
    inserted("a comparison", "MB013", paragraph(run("{%p if NAME == 1 %}")) * 2, "{%p if NAME == 1 %}"),
    inserted("an if without its end", "MB023", paragraph(run("{%p if NAME %}")), "{%p if NAME %}"),
    inserted("an end without its if", "MB023", paragraph(run("Có {% endif %}")), "{% endif %}"),
    inserted(
        "words beside a command",
        "MB022",
        paragraph(run("Rồi {%p if NAME %}")) + paragraph(run("{%p endif %}")),
        "{%p if NAME %}",
    ),
    inserted(
        "an if that asks for no tag", "MB010", paragraph(run("{% if khong_co %}a{% endif %}")), "{% if khong_co %}"
    ),
    Fault("an if that ends in a cell", "MB024", if_into_a_cell),
    inserted("closing braces alone", "MB012", paragraph(run("xong }} rồi")), "xong }}"),
    inserted("brackets of no tag", "MB017", paragraph(run("điền {abc} vào đây")), "{abc}"),
    inserted("an unknown style", "MB026", paragraph(run("chữ"), style="KhongCo"), "chữ"),
    inserted("a field of a mail merge", "MB016", paragraph(_FIELD.format("NAME", run("«NAME»"))), "«NAME»"),
    inserted("such a field with another result", "MB016", paragraph(_FIELD.format("NAME", run("An"))), "An"),
    inserted(
        "a tag in deleted text",
        "MB031",
        paragraph('<w:del w:id="9" w:author="a"><w:r><w:delText>{{ NAME }}</w:delText></w:r></w:del>', run("chữ")),
        "chữ",
    ),
    inserted("a tag in the code of a field", "MB031", paragraph(_FIELD.format("{{{{ NAME }}}}", run("An"))), "An"),
    inserted("a tag in a text box", "MB010", paragraph(text_box(paragraph(run("{{ khong_co }}")))), "{{ khong_co }}"),
]


@pytest.mark.parametrize("template", KINDS)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_seeded_fault_is_found_at_its_place(check: Checks, template: str, fault: Fault) -> None:
    for seed in range(3):
        root = etree.fromstring(part_of(template_bytes(template), BODY).encode())
        where, about = fault.seed(root, random.Random(f"{template} {fault.name} {seed}"), template)  # noqa: S311
        data = with_parts(template_bytes(template), {BODY: etree.tostring(root, encoding="unicode")})
        checked = check(data, KINDS[template])
        index = list(root.iter(w("p"))).index(where)
        found = [f for f in checked.findings if f.problem.code == fault.code and f.span is not None]
        spans = {(finding.span.paragraph, text_of(checked, finding)) for finding in found if finding.span}
        inner = index + 1 if "text box" in fault.name else index
        assert (inner, about) in spans, (codes(checked), spans)
        # Nothing else is wrong, but for what the fault itself leaves undone.
        others = {code for code in codes(checked) if code not in {fault.code, "MB011", "MB023"}}
        assert others == set(), others


@pytest.mark.parametrize("template", KINDS)
def test_a_required_tag_that_is_taken_out_is_missing(check: Checks, template: str) -> None:
    for tag in list_template_kinds()[KINDS[template]].tags:
        data = replaced(template_bytes(template), tag.written, "") if tag.required else template_bytes(template)
        missing = [p.values["tag"] for p in check(data, KINDS[template]).problems if p.code == "MB011"]
        assert missing == ([tag.name] if tag.required else [])


def test_a_tag_that_word_has_split_into_runs_is_fine(check: Checks) -> None:
    split = run("{") + "<w:proofErr w:type='spellStart'/>" + run("{ so", '<w:lang w:val="en-US"/>') + run(" }}")
    assert codes(check(appended(template_bytes("cong_van"), paragraph(split)))) == []


# Regions of the page


@pytest.mark.parametrize(
    ("part", "old", "new", "region"),
    [
        ("word/footer1.xml", "{{p dia_chi }}", "{{p dia_chii }}", "chân trang của trang thứ nhất"),
        (
            "word/header1.xml",
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:t>{{ dia_chii }}</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/>',
            "đầu trang",
        ),
        (BODY, "{{ dia_danh }}", "{{ dia_danhh }}", "ô bảng (hàng 2, cột 2)"),
    ],
)
def test_the_place_says_the_region_and_the_text_around(
    check: Checks, part: str, old: str, new: str, region: str
) -> None:
    problem = only(check(replaced(template_bytes("cong_van"), old, new, part)), "MB010").problem
    assert problem.place.describe("vi").partition("mau.docx, ")[2].startswith(region)
    assert problem.place.text is not None
    assert new.partition("</w:t>")[0].removeprefix("<w:t>") in problem.place.text


def test_the_likely_meaning_is_said_in_both_languages(check: Checks) -> None:
    problem = only(check(replaced(template_bytes("cong_van"), "{{ so }}", "{{ số văn bản }}")), "MB012").problem
    assert problem.hint("vi") == "có phải `{{ so }}` (số văn bản)?"
    assert problem.hint("en") == "did you mean `{{ so }}` (number)?"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{{ Ký hiệu }}", "ky_hieu"),
        ("{{ kyhieu }}", "ky_hieu"),
        ("{{ KY_HIEU }}", "ky_hieu"),
        ("{{ ky-hieu }}", "ky_hieu"),
        ("{{ ký hiệu văn bản }}", "ky_hieu"),
        ("{{ kу_hіеu }}", "ky_hieu"),
        ("«Ky hieu»", "ky_hieu"),
    ],
)
def test_spellings_of_a_tag_lead_to_it(check: Checks, typed: str, meant: str) -> None:
    checked = check(replaced(template_bytes("cong_van"), "{{ ky_hieu }}", typed))
    assert [problem.values.get("example") for problem in checked.problems] == [f"`{{{{ {meant} }}}}`"]


def test_a_tag_in_a_footnote_is_refused(check: Checks) -> None:
    note = f'<w:footnote w:id="2">{paragraph(run("{{ so }}"))}</w:footnote></w:footnotes>'
    data = replaced(template_bytes("cong_van"), "</w:footnotes>", note, "word/footnotes.xml")
    finding = only(check(data), "MB015")
    assert finding.span is not None
    assert finding.span.part == "word/footnotes.xml"


def test_ordinary_text_with_brackets_is_left_alone(check: Checks) -> None:
    words = "Theo «Luật» (sửa đổi), đạt 80%, mục [1], a < b > c, tập {} và { }"
    escaped = words.replace("<", "&lt;").replace(">", "&gt;")
    assert codes(check(appended(template_bytes("cong_van"), paragraph(run(escaped))))) == []


def test_a_whole_paragraph_tag_used_twice_is_a_warning(check: Checks) -> None:
    data = appended(template_bytes("cong_van"), paragraph(run("{{p noi_dung }}")))
    assert only(check(data), "MB030").problem.severity is Severity.WARNING


# Styles


def style_problem(check: Checks, old: str, new: str) -> Problem:
    data = replaced(
        template_bytes("cong_van"), f'<w:name w:val="{old}"/>', f'<w:name w:val="{new}"/>', "word/styles.xml"
    )
    checked = check(data)
    assert len(checked.problems) == 1, codes(checked)
    return checked.problems[0]


def test_a_style_that_every_document_needs_is_an_error(check: Checks) -> None:
    assert style_problem(check, "Quyền hạn chức vụ", "Kiểu khác").code == "MB020"


def test_a_style_that_some_documents_need_is_a_warning(check: Checks) -> None:
    assert style_problem(check, "Căn cứ", "Kiểu khác").code == "MB025"


def test_a_style_of_nearly_that_name_is_suggested(check: Checks) -> None:
    hint = style_problem(check, "Quyền hạn chức vụ", "Quyen han chuc vu").hint()
    assert hint is not None
    assert "“Quyen han chuc vu”" in hint


def test_a_style_that_the_kind_never_uses_may_be_missing(check: Checks) -> None:
    data = replaced(
        template_bytes("cong_van"), '<w:name w:val="Lời quyết định"/>', '<w:name w:val="X"/>', "word/styles.xml"
    )
    assert codes(check(data)) == []
    decision = replaced(
        template_bytes("van_ban"), '<w:name w:val="Lời quyết định"/>', '<w:name w:val="X"/>', "word/styles.xml"
    )
    assert codes(check(decision, "quyet_dinh")) == ["MB025"]


def test_a_style_of_the_wrong_type_is_an_error(check: Checks) -> None:
    def make_character(root: etree._Element) -> None:
        for style in root.iterfind("w:style[w:name]", NAMESPACES):
            name = style.find("w:name", NAMESPACES)
            if name is not None and name.get(w("val")) == "Nội dung":
                style.set(w("type"), "character")

    data = changed(template_bytes("cong_van"), make_character, "word/styles.xml")
    assert only(check(data), "MB027").problem.values["style"] == "Nội dung"


def test_departures_from_the_decree_are_warnings(check: Checks) -> None:
    def widen(root: etree._Element) -> None:
        for margins in root.iter(w("pgMar")):
            margins.set(w("left"), "600")

    checked = check(changed(template_bytes("cong_van"), widen))
    assert [(p.code, p.severity) for p in checked.problems] == [("TT002", Severity.WARNING)]


def test_a_file_whose_form_cannot_be_read_says_so(check: Checks) -> None:
    data = replaced(template_bytes("cong_van"), 'w:val="center"', 'w:val="giữa"', "word/styles.xml")
    assert codes(check(data)) == ["MB032"]


# Files that are none, or not safe

_LINK = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
    ' Target="http://example.com/a.dotm" TargetMode="External"/></Relationships>'
)
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{NAMESPACES["w"]}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


def unsafe_files() -> Iterator[tuple[str, bytes]]:
    good = template_bytes("cong_van")
    yield "MB005", with_parts(good, {"word/vbaProject.bin": "macro"})
    yield "MB006", replaced(good, "</Relationships>", _LINK, "word/_rels/document.xml.rels")
    yield "MB004", with_parts(good, {BODY: _BOMB})
    yield "MB001", good[:3000]
    yield "MB001", with_parts(good, {"word/styles.xml": None})
    yield "MB001", with_parts(good, {"word/header1.xml": None})
    yield "MB001", with_parts(good, {BODY: "<w:document"})
    yield (
        "MB001",
        replaced(good, "wordprocessingml.document.main", "wordprocessingml.template.main", "[Content_Types].xml"),
    )
    yield "MB002", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


@pytest.mark.parametrize(("code", "data"), list(unsafe_files()))
def test_a_file_that_is_unsafe_or_no_word_file_is_one_problem(check: Checks, code: str, data: bytes) -> None:
    assert codes(check(data)) == [code]


def test_a_zip_bomb_is_stopped_at_the_limit(check: Checks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_MEMBER_BYTES", 200_000)
    bomb = with_parts(template_bytes("cong_van"), {"word/media/a.bin": "0"})
    members = dict(package.read_package(bomb, "x"))
    members["word/media/a.bin"] = package.deflate("word/media/a.bin", b"0" * 10_000_000)
    data = package.write_package(members.values())
    assert len(data) < 100_000
    assert codes(check(data)) == ["MB003"]


@pytest.mark.parametrize(
    "expression",
    [
        "{{ so.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{% import os %}",
        "{% include 'x' %}",
        "{% set x = 1 %}",
        "{% macro x() %}",
        "{{ self }}{{ so['a'] }}",
        "{{ " + "a + " * 50_000 + "a }}",
        "{%- if so -%}",
    ],
    ids=lambda expression: expression[:30],
)
def test_code_in_a_template_is_refused(check: Checks, expression: str) -> None:
    checked = check(appended(template_bytes("cong_van"), paragraph(run(expression))))
    assert "MB013" in codes(checked)
    assert all(len(problem.message()) < 400 for problem in checked.problems)


def test_nothing_is_executed_from_a_template_that_imitates_docxtpl_commands(check: Checks) -> None:
    for words in ("{% colspan so %}", "{% cellbg so %}", "{% vm %}", "{% hm %}"):
        data = appended(template_bytes("cong_van"), paragraph(run(words)))
        assert codes(check(data)) == ["MB013"]


# Scanning text


@given(st.text(alphabet="{}%#«»<>[] ｛｝ap_\u200b“", max_size=60))
def test_scanning_finds_tags_in_order_and_within_the_text(text: str) -> None:
    tags = list(scan_tags(text))
    assert all(0 <= tag.start < tag.end <= len(text) for tag in tags)
    assert [tag.start for tag in tags] == sorted(tag.start for tag in tags)
    for tag in tags:
        if tag.form is TagForm.PRINT:
            assert text[tag.start : tag.end] == "{{" + tag.inner + "}}"


@given(st.lists(st.sampled_from(["so", "ky_hieu", "p noi_dung"]), min_size=1), st.text("ab (%) :/", max_size=5))
def test_well_formed_tags_are_found_as_they_are(names: list[str], between: str) -> None:
    text = between.join(f"{{{{ {name} }}}}" for name in names)
    assert [(tag.form, tag.words) for tag in scan_tags(text)] == [(TagForm.PRINT, name) for name in names]
