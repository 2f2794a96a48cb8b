"""A letter filled from a run is the letter that would have been written with the values in it."""

import io
import pickle
import unicodedata
import zipfile
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.document import Figure, Link, Mark, Paragraph, Picture, Role, Text, text
from reportgen.document.slot import SLOT_END, SLOT_START, record_slot, slot
from reportgen.problems import InputProblems, Language
from reportgen.write.letter_run import LetterRun, Records, prepare_letter_run
from tests.conftest import AssertValid
from tests.write.sample_letter import body, letter, table, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = [
    "&<>\"'",
    "</w:t>",
    "&amp;",
    "tie\u0302\u0301ng Vie\u0323\u0302t",
    "Đ\u00a0ơn vị",
    "😀",
    "\u0301",
    "a\nb",
    "\n",
    "",
]
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff\ufdd0\ufdd1"), max_size=30
    ),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join),
)
CELLS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5)
LIST = (tuple(record_slot("bang", cell) for cell in range(3)),)


def part(docx: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        return archive.read(name)


def lines(docx: bytes) -> list[str]:
    """The text of each paragraph, its line breaks as line feeds; composed, for two values side by side may not be."""
    root = etree.fromstring(part(docx))
    found = [
        "".join(
            "\n" if piece.tag == f"{W}br" else str(piece.text or "") for piece in paragraph.iter(f"{W}t", f"{W}br")
        )
        for paragraph in root.iter(f"{W}p")
    ]
    return [unicodedata.normalize("NFC", line) for line in found]


def run_of(*blocks: Paragraph, title: str = "Báo cáo mẫu") -> LetterRun:
    return prepare_letter_run(write(letter(*blocks, title=title)), "thu.yaml")


TEXT_RUN = run_of(body(f"Kính gửi {slot('ten')}, số {slot('so')} của {slot('ten')}{slot('so')}."))
TABLE_RUN = prepare_letter_run(write(letter(body(slot("ten")), table(LIST))), "thu.yaml")


def complaints(make: Callable[[], object], language: Language = "vi") -> list[str]:
    with pytest.raises(InputProblems) as caught:
        make()
    return [
        f"{p.code} {p.place.describe(language)}: {p.message(language)} ({p.hint(language)})"
        for p in caught.value.problems
    ]


@given(name=TEXTS, number=TEXTS)
@example(name="".join(HOSTILE), number="x" * 70_000)
@example(name="ạ" * 70_000, number="")
@settings(deadline=None)
def test_a_filled_letter_says_what_a_written_one_says(name: str, number: str) -> None:
    written = write(letter(body(f"Kính gửi {name}, số {number} của {name}{number}.")))
    assert lines(TEXT_RUN.fill({"ten": name, "so": number})) == lines(written)


@given(name=TEXTS.filter(bool), number=TEXTS.filter(bool))
@settings(deadline=None)
def test_a_filled_letter_without_line_feeds_is_the_written_one_to_the_byte(name: str, number: str) -> None:
    name, number = name.replace("\n", " "), number.replace("\n", " ")
    run = run_of(body(f"Kính gửi {slot('ten')}, số {slot('so')}."))
    written = write(letter(body(f"Kính gửi {name}, số {number}.")))
    filled = run.fill({"ten": name, "so": number})
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        for member in archive.namelist():
            assert part(filled, member) == archive.read(member)


@given(rows=CELLS, name=TEXTS)
@settings(deadline=None)
def test_repeated_rows_say_what_written_ones_say(rows: Sequence[Sequence[str]], name: str) -> None:
    filled = lines(TABLE_RUN.fill({"ten": name}, {"bang": rows}))
    if rows:
        assert filled == lines(write(letter(body(name), table(rows))))
    else:
        no_rows = letter(body(name), table([("", "", "")]))
        assert [line for line in filled if line] == [line for line in lines(write(no_rows)) if line]


def test_a_filled_letter_is_valid(assert_valid_docx: AssertValid) -> None:
    rows = [(HOSTILE[0], HOSTILE[3], "a\n\nb"), ("", HOSTILE[4], HOSTILE[5])]
    assert_valid_docx(TABLE_RUN.fill({"ten": "".join(HOSTILE)}, {"bang": rows}))
    assert_valid_docx(TABLE_RUN.fill({"ten": ""}, {"bang": []}))


def test_what_varies_comes_last_and_the_content_types_first() -> None:
    run = run_of(body(slot("ten")), title=slot("ten"))
    with zipfile.ZipFile(io.BytesIO(run.fill({"ten": "Bộ A"}))) as archive:
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert sorted(names[-2:]) == ["docProps/core.xml", "word/document.xml"]
    assert len(names) == len(set(names))


def test_the_same_values_give_the_same_bytes_here_and_in_another_process() -> None:
    records: Records = {"bang": [("1", "a", "b")] * 100}
    elsewhere: LetterRun = pickle.loads(pickle.dumps(TABLE_RUN))  # noqa: S301  our own bytes
    assert TABLE_RUN.fill({"ten": "Bộ A"}, records) == elsewhere.fill({"ten": "Bộ A"}, records)


def test_a_run_knows_what_it_asks_for() -> None:
    assert (set(TEXT_RUN.slots), set(TEXT_RUN.lists)) == ({"ten", "so"}, set())
    assert (set(TABLE_RUN.slots), set(TABLE_RUN.lists)) == ({"ten"}, {"bang"})


def test_a_line_feed_is_a_space_where_no_line_can_break() -> None:
    run = run_of(body("Nội dung."), title=f"Gửi {slot('ten')}")
    assert (
        "<dc:title>Gửi Bộ A &amp; B</dc:title>" in part(run.fill({"ten": "Bộ A\n& B"}), "docProps/core.xml").decode()
    )


def test_a_slot_in_a_repeated_row_is_the_same_in_each() -> None:
    run = prepare_letter_run(
        write(letter(table([(slot("nam"), record_slot("bang", 1), slot("nam") + "x")]))), "thu.yaml"
    )
    filled = lines(run.fill({"nam": "20\n25"}, {"bang": [("không dùng", "a"), ("không dùng", "b")]}))
    first = filled.index("20\n25")
    assert filled[first : first + 6] == ["20\n25", "a", "20\n25x", "20\n25", "b", "20\n25x"]


def test_two_tables_may_repeat_the_rows_of_one_list() -> None:
    run = prepare_letter_run(write(letter(table(LIST), body("Giữa."), table(LIST[:1]))), "thu.yaml")
    assert lines(run.fill({}, {"bang": [("MỘT", "HAI", "BA")]})).count("HAI") == 2


def test_a_name_may_hold_what_xml_escapes() -> None:
    run = run_of(body(slot('R&D "<1>"')))
    assert "x" in lines(run.fill({'R&D "<1>"': "x"}))


def test_a_picture_may_hold_the_bytes_of_a_mark() -> None:
    picture = Picture(b"\x89PNG" + SLOT_START.encode() + b"\xff", "png", 10, 10)
    run = prepare_letter_run(write(letter(Figure(picture, "hình", width=0.5), body(slot("ten")))), "thu.yaml")
    assert part(run.fill({"ten": "x"}), "word/media/reportgen1.png") == picture.data


def test_more_values_than_the_letter_asks_for_do_no_harm() -> None:
    assert TEXT_RUN.fill({"ten": "a", "so": "b", "ma": "c"}) == TEXT_RUN.fill({"so": "b", "ten": "a"})


def test_missing_values_are_all_named_with_what_was_given_instead() -> None:
    assert complaints(lambda: TEXT_RUN.fill({"tenn": "a"})) == [
        "BT101 thu.yaml: thiếu giá trị cho {{so}} (văn bản cần đủ các giá trị: so, ten)",
        "BT101 thu.yaml: thiếu giá trị cho {{ten}} (giá trị đã cho có tên `tenn`: có phải viết khác tên không?)",
    ]


def test_missing_and_unknown_lists_are_named() -> None:
    assert complaints(lambda: TABLE_RUN.fill({"ten": "a"}, {"bangg": []}), "en") == [
        "BT102 thu.yaml: the list `bang`, from which a table takes its rows, is missing "
        "(give this list, even if it has no rows)",
        "BT103 thu.yaml: no table of the letter takes its rows from the list `bangg` (is it the list `bang`?)",
    ]
    assert complaints(lambda: TEXT_RUN.fill({"ten": "a", "so": "b"}, {"x": []})) == [
        "BT103 thu.yaml: không có bảng nào trong văn bản lấy dòng từ danh sách `x` (bỏ danh sách này)"
    ]


def test_records_with_too_few_cells_are_all_named() -> None:
    records: Records = {"bang": [("1", "2", "3"), ("1",), ("1", "2", "3", "4"), ()]}
    assert complaints(lambda: TABLE_RUN.fill({"ten": "a"}, records)) == [
        f"BT104 thu.yaml: dòng {row} của danh sách `bang` có {found} ô, bảng của văn bản cần 3 "
        "(thêm ô còn thiếu; ô không có gì thì để trống nhưng vẫn phải có)"
        for row, found in ((2, 1), (4, 0))
    ]


@pytest.mark.parametrize("bad", ["\x00", "\t", "\r", "\x0b", "\x7f", "\x85", "\ud800", "\uffff"])
def test_a_character_that_no_file_can_hold_is_refused_with_the_name_of_its_slot(bad: str) -> None:
    with pytest.raises(InputProblems) as caught:
        TEXT_RUN.fill({"ten": f"Bộ\n{bad}A", "so": f"{bad}{bad}"})
    assert [(p.code, p.place.file, p.place.key, p.values["count"]) for p in caught.value.problems] == [
        ("VB401", "thu.yaml", "so", 2),
        ("VB401", "thu.yaml", "ten", 1),
    ]
    with pytest.raises(InputProblems) as caught:
        TABLE_RUN.fill({"ten": "a"}, {"bang": [("1", "2", "3"), ("1", f"x{bad}", "3")]})
    assert [problem.place.key for problem in caught.value.problems] == ["bang[2][2]"]


def test_a_mark_that_formatting_cuts_is_refused() -> None:
    cut = Paragraph(Role.BODY, (Text(f"{SLOT_START}te"), Text(f"n{SLOT_END}", Mark.BOLD)))
    assert complaints(lambda: run_of(cut))[0].startswith(
        "BT201 thu.yaml: có {{…}} trong văn bản không điền được: bị định dạng cắt rời, hoặc nằm trong địa chỉ"
    )


def test_a_mark_in_an_address_is_refused() -> None:
    link = Paragraph(Role.BODY, (Link(text("trang"), f"https://vi-du.example/{slot('ma')}"),))
    assert complaints(lambda: run_of(link))[0].startswith("BT201 ")


def test_values_of_a_list_stand_in_a_row() -> None:
    assert complaints(lambda: run_of(body(record_slot("bang", 0))))[0].startswith(
        "BT202 thu.yaml: giá trị của danh sách `bang` không đứng trong ô nào của một bảng"
    )


def test_a_row_takes_values_from_one_list() -> None:
    mixed = write(letter(table([(record_slot("a", 0), record_slot("b", 0))])))
    assert complaints(lambda: prepare_letter_run(mixed, "thu.yaml"))[0].startswith(
        "BT203 thu.yaml: một hàng của bảng lấy giá trị từ nhiều danh sách: a, b"
    )
