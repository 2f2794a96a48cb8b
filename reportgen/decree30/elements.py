"""The elements of a document (thể thức) as recognised in what is seen: where each stands, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reportgen.decree30.seen import SeenDocument, SeenParagraph


class Element(StrEnum):
    """An element of an administrative document; the values are what messages call it."""

    NATIONAL_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    PARENT_AGENCY = "tên cơ quan chủ quản"
    ISSUING_AGENCY = "tên cơ quan ban hành"
    NUMBER_SYMBOL = "số, ký hiệu"
    PLACE_DATE = "địa danh và thời gian"
    KIND_NAME = "tên loại"
    ABSTRACT = "trích yếu"
    DISPATCH_ABSTRACT = "trích yếu công văn"
    ADDRESSEES = "nơi kính gửi"
    AUTHORITY = "thẩm quyền ban hành"
    RECITAL = "căn cứ"
    ENACTING_WORDS = "lời quyết định"
    BODY = "nội dung"
    PART = "phần, chương"
    SECTION = "mục"
    ARTICLE = "điều"
    CLAUSE = "khoản"
    POINT = "điểm"
    SIGNING_AUTHORITY = "quyền hạn, chức vụ của người ký"
    SIGNER_NAME = "họ tên người ký"
    DISTRIBUTION_HEAD = "chữ Nơi nhận"
    DISTRIBUTION_ITEM = "danh sách nơi nhận"
    FILING_LINE = "dòng lưu"
    DRAFTER_MARK = "ký hiệu người soạn thảo"
    APPENDIX_LABEL = "chữ Phụ lục"
    APPENDIX_TITLE = "tên phụ lục"
    APPENDIX_ATTACHMENT = "chỉ dẫn kèm theo"
    URGENCY = "dấu độ khẩn"
    SECRECY = "dấu độ mật"
    CIRCULATION = "phạm vi lưu hành"
    AGENCY_ADDRESS = "địa chỉ cơ quan"
    TABLE_TEXT = "chữ trong bảng"
    CAPTION = "tên bảng, hình"
    RULE = "đường kẻ"
    SIGNATURE = "chữ ký"


@dataclass(frozen=True, slots=True)
class Recognised:
    """An element found: its paragraphs in order, and the confidence (0 to 1) that it is what it is taken for.

    `part` counts the texts of the file: 0 is the document itself, 1 and more its appendices and issued texts. With
    `is_piece`, a paragraph is shared with other elements (by tabs or line breaks) and stands here with only this
    element's text: its index and locator are the whole paragraph's, its alignment and spacing say nothing.
    """

    element: Element
    paragraphs: tuple[SeenParagraph, ...]
    confidence: float
    part: int = 0
    is_piece: bool = False

    @property
    def text(self) -> str:
        """Its text, one paragraph to a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class PartKind(StrEnum):
    """What a text of a file is."""

    DOCUMENT = "văn bản"
    APPENDIX = "phụ lục"
    ISSUED_TEXT = "văn bản kèm theo"
    OTHER_DOCUMENT = "văn bản khác"
    """A document of its own, with its own number, that stands in the same file."""
    COPY = "phần bản sao"


@dataclass(frozen=True, slots=True)
class Part:
    """A text of the file: what it is, and the indices of its first and last paragraph."""

    kind: PartKind
    first_paragraph: int
    last_paragraph: int


class Doubt(StrEnum):
    """Why a file is hardly an administrative document that can be checked; the values are what messages say."""

    NO_TEXT = "văn bản không có chữ"
    NOT_VIETNAMESE = "phần lớn văn bản không phải tiếng Việt"
    LEGACY_FONT = "văn bản dùng phông chữ không phải Unicode"
    NOT_ADMINISTRATIVE = "không nhận ra thể thức của văn bản hành chính"
    SEVERAL_DOCUMENTS = "tệp có nhiều hơn một văn bản"


@dataclass(frozen=True)
class RecognisedDocument:
    """A document with its elements, in the order of the text. What no element claims is in `unrecognised`.

    `parts` are the texts of the file, in order. `confidence` (0 to 1) says how sure it is that the file is an
    administrative document at all, and `doubts` why it may not be.
    """

    seen: SeenDocument
    elements: tuple[Recognised, ...]
    unrecognised: tuple[SeenParagraph, ...]
    kind_key: str | None = None
    """The kind of document ("cong_van", "quyet_dinh"), `None` if it is not clear."""
    parts: tuple[Part, ...] = ()
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()

    @cached_property
    def _by_element(self) -> Mapping[Element, tuple[Recognised, ...]]:
        sorted_out: dict[Element, list[Recognised]] = defaultdict(list)
        for found in self.elements:
            sorted_out[found.element].append(found)
        return {element: tuple(found) for element, found in sorted_out.items()}

    def all(self, element: Element, part: int | None = None) -> tuple[Recognised, ...]:
        """Return every occurrence of `element`, of one part or of all."""
        every = self._by_element.get(element, ())
        return every if part is None else tuple(found for found in every if found.part == part)

    def first(self, element: Element, part: int = 0) -> Recognised | None:
        """Return the first occurrence of `element` in a part, or `None`."""
        return next(iter(self.all(element, part)), None)
