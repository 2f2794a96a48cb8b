"""A tag that a template may hold: its name, what it stands for, and whether it stands for whole paragraphs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateTag:
    """A place in a template. A `block` tag is written `{{p name }}` alone in its paragraph, others `{{ name }}`.

    `meaning_vi` and `meaning_en` say in a few words what stands there. A template may leave out a tag that is not
    `required`; content that it would have shown is then a problem, never silently lost.
    """

    name: str
    meaning_vi: str
    meaning_en: str
    block: bool = False
    required: bool = True

    @property
    def written(self) -> str:
        """The tag as it is typed into a template."""
        return f"{{{{p {self.name} }}}}" if self.block else f"{{{{ {self.name} }}}}"
