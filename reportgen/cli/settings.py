"""What a run of the program is told by its surroundings, handed to the commands in click's context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import click

from reportgen.problems import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """The language of messages, and the environment variables that say where fonts and programs are."""

    language: Language = "vi"
    environment: Mapping[str, str] = field(default_factory=dict)


def settings_of(context: click.Context) -> Settings:
    """Return the settings that `context` or one above it was made with; those of a bare context are the defaults."""
    return context.find_object(Settings) or Settings()
