"""Places of a Word form to fill in, each made from an input field: its tag is the key path, its words the model's.

The tag of a place in a repeating row names the row by its list: `nhiem_vu_toi[].noi_dung`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from reportgen.compose.blocks import head_row, table_caption, text_cell
from reportgen.document import Align, BlockControl, Cell, Column, Row, Table, TextControl, text
from reportgen.model.input_model import NARRATIVE, InputModel, find_inner_model, iter_input_fields

ONE_PER_LINE = "mỗi dòng một mục"


@dataclass(frozen=True, slots=True)
class FillIn:
    """A place to fill in for one input field.

    `path` is the key path, `what` is asked for, `example` shows how, empty where no example helps.
    """

    path: str
    field: FieldInfo
    what: str
    example: str

    @property
    def title(self) -> str:
        """What is asked for, as a label: "Số văn bản"."""
        return f"{self.what[0].upper()}{self.what[1:]}"

    @property
    def is_running_text(self) -> bool:
        """Whether sentences are asked for."""
        return NARRATIVE in self.field.metadata

    @property
    def is_list(self) -> bool:
        """Whether several texts may be given here."""
        return isinstance(_first_example(self.field), list)

    def text_control(self, *, prompt: str | None = None) -> TextControl:
        """Return the control for a value or text in a line; `prompt` stands in place of the usual one."""
        return TextControl(
            self.path, self.title, prompt or self.prompt(), multiline=self.is_running_text or self.is_list
        )

    def cell(self) -> Cell:
        """Return a table cell to fill in; its column says what is asked for."""
        words = f"Bấm để ghi, {ONE_PER_LINE}" if self.is_list else "Bấm để ghi"
        return text_cell((self.text_control(prompt=f"{words}{self._example(', ví dụ: ', '')}"),))

    def block_control(self) -> BlockControl:
        """Return the control for paragraphs of running text."""
        return BlockControl(self.path, self.title, self.prompt())

    def prompt(self) -> str:
        """Return what stands in the place until something is typed."""
        lines = f", {ONE_PER_LINE}" if self.is_list else ""
        return f"Bấm vào đây để ghi {self.what}{lines}{self._example(' (ví dụ: ', ')')}"

    def _example(self, before: str, after: str) -> str:
        # Within the prompt the example is no sentence of its own, but the stop of "KT." belongs to it.
        example = self.example.rstrip(".") if self.is_running_text else self.example
        return f"{before}{example}{after}" if example else ""


def fill_in(
    model: type[InputModel], alias: str, parent: str = "", *, what: str | None = None, example: str | None = None
) -> FillIn:
    """Return the place for the key `alias` of `model`, whose own key path is `parent`.

    `what` and `example` stand in place of the field's title and its first example. Raises `KeyError` if `model` has
    no such key.
    """
    field = input_field(model, alias)
    return FillIn(
        path=f"{parent}.{alias}" if parent else alias,
        field=field,
        what=what or field.title or alias,
        example=_shown(_first_example(field)) if example is None else example,
    )


def input_field(model: type[InputModel], alias: str) -> FieldInfo:
    """Return the field of `model` with the key `alias`; raises `KeyError` if there is none."""
    return {key: field for key, _, field in iter_input_fields(model)}[alias]


def _first_example(field: FieldInfo) -> object:
    return field.examples[0] if field.examples else None


def _shown(example: object) -> str:
    if isinstance(example, list):
        return ", ".join(str(item) for item in example)
    return "" if example is None or isinstance(example, dict) else str(example)


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """A column of a table of entries: the key that is filled in, its heading, and its share of the width."""

    alias: str
    title: str
    share: float
    align: Align = "left"


def entry_table(
    model: type[InputModel], alias: str, parent: str, columns: Sequence[EntryColumn], *, caption: str
) -> Table:
    """Return the table for the list `alias` of `model`: one row to fill in, which repeats.

    The table's caption is numbered when the document is complete.
    """
    place = fill_in(model, alias, parent)
    entry = find_inner_model(place.field.annotation)
    if entry is None:
        message = f"{model.__name__} has no entries at {alias}"
        raise TypeError(message)
    cells = tuple(fill_in(entry, column.alias, f"{place.path}[]").cell() for column in columns)
    return Table(
        columns=tuple(Column(column.share, column.align) for column in columns),
        head=(head_row([column.title for column in columns]),),
        body=(Row(cells),),
        caption=table_caption(caption),
        repeat_tag=place.path,
        repeat_title=place.title,
    )


def label_table(places: Sequence[FillIn], *, caption: str, fixed: Sequence[tuple[str, str]] = ()) -> Table:
    """Return a table with a label beside each of `places`; the `fixed` rows, label and text, come first."""
    given = tuple(Row((text_cell(text(label)), text_cell(text(value)))) for label, value in fixed)
    asked = tuple(Row((text_cell(text(place.title)), text_cell((place.text_control(),)))) for place in places)
    return Table(
        columns=(Column(34), Column(66)),
        head=(head_row(("Mục", "Nội dung")),),
        body=(*given, *asked),
        caption=table_caption(caption),
    )
