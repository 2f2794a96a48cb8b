"""Words that exist in both languages, and the choice between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reportgen.problems import Language

LANGUAGES: Final[tuple[Language, ...]] = ("vi", "en")
LANGUAGE_OPTION: Final = "--lang"
LANGUAGE_VARIABLE: Final = "REPORTGEN_LANG"


class Words(NamedTuple):
    """The same words in Vietnamese and in English."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        """Return the words for a reader of `language`."""
        return self.vi if language == "vi" else self.en


def find_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language asked for by `--lang`, else by REPORTGEN_LANG, else Vietnamese.

    The command line is looked through before it is parsed, since help and complaints about it need a language too; a
    value that is no language counts for nothing here, and the parser complains about it.
    """
    asked = environment.get(LANGUAGE_VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == LANGUAGE_OPTION and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith(f"{LANGUAGE_OPTION}="):
            asked = argument.partition("=")[2]
    return "en" if asked == "en" else "vi"
