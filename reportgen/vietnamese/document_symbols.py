"""How the code of a document looks: "749/QĐ-TTg", "48/2022/NĐ-CP", "5065/BTTTT-THH".

The groups of a symbol are abbreviations in which case matters (QyĐ, CTr, TTr, TrS: Decree 30/2020/NĐ-CP, Appendix
III, part I), so a code is never changed to capitals with the text around it.
"""

import re

_GROUP = r"[A-ZĐƯ][A-Za-zĐđƯư0-9]*"
SYMBOL_PATTERN = rf"(?:\d{{4}}/)?{_GROUP}(?:-{_GROUP})*"
"""What follows the first stroke of a code: the year for legal documents, then groups joined by hyphens."""

DOCUMENT_CODE = re.compile(rf"(?<!\w)[0-9]+/(?=[^\s/]*[A-ZĐ][^\s/]*[A-ZĐ]|[0-9]{{4}}/){SYMBOL_PATTERN}(?![\w/])")
"""A whole code in running text; the symbol has two capitals or a year, so that "3/Quý" is not taken for one."""
