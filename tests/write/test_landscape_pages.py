"""Pages are turned for what is wide and back for what follows, and none of them is blank."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Appendix, Block, Landscape
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template
from tests.write.changed_template import BODY, appended, part_of, replaced, template_bytes
from tests.write.changed_template import paragraph as paragraph_markup
from tests.write.changed_template import run as run_markup
from tests.write.sample_letter import body, letter, template
from tests.write.test_docx import document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIDE = Landscape((body("rộng"),))


def sections(content: bytes) -> list[tuple[str, str]]:
    """Each section of a file: which way its pages are turned, and the words in it."""
    found, words = [], ""
    for child in etree.fromstring(part_of(content, BODY).encode())[0]:
        words += "".join(text.text or "" for text in child.iter(f"{W}t"))
        properties = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            size = properties.find(f"{W}pgSz")
            turned = size is not None and size.get(f"{W}orient") == "landscape"
            found.append(("landscape" if turned else "portrait", words))
            words = ""
    return found


def turns(*blocks: Block, appendices: tuple[Block, ...] = ()) -> list[str]:
    """Which way the pages of each section are turned; none of the sections may be blank."""
    found = sections(write_docx(document(*blocks, appendices=appendices), template()))
    assert all(words for _, words in found), found
    return [turned for turned, _ in found]


def test_the_signature_after_wide_pages_stands_on_portrait_ones() -> None:
    assert turns(body("chữ"), WIDE) == ["portrait", "landscape", "portrait"]


def test_wide_pages_in_a_row_have_no_blank_page_between_them() -> None:
    assert turns(body("chữ"), WIDE, WIDE, body("chữ")) == ["portrait", "landscape", "portrait"]


def test_nothing_wide_turns_no_page() -> None:
    assert turns(body("chữ"), Landscape(())) == ["portrait"]


@pytest.mark.parametrize("landscape", [False, True])
def test_an_appendix_after_wide_pages_begins_on_the_next_page(landscape: bool) -> None:
    first = Appendix((body("I"),), (body("chữ"), WIDE))
    second = Appendix((body("II"),), (body("chữ"),), landscape=landscape)
    last = "landscape" if landscape else "portrait"
    assert turns(body("chữ"), appendices=(first, second)) == ["portrait", "portrait", "landscape", last]


def test_a_document_ends_with_its_wide_pages() -> None:
    appendix = Appendix((body("I"),), (body("chữ"), WIDE))
    assert turns(body("chữ"), appendices=(appendix,)) == ["portrait", "portrait", "landscape"]


def test_what_the_template_sets_after_the_appendices_stands_on_portrait_pages() -> None:
    data = appended(template_bytes("van_ban"), paragraph_markup(run_markup("Mẫu kết thúc tại đây")))
    compiled = compile_template(data, file="van_ban.docx", tags=NAMED_KIND_TAGS)
    appendix = Appendix((body("I"),), (body("chữ"), WIDE))
    assert sections(write_docx(document(body("chữ"), appendices=(appendix,)), compiled))[-1] == (
        "portrait",
        "Mẫu kết thúc tại đây",
    )


def test_wide_pages_inside_a_landscape_appendix_are_the_same_pages() -> None:
    appendix = Appendix((body("I"),), (WIDE, body("chữ"), WIDE), landscape=True)
    assert turns(body("chữ"), appendices=(appendix,)) == ["portrait", "landscape"]


def test_an_appendix_has_a_new_page_though_the_template_says_continuous() -> None:
    data = replaced(template_bytes("van_ban"), "<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
    compiled = compile_template(data, file="van_ban.docx", tags=NAMED_KIND_TAGS)
    content = write_docx(document(body("chữ"), appendices=(Appendix((body("I"),), ()),)), compiled)
    assert len(sections(content)) == 2
    assert "w:type w:val" not in part_of(content, BODY)


def test_a_letter_with_a_wide_part_alone_keeps_its_letterhead_upright() -> None:
    found = sections(write_docx(letter(WIDE), template()))
    assert [turned for turned, _ in found] == ["portrait", "landscape", "portrait"]
    assert "CỤC MẪU" in found[0][1]
