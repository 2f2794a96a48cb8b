"""Places of a form made from input fields."""

from __future__ import annotations

import pytest

from reportgen.compose.input_controls import EntryColumn, entry_table, fill_in
from reportgen.document import BlockControl, Paragraph, Role, TextControl
from reportgen.model.progress_report import ProgressReport
from reportgen.model.report_parts import NextTask


def test_a_value_is_asked_for_in_the_words_of_the_model() -> None:
    assert fill_in(ProgressReport, "ngay").text_control() == TextControl(
        tag="ngay", title="Ngày ban hành", prompt="Bấm vào đây để ghi ngày ban hành (ví dụ: 25/12/2020)"
    )


def test_running_text_gets_paragraphs_and_its_example_loses_the_final_stop() -> None:
    place = fill_in(NextTask, "noi_dung", "nhiem_vu_toi[]", what="việc cần làm", example="Kết nối dữ liệu.")
    assert place.block_control() == BlockControl(
        tag="nhiem_vu_toi[].noi_dung",
        title="Việc cần làm",
        prompt="Bấm vào đây để ghi việc cần làm (ví dụ: Kết nối dữ liệu)",
    )


def test_a_place_without_an_example_says_only_what_to_write() -> None:
    assert fill_in(ProgressReport, "ngay", example="").prompt() == "Bấm vào đây để ghi ngày ban hành"


def test_a_table_of_entries_has_one_row_that_repeats() -> None:
    columns = [EntryColumn("noi_dung", "Việc", 2), EntryColumn("phoi_hop", "Cùng ai", 1)]
    table = entry_table(ProgressReport, "nhiem_vu_toi", "", columns, caption="Việc sắp tới")
    assert (table.repeat_tag, table.repeat_title) == ("nhiem_vu_toi", "Nhiệm vụ thời gian tới")
    (row,) = table.body
    assert [cell.blocks for cell in row.cells] == [
        (
            Paragraph(
                Role.TABLE_CELL,
                (
                    TextControl(
                        "nhiem_vu_toi[].noi_dung",
                        "Nội dung triển khai",
                        "Bấm để ghi, ví dụ: Hoàn thiện cơ sở dữ liệu ngành",
                        multiline=True,
                    ),
                ),
            ),
        ),
        (
            Paragraph(
                Role.TABLE_CELL,
                (
                    TextControl(
                        "nhiem_vu_toi[].phoi_hop",
                        "Cơ quan phối hợp",
                        "Bấm để ghi, mỗi dòng một mục, ví dụ: BTTTT",
                        multiline=True,
                    ),
                ),
            ),
        ),
    ]


def test_a_key_that_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="khong_co"):
        fill_in(ProgressReport, "khong_co")


def test_a_table_of_entries_needs_a_list() -> None:
    with pytest.raises(TypeError, match="no entries at ngay"):
        entry_table(ProgressReport, "ngay", "", [], caption="Ngày")
