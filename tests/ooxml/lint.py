"""Our own rules for Office files: defects that one validator or both let through."""

import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.ooxml.package import Package
from tests.ooxml.package_rules import check_content_types, check_parts, check_relationships
from tests.ooxml.reference_rules import check_ids, check_notes, check_styles
from tests.ooxml.structure_rules import check_fields, check_grids, check_template_tags

Rule = Callable[[Package], Iterator[str]]

PACKAGE_RULES: tuple[Rule, ...] = (check_parts, check_content_types, check_relationships)
WORD_RULES: tuple[Rule, ...] = (check_fields, check_grids, check_ids, check_notes, check_styles)


def lint(content: bytes, suffix: str = ".docx", *, tags_allowed: bool = False) -> list[str]:
    """What the rules say against an Office file, one line a finding.

    The rules for Word's own markup are asked for Word files only; `tags_allowed` leaves out the rule that no template
    tag stays behind, for templates themselves and for text that rightly has double braces.
    """
    try:
        package = Package.read(content)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        return [f"lint: not a sound zip file: {error}"]
    rules = PACKAGE_RULES
    if suffix.lower() in {".docx", ".docm", ".dotx"}:
        rules += WORD_RULES if tags_allowed else (*WORD_RULES, check_template_tags)
    return [f"lint: {finding}" for rule in rules for finding in rule(package)]
