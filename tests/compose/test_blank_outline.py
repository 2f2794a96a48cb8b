"""The blank outline: what it says to each agency, what can be filled in, and the Word files themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from reportgen.compose.blank_outline import NOTHING_TO_STATE, compose_blank_outline
from reportgen.document import (
    Block,
    BlockControl,
    Blocks,
    Document,
    Heading,
    Inlines,
    Landscape,
    Paragraph,
    Role,
    Table,
    Text,
    TextControl,
)
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.model.input_model import InputModel, find_inner_model, iter_input_fields
from reportgen.model.outline import Outline
from reportgen.model.progress_report import ProgressReport
from reportgen.read.data_files import data_folder, load_outline, load_register
from reportgen.write.docx import write_docx
from reportgen.write.template import CompiledTemplate, compile_template
from tests.conftest import AssertValid
from tests.ooxml.lint import lint
from tests.ooxml.word import W

DAYS = (date(2020, 12, 10), date(2023, 6, 1), date(2025, 4, 1), date(2025, 8, 1))
LONGEST_TAG = 64
"""Word refuses a longer tag or title of a content control."""
NOT_ASKED = {
    *("loai", "minh_hoa", "co_quan", "co_quan_chu_quan", "trich_yeu"),
    *("phu_luc[].tieu_de", "phu_luc[].noi_dung", "phu_luc[].kho_ngang"),
    "nhiem_vu_rieng[].vien_dan",
    *(f"muc_tieu.{group}.chi_tieu[].chieu" for group in ("chinh_phu_so", "kinh_te_so", "xa_hoi_so")),
    *(f"muc_tieu.{group}.chi_tieu[].ghi_chu" for group in ("chinh_phu_so", "kinh_te_so", "xa_hoi_so")),
}
"""The keys that the form leaves out: what it prints itself, and what only a few reports need."""


@pytest.fixture(scope="module")
def outline() -> Outline:
    return load_outline("bao_cao_749")


@pytest.fixture(scope="module")
def template() -> CompiledTemplate:
    document = blank("BGDDT", DAYS[0])
    path = data_folder("templates_vi") / f"{document.template}.docx"
    return compile_template(path.read_bytes(), file=path.name, tags=document.tags)


@cache
def blank(code: str, day: date) -> Document:
    register = load_register()
    return compose_blank_outline(load_outline("bao_cao_749"), register.get(code, day), register, day=day)


def agencies(day: date) -> list[Agency]:
    """All bodies of `day` but the provinces, and every twentieth of those."""
    everyone = load_register().in_force(day)
    provinces = [agency for agency in everyone if agency.group is AgencyGroup.PROVINCE]
    return [agency for agency in everyone if agency.group is not AgencyGroup.PROVINCE] + provinces[::20]


def walk(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Landscape):
            yield from walk(block.blocks)
        elif isinstance(block, Table):
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    yield from walk(cell.blocks)


def content(document: Document) -> list[Block]:
    return list(walk(document.block_slots["noi_dung"]))


def words(inlines: Inlines) -> str:
    return "".join(
        inline.text if isinstance(inline, Text) else f"<{inline.tag}>" if isinstance(inline, TextControl) else "?"
        for inline in inlines
    )


def headings(document: Document) -> list[str]:
    return [f"{block.label} {words(block.inlines)}" for block in content(document) if isinstance(block, Heading)]


def instructions(document: Document) -> list[str]:
    blocks = content(document)
    return [words(b.inlines) for b in blocks if isinstance(b, Paragraph) and b.role is Role.INSTRUCTION]


def tables(document: Document) -> dict[str, Table]:
    return {b.repeat_tag: b for b in content(document) if isinstance(b, Table) and b.repeat_tag is not None}


def controls(blocks: Blocks) -> Iterator[BlockControl | TextControl]:
    for block in walk(blocks):
        if isinstance(block, BlockControl):
            yield block
        elif isinstance(block, Paragraph | Heading):
            yield from (inline for inline in block.inlines if isinstance(inline, TextControl))


def keys_of(model: type[InputModel], parent: str = "") -> Iterator[str]:
    """The paths of all keys that hold a value, entries of lists as `[]`."""
    for alias, _, field in iter_input_fields(model):
        inner = find_inner_model(field.annotation)
        if inner is None:
            yield f"{parent}{alias}"
        else:
            yield from keys_of(inner, f"{parent}{alias}{'' if field.annotation is inner else '[]'}.")


def as_key(tag: str) -> str:
    return re.sub(r"\[\d+\]", "[]", tag)


def test_the_headings_are_those_of_the_outline_with_its_numbers_and_the_period_to_fill_in(outline: Outline) -> None:
    stops = {item.key: ")" if item.number.islower() else "." for item in outline.items}
    expected = [f"{item.number}{stops[item.key]} {item.title_for('<tinh_den>')}" for item in outline.items]
    assert headings(blank("BNG", DAYS[0])) == expected
    assert expected[1].endswith("(tính đến <tinh_den>)")
    assert [heading[:3] for heading in expected if heading[0] in "IV"] == ["I. ", "II.", "III", "IV."]


@pytest.mark.parametrize("day", DAYS)
def test_every_instruction_stands_word_for_word_and_in_order(outline: Outline, day: date) -> None:
    given = [words_ for item in outline.items for words_ in item.instructions]
    assert len(given) == 6
    for agency in agencies(day):
        assert [found for found in instructions(blank(agency.code, day)) if found in given] == given


@pytest.mark.parametrize(
    ("code", "day", "lines", "tasks"),
    [
        (
            "BGDDT",
            DAYS[0],
            ["- Bộ Giáo dục và Đào tạo: khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1; điểm b, c, d khoản 8 Điều 2."],
            [
                "a) Nhiệm vụ tại khoản 3, 4 Mục VII Điều 1",
                "b) Nhiệm vụ tại khoản 2 Mục VIII Điều 1",
                "c) Nhiệm vụ tại điểm b, c, d khoản 8 Điều 2",
            ],
        ),
        (
            "BTC",
            DAYS[2],
            [
                "- Bộ Tài chính: điểm đ, khoản 2, 5 Mục IV; khoản 3, mục VIII Điều 1.",
                "- Bộ Kế hoạch và Đầu tư: khoản 5 Điều 2.",
            ],
            [
                "a) Nhiệm vụ tại điểm đ khoản 2, khoản 5 Mục IV Điều 1",
                "b) Nhiệm vụ tại khoản 3 Mục VIII Điều 1",
                "c) Nhiệm vụ tại khoản 5 Điều 2 (giao Bộ Kế hoạch và Đầu tư)",
            ],
        ),
        (
            "BXD",
            DAYS[3],
            ["- Bộ Giao thông vận tải: khoản 5, mục VIII Điều 1."],
            ["a) Nhiệm vụ tại khoản 5 Mục VIII Điều 1 (giao Bộ Giao thông vận tải)"],
        ),
        ("VTV", DAYS[0], ["- Đài Truyền hình Việt Nam: khoản 17 Điều 2."], ["a) Nhiệm vụ tại khoản 17 Điều 2"]),
        ("BXD", DAYS[0], [], []),
    ],
)
def test_only_the_agencys_own_tasks_are_asked_for(code: str, day: date, lines: list[str], tasks: list[str]) -> None:
    document = blank(code, day)
    assert [line for line in instructions(document) if line.startswith("- ")] == lines
    assert [heading for heading in headings(document) if "Nhiệm vụ tại" in heading] == tasks


def test_an_agency_without_tasks_of_its_own_is_told_so() -> None:
    sentence = "Quyết định số 749/QĐ-TTg không giao nhiệm vụ đặc thù cho Bộ Ngoại giao."
    blocks = content(blank("BNG", DAYS[3]))
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and words(b.inlines) == sentence)
    before = blocks[at - 1]
    assert isinstance(before, Heading)
    assert before.label == "3."
    assert not [tag for tag in tables(blank("BNG", DAYS[3])) if tag.startswith("nhiem_vu_rieng")]


@pytest.mark.parametrize("day", DAYS)
def test_every_place_to_fill_in_has_a_tag_of_its_own_that_is_a_key_of_the_input(day: date) -> None:
    known = set(keys_of(ProgressReport))
    lists = {key.rpartition("[]")[0] for key in known if "[]" in key}
    for agency in agencies(day):
        document = blank(agency.code, day)
        places = list(controls(document.block_slots["noi_dung"]))
        tags = [place.tag for place in places] + list(tables(document))
        assert len(tags) == len(set(tags))
        assert {as_key(place.tag) for place in places} <= known
        assert {as_key(tag) for tag in tables(document)} <= lists
        assert max(map(len, (*tags, *(place.title for place in places)))) <= LONGEST_TAG
        assert all("bấm" in place.prompt.lower() for place in places)


def test_each_repeating_row_holds_the_keys_of_its_own_list() -> None:
    for tag, table in tables(blank("BKHCN", DAYS[0])).items():
        places = [place for row in table.body for cell in row.cells for place in controls(cell.blocks)]
        assert len(places) == len(table.columns)
        assert all(place.tag.startswith(f"{tag}[].") for place in places)
        assert "." not in places[0].tag.removeprefix(f"{tag}[].")


def test_the_form_asks_for_every_key_but_a_few() -> None:
    asked = {as_key(place.tag) for place in controls(blank("BGDDT", DAYS[0]).block_slots["noi_dung"])}
    assert set(keys_of(ProgressReport)) - asked == NOT_ASKED


def test_the_tasks_to_come_stand_in_the_five_columns_of_the_outline_on_landscape_pages(outline: Outline) -> None:
    turned = [block for block in blank("BYT", DAYS[0]).block_slots["noi_dung"] if isinstance(block, Landscape)]
    assert len(turned) == 1
    table = next(block for block in turned[0].blocks if isinstance(block, Table))
    titles = [words(p.inlines) for cell in table.head[0].cells for p in cell.blocks if isinstance(p, Paragraph)]
    item = outline.find("nhiem_vu_toi")
    assert item is not None
    assert titles == [column.title for column in item.columns]
    keys = [
        place.tag.removeprefix("nhiem_vu_toi[].") for cell in table.body[0].cells for place in controls(cell.blocks)
    ]
    assert keys == ["noi_dung", "ket_qua_du_kien", "thoi_han", "nguon_luc", "phoi_hop"]


def test_a_place_says_what_to_write_with_an_example() -> None:
    places = {place.tag: place for place in controls(blank("BGDDT", DAYS[0]).block_slots["noi_dung"])}
    assert {
        tag: places[tag].prompt for tag in ("so", "kinh_gui", "nguoi_ky.quyen_han", "nhiem_vu_chung.the_che.noi_dung")
    } == {
        "so": "Bấm vào đây để ghi số văn bản (ví dụ: 05)",
        "kinh_gui": "Bấm vào đây để ghi nơi kính gửi, mỗi dòng một mục (ví dụ: Bộ Thông tin và Truyền thông)",
        "nguoi_ky.quyen_han": "Bấm vào đây để ghi quyền hạn của người ký (ví dụ: KT.)",
        "nhiem_vu_chung.the_che.noi_dung": (
            "Bấm vào đây để ghi kết quả về chiến lược, kế hoạch, thể chế (ví dụ: Đã ban hành kế hoạch)"
        ),
    }
    assert places["nhiem_vu_rieng[1].tinh_trang"].prompt == (
        "bấm để ghi một trong các từ: đã hoàn thành, đang thực hiện, chưa thực hiện"
    )
    assert places["muc_tieu.chinh_phu_so.chi_tieu[].ky"].prompt == "Bấm để ghi, ví dụ: 12/2020"
    several_lines = {tag for tag, place in places.items() if isinstance(place, TextControl) and place.multiline}
    assert {"kinh_gui", "nhiem_vu_toi[].noi_dung", "nhiem_vu_toi[].phoi_hop"} <= several_lines
    assert not {"so", "nhiem_vu_toi[].thoi_han"} & several_lines


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (date(2020, 12, 27), "Lưu ý: Đề nghị gửi về Bộ Thông tin và Truyền thông trước ngày 28/12/2020"),
        (date(2020, 12, 28), "Lưu ý: Đề nghị gửi về Bộ Thông tin và Truyền thông theo thời hạn của đợt báo cáo"),
        (date(2025, 8, 1), "Lưu ý: Đề nghị gửi về Bộ Khoa học và Công nghệ theo thời hạn của đợt báo cáo"),
    ],
)
def test_the_day_of_the_first_round_is_told_only_before_it(day: date, note: str) -> None:
    assert instructions(blank("BYT", day))[-1] == note


def test_where_nothing_is_to_be_said_the_form_tells_how_to_say_so() -> None:
    assert instructions(blank("BYT", DAYS[0])).count(NOTHING_TO_STATE) == 2


def test_the_head_names_the_agency_and_where_the_outline_comes_from() -> None:
    document = blank("BGDDT", DAYS[0])
    assert words(document.inline_slots["tieu_de"]).startswith("[ĐỀ CƯƠNG] BÁO CÁO TÌNH HÌNH TRIỂN KHAI")
    assert words(document.inline_slots["co_quan_bao_cao"]) == (
        "Cơ quan báo cáo: Bộ Giáo dục và Đào tạo?"
        "(Theo Phụ lục I kèm theo Công văn số 5065/BTTTT-THH ngày 28/12/2020 của Bộ Thông tin và Truyền thông)"
    )
    assert document.author == "Bộ Giáo dục và Đào tạo"


def test_tables_are_numbered_in_reading_order() -> None:
    numbers = [
        block.caption.number
        for block in content(blank("BKHCN", DAYS[0]))
        if isinstance(block, Table) and block.caption
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 22


def test_the_word_file_carries_every_tag_of_the_tree(template: CompiledTemplate) -> None:
    document = blank("BKHCN", DAYS[0])
    with ZipFile(BytesIO(write_docx(document, template))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    written = [str(tag.get(f"{W}val")) for tag in root.iter(f"{W}tag")]
    expected = [place.tag for place in controls(document.block_slots["noi_dung"])]
    assert sorted(written) == sorted([*expected, *tables(document)])


def test_the_outline_of_every_agency_is_a_sound_word_file(
    template: CompiledTemplate, assert_valid_docx: AssertValid
) -> None:
    """Each file is linted; of files that differ in words only, one is shown to the validators as well."""
    kinds: dict[str, bytes] = {}
    written = set()
    for day in DAYS:
        for agency in agencies(day):
            file = write_docx(blank(agency.code, day), template)
            if file not in written:
                written.add(file)
                assert lint(file) == [], agency.code
            kinds.setdefault(_markup_without_words(file), file)
    assert len(written) > 50
    assert 5 < len(kinds) < 20
    for file in kinds.values():
        assert_valid_docx(file)


def _markup_without_words(file: bytes) -> str:
    with ZipFile(BytesIO(file)) as archive:
        markup = archive.read("word/document.xml").decode()
    return re.sub(r'(?<=>)[^<]+|(?<=w:alias w:val=")[^"]*', "", markup)


def test_the_same_outline_gives_the_same_bytes(template: CompiledTemplate) -> None:
    assert write_docx(blank("BYT", DAYS[0]), template) == write_docx(blank("BYT", DAYS[0]), template)
    assert blank("BYT", DAYS[0]) != blank("BYT", DAYS[0] + timedelta(days=1))
