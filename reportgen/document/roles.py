"""What a paragraph or a stretch of text is in a document, named as the template's styles are named.

A role says what a thing is ("Trích yếu"), never how it looks: the template's style of that name does. The names are
Word's own English ones for built-in styles ("heading 1") and Vietnamese ones for those of Decree 30.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The role of a paragraph; its value is the name of the paragraph style in the template."""

    NATIONAL_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    PARENT_AGENCY = "Cơ quan chủ quản"
    ISSUING_AGENCY = "Cơ quan ban hành"
    NUMBER_SYMBOL = "Số ký hiệu"
    PLACE_DATE = "Địa danh và thời gian"
    DISPATCH_ABSTRACT = "Trích yếu công văn"
    KIND_NAME = "Tên loại"
    ABSTRACT = "Trích yếu"
    RULE = "Đường kẻ"
    ADDRESSEE = "Kính gửi"
    ADDRESSEE_HEAD = "Kính gửi nhiều nơi"
    ADDRESSEE_ITEM = "Kính gửi danh sách"
    RECITAL = "Căn cứ"
    BODY = "Nội dung"
    AUTHORITY = "Thẩm quyền ban hành"
    ENACTING_WORDS = "Lời quyết định"
    ARTICLE = "Điều"
    PART_NUMBER = "Phần"
    PART_TITLE = "Tên phần"
    SECTION_TITLE = "heading 1"
    CLAUSE_TITLE = "heading 2"
    POINT_TITLE = "heading 3"
    LIST_ITEM = "Gạch đầu dòng"
    LIST_ITEM_2 = "Gạch đầu dòng cấp 2"
    QUOTE = "Trích dẫn"
    INSTRUCTION = "Hướng dẫn"
    ILLUSTRATION_NOTE = "Ghi chú minh họa"
    CAPTION = "caption"
    SOURCE = "Nguồn số liệu"
    FIGURE = "Hình"
    TABLE_HEAD = "Đầu bảng"
    TABLE_CELL = "Ô bảng"
    TABLE_GROUP = "Nhóm bảng"
    FOOTNOTE = "footnote text"
    SIGNING_AUTHORITY = "Quyền hạn chức vụ"
    SIGNER_NAME = "Họ tên người ký"
    DISTRIBUTION_HEAD = "Nơi nhận"
    DISTRIBUTION_ITEM = "Nơi nhận danh sách"
    URGENCY = "Dấu khẩn"
    CIRCULATION = "Phạm vi lưu hành"
    CONFIRMATION = "Xác nhận"
    COPY_FORM = "Hình thức sao"
    AGENCY_ADDRESS = "Địa chỉ cơ quan"
    APPENDIX_NUMBER = "Phụ lục"
    APPENDIX_TITLE = "Tên phụ lục"
    APPENDIX_ATTACHMENT = "Kèm theo"
    PAGE_NUMBER = "header"
    SECTION_END = "Ngắt phần"
    COVER_AGENCY = "Bìa cơ quan"
    COVER_TITLE = "Bìa tên ấn phẩm"
    COVER_SUBTITLE = "Bìa phụ đề"
    COVER_PLACE = "Bìa nơi và năm"
    CONTENTS_TITLE = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_3 = "toc 3"
    CAPTION_LIST = "table of figures"


class TextRole(StrEnum):
    """The role of a stretch of text; its value is the name of the character style in the template."""

    MISSING = "Chỗ còn thiếu"
    PROMPT = "Placeholder Text"
    FOOTNOTE_REFERENCE = "footnote reference"
    CODE = "Nguyên văn"


class TableRole(StrEnum):
    """The role of a table; its value is the name of the table style in the template."""

    GRID = "Bảng số liệu"
