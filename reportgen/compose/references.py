"""Citations of other documents: `[[qd749]]` in a text becomes the full form at first mention, the short one later.

Decree 30/2020/ND-CP, Appendix I, part I, II.6.a and b.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.document import Blocks, Inline, Inlines, Missing, Text, rewrite_blocks
from reportgen.model.administrative_parts import CitedDocument
from reportgen.model.agencies import AgencyRegister
from reportgen.vietnamese import DocumentReferenceError, format_document_reference

REFERENCE = re.compile(r"\[\[\s*([^\[\]]+?)\s*\]\]")
"""A mention of a cited document by its key."""


@dataclass(slots=True)
class References:
    """The cited documents of one text, and which of them it has mentioned so far."""

    documents: Sequence[CitedDocument]
    register: AgencyRegister
    mentioned: set[str] = field(default_factory=set)

    def find(self, key: str) -> CitedDocument | None:
        """Return the cited document with `key`, or `None`."""
        return next((document for document in self.documents if document.key == key), None)

    def mention(self, document: CitedDocument, *, date_in_words: bool = False) -> Inlines:
        """Return the citation of `document` at this point, or a visible mark for what it still lacks."""
        full = document.key not in self.mentioned
        self.mentioned.add(document.key or "")
        try:
            words = format_document_reference(
                document.type_name or "",
                document.number,
                document.symbol,
                day=document.day,
                issuer=self._issuer(document),
                abstract=document.abstract,
                full=full,
                date_in_words=date_in_words,
            )
        except DocumentReferenceError:
            return (Missing(f"thông tin của văn bản viện dẫn “{document.key}”"),)
        return (Text(words),)

    def _issuer(self, document: CitedDocument) -> str | None:
        if document.agency is None:
            return None
        found = self.register.find(document.agency, document.day)
        return found.name if found else document.agency

    def resolve(self, blocks: Blocks) -> Blocks:
        """Return `blocks` with every mention replaced, in reading order."""
        return rewrite_blocks(blocks, self._rewrite)

    def _rewrite(self, inline: Inline) -> Inlines:
        if not isinstance(inline, Text) or "[[" not in inline.text:
            return (inline,)
        new: list[Inline] = []
        for number, part in enumerate(REFERENCE.split(inline.text)):
            document = self.find(part) if number % 2 else None
            if document is not None:
                new += [_with_marks(mention, inline) for mention in self.mention(document)]
            elif part:
                new.append(Text(f"[[{part}]]" if number % 2 else part, inline.marks))
        return tuple(new)


def _with_marks(mention: Inline, around: Text) -> Inline:
    return Text(mention.text, around.marks) if isinstance(mention, Text) else mention
