"""The styles that a document needs of its template: which roles the content of each tag has, always or at times.

A template has to offer the first; without one of the others, some documents of the kind cannot be made from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reportgen.document import Role, TableRole, TextRole
from reportgen.model.document_kinds import Specimen

AnyRole: TypeAlias = Role | TextRole | TableRole

_ALWAYS: Mapping[str, tuple[Role, ...]] = {
    "ke_duoi_co_quan": (Role.RULE, Role.ISSUING_AGENCY),
    "ke_duoi_tieu_ngu": (Role.RULE, Role.MOTTO),
    "ke_ngang": (Role.RULE, Role.ABSTRACT),
    "ke_duoi_tieu_de": (Role.RULE, Role.APPENDIX_TITLE),
    "noi_dung": (Role.BODY,),
    "quyen_han_chuc_vu": (Role.SIGNING_AUTHORITY,),
    "noi_nhan": (Role.DISTRIBUTION_ITEM,),
}
_CONTENT: tuple[AnyRole, ...] = (
    Role.BODY,
    Role.ILLUSTRATION_NOTE,
    Role.RECITAL,
    Role.ARTICLE,
    Role.PART_NUMBER,
    Role.PART_TITLE,
    Role.SECTION_TITLE,
    Role.CLAUSE_TITLE,
    Role.POINT_TITLE,
    Role.LIST_ITEM,
    Role.LIST_ITEM_2,
    Role.QUOTE,
    Role.INSTRUCTION,
    Role.CAPTION,
    Role.SOURCE,
    Role.FIGURE,
    Role.TABLE_HEAD,
    Role.TABLE_CELL,
    Role.TABLE_GROUP,
    Role.FOOTNOTE,
    Role.SECTION_END,
    TextRole.MISSING,
    TextRole.FOOTNOTE_REFERENCE,
    TextRole.CODE,
    TableRole.GRID,
)
_SOMETIMES: Mapping[str, tuple[AnyRole, ...]] = {
    "pham_vi_luu_hanh": (Role.CIRCULATION,),
    "ke_ngang": (Role.ILLUSTRATION_NOTE,),
    "do_mat": (Role.URGENCY,),
    "do_khan": (Role.URGENCY,),
    "ke_duoi_trich_yeu": (Role.RULE, Role.ABSTRACT),
    "kinh_gui": (Role.ADDRESSEE, Role.ADDRESSEE_HEAD, Role.ADDRESSEE_ITEM),
    "noi_dung": _CONTENT,
    "phu_luc": (
        *_CONTENT,
        Role.RULE,
        Role.APPENDIX_NUMBER,
        Role.APPENDIX_TITLE,
        Role.APPENDIX_ATTACHMENT,
    ),
    "dia_chi": (Role.RULE, Role.AGENCY_ADDRESS),
    "xac_nhan": (Role.CONFIRMATION, Role.SIGNER_NAME),
}
_OF_ISSUED_TEXTS = (
    Role.KIND_NAME,
    Role.ABSTRACT,
    Role.ISSUING_AGENCY,
    Role.NATIONAL_NAME,
    Role.MOTTO,
    Role.APPENDIX_ATTACHMENT,
)
_CONTENTS = (Role.CONTENTS_TITLE, Role.CONTENTS_1)
_MORE_CONTENTS = (Role.CONTENTS_2, Role.CONTENTS_3, Role.CAPTION_LIST)
_PUBLICATION_TAG = "ten_an_pham"
_ISSUING_SPECIMEN = "1.3"
_BLANK_OUTLINE_TAG = "tieu_de"


def find_needed_roles(
    tags: Iterable[str], specimens: Iterable[Specimen] = ()
) -> tuple[frozenset[AnyRole], frozenset[AnyRole]]:
    """Return the roles that documents with `tags` have always, and those that only some of them have.

    `specimens` are the layouts that the kind of document follows: some have roles of their own.
    """
    names = set(tags)
    always: set[AnyRole] = set()
    sometimes: set[AnyRole] = {TextRole.MISSING}
    for name in names:
        always.update(_ALWAYS.get(name, ()))
        sometimes.update(_SOMETIMES.get(name, ()))
    if _BLANK_OUTLINE_TAG in names:
        sometimes.add(TextRole.PROMPT)
    if _PUBLICATION_TAG in names:
        always.update(_CONTENTS)
        sometimes.update(_MORE_CONTENTS)
    for specimen in specimens:
        if "noi_dung" in names and specimen.has_authority_line:
            sometimes.add(Role.AUTHORITY)
        if "noi_dung" in names and specimen.enacting_words:
            sometimes.add(Role.ENACTING_WORDS)
        if "phu_luc" in names and specimen.key == _ISSUING_SPECIMEN:
            sometimes.update(_OF_ISSUED_TEXTS)
    return frozenset(always), frozenset(sometimes - always)
