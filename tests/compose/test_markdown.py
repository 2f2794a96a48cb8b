"""Markdown of narrative fields → blocks, through pandoc."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.compose import markdown
from reportgen.compose.markdown import MarkdownField, convert_markdown
from reportgen.compose.markdown_source import check_text, is_plain, prepare_text
from reportgen.document import (
    Block,
    Blocks,
    Caption,
    Cell,
    Figure,
    Footnote,
    LineBreak,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Role,
    RowKind,
    Table,
    Text,
)
from reportgen.problems import OutputError, Place, Problem, Severity
from reportgen.problems.text import PICTURE_MISSING

PICTURE = Picture(b"png", "png", 40, 30)
PLACE = Place(file="bao_cao.yaml", line=10, column=7, key="noi_dung")


def load_picture(relative: str) -> Picture | Problem:
    return PICTURE_MISSING.at(Place(), found=relative) if "thieu" in relative else PICTURE


def convert(text: str) -> tuple[Blocks, list[Problem]]:
    blocks, problems = convert_markdown([MarkdownField("noi_dung", text, PLACE)], load_picture=load_picture)
    return blocks["noi_dung"], problems


def blocks_of(text: str) -> Blocks:
    blocks, problems = convert(text)
    assert problems == []
    return blocks


def findings(text: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.place.line) for problem in convert(text)[1]]


def body(*inlines: Text | LineBreak | Link | Footnote) -> Paragraph:
    return Paragraph(Role.BODY, inlines)


def items(text: str) -> list[tuple[str, int, str]]:
    return [
        (block.marker, block.depth, "".join(i.text for i in block.inlines if isinstance(i, Text)))
        for block in blocks_of(text)
        if isinstance(block, ListItem)
    ]


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("*x*", Mark.ITALIC),
        ("_x_", Mark.ITALIC),
        ("**x**", Mark.BOLD),
        ("***x***", Mark.BOLD | Mark.ITALIC),
        ("~~x~~", Mark.STRIKE),
        ("^x^", Mark.SUPERSCRIPT),
        ("~x~", Mark.SUBSCRIPT),
        ("`x`", Mark.CODE),
    ],
)
def test_emphasis_becomes_marks_and_neighbours_keep_their_spaces(typed: str, marks: Mark) -> None:
    assert blocks_of(f"trước {typed} sau") == (body(Text("trước "), Text("x", marks), Text(" sau")),)


@pytest.mark.parametrize(
    "typed",
    [
        "\"ngoặc\" 'đơn' -- và ... giữ nguyên",
        "giá $5 đến $10, {{ x }} {% if %} và {#x .y}",
        "gửi @van_thu và vanthu@example.vn",
        "x < 5, <5%, a<b và c>d, 3 > 2",
        "<tên đơn vị> điền sau",
        "R&D, AT&T; &copy và &khong;",
        r"C:\Users\Bao cao và a \ b",
        "a_b_c * d ~ e ^ f",
        "Mr. Smith v.v. TP. Huế",
        "năm 2024-2025: – tốt",
        "[x] đã làm [ ] chưa làm",
        "http://a.vn/x_y",
        "x^2 + y^2 và {width=50%}",
    ],
)
def test_text_comes_out_as_typed(typed: str) -> None:
    assert blocks_of(typed) == (body(Text(typed)),)
    # The same through pandoc, which a field without syntax does not need.
    assert blocks_of(f"{typed} *x*") == (body(Text(f"{typed} "), Text("x", Mark.ITALIC)),)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (r"\*không đậm\*", "*không đậm*"),
        (r"\<b>", "<b>"),
        (r"1\. không là danh sách", "1. không là danh sách"),
        ("R&amp;D", "R&D"),
        (r"R\&amp;D", "R&amp;D"),
        (r"\\server\share", r"\server\share"),
        ("một\nhai", "một hai"),
        ("\ufeffmột", "một"),
    ],
)
def test_escapes_and_character_references_are_read(typed: str, printed: str) -> None:
    assert blocks_of(typed) == (body(Text(printed)),)


def test_decomposed_letters_come_out_composed_in_text_links_and_notes() -> None:
    word = unicodedata.normalize("NFD", "Điều tiết ở Huế")
    text = f"{word} [*{word}*](https://example.vn/{word.replace(' ', '')})[^1] e&#769;\n\n[^1]: `{word}`"
    blocks = blocks_of(text)
    assert unicodedata.is_normalized("NFC", repr(blocks))
    assert "Điều tiết ở Huế" in repr(blocks)


def test_hard_line_breaks_and_line_blocks_keep_their_lines() -> None:
    three_lines = body(Text("a"), LineBreak(), Text("b"), LineBreak(), Text("c"))
    assert blocks_of("a  \nb\\\nc") == (three_lines,)
    assert blocks_of("| a\n| b\n| c") == (three_lines,)


def test_links_keep_their_label_and_address() -> None:
    assert blocks_of("[**a**](https://a.vn) [b] [c](mailto:c@a.vn)") == (
        body(
            Link((Text("a", Mark.BOLD),), "https://a.vn"),
            Text(" [b] "),
            Link((Text("c"),), "mailto:c@a.vn"),
        ),
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.vn", "file:///etc/passwd", "/a", "#muc", "https:///a"]
)
def test_other_link_schemes_are_errors_and_only_the_words_stay(url: str) -> None:
    blocks, problems = convert(f"dòng một\n[chữ]({url})")
    assert blocks == (body(Text("dòng một chữ")),)
    assert [(p.code, p.severity, p.place.line) for p in problems] == [("VB201", Severity.ERROR, 11)]


def test_bullets_take_a_dash_then_plus_signs() -> None:
    text = "Kết quả:\n- Một\n  - Hai\n    - Ba\n\n  Đoạn hai của Một\n- Bốn"
    assert items(text) == [
        ("-", 1, "Một"),
        ("+", 2, "Hai"),
        ("+", 3, "Ba"),
        ("", 1, "Đoạn hai của Một"),
        ("-", 1, "Bốn"),
    ]


def test_plus_signs_below_dashes_are_the_second_level_even_without_indent() -> None:
    assert items("- Một\n+ Hai\n+ Ba\n- Bốn") == [("-", 1, "Một"), ("+", 2, "Hai"), ("+", 2, "Ba"), ("-", 1, "Bốn")]


def test_points_in_vietnamese_order_keep_their_letters() -> None:
    letters = "abcdđeghiklmnopqrstuvxy"
    text = "\n".join(f"{letter}) Điểm {letter}" for letter in letters)
    assert items(text) == [(f"{letter})", 1, f"Điểm {letter}") for letter in letters]


@pytest.mark.parametrize("rest", ["x", "_x_", "**x**", "`x`", "- x", '"x"', "[x](https://a.vn)"])
def test_a_list_may_start_with_d_bar(rest: str) -> None:
    markers = [block.marker for block in blocks_of(f"đ) {rest}\ne) y") if isinstance(block, ListItem)]
    assert markers[0] == "đ)"
    assert markers[-1] == "e)"


def test_d_bar_outside_a_list_stays_as_typed() -> None:
    blocks, problems = convert("```\nđ) x\n```")
    assert blocks == (body(Text("đ) x", Mark.CODE)),)
    assert [p.code for p in problems] == ["VB104"]
    table = blocks_of("STT  Tên\n---  ---\nđ)   Huế\nđ) x Vinh")[0]
    assert isinstance(table, Table)
    assert cell_texts(table.body[0].cells) == ["đ)", "Huế"]


def test_latin_lettering_is_put_in_vietnamese_order_with_a_warning() -> None:
    blocks, problems = convert("a) x\nb) x\nc) x\nd) x\ne) x\nf) x")
    assert [b.marker for b in blocks if isinstance(b, ListItem)] == ["a)", "b)", "c)", "d)", "đ)", "e)"]
    assert [(p.code, p.place.line, p.values["found"], p.values["written"]) for p in problems] == [
        ("VB105", 14, "e)", "đ)")
    ]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("3. x\n4. y", ["3.", "4."]),
        ("1. x\n1. y\n1. z", ["1.", "2.", "3."]),
        ("2) x\n3) y", ["2)", "3)"]),
        ("i) x\nii) y", ["i)", "ii)"]),
        ("IV. x\nV.  y", ["IV.", "V."]),
        ("(a) x\n(b) y", ["(a)", "(b)"]),
        ("h) x\ni) y\nk) z", ["h)", "i)", "k)"]),
        ("1. x\na) y\nb) z\n2. t", ["1.", "a)", "b)", "2."]),
    ],
)
def test_ordered_lists_keep_their_numbers(text: str, markers: list[str]) -> None:
    assert [marker for marker, _, _ in items(text)] == markers


def test_a_number_at_the_start_of_a_wrapped_line_is_warned_about() -> None:
    assert findings("Số liệu năm\n2025. Tiếp theo") == [("VB106", 11)]


@pytest.mark.parametrize("line", ["    - một", "| a | b |", "> trích", "# tiêu đề", "```"])
def test_a_block_that_runs_on_from_a_paragraph_is_warned_about(line: str) -> None:
    assert findings(f"Kết quả:\n{line}") == [("VB109", 11)]


def cell_texts(cells: tuple[Cell, ...]) -> list[str]:
    return [
        "".join(
            i.text
            for b in cell.blocks
            if isinstance(b, Paragraph | ListItem)
            for i in b.inlines
            if isinstance(i, Text)
        )
        for cell in cells
    ]


def test_a_pipe_table_has_head_alignment_shares_and_caption() -> None:
    (table,) = blocks_of("| Tên chỉ tiêu | Số |\n|---|--:|\n| Tỷ lệ \\| số | **5** |\n\n: Kết quả *năm*")
    assert isinstance(table, Table)
    assert [(c.share, c.align) for c in table.columns] == [(12.0, "left"), (4.0, "right")]
    assert [cell_texts(row.cells) for row in (*table.head, *table.body)] == [
        ["Tên chỉ tiêu", "Số"],
        ["Tỷ lệ | số", "5"],
    ]
    assert [p.role for p in table.head[0].cells[0].blocks if isinstance(p, Paragraph)] == [Role.TABLE_HEAD]
    assert table.body[0].cells[1].blocks == (Paragraph(Role.TABLE_CELL, (Text("5", Mark.BOLD),)),)
    assert table.caption == Caption("Bảng", 0, (Text("Kết quả "), Text("năm", Mark.ITALIC)))


def test_a_grid_table_has_widths_spans_lists_and_a_total() -> None:
    (table,) = blocks_of(
        "+-----+---------+\n| a   | b       |\n+=====+=========+\n| c             |\n+-----+---------+\n"
        "| - x | d       |\n|     +---------+\n|     | f       |\n"
        "+=====+=========+\n| t   |         |\n+=====+=========+"
    )
    assert isinstance(table, Table)
    assert table.columns[1].share > table.columns[0].share
    assert [[(c.columns, c.rows) for c in row.cells] for row in table.body] == [
        [(2, 1)],
        [(1, 2), (1, 1)],
        [(1, 1)],
        [(1, 1), (1, 1)],
    ]
    assert table.body[1].cells[0].blocks == (ListItem("-", (Text("x"),)),)
    assert table.body[3].kind is RowKind.TOTAL
    assert table.body[3].cells[1].blocks == (Paragraph(Role.TABLE_CELL, ()),)


def test_a_simple_table_without_head_has_no_head_rows() -> None:
    (table,) = blocks_of("----  ----\nHuế     5\nVinh    6\n----  ----")
    assert isinstance(table, Table)
    assert table.head == ()
    assert [cell_texts(row.cells) for row in table.body] == [["Huế", "5"], ["Vinh", "6"]]


def test_quotes_and_definition_lists() -> None:
    assert blocks_of("> trích\n> dẫn") == (Paragraph(Role.QUOTE, (Text("trích dẫn"),)),)
    assert blocks_of("Chỉ tiêu\n:   giải thích") == (body(Text("Chỉ tiêu", Mark.BOLD)), body(Text("giải thích")))


def test_a_footnote_holds_paragraphs_of_the_footnote_role_and_lists() -> None:
    (paragraph,) = blocks_of("câu[^1] và^[ngay đây]\n\n[^1]: ghi *chú*\n\n    - mục")
    assert paragraph == body(
        Text("câu"),
        Footnote(
            (
                Paragraph(Role.FOOTNOTE, (Text("ghi "), Text("chú", Mark.ITALIC))),
                ListItem("-", (Text("mục"),)),
            )
        ),
        Text(" và"),
        Footnote((Paragraph(Role.FOOTNOTE, (Text("ngay đây"),)),)),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x\n\n[^2]: thừa", [("VB202", 12)]),
        ("x\n\n[a]: https://a.vn", [("VB202", 12)]),
        ("x[^1]\n\n[^1]: một\n[^1]: hai", [("VB203", 13)]),
        ("dòng\nx[^9]", [("VB204", 11)]),
        ("x[^1]\n\n[^1]: ![a](b.png)", [("VB107", 12)]),
        ("x[^1]\n\n[^1]: xem\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |", [("VB107", 12)]),
    ],
)
def test_notes_and_addresses_that_would_get_lost_are_reported(text: str, found: list[tuple[str, int]]) -> None:
    assert findings(text) == found


def test_a_picture_alone_is_a_figure_with_caption_and_text() -> None:
    assert blocks_of("![Bản đồ *Huế*](hinh/bản đồ.png)") == (
        Figure(PICTURE, "Bản đồ Huế", Caption("Hình", 0, (Text("Bản đồ "), Text("Huế", Mark.ITALIC)))),
    )
    (figure,) = blocks_of('![Bản đồ](hinh/a.png "34 tỉnh, thành phố tô màu")')
    assert isinstance(figure, Figure)
    assert figure.alt_text == "34 tỉnh, thành phố tô màu"


def test_a_picture_without_text_and_a_picture_inside_text_are_warned_about() -> None:
    assert convert("![](a.png)")[0] == (Figure(PICTURE, ""),)
    assert findings("x\n\n![](a.png)") == [("VB307", 12)]
    blocks, problems = convert("xem ![Hình](a.png) này")
    assert [type(block) for block in blocks] == [Paragraph, Figure]
    assert [p.code for p in problems] == ["VB308"]


@pytest.mark.parametrize(
    "path",
    [
        "/etc/a.png",
        "../a.png",
        "a/../../b.png",
        "https://a.vn/b.png",
        "file:a.png",
        "C:/a.png",
        r"..\a.png",
        "%2e%2e/a",
    ],
)
def test_a_picture_path_that_leaves_the_folder_is_an_error_and_is_not_loaded(path: str) -> None:
    def refuse(relative: str) -> Picture:
        raise AssertionError(relative)

    field = MarkdownField("k", f"![x]({path})", PLACE)
    blocks, problems = convert_markdown([field], load_picture=refuse)
    assert blocks == {"k": ()}
    assert [p.code for p in problems] == ["VB301"]


def test_the_loaders_problem_gets_the_place_in_the_input() -> None:
    _, (problem,) = convert("x\n\n![a](thieu.png)")
    assert problem.code == "VB302"
    assert problem.place == Place(file="bao_cao.yaml", line=12, key="noi_dung", text="thieu.png")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n<b>x", [11]),
        ("`<b>` rồi\n<br>", [11]),
        ("<script>x</script>", [10]),
        ("x\n\n<div>\ny\n</div>", [12]),
        ("<!-- chú thích -->", [10]),
        ("x[^1]\n\n[^1]: <i>", [12]),
        ("| a |\n|---|\n| x<br/>y |", [12]),
        ('<a href="https://a.vn">', [10]),
        ("- một\n- <u>", [11]),
    ],
)
def test_raw_html_is_an_error_on_its_line(text: str, lines: list[int]) -> None:
    assert findings(text) == [("VB101", line) for line in lines]


def test_the_message_about_raw_html_says_what_to_do() -> None:
    _, (problem,) = convert("<br>")
    assert problem.message() == "HTML thô không được dùng: `<br>`"
    assert problem.hint() == "dùng Markdown (`**đậm**`, `*nghiêng*`); nếu là dấu bé hơn thì viết `\\<`"


@pytest.mark.parametrize("heading", ["## Kết quả", "Kết quả\n===", "Kết quả\n---"])
def test_a_heading_becomes_a_bold_paragraph_with_a_warning(heading: str) -> None:
    blocks, problems = convert(f"x\n\n{heading}\n\ny")
    assert blocks == (body(Text("x")), body(Text("Kết quả", Mark.BOLD)), body(Text("y")))
    assert [(p.code, p.severity, p.place.line) for p in problems] == [("VB102", Severity.WARNING, 12)]


def test_a_horizontal_rule_is_left_out_with_a_warning() -> None:
    blocks, problems = convert("x\n\n---\n\ny\n\n* * *\n")
    assert blocks == (body(Text("x")), body(Text("y")))
    assert [(p.code, p.place.line) for p in problems] == [("VB103", 12), ("VB103", 16)]


@pytest.mark.parametrize("text", ["x\n\n    nguyên *văn*", "x\n\n\tnguyên *văn*", "x\n\n```\nnguyên *văn*\n```"])
def test_verbatim_blocks_are_kept_with_a_warning(text: str) -> None:
    blocks, problems = convert(text)
    assert blocks == (body(Text("x")), body(Text("nguyên *văn*", Mark.CODE)))
    assert [p.code for p in problems] == ["VB104"]


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x85", "\ud800", "\ufffe", "\ufdd0", "\u202e"])
def test_control_characters_are_an_error_on_their_line(character: str) -> None:
    blocks, (problem,) = convert(f"một\nhai {character} ba{character}")
    assert blocks == ()
    assert (problem.code, problem.place.line, problem.values["count"]) == ("VB401", 11, 2)
    assert problem.values["found"] == f"U+{ord(character):04X}"


def test_a_reference_to_a_control_character_is_an_error() -> None:
    assert findings("x &#1; y") == [("VB401", 10)]


def test_a_field_of_five_megabytes_is_refused_at_once() -> None:
    start = time.monotonic()
    blocks, problems = convert("*việc* " * 600_000)
    assert time.monotonic() - start < 2
    assert blocks == ()
    assert [p.message() for p in problems] == ["đoạn văn dài 5,4 MB, quá 1 MB"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3000,
        ">" * 2000 + " a",
        "- " * 50 + "a",
        "\n".join("  " * level + "- a" for level in range(40)),
        "*a ~~b " * 8 + "x" + " b~~ a*" * 8,
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    assert [p.code for p in convert(text)[1]] == ["VB403"]


def test_a_text_that_pandoc_cannot_read_in_time_does_not_harm_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_SECONDS", 1)
    fields = [
        MarkdownField("a", "*một*", PLACE),
        MarkdownField("b", "&" * 60_000, PLACE),
        MarkdownField("c", "*ba*", PLACE),
    ]
    blocks, problems = convert_markdown(fields, load_picture=load_picture)
    assert blocks == {"a": (body(Text("một", Mark.ITALIC)),), "b": (), "c": (body(Text("ba", Mark.ITALIC)),)}
    assert [p.code for p in problems] == ["VB404"]


def test_many_unreadable_texts_are_given_up_after_three_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_pandoc_lines", lambda texts: [])
    fields = [MarkdownField(str(n), "*x*", PLACE) for n in range(9)]
    _, problems = convert_markdown(fields, load_picture=load_picture)
    assert [p.code for p in problems] == ["VB404"] * 9


def test_without_pandoc_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypandoc

    def missing() -> str:
        raise OSError("No pandoc was found")

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    with pytest.raises(OutputError) as caught:
        convert("*x*")
    assert caught.value.problem.code == "VB405"


def test_pypandoc_is_not_imported_for_plain_text() -> None:
    code = (
        "import sys\nfrom reportgen.compose.markdown import *\nfrom reportgen.problems import Place\n"
        "convert_markdown([MarkdownField('k', 'chỉ có chữ', Place())], load_picture=None)\n"
        "sys.exit('pypandoc' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


FRAGMENTS = [
    "một", "hai ", "\n", "\n\n", "  \n", "```\n", "`", "*", "**", "~~", "[^1]", "[^1]: ghi chú\n", "[a]", "- ", "1. ",
    "[a]: https://a.vn\n", "a) ", "đ) ", "+ ", "> ", "    ", "| a | b |\n|---|---|\n", "---\n", "# ", "<!--", "<div>",
    "$$", ":::", "\\", "&amp;", "![x](a.png)", "(", "](b)", "^[", "{", "}", "|", "\\begin{x}", "<b>", "\t", ": ",
    "=====\n", "+---+\n",
]  # fmt: skip
hostile_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(hostile_texts, min_size=2, max_size=5))
def test_fields_converted_together_equal_fields_converted_one_by_one(texts: list[str]) -> None:
    fields = [MarkdownField(str(n), text, PLACE) for n, text in enumerate(texts)]
    together, problems = convert_markdown(fields, load_picture=load_picture)
    alone = [convert_markdown([field], load_picture=load_picture) for field in fields]
    assert together == {key: blocks for blocks_by_key, _ in alone for key, blocks in blocks_by_key.items()}
    assert problems == [problem for _, found in alone for problem in found]


def words_of(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | ListItem():
            for inline in block.inlines:
                match inline:
                    case Text():
                        yield inline.text
                    case Link():
                        yield from (i.text for i in inline.inlines if isinstance(i, Text))
                    case Footnote():
                        for inner in inline.blocks:
                            yield from words_of(inner)
        case Table():
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from words_of(inner)
        case _:
            pass


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(hostile_texts, min_size=3, max_size=8))
def test_no_sign_meant_for_pandoc_is_left_and_every_text_is_clean(texts: list[str]) -> None:
    fields = [MarkdownField(str(n), text, PLACE) for n, text in enumerate(texts)]
    converted, _ = convert_markdown(fields, load_picture=load_picture)
    for blocks in converted.values():
        for block in blocks:
            for words in words_of(block):
                assert words
                assert not set(words) & {"\ufdd0", "\ufdd1", "\n", "\t"}


plain_texts = st.text(
    st.one_of(
        st.sampled_from(list("abcđếỏ   \n\n.,;:!?-–+=()[]{}%$@\"'/1269IVxi…&<")),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=60,
).filter(lambda text: is_plain(prepare_text(text)) and not check_text(text, PLACE))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(texts=st.lists(plain_texts, min_size=5, max_size=20))
def test_plain_text_gives_what_pandoc_would_give(texts: list[str]) -> None:
    fields = [MarkdownField(str(n), text, PLACE) for n, text in enumerate(texts)]
    fast = convert_markdown(fields, load_picture=load_picture)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "is_plain", lambda text: False)
        slow = convert_markdown(fields, load_picture=load_picture)
    assert fast == slow


def test_one_process_reads_a_whole_report(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[int] = []
    real = markdown._pandoc_lines

    def counting(texts: list[str]) -> list[str]:
        runs.append(len(texts))
        return real(texts)

    monkeypatch.setattr(markdown, "_pandoc_lines", counting)
    fields = [MarkdownField(str(n), f"Nhiệm vụ **{n}**[^1]\n\n[^1]: chú thích {n}", PLACE) for n in range(60)]
    blocks, problems = convert_markdown(fields, load_picture=load_picture)
    assert runs == [60]
    assert problems == []
    assert all(f"chú thích {n}" in repr(blocks[str(n)]) for n in range(60))
