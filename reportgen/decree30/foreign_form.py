"""The check of form for files that this program did not make: what cannot be read is said, not passed over."""

from __future__ import annotations

from docx.oxml.exceptions import InvalidXmlError

from reportgen.decree30.form_check import check_form
from reportgen.problems import Place, Problem
from reportgen.problems.template import FORM_NOT_CHECKED

# What python-docx raises for a package that breaks the standard is no one type: a missing relationship is a KeyError,
# a value that the schema does not have a ValueError, a part of the wrong type an AttributeError.
_RAISED = (AttributeError, InvalidXmlError, KeyError, TypeError, ValueError)


def check_foreign_form(content: bytes, file: str) -> list[Problem]:
    """Return where the .docx file `content` departs from the decree, as `check_form` does.

    The file has been read within limits before. One that breaks the standard in a way that Word may forgive gives a
    warning that its form was not looked at.
    """
    try:
        return check_form(content, file)
    except _RAISED as error:
        return [FORM_NOT_CHECKED.at(Place(file=file), reason=f"{type(error).__name__}: {error}"[:200])]
