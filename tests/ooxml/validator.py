"""One call that asks every judge of an Office file: the Open XML SDK, openxml-audit and our own lint rules."""

import tempfile
from functools import lru_cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator, ValidationError

from tests.ooxml import sdk
from tests.ooxml.lint import lint

OPTIONAL_PARTS = ("settings", "fontTable", "theme")
"""Parts that openxml-audit wants in every Word file: the standard (ECMA-376-1, 11.3) and the SDK leave them free."""


def validate(source: Path | bytes, suffix: str = ".docx", *, tags_allowed: bool = False) -> list[str]:
    """What is wrong with the Office file `source`, one line a finding that begins with the judge's name.

    Identical bytes are judged once in a test process. `suffix` (".docx", ".xlsx") tells which kind of file it is;
    `tags_allowed` keeps quiet about template tags, for text that rightly has double braces.

    Raises:
        ValidatorMissing: the Open XML SDK's program is not installed.
    """
    content = source if isinstance(source, bytes) else source.read_bytes()
    return [*_judge(content, suffix), *lint(content, suffix, tags_allowed=tags_allowed)]


@lru_cache(maxsize=256)
def _judge(content: bytes, suffix: str) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(content)
        return (*sdk.findings(path), *_audit(path))


def _audit(path: Path) -> list[str]:
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return [f"openxml-audit: {error}" for error in result.errors if not _is_exempt(error)]


def _is_exempt(error: ValidationError) -> bool:
    return error.id == "Sem_MissingRelationshipType" and any(
        f"/{part}'" in error.description for part in OPTIONAL_PARTS
    )
